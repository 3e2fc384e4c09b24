/* SPDX-License-Identifier: Apache-2.0 */
/* What the parts of infer share: expressions, operators, clauses, calls, narrowing. */
#ifndef HONEY_COMPILER_INFER_INTERNAL_H
#define HONEY_COMPILER_INFER_INTERNAL_H

#include "compiler/infer/infer.h"
#include "compiler/unit/integer_rules.h"

/* A variable's type before it was narrowed, so that the end of a clause can restore it. */
struct change {
	struct change *next;
	const struct variable *variable;
	struct type before;
};

/* The walk of what is too much by far; sums and products of it still fit. */
#define WALK_CAP ((uint64_t)1 << 30)

/* What to do where a list of a loop's would have to be kept. */
#define IN_ONE_LOOP \
	"do all of it in one loop: `for x <- list, x > 1, reduce: 0 do sum -> sum + x end`"

struct infer {
	struct compile *compile;
	struct typed_unit *typed_unit;
	struct instance *instance;
	struct type *now;	/* the variables' types at this place, by number */
	struct change *changes; /* the latest first */
	int in_guard;
	bool is_trial;			  /* what is bound is not kept */
	const struct program *program;	  /* whose entry is being inferred */
	struct loop_run *runs;		  /* of the loops around this place, the innermost first */
	int loop_depth;			  /* those of the callers counted */
	int locks;			  /* that are held at this place */
	const struct expression *address; /* what is read at: it may be data of the context */
};

/* A field of the context that is read, and where it says how. */
struct context_read {
	const char *name;
	struct span span;
	struct tracepoint_access *access;
	bool is_address; /* of what is there, for a helper that reads it */
};

/* unknown_field.c: a diagnostic, with where to find what was meant */
struct type unknown_field(struct infer *infer, const struct context_read *read,
			  const struct tracepoint *tracepoint);
struct type infer_expression(struct infer *infer, const struct expression *expression);
struct type infer_operation(struct infer *infer, const struct expression *expression);
struct type infer_case(struct infer *infer, const struct expression *expression);
struct type infer_cond(struct infer *infer, const struct expression *expression);
struct type infer_match(struct infer *infer, const struct expression *expression);
struct type infer_call(struct infer *infer, const struct expression *expression);
/* The instance's result, for the call or invocation that `expression` is, which `callee` then is; NULL without one. */
struct type infer_callee(struct infer *infer, const struct expression *expression,
			 struct function *function, const struct type *arguments,
			 struct instance **callee);
/* An argument's type as far as instances are told apart by it; false when there is none. */
bool argument_type(struct infer *infer, const struct expression *argument, struct type *type);
struct type infer_function_value(struct infer *infer, const struct expression *expression);
struct type infer_invoke(struct infer *infer, const struct expression *expression);
struct type infer_helper(struct infer *infer, const struct expression *expression);
/* infer_map_name.c: what is called, as the source has it */
const char *called_helper(const struct expression *call);
/* The map of maps that a type `{:outer, key}` names; NULL for another type. */
struct map_definition *outer_of(struct infer *infer, const struct type *type);
/*
 * The map that an argument names, which `use` wants, as in the example; NULL after a diagnostic, or
 * when one stands already.
 */
struct map_definition *named_map(struct infer *infer, const struct expression *whole,
				 const struct expression *argument, const struct type *type,
				 const char *use, const char *example);
/* For what is found out when the programs that come to it are known. */
void note_map_use(struct infer *infer, const struct expression *expression,
		  const struct map_definition *map);
/* Whether the map takes what the helper does, which the source calls `name`; a diagnostic if not. */
bool check_map_operation(struct infer *infer, struct span span, const char *name,
			 const struct helper *helper, const struct map_definition *map);
struct type infer_global(struct infer *infer, const struct expression *expression);
/* infer_helper.c: a key or value of a map, which is an integer or other data */
bool infer_stored(struct infer *infer, const struct expression *call,
		  const struct expression *argument, const struct integer_type *stored,
		  const char *what, unsigned raises);
bool infer_argument(struct infer *infer, const struct expression *call,
		    const struct expression *argument, const struct memory_type *type,
		    const char *what);
/* infer_kernel_map.c: the parts of an update whose value is computed of what is there */
bool infer_computed(struct infer *infer, const struct expression *call);
bool infer_put_fields(struct infer *infer, const struct expression *call);
/* infer_helper_argument.c: the n-th argument of a helper; false after a diagnostic */
bool infer_helper_integer(struct infer *infer, const struct expression *call, size_t n);
bool infer_helper_context(struct infer *infer, const struct expression *call, size_t n);
bool infer_helper_flag(struct infer *infer, const struct expression *call, size_t n);
bool infer_helper_type(struct infer *infer, const struct expression *call, size_t n);
bool infer_helper_size(struct infer *infer, const struct expression *call, size_t n);
bool infer_helper_text(struct infer *infer, const struct expression *call, size_t n);
/* The same of an argument that says how large is what the helper fills: a binary, or an array. */
bool infer_helper_count(struct infer *infer, const struct expression *call, size_t n);
/* infer_timer.c: a timer that is started or cancelled; the function that it calls, as an argument */
struct type infer_timer(struct infer *infer, const struct expression *call);
bool infer_timer_function(struct infer *infer, const struct expression *call, size_t n);
/* The functions that timers call, those that they start themselves among them. */
void infer_timers(struct infer *infer);
/* infer.c: a function's instance that no call finds */
struct instance *instance_apart(struct infer *infer, struct function *function,
				const struct type *arguments, const struct timer *timer);
/* infer_helper_result.c: what a call gives, a lookup's value among it */
struct type helper_result_type(struct infer *infer, const struct expression *call);
struct type helper_lookup_type(struct infer *infer, const struct expression *call);
/* infer_helper_memory.c: memory that the helper reads, or reads and changes; a string that is known */
bool infer_helper_buffer(struct infer *infer, const struct expression *call, size_t n);
bool infer_helper_changed(struct infer *infer, const struct expression *call, size_t n);
bool infer_helper_constant(struct infer *infer, const struct expression *call, size_t n);
/* infer_helper_argument.c: the n-th parameter in Elixir, and "the `level` of `bpf_x`" */
const struct parameter *helper_parameter(const struct expression *call, size_t n);
const char *helper_use_text(struct infer *infer, const struct expression *call, size_t n);
/* False, and the diagnostic. */
bool bad_helper_argument(struct infer *infer, const struct expression *call, size_t n,
			 const struct type *type, const char *expected);
bool type_is_constant(const struct type *type, wide *value);
/* infer_map_name.c: the map, which the call is one of from then on; false after a diagnostic */
bool infer_helper_map(struct infer *infer, const struct expression *call,
		      const struct expression *argument);
/*
 * For what is found out when the programs that come to it are known: helper_use.c. A call that is
 * inferred again is noted again: what is said of it is said once all the same.
 */
void note_call(struct infer *infer, const struct expression *call, const struct helper *helper);
/* False after a diagnostic. */
bool check_map_use(struct infer *infer, const struct expression *call);
/* infer_kernel_map.c: a key that is an object of the kernel's; false after a diagnostic */
bool infer_object_key(struct infer *infer, const struct expression *call,
		      const struct expression *key);
/* infer_event.c: the record of an emit and whom it wakes; what the call gives */
struct type infer_emit(struct infer *infer, const struct expression *call);
struct type infer_data(struct infer *infer, const struct expression *expression);
struct type infer_data_function(struct infer *infer, const struct expression *call);
/* The type, or poison after a diagnostic when it has too many parts. */
struct type check_parts(struct infer *infer, const struct expression *data, struct type type);
struct type tuple_type(struct infer *infer, size_t count, struct type *elements);
/* value.key of data */
struct type infer_key(struct infer *infer, const struct expression *expression,
		      const struct type *object);
struct type infer_field(struct infer *infer, const struct expression *expression);
/* infer_record.c */
struct type infer_record_field(struct infer *infer, const struct expression *expression,
			       const struct type *object);
struct type infer_struct(struct infer *infer, const struct expression *expression);
/* %{base | field: value}, where the base can be a record */
struct type infer_record_update(struct infer *infer, const struct expression *map,
				const struct type *base);
/* A value that is stored: false after an error. `use` is "the field `pid` of `%Event{}`". */
bool infer_into_memory(struct infer *infer, const struct expression *whole,
		       const struct expression *value, const struct memory_type *memory,
		       const char *use);
/* The same of a value of this type, which the expression gives or has in it. */
bool infer_type_into_memory(struct infer *infer, const struct expression *whole,
			    const struct expression *value, struct type type,
			    const struct memory_type *memory, const char *use);
/* infer_sequence_call.c */
struct type infer_sequence_call(struct infer *infer, const struct expression *call);
/* What a number in memory means; one that stands for none of an enum's atoms raises. */
struct type infer_element(struct infer *infer, const struct expression *expression,
			  const struct memory_type *memory);
struct type infer_apply(struct infer *infer, const struct expression *expression);
struct type infer_loop(struct infer *infer, const struct expression *expression);
/* infer_stage.c: whether somebody could tell that a pipeline is one loop */
void check_stages(struct infer *infer, const struct expression *expression);
struct type infer_next(struct infer *infer, const struct expression *expression);
/* The result of an instance whose function is a loop. */
struct type infer_function_loop(struct infer *infer);
/* The type of what branches give, refused when no variable can hold it. */
struct type checked_result(struct infer *infer, struct span span, struct type result);
/* The clauses of a function, for the types of its arguments. */
struct type infer_function_clauses(struct infer *infer, struct clause *clauses,
				   const struct type *arguments, size_t count);

/*
 * Says so when a value of `type` cannot serve as an integer for `use` ("`+`"): an error if
 * it never can, a warning if it may not, which is also when it returns true.
 */
bool may_be_no_integer(struct infer *infer, const struct expression *operand,
		       const struct type *type, const char *use);
void mark_raise(struct infer *infer, const struct expression *expression, unsigned raises);
/* Says so when the module's license or its oldest kernel does not allow `what`. */
void check_use(struct infer *infer, struct span span, const char *what, bool gpl_only, int kernel);
struct typed *typed_of(struct infer *infer, const struct expression *expression);
/* "`count`", or "this value": for messages. */
const char *operand_text(struct infer *infer, const struct expression *operand);
/* The operand's place when it has one, else that of `whole`. */
/* Of a parameter of a function of the standard library, what it is given. */
const struct expression *operand_given(const struct expression *operand);
/*
 * Says how the text or the struct is read whose address the operand is; false when it is none.
 */
bool hint_of_address(struct infer *infer, struct diagnostic *diagnostic,
		     const struct expression *operand, bool is_text);
struct span operand_span(const struct expression *operand, const struct expression *whole);

/* Says that functions cannot return strings. */
void check_entry_result(struct infer *infer, const struct function *function,
			const struct type *result);

/* Narrows variables by what a condition's being true or false tells. */
void narrow(struct infer *infer, const struct expression *condition, bool truth);
void narrow_variable(struct infer *infer, const struct variable *variable, struct type type);
void restore(struct infer *infer, struct change *mark);
/* Whether what was narrowed since contradicts itself, so that control never gets here. */
bool is_contradiction(struct infer *infer, const struct change *mark);
/* The type of `side` when it equals, or does not equal, something of type `other`. */
struct type equal_to(struct infer *infer, struct type side, const struct type *other, bool equal);

/* infer_binary.c: strings, and binaries in the packet */
struct type infer_size(struct infer *infer, const struct expression *expression);
/* What is no binary raises, where `name` takes the operand: that is told, and an error where it cannot be one. */
bool may_be_binary(struct infer *infer, const struct expression *whole,
		   const struct expression *operand, const struct type *type, const char *name);
/* Says so when older kernels cannot read arrays at places that the run tells. */
void check_place(struct infer *infer, struct span span);
/* infer_construct.c */
struct type infer_construct(struct infer *infer, const struct expression *expression);
struct type infer_packet_field(struct infer *infer, const struct context_read *read,
			       const struct program *program);
/* False, and a diagnostic, when there is no way to compare what is within the two. */
bool can_compare(struct infer *infer, struct span span, const struct type *left,
		 const struct type *right);
/* The same with each element of lists. */
bool can_compare_elements(struct infer *infer, struct span span, const struct type *wanted,
			  const struct type *lists);
#define MOST_ALTERNATIVES 16

struct match {
	struct type matched; /* what the pattern takes of the subject's type */
	struct type rest;    /* what it leaves */
	struct type *rests;  /* the same in parts that are told apart; NULL for one part */
	size_t rest_count;
};
struct match match_binary(struct infer *infer, const struct pattern *pattern, struct type subject);
struct match match_data(struct infer *infer, const struct pattern *pattern, struct type subject);
struct match match_pattern(struct infer *infer, const struct pattern *pattern, struct type subject);

/* A map's pattern for a record, a list's for an array. */
struct match match_memory(struct infer *infer, const struct pattern *pattern, struct type subject);
/* A map's pattern for a context, which has the keys that are its fields' names. */
struct match match_context(struct infer *infer, const struct pattern *pattern, struct type subject);
struct match match_struct(struct infer *infer, const struct pattern *pattern, struct type subject);
/* Binds a variable of ours, or of a pattern, here and for the passes after. */
void bind_now(struct infer *infer, const struct variable *variable, struct type type);

/* The instance for these arguments; NULL after a diagnostic. */
struct instance *instance_of(struct infer *infer, struct function *function,
			     const struct type *arguments, unsigned fuel, struct span span);

#endif
