/* SPDX-License-Identifier: Apache-2.0 */
#include "loader/scalar.h"

#include <string.h>

struct scalar_row {
	const char *name;
	size_t size;
	int64_t least;
	uint64_t greatest;
};

#define ROW(constant, name, type, least, greatest) \
	[SCALAR_##constant] = { #name, sizeof(type), least, greatest },

static const struct scalar_row rows[] = { [SCALAR_RAW] = { "raw", 0, 0, 0 }, SCALARS(ROW) };

#define CONSTANT(constant, name, type, least, greatest) SCALAR_##constant,

static const enum scalar integers[] = { SCALARS(CONSTANT) };

#define INTEGER_COUNT (sizeof(integers) / sizeof(integers[0]))

const char *scalar__name(enum scalar scalar)
{
	return rows[scalar].name;
}

size_t scalar__size(enum scalar scalar)
{
	return rows[scalar].size;
}

bool scalar__by_name(const char *name, enum scalar *scalar)
{
	for (size_t i = 0; i < INTEGER_COUNT; i++) {
		if (!strcmp(rows[integers[i]].name, name)) {
			*scalar = integers[i];
			return true;
		}
	}
	return false;
}

bool scalar__by_size(size_t size, bool is_signed, enum scalar *scalar)
{
	for (size_t i = 0; i < INTEGER_COUNT; i++) {
		const struct scalar_row *row = &rows[integers[i]];

		if (row->size == size && (row->least < 0) == is_signed) {
			*scalar = integers[i];
			return true;
		}
	}
	return false;
}

static bool fits(const struct scalar_row *row, struct integer value)
{
	if (value.negative)
		return (int64_t)value.bits >= row->least;
	return value.bits <= row->greatest;
}

#define STORE(constant, name, type, least, greatest) \
	case SCALAR_##constant: { \
		type narrow = (type)value.bits; \
		memcpy(to, &narrow, sizeof(narrow)); \
		return true; \
	}

bool scalar__store(enum scalar scalar, struct integer value, void *to)
{
	if (!fits(&rows[scalar], value))
		return false;
	switch (scalar) {
	case SCALAR_RAW:
		return false;
		SCALARS(STORE)
	}
	return false;
}

#define LOAD(constant, name, type, least, greatest) \
	case SCALAR_##constant: { \
		type narrow; \
		memcpy(&narrow, from, sizeof(narrow)); \
		value.bits = (uint64_t)narrow; \
		break; \
	}

struct integer scalar__load(enum scalar scalar, const void *from)
{
	struct integer value = { 0, false };

	switch (scalar) {
	case SCALAR_RAW:
		break;
		SCALARS(LOAD)
	}
	value.negative = rows[scalar].least < 0 && (int64_t)value.bits < 0;
	return value;
}
