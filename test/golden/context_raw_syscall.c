     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | struct trace_event_raw_sys_enter {
     | 	__s64 id;
     | } __attribute__((preserve_access_index));
   8 | SEC("tracepoint/raw_syscalls/sys_enter") int program(void *ctx)
     | {
   8 | 	__s64 stored_s64;
   9 | 	__u32 slot_u32_0 = 0;
   9 | 	asm volatile("" : "+r"(ctx) : "i"(0));
   9 | 	__s64 id_0 = ((struct trace_event_raw_sys_enter *)ctx)->id;
   9 | 	asm volatile("" : : "i"(1));
   9 | 	stored_s64 = id_0;
   9 | 	bpf_map_update_elem(&s, &slot_u32_0, &stored_s64, 0);
   9 | 	return 0;
     | }
