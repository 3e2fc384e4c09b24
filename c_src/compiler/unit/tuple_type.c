/* SPDX-License-Identifier: Apache-2.0 */
#include "compiler/unit/tuple_type.h"

#include "compiler/unit/record_type.h"
#include "compiler/unit/unit.h"

#include <string.h>

/* Each element is a register at least. */
#define MOST_ELEMENTS 16

/* Addresses begin where C's `struct in_addr` and `struct in6_addr` do. */
#define ADDRESS_ALIGNMENT 4
/* Bytes that the number of bits of a prefix can count. */
#define LONGEST_PREFIX 256

static struct record_type *new_record(struct type_reader *reader, enum memory_kind kind,
				      size_t count)
{
	struct record_type *record = ARENA_NEW(reader->compile->arena, struct record_type);

	record->type.kind = kind;
	record->type.record = record;
	record->fields = ARENA_ARRAY(reader->compile->arena, struct record_field, count);
	record->field_count = count;
	record->state = RECORD_READ;
	return record;
}

static void name_field(struct record_field *field, const char *name, const struct memory_type *type)
{
	field->name = field->symbol = name;
	field->type = type;
}

static void name_elements(struct type_reader *reader, struct record_type *record)
{
	for (size_t i = 0; i < record->field_count; i++)
		name_field(&record->fields[i], arena_print(reader->compile->arena, "element%zu", i),
			   record->fields[i].type);
}

static bool same_record(const struct record_type *a, const struct record_type *b)
{
	if (a->type.kind != b->type.kind || a->field_count != b->field_count ||
	    a->type.alignment != b->type.alignment || a->address != b->address ||
	    a->is_prefix != b->is_prefix)
		return false;
	for (size_t i = 0; i < a->field_count; i++) {
		if (!memory_type_equal(a->fields[i].type, b->fields[i].type))
			return false;
	}
	return true;
}

/* The one record of this description, so that one address is one type. */
static const struct memory_type *the_one(struct type_reader *reader, struct record_type *record)
{
	struct unit *unit = reader->unit;

	for (size_t i = 0; i < unit->tuple_count; i++) {
		if (same_record(unit->tuples[i], record))
			return &unit->tuples[i]->type;
	}
	record->number = (unsigned)(unit->record_count + unit->tuple_count);
	if (!record->symbol)
		record->symbol =
			arena_print(reader->compile->arena, "honey_tuple_%zu", unit->tuple_count);
	unit->tuples = arena_grow(reader->compile->arena, unit->tuples, unit->tuple_count,
				  unit->tuple_count + 1, sizeof(*unit->tuples));
	unit->tuples[unit->tuple_count++] = record;
	return &record->type;
}

static const struct memory_type *swapped_type(struct type_reader *reader,
					      const struct integer_type *integer)
{
	struct record_type *record = new_record(reader, MEMORY_SWAPPED, 1);

	name_field(&record->fields[0], "number", memory_type_of_integer(reader->compile, integer));
	record_type_place_fields(record, 1);
	record->symbol = arena_print(reader->compile->arena, "honey_be%u", 8 * integer->size);
	return the_one(reader, record);
}

const struct memory_type *swapped_type_read(struct type_reader *reader, const struct term *term)
{
	const char *name = term_name(term_item(term, 1));
	const struct integer_type *integer = name ? integer_type_find(name) : NULL;

	if (integer && !integer->is_signed && integer->size > 1)
		return swapped_type(reader, integer);
	return memory_type_refuse(
		reader,
		"has a `:be`, the byte order of the network, of what is no :u16, :u32 or :u64",
		integer && integer->size == 1
			? "a byte has no order: write `:u8`"
			: "write `{:be, :u16}`, `{:be, :u32}` or `{:be, :u64}`");
}

static const struct memory_type *read_part(struct type_reader *reader, const struct term *term,
					   const char *part)
{
	struct type_reader inner = *reader;

	inner.takes_hidden = false;
	inner.owner = arena_print(reader->compile->arena, "%s of %s", part, reader->owner);
	return memory_type_read(&inner, term);
}

static bool read_elements(struct type_reader *reader, struct record_type *record,
			  const struct term *term)
{
	for (size_t i = 0; i < record->field_count; i++) {
		record->fields[i].type =
			read_part(reader, term_item(term, i),
				  arena_print(reader->compile->arena, "element %zu", i));
		if (!record->fields[i].type)
			return false;
	}
	return true;
}

static bool check_size(struct type_reader *reader, const struct record_type *record)
{
	if (record->type.size <= LARGEST_DATA)
		return true;
	memory_type_refuse(reader,
			   arena_print(reader->compile->arena,
				       "has a tuple of %u bytes, and data can have %d",
				       record->type.size, LARGEST_DATA),
			   "keep a part of it in a map of its own");
	return false;
}

const struct memory_type *tuple_type_read(struct type_reader *reader, const struct term *term)
{
	size_t count = term_count(term);
	struct record_type *record;

	if (!count)
		return memory_type_refuse(reader, "is an empty tuple, which has no bytes",
					  "write the types of its elements: `{:u32, :u64}`");
	if (count > MOST_ELEMENTS)
		return memory_type_refuse(
			reader,
			arena_print(reader->compile->arena,
				    "has a tuple of %zu elements, and one can have %d", count,
				    MOST_ELEMENTS),
			"name them: `deftype Key, pid: :u32, address: :u64`");
	record = new_record(reader, MEMORY_TUPLE, count);
	if (!read_elements(reader, record, term))
		return NULL;
	name_elements(reader, record);
	record_type_place_fields(record, 1);
	return check_size(reader, record) ? the_one(reader, record) : NULL;
}

const struct memory_type *address_type(struct type_reader *reader, const char *name)
{
	bool is_ipv6 = strcmp(name, "ipv6") == 0;
	const struct memory_type *element =
		is_ipv6 ? swapped_type(reader, integer_type_find("u16"))
			: memory_type_of_integer(reader->compile, integer_type_find("u8"));
	struct record_type *record = new_record(reader, MEMORY_TUPLE, is_ipv6 ? 8 : 4);

	for (size_t i = 0; i < record->field_count; i++)
		record->fields[i].type = element;
	name_elements(reader, record);
	record_type_place_fields(record, ADDRESS_ALIGNMENT);
	record->address = is_ipv6 ? "ipv6" : "ipv4";
	record->symbol = is_ipv6 ? "honey_ipv6" : "honey_ipv4";
	return the_one(reader, record);
}

static bool is_address(const struct memory_type *type)
{
	return type->kind == MEMORY_BINARY || (type->kind == MEMORY_TUPLE && type->record->address);
}

const struct memory_type *prefix_type_read(struct type_reader *reader, const struct term *term)
{
	const struct memory_type *address = read_part(reader, term_item(term, 1), "the address");
	struct record_type *record;

	if (!address)
		return NULL;
	if (!is_address(address))
		return memory_type_refuse(
			reader, "has an `:lpm`, a prefix, of what is no address and no binary",
			"write `{:lpm, :ipv4}`, `{:lpm, :ipv6}` or `{:lpm, {:binary, n}}`");
	if (address->size > LONGEST_PREFIX)
		return memory_type_refuse(
			reader,
			arena_print(reader->compile->arena,
				    "has an `:lpm`, a prefix, of %u bytes, and one can have %d",
				    address->size, LONGEST_PREFIX),
			"keep a part of it in the value");
	record = new_record(reader, MEMORY_TUPLE, 2);
	name_field(&record->fields[0], "length",
		   memory_type_of_integer(reader->compile, integer_type_find("u32")));
	name_field(&record->fields[1], "address", address);
	record->is_prefix = true;
	record_type_place_fields(record, 1);
	return the_one(reader, record);
}

size_t tuple_type_count(const struct memory_type *type)
{
	return type->record->field_count;
}

const struct record_field *tuple_element(const struct memory_type *type, size_t n)
{
	return &type->record->fields[type->record->is_prefix ? 1 - n : n];
}

const struct record_field *swapped_number(const struct memory_type *type)
{
	return &type->record->fields[0];
}

unsigned prefix_type_bits(const struct memory_type *type)
{
	return 8 * tuple_element(type, 0)->type->size;
}

struct type tuple_type_values(struct compile *compile, struct atom_table *atoms,
			      const struct memory_type *memory)
{
	size_t count = tuple_type_count(memory);
	struct type *elements = ARENA_ARRAY(compile->arena, struct type, count);
	int label;

	for (size_t i = 0; i < count; i++)
		elements[i] = type_of_memory(compile, atoms, tuple_element(memory, i)->type);
	label = type_is_single_atom(&elements[0]) ? elements[0].atoms.ids[0] : NO_LABEL;
	return type_data(compile, shape_of(compile, DATA_TUPLE, count, label, NULL), elements);
}

const char *tuple_type_text(struct compile *compile, const struct memory_type *type)
{
	size_t count = tuple_type_count(type);

	if (type->record->is_prefix)
		return "a prefix, `{address, length}`";
	if (type->record->address)
		return type->record->field_count == 4 ? "an IPv4 address, `{10, 0, 0, 1}`"
						      : "an IPv6 address, a tuple of 8 numbers";
	return arena_print(compile->arena, "a tuple of %zu element%s", count,
			   count == 1 ? "" : "s");
}
