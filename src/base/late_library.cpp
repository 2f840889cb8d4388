#include "base/late_library.h"

#include <dlfcn.h>

namespace blogbind {

LateLibrary::LateLibrary(const char* name)
    : handle_(dlopen(name, RTLD_LAZY | RTLD_LOCAL)), is_complete_(handle_ != nullptr) {}

LateLibrary::Symbol LateLibrary::operator[](const char* symbol) {
    const Symbol found{handle_ != nullptr ? dlsym(handle_, symbol) : nullptr};
    if (found.address == nullptr) is_complete_ = false;
    return found;
}

}  // namespace blogbind
