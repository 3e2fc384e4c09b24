     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_push_elem)(void *map, const void *value, __u64 flags) = (void *)87;
     | static int (*bpf_map_pop_elem)(void *map, void *value) = (void *)88;
     | static int (*bpf_map_peek_elem)(void *map, void *value) = (void *)89;
     | struct {
     | 	int (*type)[22];
     | 	__u64 *value;
     | 	int (*max_entries)[8u];
     | } queue SEC(".maps");
     | struct {
     | 	int (*type)[30];
     | 	__u64 *value;
     | 	int (*max_entries)[64u];
     | } filter SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  10 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
  10 | 	__u64 stored_u64;
  13 | 	__u64 slot_u64_2 = 7;
  11 | 	stored_u64 = 1;
  11 | 	bpf_map_push_elem(&queue, &stored_u64, 0);
  12 | 	__s64 status_1 = 0;
  12 | 	__u64 taken_2 = 0;
  12 | 	status_1 = bpf_map_peek_elem(&queue, &taken_2);
  12 | 	__u64 v_2 = taken_2;
  12 | 	__u64 v_4 = 0;
  12 | 	__s64 v_5 = 0;
  12 | 	v_4 = 2;
  12 | 	v_5 = 1;
  12 | 	if (status_1 == 0) {
  12 | 		v_4 = v_2;
  12 | 		v_5 = 0;
     | 	}
  12 | 	__s64 v_8 = (v_5 == 0) && (v_4 == 1);
  12 | 	if (v_8) {
  12 | 		__s64 status_10 = 0;
  12 | 		__u64 taken_11 = 0;
  12 | 		status_10 = bpf_map_pop_elem(&queue, &taken_11);
  12 | 		__u64 v_11 = taken_11;
  12 | 		__u64 v_13 = 0;
  12 | 		__s64 v_14 = 0;
  12 | 		v_13 = 2;
  12 | 		v_14 = 1;
  12 | 		if (status_10 == 0) {
  12 | 			v_13 = v_11;
  12 | 			v_14 = 0;
     | 		}
  12 | 		__u64 v_15 = 0;
  12 | 		if (v_14 != 1) {
  12 | 			v_15 = v_13;
     | 		} else {
  12 | 			v_15 = 0;
     | 		}
  12 | 		stored_u64 = v_15 + 1;
  12 | 		bpf_map_push_elem(&queue, &stored_u64, 0);
     | 	}
  13 | 	__s64 status_20 = bpf_map_peek_elem(&filter, &slot_u64_2);
  13 | 	__s64 v_21 = 0;
  13 | 	__s64 v_22 = 0;
  13 | 	if (status_20 < 0) {
  13 | 		v_21 = 3;
  13 | 		v_22 = status_20;
     | 	} else {
  13 | 		v_21 = 1;
     | 	}
  13 | 	__s64 v_26 = 0;
  13 | 	__s64 v_27 = 0;
  13 | 	__s64 v_28 = 0;
  13 | 	if (v_21 != 1) {
  13 | 		__s64 status_31 = bpf_map_push_elem(&filter, &slot_u64_2, 0);
  13 | 		__s64 v_32 = 0;
  13 | 		__s64 v_33 = 0;
  13 | 		if (status_31 < 0) {
  13 | 			v_32 = 3;
  13 | 			v_33 = status_31;
     | 		} else {
  13 | 			v_32 = 1;
     | 		}
  13 | 		v_26 = 3;
  13 | 		v_27 = v_32;
  13 | 		v_28 = v_33;
     | 	} else {
  13 | 		v_26 = 2;
  13 | 		v_27 = 1;
     | 	}
  13 | 	return 0;
     | }
  14 | #pragma clang attribute pop
