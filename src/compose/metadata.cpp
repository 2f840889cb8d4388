#include "compose/metadata.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/text.h"
#include "base/utf8.h"

namespace blogbind::compose {

namespace {

constexpr std::size_t most_subjects = 12;
constexpr int earliest_year = 1900;  // no work has so many volumes
constexpr std::chrono::sys_seconds undated{std::chrono::sys_days{std::chrono::year{2000} / 1 / 1}};

std::string clean(std::string_view text) { return nfc(collapsed(text)); }

// Different texts, the most frequent first, equals in order of appearance.
class Ballot {
  public:
    void add(std::string_view text) {
        std::string cleaned = clean(text);
        if (cleaned.empty()) return;
        const auto [place, is_new] = place_of_.emplace(case_folded(cleaned), entries_.size());
        if (is_new) entries_.push_back({std::move(cleaned), 0});
        ++entries_[place->second].second;
    }
    [[nodiscard]] std::vector<std::string> ranked() const {
        auto sorted = entries_;
        std::stable_sort(sorted.begin(), sorted.end(), [](auto& a, auto& b) { return a.second > b.second; });
        std::vector<std::string> texts;
        for (auto& [text, votes] : sorted) texts.push_back(std::move(text));
        return texts;
    }
    [[nodiscard]] std::string winner() const {
        auto all = ranked();
        return all.empty() ? std::string() : std::move(all.front());
    }

  private:
    std::vector<std::pair<std::string, int>> entries_;
    std::map<std::string, std::size_t> place_of_;
};

template <class Member>
std::string most_frequent(const std::vector<Post>& posts, Member member) {
    Ballot ballot;
    for (const Post& post : posts) ballot.add(post.*member);
    return ballot.winner();
}

std::vector<std::string> authors(const std::vector<Post>& posts, const BookOptions& options) {
    Ballot ballot;
    if (!options.authors.empty()) {
        for (const std::string& author : options.authors) ballot.add(author);
    } else {
        for (const Post& post : posts)
            for (const std::string& author : post.authors) ballot.add(author);
    }
    return ballot.ranked();
}

std::vector<std::string> subjects(const std::vector<Post>& posts) {
    Ballot ballot;
    for (const Post& post : posts)
        for (const std::string& tag : post.tags)
            if (!equals_ignoring_case(tag, "uncategorized") && !equals_ignoring_case(tag, "uncategorised"))
                ballot.add(tag);
    std::vector<std::string> all = ballot.ranked();
    if (all.size() > most_subjects) all.resize(most_subjects);
    return all;
}

std::optional<Url> blog_address(const std::vector<Post>& posts, const Listing& listing) {
    if (listing.address) return listing.address;
    for (const Post& post : posts)
        if (post.site_url) return post.site_url;
    return posts.front().permalink;
}

/// Of texts that are of no blog, whoever wrote them.
std::string publisher(const BookMetadata& metadata, const std::vector<Post>& posts) {
    const std::optional<Url>& address = posts.front().permalink ? posts.front().permalink : metadata.source;
    const std::string host = address ? readable_site(*address) : std::string();
    if (metadata.blog_title.empty() && host.empty())
        return Phrases::in_language(metadata.language).list(metadata.authors);
    if (metadata.blog_title.empty()) return host;
    return host.empty() || equals_ignoring_case(host, metadata.blog_title) ? metadata.blog_title
                                                                           : metadata.blog_title + " (" + host + ')';
}

// "CC BY-SA 4.0 (https://…)" for https://creativecommons.org/licenses/by-sa/4.0/
std::string licence_in_words(std::string_view address) {
    const std::optional<Url> url = Url::parse(address);
    if (!url || !url->host().ends_with("creativecommons.org")) return std::string(address);
    const std::string path = url->path();
    const std::vector<std::string_view> parts = split(path, '/');
    if (parts.size() < 4) return url->text();
    if (parts[1] == "publicdomain") return "CC0 " + std::string(parts[3]) + " (" + url->text() + ')';
    std::string kind(parts[2]);
    for (char& c : kind) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return "CC " + kind + ' ' + std::string(parts[3]) + " (" + url->text() + ')';
}

std::string rights(const BookMetadata& metadata, const std::vector<Post>& posts) {
    const std::string& licence = posts.front().licence;
    const bool is_shared =
        std::all_of(posts.begin(), posts.end(), [&](const Post& post) { return post.licence == licence; });
    if (!licence.empty() && is_shared) return clean(licence_in_words(licence));
    const Phrases& phrases = Phrases::in_language(metadata.language);
    const std::string holder = metadata.authors.empty() ? metadata.blog_title : phrases.list(metadata.authors);
    return clean(phrases.text(Phrase::rights_notice, years(metadata), holder));
}

void note_dates(BookMetadata& metadata, const std::vector<Post>& posts, const BookOptions& options) {
    std::optional<std::chrono::sys_seconds> newest;
    const auto consider = [&](const std::optional<DateTime>& time) {
        if (time && (!newest || time->utc() > *newest)) newest = time->utc();
    };
    for (const Post& post : posts) {
        consider(post.published);
        consider(post.updated);
        for (const Comment& comment : post.comments) consider(comment.published);
        post.comments.rest();
        if (!post.published) continue;
        if (!metadata.first || post.published->utc() < metadata.first->utc()) metadata.first = post.published;
        if (!metadata.last || post.published->utc() > metadata.last->utc()) metadata.last = post.published;
    }
    metadata.modified = newest.value_or(undated);
    if (options.latest) metadata.modified = std::min(metadata.modified, *options.latest);
}

bool is_region(std::string_view part) {
    const bool letters = part.size() == 2 && is_ascii_alpha(part[0]) && is_ascii_alpha(part[1]);
    return letters || (part.size() == 3 && std::all_of(part.begin(), part.end(), is_ascii_digit));
}

std::string upper(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return out;
}

// Codes that were replaced in ISO 639, but that old blogs still send.
constexpr std::pair<std::string_view, std::string_view> replaced_codes[] = {{"in", "id"}, {"iw", "he"}, {"ji", "yi"}};

std::string current_code(std::string primary) {
    for (const auto& [old, current] : replaced_codes)
        if (primary == old) return std::string(current);
    return primary;
}

// Its place in the series of books is meaningful: the user has the others too.
void become_volume(BookMetadata& metadata, const Volume& volume) {
    const std::string number = std::to_string(volume.number);
    const bool is_year = volume.number >= earliest_year;
    const Phrases& phrases = Phrases::in_language(metadata.language);
    metadata.identifier = volume_identifier(volume);
    metadata.title =
        is_year ? volume.work_title + ", " + number : phrases.text(Phrase::volume, volume.work_title, number);
    if (metadata.series.empty()) metadata.series = volume.work_title;
    metadata.series_index = is_year ? volume.number : metadata.series_index.value_or(1) + volume.number - 1;
}

/// Chinese and Japanese may be written either way; what the user says goes before what the posts say.
bool is_vertical(const std::vector<Post>& posts, std::string_view language, Writing writing) {
    if (writing != Writing::automatic) return writing == Writing::vertical;
    const std::string_view primary = language.substr(0, language.find('-'));
    return (primary == "ja" || primary == "zh") && std::ranges::all_of(posts, &Post::is_vertical);
}

}  // namespace

std::string language_tag(std::string_view tag) {
    const std::string plain = replaced(trimmed(tag), "_", "-");
    const std::vector<std::string_view> parts = split(plain, '-');
    const std::string primary = current_code(ascii_lowered(parts.front()));
    const bool is_language =
        primary.size() >= 2 && primary.size() <= 3 && std::all_of(primary.begin(), primary.end(), is_ascii_alpha);
    if (!is_language || primary == "und" || primary == "mul" || primary == "zxx") return {};
    std::string normal = primary;
    for (const std::string_view part : std::vector(parts.begin() + 1, parts.end())) {
        const bool is_script = part.size() == 4 && std::all_of(part.begin(), part.end(), is_ascii_alpha);
        if (is_script && normal == primary) normal += '-' + upper(part.substr(0, 1)) + ascii_lowered(part.substr(1));
        if (!is_region(part)) continue;
        normal += '-' + upper(part);
        break;
    }
    return normal;
}

std::string book_language(const std::vector<Post>& posts, const BookOptions& options) {
    if (std::string chosen = language_tag(options.language); !chosen.empty()) return chosen;
    Ballot ballot;
    for (const Post& post : posts) ballot.add(language_tag(post.language));
    std::string most = ballot.winner();
    return most.empty() ? "en" : most;
}

std::string years(const BookMetadata& metadata) {
    if (!metadata.first || !metadata.last) return {};
    const std::string first = std::to_string(static_cast<int>(metadata.first->day().year()));
    const std::string last = std::to_string(static_cast<int>(metadata.last->day().year()));
    return first == last ? first : first + "–" + last;
}

BookMetadata describe(const std::vector<Post>& posts, const Listing& listing, const BookOptions& options) {
    BookMetadata metadata;
    metadata.identifier = book_identifier(posts, listing, options);
    metadata.blog_title = most_frequent(posts, &Post::site_title);
    const std::string_view blog = posts.size() > 1 ? std::string_view(metadata.blog_title) : std::string_view();
    for (const std::string_view title : {std::string_view(options.title), std::string_view(listing.title), blog,
                                         std::string_view(posts.front().title)})
        if (metadata.title.empty()) metadata.title = clean(title);
    metadata.subtitle = clean(options.subtitle);
    metadata.authors = authors(posts, options);
    metadata.language = book_language(posts, options);
    metadata.is_vertical = is_vertical(posts, metadata.language, options.writing);
    metadata.source = blog_address(posts, listing);
    metadata.publisher = options.publisher.empty() ? publisher(metadata, posts) : clean(options.publisher);
    metadata.description = book_description(posts);
    metadata.subjects = subjects(posts);
    metadata.series = clean(options.series);
    metadata.series_index = options.series_index;
    note_dates(metadata, posts, options);
    metadata.rights = rights(metadata, posts);
    if (options.volume) become_volume(metadata, *options.volume);
    return metadata;
}

}  // namespace blogbind::compose
