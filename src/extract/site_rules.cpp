#include "extract/site_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/text.h"
#include "base/toml.h"
#include "base/utf8.h"
#include "extract/ruled_fields.h"
#include "extract/walk.h"
#include "markup/select.h"

namespace blogbind::extract {

namespace {

using markup::Element;

constexpr std::array<std::string_view, rule_kind_count> names{"body",   "remove",   "title", "date",
                                                              "author", "comments", "next"};
constexpr std::string_view every_page = "*";
constexpr std::size_t most_selectors = 100;  // of one rule

struct HostRule {
    RuleKind kind = RuleKind::body;
    std::vector<std::string> spellings;
    std::vector<markup::Selector> selectors;  // the first that matches counts, except where all do
};

struct Table {
    std::string host;
    std::vector<HostRule> rules;
};

std::string known_names() {
    std::string all;
    for (const std::string_view name : names) all += (all.empty() ? "" : ", ") + std::string(name);
    return all;
}

std::optional<RuleKind> kind_named(std::string_view name) {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) return std::nullopt;
    return static_cast<RuleKind>(found - names.begin());
}

Status add_selector(HostRule& rule, const Json& value, std::string_view place) {
    const std::string* text = value.string();
    if (text == nullptr || rule.selectors.size() >= most_selectors)
        return fail(ErrorKind::usage,
                    fmt::format("{} is no selector, and no list of at most {}", place, most_selectors));
    auto selector = markup::Selector::parse(*text);
    if (!selector)
        return fail(ErrorKind::usage,
                    fmt::format("{}: “{}” is no selector: {}", place, *text, selector.error().message));
    rule.spellings.push_back(*text);
    rule.selectors.push_back(*std::move(selector));
    return {};
}

Result<HostRule> rule_of(std::string_view host, std::string_view name, const Json& value) {
    const std::string place = fmt::format("“{}” of “{}”", name, host);
    const std::optional<RuleKind> kind = kind_named(name);
    if (!kind) return fail(ErrorKind::usage, fmt::format("{} is no rule; there are {}", place, known_names()));
    HostRule rule{*kind, {}, {}};
    const Json::Array single{value};
    for (const Json& item : value.array() != nullptr ? *value.array() : single)
        if (Status added = add_selector(rule, item, place); !added) return fail(added.error());
    return rule;
}

/// `[blog.example]` is a table within a table, and means the same as `["blog.example"]`.
Status add_tables(const std::string& host, const Json::Object& content, std::vector<Table>& tables) {
    Table table{ascii_lowered(host.starts_with("www.") ? host.substr(4) : host), {}};
    for (const auto& [name, value] : content) {
        if (const Json::Object* inner = value.object()) {
            const std::string below = host.empty() ? name : host + "." + name;
            if (Status added = add_tables(below, *inner, tables); !added) return added;
            continue;
        }
        if (host.empty())
            return fail(ErrorKind::usage,
                        fmt::format("“{}” stands before the first host, as in [\"blog.example\"]", name));
        auto rule = rule_of(host, name, value);
        if (!rule) return fail(rule.error());
        table.rules.push_back(*std::move(rule));
    }
    // what is removed is seen by no other rule
    std::ranges::stable_partition(table.rules, [](const HostRule& rule) { return rule.kind == RuleKind::remove; });
    if (!table.rules.empty()) tables.push_back(std::move(table));
    return {};
}

bool covers(const Table& table, std::string_view host) {
    if (table.host == every_page || host == table.host) return true;
    return host.size() > table.host.size() && host.ends_with(table.host) &&
           host[host.size() - table.host.size() - 1] == '.';
}

std::string all_spellings(const HostRule& rule) {
    std::string all;
    for (const std::string& spelling : rule.spellings) all += (all.empty() ? "" : "; ") + spelling;
    return all;
}

/// Takes away what any of the selectors matches.
void remove_all(const HostRule& rule, PagePart& part, AppliedRule& applied) {
    constexpr std::size_t longest_start = 80;
    for (const markup::Selector& selector : rule.selectors) {
        std::vector<Element*> doomed;  // outermost ones: the others go with them
        for (Element* element : selector.all(part.document.root()))
            if (doomed.empty() || !holds(*doomed.back(), *element)) doomed.push_back(element);
        for (Element* element : doomed) {
            part.ruled.left_out.push_back({"rule", shortened(markup::collapsed_text(*element), longest_start)});
            markup::remove(*element);
        }
        applied.matched = applied.matched || !doomed.empty();
    }
}

/// What the first selector matches that matches anything of use.
void find_all(const HostRule& rule, PagePart& part, AppliedRule& applied) {
    for (std::size_t i = 0; i < rule.selectors.size() && !applied.matched; ++i) {
        std::vector<const Element*> found = rule.selectors[i].all(std::as_const(part.document).root());
        std::erase_if(found, [&](const Element* element) { return !tells(rule.kind, *element); });
        if (found.empty()) continue;
        applied.matched = true;
        applied.selector = rule.spellings[i];
        part.ruled.found[static_cast<std::size_t>(rule.kind)] = std::move(found);
    }
}

}  // namespace

struct SiteRules::Tables {
    std::string text;
    std::vector<Table> tables;
};

Result<SiteRules> SiteRules::parse(std::string_view toml) {
    const Result<Json> json = parse_toml(toml);
    if (!json) return fail(ErrorKind::usage, json.error().message);
    auto read = std::make_shared<Tables>();
    read->text = toml;
    if (Status added = add_tables({}, *json->object(), read->tables); !added) return fail(added.error());
    // the longest name first, "*" last
    std::ranges::stable_sort(read->tables, std::ranges::greater{},
                             [](const Table& table) { return table.host == every_page ? 0 : table.host.size(); });
    SiteRules rules;
    rules.tables_ = std::move(read);
    return rules;
}

void SiteRules::apply(PagePart& part) const {
    if (!tables_) return;
    const std::string host(part.url ? part.url->host() : std::string_view());
    const auto table = std::ranges::find_if(tables_->tables, [&](const Table& each) { return covers(each, host); });
    if (table == tables_->tables.end()) return;
    for (const HostRule& rule : table->rules) {
        AppliedRule applied{table->host, std::string(names[static_cast<std::size_t>(rule.kind)]), all_spellings(rule),
                            false};
        if (rule.kind == RuleKind::remove)
            remove_all(rule, part, applied);
        else
            find_all(rule, part, applied);
        part.ruled.applied.push_back(std::move(applied));
    }
}

const std::string& SiteRules::text() const {
    static const std::string none;
    return tables_ ? tables_->text : none;
}

}  // namespace blogbind::extract
