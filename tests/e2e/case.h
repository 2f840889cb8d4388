// One end-to-end case: a folder that says what is served, what is run, and what must come out of it.
//
//     site/ routes      what the local server serves, and how it misbehaves (support/site.h); may be missing
//     command           a shell script; blogbind and alter_book are on its PATH, it runs in an empty folder. $base is
//     the
//                       server's address, $case this folder
//     exit              the script's exit code; 0 if the file is missing
//     stdout stderr     all that it printed; not looked at if missing. {base} and {case} stand for addresses and paths
//     stdout.contains   texts of which each must be in what it printed, one a line; likewise stderr.contains;
//                       a line that begins with "! " must not be there
//     hits              `PATH COUNT`, how often a path may be asked in one run; `*` stands for all others. Without the
//                       file nothing may be asked twice; `total COUNT` is about all requests together
//     issues.txt        `code<TAB>where<TAB>message`, all issues of the report that the script wrote as report.json
//     book/contains     `FILE<TAB>TEXT`: a file of the book whose name contains FILE holds TEXT; a line that begins
//     with
//                       "! " says that none does; likewise NAME.epub/contains, for one of several books
//     book/entries      the names of the files in the book, in order
//     altered           if this file is there the book is altered on purpose, and not looked at as a whole
//     spoils            if this file is there the book is also spoilt in many ways, each of which must be noticed
//     longer            `EARLIER.epub LATER.epub`: the later has all that the earlier had, unchanged
//     once              if this file is there the case is not run again to compare the bytes of the books
//
// After each run the folder may hold only books and files that the script made on purpose (.json, .txt), and each book
// is shown to EPUBCheck. A case that finds `stdout`, `stderr`, `issues.txt` or `book/entries` different tells so as a
// diff, or, with UPDATE_GOLDEN=1, takes over what came out.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace blogbind::testing {

struct Tools {
    std::filesystem::path blogbind;
    std::filesystem::path folder;     ///< of the tests' own programs
    std::filesystem::path epubcheck;  ///< the socket where it listens; empty: books are not shown to it
    std::size_t memory_limit = 0;     ///< bytes that no process may exceed; 0: not looked at
};

/// What was wrong; empty if all is well.
std::vector<std::string> failures_of_case(const std::filesystem::path& folder, const Tools& tools);

}  // namespace blogbind::testing
