// Which picture and which words stand on the cover.
#pragma once

#include "model/book.h"

namespace blogbind::compose {

struct CoverPlan {
    std::string title, subtitle, author, footer;
    const Resource* picture = nullptr;  ///< of book.resources; null: a cover without a picture
};
CoverPlan plan_cover(const Book& book);

}  // namespace blogbind::compose
