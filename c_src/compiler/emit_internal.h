/* SPDX-License-Identifier: Apache-2.0 */
/* What the parts of emit share. */
#ifndef HONEY_COMPILER_EMIT_INTERNAL_H
#define HONEY_COMPILER_EMIT_INTERNAL_H

#include "base/buffer.h"
#include "compiler/ir.h"

enum prelude_id {
#define PRELUDE(enumerator, needs, c) PRELUDE_##enumerator,
#include "compiler/prelude.def"
#undef PRELUDE
	PRELUDE_COUNT,
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
	bool needs_helper[64];
	bool needs_prelude[PRELUDE_COUNT];
	bool needs_probe_read;
	bool needs_loop;
	const struct ir_loop *callback;		  /* whose turn is being written; NULL outside */
	const struct integer_type *late_types[8]; /* of the function's late slots */
	size_t late_count;
	int barriers; /* so far */
	int enums;    /* of records, so far */
};

/* emit.c */
void emit_line(struct emit *emit, int line, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
/* A text as it stands between the quotes of a C literal. */
const char *quoted(struct emit *emit, const char *text);
const char *ir_type_c(enum ir_type type);
enum prelude_id ir_op_prelude(enum ir_op op);
void emit_parameters(struct emit *emit, struct buffer *text, const struct ir_function *function);

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
/* The variables that late slots share, one for each type. */
void emit_late_slots(struct emit *emit, const struct ir_block *block, int line);

/* emit_loop.c */
void emit_loop(struct emit *emit, const struct ir_statement *statement);
void emit_leave(struct emit *emit, const struct ir_statement *statement);
const char *leave_loop_c(struct emit *emit);
/* The functions of the loops by bpf_loop, the inner before the outer. */
void emit_callbacks(struct emit *emit, const struct ir_block *block);

/* `__s64 x = `, or nothing for a result that nobody uses */
const char *assignment_c(struct emit *emit, const struct ir_value *to);
const char *condition_c(struct emit *emit, const struct ir_value *value);

/* emit_binary.c: the packet and texts */
void emit_binary(struct emit *emit, const struct ir_statement *statement);
/* Copies a text that is not larger into an array for `size` bytes. */
void emit_text_copy(struct emit *emit, int line, const char *to, unsigned size,
		    const struct ir_value *from);
/* "char comm_1[16]", of whole words */
const char *text_declaration(struct emit *emit, const struct ir_value *text);

/* Whether the slot is stored just before its one use; see struct ir_slot. */
bool is_stored_late(const struct ir_slot *slot);

/* walk.c: calls `visit` for every statement of the unit */
void visit_block(struct emit *emit, const struct ir_block *block,
		 void (*visit)(struct emit *emit, const struct ir_statement *statement));
void visit_statements(struct emit *emit,
		      void (*visit)(struct emit *emit, const struct ir_statement *statement));

#endif
