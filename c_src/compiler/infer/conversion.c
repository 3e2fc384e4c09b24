/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/infer/conversion.h"

#include "compiler/unit/type.h"

#include <string.h>

const char *conversion_of_atom(const struct atom_table *atoms, int id, enum conversion conversion)
{
	return id == ATOM_NIL && conversion == CONVERSION_ANY ? "" : atom_text(atoms, id);
}

bool is_converted(const struct segment *segment, const struct type *type)
{
	if (segment->conversion == CONVERSION_ANY)
		return !type_is_binary(type);
	return segment->conversion != CONVERSION_NONE;
}

/* The characters of the number. */
static unsigned count_digits(wide number)
{
	unsigned count = number < 0 ? 2 : 1;

	while (number > 9 || number < -9) {
		number /= 10;
		count++;
	}
	return count;
}

static unsigned larger(unsigned a, unsigned b)
{
	return a > b ? a : b;
}

unsigned conversion_size(const struct atom_table *atoms, const struct type *type,
			 enum conversion conversion)
{
	unsigned longest = 0;

	if (type->data_count || type->memory || type->context || type->is_mixed ||
	    type->slice.is_slice || type->atoms.any_errno || type->has_nul)
		return 0;
	if (type->integer != INTEGER_NONE)
		longest = larger(count_digits(type->range.low), count_digits(type->range.high));
	for (size_t i = 0; i < type->atoms.count; i++)
		longest = larger(longest, (unsigned)strlen(conversion_of_atom(
						  atoms, type->atoms.ids[i], conversion)));
	if (type->text_size)
		longest = larger(longest, type->text_size - 1);
	return longest + 1;
}
