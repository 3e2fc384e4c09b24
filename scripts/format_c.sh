#!/bin/bash
# Lays out the C files by .clang-format; with --check it only says which are laid out otherwise.
#
#   scripts/format_c.sh [--check] FILE...
#
# clang-format takes C for C++, in which `operator` is no name, so it is shown another word of the
# same length.
set -euo pipefail

check=
if [ "${1:-}" = --check ]; then
	check=1
	shift
fi

formatted=$(mktemp)
trap 'rm -f "$formatted"' EXIT
status=0

for file; do
	sed 's/\<operator\>/operat0r/g' "$file" |
		clang-format --assume-filename="$file" |
		sed 's/\<operat0r\>/operator/g' >"$formatted"
	if cmp -s "$formatted" "$file"; then
		continue
	elif [ -z "$check" ]; then
		cat "$formatted" >"$file"
	else
		diff -U1 --label "$file" --label "$file, as \`make format\` leaves it" \
			"$file" "$formatted" >&2 || status=1
	fi
done
exit $status
