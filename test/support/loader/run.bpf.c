/* SPDX-License-Identifier: Apache-2.0 */
/* Programs that run on demand only, and counters as Honey's compiler makes them. */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct question {
	__u64 left;
	__u64 right;
	__u64 answer;
};

__u64 honey_raised[3];
__u64 other = 0;

SEC("syscall")
int add(struct question *question)
{
	question->answer = question->left + question->right;
	return -3;
}

SEC("syscall")
int raise_second(void *ctx)
{
	other++;
	__sync_fetch_and_add(&honey_raised[1], 1);
	return 0;
}

SEC("raw_tracepoint/sys_enter")
int raise_third(struct bpf_raw_tracepoint_args *ctx)
{
	__sync_fetch_and_add(&honey_raised[2], ctx->args[0]);
	return 0;
}

SEC("xdp")
int first_byte(struct xdp_md *ctx)
{
	unsigned char *data = (void *)(long)ctx->data;

	if (data + 1 > (unsigned char *)(long)ctx->data_end)
		return XDP_ABORTED;
	data[0]++;
	return XDP_PASS;
}

char _license[] SEC("license") = "Dual BSD/GPL";
