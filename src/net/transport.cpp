#include "net/transport.h"

#include <algorithm>

namespace blogbind {

std::string_view Answer::header(std::string_view lower_case_name) const {
    const auto found =
        std::find_if(headers.begin(), headers.end(), [&](const auto& field) { return field.first == lower_case_name; });
    return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace blogbind
