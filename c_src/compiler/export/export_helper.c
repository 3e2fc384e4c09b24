/* SPDX-License-Identifier: Apache-2.0 */
/* The payload of a call of a helper, other than of those on the entries of maps. */
#include "compiler/export/export_internal.h"

static void export_pair(struct export *export, const char *name, unsigned value)
{
	etf_write_tuple(&export->writer, 2);
	etf_write_atom(&export->writer, name);
	etf_write_integer(&export->writer, value);
}

/* `{type, u32}`, `{changed, {struct, Event}}` */
static void export_memory(struct export *export, const char *name, const struct memory_type *type)
{
	etf_write_tuple(&export->writer, 2);
	etf_write_atom(&export->writer, name);
	export_memory_type(&export->writer, type);
}

/* `{given, value, type}`: memory that the helper reads */
static void export_given(struct export *export, const struct ir_value *value,
			 const struct memory_type *type)
{
	etf_write_tuple(&export->writer, 3);
	etf_write_atom(&export->writer, "given");
	export_value(export, value);
	export_memory_type(&export->writer, type);
}

/*
 * One of Elixir's: a value, memory, `ctx`, or what is known: `{flag, 0}`, `{type, u32}`, `{size, 16}`.
 */
static void export_argument(struct export *export, const struct ir_statement *s, size_t at)
{
	const struct ir_value *to = s->to;

	switch (s->called.helper->parameters.items[at].kind) {
	case PARAMETER_CONTEXT:
		etf_write_atom(&export->writer, "ctx");
		break;
	case PARAMETER_MAP:
		etf_write_tuple(&export->writer, 2);
		etf_write_atom(&export->writer, "map");
		etf_write_atom(&export->writer, s->called.map->name);
		break;
	case PARAMETER_REDIRECT_FLAGS:
	case PARAMETER_STACK_FLAGS:
	case PARAMETER_ACTION_FLAG:
	case PARAMETER_STACK_SIDE:
	case PARAMETER_RING_QUESTION:
	case PARAMETER_ROUTE_FLAG:
		export_pair(export, "flag", (unsigned)s->called.flag);
		break;
	case PARAMETER_TYPE_SIZE:
		export_memory(export, "type", s->called.output);
		break;
	case PARAMETER_TEXT_SIZE:
		export_pair(export, "size", to->size);
		break;
	case PARAMETER_BINARY_SIZE:
		export_pair(export, "size", s->called.output->size);
		break;
	case PARAMETER_NUMBER_COUNT:
		export_pair(export, "size", s->called.output->count);
		break;
	default:
		if (s->called.given && s->called.given[at])
			export_given(export, s->called.arguments[at], s->called.given[at]);
		else
			export_value(export, s->called.arguments[at]);
		break;
	}
}

/* `{name, arguments, register of the status, result}`; a filled result is as an argument says it */
void export_helper(struct export *export, const struct ir_statement *s)
{
	const struct helper *helper = s->called.helper;
	size_t arity = helper_arity(helper);

	etf_write_tuple(&export->writer, 4);
	etf_write_atom(&export->writer, helper->name);
	etf_write_list(&export->writer, arity);
	for (size_t n = 0; n < arity; n++)
		export_argument(export, s, helper_shown(helper, n));
	etf_write_list_end(&export->writer, arity);
	export_value(export, s->called.status);
	if (s->called.output)
		export_memory(export, helper->result == RESULT_CHANGED ? "changed" : "type",
			      s->called.output);
	else if (s->to && s->to->type == IR_TEXT)
		export_pair(export, "size", s->to->size);
	else
		etf_write_atom(&export->writer, helper_result_name(helper->result));
}
