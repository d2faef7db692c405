#!/bin/sh
# Draws every diagram of every sample in every theme into one page, to be looked at before a release.
# Usage: gallery.sh PROGRAM FOLDER
set -eu
outmap=$1
out=$2
samples=$(dirname "$0")
themes="light dark print"

for theme in $themes; do
  for story in clinics saas minimal minimal-tables; do
    map=$samples/$story/map.yaml
    [ -f "$map" ] || map=$samples/$story
    mkdir -p "$out/$theme/$story"
    "$outmap" render "$map" --all --theme "$theme" -q -o "$out/$theme/$story"
    [ -d "$samples/$story/scenarios" ] || continue
    for diagram in whatif sensitivity; do
      "$outmap" render "$map" "$samples/$story"/scenarios/*.yaml --diagram $diagram --theme "$theme" -q -o "$out/$theme/$story/$diagram.svg"
    done
  done
done

# One row a picture, one column a theme; the page's own ground is the theme's, so that edges show.
{
  cat << 'HEAD'
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>outmap: every diagram of every sample in every theme</title>
<style>
  body { font: 15px/1.5 Inter, sans-serif; margin: 24px; background: #fff; color: #1b2430 }
  .row { display: grid; grid-template-columns: repeat(3, 1fr); gap: 16px; margin: 8px 0 32px }
  figure { margin: 0; padding: 8px; border: 1px solid #cdd4dd }
  .dark { background: #14181f; color: #e8ecf1 }
  img { width: 100%; display: block }
</style>
</head>
<body>
<h1>Every diagram of every sample in every theme</h1>
HEAD
  for picture in "$out"/light/*/*.svg; do
    name=${picture#"$out"/light/}
    echo "<h2 id=\"${name%.svg}\">${name%.svg}</h2>"
    echo '<div class="row">'
    for theme in $themes; do
      echo "<figure class=\"$theme\"><a href=\"$theme/$name\"><img src=\"$theme/$name\" alt=\"${name%.svg}, $theme\" loading=\"lazy\"></a><figcaption>$theme</figcaption></figure>"
    done
    echo '</div>'
  done
  echo '</body>'
  echo '</html>'
} > "$out/index.html"
echo "Open $out/index.html"
