#include "assertions/assertions.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "base/text.h"

namespace blogbind::testing {

namespace {

constexpr std::span<const Assertion> (*groups[])() = {
    container_assertions, package_assertions, manifest_assertions, navigation_assertions, document_assertions,
    text_assertions,      comment_assertions, sheet_assertions,    picture_assertions,    provenance_assertions};

ZipEntry& entry_of(Entries& entries, std::string_view file) {
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const ZipEntry& entry) { return entry.name.ends_with(file); });
    if (found == entries.end()) throw std::runtime_error(fmt::format("no file {} to spoil", file));
    return *found;
}

Entries entries_of(std::string book) { return test::EpubReader(std::move(book)).entries(); }

void append(Breaches& all, const Assertion& assertion, const Breaches& found) {
    for (const std::string& breach : found)
        all.push_back(fmt::format("{} {}: {}", assertion.number, assertion.rule, breach));
}

/// Whether the assertion notices what `spoil` does.
bool is_noticed(const Assertion& assertion, const Spoil& spoil, Entries entries) {
    spoil(entries);
    return !assertion.check(taken_apart(std::move(entries))).empty();
}

/// The words of each document: a twin for Kobo's reader cuts them into spans, but leaves them as they are.
std::map<std::string, std::string> texts(const CheckedBook& book) {
    std::map<std::string, std::string> found;
    for (const Document& document : book.documents) found[document.path] = words(document.body);
    return found;
}

}  // namespace

Breaches breaches_of_book(std::string book) {
    const CheckedBook apart = taken_apart(entries_of(std::move(book)));
    Breaches all;
    for (const auto group : groups)
        for (const Assertion& assertion : group()) append(all, assertion, assertion.check(apart));
    return all;
}

Breaches breaches_of_kepub(std::string kepub, std::string book) {
    const CheckedBook twin = taken_apart(entries_of(std::move(kepub)));
    Breaches all;
    for (const Assertion& assertion : container_assertions()) append(all, assertion, assertion.check(twin));
    if (texts(twin) != texts(taken_apart(entries_of(std::move(book)))))
        all.emplace_back("A78 the twin for Kobo's reader has the same text");
    return all;
}

Breaches breaches_of_longer(std::string earlier, std::string later) {
    const CheckedBook first = taken_apart(entries_of(std::move(earlier)));
    const CheckedBook second = taken_apart(entries_of(std::move(later)));
    const auto identifier = [](const CheckedBook& book) {
        return words(book.metadata_elements("dc:identifier").front());
    };
    Breaches all = unless(identifier(first) == identifier(second), "A81 a longer book is the same book");
    if (first.values("dcterms:modified") >= second.values("dcterms:modified"))
        all.emplace_back("A81 a longer book was modified later");
    for (const Document* chapter : first.chapters) {
        const auto file = second.files.find(chapter->path);
        if (file == second.files.end() || file->second->bytes != *chapter->bytes)
            all.push_back("A81 a longer book has the chapters of the shorter as they were: " + chapter->path);
    }
    return all;
}

Breaches unnoticed_spoils(const std::string& book) {
    Breaches all;
    const Entries good = entries_of(book);
    for (const auto group : groups) {
        for (const Assertion& assertion : group()) {
            if (assertion.spoils.empty()) all.push_back(fmt::format("{} has no spoil", assertion.number));
            for (std::size_t i = 0; i < assertion.spoils.size(); ++i) {
                try {
                    if (!is_noticed(assertion, assertion.spoils[i], good))
                        all.push_back(
                            fmt::format("{} {}: does not notice spoil {}", assertion.number, assertion.rule, i + 1));
                } catch (const std::exception& error) {
                    all.push_back(fmt::format("{}, spoil {}: {}", assertion.number, i + 1, error.what()));
                }
            }
        }
    }
    return all;
}

Spoil replace(std::string_view file, std::string_view from, std::string_view to) {
    return change(file, [from, to](ZipEntry& entry) {
        const std::size_t at = entry.bytes.find(from);
        if (at == std::string::npos) throw std::runtime_error(fmt::format("{} holds no {}", entry.name, from));
        entry.bytes.replace(at, from.size(), to);
    });
}

Spoil replace_all(std::string_view file, std::string_view from, std::string_view to) {
    return change(file, [from, to](ZipEntry& entry) {
        std::string spoilt = replaced(entry.bytes, from, to);
        if (spoilt == entry.bytes) throw std::runtime_error(fmt::format("{} holds no {}", entry.name, from));
        entry.bytes = std::move(spoilt);
    });
}

Spoil change(std::string_view file, std::function<void(ZipEntry&)> how) {
    return [file, how = std::move(how)](Entries& entries) { how(entry_of(entries, file)); };
}

Spoil add(std::string_view file, std::string_view bytes) {
    return [file, bytes](Entries& entries) {
        ZipEntry entry = entries.back();
        entry.name = file;
        entry.bytes = bytes;
        entries.push_back(std::move(entry));
    };
}

Breaches entries_unless(const CheckedBook& book, const std::function<bool(const ZipEntry&)>& holds) {
    Breaches found;
    for (const ZipEntry& entry : book.entries)
        if (!holds(entry)) found.push_back(entry.name);
    return found;
}

Breaches items_unless(const CheckedBook& book, const std::function<bool(const Item&)>& holds) {
    Breaches found;
    for (const Item& item : book.manifest)
        if (!holds(item)) found.push_back(item.href);
    return found;
}

Breaches documents_unless(const CheckedBook& book, const std::function<bool(const Document&)>& holds) {
    Breaches found;
    for (const Document& document : book.documents)
        if (!holds(document)) found.push_back(document.path);
    return found;
}

Breaches elements_unless(const CheckedBook& book, std::string_view name,
                         const std::function<bool(const Document&, const Element*)>& holds) {
    Breaches found;
    for (const Document& document : book.documents)
        for (const Element* element : elements(document.root, name))
            if (!holds(document, element))
                found.push_back(
                    fmt::format("{}: <{}> “{}”", document.path, element->Name(), words(element).substr(0, 80)));
    return found;
}

Breaches unless(bool holds, std::string_view breach) { return holds ? Breaches() : Breaches{std::string(breach)}; }

}  // namespace blogbind::testing
