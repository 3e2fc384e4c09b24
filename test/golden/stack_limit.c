     | char _license[] SEC("license") = "GPL";
     | static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
     | static long (*bpf_map_update_elem)(void *map, const void *key, const void *value, __u64 flags) = (void *)2;
     | static __u32 (*bpf_get_smp_processor_id)(void) = (void *)8;
     | struct {
     | 	int (*type)[2];
     | 	__u32 *key;
     | 	__s64 *value;
     | 	int (*max_entries)[8u];
     | } s SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
   8 | SEC("raw_tracepoint/sched_switch") int program(void *ctx)
     | {
   8 | 	__u32 key_u32;
   8 | 	__s64 stored_s64;
   8 | 	__u32 kept_u32_0;
   9 | 	__s64 v_0 = bpf_get_smp_processor_id();
   9 | 	kept_u32_0 = (v_0 + 0);
   9 | 	__s64 *found_2 = bpf_map_lookup_elem(&s, &kept_u32_0);
   9 | 	__s64 v_3 = 2;
   9 | 	if (found_2) {
   9 | 		__s64 v_5 = *found_2;
   9 | 		v_3 = v_5;
     | 	}
   9 | 	__s64 a0_6 = 0;
   9 | 	if (!(!found_2)) {
   9 | 		a0_6 = v_3;
     | 	} else {
   9 | 		a0_6 = 1;
     | 	}
   9 | 	asm volatile("" : "+r"(a0_6));
  10 | 	__s64 v_8 = bpf_get_smp_processor_id();
  10 | 	kept_u32_0 = (v_8 + 1);
  10 | 	__s64 *found_10 = bpf_map_lookup_elem(&s, &kept_u32_0);
  10 | 	__s64 v_11 = 2;
  10 | 	if (found_10) {
  10 | 		__s64 v_13 = *found_10;
  10 | 		v_11 = v_13;
     | 	}
  10 | 	__s64 a1_14 = 0;
  10 | 	if (!(!found_10)) {
  10 | 		a1_14 = v_11;
     | 	} else {
  10 | 		a1_14 = 1;
     | 	}
  10 | 	asm volatile("" : "+r"(a1_14));
  11 | 	__s64 v_16 = bpf_get_smp_processor_id();
  11 | 	kept_u32_0 = (v_16 + 2);
  11 | 	__s64 *found_18 = bpf_map_lookup_elem(&s, &kept_u32_0);
  11 | 	__s64 v_19 = 2;
  11 | 	if (found_18) {
  11 | 		__s64 v_21 = *found_18;
  11 | 		v_19 = v_21;
     | 	}
  11 | 	__s64 a2_22 = 0;
  11 | 	if (!(!found_18)) {
  11 | 		a2_22 = v_19;
     | 	} else {
  11 | 		a2_22 = 1;
     | 	}
  11 | 	asm volatile("" : "+r"(a2_22));
  12 | 	__s64 v_24 = bpf_get_smp_processor_id();
  12 | 	kept_u32_0 = (v_24 + 3);
  12 | 	__s64 *found_26 = bpf_map_lookup_elem(&s, &kept_u32_0);
  12 | 	__s64 v_27 = 2;
  12 | 	if (found_26) {
  12 | 		__s64 v_29 = *found_26;
  12 | 		v_27 = v_29;
     | 	}
  12 | 	__s64 a3_30 = 0;
  12 | 	if (!(!found_26)) {
  12 | 		a3_30 = v_27;
     | 	} else {
  12 | 		a3_30 = 1;
     | 	}
  12 | 	asm volatile("" : "+r"(a3_30));
  13 | 	__s64 v_32 = bpf_get_smp_processor_id();
  13 | 	kept_u32_0 = (v_32 + 4);
  13 | 	__s64 *found_34 = bpf_map_lookup_elem(&s, &kept_u32_0);
  13 | 	__s64 v_35 = 2;
  13 | 	if (found_34) {
  13 | 		__s64 v_37 = *found_34;
  13 | 		v_35 = v_37;
     | 	}
  13 | 	__s64 a4_38 = 0;
  13 | 	if (!(!found_34)) {
  13 | 		a4_38 = v_35;
     | 	} else {
  13 | 		a4_38 = 1;
     | 	}
  13 | 	asm volatile("" : "+r"(a4_38));
  14 | 	__s64 v_40 = bpf_get_smp_processor_id();
  14 | 	kept_u32_0 = (v_40 + 5);
  14 | 	__s64 *found_42 = bpf_map_lookup_elem(&s, &kept_u32_0);
  14 | 	__s64 v_43 = 2;
  14 | 	if (found_42) {
  14 | 		__s64 v_45 = *found_42;
  14 | 		v_43 = v_45;
     | 	}
  14 | 	__s64 a5_46 = 0;
  14 | 	if (!(!found_42)) {
  14 | 		a5_46 = v_43;
     | 	} else {
  14 | 		a5_46 = 1;
     | 	}
  14 | 	asm volatile("" : "+r"(a5_46));
  15 | 	__s64 v_48 = bpf_get_smp_processor_id();
  15 | 	kept_u32_0 = (v_48 + 6);
  15 | 	__s64 *found_50 = bpf_map_lookup_elem(&s, &kept_u32_0);
  15 | 	__s64 v_51 = 2;
  15 | 	if (found_50) {
  15 | 		__s64 v_53 = *found_50;
  15 | 		v_51 = v_53;
     | 	}
  15 | 	__s64 a6_54 = 0;
  15 | 	if (!(!found_50)) {
  15 | 		a6_54 = v_51;
     | 	} else {
  15 | 		a6_54 = 1;
     | 	}
  15 | 	asm volatile("" : "+r"(a6_54));
  16 | 	__s64 v_56 = bpf_get_smp_processor_id();
  16 | 	kept_u32_0 = (v_56 + 7);
  16 | 	__s64 *found_58 = bpf_map_lookup_elem(&s, &kept_u32_0);
  16 | 	__s64 v_59 = 2;
  16 | 	if (found_58) {
  16 | 		__s64 v_61 = *found_58;
  16 | 		v_59 = v_61;
     | 	}
  16 | 	__s64 a7_62 = 0;
  16 | 	if (!(!found_58)) {
  16 | 		a7_62 = v_59;
     | 	} else {
  16 | 		a7_62 = 1;
     | 	}
  16 | 	asm volatile("" : "+r"(a7_62));
  17 | 	__s64 v_64 = bpf_get_smp_processor_id();
  17 | 	kept_u32_0 = (v_64 + 8);
  17 | 	__s64 *found_66 = bpf_map_lookup_elem(&s, &kept_u32_0);
  17 | 	__s64 v_67 = 2;
  17 | 	if (found_66) {
  17 | 		__s64 v_69 = *found_66;
  17 | 		v_67 = v_69;
     | 	}
  17 | 	__s64 a8_70 = 0;
  17 | 	if (!(!found_66)) {
  17 | 		a8_70 = v_67;
     | 	} else {
  17 | 		a8_70 = 1;
     | 	}
  17 | 	asm volatile("" : "+r"(a8_70));
  18 | 	__s64 v_72 = bpf_get_smp_processor_id();
  18 | 	kept_u32_0 = (v_72 + 9);
  18 | 	__s64 *found_74 = bpf_map_lookup_elem(&s, &kept_u32_0);
  18 | 	__s64 v_75 = 2;
  18 | 	if (found_74) {
  18 | 		__s64 v_77 = *found_74;
  18 | 		v_75 = v_77;
     | 	}
  18 | 	__s64 a9_78 = 0;
  18 | 	if (!(!found_74)) {
  18 | 		a9_78 = v_75;
     | 	} else {
  18 | 		a9_78 = 1;
     | 	}
  18 | 	asm volatile("" : "+r"(a9_78));
  19 | 	__s64 v_80 = bpf_get_smp_processor_id();
  19 | 	kept_u32_0 = (v_80 + 10);
  19 | 	__s64 *found_82 = bpf_map_lookup_elem(&s, &kept_u32_0);
  19 | 	__s64 v_83 = 2;
  19 | 	if (found_82) {
  19 | 		__s64 v_85 = *found_82;
  19 | 		v_83 = v_85;
     | 	}
  19 | 	__s64 a10_86 = 0;
  19 | 	if (!(!found_82)) {
  19 | 		a10_86 = v_83;
     | 	} else {
  19 | 		a10_86 = 1;
     | 	}
  19 | 	asm volatile("" : "+r"(a10_86));
  20 | 	__s64 v_88 = bpf_get_smp_processor_id();
  20 | 	kept_u32_0 = (v_88 + 11);
  20 | 	__s64 *found_90 = bpf_map_lookup_elem(&s, &kept_u32_0);
  20 | 	__s64 v_91 = 2;
  20 | 	if (found_90) {
  20 | 		__s64 v_93 = *found_90;
  20 | 		v_91 = v_93;
     | 	}
  20 | 	__s64 a11_94 = 0;
  20 | 	if (!(!found_90)) {
  20 | 		a11_94 = v_91;
     | 	} else {
  20 | 		a11_94 = 1;
     | 	}
  20 | 	asm volatile("" : "+r"(a11_94));
  21 | 	__s64 v_96 = bpf_get_smp_processor_id();
  21 | 	kept_u32_0 = (v_96 + 12);
  21 | 	__s64 *found_98 = bpf_map_lookup_elem(&s, &kept_u32_0);
  21 | 	__s64 v_99 = 2;
  21 | 	if (found_98) {
  21 | 		__s64 v_101 = *found_98;
  21 | 		v_99 = v_101;
     | 	}
  21 | 	__s64 a12_102 = 0;
  21 | 	if (!(!found_98)) {
  21 | 		a12_102 = v_99;
     | 	} else {
  21 | 		a12_102 = 1;
     | 	}
  21 | 	asm volatile("" : "+r"(a12_102));
  22 | 	__s64 v_104 = bpf_get_smp_processor_id();
  22 | 	kept_u32_0 = (v_104 + 13);
  22 | 	__s64 *found_106 = bpf_map_lookup_elem(&s, &kept_u32_0);
  22 | 	__s64 v_107 = 2;
  22 | 	if (found_106) {
  22 | 		__s64 v_109 = *found_106;
  22 | 		v_107 = v_109;
     | 	}
  22 | 	__s64 a13_110 = 0;
  22 | 	if (!(!found_106)) {
  22 | 		a13_110 = v_107;
     | 	} else {
  22 | 		a13_110 = 1;
     | 	}
  22 | 	asm volatile("" : "+r"(a13_110));
  23 | 	__s64 v_112 = bpf_get_smp_processor_id();
  23 | 	kept_u32_0 = (v_112 + 14);
  23 | 	__s64 *found_114 = bpf_map_lookup_elem(&s, &kept_u32_0);
  23 | 	__s64 v_115 = 2;
  23 | 	if (found_114) {
  23 | 		__s64 v_117 = *found_114;
  23 | 		v_115 = v_117;
     | 	}
  23 | 	__s64 a14_118 = 0;
  23 | 	if (!(!found_114)) {
  23 | 		a14_118 = v_115;
     | 	} else {
  23 | 		a14_118 = 1;
     | 	}
  23 | 	asm volatile("" : "+r"(a14_118));
  24 | 	__s64 v_120 = bpf_get_smp_processor_id();
  24 | 	kept_u32_0 = (v_120 + 15);
  24 | 	__s64 *found_122 = bpf_map_lookup_elem(&s, &kept_u32_0);
  24 | 	__s64 v_123 = 2;
  24 | 	if (found_122) {
  24 | 		__s64 v_125 = *found_122;
  24 | 		v_123 = v_125;
     | 	}
  24 | 	__s64 a15_126 = 0;
  24 | 	if (!(!found_122)) {
  24 | 		a15_126 = v_123;
     | 	} else {
  24 | 		a15_126 = 1;
     | 	}
  24 | 	asm volatile("" : "+r"(a15_126));
  25 | 	__s64 v_128 = bpf_get_smp_processor_id();
  25 | 	kept_u32_0 = (v_128 + 16);
  25 | 	__s64 *found_130 = bpf_map_lookup_elem(&s, &kept_u32_0);
  25 | 	__s64 v_131 = 2;
  25 | 	if (found_130) {
  25 | 		__s64 v_133 = *found_130;
  25 | 		v_131 = v_133;
     | 	}
  25 | 	__s64 a16_134 = 0;
  25 | 	if (!(!found_130)) {
  25 | 		a16_134 = v_131;
     | 	} else {
  25 | 		a16_134 = 1;
     | 	}
  25 | 	asm volatile("" : "+r"(a16_134));
  26 | 	__s64 v_136 = bpf_get_smp_processor_id();
  26 | 	kept_u32_0 = (v_136 + 17);
  26 | 	__s64 *found_138 = bpf_map_lookup_elem(&s, &kept_u32_0);
  26 | 	__s64 v_139 = 2;
  26 | 	if (found_138) {
  26 | 		__s64 v_141 = *found_138;
  26 | 		v_139 = v_141;
     | 	}
  26 | 	__s64 a17_142 = 0;
  26 | 	if (!(!found_138)) {
  26 | 		a17_142 = v_139;
     | 	} else {
  26 | 		a17_142 = 1;
     | 	}
  26 | 	asm volatile("" : "+r"(a17_142));
  27 | 	__s64 v_144 = bpf_get_smp_processor_id();
  27 | 	kept_u32_0 = (v_144 + 18);
  27 | 	__s64 *found_146 = bpf_map_lookup_elem(&s, &kept_u32_0);
  27 | 	__s64 v_147 = 2;
  27 | 	if (found_146) {
  27 | 		__s64 v_149 = *found_146;
  27 | 		v_147 = v_149;
     | 	}
  27 | 	__s64 a18_150 = 0;
  27 | 	if (!(!found_146)) {
  27 | 		a18_150 = v_147;
     | 	} else {
  27 | 		a18_150 = 1;
     | 	}
  27 | 	asm volatile("" : "+r"(a18_150));
  28 | 	__s64 v_152 = bpf_get_smp_processor_id();
  28 | 	kept_u32_0 = (v_152 + 19);
  28 | 	__s64 *found_154 = bpf_map_lookup_elem(&s, &kept_u32_0);
  28 | 	__s64 v_155 = 2;
  28 | 	if (found_154) {
  28 | 		__s64 v_157 = *found_154;
  28 | 		v_155 = v_157;
     | 	}
  28 | 	__s64 a19_158 = 0;
  28 | 	if (!(!found_154)) {
  28 | 		a19_158 = v_155;
     | 	} else {
  28 | 		a19_158 = 1;
     | 	}
  28 | 	asm volatile("" : "+r"(a19_158));
  29 | 	__s64 v_160 = bpf_get_smp_processor_id();
  29 | 	kept_u32_0 = (v_160 + 20);
  29 | 	__s64 *found_162 = bpf_map_lookup_elem(&s, &kept_u32_0);
  29 | 	__s64 v_163 = 2;
  29 | 	if (found_162) {
  29 | 		__s64 v_165 = *found_162;
  29 | 		v_163 = v_165;
     | 	}
  29 | 	__s64 a20_166 = 0;
  29 | 	if (!(!found_162)) {
  29 | 		a20_166 = v_163;
     | 	} else {
  29 | 		a20_166 = 1;
     | 	}
  29 | 	asm volatile("" : "+r"(a20_166));
  30 | 	__s64 v_168 = bpf_get_smp_processor_id();
  30 | 	kept_u32_0 = (v_168 + 21);
  30 | 	__s64 *found_170 = bpf_map_lookup_elem(&s, &kept_u32_0);
  30 | 	__s64 v_171 = 2;
  30 | 	if (found_170) {
  30 | 		__s64 v_173 = *found_170;
  30 | 		v_171 = v_173;
     | 	}
  30 | 	__s64 a21_174 = 0;
  30 | 	if (!(!found_170)) {
  30 | 		a21_174 = v_171;
     | 	} else {
  30 | 		a21_174 = 1;
     | 	}
  30 | 	asm volatile("" : "+r"(a21_174));
  31 | 	__s64 v_176 = bpf_get_smp_processor_id();
  31 | 	kept_u32_0 = (v_176 + 22);
  31 | 	__s64 *found_178 = bpf_map_lookup_elem(&s, &kept_u32_0);
  31 | 	__s64 v_179 = 2;
  31 | 	if (found_178) {
  31 | 		__s64 v_181 = *found_178;
  31 | 		v_179 = v_181;
     | 	}
  31 | 	__s64 a22_182 = 0;
  31 | 	if (!(!found_178)) {
  31 | 		a22_182 = v_179;
     | 	} else {
  31 | 		a22_182 = 1;
     | 	}
  31 | 	asm volatile("" : "+r"(a22_182));
  32 | 	__s64 v_184 = bpf_get_smp_processor_id();
  32 | 	kept_u32_0 = (v_184 + 23);
  32 | 	__s64 *found_186 = bpf_map_lookup_elem(&s, &kept_u32_0);
  32 | 	__s64 v_187 = 2;
  32 | 	if (found_186) {
  32 | 		__s64 v_189 = *found_186;
  32 | 		v_187 = v_189;
     | 	}
  32 | 	__s64 a23_190 = 0;
  32 | 	if (!(!found_186)) {
  32 | 		a23_190 = v_187;
     | 	} else {
  32 | 		a23_190 = 1;
     | 	}
  32 | 	asm volatile("" : "+r"(a23_190));
  33 | 	__s64 v_192 = bpf_get_smp_processor_id();
  33 | 	kept_u32_0 = (v_192 + 24);
  33 | 	__s64 *found_194 = bpf_map_lookup_elem(&s, &kept_u32_0);
  33 | 	__s64 v_195 = 2;
  33 | 	if (found_194) {
  33 | 		__s64 v_197 = *found_194;
  33 | 		v_195 = v_197;
     | 	}
  33 | 	__s64 a24_198 = 0;
  33 | 	if (!(!found_194)) {
  33 | 		a24_198 = v_195;
     | 	} else {
  33 | 		a24_198 = 1;
     | 	}
  33 | 	asm volatile("" : "+r"(a24_198));
  34 | 	__s64 v_200 = bpf_get_smp_processor_id();
  34 | 	kept_u32_0 = (v_200 + 25);
  34 | 	__s64 *found_202 = bpf_map_lookup_elem(&s, &kept_u32_0);
  34 | 	__s64 v_203 = 2;
  34 | 	if (found_202) {
  34 | 		__s64 v_205 = *found_202;
  34 | 		v_203 = v_205;
     | 	}
  34 | 	__s64 a25_206 = 0;
  34 | 	if (!(!found_202)) {
  34 | 		a25_206 = v_203;
     | 	} else {
  34 | 		a25_206 = 1;
     | 	}
  34 | 	asm volatile("" : "+r"(a25_206));
  35 | 	__s64 v_208 = bpf_get_smp_processor_id();
  35 | 	kept_u32_0 = (v_208 + 26);
  35 | 	__s64 *found_210 = bpf_map_lookup_elem(&s, &kept_u32_0);
  35 | 	__s64 v_211 = 2;
  35 | 	if (found_210) {
  35 | 		__s64 v_213 = *found_210;
  35 | 		v_211 = v_213;
     | 	}
  35 | 	__s64 a26_214 = 0;
  35 | 	if (!(!found_210)) {
  35 | 		a26_214 = v_211;
     | 	} else {
  35 | 		a26_214 = 1;
     | 	}
  35 | 	asm volatile("" : "+r"(a26_214));
  36 | 	__s64 v_216 = bpf_get_smp_processor_id();
  36 | 	kept_u32_0 = (v_216 + 27);
  36 | 	__s64 *found_218 = bpf_map_lookup_elem(&s, &kept_u32_0);
  36 | 	__s64 v_219 = 2;
  36 | 	if (found_218) {
  36 | 		__s64 v_221 = *found_218;
  36 | 		v_219 = v_221;
     | 	}
  36 | 	__s64 a27_222 = 0;
  36 | 	if (!(!found_218)) {
  36 | 		a27_222 = v_219;
     | 	} else {
  36 | 		a27_222 = 1;
     | 	}
  36 | 	asm volatile("" : "+r"(a27_222));
  37 | 	__s64 v_224 = bpf_get_smp_processor_id();
  37 | 	kept_u32_0 = (v_224 + 28);
  37 | 	__s64 *found_226 = bpf_map_lookup_elem(&s, &kept_u32_0);
  37 | 	__s64 v_227 = 2;
  37 | 	if (found_226) {
  37 | 		__s64 v_229 = *found_226;
  37 | 		v_227 = v_229;
     | 	}
  37 | 	__s64 a28_230 = 0;
  37 | 	if (!(!found_226)) {
  37 | 		a28_230 = v_227;
     | 	} else {
  37 | 		a28_230 = 1;
     | 	}
  37 | 	asm volatile("" : "+r"(a28_230));
  38 | 	__s64 v_232 = bpf_get_smp_processor_id();
  38 | 	kept_u32_0 = (v_232 + 29);
  38 | 	__s64 *found_234 = bpf_map_lookup_elem(&s, &kept_u32_0);
  38 | 	__s64 v_235 = 2;
  38 | 	if (found_234) {
  38 | 		__s64 v_237 = *found_234;
  38 | 		v_235 = v_237;
     | 	}
  38 | 	__s64 a29_238 = 0;
  38 | 	if (!(!found_234)) {
  38 | 		a29_238 = v_235;
     | 	} else {
  38 | 		a29_238 = 1;
     | 	}
  38 | 	asm volatile("" : "+r"(a29_238));
  39 | 	__s64 v_240 = bpf_get_smp_processor_id();
  39 | 	kept_u32_0 = (v_240 + 30);
  39 | 	__s64 *found_242 = bpf_map_lookup_elem(&s, &kept_u32_0);
  39 | 	__s64 v_243 = 2;
  39 | 	if (found_242) {
  39 | 		__s64 v_245 = *found_242;
  39 | 		v_243 = v_245;
     | 	}
  39 | 	__s64 a30_246 = 0;
  39 | 	if (!(!found_242)) {
  39 | 		a30_246 = v_243;
     | 	} else {
  39 | 		a30_246 = 1;
     | 	}
  39 | 	asm volatile("" : "+r"(a30_246));
  40 | 	__s64 v_248 = bpf_get_smp_processor_id();
  40 | 	kept_u32_0 = (v_248 + 31);
  40 | 	__s64 *found_250 = bpf_map_lookup_elem(&s, &kept_u32_0);
  40 | 	__s64 v_251 = 2;
  40 | 	if (found_250) {
  40 | 		__s64 v_253 = *found_250;
  40 | 		v_251 = v_253;
     | 	}
  40 | 	__s64 a31_254 = 0;
  40 | 	if (!(!found_250)) {
  40 | 		a31_254 = v_251;
     | 	} else {
  40 | 		a31_254 = 1;
     | 	}
  40 | 	asm volatile("" : "+r"(a31_254));
  41 | 	__s64 v_256 = bpf_get_smp_processor_id();
  41 | 	kept_u32_0 = (v_256 + 32);
  41 | 	__s64 *found_258 = bpf_map_lookup_elem(&s, &kept_u32_0);
  41 | 	__s64 v_259 = 2;
  41 | 	if (found_258) {
  41 | 		__s64 v_261 = *found_258;
  41 | 		v_259 = v_261;
     | 	}
  41 | 	__s64 a32_262 = 0;
  41 | 	if (!(!found_258)) {
  41 | 		a32_262 = v_259;
     | 	} else {
  41 | 		a32_262 = 1;
     | 	}
  41 | 	asm volatile("" : "+r"(a32_262));
  42 | 	__s64 v_264 = bpf_get_smp_processor_id();
  42 | 	kept_u32_0 = (v_264 + 33);
  42 | 	__s64 *found_266 = bpf_map_lookup_elem(&s, &kept_u32_0);
  42 | 	__s64 v_267 = 2;
  42 | 	if (found_266) {
  42 | 		__s64 v_269 = *found_266;
  42 | 		v_267 = v_269;
     | 	}
  42 | 	__s64 a33_270 = 0;
  42 | 	if (!(!found_266)) {
  42 | 		a33_270 = v_267;
     | 	} else {
  42 | 		a33_270 = 1;
     | 	}
  42 | 	asm volatile("" : "+r"(a33_270));
  43 | 	__s64 v_272 = bpf_get_smp_processor_id();
  43 | 	kept_u32_0 = (v_272 + 34);
  43 | 	__s64 *found_274 = bpf_map_lookup_elem(&s, &kept_u32_0);
  43 | 	__s64 v_275 = 2;
  43 | 	if (found_274) {
  43 | 		__s64 v_277 = *found_274;
  43 | 		v_275 = v_277;
     | 	}
  43 | 	__s64 a34_278 = 0;
  43 | 	if (!(!found_274)) {
  43 | 		a34_278 = v_275;
     | 	} else {
  43 | 		a34_278 = 1;
     | 	}
  43 | 	asm volatile("" : "+r"(a34_278));
  44 | 	__s64 v_280 = bpf_get_smp_processor_id();
  44 | 	kept_u32_0 = (v_280 + 35);
  44 | 	__s64 *found_282 = bpf_map_lookup_elem(&s, &kept_u32_0);
  44 | 	__s64 v_283 = 2;
  44 | 	if (found_282) {
  44 | 		__s64 v_285 = *found_282;
  44 | 		v_283 = v_285;
     | 	}
  44 | 	__s64 a35_286 = 0;
  44 | 	if (!(!found_282)) {
  44 | 		a35_286 = v_283;
     | 	} else {
  44 | 		a35_286 = 1;
     | 	}
  44 | 	asm volatile("" : "+r"(a35_286));
  45 | 	__s64 v_288 = bpf_get_smp_processor_id();
  45 | 	kept_u32_0 = (v_288 + 36);
  45 | 	__s64 *found_290 = bpf_map_lookup_elem(&s, &kept_u32_0);
  45 | 	__s64 v_291 = 2;
  45 | 	if (found_290) {
  45 | 		__s64 v_293 = *found_290;
  45 | 		v_291 = v_293;
     | 	}
  45 | 	__s64 a36_294 = 0;
  45 | 	if (!(!found_290)) {
  45 | 		a36_294 = v_291;
     | 	} else {
  45 | 		a36_294 = 1;
     | 	}
  45 | 	asm volatile("" : "+r"(a36_294));
  46 | 	__s64 v_296 = bpf_get_smp_processor_id();
  46 | 	kept_u32_0 = (v_296 + 37);
  46 | 	__s64 *found_298 = bpf_map_lookup_elem(&s, &kept_u32_0);
  46 | 	__s64 v_299 = 2;
  46 | 	if (found_298) {
  46 | 		__s64 v_301 = *found_298;
  46 | 		v_299 = v_301;
     | 	}
  46 | 	__s64 a37_302 = 0;
  46 | 	if (!(!found_298)) {
  46 | 		a37_302 = v_299;
     | 	} else {
  46 | 		a37_302 = 1;
     | 	}
  46 | 	asm volatile("" : "+r"(a37_302));
  47 | 	__s64 v_304 = bpf_get_smp_processor_id();
  47 | 	kept_u32_0 = (v_304 + 38);
  47 | 	__s64 *found_306 = bpf_map_lookup_elem(&s, &kept_u32_0);
  47 | 	__s64 v_307 = 2;
  47 | 	if (found_306) {
  47 | 		__s64 v_309 = *found_306;
  47 | 		v_307 = v_309;
     | 	}
  47 | 	__s64 a38_310 = 0;
  47 | 	if (!(!found_306)) {
  47 | 		a38_310 = v_307;
     | 	} else {
  47 | 		a38_310 = 1;
     | 	}
  47 | 	asm volatile("" : "+r"(a38_310));
  48 | 	__s64 v_312 = bpf_get_smp_processor_id();
  48 | 	kept_u32_0 = (v_312 + 39);
  48 | 	__s64 *found_314 = bpf_map_lookup_elem(&s, &kept_u32_0);
  48 | 	__s64 v_315 = 2;
  48 | 	if (found_314) {
  48 | 		__s64 v_317 = *found_314;
  48 | 		v_315 = v_317;
     | 	}
  48 | 	__s64 a39_318 = 0;
  48 | 	if (!(!found_314)) {
  48 | 		a39_318 = v_315;
     | 	} else {
  48 | 		a39_318 = 1;
     | 	}
  48 | 	asm volatile("" : "+r"(a39_318));
  49 | 	__s64 v_320 = bpf_get_smp_processor_id();
  49 | 	kept_u32_0 = (v_320 + 40);
  49 | 	__s64 *found_322 = bpf_map_lookup_elem(&s, &kept_u32_0);
  49 | 	__s64 v_323 = 2;
  49 | 	if (found_322) {
  49 | 		__s64 v_325 = *found_322;
  49 | 		v_323 = v_325;
     | 	}
  49 | 	__s64 a40_326 = 0;
  49 | 	if (!(!found_322)) {
  49 | 		a40_326 = v_323;
     | 	} else {
  49 | 		a40_326 = 1;
     | 	}
  49 | 	asm volatile("" : "+r"(a40_326));
  50 | 	__s64 v_328 = bpf_get_smp_processor_id();
  50 | 	kept_u32_0 = (v_328 + 41);
  50 | 	__s64 *found_330 = bpf_map_lookup_elem(&s, &kept_u32_0);
  50 | 	__s64 v_331 = 2;
  50 | 	if (found_330) {
  50 | 		__s64 v_333 = *found_330;
  50 | 		v_331 = v_333;
     | 	}
  50 | 	__s64 a41_334 = 0;
  50 | 	if (!(!found_330)) {
  50 | 		a41_334 = v_331;
     | 	} else {
  50 | 		a41_334 = 1;
     | 	}
  50 | 	asm volatile("" : "+r"(a41_334));
  51 | 	__s64 v_336 = bpf_get_smp_processor_id();
  51 | 	kept_u32_0 = (v_336 + 42);
  51 | 	__s64 *found_338 = bpf_map_lookup_elem(&s, &kept_u32_0);
  51 | 	__s64 v_339 = 2;
  51 | 	if (found_338) {
  51 | 		__s64 v_341 = *found_338;
  51 | 		v_339 = v_341;
     | 	}
  51 | 	__s64 a42_342 = 0;
  51 | 	if (!(!found_338)) {
  51 | 		a42_342 = v_339;
     | 	} else {
  51 | 		a42_342 = 1;
     | 	}
  51 | 	asm volatile("" : "+r"(a42_342));
  52 | 	__s64 v_344 = bpf_get_smp_processor_id();
  52 | 	kept_u32_0 = (v_344 + 43);
  52 | 	__s64 *found_346 = bpf_map_lookup_elem(&s, &kept_u32_0);
  52 | 	__s64 v_347 = 2;
  52 | 	if (found_346) {
  52 | 		__s64 v_349 = *found_346;
  52 | 		v_347 = v_349;
     | 	}
  52 | 	__s64 a43_350 = 0;
  52 | 	if (!(!found_346)) {
  52 | 		a43_350 = v_347;
     | 	} else {
  52 | 		a43_350 = 1;
     | 	}
  52 | 	asm volatile("" : "+r"(a43_350));
  53 | 	__s64 v_352 = bpf_get_smp_processor_id();
  53 | 	kept_u32_0 = (v_352 + 44);
  53 | 	__s64 *found_354 = bpf_map_lookup_elem(&s, &kept_u32_0);
  53 | 	__s64 v_355 = 2;
  53 | 	if (found_354) {
  53 | 		__s64 v_357 = *found_354;
  53 | 		v_355 = v_357;
     | 	}
  53 | 	__s64 a44_358 = 0;
  53 | 	if (!(!found_354)) {
  53 | 		a44_358 = v_355;
     | 	} else {
  53 | 		a44_358 = 1;
     | 	}
  53 | 	asm volatile("" : "+r"(a44_358));
  54 | 	__s64 v_360 = bpf_get_smp_processor_id();
  54 | 	kept_u32_0 = (v_360 + 45);
  54 | 	__s64 *found_362 = bpf_map_lookup_elem(&s, &kept_u32_0);
  54 | 	__s64 v_363 = 2;
  54 | 	if (found_362) {
  54 | 		__s64 v_365 = *found_362;
  54 | 		v_363 = v_365;
     | 	}
  54 | 	__s64 a45_366 = 0;
  54 | 	if (!(!found_362)) {
  54 | 		a45_366 = v_363;
     | 	} else {
  54 | 		a45_366 = 1;
     | 	}
  54 | 	asm volatile("" : "+r"(a45_366));
  55 | 	__s64 v_368 = bpf_get_smp_processor_id();
  55 | 	kept_u32_0 = (v_368 + 46);
  55 | 	__s64 *found_370 = bpf_map_lookup_elem(&s, &kept_u32_0);
  55 | 	__s64 v_371 = 2;
  55 | 	if (found_370) {
  55 | 		__s64 v_373 = *found_370;
  55 | 		v_371 = v_373;
     | 	}
  55 | 	__s64 a46_374 = 0;
  55 | 	if (!(!found_370)) {
  55 | 		a46_374 = v_371;
     | 	} else {
  55 | 		a46_374 = 1;
     | 	}
  55 | 	asm volatile("" : "+r"(a46_374));
  56 | 	__s64 v_376 = bpf_get_smp_processor_id();
  56 | 	kept_u32_0 = (v_376 + 47);
  56 | 	__s64 *found_378 = bpf_map_lookup_elem(&s, &kept_u32_0);
  56 | 	__s64 v_379 = 2;
  56 | 	if (found_378) {
  56 | 		__s64 v_381 = *found_378;
  56 | 		v_379 = v_381;
     | 	}
  56 | 	__s64 a47_382 = 0;
  56 | 	if (!(!found_378)) {
  56 | 		a47_382 = v_379;
     | 	} else {
  56 | 		a47_382 = 1;
     | 	}
  57 | 	key_u32 = 0;
  57 | 	stored_s64 = ((((((((((((((((((((((((((((((((((((((((((((((a0_6 + a1_14) + a2_22) + a3_30) + a4_38) + a5_46) + a6_54) + a7_62) + a8_70) + a9_78) + a10_86) + a11_94) + a12_102) + a13_110) + a14_118) + a15_126) + a16_134) + a17_142) + a18_150) + a19_158) + a20_166) + a21_174) + a22_182) + a23_190) + a24_198) + a25_206) + a26_214) + a27_222) + a28_230) + a29_238) + a30_246) + a31_254) + a32_262) + a33_270) + a34_278) + a35_286) + a36_294) + a37_302) + a38_310) + a39_318) + a40_326) + a41_334) + a42_342) + a43_350) + a44_358) + a45_366) + a46_374) + a47_382;
  57 | 	__s64 status_431 = bpf_map_update_elem(&s, &key_u32, &stored_s64, 0);
  57 | 	__s64 v_433 = 1;
  57 | 	__s64 v_434 = 3;
  57 | 	if (status_431 < 0) {
  57 | 		v_433 = 2;
  57 | 		v_434 = status_431;
     | 	}
  57 | 	return 0;
     | }
  58 | #pragma clang attribute pop
