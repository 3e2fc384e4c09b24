/* SPDX-License-Identifier: Apache-2.0 */
/* What the parts of emit share. */
#ifndef HONEY_COMPILER_EMIT_INTERNAL_H
#define HONEY_COMPILER_EMIT_INTERNAL_H

#include "base/buffer.h"
#include "compiler/lower/capture.h"
#include "compiler/lower/ir.h"

enum prelude_id {
#define PRELUDE(enumerator, needs, c) PRELUDE_##enumerator,
#include "compiler/emit/prelude.def"
#undef PRELUDE
	PRELUDE_COUNT,
};

/* What late slots of one type share; a key and a value are needed at the same time. */
struct late_variable {
	const struct integer_type *type;
	bool is_key;
};

struct emit {
	struct compile *compile;
	const struct ir_unit *unit;
	const struct ir_function *function;
	struct buffer text;
	int line;      /* that clang takes the next line of C for; 0 unknown */
	int last_line; /* of the latest statement */
	int indent;
	/* What the functions need, found before the preamble is written. */
	bool needs_helper[HELPER_COUNT];
	bool needs_prelude[PRELUDE_COUNT];
	const struct ir_statement *locked; /* the block whose lock is held here; NULL for none */
	const struct ir_loop *callback;	   /* whose turn is being written; NULL outside */
	struct late_variable late_variables[16]; /* of the function's late slots */
	size_t late_count;
	int barriers;	  /* so far */
	int tail_calls;	  /* of programs with scratch memory, so far */
	int places;	  /* of variables, so far */
	int enums;	  /* of records, so far */
	int structs;	  /* of arguments, so far */
	int comparisons;  /* in turns, so far */
	bool *is_emitted; /* of the unit's record types */
};

/* emit.c */
void emit_line(struct emit *emit, int line, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
/* A text as it stands between the quotes of a C literal. */
const char *quoted(struct emit *emit, const char *text);
const char *ir_type_c(enum ir_type type);
enum prelude_id ir_op_prelude(enum ir_op op);

/* emit_call.c: a function's head, and what comes of its arguments; calls and returns */
void emit_head(struct emit *emit, const struct ir_function *function);
void emit_received(struct emit *emit, const struct ir_function *function);
void emit_call(struct emit *emit, const struct ir_statement *statement);
void emit_return(struct emit *emit, const struct ir_statement *statement);

/* emit_record.c: the structs of contexts, with the members that programs read */
void emit_records(struct emit *emit);
const char *record_access(struct emit *emit, const struct ir_statement *field);

/* emit_statement.c */
void emit_block(struct emit *emit, const struct ir_block *block);
const char *value_c(struct emit *emit, const struct ir_value *value);
/* The name of a register's variable, wherever that is. */
const char *variable_c(struct emit *emit, const struct ir_value *value);
/* Out of the function, or out of the turn of a loop, because something was raised. */
const char *leave_c(struct emit *emit);
void emit_slot(struct emit *emit, const struct ir_slot *slot, int line);
/* The variables that late slots share, one for each type and use. */
void emit_late_slots(struct emit *emit, const struct ir_block *block, int line);
/* Those that other slots have in turns. */
void emit_slot_variables(struct emit *emit, const struct ir_function *function, int line);

/* clang must know nothing of it but that it is a number. */
void emit_hiding(struct emit *emit, const struct ir_value *value, int line);

/* The slot's variable, after the number was put there if it is a late one. */
const char *used_slot_c(struct emit *emit, const struct ir_statement *statement,
			const struct ir_slot *slot);

/* emit_map.c */
void emit_map_access(struct emit *emit, const struct ir_statement *statement);
void emit_take(struct emit *emit, const struct ir_statement *statement);
/* Where the kernel puts a value, zeros before; a number in a variable of its own, then `to`'s. */
const char *taken_place(struct emit *emit, const struct ir_value *to,
			const struct memory_type *type, int line);

/* emit_branch.c */
void emit_if(struct emit *emit, const struct ir_statement *statement);
void emit_labelled(struct emit *emit, const struct ir_statement *statement);
/* The last of the branches that became a switch; NULL when none begins here. */
const struct ir_statement *emit_switch(struct emit *emit, const struct ir_statement *branch);
/* Whether a call stands between its assignment and its last use. */
bool outlives_call(const struct ir_value *value);

/* emit_helper.c */
void emit_helpers(struct emit *emit);
void emit_helper_call(struct emit *emit, const struct ir_statement *call);

/* emit_tail_call.c */
void emit_tail_call(struct emit *emit, const struct ir_statement *statement);

/* emit_global.c: variables of `defvar`, and statements with them */
void emit_globals(struct emit *emit);
void emit_global(struct emit *emit, const struct ir_statement *statement);

/* emit_timer.c: the functions that timers call are declared before what starts them */
#define TIMER_PARAMETERS "void *map, const void *honey_key, void *honey_value"
void emit_timers(struct emit *emit);
void emit_timer(struct emit *emit, const struct ir_statement *statement);
/* emit_branch.c: gives the lock of the block back */
const char *unlock_c(struct emit *emit, const struct ir_statement *statement);
/* emit_loop.c */
void emit_loop(struct emit *emit, const struct ir_statement *statement);
/* Whether a turn begins with what it takes from outside as a number of which nothing is known. */
bool is_forgotten(const struct ir_loop *loop, const struct captured *captured);
void emit_piece(struct emit *emit, const struct ir_statement *statement);
void emit_element(struct emit *emit, const struct ir_statement *statement);

/* emit_apart.c: loops by bpf_loop and pieces */
/* Leaves a block, which may be one of the function around; leaves that because of a raise. */
const char *leave_block_c(struct emit *emit, const struct ir_statement *block);
const char *leave_loop_c(struct emit *emit);
/* The struct before the call; after it, what was set, and the way on. */
void emit_passed(struct emit *emit, const struct ir_statement *statement);
void emit_given_back(struct emit *emit, const struct ir_statement *statement);
/* The functions themselves, the inner before the outer. */
void emit_functions_apart(struct emit *emit, const struct ir_block *block);

/* `__s64 x_3`, `char comm_4[16]` */
/* "__u64 *" */
const char *pointer_c(struct emit *emit, const struct ir_value *pointer);
const char *declaration_c(struct emit *emit, const struct ir_value *value, const char *name);
/* Before it gets its value, where that is not by an assignment. */
void emit_declaration(struct emit *emit, const struct ir_value *value, int line);
const char *late_variable_c(struct emit *emit, const struct integer_type *type, bool is_key);

/* emit_scratch.c: the struct of scratch memory, how it is claimed, programs that need it */
bool needs_scratch(const struct ir_unit *unit);
void emit_scratch(struct emit *emit);
void emit_scratch_program(struct emit *emit, const struct ir_function *function);

/* The member that a value in scratch memory is, or that such values are in turns. */
const char *scratch_c(struct emit *emit, const struct ir_value *value);

/* emit_data.c */
void emit_record_types(struct emit *emit);
void emit_record_struct(struct emit *emit, const struct record_type *record);
/* `__u32 x[4]`: what declares `name` with this type. */
const char *memory_declaration(struct emit *emit, const struct memory_type *type, const char *name);
const char *memory_pointer(struct emit *emit, const struct memory_type *type, const char *name);
/* `struct honey_Event ev_3`, of a value that is data */
const char *data_declaration(struct emit *emit, const struct memory_type *memory, const char *name);
void emit_data_declaration(struct emit *emit, int line, const struct ir_value *value);
/* Declares it, with zeros. */
void emit_zero_data(struct emit *emit, const struct ir_value *value, int line);
/* what a turn of a loop reads, of its own; what it sets, where it is */
void emit_captured_data(struct emit *emit, int line, const struct ir_value *value);
const char *captured_data_c(struct emit *emit, const struct ir_value *value);
const char *borrowed_c(struct emit *emit, const struct ir_value *value);
/* a record or array of zeros */
const char *zero_data_c(struct emit *emit, const struct ir_value *value);
/* The memory that it is in, which `&` gives the address of: a text may be a pointer. */
const char *memory_c(struct emit *emit, const struct ir_value *value);
void emit_data_copy(struct emit *emit, int line, const char *to, const struct ir_value *from);
/* `ev_3.inner`, of a value that is a name for a part */
const char *part_c(struct emit *emit, const struct ir_value *value);
/* What a CHANGE changes: a pointer to it, or the field there. */
const char *changed_c(struct emit *emit, const struct ir_statement *statement);
void emit_data_store(struct emit *emit, const struct ir_statement *statement);
/* What a map's value points to, with what is hidden from programs. */
const char *shared_pointer(struct emit *emit, const struct memory_type *type, const char *name);
/* Structs with the locks that map values have. */
void emit_shared_types(struct emit *emit);
void emit_data_load(struct emit *emit, const struct ir_statement *statement);
/* The same from a place that is there. */
void emit_data_from(struct emit *emit, const struct ir_statement *statement, const char *place);
/* Puts it to an aligned address. */
void emit_data_to(struct emit *emit, int line, const char *to, const struct ir_value *from,
		  unsigned size);
void emit_build(struct emit *emit, const struct ir_statement *statement);
/* A value to its place in memory, which begins `offset` behind a word's beginning. */
void emit_put(struct emit *emit, int line, const char *place, unsigned offset,
	      const struct memory_type *type, const struct ir_value *from);
/* emit_filled.c: gaps and strings of what a helper has filled. */
bool memory_has_string(const struct memory_type *type);
void emit_tidied(struct emit *emit, const struct ir_value *filled, int line);
/* emit_event.c */
void emit_event_types(struct emit *emit);
void emit_event(struct emit *emit, const struct ir_statement *statement);
/* Which calls of helpers are made there; before anything is written. */
void find_fillings(struct emit *emit, const struct ir_statement *statement);
/* Whether the part, of a record that is built or of an event, was such a call. */
bool emit_filling(struct emit *emit, const struct ir_statement *statement, const char *place,
		  const struct ir_part *part);
void emit_part(struct emit *emit, const struct ir_statement *statement);
void emit_same(struct emit *emit, const struct ir_statement *statement);

/*
 * emit_copy.c: memory, by its addresses. `offset` is where it begins, from a word's beginning; of
 * several pieces the offsets or-ed together.
 */
void emit_copy(struct emit *emit, int line, const char *to, const char *from, unsigned size,
	       unsigned offset);
void emit_clear(struct emit *emit, int line, const char *to, unsigned size, unsigned offset);
/* A number that is 0 when two lvalues of the type are equal, gaps aside. */
const char *emit_differences(struct emit *emit, int line, const struct memory_type *type,
			     const char *left, const char *right, unsigned offset);

/* `__s64 x = `, or nothing for a result that nobody uses */
const char *assignment_c(struct emit *emit, const struct ir_value *to);
const char *condition_c(struct emit *emit, const struct ir_value *value);
const char *address_c(struct emit *emit, const char *place);

/* emit_binary.c: the packet and texts */
void emit_binary(struct emit *emit, const struct ir_statement *statement);
/* Copies a text that is not larger into an array for `size` bytes. */
void emit_text_copy(struct emit *emit, int line, const char *to, unsigned size,
		    const struct ir_value *from);
/* "char comm_1[16]", of whole words */
const char *text_declaration(struct emit *emit, const struct ir_value *text, const char *name);
/* Declares it, with NULs. */
void emit_empty_text(struct emit *emit, const struct ir_value *text, int line);

/* walk.c: calls `visit` for every statement of the unit */
void visit_block(struct emit *emit, const struct ir_block *block,
		 void (*visit)(struct emit *emit, const struct ir_statement *statement));
void visit_statements(struct emit *emit,
		      void (*visit)(struct emit *emit, const struct ir_statement *statement));

#endif
