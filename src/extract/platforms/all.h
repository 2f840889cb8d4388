// The platforms that platforms.cpp lists.
#pragma once

#include "extract/platforms.h"

namespace blogbind::extract {

extern const Platform wordpress, wordpress_comments, jetpack, blogger, ghost, newsletter_hosts, site_builders,
    journal_hosts, comment_systems, plugins, common;

}  // namespace blogbind::extract
