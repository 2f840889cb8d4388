#include "normalise/image_candidates.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/json.h"
#include "base/text.h"
#include "normalise/image_addresses.h"
#include "normalise/size_tokens.h"

namespace blogbind::normalise {

using markup::Element;

namespace {

constexpr int good_width = 1600;           // the long edge of the largest page: nothing need be guessed beyond it
constexpr long original_rank = 1'000'000;  // said to be the original: before any stated width
constexpr long saved_rank = 2'000'000;     // it came with a saved page: it is there, and it is what the reader saw

// Attributes that hold the original, whatever their picture is named.
constexpr std::array<std::string_view, 11> original_attributes{
    "data-orig-file", "data-full-url", "data-full-res",  "data-original", "data-hi-res-src", "data-highres",
    "data-hires",     "data-orig",     "data-big-photo", "data-image",    "data-zoom-image"};

// Attributes that hold an address even where it does not end like a picture's.
constexpr std::array<std::string_view, 20> address_attributes{"src",
                                                              "data-src",
                                                              "data-lazy-src",
                                                              "data-url",
                                                              "data-large-file",
                                                              "data-medium-file",
                                                              "data-img-url",
                                                              "data-lazy",
                                                              "lazy-src",
                                                              "data-cfsrc",
                                                              "data-ezsrc",
                                                              "data-echo",
                                                              "data-opt-src",
                                                              "data-lazyload",
                                                              "data-breeze",
                                                              "data-wpfc-original-src",
                                                              "data-flickity-lazyload",
                                                              "data-runner-src",
                                                              "nitro-lazy-src",
                                                              "data-src-fg"};

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

double density_of(std::string_view number) {
    double value = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    return error == std::errc{} && value > 0 && value < 100 ? value : 0;
}

void read_descriptor(std::string_view descriptor, SrcsetItem& item) {
    for (const std::string_view word : split_words(descriptor)) {
        if (word.ends_with('w')) item.width = leading_number(word);
        if (word.ends_with('x')) item.density = density_of(word.substr(0, word.size() - 1));
    }
}

/// All that is declared for one picture, with what it is worth.
class Declared {
  public:
    explicit Declared(const Task& task) : task_(task) {}

    void add(std::string_view address, int width, long rank) {
        constexpr std::size_t longest_address = 8192;
        const bool holds_data = address.starts_with("data:");
        if (is_placeholder(address) || (!holds_data && address.size() > longest_address)) return;
        const std::optional<Url> url = task_.resolve(address);
        if (!url || !(url->is_web() || url->scheme() == "file" || url->scheme() == "data")) return;
        ImageCandidate candidate{*url, width, 0, false};
        if (candidate.is_saved()) rank = saved_rank;
        if (width == 0 && !holds_data) candidate.width = width_in_address(*url);
        if (rank < candidate.width) rank = candidate.width;
        for (Item& known : items_)
            if (known.candidate.url == *url) return improve(known, candidate.width, rank);
        items_.push_back({std::move(candidate), rank});
    }

    void add_srcset(std::string_view srcset) {
        constexpr int usual_width = 400;  // of what density multiplies; only its order matters
        for (const SrcsetItem& item : parse_srcset(srcset))
            add(item.address, item.width, item.width != 0 ? item.width : static_cast<long>(item.density * usual_width));
    }

    /// Best first. The sort is stable: of equals the earlier declared one wins.
    std::vector<ImageCandidate> take() {
        std::ranges::stable_sort(items_, [](const Item& a, const Item& b) { return a.rank > b.rank; });
        std::vector<ImageCandidate> candidates;
        for (Item& item : items_) candidates.push_back(std::move(item.candidate));
        return candidates;
    }
    [[nodiscard]] bool has_good_one() const {
        return std::ranges::any_of(items_, [](const Item& item) { return item.rank >= good_width; });
    }

  private:
    struct Item {
        ImageCandidate candidate;
        long rank;
    };
    static void improve(Item& known, int width, long rank) {
        known.candidate.width = std::max(known.candidate.width, width);
        known.rank = std::max(known.rank, rank);
    }

    const Task& task_;
    std::vector<Item> items_;
};

/// "data-orig-size=2048,1536", "data-image-dimensions=2048x1536", "data-original-width=2048".
int original_width(const Element& img) {
    for (const char* name : {"data-orig-size", "data-image-dimensions", "data-original-width"})
        if (const int width = leading_number(markup::attribute(img, name)); width > 0) return width;
    return 0;
}

/// Substack writes what it knows as JSON.
void add_json(std::string_view text, Declared& declared) {
    const Result<Json> json = parse_json(text);
    if (!json) return;
    const std::int64_t* width = (*json)["width"].integer();
    declared.add(json->text("src"), width != nullptr && *width > 0 && *width < 100'000 ? static_cast<int>(*width) : 0,
                 original_rank);
}

bool looks_like_image_address(std::string_view value) {
    return value.size() < 2048 && value.find('/') != std::string_view::npos &&
           value.find_first_of(" <{\n") == std::string_view::npos && names_image(value);
}

void add_attribute(std::string_view name, std::string_view value, const Element& img, Declared& declared) {
    if (name.ends_with("srcset")) return declared.add_srcset(value);
    if (name == "data-attrs") return add_json(value, declared);
    if (holds(original_attributes, name) && (looks_like_image_address(value) || name == "data-orig-file"))
        return declared.add(value, original_width(img), original_rank);
    if (holds(address_attributes, name) || (name.starts_with("data-") && looks_like_image_address(value)))
        declared.add(value, 0, 1);
}

void add_attributes(const Element& element, Declared& declared) {
    for (auto* entry = element.FirstAttribute(); entry != nullptr; entry = entry->Next())
        add_attribute(entry->Name(), trimmed(entry->Value()), element, declared);
}

void add_picture_sources(const Element& img, Declared& declared) {
    const markup::Node* picture = img.Parent();
    if (picture == nullptr || !markup::is_named(*picture, "picture")) return;
    for (const Element* source = picture->FirstChildElement("source"); source != nullptr;
         source = source->NextSiblingElement("source"))
        add_attributes(*source, declared);
}

/// A link from a picture to a file is the picture itself, if it is on the same host or of the same name.
bool leads_to_itself(const Url& link, const std::vector<ImageCandidate>& declared) {
    if (!names_image(link.path())) return false;
    return std::ranges::any_of(declared, [&](const ImageCandidate& candidate) {
        return candidate.url.host() == link.host() || picture_name(candidate.url) == picture_name(link);
    });
}

std::vector<ImageCandidate> guesses(const std::vector<ImageCandidate>& declared) {
    std::vector<ImageCandidate> found;
    for (const ImageCandidate& candidate : declared) {
        for (Url& url : original_addresses(candidate.url)) {
            const auto same = [&](const ImageCandidate& known) { return known.url == url; };
            if (std::ranges::none_of(declared, same) && std::ranges::none_of(found, same))
                found.push_back({std::move(url), 0, 0, true});
        }
        if (!found.empty()) break;  // the best declared address that a rule knows is enough
    }
    return found;
}

/// Whether `parent` holds nothing to see but `child`. Looks at few children: no link has many.
bool is_alone(const markup::Node& child, const markup::Node& parent) {
    int left = 32;
    for (const markup::Node* other = parent.FirstChild(); other != nullptr; other = other->NextSibling()) {
        if (--left < 0) return false;
        if (other == &child || markup::is_named(*other, "source")) continue;
        if (other->ToElement() != nullptr || markup::has_text(*other)) return false;
    }
    return true;
}

}  // namespace

std::vector<SrcsetItem> parse_srcset(std::string_view srcset) {
    constexpr std::size_t most_items = 64;
    std::vector<SrcsetItem> items;
    std::size_t at = 0;
    const auto skip = [&](std::string_view what) { at = std::min(srcset.find_first_not_of(what, at), srcset.size()); };
    while (items.size() < most_items) {
        skip(" \t\r\n\f,");
        if (at >= srcset.size()) break;
        std::size_t end = std::min(srcset.find_first_of(" \t\r\n\f", at), srcset.size());
        SrcsetItem item{srcset.substr(at, end - at)};
        at = end;
        if (item.address.ends_with(',')) {
            while (item.address.ends_with(',')) item.address.remove_suffix(1);
        } else {
            end = std::min(srcset.find(',', at), srcset.size());
            read_descriptor(srcset.substr(at, end - at), item);
            at = end;
        }
        items.push_back(item);
    }
    return items;
}

const Element* lone_link(const Element& img) {
    constexpr int farthest = 6;
    const markup::Node* inner = &img;
    for (int steps = 0; steps < farthest; ++steps) {
        const markup::Node* parent = inner->Parent();
        if (parent == nullptr || parent->ToElement() == nullptr || !is_alone(*inner, *parent)) return nullptr;
        if (markup::is_named(*parent, "a")) return parent->ToElement();
        inner = parent;
    }
    return nullptr;
}

Element* lone_link(Element& img) { return const_cast<Element*>(lone_link(static_cast<const Element&>(img))); }

std::vector<ImageCandidate> image_candidates(const Element& img, const Task& task) {
    Declared declared(task);
    add_attributes(img, declared);
    add_picture_sources(img, declared);
    if (const Element* link = lone_link(img)) {
        const std::optional<Url> url = task.resolve(markup::attribute(*link, "href"));
        if (url && leads_to_itself(*url, Declared(declared).take())) declared.add(url->text(), 0, original_rank - 1);
    }
    const bool is_good = declared.has_good_one();
    std::vector<ImageCandidate> candidates = declared.take();
    std::vector<ImageCandidate> guessed = guesses(candidates);
    candidates.insert(is_good ? candidates.end() : candidates.begin(), guessed.begin(), guessed.end());
    return candidates;
}

}  // namespace blogbind::normalise
