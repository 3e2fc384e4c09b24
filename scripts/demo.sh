#!/bin/sh
# The CPU monitor for ten seconds on the running kernel. Where that is not possible, what is missing
# and the half that is: the same module, compiled.
set -eu

cd "$(dirname "$0")/../examples/cpu_monitor"

# Prints why BPF programs cannot run here; nothing when they can.
obstacle() {
	if [ "$(id -u)" -ne 0 ]; then
		echo "loading programs into the kernel needs root: sudo make demo"
		return
	fi
	if [ ! -d /sys/kernel/tracing/events ] &&
		! mount -t tracefs tracefs /sys/kernel/tracing 2>/dev/null; then
		echo "there is no tracefs: mount -t tracefs tracefs /sys/kernel/tracing"
		return
	fi
	if ! refusal=$(bpftool prog show 2>&1 >/dev/null); then
		echo "the kernel refuses the bpf system call (is this a container?): $refusal"
	fi
}

mix compile
obstacle=$(obstacle)
if [ -z "$obstacle" ]; then
	exec mix run --interval 1 --count 10
fi
echo "The CPU monitor cannot run on this machine: $obstacle."
echo "What it compiles to:"
echo
exec mix honey.inspect CpuMonitor --asm
