/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What an object consists of, as libbpf and the object's BTF tell it. The
 * caller has entered the object, and the text is valid until it leaves.
 */
#ifndef HONEY_LOADER_OBJECT_INFO_H
#define HONEY_LOADER_OBJECT_INFO_H

#include "loader/scalar.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct bpf_map;
struct bpf_program;
struct object;

struct map_info {
	const char *name;
	const char *type; /* "hash", or NULL where libbpf does not know the type */
	uint32_t key_size;
	uint32_t value_size;
	uint32_t max_entries;
	enum scalar key; /* SCALAR_RAW where BTF says no integer of the right size */
	enum scalar value;
	uint32_t id;   /* the kernel's, or 0 */
	bool internal; /* holds global variables */
};

struct program_info {
	const char *name;
	const char *section;
	const char *type;
	uint32_t id;
	size_t instructions; /* in the ELF file */
};

/* Iteration: NULL gives the first, and NULL comes after the last. */
const struct bpf_map *object__next_map(const struct object *object, const struct bpf_map *map);
struct bpf_program *object__next_program(const struct object *object, struct bpf_program *program);

/* The map that holds a section's variables, ".bss"; NULL without one. */
const struct bpf_map *object__section_map(const struct object *object, const char *section);

struct btf;

/* The integer that a type is, by its number; SCALAR_RAW for what is none of the size. */
enum scalar scalar__of_type(const struct btf *btf, uint32_t id, uint32_t size);

void object__map_info(const struct object *object, const struct bpf_map *map,
		      struct map_info *info);
void object__program_info(const struct bpf_program *program, struct program_info *info);

/*
 * The counters of what the programs raised: the array honey_raised in .bss.
 * *counts is to be freed; an object without the array has none.
 */
int object__raised(const struct object *object, uint64_t **counts, size_t *count);

/* The same of the records that found no room in a ring, by ring and type. */
#define LOST_COUNTERS "honey_lost"
int object__lost(const struct object *object, uint64_t **counts, size_t *count);

/* A global variable of the programs, in the map that holds them. */
struct variable {
	const struct bpf_map *map;
	int fd; /* the object's */
	size_t map_size;
	size_t offset;
	size_t size;
};

/* -ENOENT where there is none of the name. */
int object__variable(const struct object *object, const char *name, struct variable *variable);

#endif
