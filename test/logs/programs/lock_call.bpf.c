/* SPDX-License-Identifier: Apache-2.0 */
/* Calls a helper with a lock held. */
#include "refused.h"

struct account {
	struct bpf_spin_lock lock;
	__u32 balance;
};

MAP(accounts, ARRAY, 1, __u32, struct account);

SEC("xdp")
int calls(struct xdp_md *ctx)
{
	__u32 zero = 0;
	struct account *account = bpf_map_lookup_elem(&accounts, &zero);

	if (!account)
		return XDP_PASS;
	bpf_spin_lock(&account->lock);
	account->balance += bpf_ktime_get_ns();
	bpf_spin_unlock(&account->lock);
	return XDP_PASS;
}
