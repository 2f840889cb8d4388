#include "extract/page_reading.h"

namespace blogbind::extract {

struct PageReading {
    std::optional<Article> article;
    std::optional<PageFacts> facts{};
    std::optional<Metadata> metadata{};
};

namespace {

PageReading& reading_of(const PagePart& part) {
    if (!part.reading)
        part.reading = std::make_shared<PageReading>(PageReading{find_article(part.document.root(), part.ruled)});
    return *part.reading;
}

}  // namespace

const std::optional<Article>& article_of(const PagePart& part) { return reading_of(part).article; }

const PageFacts& facts_of(const PagePart& part) {
    PageReading& reading = reading_of(part);
    if (!reading.facts) reading.facts.emplace(part.document.root(), reading.article ? &*reading.article : nullptr);
    return *reading.facts;
}

const Metadata& metadata_of(const PagePart& part) {
    const PageFacts& facts = facts_of(part);
    std::optional<Metadata>& metadata = reading_of(part).metadata;
    if (!metadata) metadata = read_metadata(part.document.root(), facts, part.url, part.ruled);
    return *metadata;
}

}  // namespace blogbind::extract
