/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Records: what `deftype` defines. Their layout is C's, and computed here alone; gaps are members
 * of their own, so that they can be zero (a key is compared byte by byte).
 */
#ifndef HONEY_COMPILER_RECORD_TYPE_H
#define HONEY_COMPILER_RECORD_TYPE_H

#include "compiler/unit/memory_type.h"
#include "compiler/core/symbol.h"

struct record_field {
	const char *name;   /* Elixir's */
	const char *symbol; /* C's */
	const struct memory_type *type;
	unsigned offset;
	unsigned padding; /* bytes after it */
};

enum hidden_kind {
#define HIDDEN_FIELD(enumerator, elixir, c_name, members, size, alignment, text) \
	HIDDEN_##enumerator,
#include "compiler/table/hidden_field.def"
#undef HIDDEN_FIELD
	HIDDEN_COUNT
};

struct hidden_field {
	const char *elixir, *c_name, *members;
	unsigned size, alignment;
	const char *text;
};

extern const struct hidden_field hidden_fields[];

struct record_type {
	const char *name;   /* Elixir's, that of the struct's module */
	const char *symbol; /* C's, without `struct` */
	struct span span;
	const struct term *definition;
	struct record_field *fields;
	size_t field_count;
	unsigned shown; /* the bytes before what is hidden; all, where nothing is */
	const char *hidden_names[HIDDEN_COUNT]; /* Elixir's; NULL for one that it has not */
	unsigned hidden_at[HIDDEN_COUNT];
	unsigned number;     /* among the records and tuples of a unit */
	const char *address; /* of a tuple that is one: "ipv4"; else NULL */
	bool is_prefix;	     /* of a tuple: the address, and how many of its bits count */
	struct memory_type type;
	enum { RECORD_UNREAD, RECORD_READING, RECORD_READ, RECORD_REFUSED } state;
};

/* False when the list is none of definitions. */
bool record_types_read(struct compile *compile, struct unit *unit, const struct term *list);

struct record_type *record_type_find(struct unit *unit, const char *name);
/* Its type, laid out; NULL after a diagnostic. */
const struct memory_type *record_type_lay_out(struct type_reader *reader,
					      struct record_type *record);
/* Where its fields stand, how large it is. It is aligned to `alignment` bytes at least. */
void record_type_place_fields(struct record_type *record, unsigned alignment);
/* NULL when there is none. */
const struct record_field *record_field_find(const struct record_type *record, const char *name);
/* "did you mean" among its fields; may be NULL. */
const char *record_suggest_field(struct compile *compile, const struct record_type *record,
				 const char *name);
bool record_has_hidden(const struct record_type *record);
/* `Event`, without the module that defines it: for messages. */
const char *record_type_written(const struct record_type *record);

#endif
