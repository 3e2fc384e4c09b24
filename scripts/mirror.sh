#!/bin/bash
# Prints the URI of the first of this machine's Debian mirrors that has the suite.
#
#   scripts/mirror.sh bullseye
set -euo pipefail

suite=${1:?which Debian release?}
scratch=$(mktemp -d)
trap 'rm -r "$scratch"' EXIT
chmod 755 "$scratch"

for mirror in $(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | uniq); do
	if /usr/lib/apt/apt-helper download-file "${mirror%/}/dists/$suite/InRelease" \
		"$scratch/InRelease" >/dev/null 2>&1 &&
		grep -q "^Codename: $suite\$" "$scratch/InRelease"; then
		echo "$mirror"
		exit
	fi
done
echo "Honey: no mirror in this machine's apt sources has $suite" >&2
exit 1
