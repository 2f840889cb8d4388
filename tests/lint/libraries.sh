#!/bin/sh
# A library is wrapped in one place: each third-party header is included by exactly one .cpp and by no header of ours.
# libzip has two: base reads ZIP files from anywhere, and only epub writes them, with a compressor of its own.
# So have cmark, which also writes the manual page, and toml++: base reads, and only cli writes.
# libcurl has one that asks and one that says what went wrong.
# Pango has one for covers and one for maps, which share nothing of it.
# tinyxml2 is the tree that markup hands around, tl::expected the result type; fmt is free to use.
find src \( -name '*.cpp' -o -name '*.h' \) | sort | xargs grep -Hn '^#include <' | awk -F '[:<>]' '
    {
        file = $1; header = $4
        if (header !~ /\.h(pp)?$/ && header !~ /\//) next  # the standard library
        if (header ~ /^(sys|netinet|arpa|linux)\// ||
            header ~ /^(unistd|fcntl|signal|poll|spawn|sched|pthread|netdb|time|malloc)\.h$/) next  # the system
        if (header ~ /^(fmt\/|tl\/expected|tinyxml2)/) next
        if (file ~ /\.h$/) { print file ": " header " belongs into a .cpp"; bad = 1; next }
        if (header == "cmark.h" && file ~ /^src\/(markup\/markdown|cli\/manual_main)\.cpp$/) next
        if (header == "toml++/toml.h" && file ~ /^src\/(base\/toml|cli\/config_file)\.cpp$/) next
        if (header == "pango/pangocairo.h" && file ~ /^src\/media\/worker\/(cover|map)_painter\.cpp$/) next
        if (header == "curl/curl.h" && file ~ /^src\/net\/(curl_transport|transfer_error)\.cpp$/) next
        if (header == "zip.h" && file ~ /^src\/(base\/zip_reader|epub\/container)\.cpp$/) next
        if (header in first && first[header] != file) {
            print file ": " header " is already wrapped by " first[header]
            bad = 1
        }
        first[header] = file
    }
    END { exit bad }'
