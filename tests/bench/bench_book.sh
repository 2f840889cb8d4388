#!/bin/bash
# How much processor time and memory one book takes, beside yardsticks measured in the same run: README.md says more.
#
#     tests/bench/bench_book.sh FOLDER [RUNS [ADDRESS]]
set -eu
cd "$(dirname "$0")/../.."
build=$(realpath "${BUILD:-build/release}")
folder=$(realpath "$1")
runs=${2:-5}
base=${base:-${3:-}}
export no_proxy='*'
command -v vipsthumbnail >/dev/null || { echo "$0: needs vipsthumbnail (package libvips-tools)" >&2; exit 1; }
cmake --build "$build" --target blogbind site_server bench_parse >/dev/null
if [ -z "$base" ] || ! curl -s -o /dev/null "$base/"; then  # the server starts this script again, and is not measured
    port=${base##*:}
    exec "$build/tests/site_server" "${port:-0}" "$folder" tests/bench/bench_book.sh "$folder" "$runs"
fi
scratch=$(mktemp -d)
export XDG_CACHE_HOME="$scratch/cache"  # an archive of its own: many runs would make a large index
trap 'rm -rf "$scratch"' EXIT

# processor_seconds COMMAND...: user and system time of the command and its children.
processor_seconds() {
    local TIMEFORMAT='%U %S' times
    times=$( { time "$@" >"$scratch/log" 2>&1; } 2>&1 ) || { cat "$scratch/log" >&2; exit 1; }
    awk '{ print $1 + $2 }' <<<"$times"
}

# Full-size pictures: those without a smaller size's suffix, -300x200 or -w300.
find "$folder/site" \( -name '*.jpg' -o -name '*.jpeg' -o -name '*.png' -o -name '*.webp' \) |
    grep -vE -- '-([0-9]+x[0-9]+|w[0-9]+)\.[a-z]+$' > "$scratch/pictures" || true
find "$folder/site" -path '*/20[0-9][0-9]/*' -name '*.html' -size +4k > "$scratch/pages"

bind() { "$build/src/blogbind" "$base/" -o "$scratch/book.epub" "$@"; }
with_pictures() { bind --max-image 1264x1680; }
scale() { [ ! -s "$scratch/pictures" ] ||
    xargs -d '\n' vipsthumbnail --size 1264x1680 -o "$scratch/%s.jpg[Q=80]" < "$scratch/pictures" ||
    true; }  # it fails where one of many pictures is broken
without_pictures() { bind --no-images; }
parse() { xargs -d '\n' "$build/tests/bench/bench_parse" < "$scratch/pages"; }

# In turn, so that whatever else the machine does troubles all alike; the first round only warms up.
measures='with_pictures scale without_pictures parse'
for measure in $measures; do $measure >/dev/null 2>&1; done
for _ in $(seq "$runs"); do
    for measure in $measures; do processor_seconds $measure >> "$scratch/$measure"; done
done

# Peak memory. No function here: the process must be blogbind itself.
"$build/src/blogbind" "$base/" -o "$scratch/book.epub" --max-image 1264x1680 >/dev/null 2>&1 &
program=$!
peak=0
: > "$scratch/resident"
while kill -0 $program 2>/dev/null; do
    processes="$program $(cat /proc/$program/task/*/children 2>/dev/null || true)"
    rollups=$(printf '/proc/%s/smaps_rollup ' $processes)
    sum=$(awk '/^Pss:/ { sum += $2 } END { print sum + 0 }' $rollups 2>/dev/null || true)
    [ "${sum:-0}" -le $peak ] || peak=$sum
    awk '/^Name:/ { name = $2 } /^VmHWM:/ { print name, $2 }' $(printf '/proc/%s/status ' $processes) \
        2>/dev/null >> "$scratch/resident" || true
    sleep 0.02
done

median() { sort -n | awk '{ a[NR] = $1 } END { print NR % 2 ? a[(NR + 1) / 2] : (a[NR / 2] + a[NR / 2 + 1]) / 2 }'; }
median_of() { median < "$scratch/$1"; }
ratio() { paste "$scratch/$1" "$scratch/$2" | awk '$2 > 0 { printf "%.2f\n", $1 / $2 }' | median; }
echo "pictures, pages     $(wc -l < "$scratch/pictures"), $(wc -l < "$scratch/pages")"
echo "with pictures       $(median_of with_pictures) s"
echo "vipsthumbnail       $(median_of scale) s"
echo "  ratio             $(ratio with_pictures scale)"
echo "without pictures    $(median_of without_pictures) s"
echo "gumbo alone         $(median_of parse) s"
echo "  ratio             $(ratio without_pictures parse)"
echo "memory at its peak  $((peak / 1024)) MB, shared pages counted once, all processes together"
sort -k1,1 -k2,2nr "$scratch/resident" | awk '!seen[$1]++ { printf "  largest %-11s %d MB resident\n", $1, $2 / 1024 }'
