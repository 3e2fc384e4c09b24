/* SPDX-License-Identifier: Apache-2.0 */
/* Takes a lock in a program that may interrupt who holds it. */
#include "refused.h"

struct account {
	struct bpf_spin_lock lock;
	__u32 balance;
};

MAP(accounts, ARRAY, 1, __u32, struct account);

SEC("raw_tracepoint/sys_enter")
int locks(void *ctx)
{
	__u32 zero = 0;
	struct account *account = bpf_map_lookup_elem(&accounts, &zero);

	if (!account)
		return 0;
	bpf_spin_lock(&account->lock);
	account->balance++;
	bpf_spin_unlock(&account->lock);
	return 0;
}
