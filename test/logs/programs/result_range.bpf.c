/* SPDX-License-Identifier: Apache-2.0 */
/* A result that its type of program has no meaning for. */
#include "refused.h"

SEC("cgroup/sysctl")
int result(struct bpf_sysctl *ctx)
{
	return 7;
}
