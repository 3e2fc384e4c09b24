/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What programs do with maps in C:
 *
 *	__u64 *found_1 = bpf_map_lookup_elem(&counts, &key);
 *	status_2 = bpf_map_push_elem(&queue, &value, 0);
 *	struct honey_Job job_3 __attribute__((aligned(8))) = {};
 *	status_2 = bpf_map_pop_elem(&queue, &job_3);
 */
#include "compiler/emit/emit_internal.h"

/* What a key or value is in: its slot, or the data itself. */
static const char *stored_c(struct emit *emit, const struct ir_statement *statement,
			    const struct ir_slot *slot, const struct ir_value *data)
{
	return slot ? used_slot_c(emit, statement, slot) : memory_c(emit, data);
}

static const char *key_c(struct emit *emit, const struct ir_statement *statement)
{
	return stored_c(emit, statement, statement->map.key, statement->map.key_data);
}

static bool has_key(const struct ir_statement *statement)
{
	return statement->map.key || statement->map.key_data;
}

static void emit_lookup(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_value *to = statement->to, *cpu = statement->map.cpu;
	const char *rest = "";

	if (cpu)
		rest = arena_print(emit->compile->arena, ", %s", condition_c(emit, cpu));
	emit_line(emit, statement->line, "%s%s = %s(&%s, &%s%s);", pointer_c(emit, to),
		  value_c(emit, to), statement->map.helper->name, statement->map.map->symbol,
		  key_c(emit, statement), rest);
}

/* With a key an update; without one a push, or a question whether the value is there. */
static void emit_update(struct emit *emit, const struct ir_statement *statement)
{
	const char *map = statement->map.map->symbol;
	const char *to = assignment_c(emit, statement->to);
	const char *helper = statement->map.helper->name;
	const char *key = has_key(statement) ? key_c(emit, statement) : NULL;
	const char *value =
		stored_c(emit, statement, statement->map.value, statement->map.value_data);

	if (key)
		emit_line(emit, statement->line, "%s%s(&%s, &%s, &%s, %d);", to, helper, map, key,
			  value, statement->map.flag);
	else if (statement->map.helper->id == HELPER_MAP_PUSH_ELEM)
		emit_line(emit, statement->line, "%s%s(&%s, &%s, %d);", to, helper, map, value,
			  statement->map.flag);
	else
		emit_line(emit, statement->line, "%s%s(&%s, &%s);", to, helper, map, value);
}

void emit_map_access(struct emit *emit, const struct ir_statement *statement)
{
	if (statement->kind == IR_LOOKUP)
		emit_lookup(emit, statement);
	else if (statement->kind == IR_UPDATE)
		emit_update(emit, statement);
	else
		emit_line(emit, statement->line, "%s%s(&%s, &%s);",
			  assignment_c(emit, statement->to), statement->map.helper->name,
			  statement->map.map->symbol, key_c(emit, statement));
}

/* Where the value goes, zeros before the call; a number is the map's, and then the register's. */
static const char *taken_c(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_value *to = statement->to;
	int line = statement->line;
	const char *name;

	if (to->type == IR_TEXT) {
		emit_empty_text(emit, to, line);
		return value_c(emit, to);
	}
	if (to->type == IR_MEMORY) {
		emit_zero_data(emit, to, line);
		return address_c(emit, value_c(emit, to));
	}
	name = arena_print(emit->compile->arena, "taken_%d", to->number);
	emit_line(emit, line, "%s %s = 0;", statement->map.map->value_type->integer->c_type, name);
	return address_c(emit, name);
}

void emit_take(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_value *to = statement->to;
	const char *taken = taken_c(emit, statement);

	emit_line(emit, statement->line, "%s = %s(&%s, %s);", value_c(emit, statement->map.status),
		  statement->map.helper->name, statement->map.map->symbol, taken);
	if (to->type != IR_TEXT && to->type != IR_MEMORY && to->uses)
		emit_line(emit, statement->line, "%s%s;", assignment_c(emit, to), taken + 1);
}
