#!/bin/sh
# Collects the strings for readers from Python and templates: extract_messages.sh [OUTPUT]
set -eu
cd "$(dirname "$0")/.."
exec .venv/bin/pybabel --quiet extract -F pyproject.toml --omit-header --no-location --sort-output --no-wrap \
  -k _ -k gettext -k ngettext:1,2 -o "${1:-generator/locale/messages.pot}" .
