#!/bin/bash
# How long a book takes whose server answers late, beside curl that fetches the same addresses over as many connections.
#
#     tests/bench/latency.sh ADDRESS [RUNS [JOBS]]
set -eu
cd "$(dirname "$0")/../.."
build=$(realpath "${BUILD:-build/release}")
address=$1
runs=${2:-5}
jobs=${3:-6}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export no_proxy='*'

# seconds COMMAND...: what it takes by the clock.
seconds() {
    local TIMEFORMAT=%R
    { time "$@" > "$scratch/log" 2>&1; } 2>&1
}

# Each time with a new archive.
bind() {
    rm -f "$scratch"/archive.*
    "$build/src/blogbind" -q "$address" -o "$scratch/book.epub" --jobs "$jobs" --archive "$scratch/archive.warc.gz"
}

fetch() { curl -s --globoff --parallel --parallel-max "$jobs" -K "$scratch/addresses"; }

seconds bind > /dev/null
sed -nE 's/^.*"url":"([^"]+)".*/url = "\1"\noutput = \/dev\/null/p' "$scratch/archive.warc.gz.cdxj" \
    > "$scratch/addresses"
echo "$(grep -c ^url "$scratch/addresses") addresses"
seconds fetch > /dev/null
for _ in $(seq "$runs"); do
    book=$(seconds bind)
    alone=$(seconds fetch)
    awk -v a="$book" -v b="$alone" 'BEGIN { printf "blogbind %.2f s, curl %.2f s, ratio %.2f\n", a, b, a / b }'
done | tee "$scratch/rounds"
sort -n -k 8 "$scratch/rounds" | awk '{ ratio[NR] = $NF } END { printf "least %s, median %s\n", ratio[1], ratio[int((NR + 1) / 2)] }'
