// An entry's pages, all of them: asked for until nothing is wanted any more.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "base/report.h"
#include "base/result.h"
#include "extract/site_rules.h"
#include "model/entry.h"
#include "model/page.h"
#include "net/fetcher.h"

namespace blogbind {

/// Answers from the entry where it already carries its page, which is used up, or gives the whole post in fields with
/// all its comments. Else what is given goes with the page; where that cannot be had, a text that is whole is enough.
/// Error: the first page could not be had or is no HTML; missing further pages are counted, those of the text reported,
/// those of comments told in the page. `rules`: the user's, here and below.
Result<Page> fetch_page(Entry& entry, Fetcher& fetcher, Report& report, const extract::SiteRules& rules = {});
/// Whatever is at the address. `written`: when, as far as is known; a web archive's copy of that time may stand in for
/// what is gone.
Result<Response> fetch_answer(const Url& url, Fetcher& fetcher, std::optional<std::chrono::sys_seconds> written = {});
/// An answer as HTML page, decoded and parsed. Error unreadable: it is something else.
Result<PagePart> part_of(const Response& answer, const Url& requested, PageRole role, Report& report,
                         const extract::SiteRules& rules = {});
/// One HTML page: both of the above.
Result<PagePart> fetch_part(const Url& url, PageRole role, Fetcher& fetcher, Report& report,
                            const extract::SiteRules& rules = {}, std::optional<std::chrono::sys_seconds> written = {});
/// The same for bytes that are already here; no rules are applied.
Result<PagePart> parse_part(std::string_view bytes, std::string_view charset, std::optional<Url> url, Report& report);

}  // namespace blogbind
