// Writes the manual page to standard output; run at build time.
#include <cmark.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include "cli/options.h"

int main() {
    const std::string text = blogbind::cli::manual();
    cmark_node* document = cmark_parse_document(text.data(), text.size(), CMARK_OPT_DEFAULT);
    char* page = cmark_render_man(document, CMARK_OPT_DEFAULT, 0);
    std::printf(".TH BLOGBIND 1\n%s", page);
    std::free(page);
    cmark_node_free(document);
    return 0;
}
