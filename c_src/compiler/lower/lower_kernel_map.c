/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An update whose value is computed of what is there:
 *
 *	found = lookup(key); status = 0;
 *	if (!found) {
 *		status = update(key, initial, BPF_NOEXIST);
 *		if (status == -EEXIST) { another CPU was first: found = lookup(key); status = -ENOENT }
 *	}
 *	if (found) { there = *found; <change it in place>; status = 0 }
 *
 * (of an array, which has all that it can have, `if (!found) status = -E2BIG` is all of the former;
 * by an exchange, where another CPU could change it meanwhile and the kernel has exchanges), or,
 * where it may not be changed in place, `status = update(key, <the new value>, BPF_ANY)`.
 */
#include "compiler/infer/exchange.h"
#include "compiler/lower/lower_internal.h"
#include "compiler/unit/record_type.h"

#define EBUSY_RESULT (-16)
#define E2BIG_RESULT (-7) /* the kernel's, for an index beyond the last */

struct computed {
	const struct expression *call;
	const struct map_definition *map;
	const struct variable *there;
	const struct expression *body;
	struct stored key;
	struct ir_value *found;
};

static struct stored lower_initial(struct lower *lower, const struct computed *computed)
{
	struct stored initial = { 0 };

	if (!computed->call->helper.puts_fields)
		return lower_map_argument(lower, computed->call, 2, computed->map->value_type,
					  RAISES_RIGHT);
	initial.data = lower_fields(lower, computed->call->helper.arguments[2],
				    computed->map->value_type->record);
	return initial;
}

static bool can_wait(struct lower *lower, const struct expression *expression);

static bool can_all_wait(struct lower *lower, const struct expression *record)
{
	for (size_t i = 0; i < record->record.count; i++) {
		if (!can_wait(lower, record->record.fields[i].value))
			return false;
	}
	return true;
}

/* The kernel gives the same a little later. */
static bool is_same_later(const struct expression *call)
{
	const struct helper *helper = helper_row(call->helper.helper);

	return !call->helper.count &&
	       (helper->id == HELPER_GET_CURRENT_COMM || (helper->effects & EFFECT_STEADY));
}

/* It does nothing but give a value: it may as well wait until the value is needed. */
static bool can_wait(struct lower *lower, const struct expression *expression)
{
	if (typed_in(lower, expression)->raises)
		return false;
	if (expression->kind == EXPRESSION_STRUCT)
		return !expression->record.base && can_all_wait(lower, expression);
	if (expression->kind == EXPRESSION_HELPER)
		return is_same_later(expression);
	return expression->kind == EXPRESSION_INTEGER || expression->kind == EXPRESSION_ATOM ||
	       expression->kind == EXPRESSION_STRING || expression->kind == EXPRESSION_VARIABLE;
}

/* It has a value at every index. */
static bool is_array(const struct map_definition *map)
{
	return map->kind->key_rule == KEY_INDEX && !map->outer;
}

static bool is_surely_there(struct lower *lower, const struct computed *computed)
{
	const struct type *key = &typed_in(lower, computed->call->helper.arguments[1])->type;

	return is_array(computed->map) && type_is_integer(key) && key->range.low >= 0 &&
	       key->range.high < computed->map->max_entries;
}

static struct ir_value *declare_found(struct lower *lower, struct ir_value *first)
{
	struct ir_value *found = new_register(lower, IR_POINTER, "there");
	struct ir_statement *statement = add_statement(lower, IR_DECLARE);

	found->pointee = first->pointee;
	found->memory = first->memory;
	statement->to = found;
	statement->value = used(first);
	return found;
}

/* Where nothing is there. What is found there after all is `found` then. */
static void lower_insert(struct lower *lower, struct computed *computed, struct ir_value *first,
			 struct stored initial, struct ir_value *status)
{
	struct ir_block *block = lower->block;
	struct ir_value *inserted;

	add_if(lower, assign(lower, IR_S64, IR_NOT, first, NULL));
	if (is_array(computed->map)) {
		set(lower, status, constant(lower, IR_S64, E2BIG_RESULT));
		lower->block = block;
		return;
	}
	if (!is_stored(initial))
		initial = lower_initial(lower, computed);
	inserted = add_update(lower, HELPER_MAP_UPDATE_ELEM, computed->map, computed->key, initial,
			      BPF_NOEXIST);
	set(lower, status, inserted);
	add_if(lower,
	       assign(lower, IR_S64, IR_EQUAL, inserted, constant(lower, IR_S64, EEXIST_RESULT)));
	set(lower, computed->found, add_lookup(lower, computed->map, computed->key, NULL));
	set(lower, status, constant(lower, IR_S64, ENOENT_RESULT));
	lower->block = block;
}

static struct change_in_place change_in(struct lower *lower, const struct computed *computed,
					const struct expression *value, const char *field,
					const struct memory_type *memory)
{
	return change_of(lower->instance, lower->typed_unit->unit->kernel, value, computed->there,
			 field, memory);
}

/* The amount is known before anything is changed. A choice may leave it what it is. */
static void change_integer(struct lower *lower, const struct computed *computed,
			   const struct expression *value, struct ir_value *loaded)
{
	struct change_in_place change =
		change_in(lower, computed, value, NULL, computed->map->value_type);
	struct value amount = lower_expression(lower, change.amount, USED);
	struct ir_block *block = lower->block;
	struct ir_value *integer;

	if (block->is_closed)
		return;
	integer = lower_integer(lower, computed->call, change.amount, amount,
				change.change == CHANGE_STORE ? RAISES_PART : 0,
				"the value of a map");
	if (value->kind == EXPRESSION_CASE)
		add_if(lower, assign(lower, IR_S64, IR_NOT_EQUAL,
				     as_type(lower, integer, loaded->type), loaded));
	add_change(lower, change.change, computed->found, NULL, integer);
	lower->block = block;
}

static void change_fields(struct lower *lower, const struct computed *computed,
			  const struct expression *value, const struct field_value *fields,
			  size_t count)
{
	const struct record_type *record = computed->map->value_type->record;
	struct ir_value **amounts = ARENA_ARRAY(lower->compile->arena, struct ir_value *, count);
	enum change *changes = ARENA_ARRAY(lower->compile->arena, enum change, count);

	for (size_t i = 0; i < count; i++) {
		const struct memory_type *memory = record_field_find(record, fields[i].name)->type;
		struct change_in_place change =
			change_in(lower, computed, fields[i].value, fields[i].name, memory);

		changes[i] = change.change;
		amounts[i] = to_memory(lower, value, change.amount, memory);
		if (!amounts[i])
			return;
	}
	for (size_t i = 0; i < count; i++)
		add_change(lower, changes[i], computed->found,
			   record_field_find(record, fields[i].name), amounts[i]);
}

/* What stands before the body's last expression. */
static const struct expression *lower_before(struct lower *lower, const struct expression *body)
{
	while (body->kind == EXPRESSION_BLOCK && body->sequence.count) {
		for (size_t i = 0; i + 1 < body->sequence.count; i++) {
			lower_expression(lower, body->sequence.items[i], UNUSED);
			if (lower->block->is_closed)
				return NULL;
		}
		body = body->sequence.items[body->sequence.count - 1];
	}
	return body;
}

static void change_in_place(struct lower *lower, const struct computed *computed,
			    struct ir_value *loaded)
{
	const struct expression *value = lower_before(lower, computed->body);
	const struct field_value *fields;
	size_t count;

	if (!value)
		return;
	if (computed->map->value) {
		change_integer(lower, computed, value, loaded);
		return;
	}
	fields = fields_in_place(lower->compile, value, computed->there, &count);
	change_fields(lower, computed, value, fields, count);
}

static void bind_there(struct lower *lower, const struct computed *computed,
		       struct ir_value *loaded)
{
	set_variable(lower, computed->there, from_memory(lower, computed->map->value_type, loaded));
}

/* Where the condition holds, nothing is left to do. */
static void done_if(struct lower *lower, struct ir_value *condition, struct ir_value *status,
		    struct ir_statement *block)
{
	struct ir_block *here = lower->block;

	add_if(lower, condition);
	set(lower, status, constant(lower, IR_S64, 0));
	add_statement(lower, IR_LEAVE)->leave = block;
	block->block.is_left = true;
	lower->block->is_closed = true;
	lower->block = here;
}

/* One turn: what was there becomes what is computed of it, unless another CPU has changed it. */
static void exchange_once(struct lower *lower, const struct computed *computed,
			  struct ir_value *was, struct ir_value *status, struct ir_statement *block)
{
	struct ir_value *now = declare(lower, was->type, 0, NULL), *put, *seen;
	struct ir_statement *exchange;
	struct value value;

	set(lower, now, was);
	settle(lower, now);
	bind_there(lower, computed, now);
	value = lower_expression(lower, computed->body, USED);
	if (lower->block->is_closed)
		return;
	put = lower_integer(lower, computed->call, computed->body, value, RAISES_PART,
			    "the value of a map");
	put = as_type(lower, put, now->type);
	done_if(lower, assign(lower, IR_S64, IR_EQUAL, put, now), status, block);
	exchange = add_statement(lower, IR_EXCHANGE);
	exchange->memory.pointer = used(computed->found);
	exchange->memory.expected = used(now);
	exchange->memory.amount = used(put);
	exchange->to = seen = new_register(lower, now->type, "seen");
	settle(lower, seen);
	done_if(lower, assign(lower, IR_S64, IR_EQUAL, seen, now), status, block);
	set(lower, was, seen);
}

/*
 * was = *found; status = -EBUSY;
 * for (so many turns) {
 *	value = <of was>; if (value == was) { status = 0; goto done; }
 *	seen = <exchange *found, if it is was, for value>; if (seen == was) { status = 0; goto done; }
 *	was = seen;
 * } done:
 */
static void exchange(struct lower *lower, const struct computed *computed, struct ir_value *loaded,
		     struct ir_value *status)
{
	struct ir_value *was = declare(lower, loaded->type, 0, "was");
	struct ir_loop *loop = ARENA_NEW(lower->compile->arena, struct ir_loop);
	struct ir_block *outer = lower->block;
	struct ir_statement *block, *statement;

	set(lower, was, loaded);
	set(lower, status, constant(lower, IR_S64, EBUSY_RESULT));
	block = open_block(lower);
	statement = add_statement(lower, IR_LOOP);
	statement->to = new_register(lower, IR_S64, "turn");
	statement->loop = loop;
	loop->turns = used(constant(lower, IR_U64, MOST_EXCHANGES));
	loop->most = MOST_EXCHANGES;
	loop->number = lower->unit->loop_count++;
	loop->body = lower->block = new_block(lower);
	exchange_once(lower, computed, was, status, block);
	lower->block = outer;
	append_statement(lower, block);
}

static void replace(struct lower *lower, const struct computed *computed, struct ir_value *status)
{
	struct stored value = lower_map_argument(lower, computed->call, 3,
						 computed->map->value_type, RAISES_PART);

	if (is_stored(value))
		set(lower, status,
		    add_update(lower, HELPER_MAP_UPDATE_ELEM, computed->map, computed->key, value,
			       0));
}

static void lower_change(struct lower *lower, const struct computed *computed,
			 struct ir_value *status)
{
	struct ir_block *block = lower->block;
	enum fusion fusion = typed_in(lower, computed->call)->helper.fusion;
	struct ir_value *loaded;

	add_if(lower, computed->found);
	loaded = add_load(lower, computed->found, computed->map->value_type);
	settle(lower, loaded);
	if (fusion != FUSION_EXCHANGE)
		bind_there(lower, computed, loaded);
	if (fusion == FUSION_EXCHANGE)
		exchange(lower, computed, loaded, status);
	else if (fusion == FUSION_IN_PLACE)
		change_in_place(lower, computed, loaded);
	else
		replace(lower, computed, status);
	if (fusion == FUSION_IN_PLACE && !lower->block->is_closed)
		set(lower, status, constant(lower, IR_S64, 0));
	lower->block = block;
}

struct value lower_computed(struct lower *lower, const struct expression *call, enum use use)
{
	struct computed computed = { .call = call,
				     .map = typed_in(lower, call)->helper.map,
				     .there = call->helper.there,
				     .body = call->helper.arguments[3],
				     .key = lower_map_key(lower, call) };
	bool waits = call->helper.puts_fields ? !typed_in(lower, call)->raises
					      : can_wait(lower, call->helper.arguments[2]);
	struct stored initial = { 0 };
	struct ir_value *first, *status;

	if (!is_stored(computed.key))
		return none_value();
	if (!waits) {
		initial = lower_initial(lower, &computed);
		if (!is_stored(initial))
			return none_value();
	}
	first = add_lookup(lower, computed.map, computed.key, NULL);
	status = declare(lower, IR_S64, 0, "status");
	computed.found = declare_found(lower, first);
	if (!is_surely_there(lower, &computed))
		lower_insert(lower, &computed, first, initial, status);
	settle(lower, computed.found);
	lower_change(lower, &computed, status);
	settle(lower, status);
	return status_value(lower, call, status, use);
}

/*
 * found = lookup(key), as above, with v + d where nothing is; if (found) *found += d, of which v is what
 * was found before, or is put where nothing is.
 */
struct value lower_sum(struct lower *lower, const struct expression *call, enum use use)
{
	const struct typed *typed = typed_in(lower, call);
	struct computed computed = { .call = call,
				     .map = typed->helper.map,
				     .key = lower_map_key(lower, call) };
	struct stored initial = { 0 };
	struct ir_value *first, *status;
	struct ir_block *block;
	struct value amount;

	if (!is_stored(computed.key))
		return none_value();
	first = add_lookup(lower, computed.map, computed.key, NULL);
	status = declare(lower, IR_S64, 0, "status");
	computed.found = declare_found(lower, first);
	if (!is_surely_there(lower, &computed))
		lower_insert(lower, &computed, first, initial, status);
	settle(lower, computed.found);
	block = lower->block;
	add_if(lower, computed.found);
	amount = lower_expression(lower, typed->helper.amount, USED);
	add_change(lower, typed->helper.fusion == FUSION_SUM ? CHANGE_ADD : CHANGE_SUBTRACT,
		   computed.found, NULL, amount.payload);
	set(lower, status, constant(lower, IR_S64, 0));
	lower->block = block;
	settle(lower, status);
	return status_value(lower, call, status, use);
}
