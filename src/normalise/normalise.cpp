// Runs the passes over the body of a post and over each of its comments.
#include "normalise/normalise.h"

#include "base/text.h"
#include "normalise/passes.h"

namespace blogbind::normalise {

std::optional<Url> Task::resolve(std::string_view reference) const {
    reference = trimmed(reference);
    if (post.permalink) return post.permalink->resolve(reference);
    if (reference.starts_with("//")) return Url::parse("https:" + std::string(reference));
    return Url::parse(reference);
}

void Task::note(IssueCode code, std::string_view detail) const {
    const std::string_view where = post.permalink             ? std::string_view(post.permalink->text())
                                   : post.source_file.empty() ? std::string_view(post.title)
                                                              : std::string_view(post.source_file);
    report.add(code, where, detail);
}

namespace {

void run_passes(Task task) {
    for (const NamedPass& pass : passes())
        if (pass.scope == Scope::both || pass.scope == task.scope) pass.run(task);
}

}  // namespace

void normalise(Post& post, const Phrases& phrases, Report& report, RepeatedQuotes repeated_quotes) {
    run_passes({post.body, post, Scope::post, phrases, report, repeated_quotes});
    const markup::Body home;
    for (Comment& comment : post.comments) {
        run_passes({comment.body, post, Scope::comment, phrases, report});
        comment.body = comment.body.copy_beside(home);
    }
}

}  // namespace blogbind::normalise
