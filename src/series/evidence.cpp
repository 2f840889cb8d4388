#include "series/evidence.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/text.h"
#include "base/utf8.h"
#include "series/body_links.h"
#include "series/part_tokens.h"
#include "series/pointers.h"

namespace blogbind::series {
namespace {

/// How sure a kind of evidence is. Seven in sum, one of it better than navigation, make a member.
constexpr int weight_of(EvidenceKind kind) {
    switch (kind) {
        case EvidenceKind::series_box: return 10;
        case EvidenceKind::index_post: return 8;
        case EvidenceKind::pointer_next: return 8;
        case EvidenceKind::pointer_previous: return 8;
        case EvidenceKind::part_title: return 7;
        case EvidenceKind::category: return 5;
        case EvidenceKind::navigation: return 3;
        case EvidenceKind::mention: return 3;
    }
    return 0;
}

Evidence evidence_for(EvidenceKind kind, std::optional<Url> url, std::string title) {
    return Evidence{kind, std::move(url), std::move(title), weight_of(kind), {}};
}

bool names_only_a_part(std::string_view text) {
    const TitleParts title = read_title(text);
    return title.part && title.stem.empty();
}

/// "Part B: breakfast", "Kestrel Coast – Part B".
bool is_part_of(std::string_view text, std::string_view stem) {
    const TitleParts title = read_title(text);
    return title.part && (title.stem.empty() || same_stem(title.stem, stem));
}

/// The words before the list: a heading or a short paragraph that ends in no full stop.
std::string name_of_list(const markup::Element& list) {
    const markup::Node* before = list.PreviousSibling();
    while (before != nullptr && (before->ToElement() == nullptr || !markup::has_text(*before)))
        before = before->PreviousSibling();
    if (before == nullptr) return {};
    std::string name = markup::collapsed_text(*before);
    return name.size() <= 100 && !name.ends_with('.') ? name : std::string();
}

/// Links of one list, or of one paragraph.
using Group = std::pair<const markup::Element*, std::vector<const BodyLink*>>;

std::vector<Group> grouped(const std::vector<BodyLink>& links) {
    std::vector<Group> groups;
    std::map<const markup::Element*, std::size_t> places;
    for (const BodyLink& link : links) {
        const markup::Element* place = link.list != nullptr ? link.list : link.block;
        const auto [found, is_new] = places.emplace(place, groups.size());
        if (is_new) groups.push_back({place, {}});
        groups[found->second].second.push_back(&link);
    }
    return groups;
}

/// Two others are enough if the list has room for the post that we are in.
bool is_part_list(const Group& group, std::string_view stem) {
    const auto& [place, links] = group;
    if (place == nullptr) return false;
    if (is_series_box(*place)) return true;
    const auto parts = std::count_if(links.begin(), links.end(),
                                     [stem](const BodyLink* link) { return is_part_of(link->text, stem); });
    const std::size_t items = markup::is_one_of(*place, "ul ol") ? 2 : 3;
    return static_cast<std::size_t>(parts) >= items && 2 * static_cast<std::size_t>(parts) > links.size();
}

std::vector<PartList> part_lists(const std::vector<BodyLink>& links, std::string_view stem) {
    std::vector<PartList> lists;
    for (const Group& group : grouped(links)) {
        if (!is_part_list(group, stem)) continue;
        const bool by_plugin = is_series_box(*group.first);
        PartList list;
        list.name = name_of_list(*group.first);
        for (const BodyLink* link : group.second) {
            if (!by_plugin && !is_part_of(link->text, stem)) continue;
            list.parts.push_back(evidence_for(EvidenceKind::series_box, link->url, link->text));
            list.parts.back().list_name = list.name;
        }
        lists.push_back(std::move(list));
    }
    return lists;
}

/// What follows the last full stop.
std::string_view last_sentence(std::string_view text) {
    std::size_t from = 0;
    for (std::string_view end : {". ", "! ", "? "})
        if (const std::size_t at = text.rfind(end); at != std::string_view::npos)
            from = std::max(from, at + end.size());
    return text.substr(from);
}

EvidenceKind kind_of(Direction direction) {
    if (direction == Direction::next) return EvidenceKind::pointer_next;
    if (direction == Direction::index) return EvidenceKind::index_post;
    return EvidenceKind::pointer_previous;
}

/// The words beside a link that says only HERE: the sentence first, then all that stands near.
std::optional<EvidenceKind> kind_from_context(const BodyLink& link) {
    const std::string_view sentence = last_sentence(link.before);
    for (std::string_view words : {sentence, std::string_view(link.before), std::string_view(link.after)}) {
        const Direction direction = direction_of(words);
        if (direction != Direction::none) return kind_of(direction);
        if (named_part(words)) return EvidenceKind::pointer_previous;
    }
    return std::nullopt;
}

std::optional<EvidenceKind> pointer_kind(const BodyLink& link) {
    constexpr std::size_t longest_pointer = 160;
    if (is_bare_pointer(link.text)) return kind_from_context(link);
    if (link.text.size() <= longest_pointer) {
        const Direction own = direction_of(link.text);
        if (own != Direction::none) return kind_of(own);
        if (names_only_a_part(link.text) || named_part(link.text)) return EvidenceKind::pointer_previous;
    }
    // "Next: <the title>", "… are listed on the <trip index>".
    const std::string_view sentence = last_sentence(link.before);
    const Direction beside = direction_of(sentence);
    if (beside == Direction::none || (!sentence.ends_with(':') && beside != Direction::index)) return std::nullopt;
    return kind_of(beside);
}

void add_pointers(const std::vector<BodyLink>& links, std::string_view stem, std::vector<Evidence>& found) {
    for (const BodyLink& link : links) {
        const TitleParts title = read_title(link.text);
        if (title.part && !title.stem.empty()) {  // a whole title: it tells by itself whether it belongs here
            if (same_stem(title.stem, stem))
                found.push_back(evidence_for(EvidenceKind::part_title, link.url, link.text));
            continue;
        }
        const auto kind = pointer_kind(link);
        if (!kind) continue;
        const bool bare = is_bare_pointer(link.text);
        found.push_back(evidence_for(*kind, link.url, bare ? collapsed(link.before + " " + link.text) : link.text));
    }
}

/// What the page's links to `url` are called, a title with a part number first.
std::string link_title(const PagePart& part, const Url& url) {
    const std::string key = same_page_key(url);
    std::string best;
    markup::each_element(part.document.root(), [&](const markup::Element& element) {
        if (!markup::is_named(element, "a") || !part.url) return;
        const std::string_view href = markup::attribute(element, "href");
        if (href.empty() || href.starts_with('#')) return;
        const auto target = part.url->resolve(href);
        if (!target || same_page_key(*target) != key) return;
        const std::string lines = markup::block_text(element);  // "Previous post" stands on a line of its own
        for (std::string_view line : split(lines, '\n')) {
            std::string text = collapsed(line);
            const bool better = read_title(text).part.has_value() && !read_title(best).part;
            if (best.empty() || better) best = std::move(text);
        }
    });
    return best;
}

void add_navigation(const PagePart& part, const extract::Metadata& metadata, std::string_view stem,
                    std::vector<Evidence>& found) {
    for (const auto& url : {metadata.previous, metadata.next}) {
        if (!url) continue;
        std::string title = link_title(part, *url);
        const TitleParts read = read_title(title);
        if (read.part && same_stem(read.stem, stem))
            found.push_back(evidence_for(EvidenceKind::part_title, url, title));
        found.push_back(evidence_for(EvidenceKind::navigation, url, std::move(title)));
    }
}

/// "in Part A of this review", "wie in Teil 1": the words right before the name of the part.
bool is_reference(std::string_view before) {
    constexpr std::string_view referring = "in see read from until im siehe dans voir en ver vedi nella zie i se в w";
    const auto words = split_words(before);
    return !words.empty() && has_word(referring, ascii_lowered(words.back()));
}

void add_mentions(const markup::Element& body, std::vector<Evidence>& found) {
    constexpr std::array<std::string_view, 7> part_words{" part ",  " Part ",  " Teil ", " partie ",
                                                         " parte ", " часть ", " del "};
    for (const markup::Node* node = markup::next_in_order(body, body); node != nullptr;
         node = markup::next_in_order(*node, body)) {
        const markup::Text* text = node->ToText();
        if (text == nullptr || markup::is_inside(*node, "a script style")) continue;
        const std::string words = collapsed(text->Value());
        for (std::string_view part_word : part_words) {
            const std::size_t at = words.find(part_word);
            if (at == std::string::npos || !is_reference(std::string_view(words).substr(0, at))) continue;
            const std::string sentence = shortened(words.substr(at + 1), 80);
            if (named_part(sentence)) found.push_back(evidence_for(EvidenceKind::mention, std::nullopt, sentence));
        }
    }
}

const Url* base_of(const PagePart& part, const extract::Metadata& metadata) {
    if (part.url) return &*part.url;
    return metadata.canonical ? &*metadata.canonical : nullptr;
}

bool is_in_lists(const BodyLink& link, const std::vector<PartList>& lists) {
    return std::any_of(lists.begin(), lists.end(), [&link](const PartList& list) {
        return std::any_of(list.parts.begin(), list.parts.end(),
                           [&link](const Evidence& e) { return *e.url == link.url; });
    });
}

std::string_view host_of(const Url& url) {
    const std::string_view host = url.host();
    return host.starts_with("www.") ? host.substr(4) : host;
}

/// "All my Korea posts": links of lists, each most of what its item says, to five and more posts of this blog, with
/// three fifths of all words. Parts of one series are told by their titles instead.
std::optional<PartList> table_of_contents(const std::vector<BodyLink>& links, const markup::Element& body,
                                          const Url& base) {
    constexpr std::size_t fewest = 5;
    PartList contents;
    contents.is_mixed = true;
    std::set<std::string> keys;
    std::set<std::string> stems;
    std::size_t listed = 0, unnumbered = 0;
    for (const BodyLink& link : links) {
        const bool is_item =
            link.list != nullptr && link.block != nullptr && 2 * link.text.size() >= markup::text_length(*link.block);
        if (!is_item || host_of(link.url) != host_of(base) || !keys.insert(same_page_key(link.url)).second) continue;
        const TitleParts title = read_title(link.text);
        stems.insert(title.stem);
        unnumbered += title.part ? 0 : 1;
        listed += link.text.size();
        contents.parts.push_back(evidence_for(EvidenceKind::series_box, link.url, link.text));
    }
    const bool is_series = unnumbered == 0 && stems.size() <= 1;
    if (is_series || contents.parts.size() < fewest || 5 * listed < 3 * markup::text_length(body)) return std::nullopt;
    return contents;
}

/// The user says where the next part is; other words for "next" lead elsewhere then.
void take_ruled_next(const Url& next, std::vector<Evidence>& found) {
    std::erase_if(found, [](const Evidence& evidence) { return evidence.kind == EvidenceKind::pointer_next; });
    found.push_back(evidence_for(EvidenceKind::pointer_next, next, {}));
}

}  // namespace

std::vector<Evidence> read_evidence(const PagePart& part, const extract::Article& article,
                                    const extract::Metadata& metadata) {
    std::vector<Evidence> found;
    const Url* base = base_of(part, metadata);
    if (base == nullptr || article.body == nullptr) return found;
    const std::string stem = read_title(metadata.title).stem;
    std::vector<BodyLink> links = body_links(*article.body, *base);
    if (article.anchor != nullptr && article.anchor != article.body) {  // plugins put their boxes beside the text, too
        for (BodyLink& link : body_links(*article.anchor, *base))
            if (link.list != nullptr && is_series_box(*link.list)) links.push_back(std::move(link));
    }
    const std::vector<PartList> lists = part_lists(links, stem);
    for (const PartList& list : lists) found.insert(found.end(), list.parts.begin(), list.parts.end());
    std::erase_if(links, [&lists](const BodyLink& link) { return is_in_lists(link, lists); });
    add_pointers(links, stem, found);
    add_navigation(part, metadata, stem, found);
    for (const Url& url : metadata.category_urls) found.push_back(evidence_for(EvidenceKind::category, url, {}));
    add_mentions(*article.body, found);
    if (metadata.next && part.ruled.first(RuleKind::next) != nullptr) take_ruled_next(*metadata.next, found);
    std::stable_sort(found.begin(), found.end(),
                     [](const Evidence& a, const Evidence& b) { return a.weight > b.weight; });
    return found;
}

std::optional<PartList> read_index(const PagePart& part, const extract::Article& article,
                                   const extract::Metadata& metadata) {
    const Url* base = base_of(part, metadata);
    if (base == nullptr || article.body == nullptr || read_title(metadata.title).part) return std::nullopt;
    const std::vector<BodyLink> links = body_links(*article.body, *base);
    if (auto contents = table_of_contents(links, *article.body, *base)) return contents;
    auto lists = part_lists(links, read_title(metadata.title).stem);
    std::size_t listed = 0;
    PartList index;
    for (PartList& list : lists) {
        if (index.name.empty()) index.name = list.name;
        for (Evidence& evidence : list.parts) {
            listed += evidence.title.size();
            index.parts.push_back(std::move(evidence));
        }
    }
    // A few sentences about each part still make an index; a post of its own is longer.
    const std::size_t length = markup::text_length(*article.body);
    const bool mostly_list = 4 * listed >= length || length <= 400 * index.parts.size();
    if (index.parts.size() < 2 || !mostly_list) return std::nullopt;
    return index;
}

}  // namespace blogbind::series
