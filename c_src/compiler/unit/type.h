/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The type of an expression: which values it can have. A type is a union of parts: an
 * integer (of one of two types, in a range), some atoms, data of several shapes. A value
 * is a C variable for its integer or atom, those of the elements of its data, and, where
 * its type has more parts than one, another that says which part it is (enum tag).
 * A record or an array is a variable of its own (memory_type.h). A function is data of a shape of
 * its own, whose elements are what it has captured. A context stands alone.
 *
 * A binary is a string, or a slice of the packet or of an array; one type has one of these. A string
 * is an array of `text_size` bytes, of which all are NUL from its end on: so it holds any binary of
 * fewer bytes that has no NUL itself. A slice of an array holds any bytes: what strings and slices
 * of several kinds have in common, a literal with a NUL, what `<<a, b>>` makes. A slice is two
 * variables, and its array; but one that always fills its array is no more than that.
 */
#ifndef HONEY_COMPILER_TYPE_H
#define HONEY_COMPILER_TYPE_H

#include "base/index.h"
#include "compiler/unit/shape.h"

#include <stdint.h>

struct memory_type;
struct program;

/* Wide enough for every sum and difference of two integers of 64 bits. */
__extension__ typedef __int128 wide;

#define WIDE_S64_MIN ((wide)INT64_MIN)
#define WIDE_S64_MAX ((wide)INT64_MAX)
#define WIDE_U64_MAX ((wide)UINT64_MAX)

struct range {
	wide low, high;
};

enum integer_kind { INTEGER_NONE, INTEGER_S64, INTEGER_U64 };

/*
 * An atom at run time. The operators make false and true of comparisons, and helpers give
 * negative error numbers, so these are their own ids.
 */
enum atom_id { ATOM_FALSE, ATOM_TRUE, ATOM_NIL, ATOM_OK, ATOM_ERROR, ATOM_FIRST_OTHER };

struct atoms {
	const int *ids; /* ascending */
	size_t count;
	bool any_errno; /* every negative id, listed or not */
};

/* Each shape has one of the tags that follow. */
enum tag { TAG_MEMORY = -1, TAG_INTEGER, TAG_ATOM, TAG_BINARY, TAG_FIRST_SHAPE };

/* The part of a type that is data of one shape. */
struct data {
	const struct shape *shape;
	struct type *elements; /* as many as the shape has */
};

/*
 * A binary that lies in the packet, or in an array: where it begins and how long it is are values
 * at run time, both in bits.
 */
struct slice {
	bool is_slice;
	bool is_aligned;   /* it begins with a byte */
	bool is_whole;	   /* its length is one of whole bytes */
	int bits;	   /* its length, when that is known; else -1 */
	unsigned capacity; /* bytes of the array; 0 when it lies in the packet */
	bool is_split;	   /* it could lie in either, which no variable can say */
};

struct type {
	enum integer_kind integer;
	bool is_literal; /* a non-negative literal: it takes the other side's type */
	struct range range;
	struct atoms atoms;
	const struct data *data; /* by ascending tags */
	size_t data_count;
	const struct program *context; /* of this program; NULL for none */
	unsigned text_size;	       /* a string's bytes with its NUL; 0 for no string */
	const char *literal;	       /* the string, when it is known */
	bool has_nul;		       /* of a literal: it becomes a slice when it is stored */
	struct slice slice;
	const struct memory_type *memory; /* a record or an array; NULL for none */
	bool is_mixed;			  /* it could be two of them, which no value can hold */
	bool is_poison;			  /* a diagnostic stands already: nothing more is said */
};

/* The atoms of one compilation. */
struct atom_table {
	const char **names; /* of the ids from ATOM_FIRST_OTHER on */
	size_t count, capacity;
	struct index ids; /* addresses of ids, by the one address that a name has */
};

int atom_id(struct compile *compile, struct atom_table *table, const char *name);
const char *atom_text(const struct atom_table *table, int id);

struct type type_none(void);
struct type type_poison(void);
struct type type_integer(enum integer_kind kind, wide low, wide high);
struct type type_full(enum integer_kind kind);
struct type type_atom(struct compile *compile, int id);
struct type type_boolean(struct compile *compile);
/* A list that the kernel does not keep: it is there, and no more is known of it. */
struct type type_unkept(struct compile *compile);
bool type_has_unkept(const struct type *type);
/* The same of the value itself, not of what is inside of it. */
bool type_may_be_unkept(const struct type *type);
bool type_has_function(const struct type *type);
struct type type_data(struct compile *compile, const struct shape *shape, struct type *elements);
/* {:error, errno}, and with :ok */
struct type type_error(struct compile *compile);
struct type type_status(struct compile *compile);

struct type type_text_of(unsigned size);
struct type type_literal(const char *bytes, size_t size);
struct type type_slice(bool is_aligned, bool is_whole, int bits);
/* In an array: that many bytes, any number of them, any number of whole bytes. */
struct type type_bytes(unsigned size);
struct type type_bits_of(unsigned bits);
struct type type_bytes_within(unsigned capacity);

bool type_is_none(const struct type *type);
bool type_is_binary(const struct type *type);  /* and nothing else */
bool type_has_binary(const struct type *type); /* a string or a slice */
bool type_has_text(const struct type *type);   /* one that is stored, not known */
bool type_has_array(const struct type *type);  /* it is in memory of its own */
unsigned type_array_size(const struct type *type);
/* It takes two variables to say which part of the packet or of its array it is. */
bool type_has_place(const struct type *type);
/* Its length in bits; -1 when that is not known. */
int type_known_bits(const struct type *type);
/* As a slice of an array; false for a part of the packet of unknown length. */
bool type_as_bytes(const struct type *type, struct type *bytes);
bool type_is_integer(const struct type *type); /* and nothing else */
bool type_is_atoms(const struct type *type);   /* and nothing else */
bool type_is_data(const struct type *type);    /* and nothing else */
bool type_is_tagged(const struct type *type);  /* has more than one part */
bool type_has_atom(const struct type *type, int id);
bool type_is_single_atom(const struct type *type); /* one atom, and nothing else */
bool type_is_only_atom(const struct type *type, int id);
bool type_can_be_falsy(const struct type *type);
bool type_can_be_truthy(const struct type *type);
bool type_is_boolean(const struct type *type);

struct range range_of_kind(enum integer_kind kind);
bool range_within(struct range inner, struct range outer);

struct type type_join(struct compile *compile, struct type a, struct type b);
struct type type_without_atom(struct compile *compile, struct type type, int id);
struct type type_only_atom(struct compile *compile, struct type type, int id);
struct type type_truthy(struct compile *compile, struct type type);
struct type type_falsy(struct compile *compile, struct type type);
struct type type_only_integer(struct type type);
struct type type_only_atoms(struct type type);
struct type type_only_binary(struct type type);
struct type type_without_binary(struct type type);
/* The parts of the type that are data, or only the n-th of them. */
struct type type_only_data(struct type type);
struct type type_only_shape(struct type type, size_t n);
/* Without the n-th of its data. */
struct type type_without_shape(struct compile *compile, struct type type, size_t n);
/* Its data of this shape; NULL for none. */
const struct data *type_find_data(const struct type *type, const struct shape *shape);
/* Its lists of so many elements; NULL for none. */
const struct data *type_find_list(const struct type *type, size_t count);
/* Its tuples of so many elements as one tuple, whatever they begin with; none when it has none. */
struct type type_only_tuples(struct compile *compile, const struct type *type, size_t count);
/* One of the two is an array, and the other can be a list of as many elements. */
bool type_array_meets_list(const struct type *a, const struct type *b);
/* A record or an array. */
struct type type_memory(const struct memory_type *memory);
bool type_is_memory(const struct type *type); /* and nothing else */
struct type type_only_memory(struct type type);
struct type type_without_memory(struct type type);
/* The integer part cut to the range; without it when nothing is left. */
struct type type_with_range(struct type type, struct range range);
/* Without its range and literal: what instances of functions are told apart by. */
struct type type_widened(struct compile *compile, struct type type);
bool type_equal(const struct type *a, const struct type *b);
/* Whether both have the same functions in them, whatever those have captured. */
bool type_same_functions(const struct type *a, const struct type *b);

/* "an integer", "nil or an integer", ": ok or {:error, reason}": for messages. */
const char *type_text(struct compile *compile, const struct atom_table *atoms,
		      const struct type *type);

#endif
