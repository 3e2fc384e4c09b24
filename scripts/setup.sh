#!/bin/sh
# Installs what is missing of the Debian packages that Honey is built with (bookworm and trixie).
#
#   scripts/setup.sh              what `make build`, `make demo` and `make test` need
#   scripts/setup.sh check        and what `make check` and `make dialyzer` need
#   scripts/setup.sh chroot       what `make test-trixie` needs of this machine
#   scripts/setup.sh vm           what `make test-vm` needs beside the first
#
# A package counts as present when what it is wanted for is present, so that an Elixir or a clang
# from elsewhere will do. Nothing is asked, and nothing is run when nothing is missing.
set -eu

missing=

# want PACKAGE COMMAND...: PACKAGE is missing unless COMMAND succeeds.
want() {
	package=$1
	shift
	"$@" >/dev/null 2>&1 || missing="$missing $package"
}

has() {
	command -v "$1"
}

has_header() {
	echo "#include <$1>" | ${CC:-gcc} -E -
}

has_nif_header() {
	erl=$(readlink -f "$(command -v erl)")
	test -e "${erl%/bin/erl}/usr/include/erl_nif.h" ||
		erl -noinput -eval 'halt(case filelib:is_file(code:root_dir() ++
			"/usr/include/erl_nif.h") of true -> 0; false -> 1 end).'
}

has_dialyzer() {
	erl=$(readlink -f "$(command -v erl)")
	set -- "${erl%/bin/erl}"/lib/dialyzer-*
	test -d "$1" || erl -noinput -eval 'halt(case code:lib_dir(dialyzer) of
		{error, _} -> 1; _ -> 0 end).'
}

has_static_busybox() {
	has busybox && ! ldd "$(command -v busybox)"
}

want_for_build() {
	want elixir has mix
	want erlang-dev has_nif_header
	want gcc has "${CC:-gcc}"
	want libc6-dev has_header stdio.h
	want make has make
	want clang has clang
	want llvm has llvm-objdump
	want libbpf-dev has_header bpf/libbpf.h
	want bpftool has bpftool
	want iproute2 has ip
	want util-linux has unshare
}

case ${1:-build} in
build)
	want_for_build
	;;
check)
	want_for_build
	want clang-format has clang-format
	want erlang-dialyzer has_dialyzer
	;;
chroot)
	want debootstrap has debootstrap
	want util-linux has unshare
	;;
vm)
	want_for_build
	want qemu-system-x86 has qemu-system-x86_64
	want busybox-static has_static_busybox
	want cpio has cpio
	;;
*)
	echo "$0: build, check, chroot or vm, not \`$1\`" >&2
	exit 2
	;;
esac

test -n "$missing" || exit 0

if ! command -v apt-get >/dev/null; then
	echo "Honey: missing, by their names in Debian:$missing" >&2
	echo "Honey: this is not a Debian machine; install what they hold, then try again." >&2
	exit 1
fi

if [ "$(id -u)" -ne 0 ]; then
	echo "Honey: some packages are missing. Run this, then try again:" >&2
	echo "    sudo apt-get install --no-install-recommends$missing" >&2
	exit 1
fi

export DEBIAN_FRONTEND=noninteractive

install() {
	# shellcheck disable=SC2086 # the packages are words
	apt-get install --yes --quiet=2 --no-install-recommends "$@" $missing </dev/null
}

echo "Honey: installing$missing"
# The package lists may be absent, or older than what the mirror still holds.
if ! { install --simulate && install --download-only; } >/dev/null 2>&1; then
	apt-get update --quiet=2
fi
install >/dev/null
