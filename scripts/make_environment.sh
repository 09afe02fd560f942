#!/bin/sh
# Makes .venv with a Python of at least 3.11 and installs a hash-locked requirements file into it.
# What is imported is compiled then: of eight thousand modules that are few.
# The lock names every package there is to install: resolving again would let older pips ask for newer releases without a hash.
set -eu
python=$1
requirements=$2
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  echo "Python 3.11 or newer is needed, '$python' is not: name one, as in 'make site PYTHON=python3.12'." >&2
  exit 1
fi
[ -x .venv/bin/python ] || "$python" -m venv .venv
echo "Installing $requirements into .venv …"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --no-compile \
  -r "$requirements"
