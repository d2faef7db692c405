#!/bin/sh
# Runs every benchmark with its peers in the same run and prints medians. Usage: run.sh BUILD_FOLDER [FILTER]
set -eu
"$1"/bench/outmap_bench --benchmark_filter="${2:-.}" --benchmark_repetitions=5 --benchmark_min_time=0.2 \
  --benchmark_report_aggregates_only=true
