     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_push_elem)(void *map, const void *value, __u64 flags) = (void *)87;
     | static int (*bpf_map_pop_elem)(void *map, void *value) = (void *)88;
     | static int (*bpf_map_peek_elem)(void *map, void *value) = (void *)89;
     | struct honey_Job {
     | 	__u32 kind;
     | 	__u8 honey_gap_0[4];
     | 	__u64 size;
     | };
     | struct {
     | 	int (*type)[13];
     | 	__u32 *key;
     | 	int (*max_entries)[64u];
     | 	struct {
     | 	int (*type)[22];
     | 	int (*value_size)[16];
     | 	int (*max_entries)[8u];
     | 	} *values[];
     | } jobs SEC(".maps");
     | struct {
     | 	int (*type)[12];
     | 	__u32 *key;
     | 	int (*max_entries)[2u];
     | 	struct {
     | 	int (*type)[23];
     | 	int (*value_size)[4];
     | 	int (*max_entries)[8u];
     | 	} *values[];
     | } free SEC(".maps");
     | struct {
     | 	int (*type)[12];
     | 	__u32 *key;
     | 	int (*max_entries)[2u];
     | 	struct {
     | 	int (*type)[30];
     | 	int (*value_size)[8];
     | 	int (*max_entries)[100u];
     | 	} *values[];
     | } seen SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  21 | SEC("xdp") int program(void *ctx)
     | {
  21 | 	__u64 stored_u64;
  26 | 	__u32 slot_u32_2 = 1;
  25 | 	__u32 slot_u32_1 = 0;
  22 | 	asm volatile("" : "+r"(ctx) : "i"(0));
  22 | 	__s64 ingress_ifindex_0 = *(__u32 *)((char *)ctx + 12);
  22 | 	asm volatile("" : : "i"(1));
  22 | 	__u32 ingress_ifindex_u32_0 = ingress_ifindex_0;
  24 | 	void *inner_1 = bpf_map_lookup_elem(&jobs, &ingress_ifindex_u32_0);
  24 | 	__s64 status_2 = 0;
  24 | 	struct honey_Job v_3 __attribute__((aligned(8))) = {};
  24 | 	status_2 = inner_1 ? bpf_map_pop_elem(inner_1, &v_3) : -2;
  24 | 	__s64 v_5 = 1;
  24 | 	if (status_2 == 0) {
  24 | 		v_5 = (-1);
     | 	}
  24 | 	if (v_5 == 1) {
  25 | 		void *inner_7 = bpf_map_lookup_elem(&free, &slot_u32_1);
  25 | 		__s64 status_8 = 0;
  25 | 		__u32 taken_9 = 0;
  25 | 		status_8 = inner_7 ? bpf_map_pop_elem(inner_7, &taken_9) : -2;
  25 | 		__s64 v_9 = taken_9;
  25 | 		__s64 v_11 = 0;
  25 | 		__s64 v_12 = 0;
  25 | 		v_11 = 2;
  25 | 		v_12 = 1;
  25 | 		if (status_8 == 0) {
  25 | 			v_11 = v_9;
  25 | 			v_12 = 0;
     | 		}
  25 | 		__s64 v_13 = 0;
  25 | 		if (v_12 != 1) {
  25 | 			v_13 = v_11;
     | 		} else {
  25 | 			v_13 = 0;
     | 		}
  25 | 		struct honey_Job v_16 __attribute__((aligned(8))) = {};
  25 | 		v_16.size = v_13;
  25 | 		void *inner_17 = bpf_map_lookup_elem(&jobs, &ingress_ifindex_u32_0);
  25 | 		inner_17 ? bpf_map_push_elem(inner_17, &v_16, 0) : -2;
     | 	} else {
  24 | 		__u64 size_19 = v_3.size;
  26 | 		void *inner_20 = bpf_map_lookup_elem(&seen, &slot_u32_2);
  26 | 		stored_u64 = size_19;
  26 | 		inner_20 ? bpf_map_push_elem(inner_20, &stored_u64, 0) : -2;
     | 	}
  29 | 	void *inner_22 = bpf_map_lookup_elem(&seen, &slot_u32_2);
  29 | 	stored_u64 = 7;
  29 | 	__s64 status_23 = inner_22 ? bpf_map_peek_elem(inner_22, &stored_u64) : -2;
  29 | 	__s64 v_24 = 0;
  29 | 	__s64 v_25 = 0;
  29 | 	if (status_23 < 0) {
  29 | 		v_24 = 5;
  29 | 		v_25 = status_23;
     | 	} else {
  29 | 		v_24 = 1;
     | 	}
  29 | 	__s64 v_28 = 0;
  29 | 	if (v_24 == 1) {
  29 | 		void *inner_31 = bpf_map_lookup_elem(&free, &slot_u32_2);
  29 | 		__s64 status_32 = 0;
  29 | 		__u32 taken_33 = 0;
  29 | 		status_32 = inner_31 ? bpf_map_peek_elem(inner_31, &taken_33) : -2;
  29 | 		__s64 v_33 = taken_33;
  29 | 		__s64 v_35 = 0;
  29 | 		__s64 v_36 = 0;
  29 | 		v_35 = 2;
  29 | 		v_36 = 1;
  29 | 		if (status_32 == 0) {
  29 | 			v_35 = v_33;
  29 | 			v_36 = 0;
     | 		}
  29 | 		__s64 v_37 = 0;
  29 | 		if (v_36 != 1) {
  29 | 			v_37 = v_35;
     | 		} else {
  29 | 			v_37 = 1;
     | 		}
  29 | 		v_28 = v_37;
     | 	} else {
  29 | 		v_28 = 2;
     | 	}
  29 | 	return v_28;
     | }
  30 | #pragma clang attribute pop
