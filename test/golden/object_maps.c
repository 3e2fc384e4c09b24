     | char _license[] SEC("license") = "GPL";
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
  13 | 	return 2;
     | }
  14 | #pragma clang attribute pop
