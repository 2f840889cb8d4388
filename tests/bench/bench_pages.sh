#!/bin/bash
# How much processor time a saved page takes, beside gumbo alone: README.md says more.
#
#     tests/bench/bench_pages.sh FOLDER [RUNS]
set -eu
cd "$(dirname "$0")/../.."
build=$(realpath "${BUILD:-build/release}")
folder=$(realpath "$1")
runs=${2:-3}
cmake --build "$build" --target blogbind bench_parse >/dev/null
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
find "$folder" -name '*.html' | sort > "$scratch/pages"
count=$(wc -l < "$scratch/pages")
read_pages=("$build/src/blogbind" extract --no-archive -q --as json --url http://blog.example/post/)

each_by_itself() { while read -r page; do "${read_pages[@]}" "$page" || true; done < "$scratch/pages"; }
hundreds() { xargs -d '\n' -n 100 "${read_pages[@]}" < "$scratch/pages" || true; }
gumbo_alone() { xargs -d '\n' "$build/tests/bench/bench_parse" < "$scratch/pages"; }

# In turn, so that whatever else the machine does troubles all alike.
for _ in $(seq "$runs"); do
    for measure in each_by_itself hundreds gumbo_alone; do
        TIMEFORMAT='%U %S'
        times=$( { time $measure >/dev/null 2>&1; } 2>&1 )
        awk -v count="$count" '{ print 1000 * ($1 + $2) / count }' <<<"$times" >> "$scratch/$measure"
    done
done
for measure in each_by_itself hundreds gumbo_alone; do
    sort -n "$scratch/$measure" | awk -v name="${measure//_/ }" '{ all[NR] = $1 }
        END { printf "%-16s %.1f ms a page (%.1f to %.1f)\n", name, all[int((NR + 1) / 2)], all[1], all[NR] }'
done
