#!/bin/sh
# Includes point down only. Each folder may include itself and the folders named after it here.
find src -name '*.cpp' -o -name '*.h' | sort | xargs awk '
    BEGIN {
        allowed["base"] = ""
        allowed["net"] = "base"
        allowed["markup"] = "base"
        allowed["model"] = "base net markup"
        allowed["extract"] = "base net markup model"
        allowed["series"] = "base net markup model extract"
        allowed["source"] = "base net markup model extract series"
        allowed["media"] = "base net markup model"
        allowed["normalise"] = "base net markup model"
        allowed["compose"] = "base net markup model media normalise"
        allowed["template"] = "base"
        allowed["epub"] = "base net markup model compose template"
        allowed["archive"] = "base net markup model"
    }
    /^#include "/ {
        split(FILENAME, path, "/")
        from = path[2]
        name = $2
        gsub(/"/, "", name)
        to = name
        if (sub(/\/.*/, "", to) == 0) { print FILENAME ":" FNR ": " name " is named without its folder"; bad = 1; next }
        if (!(from in allowed) || from == to) next  # main and cli see everything
        if (index(" " allowed[from] " ", " " to " ") == 0) {
            print FILENAME ":" FNR ": " from " may not include " name
            bad = 1
        }
    }
    END { exit bad }'
