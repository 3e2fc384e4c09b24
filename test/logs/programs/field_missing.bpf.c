/* SPDX-License-Identifier: Apache-2.0 */
/* Reads a field that the kernel's struct does not have. */
#include "refused.h"
#include <bpf/bpf_core_read.h>

struct task_struct {
	int honey;
} __attribute__((preserve_access_index));

SEC("raw_tracepoint/sys_enter")
int reads(void *ctx)
{
	struct task_struct *task = (void *)bpf_get_current_task();

	return BPF_CORE_READ(task, honey);
}
