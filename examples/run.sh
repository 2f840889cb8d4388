#!/bin/sh
# Builds blogbind, if need be with the Debian packages it needs, and binds the examples: examples/run.sh [NAME...]
# The books are in build/examples/ afterwards. Nothing but this machine is asked for pages or pictures.
# examples/run.sh --serve NAME serves an example's blog for looking at, until Enter is pressed.
set -eu
cd "$(dirname "$0")/.."

examples/install-packages.sh
cmake --preset release --log-level=WARNING
cmake --build --preset release --target blogbind site_server
binaries=$PWD/build/release

if [ "${1:-}" = --serve ]; then
    # shellcheck disable=SC2016  # expanded where the address is known
    exec "$binaries/tests/site_server" 8080 "examples/$2" sh -c 'echo "$base/ (Enter ends)"; read -r _'
fi

[ $# -gt 0 ] || set -- salt-road salt-road-saved salt-road-pasted
mkdir -p build/examples
for name; do
    echo "== $name"
    (
        case=$PWD/examples/$name
        export case PATH="$binaries/src:$PATH" no_proxy='*'
        cd build/examples
        "$binaries/tests/site_server" 0 "$case" sh -eu "$case/command"
    )
done
