// `extract`: the way up to normalise.
#include <fmt/format.h>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/network.h"
#include "cli/post_json.h"
#include "cli/reading.h"
#include "markup/xhtml_writer.h"

namespace blogbind::cli {
namespace {

std::string printed(const Post& post, ExtractFormat format) {
    switch (format) {
        case ExtractFormat::json: return json_line(post_json(post));
        case ExtractFormat::text: return markup::block_text(post.body.root());
        case ExtractFormat::xhtml: return markup::xhtml(post.body.root());
    }
    return {};
}

/// What a user needs to see where a post was cut wrongly.
std::string explained(const Post& post) {
    std::string text = post.title + "\n";
    if (post.permalink) text += "  " + post.permalink->text() + "\n";
    const std::string& evidence = post.explanation.evidence;
    text += "  taken: " + (evidence.empty() ? "the content that the source gives" : evidence) + "\n";
    const std::string content = markup::text_content(post.body.root());
    text += fmt::format("  {} words, {} pictures, {} comments\n", split_words(content).size(), post.images.size(),
                        post.comments.size());
    for (const AppliedRule& rule : post.explanation.rules)
        text += fmt::format("  rule of {}: {}{}\n", rule.host, rule.text(), rule.matched ? "" : " finds nothing here");
    for (const LeftOut& part : post.explanation.left_out)
        text += fmt::format("  left out, {}: {}\n", part.reason, part.text);
    return text;
}

}  // namespace

int extract(const Options& options, Terminal& terminal) {
    Report report;
    const auto sources = detect_all(options);
    if (!sources) return terminal.error(sources.error().message), exit_code(sources.error());
    const auto network = Network::create(options, *sources, terminal);
    if (!network) return terminal.error(network.error().message), exit_code(network.error());
    auto listing = discover_all(options, *sources, (*network)->fetcher(), report);
    std::size_t count = 0;
    if (listing)
        read_posts(*listing, (*network)->fetcher(), options, report, [&](const Post& post) {
            fmt::print("{}\n", options.explain ? explained(post) : printed(post, options.format));
            ++count;
        });
    for (const Issue& issue : report.issues()) terminal.issue(issue);
    if (const Status completed = (*network)->complete(); !completed) terminal.error(completed.error().message);
    if (!listing) return terminal.error(listing.error().message), exit_code(listing.error());
    if (count != 0) return success;
    const Error none{ErrorKind::not_found, "none of the posts could be read"};
    return terminal.error(none.message), exit_code(none);
}

}  // namespace blogbind::cli
