#!/bin/sh
# Installs the Debian packages that building blogbind needs; with the word "tests" also those that its tests need.
# Asks for nothing and changes nothing when all are there; uses sudo only when not root.
set -eu

build="g++ cmake ninja-build pkg-config
    libzip-dev libdeflate-dev zlib1g-dev libexpat1-dev libbrotli-dev libzstd-dev libtinyxml2-dev libcmark-dev libcurl4-openssl-dev libcli11-dev libgumbo-dev
    libexpected-dev libfmt-dev nlohmann-json3-dev libidn2-dev libunistring-dev libuchardet-dev nettle-dev
    libvips-dev libpango1.0-dev libharfbuzz-dev libfontconfig-dev libjpeg62-turbo-dev libseccomp-dev libkainjow-mustache-dev libtomlplusplus-dev libyaml-cpp-dev doctest-dev
    fonts-ebgaramond fonts-noto-core"
tests="libxml2-utils universal-ctags"
# A Java or Node.js that came by another way than Debian's packages serves as well.
command -v javac >/dev/null || tests="$tests default-jdk-headless"
command -v npm >/dev/null || tests="$tests nodejs npm"

wanted=$build
[ "${1:-}" != tests ] || wanted="$build $tests"
missing=
for package in $wanted; do
    dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

as_root=
[ "$(id -u)" = 0 ] || as_root=sudo
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -q
# shellcheck disable=SC2086  # a list of words
$as_root apt-get install -q -y --no-install-recommends $missing
