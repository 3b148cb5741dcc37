#!/bin/sh
# Fuzzes the HTML parser with libFuzzer and the address sanitizer.
#
#   Fuzz/HTML/run.sh [SECONDS [CORPUS]]
#
# CORPUS (default .build/fuzz/html-corpus) is read and added to. A finding is left as crash-… beside it, and the exit is not 0.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
seconds=${1:-60}
corpus=${2:-$root/.build/fuzz/html-corpus}
build=$root/.build/fuzz/html
mkdir -p "$build" "$corpus"

# Of Model the parser needs only the JSON writer, which needs these.
flags="-O -swift-version 6 -package-name newsreel -sanitize=fuzzer,address -parse-as-library -I $build"
cd "$build"
swiftc $flags -wmo -module-name Model -emit-module -emit-module-path Model.swiftmodule -c -o Model.o \
    "$root"/Sources/Model/Hexadecimal.swift "$root"/Sources/Model/JSON/*.swift "$root"/Sources/Model/Time/*.swift
swiftc $flags -wmo -module-name HTML -emit-module -emit-module-path HTML.swiftmodule -c -o HTML.o \
    $(find "$root/Sources/HTML" -name '*.swift')
swiftc $flags -module-name FuzzHTML -o fuzz-html "$root/Fuzz/HTML/FuzzHTML.swift" HTML.o Model.o

exec ./fuzz-html -max_total_time="$seconds" -max_len=4096 -timeout=5 -dict="$root/Fuzz/HTML/html.dict" \
    -artifact_prefix="$(dirname "$corpus")/" "$corpus"
