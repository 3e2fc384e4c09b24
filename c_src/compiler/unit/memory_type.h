/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The type of data in memory: of a map's key or value, of a record's field. Where a type (type.h)
 * says which values an expression can have, this says which bytes stand for them.
 */
#ifndef HONEY_COMPILER_MEMORY_TYPE_H
#define HONEY_COMPILER_MEMORY_TYPE_H

#include "compiler/table/tables.h"
#include "compiler/core/term.h"
#include "compiler/unit/type.h"

struct unit;
struct record_type;

/* No data may be larger: a quarter of the scratch memory that a program can have. */
#define LARGEST_DATA 8192

enum memory_kind {
	MEMORY_INTEGER,
	MEMORY_BOOLEAN, /* 0 or 1 in a byte */
	MEMORY_ENUM,	/* atoms, each a number */
	MEMORY_STRING,	/* text without a NUL, padded with NULs to the size */
	MEMORY_BINARY,	/* just as many bytes, whichever */
	MEMORY_ARRAY,
	MEMORY_RECORD,
	MEMORY_TUPLE,	/* in memory a record that has no name; see tuple_type.h */
	MEMORY_SWAPPED, /* a number whose highest byte comes first; the same */
};

struct enum_member {
	const char *name;
	wide number;
};

struct memory_type {
	enum memory_kind kind;
	unsigned size, alignment;
	const struct integer_type *integer; /* of INTEGER, BOOLEAN, ENUM, as it is stored */
	struct enum_member *members;	    /* of ENUM */
	size_t member_count;
	const struct memory_type *element; /* of ARRAY */
	unsigned count;
	const struct record_type *record; /* of RECORD, TUPLE, SWAPPED */
};

/* What is read, for whom: in messages the type is that of `owner`, "the field `pid` of `Event`". */
struct type_reader {
	struct compile *compile;
	struct unit *unit;
	struct span span;
	const char *owner;
	enum diagnostic_code code;
	bool takes_hidden; /* a record with fields that are the kernel's: the value of a map */
};

/* NULL after a diagnostic. */
const struct memory_type *memory_type_read(struct type_reader *reader, const struct term *term);
/* For whoever reads a part of a type: says what is wrong with it, and gives NULL. */
const struct memory_type *memory_type_refuse(struct type_reader *reader, const char *problem,
					     const char *hint);

struct memory_type *memory_type_new(struct compile *compile, enum memory_kind kind, unsigned size,
				    unsigned alignment);
const struct memory_type *memory_type_of_integer(struct compile *compile,
						 const struct integer_type *integer);
const struct memory_type *memory_type_of_array(struct compile *compile,
					       const struct memory_type *element, unsigned count);
const struct memory_type *memory_type_of_binary(struct compile *compile, unsigned size);
bool memory_type_equal(const struct memory_type *a, const struct memory_type *b);
/* A value of it is one number. */
bool memory_type_is_scalar(const struct memory_type *type);
/* It is an array of bytes, of which a value is a binary. */
bool memory_type_is_bytes(const struct memory_type *type);
/* The bytes that the array of such a value has: one more for the NUL of a string. */
unsigned memory_type_array_size(const struct memory_type *type);
/* Whether 0 stands for one of the atoms; else it stands for nil. */
bool enum_has_zero(const struct memory_type *type);
/* Whether a number in it may stand for no atom, which raises where the value is read. */
bool memory_type_can_misread(const struct memory_type *type);
/* The bytes of it that programs may touch: not those of a lock behind them. */
unsigned memory_type_shown(const struct memory_type *type);
/* The values that an integer in memory can have. */
struct range integer_type_range(const struct integer_type *type);
/* The values that memory can hold. */
struct type type_of_memory(struct compile *compile, struct atom_table *atoms,
			   const struct memory_type *memory);
/* "`:u32`", "an array of 4 `:u32`": for messages. */
const char *memory_type_text(struct compile *compile, const struct memory_type *type);

#endif
