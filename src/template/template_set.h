// The templates: built in, or from the user's folder. A thin layer over a mustache library; escaping is its default.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace blogbind {

/// What a template is filled with: a text, ready markup, a list of sub-values, or presence.
/// An empty text is absent: the section of its name is not shown.
class TemplateValues {
  public:
    using List = std::vector<TemplateValues>;
    TemplateValues& set(std::string name, std::string_view text);
    TemplateValues& set(std::string name, List list);
    /// Whether the section of that name is shown, once and with the values around it.
    TemplateValues& show(std::string name, bool shown);

    struct Value {
        enum class Kind { text, list, flag };
        std::string text;
        List list;
        Kind kind = Kind::text;
        bool flag = false;
    };
    [[nodiscard]] const std::map<std::string, Value>& values() const { return values_; }

  private:
    std::map<std::string, Value> values_;
};

class TemplateSet {
  public:
    /// Files of `folder` (empty: none) take the place of built-in ones of the same name.
    /// Error usage: no such folder, or a template has a mistake (file, line, column).
    static Result<TemplateSet> load(const std::filesystem::path& folder);
    TemplateSet(TemplateSet&&) noexcept;
    TemplateSet& operator=(TemplateSet&&) noexcept;
    ~TemplateSet();

    /// Adds `text` at the end of a file that is used as it is: a style sheet. One that is not built in begins with it.
    void append(std::string_view name, std::string_view text);
    [[nodiscard]] bool has(std::string_view name) const { return files_.find(name) != files_.end(); }
    /// The file's text as it is: style sheets.
    [[nodiscard]] Result<std::string> text(std::string_view name) const;
    /// Error usage: the template uses a name that nothing fills (file, line, column).
    [[nodiscard]] Result<std::string> render(std::string_view name, const TemplateValues& values) const;

  private:
    struct File;
    TemplateSet();
    Status add(std::string_view name, std::string text);
    std::map<std::string, std::unique_ptr<File>, std::less<>> files_;
};

}  // namespace blogbind
