/* SPDX-License-Identifier: Apache-2.0 */
/* Arguments of helpers that have nothing to do with maps: numbers, flags, types, sizes, texts. */
#include "compiler/infer/infer_internal.h"

#include "base/buffer.h"
#include "compiler/core/suggest.h"
#include "compiler/unit/memory_type.h"

#include <string.h>

const struct parameter *helper_parameter(const struct expression *call, size_t n)
{
	const struct helper *helper = call->helper.helper;

	return &helper->parameters.items[helper_shown(helper, n)];
}

/* "the `level` of `bpf_get_current_ancestor_cgroup_id`" */
const char *helper_use_text(struct infer *infer, const struct expression *call, size_t n)
{
	return arena_print(infer->compile->arena, "the `%s` of `%s`",
			   helper_parameter(call, n)->name, call->helper.helper->name);
}

/* False, and the diagnostic. */
bool bad_helper_argument(struct infer *infer, const struct expression *call, size_t n,
			 const struct type *type, const char *expected)
{
	if (!type->is_poison)
		error_at(&infer->compile->diagnostics,
			 operand_span(call->helper.arguments[n], call), CODE_BAD_ARGUMENT,
			 "%s is %s, expected %s", helper_use_text(infer, call, n),
			 type_text(infer->compile, &infer->typed_unit->atoms, type), expected);
	return false;
}

const struct integer_type *helper_integer_type(enum parameter_kind kind)
{
	switch (kind) {
	case PARAMETER_U16:
		return integer_type_find("u16");
	case PARAMETER_U32:
	case PARAMETER_U32_CHANGED:
		return integer_type_find("u32");
	case PARAMETER_S32:
		return integer_type_find("s32");
	case PARAMETER_S64:
		return integer_type_find("s64");
	case PARAMETER_U64:
	case PARAMETER_ADDRESS:
	case PARAMETER_KERNEL_ADDRESS:
		return integer_type_find("u64");
	default:
		return NULL;
	}
}

bool infer_helper_integer(struct infer *infer, const struct expression *call, size_t n)
{
	const struct expression *argument = call->helper.arguments[n];
	enum parameter_kind kind = helper_parameter(call, n)->kind;
	const struct integer_type *integer = helper_integer_type(kind);
	struct range range = integer_type_range(integer);
	struct type type;

	infer->address = kind == PARAMETER_KERNEL_ADDRESS ? argument : NULL;
	type = infer_expression(infer, argument);
	infer->address = NULL;
	if (type.is_poison)
		return false;
	if (type_has_binary(&type) || type.context || type_has_function(&type))
		return bad_helper_argument(infer, call, n, &type, "an integer");
	if (may_be_no_integer(infer, argument, &type, helper_use_text(infer, call, n)))
		mark_raise(infer, call, RAISES_RIGHT);
	if (type.integer != INTEGER_NONE && integer->size < 8 &&
	    (type.range.low > range.high || type.range.high < range.low))
		warn_at(&infer->compile->diagnostics, operand_span(argument, call), CODE_TRUNCATED,
			"this does not fit into %s, a :%s: only its lowest bits are passed",
			helper_use_text(infer, call, n), integer->name);
	return true;
}

bool infer_helper_context(struct infer *infer, const struct expression *call, size_t n)
{
	struct type type = infer_expression(infer, call->helper.arguments[n]);

	return type.context ||
	       bad_helper_argument(infer, call, n, &type, "the program's context, `ctx`");
}

/* What is no set of bits has a name for every number. */
static bool may_be_zero(enum parameter_kind kind)
{
	return kind != PARAMETER_UPDATE_FLAG && kind != PARAMETER_RING_QUESTION;
}

/* "`:bpf_any`, `:bpf_noexist` or `:bpf_exist`" */
static const char *flags_text(struct infer *infer, enum parameter_kind kind)
{
	struct buffer text;
	size_t left = 0;

	for (size_t i = 0; i < helper_flag_count; i++)
		left += helper_flags[i].kind == kind;
	buffer_init(&text, infer->compile->arena);
	if (may_be_zero(kind))
		buffer_add_text(&text, "0 or ");
	for (size_t i = 0; i < helper_flag_count; i++) {
		if (helper_flags[i].kind != kind)
			continue;
		left--;
		buffer_print(&text, "`:%s`%s", helper_flags[i].name,
			     left > 1 ? ", " : (left ? " or " : ""));
	}
	return text.text;
}

bool type_is_constant(const struct type *type, wide *value)
{
	*value = type->range.low;
	return type->integer != INTEGER_NONE && !type->atoms.count && !type->data_count &&
	       type->range.low == type->range.high;
}

/* "`:bpf_any` is C's 0, `:bpf_noexist` is C's 1" */
static const char *numbers_text(struct infer *infer, enum parameter_kind kind)
{
	struct buffer text;
	size_t count = 0;

	buffer_init(&text, infer->compile->arena);
	for (size_t i = 0; i < helper_flag_count; i++) {
		if (helper_flags[i].kind == kind)
			buffer_print(&text, "%s`:%s` is C's %d", count++ ? ", " : "",
				     helper_flags[i].name, helper_flags[i].value);
	}
	return text.text;
}

static const char *nearest_flag(struct infer *infer, const char *name, enum parameter_kind kind)
{
	const char **names = ARENA_ARRAY(infer->compile->arena, const char *, helper_flag_count);
	size_t count = 0;

	for (size_t i = 0; i < helper_flag_count; i++) {
		if (helper_flags[i].kind == kind)
			names[count++] = helper_flags[i].name;
	}
	return name ? suggest_name(infer->compile->arena, name, names, count) : NULL;
}

bool infer_helper_flag(struct infer *infer, const struct expression *call, size_t n)
{
	struct type type = infer_expression(infer, call->helper.arguments[n]);
	enum parameter_kind kind = helper_parameter(call, n)->kind;
	const char *name = type_is_single_atom(&type)
				   ? atom_text(&infer->typed_unit->atoms, type.atoms.ids[0])
				   : NULL;
	struct diagnostic *diagnostic;
	const char *nearest;
	wide number;

	for (size_t i = 0; name && i < helper_flag_count; i++) {
		if (helper_flags[i].kind != kind || strcmp(helper_flags[i].name, name) != 0)
			continue;
		typed_of(infer, call)->helper.flag = helper_flags[i].value;
		return true;
	}
	if (may_be_zero(kind) && type_is_constant(&type, &number) && number == 0)
		return true;
	if (kind != PARAMETER_UPDATE_FLAG || type.is_poison)
		return bad_helper_argument(infer, call, n, &type, flags_text(infer, kind));
	diagnostic = error_at(&infer->compile->diagnostics,
			      operand_span(call->helper.arguments[n], call), CODE_BAD_ARGUMENT,
			      "the flag of `%s` is %s, expected %s", call->helper.helper->name,
			      type_text(infer->compile, &infer->typed_unit->atoms, &type),
			      flags_text(infer, kind));
	nearest = nearest_flag(infer, name, kind);
	if (nearest)
		diagnostic_hint(&infer->compile->diagnostics, diagnostic, "did you mean `:%s`?",
				nearest);
	else if (type_is_integer(&type))
		diagnostic_hint(&infer->compile->diagnostics, diagnostic, "%s",
				numbers_text(infer, kind));
	return false;
}

/* How many bytes of a text, its NUL counted. */
bool infer_helper_size(struct infer *infer, const struct expression *call, size_t n)
{
	struct type type = infer_expression(infer, call->helper.arguments[n]);
	wide size;

	if (!type_is_constant(&type, &size))
		return bad_helper_argument(
			infer, call, n, &type,
			arena_print(infer->compile->arena,
				    "a number of bytes from 2 to %d, known when the "
				    "program is compiled",
				    LARGEST_DATA));
	if (size < 2 || size > LARGEST_DATA) {
		error_at(&infer->compile->diagnostics,
			 operand_span(call->helper.arguments[n], call), CODE_BAD_ARGUMENT,
			 "%s is %s%llu, expected a number of bytes from 2 to %d",
			 helper_use_text(infer, call, n), size < 0 ? "-" : "",
			 (unsigned long long)(size < 0 ? -size : size), LARGEST_DATA);
		return false;
	}
	typed_of(infer, call)->helper.text_size = (unsigned)size;
	return true;
}

bool infer_helper_text(struct infer *infer, const struct expression *call, size_t n)
{
	struct type type = infer_expression(infer, call->helper.arguments[n]);

	if (type.text_size && type_is_binary(&type) && !type.has_nul)
		return true;
	return bad_helper_argument(infer, call, n, &type, "a string");
}
