/* SPDX-License-Identifier: Apache-2.0 */
#include "loader/helper_probe.h"

#include <bpf/bpf.h>
#include <errno.h>
#include <linux/bpf.h>
#include <string.h>
#include <unistd.h>

#define LOG_SIZE 4096

/* Numbers that headers older than these do not have. */
#define TYPE_NETFILTER 32
#define ATTACH_NETFILTER 45

/* What the kernel wants to know beside the type. */
static void complete(int type, struct bpf_prog_load_opts *options)
{
	switch (type) {
	case BPF_PROG_TYPE_CGROUP_SOCK_ADDR:
		options->expected_attach_type = BPF_CGROUP_INET4_CONNECT;
		break;
	case BPF_PROG_TYPE_CGROUP_SOCKOPT:
		options->expected_attach_type = BPF_CGROUP_SETSOCKOPT;
		break;
	case BPF_PROG_TYPE_CGROUP_SKB:
		options->expected_attach_type = BPF_CGROUP_INET_EGRESS;
		break;
	case BPF_PROG_TYPE_SK_LOOKUP:
		options->expected_attach_type = BPF_SK_LOOKUP;
		break;
	case BPF_PROG_TYPE_SYSCALL:
		options->prog_flags = BPF_F_SLEEPABLE;
		break;
	case TYPE_NETFILTER:
		options->expected_attach_type = (enum bpf_attach_type)ATTACH_NETFILTER;
		break;
	default:
		break;
	}
}

/* A call is looked up before its arguments are, so any words but these are about the arguments. */
static enum helper_answer answer_of(const char *log)
{
	if (strstr(log, "unknown func ") || strstr(log, "invalid func ") ||
	    strstr(log, "program of this type cannot use helper"))
		return HELPER_ABSENT;
	if (strstr(log, "GPL"))
		return HELPER_FOR_GPL;
	return strstr(log, "might sleep") ? HELPER_SLEEPS : HELPER_OFFERED;
}

int helper_probe(int type, int number, const char *license)
{
	const struct bpf_insn code[] = {
		{ .code = BPF_JMP | BPF_CALL, .imm = number },
		{ .code = BPF_ALU64 | BPF_MOV | BPF_K },
		{ .code = BPF_JMP | BPF_EXIT },
	};
	char log[LOG_SIZE] = "";
	LIBBPF_OPTS(bpf_prog_load_opts, options);
	int fd;

	options.log_buf = log;
	options.log_size = sizeof(log);
	options.log_level = 1;
	complete(type, &options);
	fd = bpf_prog_load((enum bpf_prog_type)type, NULL, license, code,
			   sizeof(code) / sizeof(code[0]), &options);
	if (fd >= 0) {
		close(fd);
		return HELPER_OFFERED;
	}
	return log[0] ? (int)answer_of(log) : -errno;
}
