// The templates: built in, or from the user's folder. A thin layer over a mustache library; escaping is its default.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace blogbind {

/// What a template is filled with: a text, ready markup, a list of sub-values, or presence.
class TemplateValues {
  public:
    using List = std::vector<TemplateValues>;
    TemplateValues& set(std::string name, std::string_view text);
    TemplateValues& set(std::string name, List list);
    /// A section that is shown once, with these values, if given; else it is absent.
    TemplateValues& show(std::string name, bool shown);

    struct Value {
        std::string text;
        List list;
        enum class Kind { text, list, flag } kind = Kind::text;
        bool flag = false;
    };
    [[nodiscard]] const std::map<std::string, Value>& values() const { return values_; }

  private:
    std::map<std::string, Value> values_;
};

class TemplateSet {
  public:
    /// Files of `folder` (empty: none) take the place of built-in ones of the same name.
    static Result<TemplateSet> load(const std::filesystem::path& folder);
    /// The file's text as it is: style sheets.
    [[nodiscard]] Result<std::string> text(std::string_view name) const;
    /// Error usage: the template has a mistake (file, line, column) or uses a name that nothing fills.
    [[nodiscard]] Result<std::string> render(std::string_view name, const TemplateValues& values) const;

  private:
    std::map<std::string, std::string, std::less<>> files_;
};

}  // namespace blogbind
