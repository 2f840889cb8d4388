// `update`: a book's own record says how it was made; it is made again from what is new and what is archived.
#include <algorithm>

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/making.h"

namespace blogbind::cli {

int update(const Options& options, Terminal& terminal) {
    int worst = success;
    for (const std::string& book : options.sources) {
        const Result<Options> renewed = options_that_made(book, options);
        const int code =
            renewed ? bind(*renewed, terminal) : (terminal.error(renewed.error().message), exit_code(renewed.error()));
        worst = std::max(worst, code);
    }
    return worst;
}

}  // namespace blogbind::cli
