     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static void (*bpf_tail_call)(void *ctx, void *map, __u32 index) = (void *)12;
     | struct {
     | 	int (*type)[3];
     | 	__u32 *key;
     | 	__u32 *value;
     | 	int (*max_entries)[4u];
     | } stages SEC(".maps");
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[4u];
     | } counts SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  30 | static inline __attribute__((always_inline)) int honey_follow_1(void *ctx, __s64 n_0)
     | {
  30 | 	if (7 < n_0) {
  30 | 		bpf_tail_call(ctx, &stages, (__s64)((__u64)n_0 % (__u64)8));
     | 	} else {
  31 | 		bpf_tail_call(ctx, &stages, n_0 + 1);
     | 	}
  31 | 	return 0;
     | }
  10 | SEC("xdp") int entry(void *ctx)
     | {
  11 | 	bpf_tail_call(ctx, &stages, 0);
  12 | 	asm volatile("" : "+r"(ctx) : "i"(0));
  12 | 	__s64 rx_queue_index_0 = *(__u32 *)((char *)ctx + 16);
  12 | 	asm volatile("" : : "i"(1));
  12 | 	if (honey_follow_1(ctx, rx_queue_index_0))
  12 | 		return 2;
     | 	{
  13 | 		for (__s64 turn_1 = 0; turn_1 < 3; turn_1++) {
  13 | 			asm volatile("" : "+r"(turn_1));
     | 			{
  13 | 				__s64 i_2 = 1 + turn_1;
  13 | 				bpf_tail_call(ctx, &stages, i_2);
  13 | 				goto out_1;
     | 			}
     | 			out_1:;
     | 		}
     | 	}
  13 | 	return 1;
     | }
  19 | SEC("xdp") int parse(void *ctx)
     | {
  20 | 	asm volatile("" : "+r"(ctx) : "i"(2));
  20 | 	__s64 ingress_ifindex_0 = *(__u32 *)((char *)ctx + 12);
  20 | 	asm volatile("" : : "i"(3));
  20 | 	if (honey_follow_1(ctx, ingress_ifindex_0))
  20 | 		return 2;
  20 | 	return 2;
     | }
  25 | SEC("xdp") int count(void *ctx)
     | {
  26 | 	__u32 slot_u32_0 = 0;
  26 | 	__u64 *found_0 = bpf_map_lookup_elem(&counts, &slot_u32_0);
  26 | 	__s64 status_1 = 0;
  26 | 	__u64 *there_2 = found_0;
  26 | 	if (there_2) {
  26 | 		*there_2;
  26 | 		__sync_fetch_and_add(there_2, 1);
  26 | 		status_1 = 0;
     | 	}
  25 | 	return 2;
     | }
  26 | #pragma clang attribute pop
