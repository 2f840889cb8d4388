#!/bin/bash
# How fast a large WordPress export is read, and in how much memory: README.md says more.
#
#     tests/bench/bench_export.sh [MEGABYTES]
set -eu
cd "$(dirname "$0")/../.."
build=$(realpath "${BUILD:-build/release}")
megabytes=${1:-1000}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# A post of 8 kB with two comments and its picture, again and again.
awk -v size="$((megabytes * 1000000))" 'BEGIN {
    print "<rss xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><title>Harbour</title>"
    for (i = 0; i < 100; ++i) text = text "Rope lay on the slip, &amp; nobody had coiled it since <b>the ferry</b> left.\n"
    for (id = 1; written < size; id += 2) {
        item = "<item><title>Post " id "</title><link>https://harbour.example/" id "/</link>" \
            "<content:encoded><![CDATA[" text "</item> <img class=\"wp-image-" id + 1 "\" src=\"/a.jpg\">]]></content:encoded>" \
            "<wp:post_id>" id "</wp:post_id><wp:post_date>2020-01-01 08:00:00</wp:post_date>" \
            "<wp:status>publish</wp:status><wp:post_type>post</wp:post_type>"
        for (c = 1; c < 3; ++c)
            item = item "<wp:comment><wp:comment_id>" c "</wp:comment_id><wp:comment_content><![CDATA[I coiled mine.]]>" \
                "</wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment>"
        item = item "</item><item><wp:post_id>" id + 1 "</wp:post_id><wp:post_parent>" id "</wp:post_parent>" \
            "<wp:post_type>attachment</wp:post_type><wp:attachment_url>https://harbour.example/" id ".jpg" \
            "</wp:attachment_url></item>"
        written += length(item) + 1
        print item
    }
    print "</channel></rss>"
}' > "$scratch/export.xml"

/usr/bin/time -f '%U %S %M' -o "$scratch/cost" "$build/src/blogbind" list --no-archive "$scratch/export.xml" \
    > "$scratch/listed"
awk -v bytes="$(stat -c %s "$scratch/export.xml")" '{
    printf "%.0f MB read in %.2f s of processor time: %.0f MB/s, %.0f MB of memory\n",
        bytes / 1e6, $1 + $2, bytes / 1e6 / ($1 + $2), $3 / 1000 }' "$scratch/cost"
