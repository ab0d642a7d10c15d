#!/bin/sh
# Finds a Chromium or Chrome for the tests of the page; on Debian and its kin, as root, installs one.
for name in chromium chromium-browser google-chrome google-chrome-stable microsoft-edge; do
  command -v "$name" >/dev/null 2>&1 && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null && exit 0
fi
echo "No Chromium or Chrome was found, and none could be installed: the tests of the page in a browser will be skipped." >&2
[ -z "$CI" ]
