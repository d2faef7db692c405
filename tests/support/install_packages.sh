#!/bin/sh
# Installs the apt packages listed in a file that are missing: the first word of each line, '#' begins a comment.
set -eu
wanted=$(sed 's/#.*//' "$1" | awk 'NF { print $1 }')
missing=
for package in $wanted; do
  case $package in
    nodejs) command -v node > /dev/null && continue ;;
    npm) command -v npm > /dev/null && continue ;;
    chromium) command -v chromium > /dev/null && continue ;;
  esac
  dpkg-query -W -f '${Status}' "$package" 2> /dev/null | grep -q 'install ok installed' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
echo "installing:$missing"
as_root=
[ "$(id -u)" = 0 ] || as_root=sudo
$as_root apt-get update -qq
# shellcheck disable=SC2086 # the list is meant to be split
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing > /dev/null
