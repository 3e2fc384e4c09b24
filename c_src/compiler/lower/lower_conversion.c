/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Strings that are made of values:
 *
 *	text = "";
 *	if (<it is an integer>) text = <its digits>;
 *	if (<it is an atom>) { if (atom == <:exec>) text = "exec"; ... }
 */
#include "compiler/infer/conversion.h"
#include "compiler/lower/lower_internal.h"

#include <string.h>

/* The digits of a number for which there is room; none below zero needs no sign. */
static struct ir_value *digits_of(struct lower *lower, const struct value *number,
				  enum conversion conversion)
{
	struct ir_value *digits = number->payload;

	if (number->type.range.low >= 0)
		digits = as_type(lower, digits, IR_U64);
	return decimal_text(lower, digits,
			    conversion_size(&lower->typed_unit->atoms, &number->type, conversion));
}

static void put_literal(struct lower *lower, struct ir_value *text, const char *bytes)
{
	struct value literal = { .type = type_literal(bytes, strlen(bytes)) };

	set_text(lower, text, stored_text(lower, literal).text);
}

static void put_name(struct lower *lower, struct ir_value *text, const struct value *value,
		     enum conversion conversion)
{
	const struct atoms *atoms = &value->type.atoms;
	struct ir_block *block = lower->block;

	for (size_t i = 0; i < atoms->count; i++) {
		add_if(lower, assign(lower, IR_S64, IR_EQUAL, value->payload,
				     constant(lower, IR_S64, atoms->ids[i])));
		put_literal(
			lower, text,
			conversion_of_atom(&lower->typed_unit->atoms, atoms->ids[i], conversion));
		lower->block = block;
	}
}

/* The block for what the value is as this part of its type. */
static void begin_part(struct lower *lower, const struct value *value, int tag)
{
	struct ir_value *is_this = has_tag(lower, value, tag);

	if (is_this)
		add_if(lower, is_this);
}

static void put_parts(struct lower *lower, struct ir_value *text, const struct value *value,
		      enum conversion conversion)
{
	struct type number = type_only_integer(value->type), name = type_only_atoms(value->type);
	struct type string = type_only_binary(value->type);
	struct ir_block *block = lower->block;

	if (!type_is_none(&number)) {
		struct value integer;

		begin_part(lower, value, TAG_INTEGER);
		integer = as(lower, *value, &number);
		set_text(lower, text, digits_of(lower, &integer, conversion));
		lower->block = block;
	}
	if (!type_is_none(&name)) {
		struct value atom;

		begin_part(lower, value, TAG_ATOM);
		atom = as(lower, *value, &name);
		put_name(lower, text, &atom, conversion);
		lower->block = block;
	}
	if (!type_is_none(&string)) {
		begin_part(lower, value, TAG_BINARY);
		set_text(lower, text, stored_text(lower, as(lower, *value, &string)).text);
		lower->block = block;
	}
}

struct value lower_conversion(struct lower *lower, const struct value *value,
			      enum conversion conversion)
{
	unsigned size = conversion_size(&lower->typed_unit->atoms, &value->type, conversion);
	struct value made = { .type = type_text_of(size) };

	if (type_is_single_atom(&value->type)) {
		const char *name = conversion_of_atom(&lower->typed_unit->atoms,
						      value->type.atoms.ids[0], conversion);

		made.type = type_literal(name, strlen(name));
		return made;
	}
	if (type_is_integer(&value->type)) {
		made.text = digits_of(lower, value, conversion);
		return made;
	}
	made.text = declare_text(lower, size);
	put_parts(lower, made.text, value, conversion);
	return made;
}
