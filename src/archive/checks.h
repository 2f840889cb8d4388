// The checks, each on its own: what is wrong goes into the verification.
#pragma once

#include "archive/contents.h"
#include "archive/verify.h"

namespace blogbind::archive {

void check_container(const BookContents& book, Verification& verification);
void check_package(const BookContents& book, Verification& verification);
void check_links(const BookContents& book, Verification& verification);
void check_media_types(const BookContents& book, Verification& verification);
void check_checksums(const BookContents& book, Verification& verification);
/// Errors: the archive's; not_found, or unreadable for what is no WARC file.
Status check_archive(const BookContents& book, const Proof& proof, Verification& verification);

}  // namespace blogbind::archive
