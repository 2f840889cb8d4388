#include "net/robots.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <system_error>

#include "base/text.h"
#include "net/url.h"

namespace blogbind {

namespace {

constexpr std::size_t text_limit = 500U << 10;
constexpr std::chrono::milliseconds longest_delay = std::chrono::seconds(30);  // a typing error must not stop a run

struct Line {
    std::string name;
    std::string_view value;
};

std::optional<Line> line_of(std::string_view text) {
    text = text.substr(0, text.find('#'));
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    return Line{ascii_lowered(trimmed(text.substr(0, colon))), trimmed(text.substr(colon + 1))};
}

/// RFC 9309 #user-agent: the token is compared without regard to case, and what follows it does not count.
bool names_agent(std::string_view value, std::string_view agent) {
    return value.size() >= agent.size() && equals_ignoring_case(value.substr(0, agent.size()), agent) &&
           (value.size() == agent.size() || value[agent.size()] == '/' || value[agent.size()] == ' ');
}

std::chrono::milliseconds delay_of(std::string_view value) {
    double seconds = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
    if (error != std::errc() || !(seconds > 0)) return {};
    const double most = static_cast<double>(longest_delay.count());
    return std::chrono::milliseconds(static_cast<long>(std::min(seconds * 1000, most)));
}

/// Both sides in the same spelling of escapes.
std::string escaped(std::string_view target) {
    const std::optional<Url> url = Url::parse("http://a" + std::string(target));
    return target.starts_with('/') && url ? url->text().substr(std::string_view("http://a").size()) : std::string(target);
}

/// Greedy with one point of return, so linear in practice and never worse than quadratic.
bool fits(std::string_view pattern, std::string_view target) {
    const bool is_whole = pattern.ends_with('$');
    if (is_whole) pattern.remove_suffix(1);
    std::size_t at = 0, star = std::string_view::npos, return_to = 0;
    std::size_t p = 0;
    for (;;) {
        if (p == pattern.size() && (!is_whole || at == target.size())) return true;
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            return_to = at;
        } else if (p < pattern.size() && at < target.size() && pattern[p] == target[at]) {
            ++p, ++at;
        } else if (star != std::string_view::npos && return_to < target.size()) {
            p = star + 1;
            at = ++return_to;
        } else {
            return false;
        }
    }
}

}  // namespace

RobotsRules RobotsRules::parse(std::string_view text, std::string_view agent) {
    RobotsRules own, general;
    bool has_own = false, is_own = false, is_general = false, is_in_names = false;
    for (const std::string_view raw : split(text.substr(0, text_limit), '\n')) {
        const std::optional<Line> line = line_of(raw);
        if (!line) continue;
        if (line->name == "user-agent") {
            if (!is_in_names) is_own = is_general = false;
            is_in_names = true;
            is_own |= names_agent(line->value, agent);
            is_general |= line->value == "*";
            has_own |= is_own;
            continue;
        }
        const auto note = [&](RobotsRules& rules) {
            if (line->name == "crawl-delay") rules.crawl_delay_ = delay_of(line->value);
            const bool is_rule = line->name == "allow" || line->name == "disallow";
            if (is_rule && !line->value.empty())
                rules.rules_.push_back({escaped(line->value), line->name == "allow"});
        };
        if (line->name == "sitemap") continue;  // belongs to no group
        is_in_names = false;
        if (is_own) note(own);
        if (is_general) note(general);
    }
    return has_own ? own : general;
}

bool RobotsRules::allows(std::string_view target) const {
    if (target == "/robots.txt") return true;
    const Rule* strongest = nullptr;
    for (const Rule& rule : rules_) {
        if (!fits(rule.pattern, target)) continue;
        const std::size_t length = rule.pattern.size(), best = strongest == nullptr ? 0 : strongest->pattern.size();
        if (strongest == nullptr || length > best || (length == best && rule.allows)) strongest = &rule;
    }
    return strongest == nullptr || strongest->allows;
}

}  // namespace blogbind
