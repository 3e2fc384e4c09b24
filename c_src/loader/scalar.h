/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The integers that a map's keys and values are made of, in the byte order of
 * this machine, which is that of the kernel's programs.
 *
 * SCALAR_RAW stands for everything else: bytes that are passed on as they are.
 */
#ifndef HONEY_LOADER_SCALAR_H
#define HONEY_LOADER_SCALAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* X(constant, name, C type, least value, greatest value) */
#define SCALARS(X) \
	X(U8, u8, uint8_t, 0, UINT8_MAX) \
	X(U16, u16, uint16_t, 0, UINT16_MAX) \
	X(U32, u32, uint32_t, 0, UINT32_MAX) \
	X(U64, u64, uint64_t, 0, UINT64_MAX) \
	X(S8, s8, int8_t, INT8_MIN, INT8_MAX) \
	X(S16, s16, int16_t, INT16_MIN, INT16_MAX) \
	X(S32, s32, int32_t, INT32_MIN, INT32_MAX) \
	X(S64, s64, int64_t, INT64_MIN, INT64_MAX)

enum scalar {
	SCALAR_RAW,
#define X(constant, name, type, least, greatest) SCALAR_##constant,
	SCALARS(X)
#undef X
};

/* An integer of 65 bits: either sign, and all of u64. */
struct integer {
	uint64_t bits; /* two's complement when negative */
	bool negative;
};

const char *scalar__name(enum scalar scalar);
bool scalar__by_name(const char *name, enum scalar *scalar);
bool scalar__by_size(size_t size, bool is_signed, enum scalar *scalar);
size_t scalar__size(enum scalar scalar); /* 0 for SCALAR_RAW */

/* False, and nothing is written, where the type cannot hold the value. */
bool scalar__store(enum scalar scalar, struct integer value, void *to);
struct integer scalar__load(enum scalar scalar, const void *from);

#endif
