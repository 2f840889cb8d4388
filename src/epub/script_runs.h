// Runs of text in another script than that around them: their language must be said, for voices and for fonts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace blogbind::epub {

struct Run {
    std::string_view text;      ///< of the text that was given
    std::string_view language;  ///< empty: that of the text around
};

/// `text` in pieces. Latin script is never told apart: a wrong language is worse than none.
std::vector<Run> script_runs(std::string_view text, std::string_view surrounding_language);
/// The language of the first run in another script; empty if there is none. For texts that cannot hold markup.
std::string_view foreign_language(std::string_view text, std::string_view surrounding_language);
bool is_right_to_left(std::string_view language);
/// Chinese, Japanese and Korean: their letters are not slanted, their lines break anywhere.
bool is_cjk(std::string_view language);
/// "rtl" or "ltr" if `language` is not written the way that the surrounding one is; else empty.
std::string_view foreign_direction(std::string_view language, std::string_view surrounding_language);
/// "en" of "en-GB"
std::string_view primary_language(std::string_view tag);

}  // namespace blogbind::epub
