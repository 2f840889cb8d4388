#include "epub/font_use.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/utf8.h"
#include "epub/script_runs.h"
#include "epub/xhtml_scan.h"

namespace blogbind::epub {

namespace {

struct Range {
    char32_t first, last;
};
/// Unicode #Blocks: what devices without a font for pictographs show as boxes. Sorted.
constexpr std::array symbol_ranges{
    Range{0x2300, 0x23FF},    // technical
    Range{0x2600, 0x27BF},    // weather, chess, dingbats
    Range{0x2B00, 0x2BFF},    // arrows and stars
    Range{0x1F000, 0x1FAFF},  // pictographs
};
constexpr char32_t joiner = 0x200D, picture_variant = 0xFE0F;

bool is_symbol(char32_t character) {
    return std::ranges::any_of(symbol_ranges,
                               [&](const Range& r) { return r.first <= character && character <= r.last; });
}

/// The languages of the elements that are open, the innermost last.
class Languages {
  public:
    void open(const Tag& tag) {
        std::string_view language = open_.empty() ? std::string_view() : open_.back();
        for (const auto& [name, value] : tag.attributes)
            if (name == "lang") language = primary_language(value);
        open_.push_back(language);
    }
    void close() { open_.pop_back(); }
    [[nodiscard]] std::string current() const { return open_.empty() ? std::string() : std::string(open_.back()); }

  private:
    std::vector<std::string_view> open_;
};

/// Most characters are ASCII, and most are there already.
class CharacterSet {
  public:
    void insert(char32_t character) {
        if (character < ascii_.size())
            ascii_[character] = true;
        else
            others_.insert(character);
    }
    [[nodiscard]] std::string text() const {
        std::string all;
        for (std::size_t c = 0; c < ascii_.size(); ++c)
            if (ascii_[c]) all += static_cast<char>(c);
        for (const char32_t character : others_) append_character(all, character);
        return all;
    }

  private:
    std::array<bool, 128> ascii_{};
    std::set<char32_t> others_;
};

using Characters = std::map<std::string, CharacterSet>;

void collect(std::string_view document, Characters& characters) {
    Languages languages;
    const auto add = [&](std::string_view text) {
        CharacterSet& own = characters[languages.current()];
        for (std::size_t at = 0; at < text.size();) {
            const char32_t character = next_character(text, at);
            (is_symbol(character) ? characters[std::string(symbols)] : own).insert(character);
        }
    };
    (void)scan_xhtml(
        document,
        {.start = [&](const Tag& tag) { languages.open(tag); }, .end = [&] { languages.close(); }, .text = add});
}

std::string class_of(std::string_view language) { return fmt::format("in-{}", language); }

/// Copies a document, and puts classes between.
class Marker {
  public:
    Marker(std::string_view document, const std::vector<Font>& fonts) : document_(document) {
        for (const Font& font : fonts)
            if (!font.language.empty()) languages_.insert(font.language);
    }

    std::string marked() {
        const bool is_sound =
            scan_xhtml(document_, {.start = [this](const Tag& tag) { start(tag); },
                                   .end = [] {},
                                   .text = [this](std::string_view text) { in_body_ ? mark_symbols(text) : void(); }})
                .has_value();
        if (!is_sound) return std::string(document_);  // the self-check says what is wrong with it
        copy_until(document_.data() + document_.size());
        return std::move(out_);
    }

  private:
    void copy_until(const char* end) {
        const auto length = static_cast<std::size_t>(end - document_.data()) - copied_;
        out_ += document_.substr(copied_, length);
        copied_ += length;
    }

    void start(const Tag& tag) {
        if (tag.name == "body") in_body_ = true;
        std::string_view language, classes;
        for (const auto& [name, value] : tag.attributes) {
            if (name == "lang") language = primary_language(value);
            if (name == "class") classes = value;
        }
        if (!in_body_ || language.empty() || !languages_.contains(language)) return;
        if (classes.empty()) {
            copy_until(tag.name.data() + tag.name.size());
            out_ += fmt::format(R"( class="{}")", class_of(language));
        } else {
            copy_until(classes.data() + classes.size());
            out_ += ' ' + class_of(language);
        }
    }

    void mark_symbols(std::string_view text) {
        if (!languages_.contains(symbols)) return;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t begin = at;
            if (!is_symbol(next_character(text, at))) continue;
            std::size_t end = at;
            while (end < text.size()) {
                const char32_t next = next_character(text, at);
                if (!is_symbol(next) && next != joiner && next != picture_variant) break;
                end = at;
            }
            copy_until(text.data() + begin);
            out_ += fmt::format(R"(<span class="{}">)", class_of(symbols));
            copy_until(text.data() + end);
            out_ += "</span>";
            at = end;
        }
    }

    std::string_view document_;
    std::set<std::string, std::less<>> languages_;
    std::string out_;
    std::size_t copied_ = 0;
    bool in_body_ = false;
};

/// What the book calls a font: its makers may keep the name for the whole of it.
std::string name_in_book(const Font& font) {
    return font.language.empty() ? std::string("book-text") : "book-" + font.language;
}

}  // namespace

std::map<std::string, std::string> shown_characters(const Publication& publication, const Spill& spill) {
    Characters characters;
    for (const ContainerFile& file : publication.files)
        if (file.path.ends_with(".xhtml")) collect(bytes_of(file, spill), characters);
    std::map<std::string, std::string> shown;
    for (const auto& [language, set] : characters) shown.emplace(language, set.text());
    return shown;
}

Result<std::string> font_sheet(const std::vector<Font>& fonts, const TemplateSet& templates) {
    TemplateValues::List faces, uses;
    for (const Font& font : fonts) {
        faces.emplace_back()
            .set("name", name_in_book(font))
            .set("weight", font.bold ? "bold" : "normal")
            .set("style", font.italic ? "italic" : "normal")
            .set("file", font.file.path);
        if (font.bold || font.italic) continue;
        uses.emplace_back()
            .set("place", font.language.empty() ? "body, h1, h2, h3, h4, h5, h6" : "." + class_of(font.language))
            .set("name", name_in_book(font))
            .set("generic", font.generic);
    }
    TemplateValues values;
    values.set("faces", std::move(faces)).set("uses", std::move(uses));
    return templates.render("fonts.css", values);
}

std::string with_font_classes(std::string_view document, const std::vector<Font>& fonts) {
    return Marker(document, fonts).marked();
}

}  // namespace blogbind::epub
