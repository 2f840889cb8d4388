#!/bin/sh
# No file over 400 lines, no function over 60.
status=0
sources=$(find src tests -name '*.cpp' -o -name '*.h' | sort)
for file in $sources; do
    lines=$(wc -l < "$file")
    [ "$lines" -le 400 ] || { echo "$file has $lines lines"; status=1; }
done
# shellcheck disable=SC2086  # a list of names
ctags --languages=C++ --c++-kinds=f --fields=+ne -f - $sources 2>/dev/null | awk -F '\t' '
    {
        start = end = 0
        for (i = 4; i <= NF; ++i) {
            if ($i ~ /^line:/) start = substr($i, 6)
            if ($i ~ /^end:/) end = substr($i, 5)
        }
        if (end - start + 1 > 60) { print $2 ":" start ": " $1 " has " end - start + 1 " lines"; bad = 1 }
    }
    END { exit bad }' || status=1
exit $status
