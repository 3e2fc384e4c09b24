/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/lower/ir.h"

#include <stdio.h>
#include <string.h>

const char *ir_op_c(enum ir_op op)
{
	static const char *const texts[] = {
#define IR_OP(enumerator, c, prelude) c,
#include "compiler/lower/ir_op.def"
#undef IR_OP
	};

	return texts[op];
}

bool ir_is_memory(const struct ir_value *value)
{
	return value->type == IR_MEMORY || value->type == IR_TEXT;
}

unsigned ir_bytes_of(const struct ir_value *memory)
{
	return memory->type == IR_TEXT ? memory->size : memory->memory->size;
}

unsigned ir_in_words(unsigned bytes)
{
	return (bytes + 7) / 8 * 8;
}

int ir_add_site(struct arena *arena, struct ir_unit *unit, struct raise_site site)
{
	struct raise_site *added = ARENA_NEW(arena, struct raise_site);

	*added = site;
	*unit->sites_end = added;
	unit->sites_end = &added->next;
	return unit->site_count++;
}

size_t ir_argument_count(const struct ir_function *function)
{
	size_t count = function->parameter_count + function->takes_context;

	if (function->returns_status)
		count += function->result_count;
	return count + function->needs_scratch;
}

bool ir_is_apart(const struct ir_statement *statement)
{
	return statement->kind == IR_PIECE ||
	       (statement->kind == IR_LOOP && statement->loop->is_callback);
}

static bool has_loop(const struct ir_block *block, int number)
{
	for (const struct ir_statement *s = block->first; s; s = s->next) {
		if (s->kind == IR_IF) {
			if (has_loop(s->branch.then, number) ||
			    has_loop(s->branch.otherwise, number))
				return true;
		} else if (s->kind == IR_BLOCK) {
			if (has_loop(s->block.body, number))
				return true;
		} else if (s->kind == IR_LOOP || s->kind == IR_PIECE) {
			if (s->loop->number == number || has_loop(s->loop->body, number))
				return true;
		}
	}
	return false;
}

const struct ir_function *ir_function_of(const struct ir_unit *unit, const char *symbol)
{
	int number = -1;

	if (sscanf(symbol, "honey_piece_%d", &number) < 1)
		(void)sscanf(symbol, "honey_turn_%d", &number);
	for (const struct ir_function *f = unit->functions; f; f = f->next) {
		if (number < 0 ? strcmp(f->symbol, symbol) == 0 : has_loop(f->body, number))
			return f;
	}
	return NULL;
}
