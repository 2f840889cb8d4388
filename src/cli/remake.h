// A book made again from nothing but a web archive: are its chapters what the archived pages give?
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/options.h"

namespace blogbind::cli {

struct RemadeChapters {
    struct Difference {
        std::string file;   ///< of the chapter, from the container's root
        std::string title;  ///< of the chapter
    };
    std::vector<Difference> differing;  ///< whose archived pages give another text
    std::size_t unlisted = 0;           ///< of posts that no archived list leads to, as after they vanished
};

/// The book at `book` once more, from the archive `given.against`. Error: why it cannot be made again, as a sentence to
/// go on with; then nothing is known.
Result<RemadeChapters> remade_chapters(const std::string& book, const Options& given);

}  // namespace blogbind::cli
