// Text that somebody copied from a blog: read as the page that it was, so that everything after is the same path.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/report.h"
#include "model/page.h"
#include "net/url.h"

namespace blogbind {

/// `name` stands for the text where it has no title, and in the report.
PagePart pasted_page(std::string_view bytes, std::string_view name, const std::optional<Url>& url, Report& report);

}  // namespace blogbind
