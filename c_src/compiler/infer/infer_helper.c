/* SPDX-License-Identifier: Apache-2.0 */
/* Calls of the kernel's helpers, by the kinds of their parameters. */
#include "compiler/infer/infer_internal.h"

#include "base/buffer.h"
#include "compiler/unit/memory_type.h"
#include "compiler/infer/printk_format.h"
#include "compiler/infer/truncation.h"

#include <string.h>

/* What the kernel takes for the GPL when it decides about GPL-only helpers. */
static const char *const gpl_licenses[] = {
	"GPL",		"GPL v2",	"GPL and additional rights",
	"Dual BSD/GPL", "Dual MIT/GPL", "Dual MPL/GPL",
};

static bool is_timer(const struct expression *call)
{
	return call->helper.helper->id == HELPER_TIMER_START ||
	       call->helper.helper->id == HELPER_TIMER_CANCEL;
}

static bool is_gpl(const char *license)
{
	for (size_t i = 0; i < sizeof(gpl_licenses) / sizeof(gpl_licenses[0]); i++) {
		if (strcmp(license, gpl_licenses[i]) == 0)
			return true;
	}
	return false;
}

static void warn_of_truncation(struct infer *infer, const struct expression *call,
			       const struct expression *argument, const struct type *type,
			       const struct integer_type *stored, const char *what)
{
	struct arena *arena = infer->compile->arena;
	struct storing storing = {
		.span = operand_span(argument, call),
		.what = arena_print(arena, "this %s", what),
		.where = arena_print(arena, "map `%s`", typed_of(infer, call)->helper.map->name),
		.owner = "the map",
	};

	truncation_check(infer, &storing, type, stored);
}

bool infer_stored(struct infer *infer, const struct expression *call,
		  const struct expression *argument, const struct integer_type *stored,
		  const char *what, unsigned raises)
{
	struct type type = infer_expression(infer, argument);
	const char *use = arena_print(infer->compile->arena, "the %s of map `%s`", what,
				      typed_of(infer, call)->helper.map->name);

	if (type.is_poison)
		return false;
	if (type_has_binary(&type) || type.context || type_has_function(&type)) {
		diagnostic_hint(
			&infer->compile->diagnostics,
			error_at(&infer->compile->diagnostics, operand_span(argument, call),
				 CODE_BAD_ARGUMENT, "%s is %s, expected an integer", use,
				 type_text(infer->compile, &infer->typed_unit->atoms, &type)),
			"give it an integer, or let `defmap` say another type, such as `{:string, 16}`");
		return false;
	}
	if (may_be_no_integer(infer, argument, &type, use))
		mark_raise(infer, call, raises);
	warn_of_truncation(infer, call, argument, &type, stored, what);
	return true;
}

/* A key or value that is no integer. */
bool infer_argument(struct infer *infer, const struct expression *call,
		    const struct expression *argument, const struct memory_type *type,
		    const char *what)
{
	return infer_into_memory(infer, call, argument, type,
				 arena_print(infer->compile->arena, "the %s of map `%s`", what,
					     typed_of(infer, call)->helper.map->name));
}

static enum parameter_kind parameter_kind(const struct expression *call, size_t n)
{
	const struct helper *helper = call->helper.helper;

	return helper->parameters.items[helper_shown(helper, n)].kind;
}

static bool infer_parameter(struct infer *infer, const struct expression *call, size_t n)
{
	const struct expression *argument = call->helper.arguments[n];
	const struct map_definition *map = typed_of(infer, call)->helper.map;

	switch (parameter_kind(call, n)) {
	case PARAMETER_MAP:
	case PARAMETER_PROGRAM_ARRAY:
		return infer_helper_map(infer, call, argument);
	case PARAMETER_KEY:
		if (map->kind->key_rule == KEY_OBJECT)
			return infer_object_key(infer, call, argument);
		if (!map->key)
			return infer_argument(infer, call, argument, map->key_type, "key");
		return infer_stored(infer, call, argument, map->key, "key", RAISES_LEFT);
	case PARAMETER_VALUE:
		if (call->helper.puts_fields)
			return infer_put_fields(infer, call);
		if (!map->value)
			return infer_argument(infer, call, argument, map->value_type, "value");
		return infer_stored(infer, call, argument, map->value, "value", RAISES_RIGHT);
	case PARAMETER_FORMAT:
		return printk_check(infer, call, argument, call->helper.arguments[1], 0);
	case PARAMETER_ARGUMENTS:
		return true;
	case PARAMETER_FORMAT_LIST:
		return printk_check_list(infer, call, argument);
	case PARAMETER_UPDATE_FLAG:
		if (call->helper.there)
			return infer_computed(infer, call);
		return infer_helper_flag(infer, call, n);
	case PARAMETER_REDIRECT_FLAGS:
	case PARAMETER_STACK_FLAGS:
	case PARAMETER_ACTION_FLAG:
	case PARAMETER_STACK_SIDE:
	case PARAMETER_RING_QUESTION:
	case PARAMETER_ROUTE_FLAG:
		return infer_helper_flag(infer, call, n);
	case PARAMETER_CONSTANT_TEXT:
		return infer_helper_constant(infer, call, n);
	case PARAMETER_BUFFER:
	case PARAMETER_PIECE:
	case PARAMETER_IPV4_HEADER:
	case PARAMETER_IPV6_HEADER:
	case PARAMETER_TCP_HEADER:
		return infer_helper_buffer(infer, call, n);
	case PARAMETER_CALLBACK:
		return infer_timer_function(infer, call, n);
	case PARAMETER_U32_CHANGED:
	case PARAMETER_STRUCT_CHANGED:
		return infer_helper_changed(infer, call, n);
	case PARAMETER_BINARY_SIZE:
	case PARAMETER_NUMBER_COUNT:
		return infer_helper_count(infer, call, n);
	case PARAMETER_CONTEXT:
		return infer_helper_context(infer, call, n);
	case PARAMETER_TEXT:
		return infer_helper_text(infer, call, n);
	case PARAMETER_TYPE_SIZE:
		return infer_helper_type(infer, call, n);
	case PARAMETER_TEXT_SIZE:
		return infer_helper_size(infer, call, n);
	default:
		return infer_helper_integer(infer, call, n);
	}
}

void check_use(struct infer *infer, struct span span, const char *what, bool gpl_only, int kernel)
{
	const struct unit *unit = infer->typed_unit->unit;
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct diagnostic *diagnostic;

	if (gpl_only && !is_gpl(unit->license)) {
		diagnostic = error_at(diagnostics, span, CODE_LICENSE,
				      "%s is for programs under the GPL, but this module says "
				      "license: \"%s\"",
				      what, unit->license);
		diagnostic_hint(diagnostics, diagnostic,
				"write `use Honey, license: \"GPL\"` or \"Dual BSD/GPL\"");
	}
	if (kernel > unit->kernel)
		error_at(diagnostics, span, CODE_KERNEL_TOO_OLD,
			 "%s needs kernel %d.%d, but this module is for %d.%d", what, kernel >> 8,
			 kernel & 0xff, unit->kernel >> 8, unit->kernel & 0xff);
}

/* "`:bpf_queue`, `:bpf_stack`": the types whose maps the helper takes */
static const char *kinds_with(struct infer *infer, unsigned operation)
{
	struct buffer text;
	size_t count = 0;

	buffer_init(&text, infer->compile->arena);
	for (size_t i = 0; i < map_kind_count; i++) {
		if (map_kinds[i].operations & operation && !map_kinds[i].missing)
			buffer_print(&text, "%s`:%s`", count++ ? ", " : "", map_kinds[i].name);
	}
	return text.text;
}

/* "`bpf_map_push_elem`, `bpf_map_pop_elem`": the helpers that take maps of the type; NULL for none */
static const char *helpers_of(struct infer *infer, const struct map_kind *kind)
{
	struct buffer text;
	size_t count = 0;

	buffer_init(&text, infer->compile->arena);
	for (unsigned i = 0; i < MAP_OPERATION_COUNT; i++) {
		const struct helper *helper = map_operation_helper((enum map_operation_bit)i);

		if (i == MAP_OPERATION_EMIT && kind->operations & MAP_MAY_EMIT)
			buffer_print(&text, "%s`%s`", count++ ? ", " : "", EMIT_NAME);
		else if (i == MAP_OPERATION_TAIL_CALL && kind->operations & MAP_MAY_TAIL_CALL)
			buffer_print(&text, "%s`Honey.tail_call/2`", count++ ? ", " : "");
		else if (i == MAP_OPERATION_DRAIN && kind->operations & MAP_MAY_DRAIN)
			buffer_print(&text, "%s`Honey.KernelMap.drain/1`", count++ ? ", " : "");
		else if (kind->operations >> i & 1 && !helper_obstacle(helper))
			buffer_print(&text, "%s`%s/%zu`", count++ ? ", " : "", helper->name,
				     helper_arity(helper));
	}
	return text.text;
}

static bool check_operation(struct infer *infer, struct span span, const char *name,
			    const struct helper *helper, const struct map_definition *map)
{
	unsigned operation = map_operation_of(helper);
	const char *others = helpers_of(infer, map->kind);
	struct diagnostic *diagnostic;

	if (map->kind->operations & operation)
		return true;
	if (map->kind->missing) {
		diagnostic_hint(
			&infer->compile->diagnostics,
			error_at(
				&infer->compile->diagnostics, span, CODE_BAD_ARGUMENT,
				"no program can do that with map `%s` of type `:%s` yet: that needs %s",
				map->name, map->kind->name, map->kind->missing),
			"%s", map->kind->instead);
		return false;
	}
	diagnostic = error_at(&infer->compile->diagnostics, span, CODE_BAD_ARGUMENT,
			      "`%s` does not take map `%s` of type `:%s`, it takes %s", name,
			      map->name, map->kind->name, kinds_with(infer, operation));
	if (others)
		diagnostic_hint(&infer->compile->diagnostics, diagnostic, "a `:%s` is for %s",
				map->kind->name, others);
	return false;
}

/* What the flags of the map keep programs from. */
static bool check_access(struct infer *infer, struct span span, const char *name,
			 const struct helper *helper, const struct map_definition *map)
{
	bool writes = helper_row(helper)->effects & EFFECT_MAP;
	unsigned flag = writes ? MAP_FLAG_RDONLY_PROG : MAP_FLAG_WRONLY_PROG;
	struct diagnostic *diagnostic;

	if (!(map->flags & flag))
		return true;
	diagnostic = error_at(&infer->compile->diagnostics, span, CODE_BAD_ARGUMENT,
			      "`%s` %s map `%s`, which has the flag `:%s`", name,
			      writes ? "writes into" : "reads", map->name,
			      writes ? "rdonly_prog" : "wronly_prog");
	diagnostic_hint(&infer->compile->diagnostics, diagnostic, "leave the flag out");
	return false;
}

void note_map_use(struct infer *infer, const struct expression *expression,
		  const struct map_definition *map)
{
	struct map_use *use = ARENA_NEW(infer->compile->arena, struct map_use);

	*use = (struct map_use){ infer->instance->map_uses, map, expression };
	infer->instance->map_uses = use;
}

bool check_map_operation(struct infer *infer, struct span span, const char *name,
			 const struct helper *helper, const struct map_definition *map)
{
	return check_operation(infer, span, name, helper, map) &&
	       check_access(infer, span, name, helper, map);
}

static const char *map_user_name(struct infer *infer, const struct expression *call)
{
	if (call->helper.locked)
		return called_helper(call);
	return arena_print(infer->compile->arena, "%s/%zu", call->helper.helper->name,
			   call->helper.count);
}

bool check_map_use(struct infer *infer, const struct expression *call)
{
	struct map_definition *map = typed_of(infer, call)->helper.map;

	if (helper_row(call->helper.helper)->effects & EFFECT_MAP)
		infer->instance->changes_maps = true;
	if (!check_map_operation(infer, call->span, map_user_name(infer, call), call->helper.helper,
				 map))
		return false;
	note_map_use(infer, call, map);
	if (call->helper.helper->id == HELPER_MAP_DELETE_ELEM)
		map->is_deleted = true;
	/* What the program had in scratch memory may be gone when it comes back. */
	if (call->helper.helper->id == HELPER_TAIL_CALL)
		infer->instance->can_raise = true;
	return true;
}

void note_call(struct infer *infer, const struct expression *call, const struct helper *helper)
{
	struct helper_call *note = ARENA_NEW(infer->compile->arena, struct helper_call);

	*note = (struct helper_call){ infer->instance->helper_calls, call, helper,
				      typed_of(infer, call)->helper.map,
				      typed_of(infer, call)->helper.timer };
	infer->instance->helper_calls = note;
}

/* An argument that only ever raises: nothing is called. */
static bool has_no_value(struct infer *infer, const struct expression *call, size_t n)
{
	const struct expression *argument = call->helper.arguments[n];

	/* What is computed of what is there is no argument: nothing may be there. */
	if (n == 3 && call->helper.there)
		return false;
	return argument->kind != EXPRESSION_STRING && argument->kind != EXPRESSION_DATA &&
	       type_is_none(&typed_of(infer, argument)->type);
}

static bool check_lock(struct infer *infer, const struct expression *call)
{
	const struct map_definition *map = typed_of(infer, call)->helper.map;
	struct diagnostics *diagnostics = &infer->compile->diagnostics;
	struct diagnostic *diagnostic;

	if (map_has_lock(map))
		return true;
	diagnostic = error_at(diagnostics, operand_span(call->helper.arguments[0], call),
			      CODE_BAD_ARGUMENT, "the values of map `%s` have no lock", map->name);
	diagnostic_hint(diagnostics, diagnostic,
			"give them a type with one: `deftype Account, lock: :spin_lock, balance: "
			":s64`");
	return false;
}

/* What the function makes of the value is stored; the map has it unless the function only raises. */
static struct type infer_locked(struct infer *infer, const struct expression *call)
{
	const struct map_definition *map = typed_of(infer, call)->helper.map;
	const struct expression *body = call->helper.arguments[2];
	struct type type = helper_lookup_type(infer, call);
	bool is_right;

	if (has_no_value(infer, call, 1))
		return type_none();
	infer->instance->changes_maps = true;
	bind_now(infer, call->helper.locked, type_memory(map->value_type));
	infer->locks++;
	is_right = infer_into_memory(
		infer, call, body, map->value_type,
		arena_print(infer->compile->arena, "the new value of map `%s`", map->name));
	infer->locks--;
	if (!is_right)
		return type_poison();
	return type_is_none(&typed_of(infer, body)->type) ? type_atom(infer->compile, ATOM_NIL)
							  : type;
}

/* The task is what another helper gives, which is called for it. */
static void check_current_task(struct infer *infer, const struct expression *call)
{
	const struct helper *helper = helper_row(call->helper.helper);
	const struct helper *giver = helper_of(HELPER_GET_CURRENT_TASK_BTF);

	if (helper_find_parameter(helper, PARAMETER_CURRENT_TASK) < 0)
		return;
	check_use(infer, call->span,
		  arena_print(infer->compile->arena, "`%s`, which asks `%s` for the task,",
			      helper->name, giver->name),
		  giver->gpl_only, helper_kernel(giver));
}

static const struct helper *kernel_helper(struct infer *infer, const struct expression *call)
{
	const struct map_definition *map = typed_of(infer, call)->helper.map;
	const struct helper *helper = call->helper.helper;

	if (!map || map->kind->key_rule != KEY_OBJECT)
		return helper;
	return helper_of(map_helper(map->kind, helper->id));
}

struct type infer_helper(struct infer *infer, const struct expression *call)
{
	size_t count = call->helper.locked ? 2 : call->helper.count;
	const struct helper *helper;

	if (call->helper.helper->id == HELPER_RINGBUF_RESERVE)
		return infer_emit(infer, call);
	for (size_t i = 0; i < count; i++) {
		if (!infer_parameter(infer, call, i))
			return type_poison();
	}
	helper = kernel_helper(infer, call);
	check_use(infer, call->span, arena_print(infer->compile->arena, "`%s`", helper->name),
		  helper_row(helper)->gpl_only, helper_kernel(helper));
	check_current_task(infer, call);
	note_call(infer, call, helper);
	if (is_timer(call))
		return infer_timer(infer, call);
	if (call->helper.locked && !check_lock(infer, call))
		return type_poison();
	if (typed_of(infer, call)->helper.map && !check_map_use(infer, call))
		return type_poison();
	if (call->helper.locked)
		return infer_locked(infer, call);
	for (size_t i = 0; i < count; i++) {
		if (has_no_value(infer, call, i))
			return type_none();
	}
	return helper_result_type(infer, call);
}

const struct expression **calls_in_order(struct compile *compile, const struct instance *instance,
					 size_t *count)
{
	const struct expression **calls;
	size_t i;

	*count = 0;
	for (const struct helper_call *c = instance->helper_calls; c; c = c->next)
		++*count;
	calls = ARENA_ARRAY(compile->arena, const struct expression *, *count + 1);
	i = *count;
	for (const struct helper_call *c = instance->helper_calls; c; c = c->next)
		calls[--i] = c->call;
	return calls;
}
