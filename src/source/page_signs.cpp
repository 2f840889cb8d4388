#include "source/page_signs.h"

#include "base/text.h"

namespace blogbind {
namespace {

bool is_below(std::string_view host, std::string_view domain) {
    if (host == domain) return true;
    return host.size() > domain.size() && host.ends_with(domain) && host[host.size() - domain.size() - 1] == '.';
}

template <class Test>
bool any_element(const PagePart& page, Test test) {
    bool found = false;
    markup::each_element(page.document.root(), [&](const markup::Element& element) { found = found || test(element); });
    return found;
}

}  // namespace

std::string generator_of(const PagePart& page) {
    std::string generator;
    markup::each_element(page.document.root(), [&](const markup::Element& element) {
        if (generator.empty() && markup::is_named(element, "meta") &&
            ascii_lowered(markup::attribute(element, "name")) == "generator")
            generator = ascii_lowered(markup::attribute(element, "content"));
    });
    return generator;
}

bool loads_from(const PagePart& page, std::string_view domain) {
    return any_element(page, [&](const markup::Element& element) {
        if (!markup::is_one_of(element, "script link iframe")) return false;
        const char* name = markup::is_named(element, "link") ? "href" : "src";
        const std::optional<Url> target = page.url ? page.url->resolve(markup::attribute(element, name)) : std::nullopt;
        return target && is_below(target->host(), domain);
    });
}

bool has_script_with(const PagePart& page, std::string_view text) {
    return any_element(page, [&](const markup::Element& element) {
        const char* script = markup::is_named(element, "script") ? element.GetText() : nullptr;
        return script != nullptr && std::string_view(script).find(text) != std::string_view::npos;
    });
}

}  // namespace blogbind
