// A post as the contract's JSON (contract §3).
#pragma once

#include "base/json.h"
#include "model/post.h"

namespace blogbind::cli {

Json post_json(const Post& post);

}  // namespace blogbind::cli
