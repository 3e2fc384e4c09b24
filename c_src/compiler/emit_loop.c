/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Loops as C. One whose turns the verifier walks:
 *
 *	for (__s64 turn = 0; turn < 64; turn++) { if (turn >= turns) break; ... }
 *
 * One by bpf_loop, whose turns are a function:
 *
 *	struct honey_loop_1 { __s64 a; __s64 left; };
 *	static long honey_turn_1(__u32 number, struct honey_loop_1 *c) { ... return 0; }
 *
 *	struct honey_loop_1 loop_1 = { .a = a, .left = 0 };
 *	bpf_loop(turns, honey_turn_1, &loop_1, 0);
 *	if (loop_1.left == 1) return <raised>;
 *
 * Records and arrays stay where they are, and the struct has their addresses.
 * `left` says how the turns ended: 0 all done, 1 raised, 2 and more by leaving a block.
 */
#include "compiler/capture.h"
#include "compiler/emit_internal.h"

#define LEFT_BY_RAISE 1
#define LEFT_BY_LABEL 2

/* Scratch memory is the same in the turns: the struct has its address. */
static bool is_member(const struct ir_value *value)
{
	return !value->is_in_scratch;
}

static const char *member_c(struct emit *emit, const struct ir_value *value)
{
	if (value->type == IR_POINTER)
		return arena_print(emit->compile->arena, "%s *", value->pointee->c_type);
	if (value->type == IR_MEMORY)
		return "void *";
	return value->type == IR_TEXT ? "char *" : ir_type_c(value->type);
}

const char *leave_loop_c(struct emit *emit)
{
	return arena_print(emit->compile->arena, "return c->left = %d;", LEFT_BY_RAISE);
}

void emit_leave(struct emit *emit, const struct ir_statement *statement)
{
	int label = statement->leave->block.label;

	if (emit->callback && captured_exit(emit->callback->capture, label))
		emit_line(emit, statement->line, "return c->left = %d, 1;", label + LEFT_BY_LABEL);
	else
		emit_line(emit, statement->line, "goto out_%d;", label);
}

/* The way on for what the turns left. */
static void emit_exits(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_capture *capture = statement->loop->capture;
	int number = statement->loop->number;

	if (capture->can_raise) {
		emit_line(emit, statement->line, "if (loop_%d.left == %d)", number, LEFT_BY_RAISE);
		emit_line(emit, statement->line, "\t%s", leave_c(emit));
	}
	for (size_t i = 0; i < capture->exit_count; i++) {
		struct ir_statement block = { .block.label = capture->exits[i] };
		struct ir_statement leave = { .line = statement->line, .leave = &block };

		emit_line(emit, statement->line, "if (loop_%d.left == %d)", number,
			  capture->exits[i] + LEFT_BY_LABEL);
		emit->indent++;
		emit_leave(emit, &leave);
		emit->indent--;
	}
}

/* Texts of which some are set; parameters and literals are not. */
static const char *address_of(const struct ir_value *value)
{
	if (value->type == IR_MEMORY)
		return "&";
	return value->type == IR_TEXT ? "(char *)" : "";
}

static void emit_callback_loop(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_loop *loop = statement->loop;
	const struct ir_capture *capture = loop->capture;
	int line = statement->line;

	emit_line(emit, line, "struct honey_loop_%d loop_%d = {", loop->number, loop->number);
	if (capture->takes_context)
		emit_line(emit, line, "\t.ctx = ctx,");
	if (emit->function->needs_scratch)
		emit_line(emit, line, "\t.scratch = scratch,");
	for (size_t i = 0; i < capture->value_count; i++) {
		const struct ir_value *value = capture->values[i].value;

		if (is_member(value))
			emit_line(emit, line, "\t.%s = %s%s,", variable_c(emit, value),
				  address_of(value), value_c(emit, value));
	}
	emit_line(emit, line, "\t.left = 0,");
	emit_line(emit, line, "};");
	emit_line(emit, line, "bpf_loop(%s, honey_turn_%d, &loop_%d, 0);",
		  value_c(emit, loop->turns), loop->number, loop->number);
	for (size_t i = 0; i < capture->value_count; i++) {
		const struct ir_value *value = capture->values[i].value;

		if (capture->values[i].is_set && value->type != IR_MEMORY && is_member(value))
			emit_line(emit, line, "%s = loop_%d.%s;", value_c(emit, value),
				  loop->number, variable_c(emit, value));
	}
	emit_exits(emit, statement);
}

/*
 * The number of the turn is hidden from clang, which would count something else instead, in ways
 * that the verifier does not understand.
 */
static void emit_walked_loop(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_loop *loop = statement->loop;
	const char *turn = variable_c(emit, statement->to);
	bool is_known = loop->turns->kind == IR_CONSTANT;

	emit_line(emit, statement->line, "for (__s64 %s = 0; %s < %llu; %s++) {", turn, turn,
		  is_known ? (unsigned long long)loop->turns->constant
			   : (unsigned long long)loop->most,
		  turn);
	emit->indent++;
	emit_line(emit, statement->line, "asm volatile(\"\" : \"+r\"(%s));", turn);
	if (!is_known) {
		emit_line(emit, statement->line, "if ((__u64)%s >= %s)", turn,
			  value_c(emit, loop->turns));
		emit_line(emit, statement->line, "\tbreak;");
	}
	emit_block(emit, loop->body);
	emit->indent--;
	emit_line(emit, 0, "}");
}

void emit_loop(struct emit *emit, const struct ir_statement *statement)
{
	if (statement->loop->is_callback)
		emit_callback_loop(emit, statement);
	else
		emit_walked_loop(emit, statement);
}

static void emit_struct(struct emit *emit, const struct ir_loop *loop)
{
	const struct ir_capture *capture = loop->capture;

	emit_line(emit, 0, "struct honey_loop_%d {", loop->number);
	if (capture->takes_context)
		emit_line(emit, 0, "\tvoid *ctx;");
	if (emit->function->needs_scratch)
		emit_line(emit, 0, "\tstruct honey_scratch *scratch;");
	for (size_t i = 0; i < capture->value_count; i++) {
		const struct ir_value *value = capture->values[i].value;

		if (is_member(value))
			emit_line(emit, 0, "\t%s %s;", member_c(emit, value),
				  variable_c(emit, value));
	}
	emit_line(emit, 0, "\t__s64 left;");
	emit_line(emit, 0, "};");
}

/* What is only read stands in variables of the same names; what is set is set in the struct. */
static void emit_beginning(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_capture *capture = statement->loop->capture;
	int line = statement->line;

	emit_late_slots(emit, statement->loop->body, line);
	emit_line(emit, line, "__s64 %s = number;", variable_c(emit, statement->to));
	if (capture->takes_context)
		emit_line(emit, line, "void *ctx = c->ctx;");
	if (emit->function->needs_scratch)
		emit_line(emit, line, "struct honey_scratch *scratch = c->scratch;");
	for (size_t i = 0; i < capture->value_count; i++) {
		const struct ir_value *value = capture->values[i].value;
		const char *name = variable_c(emit, value);

		if (capture->values[i].is_set || !is_member(value) || value->is_borrowed)
			continue;
		if (value->type == IR_MEMORY)
			emit_captured_data(emit, line, value);
		else
			emit_line(emit, line, "%s %s = c->%s;", member_c(emit, value), name, name);
	}
	for (size_t i = 0; i < capture->slot_count; i++)
		emit_slot(emit, capture->slots[i], line);
}

static void emit_callback(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_loop *outer = emit->callback;
	int number = statement->loop->number;

	emit_struct(emit, statement->loop);
	emit_line(emit, 0, "#line %d \"%s\"", statement->line,
		  quoted(emit, emit->function->instance->function->origin.file));
	emit->line = statement->line;
	emit_line(emit, statement->line,
		  "static long honey_turn_%d(__u32 number, struct honey_loop_%d *c)", number,
		  number);
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

void emit_callbacks(struct emit *emit, const struct ir_block *block)
{
	for (const struct ir_statement *s = block->first; s; s = s->next) {
		if (s->kind == IR_IF) {
			emit_callbacks(emit, s->branch.then);
			emit_callbacks(emit, s->branch.otherwise);
		} else if (s->kind == IR_BLOCK) {
			emit_callbacks(emit, s->block.body);
		} else if (s->kind == IR_LOOP) {
			emit_callbacks(emit, s->loop->body);
			if (s->loop->is_callback)
				emit_callback(emit, s);
		}
	}
}
