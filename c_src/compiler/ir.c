/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/ir.h"

const char *ir_op_c(enum ir_op op)
{
	static const char *const texts[] = {
#define IR_OP(enumerator, c, prelude) c,
#include "compiler/ir_op.def"
#undef IR_OP
	};

	return texts[op];
}
