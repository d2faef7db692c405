#!/bin/sh
# Builds the fuzz targets with clang and runs each on its corpus. Usage: run.sh BUILD_FOLDER SECONDS
set -eu
build=$1
seconds=$2
if ! command -v clang++ > /dev/null; then
  echo "fuzzing skipped: clang is not installed (apt install clang)"
  exit 0
fi
source=$(cd "$(dirname "$0")/../.." && pwd)
cmake -S "$source" -B "$build" -G Ninja -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF -DOUTMAP_FUZZ=ON -DCMAKE_UNITY_BUILD=ON > /dev/null
cmake --build "$build" --target fuzz_targets
for corpus in "$source"/tests/fuzz/corpus/*/; do
  reader=$(basename "$corpus")
  found=$(mktemp -d)
  echo "fuzzing $reader for $seconds s"
  "$build"/tests/fuzz/fuzz_"$reader" -max_total_time="$seconds" -rss_limit_mb=2048 -verbosity=0 -print_final_stats=0 \
    -artifact_prefix="$build/" "$found" "$corpus"
  rm -rf "$found"
done
