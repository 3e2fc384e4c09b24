/* SPDX-License-Identifier: Apache-2.0 */
#include "loader/grace_period.h"

#include <bpf/bpf.h>
#include <linux/membarrier.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

static int update(int outer, int inner)
{
	uint32_t key = 0;

	return bpf_map_update_elem(outer, &key, &inner, BPF_ANY);
}

int grace_period__wait_by_map(void)
{
	LIBBPF_OPTS(bpf_map_create_opts, options);
	int inner = bpf_map_create(BPF_MAP_TYPE_ARRAY, NULL, sizeof(uint32_t), sizeof(uint32_t), 1,
				   NULL);
	int outer, err;

	if (inner < 0)
		return inner;
	options.inner_map_fd = (uint32_t)inner;
	outer = bpf_map_create(BPF_MAP_TYPE_ARRAY_OF_MAPS, NULL, sizeof(uint32_t), sizeof(uint32_t),
			       1, &options);
	err = outer < 0 ? outer : update(outer, inner);
	if (outer >= 0)
		close(outer);
	close(inner);
	return err;
}

/* Where nothing waits, a second is longer than programs run that cannot sleep. */
void grace_period__wait(void)
{
	if (syscall(SYS_membarrier, MEMBARRIER_CMD_GLOBAL, 0, 0) && grace_period__wait_by_map())
		sleep(1);
}
