/* SPDX-License-Identifier: Apache-2.0 */
/* The database of tracepoints, as bytes of the library. */
	.section .rodata
	.globl honey_tracepoints
	.hidden honey_tracepoints
	.type honey_tracepoints, %object
honey_tracepoints:
	.incbin "database/tracepoints.txt"
	.size honey_tracepoints, . - honey_tracepoints

	.globl honey_tracepoints_end
	.hidden honey_tracepoints_end
	.type honey_tracepoints_end, %object
honey_tracepoints_end:
	.byte 0
	.size honey_tracepoints_end, 1

	.section .note.GNU-stack, "", %progbits
