#include "extract/page_reading.h"

namespace blogbind::extract {

struct PageReading {
    explicit PageReading(const markup::Element& document) : prose(document) {}

    ProseMap prose;
    std::optional<Barrier> barrier{};
    std::optional<std::optional<Article>> article{};
    std::optional<PageFacts> facts{};
    std::optional<Metadata> metadata{};
};

namespace {

PageReading& reading_of(const PagePart& part) {
    if (!part.reading) part.reading = std::make_shared<PageReading>(part.document.root());
    return *part.reading;
}

}  // namespace

const ProseMap& prose_of(const PagePart& part) { return reading_of(part).prose; }

Barrier barrier_of(const PagePart& part) {
    PageReading& reading = reading_of(part);
    if (!reading.barrier) reading.barrier = barrier_in(part.document.root(), reading.prose);
    return *reading.barrier;
}

const std::optional<Article>& article_of(const PagePart& part) {
    PageReading& reading = reading_of(part);
    if (!reading.article) reading.article.emplace(find_article(part.document.root(), part.ruled, reading.prose));
    return *reading.article;
}

const PageFacts& facts_of(const PagePart& part) {
    const std::optional<Article>& article = article_of(part);
    std::optional<PageFacts>& facts = reading_of(part).facts;
    if (!facts) facts.emplace(part.document.root(), article ? &*article : nullptr);
    return *facts;
}

const Metadata& metadata_of(const PagePart& part) {
    const PageFacts& facts = facts_of(part);
    std::optional<Metadata>& metadata = reading_of(part).metadata;
    if (!metadata) metadata = read_metadata(part.document.root(), facts, part.url, part.ruled);
    return *metadata;
}

}  // namespace blogbind::extract
