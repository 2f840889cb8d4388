// Puts words into templates. Small pieces of markup in running text (times, links, foreign words) are templates too.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/phrases.h"
#include "base/result.h"
#include "template/template_set.h"

namespace blogbind::epub {

/// "Markup" is text that is ready for a document; everything else is escaped on its way there.
class Typesetter {
  public:
    /// `templates` must outlive the typesetter.
    Typesetter(const TemplateSet& templates, std::string book_language);

    [[nodiscard]] const Phrases& phrases() const { return phrases_; }
    [[nodiscard]] const std::string& book_language() const { return book_language_; }
    /// The language to say where the book's own words stand in text of `language`; empty if it is the same.
    [[nodiscard]] std::string words_language(std::string_view language) const;

    /// The author's words as markup, in surroundings of another language perhaps. Foreign scripts are marked.
    std::string authored(std::string_view text, std::string_view language, std::string_view surroundings);
    /// The author's words, in the book's language, in text of that language.
    std::string authored(std::string_view text) { return authored(text, book_language_, book_language_); }
    /// The author's words amid the book's own: a title in "On “…”".
    std::string quoted(std::string_view text, std::string_view language);
    std::string time(std::string_view machine_readable, std::string_view text);
    std::string day(const DateTime& time);
    std::string link(std::string_view href, std::string_view label_markup);
    std::string italic(std::string_view markup);
    /// A phrase whose blanks are filled with markup.
    std::string phrase(Phrase phrase, std::string_view a = {}, std::string_view b = {}, std::string_view c = {}) const;

    /// A filled template; empty once something was wrong with one.
    std::string filled(std::string_view name, const TemplateValues& values);
    /// The first thing that was wrong.
    [[nodiscard]] const std::optional<Error>& error() const { return error_; }

  private:
    const TemplateSet& templates_;
    std::string book_language_;
    const Phrases& phrases_;
    std::optional<Error> error_;
};

}  // namespace blogbind::epub
