// The only file that knows the mustache library.
#include "template/template_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <kainjow/mustache.hpp>
#include <utility>

#include "base/file.h"
#include "base/text.h"
#include "template/embedded_files.h"

namespace blogbind {

namespace mustache = kainjow::mustache;

struct TemplateSet::File {
    std::string text;
    mutable mustache::mustache compiled;  // its render() only is not const for the sake of partials, which we refuse
};

namespace {

constexpr std::size_t largest_template = 1U << 20;

// Looks names up as its base does, and remembers the first that nothing fills.
class StrictContext : public mustache::context<std::string> {
  public:
    explicit StrictContext(const mustache::data* data) : context(data) {}
    const mustache::data* get(const std::string& name) const override {
        const mustache::data* found = context::get(name);
        if (found == nullptr && missing_.empty()) missing_ = name;
        return found;
    }
    const mustache::data* get_partial(const std::string& name) const override {
        if (missing_.empty()) missing_ = name;  // values, repetition, presence: no partials
        return nullptr;
    }
    [[nodiscard]] const std::string& missing() const { return missing_; }

  private:
    mutable std::string missing_;
};

mustache::data converted(const TemplateValues& values);

mustache::data converted(const TemplateValues::Value& value) {
    using Kind = TemplateValues::Value::Kind;
    if (value.kind == Kind::flag) return mustache::data(value.flag);
    if (value.kind == Kind::text) return value.text.empty() ? mustache::data(false) : mustache::data(value.text);
    mustache::data list(mustache::data::type::list);
    for (const TemplateValues& item : value.list) list.push_back(converted(item));
    return list;
}

mustache::data converted(const TemplateValues& values) {
    mustache::data object(mustache::data::type::object);
    for (const auto& [name, value] : values.values()) object[name] = converted(value);
    return object;
}

// "chapter.xhtml:12:5"
std::string place(std::string_view file, std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, offset);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
    return fmt::format("{}:{}:{}", file, line, before.size() - line_start + 1);
}

// Where the tag that names `name` begins; the end of the text if it is nowhere.
std::size_t tag_position(std::string_view text, std::string_view name) {
    for (std::size_t at = text.find("{{"); at != std::string_view::npos; at = text.find("{{", at + 2)) {
        std::string_view tag = text.substr(at + 2, text.find("}}", at) - at - 2);
        const std::size_t start = tag.find_first_not_of("{#^/>& ");
        if (start != std::string_view::npos && trimmed(tag.substr(start)) == name) return at;
    }
    return text.size();
}

// The library writes "Unclosed tag at 17".
std::string mistake(std::string_view file, std::string_view text, const std::string& message) {
    const std::size_t at = message.rfind(" at ");
    const auto offset =
        at == std::string::npos ? std::nullopt : parsed_integer(std::string_view(message).substr(at + 4));
    if (!offset) return fmt::format("template {}: {}", file, message);
    return fmt::format("template {}: {}", place(file, text, static_cast<std::size_t>(*offset)), message.substr(0, at));
}

bool is_template(std::string_view name) { return name.ends_with(".xhtml") || name == "fonts.css"; }

}  // namespace

TemplateValues& TemplateValues::set(std::string name, std::string_view text) {
    values_[std::move(name)] = {.text = std::string(text), .list = {}, .kind = Value::Kind::text};
    return *this;
}

TemplateValues& TemplateValues::set(std::string name, List list) {
    values_[std::move(name)] = {.text = {}, .list = std::move(list), .kind = Value::Kind::list};
    return *this;
}

TemplateValues& TemplateValues::show(std::string name, bool shown) {
    values_[std::move(name)] = {.text = {}, .list = {}, .kind = Value::Kind::flag, .flag = shown};
    return *this;
}

TemplateSet::TemplateSet() = default;
TemplateSet::TemplateSet(TemplateSet&&) noexcept = default;
TemplateSet& TemplateSet::operator=(TemplateSet&&) noexcept = default;
TemplateSet::~TemplateSet() = default;

Result<TemplateSet> TemplateSet::load(const std::filesystem::path& folder) {
    std::error_code error;
    if (!folder.empty() && !std::filesystem::is_directory(folder, error))
        return fail(ErrorKind::usage, fmt::format("{} is no folder of templates", folder.string()));
    TemplateSet set;
    for (const EmbeddedFile& file : embedded_files()) {
        const std::filesystem::path own = folder / file.name;
        std::string text(file.text);
        if (!folder.empty() && std::filesystem::exists(own, error)) {
            Result<std::string> read = read_file(own, largest_template);
            if (!read) return fail(ErrorKind::usage, read.error().message);
            text = *std::move(read);
        }
        if (const Status added = set.add(file.name, std::move(text)); !added) return fail(added.error());
    }
    return set;
}

Status TemplateSet::add(std::string_view name, std::string text) {
    try {
        mustache::mustache compiled(is_template(name) ? text : std::string());
        if (!compiled.is_valid()) return fail(ErrorKind::usage, mistake(name, text, compiled.error_message()));
        files_[std::string(name)] = std::make_unique<File>(File{std::move(text), std::move(compiled)});
        return {};
    } catch (const std::exception& exception) {  // the library reads past the end after "{{" as the last bytes
        return fail(ErrorKind::usage, fmt::format("template {}: {}", name, exception.what()));
    }
}

void TemplateSet::append(std::string_view name, std::string_view text) {
    const auto file = files_.try_emplace(std::string(name)).first;
    if (!file->second) file->second = std::make_unique<File>(File{{}, mustache::mustache(std::string())});
    file->second->text += text;
}

Result<std::string> TemplateSet::text(std::string_view name) const {
    const auto file = files_.find(name);
    if (file == files_.end()) return fail(ErrorKind::usage, fmt::format("there is no template {}", name));
    return file->second->text;
}

Result<std::string> TemplateSet::render(std::string_view name, const TemplateValues& values) const {
    const auto file = files_.find(name);
    if (file == files_.end()) return fail(ErrorKind::usage, fmt::format("there is no template {}", name));
    const mustache::data data = converted(values);
    StrictContext context(&data);
    std::string out;
    try {
        std::ostringstream stream;
        file->second->compiled.render(context, stream);
        out = std::move(stream).str();
    } catch (const std::exception& exception) {
        return fail(ErrorKind::usage, fmt::format("template {}: {}", name, exception.what()));
    }
    if (context.missing().empty()) return out;
    const std::string& text = file->second->text;
    return fail(ErrorKind::usage,
                fmt::format("template {}: nothing is known by the name \"{}\"",
                            place(name, text, tag_position(text, context.missing())), context.missing()));
}

}  // namespace blogbind
