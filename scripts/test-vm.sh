#!/bin/bash
# Loads, attaches and runs compiled objects on other kernels, in virtual machines (see vm.sh):
# what compiles must load on every kernel that it is compiled for, and mean the same.
#
#   scripts/test-vm.sh                 all kernels
#   scripts/test-vm.sh 5.10 6.12       these
#   PROGRAMS=1000 SEED=7 scripts/test-vm.sh
#
# The objects are those of test/support/corpus.ex, compiled by this machine's clang, and by clang 19
# where the trixie chroot (chroot.sh) has been made. A refusal by the verifier, a wrong result, a
# program that cannot be attached: the status is 1, and the end of each log is shown.
set -euo pipefail

cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8
programs=${PROGRAMS:-200}
seed=${SEED:-$RANDOM$RANDOM}
reports=_build/test-vm
chroot=${XDG_CACHE_HOME:-/var/cache}/honey/trixie

[ "$(uname -m)" = x86_64 ] || {
	echo "Honey: the virtual machines are of x86-64, and this machine is not" >&2
	exit 1
}

scripts/setup.sh vm
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p "$reports" "$folder/corpus"

write_corpus() {
	# shellcheck disable=SC2016 # expanded by the inner shell
	printf '%s' 'MIX_ENV=test mix run scripts/corpus.exs "$1" --set "$2" --programs "$3" --seed "$4"'
}

clang_version() {
	"${HONEY_CLANG:-clang}" -dumpversion | cut -d. -f1
}

env MIX_ENV=test mix compile
sh -c "$(write_corpus)" sh "$folder/corpus" "clang-$(clang_version)" "$programs" "$seed"
if [ -d "$chroot" ] && [ "$(id -u)" -eq 0 ]; then
	scripts/chroot.sh trixie sh -c "{ $(write_corpus); } >&2 && tar -C corpus -cf - ." \
		sh corpus clang-19 $(((programs + 1) / 2)) "$seed" | tar -C "$folder/corpus" -xf -
fi

MIX_APP_PATH=$PWD/_build/native make -C c_src vm
cp _build/native/run_corpus "$folder"
cat >"$folder/run" <<'END'
#!/bin/busybox sh
cd /corpus
for set in *; do
	/run_corpus "$set/manifest" || exit
done
END
chmod 755 "$folder/run"

# One line for each kernel, set and kind of object, as run_corpus.c counts.
summarise() {
	awk -F '\t' -v kernel="$1" '
		$1 == "skipped" { split($2, path, "/"); skipped[path[1] "/" path[2]]++ }
		$1 == "object" {
			split($2, path, "/")
			set = path[1] "/" path[2]
			objects[set]++
			for (i = 3; i <= 9; i++)
				sum[set, i] += $i
		}
		END {
			for (set in objects)
				printf "%-7s %-20s %7d %8d %6d %7d %7d %8d %7d %6d\n", kernel, set,
					objects[set], skipped[set],
					sum[set, 3] - sum[set, 4] - sum[set, 5], sum[set, 4],
					sum[set, 5], sum[set, 6], sum[set, 7] - sum[set, 8],
					sum[set, 9]
		}' "$2" | sort
}

failed=
# shellcheck disable=SC2046 # the kernels are words
[ $# -gt 0 ] || set -- $(scripts/vm.sh kernels)
printf '\n%-7s %-20s %7s %8s %6s %7s %7s %8s %7s %6s\n' kernel corpus objects skipped \
	loaded refused absent attached runs wrong
for kernel in "$@"; do
	report=$reports/$kernel
	scripts/vm.sh "$kernel" "$folder" "$report" || failed=1
	sed -i "s/^\(refused\|wrong\)/& on $kernel/" "$report"
	summarise "$kernel" "$report"
	grep -q '^object' "$report" && ! grep -q '^\(refused\|wrong\)' "$report" || failed=1
done

echo
if [ -n "$failed" ]; then
	echo "Random programs are of SEED=$seed. What was refused or wrong ($reports has all of it):"
	for kernel; do
		# No match is no failure, nor are more lines than are wanted.
		{ grep -A 15 '^refused' "$reports/$kernel" | head -n 60; } || true
		{ grep '^wrong' "$reports/$kernel" | head -n 20; } || true
	done
	exit 1
fi
echo "Nothing was refused, nothing was wrong. Random programs are of SEED=$seed."
