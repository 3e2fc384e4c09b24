/* SPDX-License-Identifier: Apache-2.0 */
/* What the parts of lower share: building statements, values of every type, raising. */
#ifndef HONEY_COMPILER_LOWER_INTERNAL_H
#define HONEY_COMPILER_LOWER_INTERNAL_H

#include "base/index.h"
#include "compiler/infer/infer.h"
#include "compiler/lower/ir.h"

/*
 * An expression's value: its integer or atom, the elements of its data, and, if its type
 * has several parts, a tag that says which of them it is. A value of a type with no value
 * at all (after a raise) has nothing.
 */
struct value {
	struct type type;
	struct ir_value *payload; /* the integer or atom */
	struct ir_value *tag;
	struct value **data;		    /* the elements of each of the type's data */
	struct ir_value *memory;	    /* the record or array, of a type that can be one */
	struct ir_value *found;		    /* what a lookup found, for fusion */
	struct ir_value *text;		    /* NULL for a literal, too */
	struct ir_value *position, *length; /* of a slice, in bits */
};

struct lower {
	struct compile *compile;
	struct ir_unit *unit;
	struct typed_unit *typed_unit;
	struct index constants; /* of the function, that have slots, by value */
	const struct instance *instance;
	struct ir_function *function, **last_function;
	struct ir_block *block;	    /* where statements go */
	struct ir_statement *guard; /* the block that a raise in a guard leaves; NULL outside */
	struct value *variables;    /* by number */
	struct turn *turns;	    /* of the loops around this place, the innermost first */
	bool is_comparing;	    /* a number that stands for no atom is equal to none */
	struct ir_value *inner;	    /* of the call that is lowered: see lower_inner_map.c */
	int callbacks;		    /* how many of these are functions of their own */
	int line;		    /* of the statements that are added */
	int last_line;		    /* of the expression that was lowered last */
};

enum use { UNUSED, USED };

/* build.c: statements and registers */
struct ir_statement *add_statement(struct lower *lower, enum ir_kind kind);
void append_statement(struct lower *lower, struct ir_statement *statement);
struct ir_block *new_block(struct lower *lower);
struct ir_value *constant(struct lower *lower, enum ir_type type, wide value);
struct ir_value *new_register(struct lower *lower, enum ir_type type, const char *name);
struct ir_value *used(struct ir_value *value);
struct ir_value *assign(struct lower *lower, enum ir_type type, enum ir_op op,
			struct ir_value *left, struct ir_value *right);
struct ir_value *as_type(struct lower *lower, struct ir_value *value, enum ir_type type);
struct ir_value *declare(struct lower *lower, enum ir_type type, wide first, const char *name);
void set(struct lower *lower, struct ir_value *to, struct ir_value *value);
struct ir_slot *slot_of(struct lower *lower, struct ir_value *value,
			const struct integer_type *type);
/* Opens `if (condition)`; statements go into its then-block until the caller moves on. */
struct ir_statement *add_if(struct lower *lower, struct ir_value *condition);
struct ir_value *opposite(struct lower *lower, struct ir_value *condition);
/* From here on the registers are known: they may get slots after this statement. */
void settle(struct lower *lower, struct ir_value *value);

/* value.c */
enum ir_type payload_type(const struct type *type);
/* Whether it takes a register to say which integer or atom a value of the type is. */
bool has_payload(const struct type *type);
struct value none_value(void);
struct value integer_value(struct type type, struct ir_value *payload);
struct value atom_value(struct lower *lower, int id);
struct value truth_value(struct lower *lower, struct ir_value *payload);
struct value as(struct lower *lower, struct value value, const struct type *type);
/* Registers that branches set, of this type. */
struct value declare_value(struct lower *lower, const struct type *type);
/* Registers that a call or the caller sets. */
struct value new_value(struct lower *lower, const struct type *type);
/* Zeros for all parts, where nobody looks. */
struct value zero_value(struct lower *lower, const struct type *type);
/* The registers that tell the value, in an order that its type gives: how many. */
size_t list_registers(const struct value *value, struct ir_value **list);
size_t count_registers(const struct type *type);
void settle_value(struct lower *lower, const struct value *value);
void set_value(struct lower *lower, const struct value *to, struct value value);
/* Is the value (of this part)? NULL when the type leaves no doubt that it is. */
struct ir_value *has_tag(struct lower *lower, const struct value *value, int tag);
void name_value(struct lower *lower, struct value *value, const char *name);

/* lower_memory.c: data, and what numbers and texts in it mean */
struct ir_value *new_memory(struct lower *lower, const struct memory_type *memory);
/* A register for all of it, as it is loaded from a map. */
struct ir_value *new_loaded(struct lower *lower, const struct memory_type *memory);
/* Zeros, as a constant. */
struct ir_value *zero_memory(struct lower *lower, const struct memory_type *memory);
/* What it is now, where it is set later. */
struct ir_value *copied_memory(struct lower *lower, struct ir_value *value);
/* `base`, or zeros, with these parts. */
struct ir_value *add_build(struct lower *lower, const struct memory_type *memory,
			   struct ir_value *base, struct ir_part *parts, size_t count);
/* A register for a part of this type. */
struct ir_value *new_part(struct lower *lower, const struct memory_type *memory);
struct ir_value *add_part(struct lower *lower, struct ir_value *whole,
			  const struct record_field *field, unsigned index);
struct ir_value *same_memory(struct lower *lower, struct ir_value *left, struct ir_value *right);
enum ir_type number_type(const struct memory_type *memory);
/* The atom's number, where it is a member for sure; false otherwise. */
bool number_of_atom(struct lower *lower, const struct memory_type *memory, int id, wide *number);
bool is_list_literal(const struct expression *expression);
/* What a number, text or piece of memory of this type means. */
struct value from_memory(struct lower *lower, const struct memory_type *memory,
			 struct ir_value *stored);
/* The number, text or data that stands for the expression's value; NULL after a raise. */
struct ir_value *to_memory(struct lower *lower, const struct expression *whole,
			   const struct expression *expression, const struct memory_type *memory);

/* lower_tuple.c */
/* A number as it is stored; what is in network byte order is turned round, and memory. */
struct ir_value *number_to_memory(struct lower *lower, const struct memory_type *memory,
				  struct ir_value *number);
/* One that is in network byte order. */
struct ir_value *number_from_memory(struct lower *lower, const struct memory_type *memory,
				    struct ir_value *stored);
bool is_tuple_literal(const struct expression *expression);
struct value tuple_from_memory(struct lower *lower, const struct type *type,
			       const struct memory_type *memory, struct ir_value *stored);
/* The elements of a tuple as it is written; NULL after a raise. */
struct ir_value *items_to_memory(struct lower *lower, const struct expression *whole,
				 const struct expression *tuple, const struct memory_type *memory);
struct ir_value *tuple_of_value(struct lower *lower, const struct value *value,
				const struct memory_type *memory, int line);

/* lower_record.c */
struct value lower_struct(struct lower *lower, const struct expression *expression);
/* What a struct is built of, before there is memory for it. */
struct built {
	struct ir_value *base; /* NULL: zeros */
	struct ir_part *parts;
	size_t count;
};
/* False after a raise. */
bool lower_struct_parts(struct lower *lower, const struct expression *expression,
			struct built *built);
/* %{base | field: value}, where the base can be a record */
struct value lower_record_update(struct lower *lower, const struct expression *map,
				 const struct value *base);
/* The record with a map's fields, over zeros; NULL after a raise. */
struct ir_value *lower_fields(struct lower *lower, const struct expression *map,
			      const struct record_type *record);
struct value lower_record_field(struct lower *lower, const struct expression *expression);
/* Whether the pattern takes the value; NULL when it always does. */
struct ir_value *test_struct(struct lower *lower, const struct pattern *pattern,
			     const struct value *value);

/* The same for a map's pattern of a record, a list's of an array. */
struct ir_value *test_memory(struct lower *lower, const struct pattern *pattern,
			     const struct value *value);

/* lower_text.c: strings in memory */
/* The value as an array, if it is a literal. */
struct value stored_text(struct lower *lower, struct value value);
/* All texts in the value as arrays of their type's sizes, of which none is a part of another. */
void whole_texts(struct lower *lower, struct value *value);
/* The text of an array for at least `size` bytes, which begins there. */
struct ir_value *text_of_bytes(struct lower *lower, struct value value, unsigned size);
struct ir_value *declare_text(struct lower *lower, unsigned size);
void set_text(struct lower *lower, struct ir_value *to, struct ir_value *from);
struct ir_value *text_length(struct lower *lower, struct value value);
/* The integer's digits, for which there is room. */
struct ir_value *decimal_text(struct lower *lower, struct ir_value *number, unsigned size);
struct ir_value *text_tail(struct lower *lower, struct ir_value *text, unsigned at);
struct ir_value *text_part(struct lower *lower, struct ir_value *text, unsigned at, unsigned size);
struct ir_value *equal_texts(struct lower *lower, struct value left, struct value right);

struct reader {
	struct ir_value *from;	   /* a cursor or an array; NULL where no byte begins */
	uint64_t origin;	   /* the bit of the array where it begins */
	struct ir_value *position; /* without `from`: of the first bit */
	struct ir_value *array;	   /* in which that is; NULL for the packet */
};

/* lower_conversion.c: "#{value}", of a value that is no binary alone */
struct value lower_conversion(struct lower *lower, const struct value *value,
			      enum conversion conversion);

/* lower_construct.c */
struct value lower_construct(struct lower *lower, const struct expression *expression);

/* lower_bytes.c: slices of arrays */
/* The binary as a value of the slice's type of the result, of which the array and place are set. */
void bytes_as(struct lower *lower, struct value *result, const struct value *value);
/* The binary as a slice of an array that has a place, whatever its type needs. */
struct value bytes_of(struct lower *lower, const struct value *value);
/* So many bytes of the array, from `at` on. */
struct ir_value *array_part(struct lower *lower, struct ir_value *array, unsigned at,
			    unsigned size);
/* The low bytes of a number, at a place that is aligned to its size: 1, 2, 4 or 8. */
void store_bytes(struct lower *lower, struct ir_value *array, uint64_t at, unsigned size,
		 struct ir_value *value, bool is_big);
/* Stores what the reader has at its beginning into the array. */
void fill_array(struct lower *lower, struct ir_value *array, struct reader *reader, uint64_t bits);
/* In bits. */
struct ir_value *binary_length(struct lower *lower, const struct value *value);

/* lower_read.c: numbers out of the packet and of arrays */
/* `count` bits from bit `at` on, as a U64: at most 64. */
struct ir_value *read_bits(struct lower *lower, const struct reader *reader, uint64_t at,
			   uint64_t count);
struct ir_value *read_integer_bits(struct lower *lower, const struct reader *reader, uint64_t at,
				   const struct segment *segment, const struct type *type);
struct ir_value *read_sized_integer(struct lower *lower, const struct reader *reader,
				    struct ir_value *count, const struct segment *segment,
				    const struct type *type);
struct ir_value *sum(struct lower *lower, struct ir_value *a, struct ir_value *b);
struct ir_value *plus(struct lower *lower, struct ir_value *a, wide b);
struct ir_value *difference(struct lower *lower, struct ir_value *a, struct ir_value *b);
/* Leaves the block when the condition holds. */
void leave_if(struct lower *lower, struct ir_value *condition, struct ir_statement *block);
/*
 * A cursor to the bytes at a position of the packet or of the array, or the position itself, where
 * no byte begins. Leaves the block when so many bits are not there.
 */
struct reader reader_at(struct lower *lower, struct ir_value *array, struct ir_value *position,
			bool is_aligned, uint64_t bits, struct ir_statement *block);
/* `count` bits, which only the run tells, at a position of the packet or of the array. */
struct ir_value *bits_at(struct lower *lower, struct ir_value *array, struct ir_value *position,
			 struct ir_value *count);
/* Leaves the block unless these bytes lie there. */
void match_bytes(struct lower *lower, const struct reader *reader, uint64_t at, const char *bytes,
		 uint64_t size, struct ir_statement *block);
/* A block that is filled before it is added, so that what it sets is declared before it. */
struct ir_statement *open_block(struct lower *lower);
struct ir_value *close_block(struct lower *lower, struct ir_statement *block,
			     struct ir_block *outer);

/* lower_binary.c */
struct ir_value *test_binary(struct lower *lower, const struct pattern *pattern,
			     struct value value);
struct value lower_size(struct lower *lower, const struct expression *expression);

/* lower_binary_equal.c */
/* The first bits of the binary, which has as many. */
struct reader reader_of(struct lower *lower, const struct value *value, uint64_t bits,
			struct ir_statement *block);
struct ir_value *equal_binaries(struct lower *lower, struct value left, struct value right);

/* lower_case.c */
/* Whether control can come to the end of what was lowered into the block. */
bool ends_open(const struct ir_block *block);
void set_variable(struct lower *lower, const struct variable *variable, struct value value);

/* lower_expression.c and those after it */
struct value lower_expression(struct lower *lower, const struct expression *expression,
			      enum use use);
struct value lower_operation(struct lower *lower, const struct expression *expression);
struct value lower_arithmetic(struct lower *lower, const struct expression *expression,
			      struct value left, struct value right);
struct value lower_comparison(struct lower *lower, const struct expression *expression,
			      struct value left, struct value right);
struct value lower_not(struct lower *lower, const struct expression *expression);
/* `and`, `or`: the right side is reached only when the left does not decide */
struct value lower_lazy(struct lower *lower, const struct expression *expression);
struct value lower_test(struct lower *lower, const struct expression *expression);
struct value lower_case(struct lower *lower, const struct expression *expression, enum use use);
struct value lower_cond(struct lower *lower, const struct expression *expression, enum use use);
struct value lower_match(struct lower *lower, const struct expression *expression);
struct value lower_function_value(struct lower *lower, const struct expression *expression);
struct value lower_invoke(struct lower *lower, const struct expression *expression);
/* A call of an instance with its arguments, the captured values among them. */
struct value lower_callee(struct lower *lower, const struct instance *callee,
			  const struct value *arguments);
/* The arguments in their order; false when one of them only ever raises. */
bool lower_arguments(struct lower *lower, struct expression **arguments, size_t count,
		     struct value *values);
struct value lower_call(struct lower *lower, const struct expression *expression);
/* A tuple, a list, a map; a map's element. */
struct value lower_data(struct lower *lower, const struct expression *expression);
struct value lower_data_function(struct lower *lower, const struct expression *call);
struct value lower_key(struct lower *lower, const struct expression *expression);
/* Whether the value matches; NULL when it must. Binds the pattern's variables. */
struct ir_value *test_pattern(struct lower *lower, const struct pattern *pattern,
			      struct value value);
struct ir_value *test_data(struct lower *lower, const struct pattern *pattern,
			   const struct value *value);
struct value lower_helper(struct lower *lower, const struct expression *expression, enum use use);
struct value lower_global(struct lower *lower, const struct expression *expression);
/* A key or value of a map in memory: a number's slot, or data that is memory itself. */
struct stored {
	struct ir_slot *slot;
	struct ir_value *data;
	bool is_object; /* a key that is an object of the kernel's, which is asked for when it is needed */
};
/* Not when the argument only ever raises. */
bool is_stored(struct stored stored);
struct stored lower_map_key(struct lower *lower, const struct expression *call);
struct stored lower_map_argument(struct lower *lower, const struct expression *call, size_t n,
				 const struct memory_type *memory, unsigned raises);
/* `cpu` of another CPU's value, else NULL */
struct ir_value *add_lookup(struct lower *lower, const struct map_definition *map,
			    struct stored key, struct ir_value *cpu);
struct ir_value *add_load(struct lower *lower, struct ir_value *pointer,
			  const struct memory_type *memory);
/* The status. */
struct ir_value *add_update(struct lower *lower, enum helper_id helper,
			    const struct map_definition *map, struct stored key,
			    struct stored value, int flag);
/* Of the value, or field of it, at the pointer. */
void add_change(struct lower *lower, enum change change, struct ir_value *pointer,
		const struct record_field *field, struct ir_value *amount);
#define EEXIST_RESULT (-17)
#define ENOENT_RESULT (-2)
/* lower_kernel_map.c: an update whose value is computed of what is there */
struct value lower_computed(struct lower *lower, const struct expression *call, enum use use);
struct value lower_sum(struct lower *lower, const struct expression *call, enum use use);
/* The address of what a lookup finds; NULL when its key only ever raises. */
struct ir_value *lookup_of(struct lower *lower, const struct expression *call);
/* lower_lock.c */
struct value lower_locked(struct lower *lower, const struct expression *call, enum use use);
/* lower_helper_call.c: those that are no operation of a map, and no bpf_printk */
struct value lower_helper_call(struct lower *lower, const struct expression *call, enum use use);
/* lower_printk.c: bpf_printk */
struct value lower_printk(struct lower *lower, const struct expression *call, enum use use);
/* lower_inner_map.c: the map of a call that takes `{:outer, key}`; false after a raise */
bool lower_inner_map(struct lower *lower, const struct expression *call);
/* What a number, text or data is in memory; of an integer, what it is once it is one. */
struct ir_value *value_to_memory(struct lower *lower, const struct value *value,
				 const struct memory_type *memory, int line);
/* lower_tail_call.c: Honey.tail_call; whether one can stand here, or what comes to one */
struct value lower_tail_call(struct lower *lower, const struct expression *call);
void lower_check_tail_call(struct lower *lower, struct span span);
/* lower_timer.c: Honey.Timer; the arguments of what a timer calls, which are an entry of its map */
struct value lower_timer(struct lower *lower, const struct expression *call, enum use use);
void read_timer_arguments(struct lower *lower, const struct timer *timer);
/* lower_sequence.c: the key or the value of the entry that the loop is at */
struct ir_value *read_element(struct lower *lower, const struct ir_loop *loop, bool is_value);
/* lower_emit.c: Honey.Events.emit */
struct value lower_emit(struct lower *lower, const struct expression *call, enum use use);
/* 0 or -errno as `:ok | {:error, errno}`; a size or -errno as `size | {:error, errno}`. */
struct value status_value(struct lower *lower, const struct expression *call,
			  struct ir_value *status, enum use use);
struct ir_value *test_context(struct lower *lower, const struct pattern *pattern);
struct value lower_field(struct lower *lower, const struct expression *expression);
/* The clauses of the function itself; gives its result. */
struct value lower_function_clauses(struct lower *lower);

/* lower_sequence_call.c */
struct value lower_sequence_call(struct lower *lower, const struct expression *call);

struct value lower_apply(struct lower *lower, const struct expression *expression, enum use use);
struct value lower_loop(struct lower *lower, const struct expression *expression, enum use use);
struct value lower_next(struct lower *lower, const struct expression *expression);
struct value lower_function_loop(struct lower *lower);
/* The function's clauses, for these values of its arguments. */
struct value lower_clauses_for(struct lower *lower, const struct value *arguments);

struct typed *typed_in(struct lower *lower, const struct expression *expression);
/* An operand as an integer, with the check that infer asks for. */
struct ir_value *lower_integer(struct lower *lower, const struct expression *whole,
			       const struct expression *operand, struct value value,
			       unsigned raises, const char *use);
void add_raise(struct lower *lower, enum raise_kind kind, int line, const char *message);
/* Raises when the condition holds. */
void raise_if(struct lower *lower, struct ir_value *condition, enum raise_kind kind, int line,
	      const char *message);
/* Either condition may be NULL, for one that always holds. */
struct ir_value *both(struct lower *lower, struct ir_value *a, struct ir_value *b);
struct ir_value *either(struct lower *lower, struct ir_value *a, struct ir_value *b);
/* Equality of any two values, as a condition; NULL when it is certain. */
struct ir_value *equal_values(struct lower *lower, struct value left, struct value right);
struct ir_value *compare_integers(struct lower *lower, enum operator_kind operator,
				  const struct value *left, const struct value *right);

#endif
