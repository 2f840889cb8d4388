#!/bin/bash
# One blog bound by seven routes, which are to give the same book: routes.sh ADDRESS EXPORT FOLDER SCORER...
# README.md tells more.
set -euo pipefail
address=${1:?the address of a WordPress blog}
export=${2:?its WXR export}
folder=$(realpath -m "${3:?a folder for books and copies}")
shift 3
scorer=("$@")  # a command that prints a book's scores as JSON; BOOK stands for the book's name
blogbind=${BLOGBIND:-$(dirname "$0")/../../build/release/src/blogbind}
address=${address%/}
host=$(sed 's#^[a-z]*://##; s#/.*##' <<<"$address")
mkdir -p "$folder"

# What a crawler leaves, twice at once: a mirror, whose links lead to its files, and a web archive of what was sent.
# Forms to answer or to like each comment are the same page again. Pictures that only a script shows it cannot find:
# PICTURES is a file of their addresses.
if [ ! -f "$folder/crawl.warc.gz" ]; then
    (cd "$folder" && wget --no-verbose --recursive --level=inf --page-requisites --convert-links --adjust-extension \
        --reject-regex='[?&](replytocom|like_comment)=' --warc-file=crawl ${PICTURES:+--input-file="$PICTURES"} \
        "$address/" "$address/sitemap.xml" "$address/feed/" >>wget.log 2>&1) || [ $? = 8 ]  # 8: some were not there
fi

declare -A routes=(
    [page]="$address/" [feed]="$address/feed/" [api]="$address/wp-json/wp/v2/posts" [sitemap]="$address/sitemap.xml"
    [export]="$export" [mirror]="$folder/$host" [warc]="$folder/crawl.warc.gz")
for route in page feed api sitemap export mirror warc; do
    network=(--allow-private-network --no-archive)
    case $route in mirror | warc) network=(--offline) ;; esac
    "$blogbind" -q "${routes[$route]}" -o "$folder/$route.epub" "${network[@]}" \
        --report "$folder/$route.report.json" || echo "$route: exit code $?"
    "${scorer[@]/#BOOK/$folder/$route.epub}" >"$folder/$route.json"
done
exec python3 - "$folder" <<'END'
import json, posixpath, sys, zipfile
from xml.etree import ElementTree

folder = sys.argv[1]
routes = ["page", "feed", "api", "sitemap", "export", "mirror", "warc"]

def flat(value, name=""):
    if not isinstance(value, dict):
        return {name: value}
    return {key: item for part in value for key, item in flat(value[part], f"{name}.{part}".strip(".")).items()}

def chapters(book):
    """The table of contents, as titles and files."""
    with zipfile.ZipFile(book) as container:
        nav = next(name for name in container.namelist() if posixpath.basename(name) == "nav.xhtml")
        return [("".join(link.itertext()), link.get("href"))
                for link in ElementTree.fromstring(container.read(nav)).iter("{http://www.w3.org/1999/xhtml}a")]

scores = {route: flat(json.load(open(f"{folder}/{route}.json"))) for route in routes}
for name in scores["page"]:
    values = [str(scores[route].get(name)) for route in routes]
    same = len(set(values)) == 1
    print(f"{name}: {values[0]}" if same else f"{name} DIFFERS: " + ", ".join(map(" ".join, zip(routes, values))))
contents = {route: chapters(f"{folder}/{route}.epub") for route in routes}
different = [route for route in routes if contents[route] != contents["page"]]
print("the same chapters" if not different else "other chapters than by the page: " + ", ".join(different))
sys.exit(1 if different else 0)
END
