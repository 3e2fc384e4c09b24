/* SPDX-License-Identifier: Apache-2.0 */
/* What the programs of this folder have in common. Each is refused for one reason. */
#ifndef HONEY_LOGS_REFUSED_H
#define HONEY_LOGS_REFUSED_H

#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

#define MAP(name, kind, entries, key_type, value_type) \
	struct { \
		__uint(type, BPF_MAP_TYPE_##kind); \
		__uint(max_entries, entries); \
		__type(key, key_type); \
		__type(value, value_type); \
	} name SEC(".maps")

#ifndef LICENSE
#define LICENSE "GPL"
#endif
char _license[] SEC("license") = LICENSE;

#endif
