     | char _license[] SEC("license") = "GPL";
     | static long (*bpf_probe_read_kernel)(void *buffer, __u32 type, const void *address) = (void *)113;
     | struct honey_ipv4 {
     | 	__u8 element0;
     | 	__u8 element1;
     | 	__u8 element2;
     | 	__u8 element3;
     | } __attribute__((aligned(4)));
     | struct honey_tuple_1 {
     | 	__u16 element0;
     | 	__u8 honey_gap_0[2];
     | 	__u32 element1;
     | };
     | struct honey_be16 {
     | 	__u16 number;
     | };
     | struct trace_event_raw_inet_sock_set_state {
     | 	__u8 saddr[4];
     | 	void *skaddr;
     | } __attribute__((preserve_access_index));
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   7 | SEC("tracepoint/sock/inet_sock_set_state") int on_state(void *ctx)
     | {
   8 | 	asm volatile("" : "+r"(ctx) : "i"(0));
   8 | 	__u64 saddr_0 = (__u64)&((struct trace_event_raw_inet_sock_set_state *)ctx)->saddr;
   8 | 	asm volatile("" : : "i"(1));
   8 | 	__s64 status_1 = 0;
   8 | 	struct honey_ipv4 v_2 __attribute__((aligned(8)));
   8 | 	status_1 = bpf_probe_read_kernel(&v_2, 4, (const void *)saddr_0);
   8 | 	__s64 v_3 = 0;
   8 | 	__s64 v_4 = 0;
   8 | 	__s64 v_5 = 0;
   8 | 	__s64 v_6 = 0;
   8 | 	__s64 last_7 = 0;
   8 | 	__s64 v_8 = 0;
   8 | 	if (status_1 < 0) {
   8 | 		v_3 = 4;
   8 | 		v_8 = status_1;
     | 	} else {
   8 | 		__s64 element0_10 = v_2.element0;
   8 | 		__s64 element1_11 = v_2.element1;
   8 | 		__s64 element2_12 = v_2.element2;
   8 | 		__s64 element3_13 = v_2.element3;
   8 | 		v_3 = 3;
   8 | 		v_4 = element0_10;
   8 | 		v_5 = element1_11;
   8 | 		v_6 = element2_12;
   8 | 		last_7 = element3_13;
     | 	}
   8 | 	__s64 v_14 = 0;
   8 | 	__s64 v_15 = 0;
   8 | 	__s64 v_16 = 0;
   8 | 	__s64 v_17 = 0;
   8 | 	__s64 v_18 = 0;
   8 | 	__s64 v_19 = 0;
   8 | 	__s64 v_20 = 0;
   8 | 	__s64 v_21 = 0;
   8 | 	__s64 v_22 = 0;
   8 | 	__s64 v_23 = 0;
   8 | 	__s64 v_24 = 0;
   8 | 	if ((v_3 == 3) && (v_4 == 10)) {
   9 | 		asm volatile("" : "+r"(ctx) : "i"(2));
   9 | 		__u64 skaddr_32 = (__u64)((struct trace_event_raw_inet_sock_set_state *)ctx)->skaddr;
   9 | 		asm volatile("" : : "i"(3));
   9 | 		__s64 status_33 = 0;
   9 | 		struct honey_tuple_1 v_34 __attribute__((aligned(8)));
   9 | 		status_33 = bpf_probe_read_kernel(&v_34, 8, (const void *)skaddr_32);
   9 | 		__builtin_memset(v_34.honey_gap_0, 0, 2);
   9 | 		__s64 a_35 = 0;
   9 | 		__s64 a_part_36 = 0;
   9 | 		__s64 b_37 = 0;
   9 | 		__s64 b_part_38 = 0;
   9 | 		if (status_33 < 0) {
   9 | 			__s64 v_40 = 0;
   9 | 			__s64 v_41 = 0;
   9 | 			__s64 v_42 = 0;
   9 | 			__s64 v_43 = 0;
   9 | 			v_40 = 4;
   9 | 			v_41 = 1;
   9 | 			v_42 = status_33;
   9 | 			v_43 = 1;
   9 | 			a_35 = v_40;
   9 | 			a_part_36 = v_41;
   9 | 			b_37 = v_42;
   9 | 			b_part_38 = v_43;
     | 		} else {
   9 | 			__s64 element0_44 = v_34.element0;
   9 | 			__s64 element1_45 = v_34.element1;
   9 | 			a_35 = element0_44;
   9 | 			a_part_36 = 0;
   9 | 			b_37 = element1_45;
   9 | 			b_part_38 = 0;
     | 		}
   9 | 		__s64 v_46 = 0;
   9 | 		__s64 v_47 = 0;
   9 | 		__s64 v_48 = 0;
   9 | 		__s64 v_49 = 0;
   9 | 		__s64 v_50 = 0;
   9 | 		__s64 v_51 = 0;
   9 | 		if ((a_part_36 == 0) && (b_part_38 == 0)) {
  10 | 			asm volatile("" : "+r"(ctx) : "i"(4));
  10 | 			__u64 skaddr_55 = (__u64)((struct trace_event_raw_inet_sock_set_state *)ctx)->skaddr;
  10 | 			asm volatile("" : : "i"(5));
  10 | 			__s64 status_56 = 0;
  10 | 			struct honey_be16 v_57 __attribute__((aligned(8)));
  10 | 			status_56 = bpf_probe_read_kernel(&v_57, 2, (const void *)skaddr_55);
  10 | 			__s64 port_58 = 0;
  10 | 			__s64 port_part_59 = 0;
  10 | 			__s64 v_60 = 0;
  10 | 			if (status_56 < 0) {
  10 | 				port_part_59 = 4;
  10 | 				v_60 = status_56;
     | 			} else {
  10 | 				__s64 number_62 = v_57.number;
  10 | 				port_58 = __builtin_bswap16(number_62);
  10 | 				port_part_59 = 0;
     | 			}
  10 | 			__s64 v_64 = 0;
  10 | 			__s64 v_65 = 0;
  10 | 			__s64 v_66 = 0;
  10 | 			if (port_part_59 == 0) {
  10 | 				v_64 = 8;
  10 | 				v_65 = ((last_7 + a_35) + b_37) + port_58;
     | 			} else {
  10 | 				v_64 = 9;
  10 | 				v_66 = v_60;
     | 			}
   9 | 			__s64 v_71 = 0;
   9 | 			__s64 v_72 = 0;
   9 | 			__s64 v_73 = 0;
   9 | 			__s64 v_74 = 0;
   9 | 			v_71 = 4;
   9 | 			v_72 = 1;
   9 | 			v_73 = v_66;
   9 | 			v_74 = 1;
   9 | 			v_46 = v_64;
   9 | 			v_47 = v_65;
   9 | 			v_48 = v_71;
   9 | 			v_49 = v_72;
   9 | 			v_50 = v_73;
   9 | 			v_51 = v_74;
     | 		} else {
   9 | 			v_46 = 9;
   9 | 			v_48 = a_35;
   9 | 			v_49 = a_part_36;
   9 | 			v_50 = b_37;
   9 | 			v_51 = b_part_38;
     | 		}
   8 | 		v_14 = v_46;
   8 | 		v_15 = v_47;
   8 | 		v_16 = 6;
   8 | 		v_17 = 0;
   8 | 		v_18 = 0;
   8 | 		v_19 = 0;
   8 | 		v_20 = 0;
   8 | 		v_21 = v_48;
   8 | 		v_22 = v_49;
   8 | 		v_23 = v_50;
   8 | 		v_24 = v_51;
     | 	} else {
   8 | 		__s64 v_75 = 0;
   8 | 		v_75 = v_3;
   8 | 		__s64 v_76 = 0;
   8 | 		__s64 v_77 = 0;
   8 | 		__s64 v_78 = 0;
   8 | 		__s64 v_79 = 0;
   8 | 		if (v_3 == 4) {
   8 | 			v_76 = 4;
   8 | 			v_77 = 1;
   8 | 			v_78 = v_8;
   8 | 			v_79 = 1;
   8 | 			v_75 = 6;
     | 		}
   8 | 		v_14 = 9;
   8 | 		v_16 = v_75;
   8 | 		v_17 = v_4;
   8 | 		v_18 = v_5;
   8 | 		v_19 = v_6;
   8 | 		v_20 = last_7;
   8 | 		v_21 = v_76;
   8 | 		v_22 = v_77;
   8 | 		v_23 = v_78;
   8 | 		v_24 = v_79;
     | 	}
   8 | 	__s64 v_81 = 0;
   8 | 	if (v_14 == 8) {
   8 | 		v_81 = v_15;
     | 	} else {
   8 | 		__s64 v_85 = 0;
   8 | 		if ((v_16 == 6) && (v_22 == 1)) {
   8 | 			v_85 = 1;
     | 		} else {
   8 | 			v_85 = 0;
     | 		}
   8 | 		v_81 = v_85;
     | 	}
  14 | 	return v_81;
     | }
  15 | #pragma clang attribute pop
