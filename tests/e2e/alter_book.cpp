// Alters a book as a careless program would: alter_book BOOK FILE FROM TO replaces FROM, wherever it stands in the file of
// the book whose name ends with FILE, by TO. Everything else stays as it is.
#include <zip.h>

#include <filesystem>
#include <iostream>
#include <string>

#include "e2e/book.h"
#include "support/site.h"

namespace {

using namespace blogbind::testing;

/// Whether the file was there and held what is to be replaced.
bool alter(const char* path, const std::string& name, const std::string& from, const std::string& to) {
    for (const BookFile& file : read_book(path)) {
        if (!file.name.ends_with(name)) continue;
        const std::string text = with_replaced(file.text, from, to);
        zip_t* book = zip_open(path, 0, nullptr);
        zip_source_t* source = zip_source_buffer(book, text.data(), text.size(), 0);
        const zip_int64_t index = zip_file_add(book, file.name.c_str(), source, ZIP_FL_OVERWRITE);
        zip_file_set_dostime(book, static_cast<zip_uint64_t>(index), 0, 0x0021, 0);
        return zip_close(book) == 0 && text != file.text;
    }
    return false;
}

}  // namespace

int main(int count, char** arguments) {
    if (count == 5 && alter(arguments[1], arguments[2], arguments[3], arguments[4])) return 0;
    std::cerr << "alter_book: nothing was altered\n";
    return 2;
}
