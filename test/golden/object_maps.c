     | char _license[] SEC("license") = "GPL";
     | static int (*bpf_map_delete_elem)(void *map, const void *key) = (void *)3;
     | struct honey_Seen {
     | 	__u64 at;
     | 	char from[7];
     | 	__u8 honey_gap_1[1];
     | };
     | struct {
     | 	int (*type)[15];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[2u];
     | } sockets SEC(".maps");
     | struct {
     | 	int (*type)[18];
     | 	char (*key)[8];
     | 	__u64 *value;
     | 	int (*max_entries)[2u];
     | } by_name SEC(".maps");
     | struct {
     | 	int (*type)[20];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[2u];
     | } sharing SEC(".maps");
     | struct {
     | 	int (*type)[24];
     | 	__u32 *key;
     | 	struct honey_Seen *value;
     | 	int (*max_entries)[0u];
     | 	int (*map_flags)[1];
     | } kept SEC(".maps");
     | struct {
     | 	int (*type)[28];
     | 	__u32 *key;
     | 	__u64 *value;
     | 	int (*max_entries)[0u];
     | 	int (*map_flags)[1];
     | } files SEC(".maps");
     | #pragma clang attribute push(__attribute__((nodebug)), apply_to = variable(unless(is_parameter)))
  13 | SEC("xdp") int program(void *ctx)
     | {
  14 | 	static const char text_0[8] __attribute__((aligned(8))) = "\146\151\162\163\164";
  14 | 	char text_1[16] __attribute__((aligned(8))) = "";
  14 | 	*(__u64 *)(text_1 + 0) = *(const __u64 *)(text_0 + 0);
  14 | 	*(__u64 *)(text_1 + 8) = 0;
  14 | 	bpf_map_delete_elem(&by_name, &*text_1);
  15 | 	asm volatile("" : "+r"(ctx) : "i"(0));
  15 | 	__s64 rx_queue_index_3 = *(__u32 *)((char *)ctx + 16);
  15 | 	asm volatile("" : : "i"(1));
  15 | 	__u32 rx_queue_index_u32_0 = rx_queue_index_3;
  15 | 	bpf_map_delete_elem(&sockets, &rx_queue_index_u32_0);
  15 | 	return 2;
     | }
  16 | #pragma clang attribute pop
