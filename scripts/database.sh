#!/bin/bash
# Renews what c_src/database/tracepoints.txt knows of the kernels that vm.sh boots, by what these say
# about themselves; what it knows of others stays.
#
#   scripts/database.sh            all kernels of vm.sh
#   scripts/database.sh 6.12       this one
#
# c_src/database/README.md tells which versions the file is of.
set -euo pipefail

cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# A file of tracefs says that it is empty until it is read, so tar takes copies. What modules add is
# not there: none is loaded.
mkdir "$folder/guest"
cat >"$folder/guest/run" <<'END'
#!/bin/busybox sh
set -e
mkdir /tmp/said
cd /sys/kernel/tracing
cp --parents events/*/*/format /tmp/said
cp /sys/kernel/btf/vmlinux /tmp/said
cd /tmp/said
tar -cf - . | gzip -1
END
chmod 755 "$folder/guest/run"

# shellcheck disable=SC2046 # the kernels are words
[ $# -gt 0 ] || set -- $(scripts/vm.sh kernels)
for kernel; do
	scripts/vm.sh "$kernel" "$folder/guest" "$folder/said"
	mkdir "$folder/$kernel"
	tar -xzf "$folder/said" -C "$folder/$kernel"
	echo "Linux $kernel, Debian's $(scripts/vm.sh fetch "$kernel"):"
	elixir c_src/database/generate.exs --merge --arch x86_64 --kernel "$kernel" \
		--events "$folder/$kernel/events" --btf "$folder/$kernel/vmlinux"
done
