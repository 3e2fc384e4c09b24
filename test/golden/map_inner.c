     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static int (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static int (*bpf_map_delete_elem)(void *map, const void *key) = (void *)3;
     | struct honey_Tenant {
     | 	__u32 id;
     | 	__u8 zone;
     | 	__u8 honey_gap_1[3];
     | };
     | struct {
     | 	int (*type)[13];
     | 	struct honey_Tenant *key;
     | 	int (*max_entries)[64u];
     | 	struct {
     | 	int (*type)[1];
     | 	int (*key_size)[4];
     | 	int (*value_size)[8];
     | 	int (*max_entries)[1024u];
     | 	int (*map_flags)[1];
     | 	} *values[];
     | } counts SEC(".maps");
     | struct {
     | 	int (*type)[12];
     | 	__u32 *key;
     | 	int (*max_entries)[4u];
     | 	struct {
     | 	int (*type)[2];
     | 	int (*key_size)[4];
     | 	int (*value_size)[8];
     | 	int (*max_entries)[8u];
     | 	} *values[];
     | } slots SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  19 | SEC("xdp") int program(void *ctx)
     | {
  19 | 	__u64 stored_u64;
  22 | 	__u64 slot_u64_5 = 1;
  22 | 	__u32 slot_u32_4 = 0;
  21 | 	__u32 slot_u32_1 = 1;
  21 | 	__u32 slot_u32_0 = 3;
  20 | 	asm volatile("" : "+r"(ctx) : "i"(0));
  20 | 	__s64 ingress_ifindex_0 = *(__u32 *)((char *)ctx + 12);
  20 | 	asm volatile("" : : "i"(1));
  20 | 	struct honey_Tenant tenant_1 __attribute__((aligned(8))) = {};
  20 | 	tenant_1.id = ingress_ifindex_0;
  20 | 	tenant_1.zone = 1;
  21 | 	void *inner_2 = bpf_map_lookup_elem(&slots, &slot_u32_0);
  21 | 	stored_u64 = 7;
  21 | 	inner_2 ? bpf_map_update_elem(inner_2, &slot_u32_1, &stored_u64, 0) : -2;
  22 | 	asm volatile("" : "+r"(ctx) : "i"(2));
  22 | 	__s64 rx_queue_index_4 = *(__u32 *)((char *)ctx + 16);
  22 | 	asm volatile("" : : "i"(3));
  22 | 	__u32 rx_queue_index_u32_3 = rx_queue_index_4;
  22 | 	void *inner_5 = bpf_map_lookup_elem(&slots, &rx_queue_index_u32_3);
  22 | 	__u64 *found_6 = inner_5 ? bpf_map_lookup_elem(inner_5, &slot_u32_4) : 0;
  22 | 	__s64 status_7 = 0;
  22 | 	__u64 *there_8 = found_6;
  22 | 	if (!found_6) {
  22 | 		__s64 status_10 = inner_5 ? bpf_map_update_elem(inner_5, &slot_u32_4, &slot_u64_5, 1) : -2;
  22 | 		status_7 = status_10;
  22 | 		if (status_10 == (-17)) {
  22 | 			__u64 *found_12 = inner_5 ? bpf_map_lookup_elem(inner_5, &slot_u32_4) : 0;
  22 | 			there_8 = found_12;
  22 | 			status_7 = (-2);
     | 		}
     | 	}
  22 | 	if (there_8) {
  22 | 		*there_8;
  22 | 		__sync_fetch_and_add(there_8, 1);
  22 | 		status_7 = 0;
     | 	}
  24 | 	asm volatile("" : "+r"(ctx) : "i"(4));
  24 | 	__s64 rx_queue_index_14 = *(__u32 *)((char *)ctx + 16);
  24 | 	asm volatile("" : : "i"(5));
  24 | 	__u32 rx_queue_index_u32_6 = rx_queue_index_14;
  24 | 	void *inner_15 = bpf_map_lookup_elem(&counts, &tenant_1);
  24 | 	__u64 *found_16 = inner_15 ? bpf_map_lookup_elem(inner_15, &rx_queue_index_u32_6) : 0;
  24 | 	__u64 v_17 = 2;
  24 | 	if (found_16) {
  24 | 		__u64 v_19 = *found_16;
  24 | 		v_17 = v_19;
     | 	}
  24 | 	if (!found_16) {
  25 | 		asm volatile("" : "+r"(ctx) : "i"(6));
  25 | 		__s64 rx_queue_index_20 = *(__u32 *)((char *)ctx + 16);
  25 | 		asm volatile("" : : "i"(7));
  25 | 		__u32 rx_queue_index_u32_7 = rx_queue_index_20;
  25 | 		void *inner_21 = bpf_map_lookup_elem(&counts, &tenant_1);
  25 | 		inner_21 ? bpf_map_update_elem(inner_21, &rx_queue_index_u32_7, &slot_u64_5, 0) : -2;
     | 	} else {
  26 | 		void *inner_23 = bpf_map_lookup_elem(&counts, &tenant_1);
  26 | 		asm volatile("" : "+r"(ctx) : "i"(8));
  26 | 		__s64 rx_queue_index_24 = *(__u32 *)((char *)ctx + 16);
  26 | 		asm volatile("" : : "i"(9));
  26 | 		__u32 rx_queue_index_u32_8 = rx_queue_index_24;
  26 | 		inner_23 ? bpf_map_delete_elem(inner_23, &rx_queue_index_u32_8) : -2;
     | 	}
  29 | 	void *inner_26 = bpf_map_lookup_elem(&slots, &slot_u32_4);
  29 | 	__u64 *found_27 = inner_26 ? bpf_map_lookup_elem(inner_26, &slot_u32_1) : 0;
  29 | 	__u64 v_28 = 2;
  29 | 	if (found_27) {
  29 | 		__u64 v_30 = *found_27;
  29 | 		v_28 = v_30;
     | 	}
  29 | 	__u64 v_31 = 0;
  29 | 	if (!(!found_27)) {
  29 | 		v_31 = v_28;
     | 	} else {
  29 | 		v_31 = 2;
     | 	}
  29 | 	return v_31;
     | }
  30 | #pragma clang attribute pop
