// What the reader sees of a book.
#pragma once

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>

#include "epub/publication.h"
#include "support/scratch.h"

namespace blogbind::test {

/// Rendered with the built-in templates, and sound.
class RenderedBook {
  public:
    explicit RenderedBook(const Book& book) {
        const Result<TemplateSet> templates = TemplateSet::load({});
        REQUIRE(templates);
        Result<epub::Publication> publication = epub::render(book, *templates, scratch_.spill());
        CAPTURE((publication ? std::string() : publication.error().message));
        REQUIRE(publication);
        publication_ = *std::move(publication);
        const Status sound = epub::self_check(publication_, scratch_.spill());
        CAPTURE((sound ? std::string() : sound.error().message));
        CHECK(sound);
    }
    /// Of a file in the package's folder; empty if there is none.
    [[nodiscard]] std::string text(std::string_view path) const {
        return scratch_.text(publication_, fmt::format("EPUB/{}", path));
    }
    [[nodiscard]] bool holds(std::string_view path, std::string_view part) const {
        return text(path).find(part) != std::string::npos;
    }
    [[nodiscard]] std::string spine() const {
        std::string ids;
        for (const std::string& id : publication_.spine) ids.append(id).append(" ");
        return ids;
    }

  private:
    Scratch scratch_;
    epub::Publication publication_;
};

}  // namespace blogbind::test
