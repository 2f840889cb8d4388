// Books from anywhere, and their parts. What is not whole has a reason; no reference leads out of the container.
#include <sys/mman.h>
#include <unistd.h>

#include <fmt/format.h>

#include "archive/references.h"
#include "archive/verify.h"
#include "fuzz/oracle.h"

using namespace blogbind;

namespace {

void read_parts(std::string_view text) {
    (void)archive::read_record(text);
    (void)archive::package_path(text);
    if (const auto package = archive::read_package(text))
        for (const archive::PackageItem& item : package->manifest) (void)archive::target_path("EPUB/package.opf", item.href);
    for (const char* type : {"application/xhtml+xml", "text/css"}) {
        archive::BookFile file;
        file.media_type = type;
        archive::note_references(text, file);
        for (const archive::Reference& reference : file.references) {
            const auto path = archive::target_path("EPUB/text/a.xhtml", reference.to);
            testing::must(!path || (*path + "/").find("../") != 0, "a reference leads out of the container");
        }
    }
}

void verify_whole(std::string_view bytes) {
    const int file = ::memfd_create("book", 0);  // can be opened like a file, without a disk
    testing::must(::write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()), "memfd");
    const auto verification = archive::verify(fmt::format("/proc/self/fd/{}", file));
    ::close(file);
    testing::must(verification.has_value(), "a file is neither a book nor none");
    testing::must(verification->is_whole() == verification->findings().empty(), "no reason, or one without need");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = testing::as_text(data, size);
    read_parts(text);
    verify_whole(text);
    return 0;
}
