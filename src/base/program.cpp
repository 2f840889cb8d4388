#include "base/program.h"

namespace blogbind {

std::string_view program_version() { return BLOGBIND_VERSION; }

}  // namespace blogbind
