// What parsing alone costs: every file named is parsed with gumbo, and its tree freed. The yardstick for --no-images.
#include <gumbo.h>

#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

int main(int count, char** arguments) {
    std::vector<std::string> pages;
    for (int i = 1; i < count; ++i) {
        std::ifstream stream(arguments[i], std::ios::binary);
        pages.emplace_back(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
    }
    const std::clock_t start = std::clock();
    for (const std::string& page : pages) {
        GumboOptions options = kGumboDefaultOptions;
        options.max_errors = 0;
        GumboOutput* tree = gumbo_parse_with_options(&options, page.data(), page.size());
        gumbo_destroy_output(&options, tree);
    }
    std::cout << pages.size() << " pages, " << static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC
              << " s of processor time\n";
    return 0;
}
