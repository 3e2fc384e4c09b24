#!/bin/bash
# Boots a Debian kernel in QEMU, on a file system in memory made of a folder.
#
#   scripts/vm.sh 6.1 FOLDER RESULT    runs FOLDER/run as root on Linux 6.1
#   scripts/vm.sh kernels              the kernels there are
#   scripts/vm.sh fetch 6.1            only fetches the kernel: prints its version in Debian
#
# FOLDER/run is a static program, or a script that begins with #!/bin/busybox sh. What it writes
# to its standard output becomes the file RESULT; what the kernel says, RESULT.console. Of the
# kernel's file systems, it finds proc, sysfs, devtmpfs, tracefs and bpffs mounted, and busybox is
# there. Only if it ends with status 0, before the deadline (HONEY_VM_DEADLINE, in seconds), so
# does this script.
#
# Kernels are Debian's for cloud machines, in which nearly all that BPF needs is built in. They are
# fetched once, with a configuration of apt of their own: nothing is installed. They are kept
# under $XDG_CACHE_HOME or /var/cache, and may be deleted at any time.
set -euo pipefail

here=$(cd "$(dirname "$0")/.." && pwd)
cache=${XDG_CACHE_HOME:-/var/cache}/honey/vm
deadline=${HONEY_VM_DEADLINE:-180}
finished="run ended with status"

declare -A suites=([5.10]=bullseye [6.1]=bookworm [6.12]=trixie)

fail() {
	echo "Honey: $*" >&2
	exit 1
}

# fetch_apt FOLDER SUITE ARGUMENT...: apt of that release, whose lists and settings are in FOLDER.
fetch_apt() {
	local folder=$1 suite=$2 command=$3
	shift 3
	"$command" -o Dir::Etc::sourcelist="$folder/sources.list" \
		-o Dir::Etc::sourceparts=/dev/null -o Dir::State::lists="$folder/lists" \
		-o Dir::State::status=/dev/null -o Dir::Cache="$folder" \
		-o APT::Architecture=amd64 -o APT::Architectures=amd64 -o APT::Sandbox::User="" \
		-o APT::Default-Release="$suite" "$@"
}

# The kernel's package is the one on which the suite's package without a version depends.
fetch_kernel() {
	local kernel=$1 suite=${suites[$1]} apt=$scratch/apt mirror package
	echo "Honey: fetching Linux $kernel from Debian $suite" >&2
	mkdir -p "$apt/lists/partial" "$apt/archives/partial"
	mirror=$("$here/scripts/mirror.sh" "$suite")
	echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main" \
		>"$apt/sources.list"
	fetch_apt "$apt" "$suite" apt-get update --quiet=2 >&2
	package=$(fetch_apt "$apt" "$suite" apt-cache depends linux-image-cloud-amd64 |
		sed -n 's/^ *Depends: \(linux-image-[0-9].*\)/\1/p' | head -n 1)
	[ -n "$package" ] || fail "Debian $suite has no kernel for cloud machines"
	(cd "$apt" && fetch_apt "$apt" "$suite" apt-get download --quiet=2 "$package" >&2)
	unpack_kernel "$apt/$package"_*.deb "$apt" "$cache/$kernel"
}

unpack_kernel() {
	local package=$1 scratch=$2 folder=$3
	dpkg-deb -x "$package" "$scratch/root"
	rm -rf "$folder" "$folder.new"
	mkdir -p "$folder.new"
	mv "$scratch"/root/boot/vmlinuz-* "$folder.new/vmlinuz"
	dpkg-deb --field "$package" Version >"$folder.new/version"
	mv "$folder.new" "$folder"
}

# The kernel runs the first process with the console for its output, which is not for results.
write_init() {
	cat >"$1/init" <<-'END'
		#!/bin/busybox sh
		/bin/busybox --install -s /bin
		mkdir -p /proc /sys /dev /tmp
		mount -t proc proc /proc
		mount -t sysfs sysfs /sys
		mount -t devtmpfs devtmpfs /dev
		mount -t tracefs tracefs /sys/kernel/tracing
		mount -t bpf bpf /sys/fs/bpf
		ip link set lo up
		echo 0 >/proc/sys/kernel/printk
		stty -F /dev/ttyS1 raw
		cd /
		/run >/dev/ttyS1
		echo "run ended with status $?"
		poweroff -f
	END
	chmod 755 "$1/init"
}

build_file_system() {
	local folder=$1
	mkdir -p "$scratch/root/bin"
	cp -a "$folder/." "$scratch/root"
	cp "$(command -v busybox)" "$scratch/root/bin/busybox"
	write_init "$scratch/root"
	(cd "$scratch/root" && find . | cpio --create --format=newc --quiet --owner=0:0) |
		gzip -1 >"$scratch/initramfs"
}

# Without KVM, so that it is the same everywhere; with two CPUs, some boots hang.
boot() {
	local kernel=$1 result=$2
	timeout --kill-after=5 "$deadline" qemu-system-x86_64 -accel tcg -cpu max -m 768 -smp 1 \
		-nodefaults -no-reboot -display none \
		-kernel "$cache/$kernel/vmlinuz" -initrd "$scratch/initramfs" \
		-append "console=ttyS0 panic=-1 quiet lsm=lockdown,capability,landlock,yama,bpf" \
		-serial "file:$result.console" -serial "file:$result" </dev/null >&2 &&
		grep -q "$finished 0" "$result.console"
}

kernel=${1:?kernels, fetch or a kernel?}
if [ "$kernel" = kernels ]; then
	printf '%s\n' "${!suites[@]}" | sort -V
	exit
fi
[ "$kernel" != fetch ] || kernel=${2:?which kernel?}
[ -n "${suites[$kernel]:-}" ] || fail "there is no kernel \`$kernel\`, only: $("$0" kernels | xargs)"

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir -p "$cache"
exec 9>"$cache/$kernel.lock"
flock 9
[ -e "$cache/$kernel/version" ] || fetch_kernel "$kernel"
flock --unlock 9
if [ "$1" = fetch ]; then
	cat "$cache/$kernel/version"
	exit
fi

"$here/scripts/setup.sh" vm
build_file_system "${2:?which folder?}"
result=${3:?which file?}
# A boot may hang, seldom; a second one then does not.
for _ in first second; do
	boot "$kernel" "$result" && exit
	! grep -q "$finished" "$result.console" || exit 1
done
fail "Linux $kernel did not come to an end; its last words:
$(tail -n 20 "$result.console")"
