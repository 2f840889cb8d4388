#include <optional>
#include <stdexcept>
#include <string>

#include "base/phrases.h"
#include "base/text.h"
#include "golden/stage.h"
#include "markup/html_parser.h"
#include "markup/xhtml_writer.h"
#include "normalise/normalise.h"
#include "support/site.h"

namespace blogbind::testing {
namespace {

std::string line_of(const Issue& issue) {
    return std::string(issue_name(issue.code)) + "\t" + issue.where + "\t" + issue.detail + "\n";
}

/// A line break after each block, so that a difference shows the block and not the whole post.
std::string in_lines(std::string xhtml) {
    for (const char* tag : {"</p>", "</h2>", "</h3>", "</h4>", "</li>", "</figure>", "</figcaption>", "</blockquote>",
                            "</tr>", "</aside>", "</pre>", "<section>", "<figure>", "<ul>", "<ol>", "<hr/>"})
        xhtml = with_replaced(std::move(xhtml), tag, std::string(tag) + "\n");
    return xhtml + "\n";
}

}  // namespace

Outputs normalise_case(const std::filesystem::path& folder, const std::filesystem::path&) {
    Result<markup::ParsedHtml> parsed = markup::parse_fragment(file_text(folder / "input.html"));
    if (!parsed) throw std::runtime_error(parsed.error().message);
    Post post;
    post.title = "Title";
    post.language = "en";
    post.permalink = Url::parse(trimmed(file_text(folder / "url")));
    post.body = std::move(parsed->body);
    Report report;
    const Phrases& phrases = Phrases::in_language(post.language);
    normalise::normalise(post, phrases, report);
    const std::string once = markup::xhtml(post.body.root());
    Report second_report;
    normalise::normalise(post, phrases, second_report);
    if (markup::xhtml(post.body.root()) != once) throw std::runtime_error("normalising twice changes something");
    std::string issues;
    for (const Issue& issue : report.issues()) issues += line_of(issue);
    return {{"expected.xhtml", in_lines(once)}, {"issues.txt", issues}};
}

}  // namespace blogbind::testing
