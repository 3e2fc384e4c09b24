/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Functions apart: the turns of a loop by bpf_loop, and the pieces of a large function. What they
 * take from the function around them and what they set there is in a struct on its stack, but for
 * what is in scratch memory:
 *
 *	struct honey_loop_1 { __s64 a; __s64 left; };
 *	static long honey_turn_1(__u32 number, struct honey_loop_1 *c) { ... return 0; }
 *
 *	static long honey_turn_3(void *map, const void *honey_key, void *honey_value,
 *				 struct honey_loop_3 *c) { ... return 0; }
 *
 *	struct honey_piece_2 { __s64 a; __s64 left; };
 *	static int honey_piece_2(struct honey_piece_2 *c) { ... return 0; }
 *
 * Records and arrays stay where they are, and the struct has their addresses.
 * `left` says how the function ended: 0 at its end, 1 raised, 2 and more by leaving a block.
 */
#include "compiler/emit/emit_internal.h"
#include "compiler/unit/ring_definition.h"

#define LEFT_BY_RAISE 1
#define LEFT_BY_LABEL 2

/* A function that is not static may take an address of the stack from there on. */
#define KERNEL_OF_POINTERS 0x050d

static const char *kind_c(const struct ir_statement *statement)
{
	return statement->kind == IR_PIECE ? "piece" : "loop";
}

static const char *member_c(struct emit *emit, const struct ir_value *value)
{
	if (value->type == IR_POINTER)
		return pointer_c(emit, value);
	if (value->type == IR_MEMORY)
		return "void *";
	return value->type == IR_TEXT ? "char *" : ir_type_c(value->type);
}

const char *leave_loop_c(struct emit *emit)
{
	return arena_print(emit->compile->arena, "return c->left = %d;", LEFT_BY_RAISE);
}

static const char *leave_label_c(struct emit *emit, int label)
{
	if (emit->callback && captured_exit(emit->callback->capture, label))
		return arena_print(emit->compile->arena, "return c->left = %d, 1;",
				   label + LEFT_BY_LABEL);
	return arena_print(emit->compile->arena, "goto out_%d;", label);
}

const char *leave_block_c(struct emit *emit, const struct ir_statement *block)
{
	return leave_label_c(emit, block->block.label);
}

/* The way on for how the function ended. */
static void emit_exits(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_capture *capture = statement->loop->capture;
	const char *kind = kind_c(statement);
	int number = statement->loop->number;

	if (capture->can_raise) {
		emit_line(emit, statement->line, "if (%s_%d.left == %d)", kind, number,
			  LEFT_BY_RAISE);
		emit_line(emit, statement->line, "\t%s", leave_c(emit));
	}
	for (size_t i = 0; i < capture->exit_count; i++) {
		emit_line(emit, statement->line, "if (%s_%d.left == %d)", kind, number,
			  capture->exits[i] + LEFT_BY_LABEL);
		emit_line(emit, statement->line, "\t%s", leave_label_c(emit, capture->exits[i]));
	}
}

/* Texts of which some are set; parameters and literals are not. */
static const char *address_of(const struct ir_value *value)
{
	if (value->type == IR_MEMORY)
		return "&";
	return value->type == IR_TEXT ? "(char *)" : "";
}

void emit_passed(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_loop *loop = statement->loop;
	const struct ir_capture *capture = loop->capture;
	const char *kind = kind_c(statement);
	int line = statement->line;

	emit_line(emit, line, "struct honey_%s_%d %s_%d = {", kind, loop->number, kind,
		  loop->number);
	if (capture->takes_context)
		emit_line(emit, line, "\t.ctx = ctx,");
	if (emit->function->needs_scratch)
		emit_line(emit, line, "\t.scratch = scratch,");
	for (size_t i = 0; i < capture->value_count; i++) {
		const struct ir_value *value = capture->values[i].value;

		if (!value->is_in_scratch)
			emit_line(emit, line, "\t.%s = %s%s,", variable_c(emit, value),
				  address_of(value), value_c(emit, value));
	}
	emit_line(emit, line, "\t.left = 0,");
	emit_line(emit, line, "};");
}

void emit_given_back(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_capture *capture = statement->loop->capture;

	for (size_t i = 0; i < capture->value_count; i++) {
		const struct ir_value *value = capture->values[i].value;

		if (capture->values[i].is_set && value->type != IR_MEMORY && !value->is_in_scratch)
			emit_line(emit, statement->line, "%s = %s_%d.%s;", value_c(emit, value),
				  kind_c(statement), statement->loop->number,
				  variable_c(emit, value));
	}
	emit_exits(emit, statement);
}

static void emit_struct(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_capture *capture = statement->loop->capture;

	emit_line(emit, 0, "struct honey_%s_%d {", kind_c(statement), statement->loop->number);
	if (capture->takes_context)
		emit_line(emit, 0, "\tvoid *ctx;");
	if (emit->function->needs_scratch)
		emit_line(emit, 0, "\tstruct honey_scratch *scratch;");
	for (size_t i = 0; i < capture->value_count; i++) {
		const struct ir_value *value = capture->values[i].value;

		if (!value->is_in_scratch)
			emit_line(emit, 0, "\t%s %s;", member_c(emit, value),
				  variable_c(emit, value));
	}
	emit_line(emit, 0, "\t__s64 left;");
	emit_line(emit, 0, "};");
}

/*
 * The verifier looks at a function that is not static once, by itself, whatever is known where it
 * is called: so its work grows with the pieces, not with the ways through them. What it takes may
 * be numbers, but no other address than that of the struct.
 */
static bool is_global(const struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_capture *capture = statement->loop->capture;

	if (statement->kind != IR_PIECE || capture->takes_context ||
	    emit->function->needs_scratch ||
	    emit->unit->typed_unit->unit->kernel < KERNEL_OF_POINTERS)
		return false;
	for (size_t i = 0; i < capture->value_count; i++) {
		enum ir_type type = capture->values[i].value->type;

		if (type != IR_S64 && type != IR_U64)
			return false;
	}
	return true;
}

/*
 * A turn that leaves the loop is its last, which the verifier does not know: it would walk the
 * whole loop again from each such turn.
 */
static void emit_last_turn(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_capture *capture = statement->loop->capture;

	if (statement->kind == IR_LOOP && (capture->can_raise || capture->exit_count))
		emit_line(emit, statement->line, "if (c->left) return 1;");
}

/* What is only read stands in variables of the same names; what is set is set in the struct. */
static void emit_beginning(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_capture *capture = statement->loop->capture;
	int line = statement->line;

	emit_last_turn(emit, statement);
	emit_late_slots(emit, statement->loop->body, line);
	if (statement->kind == IR_LOOP && statement->to)
		emit_line(emit, line, "__s64 %s = number;", variable_c(emit, statement->to));
	else if (statement->kind == IR_PIECE)
		emit_slot_variables(emit, emit->function, line);
	if (is_global(emit, statement))
		emit_line(emit, line, "if (!c) return 0;");
	if (capture->takes_context)
		emit_line(emit, line, "void *ctx = c->ctx;");
	if (emit->function->needs_scratch)
		emit_line(emit, line, "struct honey_scratch *scratch = c->scratch;");
	for (size_t i = 0; i < capture->value_count; i++) {
		const struct ir_value *value = capture->values[i].value;
		const char *name = variable_c(emit, value);

		if (capture->values[i].is_set || value->is_in_scratch || value->is_borrowed)
			continue;
		if (value->type == IR_MEMORY)
			emit_captured_data(emit, line, value);
		else
			emit_line(emit, line,
				  is_forgotten(statement->loop, &capture->values[i])
					  ? "%s %s = honey_forget(c->%s);"
					  : "%s %s = c->%s;",
				  member_c(emit, value), name, name);
	}
	for (size_t i = 0; i < capture->slot_count; i++)
		emit_slot(emit, capture->slots[i], line);
}

static void emit_head_apart(struct emit *emit, const struct ir_statement *statement)
{
	int number = statement->loop->number, line = statement->line;

	emit_line(emit, 0, "#line %d \"%s\"", line,
		  quoted(emit, emit->function->instance->function->origin.file));
	emit->line = line;
	if (statement->kind == IR_LOOP && statement->loop->map &&
	    map_is_drained(statement->loop->map))
		emit_line(emit, line,
			  "static long honey_turn_%d(void *honey_record, struct honey_loop_%d *c)",
			  number, number);
	else if (statement->kind == IR_LOOP && statement->loop->map)
		emit_line(emit, line,
			  "static long honey_turn_%d(void *map, const void *honey_key, void "
			  "*honey_value, struct honey_loop_%d *c)",
			  number, number);
	else if (statement->kind == IR_LOOP)
		emit_line(emit, line,
			  "static long honey_turn_%d(__u32 number, struct honey_loop_%d *c)",
			  number, number);
	else
		emit_line(emit, line,
			  "%s__attribute__((noinline, used)) int honey_piece_%d(struct "
			  "honey_piece_%d *c)",
			  is_global(emit, statement) ? "" : "static ", number, number);
}

static void emit_apart(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_loop *outer = emit->callback;

	emit_struct(emit, statement);
	emit_head_apart(emit, statement);
	emit_line(emit, statement->line, "{");
	emit->callback = statement->loop;
	emit->indent = 1;
	emit_beginning(emit, statement);
	emit_block(emit, statement->loop->body);
	emit_line(emit, statement->line, "return 0;");
	emit->indent = 0;
	emit->callback = outer;
	emit_line(emit, emit->last_line, "}");
}

void emit_functions_apart(struct emit *emit, const struct ir_block *block)
{
	for (const struct ir_statement *s = block->first; s; s = s->next) {
		if (s->kind == IR_IF) {
			emit_functions_apart(emit, s->branch.then);
			emit_functions_apart(emit, s->branch.otherwise);
		} else if (s->kind == IR_BLOCK) {
			emit_functions_apart(emit, s->block.body);
		} else if (s->kind == IR_LOOP || s->kind == IR_PIECE) {
			emit_functions_apart(emit, s->loop->body);
			if (ir_is_apart(s))
				emit_apart(emit, s);
		}
	}
}
