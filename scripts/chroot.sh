#!/bin/bash
# Runs a command (by default: all tests, then every example with warnings as errors) in a copy of
# this tree in a chroot of another Debian release, on the kernel that is running here.
#
#   scripts/chroot.sh trixie                    Elixir 1.18, OTP 27, clang 19, libbpf 1.5
#   scripts/chroot.sh bookworm                  the same as a fresh machine sees it
#   scripts/chroot.sh trixie mix honey.doctor   some other command
#   scripts/chroot.sh trixie --path             only prints where the chroot is
#
# The chroot is made on first use, kept under $XDG_CACHE_HOME or /var/cache, and may be deleted at
# any time. Mounts are made in a mount namespace of the command's own: they end with it, however it
# ends.
set -euo pipefail

suite=${1:?which Debian release?}
shift
here=$(cd "$(dirname "$0")/.." && pwd)
cache=${XDG_CACHE_HOME:-/var/cache}/honey
root=$cache/$suite

fail() {
	echo "Honey: $*" >&2
	exit 1
}

# in_chroot ROOT COMMAND...: the running kernel's file systems are bound into the chroot for as
# long as the command runs.
in_chroot() {
	# shellcheck disable=SC2016 # expanded by the inner shell
	unshare --mount --propagation private bash -euc '
		root=$1
		shift
		for name in proc sys dev; do
			mount --rbind "/$name" "$root/$name"
		done
		exec chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin \
			HOME=/root LC_ALL=C.UTF-8 TERM="${TERM:-dumb}" CI="${CI:-}" "$@"
	' in_chroot "$@"
}

# Apt and debootstrap inside reach the mirror as apt does outside.
copy_network_settings() {
	local root=$1
	cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
	apt-config dump | grep -E '^Acquire::[a-z]+::(.*::)?Proxy' \
		>"$root/etc/apt/apt.conf.d/90honey" || true
}

build_chroot() {
	local mirror new=$root.new
	mirror=$("$here/scripts/mirror.sh" "$suite")
	echo "Honey: making a $suite chroot in $root (a minute or two, 1.5 GB)" >&2
	rm -rf --one-file-system "$root" "$new"
	eval "$(apt-config shell http_proxy Acquire::http::Proxy https_proxy Acquire::https::Proxy)"
	export http_proxy=${http_proxy:-} https_proxy=${https_proxy:-}
	debootstrap --variant=minbase --include=ca-certificates,make "$suite" "$new" "$mirror" \
		>"$cache/debootstrap.log" 2>&1 ||
		fail "debootstrap failed; its words are in $cache/debootstrap.log"
	copy_network_settings "$new"
	# No service may start from inside.
	printf '#!/bin/sh\nexit 101\n' >"$new/usr/sbin/policy-rc.d"
	chmod 755 "$new/usr/sbin/policy-rc.d"
	install -D -m 755 "$here/scripts/setup.sh" "$new/root/setup.sh"
	in_chroot "$new" /root/setup.sh build >&2
	mv "$new" "$root"
}

chroot_works() {
	test -d "$root" && test -z "$(chroot "$root" /usr/bin/dpkg --audit 2>&1)" &&
		chroot "$root" /usr/bin/env LC_ALL=C.UTF-8 elixir --version >/dev/null 2>&1
}

# What was built for this machine's Elixir stays outside.
copy_tree() {
	mkdir -p "$1"
	tar -C "$here" --exclude=./.git --exclude=_build --exclude='priv/*.so' \
		--exclude='priv/honey' --exclude=deps -cf - . | tar -C "$1" -xf -
}

[ "$(id -u)" -eq 0 ] || fail "a chroot can be made and entered by root only"
"$here/scripts/setup.sh" chroot
mkdir -p "$cache"

# One process builds; users of the finished chroot share it.
exec 9>"$cache/$suite.lock"
flock 9
chroot_works || build_chroot
copy_network_settings "$root"
flock --shared 9

if [ "${1:-}" = --path ]; then
	echo "$root"
	exit
fi

run=$(mktemp -d "$root/root/honey.XXXXXX")
trap 'rm -rf --one-file-system "$run"' EXIT
copy_tree "$run"
[ $# -gt 0 ] || set -- make test examples
in_chroot "$root" sh -c 'cd "$1" && shift && exec "$@"' sh "${run#"$root"}" "$@"
