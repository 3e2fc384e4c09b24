/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What programs do with maps in C:
 *
 *	__u64 *found_1 = bpf_map_lookup_elem(&counts, &key);
 *	status_2 = bpf_map_push_elem(&queue, &value, 0);
 *	struct honey_Job job_3 __attribute__((aligned(8))) = {};
 *	status_2 = bpf_map_pop_elem(&queue, &job_3);
 *
 * Memory of a task, or of its control group, is got by a helper that makes it when it is told to, and has no flags of an
 * update:
 *
 *	__s64 status_2 = -12;
 *	void *kept_2 = bpf_task_storage_get(&starts, bpf_get_current_task_btf(), &value, 1);
 *	if (kept_2) {
 *		__builtin_memcpy(kept_2, &value, 8);
 *		status_2 = 0;
 *	}
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

/* "&counts", or the map that was found */
static const char *map_c(struct emit *emit, const struct ir_statement *statement)
{
	if (statement->map.inner)
		return value_c(emit, statement->map.inner);
	return arena_print(emit->compile->arena, "&%s", statement->map.map->symbol);
}

/* "inner_1 ? ", where there may be no map; what the access gives then. */
static const char *if_there_c(struct emit *emit, const struct ir_statement *statement)
{
	if (!statement->map.inner)
		return "";
	return arena_print(emit->compile->arena, "%s ? ", value_c(emit, statement->map.inner));
}

static const char *else_c(const struct ir_statement *statement, const char *otherwise)
{
	return statement->map.inner ? otherwise : "";
}

#define ELSE_NULL " : 0"
#define ELSE_ENOENT " : -2"

static bool has_key(const struct ir_statement *statement)
{
	return statement->map.key || statement->map.key_data;
}

#define ENOENT_RESULT (-2)
#define ENOMEM_RESULT (-12)
#define EEXIST_RESULT (-17)
#define BPF_EXIST 2

static bool is_of_object(const struct ir_statement *statement)
{
	return statement->map.map->kind->key_rule == KEY_OBJECT;
}

/* What the memory is of: the current task, or its control group. */
static const char *object_c(struct emit *emit, const struct map_definition *map)
{
	return arena_print(emit->compile->arena,
			   map->kind->number == MAP_TYPE_CGRP_STORAGE ? "honey_cgroup(%s())"
								      : "%s()",
			   helper_of(HELPER_GET_CURRENT_TASK_BTF)->name);
}

/* Its memory: the one that is there, or, with a value, a new one. */
static const char *kept_c(struct emit *emit, const struct ir_statement *statement,
			  const char *value)
{
	const struct map_definition *map = statement->map.map;

	return arena_print(emit->compile->arena, "%s(&%s, %s, %s%s)",
			   helper_of(map_helper(map->kind, HELPER_MAP_LOOKUP_ELEM))->name,
			   map->symbol, object_c(emit, map), value ? "&" : "0",
			   value ? arena_print(emit->compile->arena, "%s, 1", value) : ", 0");
}

static void emit_status(struct emit *emit, const struct ir_statement *statement, const char *status)
{
	if (statement->to->uses)
		emit_line(emit, statement->line, "%s = %s;", value_c(emit, statement->to), status);
}

/* What is there already is not changed; what comes in between counts as not there. */
static void emit_new_object(struct emit *emit, const struct ir_statement *statement,
			    const char *value)
{
	const char *made = kept_c(emit, statement, value);

	emit_line(emit, statement->line, "if (!%s) {", kept_c(emit, statement, NULL));
	emit->indent++;
	if (statement->to->uses)
		emit_status(emit, statement,
			    arena_print(emit->compile->arena, "%s ? 0 : %d", made, ENOMEM_RESULT));
	else
		emit_line(emit, statement->line, "%s;", made);
	emit->indent--;
	emit_line(emit, statement->line, "}");
}

static void emit_object_update(struct emit *emit, const struct ir_statement *statement)
{
	const struct memory_type *type = statement->map.map->value_type;
	const char *value =
		stored_c(emit, statement, statement->map.value, statement->map.value_data);
	const char *kept = arena_print(emit->compile->arena, "kept_%d", statement->to->number);
	int flag = statement->map.flag, line = statement->line;

	if (statement->to->uses)
		emit_line(emit, line, "%s%d;", assignment_c(emit, statement->to),
			  flag == BPF_NOEXIST ? EEXIST_RESULT
			  : flag == BPF_EXIST ? ENOENT_RESULT
					      : ENOMEM_RESULT);
	if (flag == BPF_NOEXIST) {
		emit_new_object(emit, statement, value);
		return;
	}
	emit_line(emit, line, "void *%s = %s;", kept,
		  kept_c(emit, statement, flag == BPF_EXIST ? NULL : value));
	emit_line(emit, line, "if (%s) {", kept);
	emit->indent++;
	emit_copy(emit, line,
		  arena_print(emit->compile->arena, "__builtin_assume_aligned(%s, 8)", kept),
		  address_c(emit, value), type->size, 0);
	emit_status(emit, statement, "0");
	emit->indent--;
	emit_line(emit, line, "}");
}

static void emit_lookup(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_value *to = statement->to, *cpu = statement->map.cpu;
	const char *rest = "";

	if (is_of_object(statement)) {
		emit_line(emit, statement->line, "%s%s = %s;", pointer_c(emit, to),
			  value_c(emit, to), kept_c(emit, statement, NULL));
		return;
	}
	if (cpu)
		rest = arena_print(emit->compile->arena, ", %s", condition_c(emit, cpu));
	emit_line(emit, statement->line, "%s%s = %s%s(%s, &%s%s)%s;", pointer_c(emit, to),
		  value_c(emit, to), if_there_c(emit, statement), statement->map.helper->name,
		  map_c(emit, statement), key_c(emit, statement), rest,
		  else_c(statement, ELSE_NULL));
}

/* With a key an update; without one a push, or a question whether the value is there. */
static void emit_update(struct emit *emit, const struct ir_statement *statement)
{
	const char *map = map_c(emit, statement), *there = if_there_c(emit, statement);
	const char *otherwise = else_c(statement, ELSE_ENOENT);
	const char *to = assignment_c(emit, statement->to);
	const char *helper = statement->map.helper->name;
	const char *key = has_key(statement) ? key_c(emit, statement) : NULL;
	const char *value =
		stored_c(emit, statement, statement->map.value, statement->map.value_data);

	if (key)
		emit_line(emit, statement->line, "%s%s%s(%s, &%s, &%s, %d)%s;", to, there, helper,
			  map, key, value, statement->map.flag, otherwise);
	else if (statement->map.helper->id == HELPER_MAP_PUSH_ELEM)
		emit_line(emit, statement->line, "%s%s%s(%s, &%s, %d)%s;", to, there, helper, map,
			  value, statement->map.flag, otherwise);
	else
		emit_line(emit, statement->line, "%s%s%s(%s, &%s)%s;", to, there, helper, map,
			  value, otherwise);
}

void emit_map_access(struct emit *emit, const struct ir_statement *statement)
{
	if (statement->kind == IR_LOOKUP)
		emit_lookup(emit, statement);
	else if (statement->kind == IR_UPDATE && is_of_object(statement))
		emit_object_update(emit, statement);
	else if (statement->kind == IR_UPDATE)
		emit_update(emit, statement);
	else if (is_of_object(statement))
		emit_line(emit, statement->line, "%s%s(&%s, %s);",
			  assignment_c(emit, statement->to),
			  helper_of(map_helper(statement->map.map->kind, HELPER_MAP_DELETE_ELEM))
				  ->name,
			  statement->map.map->symbol, object_c(emit, statement->map.map));
	else
		emit_line(emit, statement->line, "%s%s%s(%s, &%s)%s;",
			  assignment_c(emit, statement->to), if_there_c(emit, statement),
			  statement->map.helper->name, map_c(emit, statement),
			  key_c(emit, statement), else_c(statement, ELSE_ENOENT));
}

const char *taken_place(struct emit *emit, const struct ir_value *to,
			const struct memory_type *type, int line)
{
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
	emit_line(emit, line, "%s %s = 0;", type->integer->c_type, name);
	return address_c(emit, name);
}

void emit_take(struct emit *emit, const struct ir_statement *statement)
{
	const struct ir_value *to = statement->to;
	const char *taken = taken_place(emit, to, statement->map.map->value_type, statement->line);

	emit_line(emit, statement->line, "%s = %s%s(%s, %s)%s;",
		  value_c(emit, statement->map.status), if_there_c(emit, statement),
		  statement->map.helper->name, map_c(emit, statement), taken,
		  else_c(statement, ELSE_ENOENT));
	if (to->type != IR_TEXT && to->type != IR_MEMORY && to->uses)
		emit_line(emit, statement->line, "%s%s;", assignment_c(emit, to), taken + 1);
}
