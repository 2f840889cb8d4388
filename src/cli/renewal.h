// What an update does beyond binding: it asks for little, loses nothing, and tells what has changed.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "archive/record.h"
#include "base/result.h"
#include "model/book.h"
#include "model/entry.h"
#include "net/archive.h"
#include "source/site_signals.h"

namespace blogbind::cli {

/// Whether an archived page need not be asked for again: pictures, and the pages of posts of which the site says that
/// neither they nor their comments have changed since. Of a book that began with a post the last one is asked for in
/// any case: its links lead on.
std::function<bool(const Capture&)> settled_pages(const archive::BookRecord& record, SiteSignals signals);

/// Adds the posts that the book has and the site no longer lists, each behind the one that it followed in the book.
void keep_earlier_posts(Listing& listing, const archive::BookRecord& record);

/// Error unreachable if a post of the earlier book is not in this one: then the earlier book is the better one.
Status holds_earlier_posts(const Book& book, const archive::BookRecord& record);

/// By the chapters' source addresses; what has changed is a page with another date or other comments, or one that
/// tells no date and has other bytes.
Renewal renewal_of(const Book& book, const archive::BookRecord& record);

}  // namespace blogbind::cli
