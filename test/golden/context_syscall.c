     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | struct syscall_trace_enter {
     | 	unsigned long args[6];
     | } __attribute__((preserve_access_index));
   9 | SEC("tracepoint/syscalls/sys_enter_write") int program(void *ctx)
     | {
   9 | 	__s64 stored_s64;
  11 | 	__u32 slot_u32_2 = 1;
  10 | 	__u32 slot_u32_0 = 0;
  10 | 	asm volatile("" : "+r"(ctx) : "i"(0));
  10 | 	__s64 fd_0 = (__u32)((struct syscall_trace_enter *)ctx)->args[0];
  10 | 	asm volatile("" : : "i"(1));
  10 | 	stored_s64 = fd_0;
  10 | 	bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
  11 | 	asm volatile("" : "+r"(ctx) : "i"(2));
  11 | 	__u64 count_2 = ((struct syscall_trace_enter *)ctx)->args[2];
  11 | 	asm volatile("" : : "i"(3));
  11 | 	stored_s64 = count_2;
  11 | 	bpf_map_update_elem(&s, &slot_u32_2, &stored_s64, 0);
  11 | 	return 0;
     | }
