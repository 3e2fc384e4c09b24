/* SPDX-License-Identifier: Apache-2.0 */
/* Whether the running kernel has a type of map. */
#ifndef HONEY_LOADER_MAP_PROBE_H
#define HONEY_LOADER_MAP_PROBE_H

/* 1 or 0, or -errno for a type (of enum bpf_map_type) that this libbpf cannot ask about. */
int map_probe(int type);

#endif
