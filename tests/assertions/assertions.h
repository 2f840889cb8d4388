// What holds for every book that is made: the specification's assertions, each with ways to spoil a good book that it
// must notice. Others are found elsewhere, because one book does not show them: that two runs give the same bytes
// (A09, e2e/case.cpp), EPUBCheck (A76, there too), Ace (A77), the source's words and pictures (A79, A80,
// golden/extract), a browser's console (A82).
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "assertions/checked_book.h"

namespace blogbind::testing {

using Breaches = std::vector<std::string>;  ///< one sentence or place each
using Entries = std::vector<ZipEntry>;
using Spoil = std::function<void(Entries&)>;

struct Assertion {
    std::string_view number;  ///< "A05"
    std::string_view rule;
    Breaches (*check)(const CheckedBook&);
    std::vector<Spoil> spoils;
};

/// The container, the package document, navigation, documents, comments, style sheets and fonts, pictures, provenance.
std::span<const Assertion> container_assertions();
std::span<const Assertion> package_assertions();
std::span<const Assertion> manifest_assertions();
std::span<const Assertion> navigation_assertions();
std::span<const Assertion> document_assertions();
std::span<const Assertion> text_assertions();
std::span<const Assertion> comment_assertions();
std::span<const Assertion> sheet_assertions();
std::span<const Assertion> picture_assertions();
std::span<const Assertion> provenance_assertions();

/// "A05 all times are 1980-01-01: EPUB/nav.xhtml" for each breach in a book, the bytes of a file.
Breaches breaches_of_book(std::string book);
/// The same for its twin for Kobo's reader, which shares the container's rules and the text (A78).
Breaches breaches_of_kepub(std::string kepub, std::string book);
/// Of a book, and of the same blog's book when it has more posts: the identity and what was there before stay (A81).
Breaches breaches_of_longer(std::string earlier, std::string later);
/// A sentence for each spoil of a good book that its assertion does not notice.
Breaches unnoticed_spoils(const std::string& book);

/// Spoils. Each throws std::runtime_error if the book has nothing to spoil in that way: `file` is the end of a name.
Spoil replace(std::string_view file, std::string_view from, std::string_view to);
Spoil replace_all(std::string_view file, std::string_view from, std::string_view to);
Spoil change(std::string_view file, std::function<void(ZipEntry&)> how);
Spoil add(std::string_view file, std::string_view bytes);

/// What does not hold for some entry, line of the manifest, or element; `holds` says whether it does for one.
Breaches entries_unless(const CheckedBook& book, const std::function<bool(const ZipEntry&)>& holds);
Breaches items_unless(const CheckedBook& book, const std::function<bool(const Item&)>& holds);
Breaches documents_unless(const CheckedBook& book, const std::function<bool(const Document&)>& holds);
/// `name` empty: all elements, from the root on.
Breaches elements_unless(const CheckedBook& book, std::string_view name,
                         const std::function<bool(const Document&, const Element*)>& holds);
/// One breach of this name, unless it holds.
Breaches unless(bool holds, std::string_view breach);

}  // namespace blogbind::testing
