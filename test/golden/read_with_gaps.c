     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static long (*bpf_probe_read_user)(void *buffer, __u32 type, const void *address) = (void *)112;
     | static inline __attribute__((always_inline, nodebug)) void honey_cut(char *text, __u32 size)
     | {
     | 	__u8 ends = 0;
     |
     | 	for (__u32 at = 0; at < size; at++) {
     | 		if (!text[at])
     | 			ends = 1;
     | 		if (ends)
     | 			text[at] = 0;
     | 	}
     | }
     | struct honey_Inner {
     | 	__u8 low;
     | 	__u8 honey_gap_0[1];
     | 	__u16 high;
     | 	char name[5];
     | 	__u8 honey_gap_2[1];
     | };
     | struct honey_Key {
     | 	__u32 a;
     | 	__u8 b;
     | 	__u8 honey_gap_1[3];
     | 	__u64 c;
     | 	struct honey_Inner inner;
     | 	struct honey_Inner last[2];
     | 	__u8 honey_gap_4[2];
     | };
     | struct {
     | 	int (*type)[1];
     | 	struct honey_Key *key;
     | 	__u64 *value;
     | 	int (*max_entries)[8u];
     | } counts SEC(".maps");
     | struct syscall_trace_enter {
     | 	unsigned long args[6];
     | } __attribute__((preserve_access_index));
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  12 | SEC("tracepoint/syscalls/sys_enter_getcwd") int program(void *ctx)
     | {
  12 | 	__u64 stored_u64;
  13 | 	asm volatile("" : "+r"(ctx) : "i"(0));
  13 | 	__u64 buf_0 = (__u64)((struct syscall_trace_enter *)ctx)->args[0];
  13 | 	asm volatile("" : : "i"(1));
  13 | 	__s64 status_1 = 0;
  13 | 	struct honey_Key key_2 __attribute__((aligned(8)));
  13 | 	status_1 = bpf_probe_read_user(&key_2, 48, (const void *)buf_0);
  13 | 	__builtin_memset(key_2.honey_gap_1, 0, 3);
  13 | 	__builtin_memset(key_2.inner.honey_gap_0, 0, 1);
  13 | 	honey_cut(key_2.inner.name, 5);
  13 | 	__builtin_memset(key_2.inner.honey_gap_2, 0, 1);
  13 | 	__builtin_memset(key_2.last[0].honey_gap_0, 0, 1);
  13 | 	honey_cut(key_2.last[0].name, 5);
  13 | 	__builtin_memset(key_2.last[0].honey_gap_2, 0, 1);
  13 | 	__builtin_memset(key_2.last[1].honey_gap_0, 0, 1);
  13 | 	honey_cut(key_2.last[1].name, 5);
  13 | 	__builtin_memset(key_2.last[1].honey_gap_2, 0, 1);
  13 | 	__builtin_memset(key_2.honey_gap_4, 0, 2);
  13 | 	__s64 key_part_3 = (-1);
  13 | 	if (status_1 < 0) {
  13 | 		key_part_3 = 3;
     | 	}
  13 | 	if (key_part_3 == (-1)) {
  14 | 		stored_u64 = 1;
  14 | 		bpf_map_update_elem(&counts, &key_2, &stored_u64, 0);
     | 	}
  15 | 	return 0;
     | }
  16 | #pragma clang attribute pop
