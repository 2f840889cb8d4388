#include "media/worker/sandbox.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>

namespace blogbind::media {
namespace {

constexpr rlim_t most_memory = rlim_t{2} << 30;

/// What a program needs in order to draw text, and nothing that belongs to the user.
constexpr const char* readable_folders[] = {"/usr/share/fonts",  "/usr/local/share/fonts", "/etc/fonts",
                                            "/usr/lib",          "/var/cache/fontconfig",  "/usr/share/fontconfig",
                                            "/usr/share/mime",   "/usr/share/glib-2.0",    "/etc/ld.so.cache",
                                            "/usr/share/cartopy"};

constexpr int forbidden_calls[] = {SCMP_SYS(socket),
                                   SCMP_SYS(connect),
                                   SCMP_SYS(bind),
                                   SCMP_SYS(listen),
                                   SCMP_SYS(execve),
                                   SCMP_SYS(execveat),
                                   SCMP_SYS(fork),
                                   SCMP_SYS(vfork),
                                   SCMP_SYS(ptrace),
                                   SCMP_SYS(kill),
                                   SCMP_SYS(bpf),
                                   SCMP_SYS(unlink),
                                   SCMP_SYS(unlinkat),
                                   SCMP_SYS(rename),
                                   SCMP_SYS(renameat),
                                   SCMP_SYS(renameat2),
                                   SCMP_SYS(mkdir),
                                   SCMP_SYS(mkdirat),
                                   SCMP_SYS(link),
                                   SCMP_SYS(linkat),
                                   SCMP_SYS(symlink),
                                   SCMP_SYS(symlinkat),
                                   SCMP_SYS(io_uring_setup),
                                   SCMP_SYS(chmod),
                                   SCMP_SYS(fchmodat),
                                   SCMP_SYS(truncate),
                                   SCMP_SYS(process_vm_readv),
                                   SCMP_SYS(process_vm_writev),
                                   SCMP_SYS(keyctl),
                                   SCMP_SYS(mount)};
constexpr int opening_calls[] = {SCMP_SYS(open), SCMP_SYS(openat), SCMP_SYS(openat2), SCMP_SYS(creat)};

void limit(__rlimit_resource resource, rlim_t value) {
    const rlimit bound{value, value};
    (void)setrlimit(resource, &bound);
}

void allow_reading(int ruleset, const char* path) {
    landlock_path_beneath_attr rule{};
    rule.parent_fd = open(path, O_PATH | O_CLOEXEC);
    if (rule.parent_fd < 0) return;
    rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
    if (syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) != 0) {
        rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE;  // a file is no folder
        (void)syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    }
    close(rule.parent_fd);
}

void lock_files(FilesAllowed files) {
    landlock_ruleset_attr attributes{};
    attributes.handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;  // all that the first version knows
    const long ruleset = syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0);
    if (ruleset < 0) return;  // an older kernel: the other layers must do
    if (files == FilesAllowed::fonts)
        for (const char* path : readable_folders) allow_reading(static_cast<int>(ruleset), path);
    (void)syscall(SYS_landlock_restrict_self, ruleset, 0);
    close(static_cast<int>(ruleset));
}

void forbid_calls(FilesAllowed files) {
    const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    if (filter == nullptr) return;
    for (const int call : forbidden_calls) (void)seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), call, 0);
    if (files == FilesAllowed::none)
        for (const int call : opening_calls) (void)seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), call, 0);
    (void)seccomp_load(filter);
    seccomp_release(filter);
}

}  // namespace

void enter_sandbox(FilesAllowed files) {
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    // The address sanitizer reserves terabytes of addresses.
    if constexpr (!BLOGBIND_SANITIZED) limit(RLIMIT_AS, most_memory);
    (void)prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    lock_files(files);
    forbid_calls(files);
}

}  // namespace blogbind::media
