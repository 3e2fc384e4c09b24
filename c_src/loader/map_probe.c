/* SPDX-License-Identifier: Apache-2.0 */
#include "loader/map_probe.h"

#include <bpf/libbpf.h>

int map_probe(int type)
{
	return libbpf_probe_bpf_map_type((enum bpf_map_type)type, NULL);
}
