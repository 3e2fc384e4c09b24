/* SPDX-License-Identifier: Apache-2.0 */
#include "loader/stats.h"

#include "loader/object.h"

#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

int object__count_runs(struct object *object)
{
	int fd, unused = -1;

	fd = bpf_enable_stats(BPF_STATS_RUN_TIME);
	if (fd < 0)
		return -errno;
	pthread_mutex_lock(&object->lock);
	if (object->stats_fd < 0)
		object->stats_fd = fd;
	else
		unused = fd;
	pthread_mutex_unlock(&object->lock);
	if (unused >= 0)
		close(unused);
	return 0;
}

bool object__counts_runs(struct object *object)
{
	bool counts;

	pthread_mutex_lock(&object->lock);
	counts = object->stats_fd >= 0;
	pthread_mutex_unlock(&object->lock);
	return counts;
}

/* "memlock:	4096", which only the descriptor's file in /proc tells. */
static int memory_of(int fd, uint64_t *bytes)
{
	char path[64], line[128];
	FILE *file;

	snprintf(path, sizeof(path), "/proc/self/fdinfo/%d", fd);
	file = fopen(path, "re");
	if (!file)
		return -errno;
	while (fgets(line, sizeof(line), file)) {
		if (sscanf(line, "memlock: %" SCNu64, bytes) == 1)
			break;
	}
	fclose(file);
	return 0;
}

int program__stats(const struct bpf_program *program, struct program_stats *stats)
{
	struct bpf_prog_info info = { 0 };
	int fd = bpf_program__fd(program);
	__u32 size = sizeof(info);

	*stats = (struct program_stats){ 0 };
	if (bpf_obj_get_info_by_fd(fd, &info, &size))
		return -errno;
	*stats = (struct program_stats){
		.runs = info.run_cnt,
		.nanoseconds = info.run_time_ns,
		.skipped = info.recursion_misses,
		.verified = info.verified_insns,
		.machine_bytes = info.jited_prog_len,
	};
	return memory_of(fd, &stats->memory);
}
