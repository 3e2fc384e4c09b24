/* SPDX-License-Identifier: Apache-2.0 */
/* A map of type struct_ops that is defined as maps of other types are. */
struct {
	int (*type)[26];
	int (*max_entries)[1];
	int (*key_size)[4];
	int (*value_size)[4];
} operations __attribute__((section(".maps"), used));

__attribute__((section("xdp"), used)) int pass(void *ctx)
{
	return 2;
}

char _license[] __attribute__((section("license"), used)) = "GPL";
