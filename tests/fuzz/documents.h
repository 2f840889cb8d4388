// Inputs that are several documents: a folder's files, a server's answers. Each begins with a line "==== NAME".
#pragma once

#include <string_view>
#include <vector>

namespace blogbind::testing {

struct Document {
    std::string_view name, text;  ///< of the first the name is empty where the input begins without one
};

/// Never empty.
inline std::vector<Document> documents_in(std::string_view input) {
    constexpr std::string_view mark = "==== ";
    constexpr std::size_t most = 64;
    std::vector<Document> documents;
    while (documents.empty() || (!input.empty() && documents.size() < most)) {
        Document document;
        if (input.starts_with(mark)) {
            const std::size_t line = input.find('\n');
            document.name = input.substr(mark.size(), line == input.npos ? line : line - mark.size());
            input.remove_prefix(line == input.npos ? input.size() : line + 1);
        }
        const std::size_t next = input.starts_with(mark) ? 0 : input.find("\n==== ");
        document.text = input.substr(0, next);
        input.remove_prefix(next == input.npos ? input.size() : next == 0 ? 0 : next + 1);
        documents.push_back(document);
    }
    return documents;
}

}  // namespace blogbind::testing
