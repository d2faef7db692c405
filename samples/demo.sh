#!/bin/sh
# Runs the main job on the samples: checks, gaps, pictures. Usage: demo.sh PROGRAM FOLDER
set -eu
outmap=$1
out=$2
samples=$(dirname "$0")
for story in clinics saas; do
  map=$samples/$story/map.yaml
  mkdir -p "$out/$story"
  "$outmap" check "$map" > "$out/$story/check.txt"
  "$outmap" gaps "$map" > "$out/$story/gaps.txt"
  "$outmap" render "$map" "$samples/$story"/scenarios/*.yaml --all -o "$out/$story"
  "$outmap" report "$map" "$samples/$story"/scenarios/*.yaml -o "$out/$story/report.html"
  for diagram in relations journey outcomes gaps portfolio progress trend ladder value-map; do
    "$outmap" render "$map" --diagram $diagram -o "$out/$story/$diagram.png"
  done
done
cat "$out/clinics/gaps.txt"
echo
echo "Open these files:"
for story in clinics saas; do
  for file in "$out/$story"/report.html "$out/$story"/relations.svg "$out/$story"/journey*.svg "$out/$story"/outcomes.svg "$out/$story"/gaps.svg \
    "$out/$story"/portfolio.svg "$out/$story"/progress.svg "$out/$story"/trend.svg "$out/$story"/ladder.svg "$out/$story"/value-map.svg \
    "$out/$story"/whatif*.svg "$out/$story"/sensitivity.svg \
    "$out/$story"/gaps.txt "$out/$story"/check.txt; do
    echo "  $file"
  done
done
