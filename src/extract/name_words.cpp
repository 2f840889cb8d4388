#include "extract/name_words.h"

#include "base/text.h"

namespace blogbind::extract {

std::vector<std::string> name_words(std::string_view name) {
    std::vector<std::string> words(1);
    bool was_lower = false;
    for (const char c : name) {
        const bool is_upper = c >= 'A' && c <= 'Z';
        if (!is_ascii_alpha(c) || (is_upper && was_lower)) words.emplace_back();
        if (is_ascii_alpha(c)) words.back() += ascii_lower(c);
        was_lower = is_ascii_alpha(c) && !is_upper;
    }
    std::erase(words, std::string());
    return words;
}

}  // namespace blogbind::extract
