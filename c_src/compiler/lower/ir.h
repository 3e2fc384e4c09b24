/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The intermediate representation: structured statements on typed values.
 *
 * A value is a constant or a register. A register is assigned once, except the result of
 * branches: it is declared before them and set in each. Control is `if`, and a labelled
 * block that is left; so every way out of a scope is a statement, where later what the
 * scope has acquired is released. What can raise is a statement too: RAISE, or CALL of a
 * function that returns a status.
 */
#ifndef HONEY_COMPILER_IR_H
#define HONEY_COMPILER_IR_H

#include "compiler/infer/in_place.h"

enum ir_type {
	IR_S64,
	IR_U64,
	IR_POINTER, /* to a map's value */
	IR_TEXT,    /* an array of chars */
	IR_MEMORY,  /* a record or an array, never changed once it is known */
	IR_CURSOR,  /* to bytes of the packet or of an array that are known to be there */
};

enum ir_op {
#define IR_OP(enumerator, c, prelude) IR_##enumerator,
#include "compiler/lower/ir_op.def"
#undef IR_OP
};

enum ir_value_kind { IR_CONSTANT, IR_REGISTER };

struct ir_value {
	enum ir_value_kind kind;
	enum ir_type type;
	wide constant;
	int number;	  /* of the register, in its function */
	const char *name; /* the C name's beginning; NULL for one that no variable names */
	int uses;
	const struct integer_type *pointee; /* of a POINTER */
	unsigned size;			    /* of a TEXT */
	const struct memory_type
		*memory; /* of a MEMORY, of what a TEXT is loaded from, at a POINTER */
	bool is_fixed;	 /* a MEMORY that is set once, so parts of it stay */
	const struct ir_statement *part; /* of such a one, of which it is the name; else NULL */
	struct ir_value *tail_of;	 /* of a TEXT that is another's end */
	unsigned tail_at;		 /* where that begins */
	const struct ir_value *array;	 /* of a CURSOR, where it points to; NULL: the packet */
	struct ir_statement *assignment; /* its only one, of a pure operation; else NULL */
	/* Where it is known from on, for a slot of it: after this statement of this block. */
	struct ir_block *home;
	struct ir_statement *definition; /* NULL: from the block's start on */
	struct ir_slot *slots;
	bool is_captured; /* by the function that a loop calls; it must stand in a variable then */
	bool is_turn;	  /* the number of a loop's turn, which bounds the loop */
	/* See hide.c. */
	int tests;	/* those of the uses that are a branch's condition */
	int depth;	/* the loops around where it is declared */
	bool is_hidden; /* clang must know nothing of it but that it is a number */
	bool is_choice; /* the outcome of a lookup's test, of which branches are all uses */
	int mark;	/* of the loop that it is defined in; see capture.c */
	/* In split(): the block that it is defined in, its statement there, and the last use's. */
	int split_mark;
	size_t made, needed;
	/* From place() on. */
	int first, last;    /* positions between which it is needed, nearly */
	int born, gone;	    /* the calls before its assignment, and before its last use */
	bool stays;	    /* it must be a C variable */
	bool is_early;	    /* computed where it is known, though it is used once */
	bool is_pinned;	    /* clang must not move its computation to where it is used */
	bool is_in_scratch; /* lives in scratch memory, as its function's member of that */
	int area;	    /* of the function's; of memory there */
	bool is_borrowed;   /* a parameter that is read where the caller has it */
};

/*
 * A value in memory, for the helpers that take a pointer. It is stored where the value is
 * known, once for all of its uses; or, if a map's update is its only use, just before that,
 * in one variable of the function for all such: so two branches that end in the same update
 * of different values can share its code.
 */
struct ir_slot {
	struct ir_slot *next;
	const struct integer_type *type;
	struct ir_value *value;
	int number;
	int uses;
	bool is_key; /* of some use */
	int mark;    /* of the loop that stores it; see capture.c */
	int split_mark;
	size_t needed; /* see split.c */
	/* From place() on. */
	int first, last; /* positions between which it is needed */
	bool is_late;	 /* stored just before each use */
	int variable;	 /* of the function's slot_variables; -1: its own */
};

/* A C variable of a function that slots have in turns. */
struct slot_variable {
	const struct integer_type *type;
	int last; /* position of the latest use so far */
};

/* A piece of a function's scratch memory that records, arrays or texts have in turns. */
struct scratch_area {
	const struct memory_type *memory; /* NULL: of texts */
	unsigned size;			  /* in whole words */
	int last;			  /* position of the latest use so far */
};

enum ir_kind {
	IR_ASSIGN,
	IR_DECLARE,
	IR_SET,
	IR_IF,
	IR_BLOCK,
	IR_LEAVE,
	IR_SLOT,
	IR_LOOKUP,
	IR_LOAD,
	IR_UPDATE, /* or a push, or asking whether a value is in the map: there is no key then */
	IR_DELETE,
	IR_TAKE, /* to = a queue's next value, which stays there or not; zeros when it is empty */
	IR_GLOBAL_LOAD,
	IR_GLOBAL_STORE,
	IR_GLOBAL_ADD,
	IR_CHANGE,   /* what is at the pointer, in place: see in_place.h */
	IR_EXCHANGE, /* to = the integer at the pointer, and if that is as expected, puts another */
	IR_STORE,    /* what is at the pointer becomes other data */
	IR_HELPER,
	IR_TIMER, /* to = 0 or -errno: the timer at the pointer is started, or cancelled */
	IR_PRINTK,
	IR_TAIL_CALL, /* goes on with another program, or, where there is none, behind it */
	IR_EMIT, /* to = 0, or what the kernel says: a record that is built in a ring, or for one */
	IR_FIELD,
	IR_TEXT_FIELD,
	IR_CALL,
	IR_RAISE,
	IR_RETURN,
	IR_BUILD,
	IR_PART,
	IR_SAME,
	IR_PIN, /* keeps `pinned` in memory, where clang would make registers of its parts */
	/*
	 * Of the packet of an XDP program, or of an array, which is a text. Positions and lengths are
	 * in bits, the values read are U64.
	 */
	IR_PACKET_LENGTH, /* to = the packet's length */
	IR_SEEK,	  /* to = a cursor; leaves the block if that many bytes are not there */
	IR_READ,	  /* to = bytes behind a cursor or of a text, as one number */
	IR_BITS,	  /* to = so many bits (at most 64) at any position; 0 beyond the end */
	/*
	 * Of texts: arrays that are NUL behind what is in them. Where they are strings, that begins
	 * with their first NUL, of which they have one at least.
	 */
	IR_TEXT_LITERAL, /* to = these bytes */
	IR_TEXT_DECLARE, /* a text that branches set */
	IR_TEXT_SET,	 /* to = a text that is not larger */
	IR_TEXT_STORE,	 /* puts a number's low bytes there */
	IR_TEXT_APPEND,	 /* puts a string there, and NULs to the end of its array */
	IR_TEXT_PART,	 /* to = so many bytes of a text */
	IR_TEXT_TAIL,	 /* to = the text from there on: the same memory */
	IR_TEXT_DECIMAL, /* to = the digits of an integer */
	IR_TEXT_LENGTH,	 /* to = the bytes before the first NUL */
	IR_TEXT_EQUAL,	 /* to = whether two texts are equal */
	IR_LOOP,
	IR_ELEMENT, /* to = the key or the value that the turn has come to, of a loop over entries */
	IR_PIECE,   /* the loop's body, once, as a C function of its own; see split.c */
};

/* A field, or an element, and what is put there. */
struct ir_part {
	const struct record_field *field; /* NULL: the element at `index` */
	unsigned index;
	struct ir_value *value;
};

/*
 * A loop: the body runs `turns` times, `to` being the turn's number from 0 on, then the statement
 * after the loop is next. The way out before that is to leave a block around the loop; leaving one
 * inside the body, or coming to the body's end, ends the turn. What turns hand on are registers
 * that are declared before the loop and set in it. How the loop is written in C changes nothing of
 * this: as a function that bpf_loop calls (is_callback), or as a loop of C, of which `most` says
 * where it ends at the latest.
 *
 * A loop over the entries of a map has as many turns as the map has entries. Its body begins with
 * what reads the entry, so that nothing else can have changed that before; no turn has a number.
 */
struct ir_loop {
	struct ir_block *body;
	struct ir_value *turns;		  /* NULL over entries */
	const struct map_definition *map; /* whose entries; else NULL */
	struct ir_value *inner; /* the map, of a map of maps; in none there are no entries */
	uint64_t most;
	bool is_callback;
	/* What is known of numbers from outside is forgotten when a turn begins; see emit_loop.c. */
	bool forgets;
	int number;		    /* in the unit */
	struct ir_capture *capture; /* of a callback, or one that forgets */
};

struct ir_block {
	struct ir_statement *first, *last;
	bool is_closed; /* control does not reach its end */
};

struct ir_statement {
	enum ir_kind kind;
	int line;
	struct ir_statement *next;
	struct ir_value *to; /* what it assigns, declares, sets; NULL when it gives nothing */
	union {
		struct {
			enum ir_op op;
			struct ir_value *operands[2];
		} assign;
		struct ir_value *value; /* DECLARE: the first value, SET */
		struct {
			struct ir_value **values;
			size_t count;
		} results; /* RETURN */
		struct {
			struct ir_value *condition;
			struct ir_block *then, *otherwise;
			bool is_fenced;	   /* clang must not merge it with a branch before it */
			bool hides_values; /* nor know where the constants that it sets come from */
			bool ends_stretch; /* nor where any value that it sets comes from */
		} branch;
		struct {
			struct ir_block *body;
			int label;
			bool is_left;
			int mark; /* of the loop around it; see capture.c */
			/*
			 * The value of a map whose lock is held while the body runs, else NULL.
			 * Coming to the end, leaving the block and raising within it give the
			 * lock back; nothing else leaves it, and nothing in it calls the kernel.
			 */
			struct ir_value *locked;
			const struct record_type *record; /* which that is */
		} block;
		struct ir_statement *leave; /* the BLOCK that is left */
		struct ir_slot *slot;
		struct {
			const struct map_definition *map;
			struct ir_value *inner; /* which of an outer's it is; NULL: the only one */
			struct ir_slot *key, *value;
			struct ir_value *key_data, *value_data; /* those that are no number */
			int flag;
			const struct helper *helper; /* what it calls */
			struct ir_value *cpu;	 /* whose value is looked up; NULL: this one's */
			struct ir_value *status; /* of TAKE: declared before, set here */
		} map;
		struct {
			struct ir_value *pointer, *amount, *expected;
			enum change change;
			const struct record_field *field; /* NULL: the whole value, an integer */
		} memory; /* LOAD, of data also from NULL, which gives zeros; CHANGE, EXCHANGE, STORE */
		struct {
			const struct global *global;
			struct ir_value *value; /* STORE; ADD: the amount; NULL of LOAD */
			bool subtracts;
		} global; /* each is one access of a number, and copies other data */
		struct {
			const struct helper *helper;
			struct ir_value **arguments;	  /* by parameter; NULL: none of Elixir's */
			const struct map_definition *map; /* that it takes; NULL: none */
			int flag;
			/*
			 * Of one that fills `to`: declared before, set here to 0 or -errno; NULL
			 * of one that cannot fail.
			 */
			struct ir_value *status;
			const struct integer_type
				*filled; /* as what `to` is filled; NULL: a text, or data */
			const struct memory_type *output;	/* what it fills; NULL: a text */
			const struct memory_type *const *given; /* by parameter, what it reads */
			bool is_in_record; /* its text is filled in a record; see emit_event.c */
		} called;		   /* HELPER */
		struct {
			struct ir_value *pointer; /* to the map's value */
			const struct map_definition *map;
			const struct timer *started; /* NULL: it is cancelled */
			struct ir_value *nanoseconds;
		} timer;
		struct {
			const char *format; /* between the quotes of C */
			struct ir_value **arguments;
			size_t count;
		} printk; /* more than three are by bpf_trace_vprintk */
		struct {
			const struct map_definition *map;
			struct ir_value *index;
		} tail_call;
		struct {
			const struct tracepoint_field *field;
			const char *structure;
		} field;
		struct {
			struct ir_function *callee;
			struct ir_value **arguments;
			size_t count;
			struct ir_value **results; /* as many as the callee has */
		} call;
		int site;
		struct {
			struct ir_value *base; /* NULL: zeros */
			struct ir_part *parts;
			size_t count;
		} build;
		struct {
			const struct map_definition *ring;
			int type; /* the record's, of those of the ring */
			int flag;
			struct ir_value *base; /* NULL: zeros */
			struct ir_part *parts;
			size_t count;
			/* Where it is built, zeros so far, for a buffer of the CPU; else NULL. */
			struct ir_value *event;
		} emit;
		struct {
			struct ir_value *whole;
			const struct record_field *field; /* NULL: the element at `index` */
			unsigned index;
			struct ir_value *at; /* the index as a register, else NULL */
		} part;
		struct {
			struct ir_value *left, *right;
		} same;
		struct ir_value *pinned;
		struct {
			struct ir_value *array;	   /* NULL: the packet */
			struct ir_value *position; /* of a byte's first bit */
			unsigned size;		   /* bytes */
			struct ir_statement *block;
		} seek;
		struct {
			struct ir_value *from; /* a cursor (READ), or a text */
			unsigned at, size;     /* bytes; a READ's size is 1, 2, 4 or 8 */
			bool is_big;	       /* the first byte is the highest */
		} slice;		       /* READ, TEXT_PART, TEXT_TAIL */
		struct {
			struct ir_value *array; /* NULL: the packet */
			struct ir_value *position, *count;
		} bits;
		struct {
			struct ir_value *value;
			unsigned at, size; /* 1, 2, 4 or 8 bytes, aligned */
			bool is_big;	   /* the highest byte first */
		} store;
		struct {
			struct ir_value *from, *at; /* bytes */
			/* Of the first at a place that the run tells: what is there before; else 0. */
			unsigned settled;
		} append;
		struct {
			struct ir_value *left, *right; /* EQUAL: both; else: left */
			const char *bytes;	       /* LITERAL */
			size_t size;
		} text;
		struct ir_loop *loop;
		struct {
			const struct ir_loop *loop;
			bool is_value;
		} element;
	};
};

struct ir_result_use {
	bool is_combined; /* a caller does more with it than to branch */
	bool is_choice;	  /* as of a value */
};

struct ir_function {
	struct ir_function *next;
	const struct instance *instance;
	const char *symbol;
	int entry;	 /* of what a timer calls: the number of the loop that IR_ELEMENT names */
	bool is_program; /* that the kernel calls; so it does what timers call */
	bool returns_status; /* 0, or 1 after a raise; the results go through pointers */
	bool is_inlined;
	bool runs_locked;	   /* a caller holds a lock meanwhile */
	bool makes_tail_call;	   /* there is one in its own body */
	bool has_tail_call;	   /* the same, or what is inlined into it makes one */
	struct ir_value **results; /* of these types; none of a program, which returns an integer */
	struct ir_result_use *result_uses; /* by result; from hide() on */
	size_t result_count;
	struct ir_value **parameters;
	size_t parameter_count;
	bool takes_context;
	struct ir_block *body;
	int register_count, slot_count, label_count;
	size_t size;   /* expressions, those of what is inlined into it included */
	size_t weight; /* the same in instructions, nearly, but those of pieces; from split() on */
	bool has_pieces;
	int raise_value; /* what a program returns when it raised */
	/* From place() on. */
	int lookups;	    /* those of what is inlined into it included */
	bool is_crowded;    /* by lookups: their tests are done with before the next call */
	bool needs_scratch; /* itself or what it calls */
	int busy_site;	    /* of a program that got no scratch memory; -1: it needs none */
	int lost_site;	    /* of one whose scratch memory was another run's during a tail call */
	struct ir_value **in_scratch; /* numbers */
	size_t in_scratch_count;
	struct scratch_area *areas;
	int area_count;
	unsigned scratch_offset; /* where its part of scratch memory begins */
	/* Where it ends, with what is inlined, and with all that is called; 0 where there is none. */
	unsigned scratch_end, scratch_last;
	struct slot_variable *slot_variables;
	int slot_variable_count;
};

struct raise_site {
	struct raise_site *next;
	enum raise_kind kind;
	const struct function *function;
	int line;
	const char *message;
};

struct ir_unit {
	const struct typed_unit *typed_unit;
	struct ir_function *functions; /* callees before callers */
	struct raise_site *sites, **sites_end;
	int site_count;
	int loop_count;
	const struct helper **kfuncs; /* that are called, each once */
	size_t kfunc_count;
};

#define IR_MOST_ARGUMENTS 5 /* of a function that is not inlined: registers; see emit_call.c */

/* A value of more bytes is never on the stack. */
#define MOST_ON_STACK 256

const char *ir_op_c(enum ir_op op);
/* A record, an array or a text. */
bool ir_is_memory(const struct ir_value *value);
unsigned ir_bytes_of(const struct ir_value *memory);
unsigned ir_in_words(unsigned bytes);
/* The number of the site, which is added. */
int ir_add_site(struct arena *arena, struct ir_unit *unit, struct raise_site site);
/* Those of the C function. */
size_t ir_argument_count(const struct ir_function *function);

/* operands.c: what a statement reads; slots of maps aside */
typedef void ir_visitor(void *context, struct ir_value *value);
void ir_visit_operands(const struct ir_statement *statement, ir_visitor *visit, void *context);
/* Whether its body is a C function of its own, by capture(). */
bool ir_is_apart(const struct ir_statement *statement);
/* The function that a function of the C belongs to: itself, or a loop's turns or a piece of it. */
const struct ir_function *ir_function_of(const struct ir_unit *unit, const char *symbol);
/* Whether it calls something, so that registers are lost. */
bool ir_is_call(const struct ir_statement *statement);
/* Of an operation that is used once and that no variable names: it is no C variable. */
bool ir_is_written_where_used(const struct ir_value *value);

#endif
