#!/bin/sh
# Text hygiene: no tabs or spaces at a line's end in sources, no TODO without an issue's number, no machine's paths.
status=0
sources=$(find src tests examples templates fonts .ci \( -name '*.cpp' -o -name '*.h' -o -name '*.sh' -o -name '*.xhtml' \
    -o -name '*.css' -o -name '*.md' -o -name 'CMakeLists.txt' -o -path .ci/run \) \
    -not -path 'tests/golden/*/*' -not -path 'tests/e2e/*/*')
forbid() {
    # shellcheck disable=SC2086  # a list of names
    if grep -nE "$1" $sources ./*.md ./*.txt 2>/dev/null | grep -v '^tests/lint/text\.sh:'; then
        echo "^ $2"
        status=1
    fi
}
forbid '[[:space:]]+$' 'spaces at the end of a line'
forbid 'TODO[^(]|TODO\([^#]' 'TODO needs the number of an issue: TODO(#12)'
forbid '/(root|work|Users)/[a-z]' 'a path of one machine'
tab=$(printf '\t')
forbid "^ *$tab" 'a tab where spaces indent'
exit $status
