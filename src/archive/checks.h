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

}  // namespace blogbind::archive
