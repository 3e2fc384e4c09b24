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
  12 | 	__u64 v_1 = 0;
  12 | 	__s64 v_2 = 0;
  12 | 	__s64 status_3 = 0;
  12 | 	__u64 taken_4 = 0;
  12 | 	status_3 = bpf_map_peek_elem(&queue, &taken_4);
  12 | 	__u64 v_4 = taken_4;
  12 | 	__u64 v_6 = 0;
  12 | 	__s64 v_7 = 0;
  12 | 	v_6 = 2;
  12 | 	v_7 = 1;
  12 | 	if (status_3 == 0) {
  12 | 		v_6 = v_4;
  12 | 		v_7 = 0;
     | 	}
  12 | 	v_1 = v_6;
  12 | 	v_2 = v_7;
  12 | 	__s64 v_10 = (v_2 == 0) && (v_1 == 1);
  12 | 	if (v_10) {
  12 | 		__u64 v_12 = 0;
  12 | 		__s64 v_13 = 0;
  12 | 		__s64 status_14 = 0;
  12 | 		__u64 taken_15 = 0;
  12 | 		status_14 = bpf_map_pop_elem(&queue, &taken_15);
  12 | 		__u64 v_15 = taken_15;
  12 | 		__u64 v_17 = 0;
  12 | 		__s64 v_18 = 0;
  12 | 		v_17 = 2;
  12 | 		v_18 = 1;
  12 | 		if (status_14 == 0) {
  12 | 			v_17 = v_15;
  12 | 			v_18 = 0;
     | 		}
  12 | 		v_12 = v_17;
  12 | 		v_13 = v_18;
  12 | 		__u64 v_19 = 0;
  12 | 		if (v_13 != 1) {
  12 | 			v_19 = v_12;
     | 		} else {
  12 | 			v_19 = 0;
     | 		}
  12 | 		stored_u64 = v_19 + 1;
  12 | 		bpf_map_push_elem(&queue, &stored_u64, 0);
     | 	}
  13 | 	__s64 v_24 = 0;
  13 | 	__s64 status_25 = bpf_map_peek_elem(&filter, &slot_u64_2);
  13 | 	__s64 v_26 = 0;
  13 | 	__s64 v_27 = 0;
  13 | 	if (status_25 < 0) {
  13 | 		v_26 = 3;
  13 | 		v_27 = status_25;
     | 	} else {
  13 | 		v_26 = 1;
     | 	}
  13 | 	v_24 = v_26 == 1;
  13 | 	__s64 v_31 = 0;
  13 | 	__s64 v_32 = 0;
  13 | 	__s64 v_33 = 0;
  13 | 	if (!v_24) {
  13 | 		__s64 v_35 = 0;
  13 | 		__s64 v_36 = 0;
  13 | 		__s64 status_37 = bpf_map_push_elem(&filter, &slot_u64_2, 0);
  13 | 		__s64 v_38 = 0;
  13 | 		__s64 v_39 = 0;
  13 | 		if (status_37 < 0) {
  13 | 			v_38 = 3;
  13 | 			v_39 = status_37;
     | 		} else {
  13 | 			v_38 = 1;
     | 		}
  13 | 		v_35 = v_38;
  13 | 		v_36 = v_39;
  13 | 		v_31 = 3;
  13 | 		v_32 = v_35;
  13 | 		v_33 = v_36;
     | 	} else {
  13 | 		v_31 = 2;
  13 | 		v_32 = 1;
     | 	}
  13 | 	return 0;
     | }
  14 | #pragma clang attribute pop
