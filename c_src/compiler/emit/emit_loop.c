/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Loops as C. One whose turns the verifier walks:
 *
 *	for (__s64 turn = 0; turn < 64; turn++) { if (turn >= turns) break; ... }
 *
 * One by bpf_loop, whose turns are a function apart (emit_apart.c):
 *
 *	struct honey_loop_1 loop_1 = { .a = a, .left = 0 };
 *	if (turns) bpf_loop(turns, honey_turn_1, &loop_1, 0);
 *	if (loop_1.left == 1) return <raised>;
 *
 * The test is for the verifier: where it knows that there are no turns, it removes their function,
 * and then finds the call without one.
 *
 * One over the entries of a map has the place of the entry instead of the turn's number:
 *
 *	bpf_for_each_map_elem(&counts, honey_turn_3, &loop_3, 0);
 *
 * One over the records of a user ring buffer has a dynamic pointer to the record. One that is
 * shorter than its type, which only another program than Honey can have put there, is passed over:
 *
 *	bpf_user_ringbuf_drain(&commands, honey_turn_4, &loop_4, 0);
 *
 * A piece of a large function is such a function, too, which is called once:
 *
 *	struct honey_piece_2 piece_2 = { .a = a, .left = 0 };
 *	honey_piece_2(&piece_2);
 */
#include "compiler/emit/emit_internal.h"
#include "compiler/unit/ring_definition.h"

static void emit_callback_loop(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_loop *loop = statement->loop;

	emit_passed(emit, statement);
	if (!loop->map && loop->turns->kind != IR_CONSTANT)
		emit_line(emit, statement->line, "if (%s)", value_c(emit, loop->turns));
	if (loop->inner)
		emit_line(emit, statement->line, "if (%s)", value_c(emit, loop->inner));
	if (loop->map)
		emit_line(emit, statement->line, "%s%s(%s%s, honey_turn_%d, &loop_%d, 0);",
			  loop->inner ? "\t" : "",
			  helper_of(map_is_drained(loop->map) ? HELPER_USER_RINGBUF_DRAIN
							      : HELPER_FOR_EACH_MAP_ELEM)
				  ->name,
			  loop->inner ? "" : "&",
			  loop->inner ? value_c(emit, loop->inner) : loop->map->symbol,
			  loop->number, loop->number);
	else
		emit_line(emit, statement->line, "bpf_loop(%s, honey_turn_%d, &loop_%d, 0);",
			  value_c(emit, loop->turns), loop->number, loop->number);
	emit_given_back(emit, statement);
}

static void emit_drained(struct emit *emit, const struct ir_statement *statement)
{
	const struct memory_type *type = statement->element.loop->map->value_type;
	const struct ir_value *to = statement->to;
	const char *place = taken_place(emit, to, type, statement->line);

	emit_line(emit, statement->line, "if (bpf_dynptr_read(%s, %u, honey_record, 0, 0))", place,
		  type->size);
	emit_line(emit, statement->line, "\treturn 0;");
	if (to->type != IR_TEXT && to->type != IR_MEMORY)
		emit_line(emit, statement->line, "%s%s;", assignment_c(emit, to), place + 1);
}

/* The entry is there: the kernel gives its address to the turn. */
void emit_element(struct emit *emit, const struct ir_statement *statement)
{
	const struct map_definition *map = statement->element.loop->map;
	const struct memory_type *type = statement->element.is_value ? map->value_type
								     : map->key_type;
	const char *from = statement->element.is_value ? "honey_value" : "honey_key";

	if (!statement->to->uses)
		return;
	if (map_is_drained(map))
		emit_drained(emit, statement);
	else if (memory_type_is_scalar(type))
		emit_line(emit, statement->line, "%s*(%s *)%s;", assignment_c(emit, statement->to),
			  type->integer->c_type, from);
	else
		emit_data_from(emit, statement, from);
}

/* In a scope of its own, so that the structs of all pieces share their place. */
void emit_piece(struct emit *emit, const struct ir_statement *statement)
{
	int number = statement->loop->number;

	emit_line(emit, statement->line, "{");
	emit->indent++;
	emit_passed(emit, statement);
	emit_line(emit, statement->line, "honey_piece_%d(&piece_%d);", number, number);
	emit_given_back(emit, statement);
	emit->indent--;
	emit_line(emit, statement->line, "}");
}

bool is_forgotten(const struct ir_loop *loop, const struct captured *captured)
{
	const struct ir_value *value = captured->value;

	return loop->forgets && !captured->is_set && !value->is_turn && !value->is_in_scratch &&
	       (value->type == IR_S64 || value->type == IR_U64);
}

/* They are what they were; what turns hand on is forgotten where it is copied. */
static void emit_forgetting(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_capture *capture = statement->loop->capture;

	for (size_t i = 0; capture && i < capture->value_count; i++) {
		const char *value = value_c(emit, capture->values[i].value);

		if (is_forgotten(statement->loop, &capture->values[i]))
			emit_line(emit, statement->line, "%s = honey_forget(%s);", value, value);
	}
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
	emit_forgetting(emit, statement);
	emit_block(emit, loop->body);
	emit->indent--;
	emit_line(emit, statement->line, "}");
}

void emit_loop(struct emit *emit, const struct ir_statement *statement)
{
	if (statement->loop->is_callback)
		emit_callback_loop(emit, statement);
	else
		emit_walked_loop(emit, statement);
}
