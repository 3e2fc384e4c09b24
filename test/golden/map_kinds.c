     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static int (*bpf_map_delete_elem)(void *map, const void *key) = (void *)3;
     | struct {
     | 	int (*type)[1];
     | 	__u8 *key;
     | 	__s8 *value;
     | 	int (*max_entries)[1u];
     | } hash SEC(".maps");
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__u16 *value;
     | 	int (*max_entries)[2u];
     | } array SEC(".maps");
     | struct {
     | 	int (*type)[5];
     | 	__s16 *key;
     | 	__u32 *value;
     | 	int (*max_entries)[3u];
     | } percpu_hash SEC(".maps");
     | struct {
     | 	int (*type)[6];
     | 	__u32 *key;
     | 	__s32 *value;
     | 	int (*max_entries)[4u];
     | } percpu_array SEC(".maps");
     | struct {
     | 	int (*type)[9];
     | 	__u64 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[5u];
     | } lru SEC(".maps");
     | struct {
     | 	int (*type)[1];
     | 	__s64 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[6u];
     | 	int (*map_flags)[1];
     | } lazy SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  13 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  13 | 	__s8 stored_s8;
  13 | 	__u16 stored_u16;
  13 | 	__s32 stored_s32;
  13 | 	__s64 stored_s64;
  18 | 	__u64 slot_u64_6 = 1;
  16 | 	__s16 slot_s16_4 = 1;
  15 | 	__u32 slot_u32_2 = 1;
  14 | 	__u8 slot_u8_0 = 1;
  14 | 	stored_s8 = 1;
  14 | 	bpf_map_update_elem(&hash, &slot_u8_0, &stored_s8, 0);
  15 | 	stored_u16 = 1;
  15 | 	bpf_map_update_elem(&array, &slot_u32_2, &stored_u16, 0);
  16 | 	bpf_map_update_elem(&percpu_hash, &slot_s16_4, &slot_u32_2, 0);
  17 | 	stored_s32 = 1;
  17 | 	bpf_map_update_elem(&percpu_array, &slot_u32_2, &stored_s32, 0);
  18 | 	stored_s64 = 1;
  18 | 	bpf_map_update_elem(&lru, &slot_u64_6, &stored_s64, 0);
  19 | 	__s64 status_5 = bpf_map_delete_elem(&lru, &slot_u64_6);
  19 | 	__s64 v_6 = 0;
  19 | 	__s64 v_7 = 0;
  19 | 	if (status_5 < 0) {
  19 | 		v_6 = 3;
  19 | 		v_7 = status_5;
     | 	} else {
  19 | 		v_6 = 1;
     | 	}
  19 | 	return 0;
     | }
  20 | #pragma clang attribute pop
