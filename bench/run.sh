#!/bin/sh
# Runs every benchmark with its peers in the same run and prints medians. Usage: run.sh BUILD_FOLDER [FILTER]
set -eu
for program in outmap_bench ratings_bench; do
  "$1"/bench/$program --benchmark_filter="${2:-.}" --benchmark_repetitions=5 --benchmark_min_time=0.2 \
    --benchmark_report_aggregates_only=true
done
