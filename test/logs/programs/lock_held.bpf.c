/* SPDX-License-Identifier: Apache-2.0 */
/* Ends with a lock held. */
#include "refused.h"

struct account {
	struct bpf_spin_lock lock;
	__u32 balance;
};

MAP(accounts, ARRAY, 1, __u32, struct account);

SEC("xdp")
int keeps(struct xdp_md *ctx)
{
	__u32 zero = 0;
	struct account *account = bpf_map_lookup_elem(&accounts, &zero);

	if (!account)
		return XDP_PASS;
	bpf_spin_lock(&account->lock);
	return XDP_PASS;
}
