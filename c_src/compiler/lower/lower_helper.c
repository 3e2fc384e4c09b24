/* SPDX-License-Identifier: Apache-2.0 */
/* Helpers: what the kernel takes by pointer goes through slots, what it returns becomes a value. */
#include "compiler/lower/lower_internal.h"

static bool is_key(const struct expression *call, size_t n)
{
	const struct helper *helper = call->helper.helper;

	return helper->parameters.items[helper_shown(helper, n)].kind == PARAMETER_KEY;
}

static struct ir_slot *lower_stored(struct lower *lower, const struct expression *call, size_t n,
				    const struct integer_type *type, unsigned raises)
{
	const struct expression *argument = call->helper.arguments[n];
	struct value value = lower_expression(lower, argument, USED);
	const char *use;

	if (lower->block->is_closed)
		return NULL;
	use = is_key(call, n) ? "the key of a map" : "the value of a map";
	return slot_of(lower, lower_integer(lower, call, argument, value, raises, use), type);
}

bool is_stored(struct stored stored)
{
	return stored.slot || stored.data || stored.is_object;
}

/* Neither when the argument only ever raises. */
struct stored lower_map_argument(struct lower *lower, const struct expression *call, size_t n,
				 const struct memory_type *memory, unsigned raises)
{
	struct stored stored = { NULL, NULL, false };
	struct ir_value *value;

	if (memory->kind == MEMORY_INTEGER) {
		stored.slot = lower_stored(lower, call, n, memory->integer, raises);
		return stored;
	}
	value = to_memory(lower, call, call->helper.arguments[n], memory);
	if (value && memory_type_is_scalar(memory))
		stored.slot = slot_of(lower, value, memory->integer);
	else
		stored.data = value;
	return stored;
}

struct stored lower_map_key(struct lower *lower, const struct expression *call)
{
	const struct map_definition *map = typed_in(lower, call)->helper.map;

	if (map->kind->key_rule != KEY_OBJECT)
		return lower_map_argument(lower, call, 1, map->key_type, RAISES_LEFT);
	lower_expression(lower, call->helper.arguments[1], USED);
	return (struct stored){ .is_object = !lower->block->is_closed };
}

static struct ir_statement *add_map_access(struct lower *lower, enum ir_kind kind,
					   enum helper_id helper, const struct map_definition *map,
					   struct stored key)
{
	struct ir_statement *statement = add_statement(lower, kind);

	statement->map.map = map;
	statement->map.helper = helper_of(helper);
	statement->map.key = key.slot;
	statement->map.key_data = used(key.data);
	statement->map.inner = used(lower->inner);
	if (key.slot)
		key.slot->is_key = true;
	return statement;
}

struct ir_value *add_lookup(struct lower *lower, const struct map_definition *map,
			    struct stored key, struct ir_value *cpu)
{
	struct ir_value *pointer = new_register(lower, IR_POINTER, "found");
	enum helper_id helper = cpu ? HELPER_MAP_LOOKUP_PERCPU_ELEM : HELPER_MAP_LOOKUP_ELEM;
	struct ir_statement *statement = add_map_access(lower, IR_LOOKUP, helper, map, key);

	pointer->pointee = map->value_type->integer;
	pointer->memory = map->value_type;
	statement->to = pointer;
	statement->map.cpu = used(cpu);
	settle(lower, pointer);
	return pointer;
}

struct ir_value *add_load(struct lower *lower, struct ir_value *pointer,
			  const struct memory_type *memory)
{
	struct ir_value *loaded = new_loaded(lower, memory);

	add_statement(lower, IR_LOAD)->memory.pointer = used(pointer);
	lower->block->last->to = loaded;
	return loaded;
}

/* value = nil; if (found) value = *found, in words that mean the same in Elixir; */
static struct value lookup_scalar(struct lower *lower, const struct expression *call,
				  struct ir_value *found)
{
	const struct memory_type *memory = typed_in(lower, call)->helper.map->value_type;
	struct value value = declare_value(lower, &typed_in(lower, call)->type);
	struct ir_block *block = lower->block;

	if (type_has_atom(&value.type, ATOM_NIL))
		set_value(lower, &value, atom_value(lower, ATOM_NIL));
	add_if(lower, found);
	set_value(lower, &value, from_memory(lower, memory, add_load(lower, found, memory)));
	lower->block = block;
	settle_value(lower, &value);
	return value;
}

/* What is not found is zeros, which the tag says that nobody looks at. */
static struct value lookup_memory(struct lower *lower, const struct expression *call,
				  struct ir_value *found)
{
	const struct type *type = &typed_in(lower, call)->type;
	struct value value = { .type = *type };

	value.memory = add_load(lower, found, type->memory);
	settle(lower, value.memory);
	if (type_is_tagged(type)) {
		value.payload = constant(lower, IR_S64, ATOM_NIL);
		value.tag = assign(lower, IR_S64, IR_LOOKUP_TAG, found, NULL);
	}
	return value;
}

/* Whose value is looked up, where the helper asks; false when the argument only ever raises. */
static bool lower_cpu(struct lower *lower, const struct expression *call, struct ir_value **cpu)
{
	const struct expression *argument;
	struct value value;
	bool may_raise;

	if (call->helper.count < 3)
		return true;
	argument = call->helper.arguments[2];
	value = lower_expression(lower, argument, USED);
	if (lower->block->is_closed)
		return false;
	may_raise = value.tag || value.type.integer == INTEGER_NONE;
	*cpu = lower_integer(lower, call, argument, value, may_raise ? RAISES_RIGHT : 0,
			     "the number of a CPU");
	return true;
}

struct ir_value *lookup_of(struct lower *lower, const struct expression *call)
{
	struct stored key = lower_map_key(lower, call);

	return is_stored(key) ? add_lookup(lower, typed_in(lower, call)->helper.map, key, NULL)
			      : NULL;
}

/* value = nil; if (found) value = *found; */
static struct value lower_lookup(struct lower *lower, const struct expression *call)
{
	const struct typed *typed = typed_in(lower, call);
	const struct map_definition *map = typed->helper.map;
	struct stored key = lower_map_key(lower, call);
	struct value value = { .type = typed->type };
	struct ir_value *cpu = NULL;
	struct ir_block *block;

	if (!is_stored(key) || !lower_cpu(lower, call, &cpu))
		return none_value();
	block = lower->block;
	value.found = add_lookup(lower, map, key, cpu);
	if (typed->type.memory)
		return lookup_memory(lower, call, value.found);
	if (!map->value)
		return lookup_scalar(lower, call, value.found);
	value.payload = declare(lower, payload_type(&typed->type),
				type_is_tagged(&typed->type) ? ATOM_NIL : 0, NULL);
	if (type_is_tagged(&typed->type))
		value.tag = assign(lower, IR_S64, IR_IS_NULL, value.found, NULL);
	add_if(lower, value.found);
	set(lower, value.payload, add_load(lower, value.found, map->value_type));
	lower->block = block;
	settle(lower, value.payload);
	return value;
}

struct ir_value *add_update(struct lower *lower, enum helper_id helper,
			    const struct map_definition *map, struct stored key,
			    struct stored value, int flag)
{
	struct ir_value *status = new_register(lower, IR_S64, "status");
	struct ir_statement *statement = add_map_access(lower, IR_UPDATE, helper, map, key);

	statement->to = status;
	statement->map.value = value.slot;
	statement->map.value_data = used(value.data);
	statement->map.flag = flag;
	if (value.slot)
		value.slot->uses++;
	settle(lower, status);
	return status;
}

void add_change(struct lower *lower, enum change change, struct ir_value *pointer,
		const struct record_field *field, struct ir_value *amount)
{
	struct ir_statement *statement = add_statement(lower, IR_CHANGE);

	statement->memory.change = change;
	statement->memory.pointer = used(pointer);
	statement->memory.field = field;
	statement->memory.amount = used(amount);
}

/* The amount that `v + d`, `d + v` or `v - d` adds to what was looked up. */
static const struct expression *amount_of(const struct expression *value,
					  const struct variable *found)
{
	const struct expression *left = value->operation.left;

	if (left->kind == EXPRESSION_VARIABLE && left->variable == found)
		return value->operation.right;
	return left;
}

/* *found += amount, where the value that was looked up is known to be there. */
static struct value lower_fused_add(struct lower *lower, const struct expression *call)
{
	const struct typed *typed = typed_in(lower, call);
	const struct variable *variable = typed->helper.found;
	const struct value *found =
		&lower->variables[lower->instance->function->arity + variable->number];
	struct value amount =
		lower_expression(lower, amount_of(call->helper.arguments[2], variable), USED);
	struct ir_block *block = lower->block;

	/* The verifier wants the address itself to be tested; clang drops a second test. */
	add_if(lower, found->found);
	add_change(lower, typed->helper.fusion == FUSION_ADD ? CHANGE_ADD : CHANGE_SUBTRACT,
		   found->found, NULL, amount.payload);
	lower->block = block;
	return atom_value(lower, ATOM_OK);
}

/*
 * if (update(key, amount, BPF_NOEXIST) == -EEXIST) { another CPU was first:
 *	found = lookup(key); if (found) *found += amount; }
 */
static struct value lower_fused_insert(struct lower *lower, const struct expression *call,
				       enum use use)
{
	const struct map_definition *map = typed_in(lower, call)->helper.map;
	struct stored key = lower_map_key(lower, call);
	struct value amount = lower_expression(lower, call->helper.arguments[2], USED);
	struct stored value = { .slot = slot_of(lower, amount.payload, map->value) };
	struct ir_value *first =
		add_update(lower, HELPER_MAP_UPDATE_ELEM, map, key, value, BPF_NOEXIST);
	struct ir_value *status = declare(lower, IR_S64, 0, "status");
	struct ir_block *block = lower->block;
	struct ir_value *found;
	struct ir_statement *branch;

	branch = add_if(lower, assign(lower, IR_S64, IR_EQUAL, first,
				      constant(lower, IR_S64, EEXIST_RESULT)));
	found = add_lookup(lower, map, key, NULL);
	add_if(lower, found);
	add_change(lower, CHANGE_ADD, found, NULL, amount.payload);
	lower->block = branch->branch.otherwise;
	set(lower, status, first);
	lower->block = block;
	settle(lower, status);
	return status_value(lower, call, status, use);
}

static struct value lower_update(struct lower *lower, const struct expression *call, enum use use)
{
	const struct typed *typed = typed_in(lower, call);
	const struct map_definition *map = typed->helper.map;
	struct stored key, value = { 0 };

	if (call->helper.there)
		return lower_computed(lower, call, use);
	switch (typed->helper.fusion) {
	case FUSION_ADD:
	case FUSION_SUBTRACT:
		return lower_fused_add(lower, call);
	case FUSION_INSERT:
		return lower_fused_insert(lower, call, use);
	case FUSION_SUM:
	case FUSION_DIFFERENCE:
		return lower_sum(lower, call, use);
	case FUSION_NONE:
	case FUSION_IN_PLACE:
	case FUSION_EXCHANGE:
		break;
	}
	key = lower_map_key(lower, call);
	if (is_stored(key))
		value = lower_map_argument(lower, call, 2, map->value_type, RAISES_RIGHT);
	if (!is_stored(value))
		return none_value();
	return status_value(
		lower, call,
		add_update(lower, HELPER_MAP_UPDATE_ELEM, map, key, value, typed->helper.flag),
		use);
}

/* A push, or the question whether a value is in the map. */
static struct value lower_handing(struct lower *lower, const struct expression *call, enum use use)
{
	const struct typed *typed = typed_in(lower, call);
	const struct map_definition *map = typed->helper.map;
	struct stored value = lower_map_argument(lower, call, 1, map->value_type, RAISES_RIGHT);

	if (!is_stored(value))
		return none_value();
	return status_value(lower, call,
			    add_update(lower, call->helper.helper->id, map, (struct stored){ 0 },
				       value, typed->helper.flag),
			    use);
}

/* nil's tag, and in its stead that of data when the helper gave some. */
static struct value taken_memory(struct lower *lower, const struct type *type,
				 struct ir_value *is_taken, struct ir_value *taken)
{
	struct value value = { .type = *type, .memory = taken };
	struct ir_block *block = lower->block;

	value.payload = constant(lower, IR_S64, ATOM_NIL);
	value.tag = declare(lower, IR_S64, TAG_ATOM, NULL);
	add_if(lower, is_taken);
	set(lower, value.tag, constant(lower, IR_S64, TAG_MEMORY));
	lower->block = block;
	settle(lower, value.tag);
	return value;
}

/* status = pop(&taken); value = nil; if (!status) value = taken; */
static struct value lower_take(struct lower *lower, const struct expression *call)
{
	const struct type *type = &typed_in(lower, call)->type;
	const struct map_definition *map = typed_in(lower, call)->helper.map;
	struct ir_value *status = declare(lower, IR_S64, 0, "status");
	struct ir_value *taken = new_loaded(lower, map->value_type), *is_taken;
	struct ir_statement *statement =
		add_map_access(lower, IR_TAKE, call->helper.helper->id, map, (struct stored){ 0 });
	struct ir_block *block;
	struct value value;

	statement->to = taken;
	statement->map.status = used(status);
	settle(lower, taken);
	settle(lower, status);
	is_taken = assign(lower, IR_S64, IR_EQUAL, status, constant(lower, IR_S64, 0));
	if (type->memory)
		return taken_memory(lower, type, is_taken, taken);
	value = declare_value(lower, type);
	set_value(lower, &value, atom_value(lower, ATOM_NIL));
	block = lower->block;
	add_if(lower, is_taken);
	set_value(lower, &value, from_memory(lower, map->value_type, taken));
	lower->block = block;
	settle_value(lower, &value);
	return value;
}

static struct value lower_delete(struct lower *lower, const struct expression *call, enum use use)
{
	const struct map_definition *map = typed_in(lower, call)->helper.map;
	struct stored key = lower_map_key(lower, call);
	struct ir_value *status;

	if (!is_stored(key))
		return none_value();
	status = new_register(lower, IR_S64, "status");
	add_map_access(lower, IR_DELETE, HELPER_MAP_DELETE_ELEM, map, key)->to = status;
	settle(lower, status);
	return status_value(lower, call, status, use);
}

static struct value lower_called(struct lower *lower, const struct expression *call, enum use use)
{
	switch (call->helper.helper->id) {
	case HELPER_MAP_LOOKUP_ELEM:
	case HELPER_MAP_LOOKUP_PERCPU_ELEM:
		return call->helper.locked ? lower_locked(lower, call, use)
					   : lower_lookup(lower, call);
	case HELPER_MAP_UPDATE_ELEM:
		return lower_update(lower, call, use);
	case HELPER_MAP_DELETE_ELEM:
		return lower_delete(lower, call, use);
	case HELPER_MAP_PUSH_ELEM:
		return lower_handing(lower, call, use);
	case HELPER_MAP_POP_ELEM:
		return lower_take(lower, call);
	case HELPER_MAP_PEEK_ELEM:
		return call->helper.count == 1 ? lower_take(lower, call)
					       : lower_handing(lower, call, use);
	case HELPER_TRACE_PRINTK:
		return lower_printk(lower, call, use);
	case HELPER_TIMER_START:
	case HELPER_TIMER_CANCEL:
		return lower_timer(lower, call, use);
	case HELPER_RINGBUF_RESERVE:
		return lower_emit(lower, call, use);
	case HELPER_TAIL_CALL:
		return lower_tail_call(lower, call);
	default:
		return lower_helper_call(lower, call, use);
	}
}

struct value lower_helper(struct lower *lower, const struct expression *call, enum use use)
{
	struct ir_value *around = lower->inner;
	struct value value = none_value();

	if (lower_inner_map(lower, call))
		value = lower_called(lower, call, use);
	lower->inner = around;
	return value;
}
