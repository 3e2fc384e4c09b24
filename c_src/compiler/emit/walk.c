/* SPDX-License-Identifier: Apache-2.0 */
/* Visits every statement of a unit, the outer before the inner. */
#include "compiler/emit/emit_internal.h"

void visit_block(struct emit *emit, const struct ir_block *block,
		 void (*visit)(struct emit *emit, const struct ir_statement *statement))
{
	for (const struct ir_statement *s = block->first; s; s = s->next) {
		visit(emit, s);
		if (s->kind == IR_IF) {
			visit_block(emit, s->branch.then, visit);
			visit_block(emit, s->branch.otherwise, visit);
		} else if (s->kind == IR_BLOCK) {
			visit_block(emit, s->block.body, visit);
		} else if (s->kind == IR_LOOP || s->kind == IR_PIECE) {
			visit_block(emit, s->loop->body, visit);
		}
	}
}

void visit_statements(struct emit *emit,
		      void (*visit)(struct emit *emit, const struct ir_statement *statement))
{
	for (const struct ir_function *f = emit->unit->functions; f; f = f->next)
		visit_block(emit, f->body, visit);
}
