#include "epub/typesetter.h"

#include <utility>

#include "epub/script_runs.h"
#include "markup/xhtml_writer.h"

namespace blogbind::epub {

Typesetter::Typesetter(const TemplateSet& templates, std::string book_language)
    : templates_(templates), book_language_(std::move(book_language)), phrases_(Phrases::in_language(book_language_)) {}

std::string Typesetter::words_language(std::string_view language) const {
    const bool same = primary_language(language) == phrases_.language();
    return same ? std::string() : std::string(phrases_.language());
}

std::string Typesetter::authored(std::string_view text, std::string_view language, std::string_view surroundings) {
    const bool is_elsewhere = primary_language(language) != primary_language(surroundings);
    std::string markup;
    for (const Run& run : script_runs(text, language)) {
        const std::string_view marked = !run.language.empty() ? run.language
                                        : is_elsewhere        ? language
                                                              : std::string_view();
        if (marked.empty()) {
            markup += markup::escaped(run.text);
            continue;
        }
        TemplateValues values;
        values.set("text", run.text).set("language", marked).set("direction", foreign_direction(marked, surroundings));
        markup += filled("run.xhtml", values);
    }
    return markup;
}

std::string Typesetter::quoted(std::string_view text, std::string_view language) {
    const std::string words = words_language(book_language_);
    return authored(text, language, words.empty() ? book_language_ : words);
}

std::string Typesetter::time(std::string_view machine_readable, std::string_view text) {
    TemplateValues values;
    values.set("datetime", machine_readable).set("text", text).set("words", words_language(book_language_));
    return filled("time.xhtml", values);
}

std::string Typesetter::day(const DateTime& time) { return this->time(iso_day(time), phrases_.day(time)); }

std::string Typesetter::link(std::string_view href, std::string_view label_markup) {
    return filled("link.xhtml", TemplateValues().set("href", href).set("label", label_markup));
}

std::string Typesetter::italic(std::string_view markup) {
    return filled("italic.xhtml", TemplateValues().set("text", markup));
}

std::string Typesetter::phrase(Phrase phrase, std::string_view a, std::string_view b, std::string_view c) const {
    // Characters that no text of a book holds stand for the blanks until the words around them are escaped.
    const std::string text = phrases_.text(phrase, "\x01", "\x02", "\x03");
    const std::string_view fillings[] = {a, b, c};
    std::string markup;
    std::size_t start = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const bool is_blank = at < text.size() && text[at] >= '\x01' && text[at] <= '\x03';
        if (!is_blank && at < text.size()) continue;
        markup += markup::escaped(std::string_view(text).substr(start, at - start));
        if (is_blank) markup += fillings[text[at] - 1];
        start = at + 1;
    }
    return markup;
}

std::string Typesetter::filled(std::string_view name, const TemplateValues& values) {
    if (error_) return {};
    Result<std::string> text = templates_.render(name, values);
    if (text) return *std::move(text);
    error_ = std::move(text).error();
    return {};
}

}  // namespace blogbind::epub
