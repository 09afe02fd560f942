#!/bin/sh
# Prints the path of a Chromium for the browser tests: CHROMIUM, one on PATH, Playwright's own; else installs one if
# the package manager needs no question; else says the one command to type. One that only works without a screen is
# preferred: it shows the same pages with half the work.
set -u
found() { [ -n "${1:-}" ] && [ -x "$1" ] && printf '%s\n' "$1" && exit 0; }
look() {
  found "$(command -v chromium-headless-shell || true)"
  for cache in "$HOME"/.cache/ms-playwright "$HOME"/Library/Caches/ms-playwright; do
    for path in "$cache"/chromium_headless_shell-*/*/headless_shell \
      "$cache"/chromium_headless_shell-*/*/chrome-headless-shell; do found "$path"; done
  done
  for name in chromium chromium-browser google-chrome google-chrome-stable; do found "$(command -v "$name" || true)"; done
  for path in "$HOME"/.cache/ms-playwright/chromium-*/chrome-linux*/chrome \
    "$HOME"/Library/Caches/ms-playwright/chromium-*/chrome-mac*/Chromium.app/Contents/MacOS/Chromium; do found "$path"; done
}
if [ -n "${CHROMIUM:-}" ]; then
  found "$CHROMIUM"
  echo "CHROMIUM names '$CHROMIUM', which cannot be run." >&2
  exit 1
fi
look
if command -v apt-get >/dev/null; then
  as_root=""
  [ "$(id -u)" = 0 ] || as_root="sudo -n"
  if [ -z "$as_root" ] || sudo -n true 2>/dev/null; then
    echo "No Chromium found; installing Debian's …" >&2
    $as_root apt-get update -qq >&2
    for package in chromium-headless-shell chromium; do # the first is in no older Debian
      DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq "$package" >&2 && break
    done
    look
  fi
fi
echo "The browser tests need Chromium. Type: .venv/bin/playwright install chromium" >&2
exit 1
