#!/bin/bash
# Writes test/golden anew: what the compiler makes of its modules, and the units that this
# machine's Elixir and that of Debian trixie (see chroot.sh) give. The difference is for reading.
set -euo pipefail

cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8

HONEY_UPDATE_GOLDEN=1 mix test test/honey/golden_test.exs
scripts/chroot.sh trixie sh -c '
	HONEY_UPDATE_GOLDEN=1 mix test test/honey/golden_test.exs >&2 &&
		tar -cf - test/golden/units' | tar -xf -
git status --short test/golden
