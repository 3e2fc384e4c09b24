/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The kernel's tracepoints and their fields, found in the database that is
 * built into the library (database/README.md gives its format).
 *
 * A tracepoint has one layout for each different set of fields that some
 * kernel gives it. Only the lines of the tracepoint that is asked for are
 * parsed; a line that breaks the format counts as absent.
 */
#ifndef HONEY_COMPILER_TRACEPOINT_H
#define HONEY_COMPILER_TRACEPOINT_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* The database that is built in. */
extern const char honey_tracepoints[] __attribute__((visibility("hidden")));
extern const char honey_tracepoints_end[] __attribute__((visibility("hidden")));

enum tracepoint_field_kind {
	TRACEPOINT_INTEGER, /* enums and booleans too: see `nature` */
	TRACEPOINT_POINTER, /* an address of 64 bits */
	TRACEPOINT_STRING,  /* `count` chars; a NUL ends the text if it is shorter */
	TRACEPOINT_ARRAY,   /* `count` elements; 0, here and in strings: the record does not tell */
	TRACEPOINT_DYNAMIC, /* a descriptor of 32 bits: length << 16 | offset, in bytes */
	TRACEPOINT_OPAQUE,  /* a struct, of which only the size is known */
};

/* What an integer is in C. CO-RE finds a member only by the same: an enum by an enum. */
enum tracepoint_nature { TRACEPOINT_PLAIN, TRACEPOINT_ENUM, TRACEPOINT_BOOLEAN };

/* Where a dynamic field's bytes are: from the start of the record, or from the descriptor's end. */
enum tracepoint_origin { TRACEPOINT_FROM_RECORD, TRACEPOINT_FROM_FIELD };

enum tracepoint_memory { TRACEPOINT_KERNEL_MEMORY, TRACEPOINT_USER_MEMORY };

struct tracepoint_field {
	const char *name;   /* as in `ctx.name` */
	const char *member; /* how C reaches it in the structure: "prev_pid", "args[1]" */
	/*
	 * As the database spells it: of a pointer, what it points to ("void", "char", "u32",
	 * "user*char", else the name of a struct or union); of an array or a dynamic field, the type
	 * of an element; of all others, the type itself.
	 */
	const char *element;
	enum tracepoint_field_kind kind;
	unsigned offset; /* in the record */
	unsigned size;	 /* bytes in memory, padding of a system call's slot included */
	/*
	 * The bytes that count. A slot of 8 may hold an int: the others are then not to be
	 * believed. Of arrays, strings and dynamic fields: the bytes of an element.
	 */
	unsigned width;
	unsigned count;		       /* elements of an array, characters of a string */
	bool is_signed;		       /* the integer, or the elements; char counts as unsigned */
	enum tracepoint_nature nature; /* of the integer, or of the elements */
	enum tracepoint_origin origin; /* of a dynamic field */
	enum tracepoint_memory memory; /* of what a pointer points to */
};

struct tracepoint_layout {
	const char *structure; /* the record's struct in the kernel's BTF; NULL: there is none */
	const char *kernels;   /* that have this layout: "x86_64:6.1,6.18;arm64:6.12" */
	const struct tracepoint_field *fields;
	size_t field_count;
};

struct tracepoint {
	const char *category;			 /* "sched" */
	const char *name;			 /* "sched_switch" */
	const struct tracepoint_layout *layouts; /* at least one; that of the newest kernel first */
	size_t layout_count;
};

/* `name` is "sched/sched_switch". NULL: no kernel of the database has it. */
const struct tracepoint *tracepoint_find(struct arena *arena, const char *database, size_t size,
					 const char *name);

struct tracepoint_names {
	const char **items; /* "sched/sched_switch" */
	size_t count;
};

/* Those of all kernels of the database, sorted. */
struct tracepoint_names tracepoint_names(struct arena *arena, const char *database, size_t size);

/* The name in full of the tracepoint that was probably meant; NULL when none is near. */
const char *tracepoint_suggest(struct arena *arena, const char *database, size_t size,
			       const char *wanted);

/* The kernels that the database describes, spelled as those of a layout. */
const char *tracepoint_kernels(struct arena *arena, const char *database, size_t size);

enum tracepoint_answer {
	TRACEPOINT_FIELD,	  /* one way to read it serves all layouts */
	TRACEPOINT_FIELD_IN_SOME, /* the layouts that have it agree; `other` is one without it */
	TRACEPOINT_FIELD_DIFFERS, /* no one way serves; `other` is a layout that has it differently */
	TRACEPOINT_COMMON_FIELD, /* "common_pid" and such, which the kernel hides from programs */
	TRACEPOINT_NO_FIELD,
};

/* How a program reads a field, whatever kernel it runs on of those it is for. */
struct tracepoint_access {
	const struct tracepoint_field *field;	/* as some kernel describes it; see declared() */
	const struct tracepoint_layout *layout; /* of the newest kernel that has it */
	const char *structure; /* relocate the access by this struct; NULL: the offset is fixed */
	const struct tracepoint_layout *other;
	unsigned since; /* the oldest kernel from which on it would be a FIELD; 0: there is none */
};

/*
 * The program is for the kernel, spelled as KERNEL_VERSION_OF() does, and all newer ones. `access`
 * is set for the answers that begin with TRACEPOINT_FIELD.
 */
enum tracepoint_answer tracepoint_access(const struct tracepoint *tracepoint, unsigned kernel,
					 const char *name, struct tracepoint_access *access);

/* Whether programs have only the address of the field's data, which lie in the record. */
bool tracepoint_field_has_data(const struct tracepoint_field *field);

/*
 * The type, as Elixir writes it, by which such data are read: "{:array, :u8, 4}", or ":u64", the first
 * of any number. NULL for all else, and for text, which is read as a string.
 */
const char *tracepoint_data_type(struct arena *arena, const struct tracepoint_field *field);

/* The field that was probably meant, of any layout; NULL when none is near. */
const char *tracepoint_suggest_field(struct arena *arena, const struct tracepoint *tracepoint,
				     const char *wanted);

#endif
