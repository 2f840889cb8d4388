// Errors to exit codes.
#include "cli/exit_code.h"

#include "cli/interruption.h"

namespace blogbind::cli {

int exit_code(const Error& error) {
    switch (error.kind) {
        case ErrorKind::usage: return wrong_usage;
        case ErrorKind::interrupted: return interruption_exit_code();
        default: return interrupted() ? interruption_exit_code() : static_cast<int>(no_book);
    }
}

}  // namespace blogbind::cli
