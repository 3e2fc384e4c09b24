     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static long (*bpf_trace_printk)(const char *format, __u32 size, ...) = (void *)6;
     | static long (*bpf_get_current_comm)(void *buffer, __u32 size) = (void *)16;
     | struct honey_scratch {
     | 	__u64 claims;
     | 	union {
     | 		struct {
     | 			char text_0[16] __attribute__((aligned(8)));
     | 			char text_1[16] __attribute__((aligned(8)));
     | 			char text_2[16] __attribute__((aligned(8)));
     | 			char text_3[16] __attribute__((aligned(8)));
     | 			char text_4[16] __attribute__((aligned(8)));
     | 			char text_5[16] __attribute__((aligned(8)));
     | 			char text_6[16] __attribute__((aligned(8)));
     | 			char text_7[16] __attribute__((aligned(8)));
     | 			char text_8[16] __attribute__((aligned(8)));
     | 			char text_9[16] __attribute__((aligned(8)));
     | 			char text_10[16] __attribute__((aligned(8)));
     | 			char text_11[16] __attribute__((aligned(8)));
     | 			char text_12[16] __attribute__((aligned(8)));
     | 			char text_13[16] __attribute__((aligned(8)));
     | 			char text_14[16] __attribute__((aligned(8)));
     | 			char text_15[16] __attribute__((aligned(8)));
     | 			char text_16[16] __attribute__((aligned(8)));
     | 			char text_17[16] __attribute__((aligned(8)));
     | 			char text_18[16] __attribute__((aligned(8)));
     | 			char text_19[16] __attribute__((aligned(8)));
     | 			char text_20[16] __attribute__((aligned(8)));
     | 			char text_21[16] __attribute__((aligned(8)));
     | 			char text_22[16] __attribute__((aligned(8)));
     | 			char text_23[16] __attribute__((aligned(8)));
     | 			char text_24[16] __attribute__((aligned(8)));
     | 			char text_25[16] __attribute__((aligned(8)));
     | 			char text_26[16] __attribute__((aligned(8)));
     | 			char text_27[16] __attribute__((aligned(8)));
     | 			char text_28[16] __attribute__((aligned(8)));
     | 			char text_29[16] __attribute__((aligned(8)));
     | 			char text_30[16] __attribute__((aligned(8)));
     | 			char text_31[16] __attribute__((aligned(8)));
     | 			char text_32[16] __attribute__((aligned(8)));
     | 			char text_33[16] __attribute__((aligned(8)));
     | 		} program;
     | 	};
     | };
     | struct {
     | 	int (*type)[6];
     | 	__u32 *key;
     | 	struct honey_scratch *value;
     | 	int (*max_entries)[4];
     | } honey_scratch SEC(".maps");
     | static inline __attribute__((always_inline, nodebug)) struct honey_scratch *
     | honey_claim(__u32 first, __u32 end)
     | {
     | #pragma clang loop unroll(disable)
     | 	for (__u32 i = first; i < end; i++) {
     | 		__u32 key = i;
     | 		struct honey_scratch *scratch = bpf_map_lookup_elem(&honey_scratch, &key);
     |
     | 		if (!scratch)
     | 			return 0;
     | 		__sync_fetch_and_add(&scratch->claims, 1);
     | 		if (*(volatile __u64 *)&scratch->claims == 1)
     | 			return scratch;
     | 		__sync_fetch_and_add(&scratch->claims, -1);
     | 	}
     | 	return 0;
     | }
     | __u64 honey_raised[1];
     | #define honey_raise(site) __sync_fetch_and_add(&honey_raised[site], 1)
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   6 | static inline __attribute__((always_inline)) int honey_run_program(void *ctx, struct honey_scratch *scratch)
     | {
   7 | 	bpf_get_current_comm(scratch->program.text_0, 16);
   8 | 	bpf_get_current_comm(scratch->program.text_1, 16);
   9 | 	bpf_get_current_comm(scratch->program.text_2, 16);
  10 | 	bpf_get_current_comm(scratch->program.text_3, 16);
  11 | 	bpf_get_current_comm(scratch->program.text_4, 16);
  12 | 	bpf_get_current_comm(scratch->program.text_5, 16);
  13 | 	bpf_get_current_comm(scratch->program.text_6, 16);
  14 | 	bpf_get_current_comm(scratch->program.text_7, 16);
  15 | 	bpf_get_current_comm(scratch->program.text_8, 16);
  16 | 	bpf_get_current_comm(scratch->program.text_9, 16);
  17 | 	bpf_get_current_comm(scratch->program.text_10, 16);
  18 | 	bpf_get_current_comm(scratch->program.text_11, 16);
  19 | 	bpf_get_current_comm(scratch->program.text_12, 16);
  20 | 	bpf_get_current_comm(scratch->program.text_13, 16);
  21 | 	bpf_get_current_comm(scratch->program.text_14, 16);
  22 | 	bpf_get_current_comm(scratch->program.text_15, 16);
  23 | 	bpf_get_current_comm(scratch->program.text_16, 16);
  24 | 	bpf_get_current_comm(scratch->program.text_17, 16);
  25 | 	bpf_get_current_comm(scratch->program.text_18, 16);
  26 | 	bpf_get_current_comm(scratch->program.text_19, 16);
  27 | 	bpf_get_current_comm(scratch->program.text_20, 16);
  28 | 	bpf_get_current_comm(scratch->program.text_21, 16);
  29 | 	bpf_get_current_comm(scratch->program.text_22, 16);
  30 | 	bpf_get_current_comm(scratch->program.text_23, 16);
  31 | 	bpf_get_current_comm(scratch->program.text_24, 16);
  32 | 	bpf_get_current_comm(scratch->program.text_25, 16);
  33 | 	bpf_get_current_comm(scratch->program.text_26, 16);
  34 | 	bpf_get_current_comm(scratch->program.text_27, 16);
  35 | 	bpf_get_current_comm(scratch->program.text_28, 16);
  36 | 	bpf_get_current_comm(scratch->program.text_29, 16);
  37 | 	bpf_get_current_comm(scratch->program.text_30, 16);
  38 | 	bpf_get_current_comm(scratch->program.text_31, 16);
  39 | 	bpf_get_current_comm(scratch->program.text_32, 16);
  40 | 	bpf_get_current_comm(scratch->program.text_33, 16);
  41 | 	static const char format_34[] = "%s";
  41 | 	bpf_trace_printk(format_34, sizeof(format_34), scratch->program.text_0);
  42 | 	static const char format_35[] = "%s";
  42 | 	bpf_trace_printk(format_35, sizeof(format_35), scratch->program.text_1);
  43 | 	static const char format_36[] = "%s";
  43 | 	bpf_trace_printk(format_36, sizeof(format_36), scratch->program.text_2);
  44 | 	static const char format_37[] = "%s";
  44 | 	bpf_trace_printk(format_37, sizeof(format_37), scratch->program.text_3);
  45 | 	static const char format_38[] = "%s";
  45 | 	bpf_trace_printk(format_38, sizeof(format_38), scratch->program.text_4);
  46 | 	static const char format_39[] = "%s";
  46 | 	bpf_trace_printk(format_39, sizeof(format_39), scratch->program.text_5);
  47 | 	static const char format_40[] = "%s";
  47 | 	bpf_trace_printk(format_40, sizeof(format_40), scratch->program.text_6);
  48 | 	static const char format_41[] = "%s";
  48 | 	bpf_trace_printk(format_41, sizeof(format_41), scratch->program.text_7);
  49 | 	static const char format_42[] = "%s";
  49 | 	bpf_trace_printk(format_42, sizeof(format_42), scratch->program.text_8);
  50 | 	static const char format_43[] = "%s";
  50 | 	bpf_trace_printk(format_43, sizeof(format_43), scratch->program.text_9);
  51 | 	static const char format_44[] = "%s";
  51 | 	bpf_trace_printk(format_44, sizeof(format_44), scratch->program.text_10);
  52 | 	static const char format_45[] = "%s";
  52 | 	bpf_trace_printk(format_45, sizeof(format_45), scratch->program.text_11);
  53 | 	static const char format_46[] = "%s";
  53 | 	bpf_trace_printk(format_46, sizeof(format_46), scratch->program.text_12);
  54 | 	static const char format_47[] = "%s";
  54 | 	bpf_trace_printk(format_47, sizeof(format_47), scratch->program.text_13);
  55 | 	static const char format_48[] = "%s";
  55 | 	bpf_trace_printk(format_48, sizeof(format_48), scratch->program.text_14);
  56 | 	static const char format_49[] = "%s";
  56 | 	bpf_trace_printk(format_49, sizeof(format_49), scratch->program.text_15);
  57 | 	static const char format_50[] = "%s";
  57 | 	bpf_trace_printk(format_50, sizeof(format_50), scratch->program.text_16);
  58 | 	static const char format_51[] = "%s";
  58 | 	bpf_trace_printk(format_51, sizeof(format_51), scratch->program.text_17);
  59 | 	static const char format_52[] = "%s";
  59 | 	bpf_trace_printk(format_52, sizeof(format_52), scratch->program.text_18);
  60 | 	static const char format_53[] = "%s";
  60 | 	bpf_trace_printk(format_53, sizeof(format_53), scratch->program.text_19);
  61 | 	static const char format_54[] = "%s";
  61 | 	bpf_trace_printk(format_54, sizeof(format_54), scratch->program.text_20);
  62 | 	static const char format_55[] = "%s";
  62 | 	bpf_trace_printk(format_55, sizeof(format_55), scratch->program.text_21);
  63 | 	static const char format_56[] = "%s";
  63 | 	bpf_trace_printk(format_56, sizeof(format_56), scratch->program.text_22);
  64 | 	static const char format_57[] = "%s";
  64 | 	bpf_trace_printk(format_57, sizeof(format_57), scratch->program.text_23);
  65 | 	static const char format_58[] = "%s";
  65 | 	bpf_trace_printk(format_58, sizeof(format_58), scratch->program.text_24);
  66 | 	static const char format_59[] = "%s";
  66 | 	bpf_trace_printk(format_59, sizeof(format_59), scratch->program.text_25);
  67 | 	static const char format_60[] = "%s";
  67 | 	bpf_trace_printk(format_60, sizeof(format_60), scratch->program.text_26);
  68 | 	static const char format_61[] = "%s";
  68 | 	bpf_trace_printk(format_61, sizeof(format_61), scratch->program.text_27);
  69 | 	static const char format_62[] = "%s";
  69 | 	bpf_trace_printk(format_62, sizeof(format_62), scratch->program.text_28);
  70 | 	static const char format_63[] = "%s";
  70 | 	bpf_trace_printk(format_63, sizeof(format_63), scratch->program.text_29);
  71 | 	static const char format_64[] = "%s";
  71 | 	bpf_trace_printk(format_64, sizeof(format_64), scratch->program.text_30);
  72 | 	static const char format_65[] = "%s";
  72 | 	bpf_trace_printk(format_65, sizeof(format_65), scratch->program.text_31);
  73 | 	static const char format_66[] = "%s";
  73 | 	bpf_trace_printk(format_66, sizeof(format_66), scratch->program.text_32);
  74 | 	static const char format_67[] = "%s";
  74 | 	__s64 status_67 = bpf_trace_printk(format_67, sizeof(format_67), scratch->program.text_33);
  74 | 	__s64 v_68 = 0;
  74 | 	__s64 v_69 = 0;
  74 | 	__s64 v_70 = 0;
  74 | 	if (status_67 < 0) {
  74 | 		v_69 = 3;
  74 | 		v_70 = status_67;
     | 	} else {
  74 | 		v_68 = status_67;
     | 	}
  74 | 	if (v_69 == 0) {
  74 | 		return v_68;
     | 	}
  74 | 	return 0;
     | }
   6 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   6 | 	struct honey_scratch *scratch = honey_claim(0, 4);
   6 | 	int left_with = 0;
   6 | 	if (scratch) {
   6 | 		left_with = honey_run_program(ctx, scratch);
   6 | 		__sync_fetch_and_add(&scratch->claims, -1);
     | 	} else {
   6 | 		honey_raise(0);
     | 	}
   6 | 	return left_with;
     | }
   7 | #pragma clang attribute pop
