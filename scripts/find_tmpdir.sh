#!/bin/sh
# Prints the folder for the files of tests: TMPDIR if it is set; else one in memory, if there is one with two gigabytes
# to spare in which programs may run, as nothing in it waits for a disk; else /tmp.
set -u
if [ -n "${TMPDIR:-}" ]; then
  printf '%s\n' "$TMPDIR"
  exit
fi
memory=/dev/shm
spare=$(df -Pk "$memory" 2>/dev/null | awk 'NR == 2 { print $4 }')
if [ "${spare:-0}" -ge 2097152 ] && try=$(mktemp "$memory/try.XXXXXX" 2>/dev/null); then
  printf '#!/bin/sh\n' >"$try" && chmod +x "$try" && "$try" 2>/dev/null && found=$memory
  rm -f "$try"
fi
printf '%s\n' "${found:-/tmp}"
