#!/bin/sh
# What others make of our archives: archive_replays.sh PROGRAM NODE_MODULES, with the address of a blog in $base.
set -eu
program=$1 modules=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export XDG_CACHE_HOME="$folder/cache" no_proxy='*'

# The second run's answers are 304, and stand in the archive as revisits.
for run in first second; do
    "$program" -q "$base/" --archive "$folder/blog.warc.gz" -o "$folder/$run.epub"
done
node "$(dirname "$0")/check.mjs" "$folder/blog.warc.gz" "$modules"
node "$(dirname "$0")/replay.mjs" "$folder/blog.warc.gz" "$modules"
