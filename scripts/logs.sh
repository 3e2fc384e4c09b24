#!/bin/bash
# Renews the catalogue of refusals, test/logs: compiles its programs, and has them refused by the
# running kernel and by others, in virtual machines (see vm.sh). What differs is for reading.
#
#   scripts/logs.sh              the running kernel, and all others
#   scripts/logs.sh 5.10         that one
set -euo pipefail

cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8
running=$(uname -r | grep -o '^[0-9]*\.[0-9]*')

scripts/setup.sh vm
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
env MIX_ENV=test mix compile
MIX_APP_PATH=$PWD/_build/native make -C c_src vm
cp _build/native/run_corpus "$folder"
env MIX_ENV=test mix run scripts/logs.exs write "$folder/corpus"
# Without KVM, a kernel takes ten minutes to write down its way through a million instructions.
cat >"$folder/run" <<'END'
#!/bin/busybox sh
cd /corpus
grep -v too_many_instructions manifest >quick
/run_corpus quick
END
chmod 755 "$folder/run"

# shellcheck disable=SC2046 # the kernels are words
[ $# -gt 0 ] || set -- "$running" $(scripts/vm.sh kernels)
for kernel in "$@"; do
	report=$folder/report
	if [ "$kernel" = "$running" ]; then
		(cd "$folder/corpus" && ../run_corpus manifest) >"$report"
	else
		scripts/vm.sh "$kernel" "$folder" "$report"
	fi
	env MIX_ENV=test mix run scripts/logs.exs keep "$kernel" "$report"
done
HONEY_UPDATE_GOLDEN=1 mix test test/honey/logs_test.exs
git status --short test/logs
