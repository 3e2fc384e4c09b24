     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[1u];
     | 	int (*pinning)[1];
     | } total SEC(".maps");
     | struct {
     | 	int (*type)[12];
     | 	__u32 *key;
     | 	int (*max_entries)[4u];
     | 	int (*pinning)[1];
     | 	struct {
     | 	int (*type)[1];
     | 	int (*key_size)[4];
     | 	int (*value_size)[8];
     | 	int (*max_entries)[16u];
     | 	} *values[];
     | } tenants SEC(".maps");
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[1u];
     | } now SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  15 | SEC("tracepoint/sched/sched_process_exec") int on_exec(void *ctx)
     | {
  16 | 	__u32 slot_u32_0 = 0;
  16 | 	__u64 *found_0 = bpf_map_lookup_elem(&total, &slot_u32_0);
  16 | 	__s64 status_1 = 0;
  16 | 	__u64 *there_2 = found_0;
  16 | 	if (there_2) {
  16 | 		*there_2;
  16 | 		__sync_fetch_and_add(there_2, 1);
  16 | 		status_1 = 0;
     | 	}
  17 | 	__u64 *found_4 = bpf_map_lookup_elem(&now, &slot_u32_0);
  17 | 	__s64 status_5 = 0;
  17 | 	__u64 *there_6 = found_4;
  17 | 	if (there_6) {
  17 | 		*there_6;
  17 | 		__sync_fetch_and_add(there_6, 1);
  17 | 		status_5 = 0;
     | 	}
  15 | 	return 0;
     | }
  16 | #pragma clang attribute pop
