// An entry's pages, all of them: asked for until nothing is wanted any more.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "base/report.h"
#include "base/result.h"
#include "model/entry.h"
#include "model/page.h"
#include "net/fetcher.h"

namespace blogbind {

/// Answers from the entry where it already carries its page, which is used up, or gives the whole post in fields; what
/// gives an excerpt goes with the page. Error: the first page could not be had or is no HTML; missing further pages are
/// counted, those of the text reported, those of comments told in the page.
Result<Page> fetch_page(Entry& entry, Fetcher& fetcher, Report& report);
/// One HTML page, decoded and parsed. `written`: when, as far as is known; a web archive's copy of that time may stand in
/// for a page that is gone.
Result<PagePart> fetch_part(const Url& url, PageRole role, Fetcher& fetcher, Report& report,
                            std::optional<std::chrono::sys_seconds> written = {});
/// The same for bytes that are already here.
Result<PagePart> parse_part(std::string_view bytes, std::string_view charset, std::optional<Url> url, Report& report);

}  // namespace blogbind
