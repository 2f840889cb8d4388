// What a server or a file sent for one post: the first page, continuation pages, comment pages; or the post in fields.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "markup/body.h"
#include "model/explanation.h"
#include "model/given.h"
#include "net/memento.h"
#include "net/url.h"

namespace blogbind {

namespace extract {
struct PageReading;
}

enum class PageRole { post, continuation, comments };

/// What a rule of the user's points at.
enum class RuleKind { body, remove, title, date, author, comments, next };
inline constexpr std::size_t rule_kind_count = 7;

/// What the user's rules find in a page: elements of its document. They go before all that the page says itself.
struct RuledParts {
    std::array<std::vector<const markup::Element*>, rule_kind_count> found{};
    std::vector<AppliedRule> applied{};
    std::vector<LeftOut> left_out{};  ///< what the rule `remove` has taken away

    [[nodiscard]] const std::vector<const markup::Element*>& all(RuleKind kind) const {
        return found[static_cast<std::size_t>(kind)];
    }
    /// Null if there is none.
    [[nodiscard]] const markup::Element* first(RuleKind kind) const {
        return all(kind).empty() ? nullptr : all(kind).front();
    }
};

struct PagePart {
    PageRole role = PageRole::post;
    std::optional<Url> requested;   ///< nothing for a file
    std::optional<Url> url;         ///< after redirects
    markup::Body document{"html"};  ///< parsed; root "html"
    RuledParts ruled{};             ///< nothing where the user has no rules for the page's host
    std::string sha256;             ///< of the bytes as they were sent, decoded from the content encoding
    std::size_t bytes = 0;
    std::optional<std::chrono::sys_seconds> retrieved;
    std::string archive_record;      ///< that holds it: "urn:uuid:…"; empty if none does
    std::optional<Memento> memento;  ///< the web archive's copy that it is; nothing if it came from its own site
    std::string source_file;         ///< name of the file that it was read from, without folders; else empty
    mutable std::shared_ptr<extract::PageReading> reading{};  ///< see extract/page_reading.h
};

struct Page {
    std::vector<PagePart> parts;   ///< the first is the post itself; none where all of it is given
    std::unique_ptr<Given> given;  ///< the post in fields, or what supplements its page; null for most pages
    std::vector<CommentFacts> told_comments;
    std::size_t missing_parts = 0;  ///< wanted, but not to be had
    std::string comments_missing;   ///< what pages of comments are missing, and why; empty if none are
};

}  // namespace blogbind
