#!/bin/bash
# How much processor time and memory one book takes, beside yardsticks measured in the same run:
#
#     tests/bench/bench_book.sh FOLDER [RUNS]
#
# FOLDER holds a blog as site/ (and routes); its home page is bound. `vipsthumbnail` scales the same full-size pictures
# (Debian: libvips-tools), `bench_parse` parses the same pages. Each measure is taken in turn, RUNS times; medians are
# printed. Memory is the sum of the proportional set sizes of blogbind and its workers, sampled every 20 ms.
set -eu
cd "$(dirname "$0")/../.."
folder=$(realpath "$1")
runs=${2:-5}
build=build/release
if [ -z "${base:-}" ]; then  # not served yet: the server starts this script again, and is not measured
    cmake --build $build --target blogbind site_server bench_parse >/dev/null
    exec "$build/tests/site_server" 0 "$folder" tests/bench/bench_book.sh "$folder" "$runs"
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# processor_seconds COMMAND...: user and system time of the command and its children.
processor_seconds() {
    local TIMEFORMAT='%U %S' times
    times=$( { time "$@" >"$scratch/log" 2>&1; } 2>&1 ) || { cat "$scratch/log" >&2; exit 1; }
    awk '{ print $1 + $2 }' <<<"$times"
}

median() { sort -n | awk '{ a[NR] = $1 } END { print NR % 2 ? a[(NR + 1) / 2] : (a[NR / 2] + a[NR / 2 + 1]) / 2 }'; }

# Full-size pictures: those without a smaller size's suffix.
find "$folder/site" \( -name '*.jpg' -o -name '*.jpeg' -o -name '*.png' -o -name '*.webp' \) |
    grep -vE -- '-[0-9]+x[0-9]+\.[a-z]+$' > "$scratch/pictures" || true
find "$folder/site" -path '*/20[0-9][0-9]/*' -name '*.html' -size +4k > "$scratch/pages"

bind() { "$build/src/blogbind" "$base/" -o "$scratch/book.epub" "$@"; }
scale() { xargs -d '\n' vipsthumbnail --size 1264x1680 -o "$scratch/%s.jpg[Q=80]" < "$scratch/pictures"; }
parse() { xargs -d '\n' "$build/tests/bench/bench_parse" < "$scratch/pages"; }
export no_proxy='*'

for measure in with_pictures scale without_pictures parse; do : > "$scratch/$measure"; done
for _ in $(seq "$runs"); do
    processor_seconds bind --max-image 1264x1680 >> "$scratch/with_pictures"
    [ ! -s "$scratch/pictures" ] || processor_seconds scale >> "$scratch/scale"
    processor_seconds bind --no-images >> "$scratch/without_pictures"
    processor_seconds parse >> "$scratch/parse"
done

# Peak memory of the whole tree. No function here: the process must be blogbind itself.
"$build/src/blogbind" "$base/" -o "$scratch/book.epub" --max-image 1264x1680 >/dev/null 2>&1 &
program=$!
peak=0
while kill -0 $program 2>/dev/null; do
    sum=0
    for process in $program $(cat /proc/$program/task/*/children 2>/dev/null); do
        share=$(awk '/^Pss:/ { print $2 }' "/proc/$process/smaps_rollup" 2>/dev/null) || share=0
        sum=$((sum + ${share:-0}))
    done
    [ $sum -le $peak ] || peak=$sum
    sleep 0.02
done

echo "pictures        $(wc -l < "$scratch/pictures")"
echo "pages           $(wc -l < "$scratch/pages")"
echo "bind            $(median < "$scratch/with_pictures") s"
[ ! -s "$scratch/scale" ] || {
    echo "vipsthumbnail   $(median < "$scratch/scale") s"
    paste "$scratch/with_pictures" "$scratch/scale" | awk '{ print $1 / $2 }' | median | sed 's/^/bind : scale    /'
}
echo "bind, no images $(median < "$scratch/without_pictures") s"
echo "gumbo alone     $(median < "$scratch/parse") s"
echo "peak memory     $((peak / 1024)) MB, all processes together"
