#include "cli/fitting.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>
#include <vector>

#include "compose/shown_pictures.h"
#include "epub/container.h"
#include "media/reduction.h"

namespace blogbind::cli {
namespace {

std::size_t total_size(const std::vector<Resource>& pictures) {
    return std::accumulate(pictures.begin(), pictures.end(), std::size_t{0},
                           [](std::size_t sum, const Resource& picture) { return sum + picture.bytes.size; });
}

/// All pictures of a book; its cover is larger than they may be.
struct Pictures {
    std::vector<Resource> inside;
    std::vector<Resource> cover;  ///< none or one
};

std::size_t total_size(const Pictures& pictures) { return total_size(pictures.inside) + total_size(pictures.cover); }

Pictures pictures_of(const Book& book) {
    Pictures pictures{book.resources, {}};
    if (book.cover) pictures.cover.push_back(*book.cover);
    return pictures;
}

void replace_pictures(Book& book, Pictures pictures) {
    compose::replace_pictures(book, std::move(pictures.inside));
    if (!pictures.cover.empty()) book.cover = std::move(pictures.cover.front());
}

std::size_t size_of(const Edition& edition, const Spill& spill, unsigned threads) {
    const std::size_t book = epub::container_size(edition.book, spill, threads);
    return edition.twin ? std::max(book, epub::container_size(*edition.twin, spill, threads)) : book;
}

/// The book's pictures at every step that was asked for. All are made of those that the book had at first.
class Shrinking {
  public:
    Shrinking(const Book& book, const Options& options, media::Workshop& workshop, Spill& spill, unsigned threads)
        : first_(pictures_of(book)), options_(options), workshop_(workshop), spill_(spill), threads_(threads) {}

    Result<Pictures> at(std::size_t step) {
        if (const auto known = steps_.find(step); known != steps_.end()) return known->second;
        auto inside = reduced(first_.inside, options_.pictures, step);
        if (!inside) return fail(inside.error());
        media::PictureOptions whole_cover = options_.pictures;
        for (const Resource& cover : first_.cover) {
            whole_cover.max_width = cover.width;
            whole_cover.max_height = cover.height;
        }
        auto cover = reduced(first_.cover, whole_cover, step);
        if (!cover) return fail(cover.error());
        return steps_.emplace(step, Pictures{*std::move(inside), *std::move(cover)}).first->second;
    }

    /// The first step whose pictures have at most `most` bytes; the last if none has.
    Result<std::size_t> first_step_within(std::size_t most) {
        std::size_t low = 0, high = media::reduction_steps() - 1;
        while (low < high) {
            const std::size_t middle = low + (high - low) / 2;
            const auto pictures = at(middle);
            if (!pictures) return fail(pictures.error());
            if (total_size(*pictures) <= most)
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }

  private:
    Result<std::vector<Resource>> reduced(const std::vector<Resource>& pictures, const media::PictureOptions& options,
                                          std::size_t step) {
        return media::reduced(pictures, media::reduced_order(options, step), workshop_, spill_, threads_);
    }

    Pictures first_;
    const Options& options_;
    media::Workshop& workshop_;
    Spill& spill_;
    unsigned threads_;
    std::map<std::size_t, Pictures> steps_;
};

Issue reduction_issue(const Book& book, const media::PictureOrder& order) {
    return {IssueCode::pictures_reduced, book.metadata.title,
            fmt::format("its pictures have at most {} × {} pixels and JPEG quality {}", order.max_width,
                        order.max_height, order.quality)};
}

}  // namespace

Result<Edition> fitted_edition(Book& book, std::size_t most, const Options& options, const TemplateSet& templates,
                               media::Workshop& workshop, Spill& spill, unsigned threads, Report& report) {
    const Twin twin = options.kepub ? Twin::kepub : Twin::none;
    Result<Edition> edition = edition_of(book, templates, twin, spill);
    if (!edition) return edition;
    std::size_t size = size_of(*edition, spill, threads);
    if (size <= most || (book.resources.empty() && !book.cover)) return edition;

    const std::size_t rest = size - total_size(pictures_of(book));
    Shrinking shrinking(book, options, workshop, spill, threads);
    const Result<std::size_t> first = shrinking.first_step_within(most - std::min(rest, most));
    if (!first) return fail(first.error());
    const std::vector<Issue> other_losses = book.losses;
    // The record of other pictures has other digits, and may be some bytes longer: it may take one step more.
    for (std::size_t step = *first; size > most && step < media::reduction_steps(); ++step) {
        auto pictures = shrinking.at(step);
        if (!pictures) return fail(pictures.error());
        replace_pictures(book, *std::move(pictures));
        book.losses = other_losses;
        book.losses.push_back(reduction_issue(book, media::reduced_order(options.pictures, step)));
        edition = edition_of(book, templates, twin, spill);
        if (!edition) return edition;
        size = size_of(*edition, spill, threads);
    }
    report.add(IssueCode::pictures_reduced, book.losses.back().where, book.losses.back().detail);
    return edition;
}

}  // namespace blogbind::cli
