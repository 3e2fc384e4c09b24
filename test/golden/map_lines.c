     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_push_elem)(void *map, const void *value, __u64 flags) = (void *)87;
     | static int (*bpf_map_pop_elem)(void *map, void *value) = (void *)88;
     | static int (*bpf_map_peek_elem)(void *map, void *value) = (void *)89;
     | static void *(*bpf_map_lookup_percpu_elem)(void *map, const void *key, __u32 cpu) = (void *)195;
     | struct honey_Job {
     | 	__u32 kind;
     | 	__u8 honey_gap_0[4];
     | 	__u64 size;
     | };
     | struct {
     | 	int (*type)[22];
     | 	__u32 *value;
     | 	int (*max_entries)[8u];
     | } queue SEC(".maps");
     | struct {
     | 	int (*type)[23];
     | 	struct honey_Job *value;
     | 	int (*max_entries)[8u];
     | } stack SEC(".maps");
     | struct {
     | 	int (*type)[22];
     | 	char (*value)[8];
     | 	int (*max_entries)[8u];
     | } names SEC(".maps");
     | struct {
     | 	int (*type)[30];
     | 	__u64 *value;
     | 	int (*max_entries)[100u];
     | } filter SEC(".maps");
     | struct {
     | 	int (*type)[6];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[4u];
     | } percpu SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  14 | SEC("raw_tracepoint/sys_enter") int program(void *ctx)
     | {
  14 | 	__u32 stored_u32;
  24 | 	__u64 slot_u64_2 = 1;
  15 | 	__u32 slot_u32_0 = 1;
  15 | 	bpf_map_push_elem(&queue, &slot_u32_0, 0);
  16 | 	__s64 status_1 = 0;
  16 | 	__u32 taken_2 = 0;
  16 | 	status_1 = bpf_map_peek_elem(&queue, &taken_2);
  16 | 	__s64 v_2 = taken_2;
  16 | 	__s64 v_4 = 0;
  16 | 	__s64 v_5 = 0;
  16 | 	v_4 = 2;
  16 | 	v_5 = 1;
  16 | 	if (status_1 == 0) {
  16 | 		v_4 = v_2;
  16 | 		v_5 = 0;
     | 	}
  16 | 	__s64 v_6 = 0;
  16 | 	if (v_5 != 1) {
  16 | 		v_6 = v_4;
     | 	} else {
  16 | 		v_6 = 0;
     | 	}
  16 | 	stored_u32 = v_6;
  16 | 	bpf_map_push_elem(&queue, &stored_u32, 2);
  18 | 	__s64 status_10 = 0;
  18 | 	struct honey_Job job_11 __attribute__((aligned(8))) = {};
  18 | 	status_10 = bpf_map_pop_elem(&stack, &job_11);
  18 | 	__s64 job_part_13 = 1;
  18 | 	if (status_10 == 0) {
  18 | 		job_part_13 = (-1);
     | 	}
  18 | 	__s64 kind_15 = job_11.kind;
  18 | 	if ((job_part_13 == (-1)) && (kind_15 == 0)) {
  19 | 		struct honey_Job v_18 __attribute__((aligned(8)));
  19 | 		__builtin_memcpy(&v_18, &job_11, 16);
  19 | 		v_18.kind = 1;
  19 | 		bpf_map_push_elem(&stack, &v_18, 0);
     | 	} else {
  20 | 		static const char text_20[8] __attribute__((aligned(8))) = "\156\157\156\145";
  20 | 		char text_21[16] __attribute__((aligned(8))) = "";
  20 | 		*(__u64 *)(text_21 + 0) = *(const __u64 *)(text_20 + 0);
  20 | 		*(__u64 *)(text_21 + 8) = 0;
  20 | 		bpf_map_push_elem(&names, &*text_21, 0);
     | 	}
  23 | 	__s64 status_23 = 0;
  23 | 	char v_24[16] __attribute__((aligned(8))) = "";
  23 | 	status_23 = bpf_map_pop_elem(&names, v_24);
  23 | 	char text_26[16] __attribute__((aligned(8))) = "";
  23 | 	__s64 v_27 = 0;
  23 | 	v_27 = 1;
  23 | 	if (status_23 == 0) {
  23 | 		*(__u64 *)(text_26 + 0) = *(const __u64 *)(v_24 + 0);
  23 | 		*(__u64 *)(text_26 + 8) = *(const __u64 *)(v_24 + 8);
  23 | 		v_27 = 2;
     | 	}
  23 | 	__s64 matches_41 = 0;
     | 	{
  23 | 		__u64 v_29 = *(const __u8 *)(text_26 + 3);
  23 | 		if (v_29 == 0) {
  23 | 			goto out_0;
     | 		}
  23 | 		__u64 v_31 = *(const __u8 *)(text_26 + 4);
  23 | 		if (v_31 != 0) {
  23 | 			goto out_0;
     | 		}
  23 | 		__u64 v_33 = *(const __u8 *)(text_26 + 0);
  23 | 		if (v_33 != 110) {
  23 | 			goto out_0;
     | 		}
  23 | 		__u64 v_35 = *(const __u8 *)(text_26 + 1);
  23 | 		if (v_35 != 111) {
  23 | 			goto out_0;
     | 		}
  23 | 		__u64 v_37 = *(const __u8 *)(text_26 + 2);
  23 | 		if (v_37 != 110) {
  23 | 			goto out_0;
     | 		}
  23 | 		__u64 v_39 = *(const __u8 *)(text_26 + 3);
  23 | 		if (v_39 != 101) {
  23 | 			goto out_0;
     | 		}
  23 | 		matches_41 = 1;
     | 	}
     | 	out_0:;
  23 | 	if ((v_27 == 2) && matches_41) {
  24 | 		bpf_map_push_elem(&filter, &slot_u64_2, 0);
     | 	}
  28 | 	__s64 status_44 = bpf_map_peek_elem(&filter, &slot_u64_2);
  28 | 	__s64 v_45 = 0;
  28 | 	__s64 v_46 = 0;
  28 | 	if (status_44 < 0) {
  28 | 		v_45 = 3;
  28 | 		v_46 = status_44;
     | 	} else {
  28 | 		v_45 = 1;
     | 	}
  28 | 	__u64 v_49 = 0;
  28 | 	if (v_45 == 1) {
  29 | 		__u64 *found_52 = bpf_map_lookup_percpu_elem(&percpu, &slot_u32_0, 0);
  29 | 		__u64 v_53 = 2;
  29 | 		if (found_52) {
  29 | 			__u64 v_55 = *found_52;
  29 | 			v_53 = v_55;
     | 		}
  29 | 		__u64 v_56 = 0;
  29 | 		if (!(!found_52)) {
  29 | 			v_56 = v_53;
     | 		} else {
  29 | 			v_56 = 0;
     | 		}
  28 | 		v_49 = v_56;
     | 	} else {
  28 | 		v_49 = 1;
     | 	}
  28 | 	return v_49;
     | }
  29 | #pragma clang attribute pop
