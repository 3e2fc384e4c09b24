/* SPDX-License-Identifier: Apache-2.0 */
#include "loader/object_info.h"

#include "loader/object.h"

#include <bpf/bpf.h>
#include <bpf/btf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define VARIABLES ".bss"

const struct bpf_map *object__next_map(const struct object *object, const struct bpf_map *map)
{
	return bpf_object__next_map(object->bpf, map);
}

struct bpf_program *object__next_program(const struct object *object, struct bpf_program *program)
{
	return bpf_object__next_program(object->bpf, program);
}

static uint32_t map_id(int fd)
{
	struct bpf_map_info info = { 0 };
	__u32 size = sizeof(info);

	return fd >= 0 && !bpf_obj_get_info_by_fd(fd, &info, &size) ? info.id : 0;
}

static uint32_t program_id(int fd)
{
	struct bpf_prog_info info = { 0 };
	__u32 size = sizeof(info);

	return fd >= 0 && !bpf_obj_get_info_by_fd(fd, &info, &size) ? info.id : 0;
}

enum scalar scalar__of_type(const struct btf *btf, uint32_t id, uint32_t size)
{
	enum scalar scalar = SCALAR_RAW;
	const struct btf_type *type;
	bool is_signed = false;
	int resolved = btf && id ? btf__resolve_type(btf, id) : -ENOENT;

	if (resolved < 0)
		return SCALAR_RAW;
	type = btf__type_by_id(btf, (__u32)resolved);
	if (!type || type->size != size)
		return SCALAR_RAW;
	if (btf_is_int(type))
		is_signed = btf_int_encoding(type) & BTF_INT_SIGNED;
	else if (btf_is_enum(type) || btf_is_enum64(type))
		is_signed = btf_kflag(type);
	else
		return SCALAR_RAW;
	return scalar__by_size(size, is_signed, &scalar) ? scalar : SCALAR_RAW;
}

void object__map_info(const struct object *object, const struct bpf_map *map, struct map_info *info)
{
	const struct btf *btf = bpf_object__btf(object->bpf);

	info->name = bpf_map__name(map);
	info->type = libbpf_bpf_map_type_str(bpf_map__type(map));
	info->key_size = bpf_map__key_size(map);
	info->value_size = bpf_map__value_size(map);
	info->max_entries = bpf_map__max_entries(map);
	info->key = scalar__of_type(btf, bpf_map__btf_key_type_id(map), info->key_size);
	info->value = scalar__of_type(btf, bpf_map__btf_value_type_id(map), info->value_size);
	info->id = map_id(bpf_map__fd(map));
	info->internal = bpf_map__is_internal(map);
}

void object__program_info(const struct bpf_program *program, struct program_info *info)
{
	info->name = bpf_program__name(program);
	info->section = bpf_program__section_name(program);
	info->type = libbpf_bpf_prog_type_str(bpf_program__type(program));
	info->id = program_id(bpf_program__fd(program));
	info->instructions = bpf_program__insn_cnt(program);
}

const struct bpf_map *object__section_map(const struct object *object, const char *section)
{
	size_t suffix = strlen(section);
	const struct bpf_map *map = NULL;

	while ((map = object__next_map(object, map))) {
		const char *name = bpf_map__name(map);
		size_t size = strlen(name);

		if (bpf_map__is_internal(map) && size >= suffix &&
		    !strcmp(name + size - suffix, section))
			return map;
	}
	return NULL;
}

static const struct btf_var_secinfo *find_variable(const struct btf *btf, const char *wanted)
{
	int id = btf__find_by_name_kind(btf, VARIABLES, BTF_KIND_DATASEC);
	const struct btf_type *section = id > 0 ? btf__type_by_id(btf, (__u32)id) : NULL;
	const struct btf_var_secinfo *variable = section ? btf_var_secinfos(section) : NULL;

	for (int i = 0; section && i < btf_vlen(section); i++, variable++) {
		const struct btf_type *type = btf__type_by_id(btf, variable->type);
		const char *name = type ? btf__name_by_offset(btf, type->name_off) : NULL;

		if (name && !strcmp(name, wanted))
			return variable;
	}
	return NULL;
}

static int read_value(const struct bpf_map *map, char **value)
{
	uint32_t key = 0;
	int err;

	*value = malloc(bpf_map__value_size(map));
	if (!*value)
		return -ENOMEM;
	err = bpf_map_lookup_elem(bpf_map__fd(map), &key, *value);
	if (err) {
		free(*value);
		*value = NULL;
	}
	return err;
}

int object__variable(const struct object *object, const char *name, struct variable *variable)
{
	const struct bpf_map *map = object__section_map(object, VARIABLES);
	const struct btf *btf = bpf_object__btf(object->bpf);
	const struct btf_var_secinfo *found = map && btf ? find_variable(btf, name) : NULL;

	*variable = (struct variable){ .fd = -1 };
	if (!found)
		return -ENOENT;
	*variable = (struct variable){ .map = map,
				       .fd = bpf_map__fd(map),
				       .map_size = bpf_map__value_size(map),
				       .offset = found->offset,
				       .size = found->size };
	return (size_t)found->offset + found->size > variable->map_size ? -EINVAL : 0;
}

static int read_counters(const struct object *object, const char *name, uint64_t **counts,
			 size_t *count)
{
	struct variable variable;
	char *value;
	int err = object__variable(object, name, &variable);

	*counts = NULL;
	*count = 0;
	if (err)
		return err == -ENOENT ? 0 : err;
	err = read_value(variable.map, &value);
	if (err)
		return err;
	memmove(value, value + variable.offset, variable.size);
	*counts = (void *)value;
	*count = variable.size / sizeof(**counts);
	return 0;
}

int object__raised(const struct object *object, uint64_t **counts, size_t *count)
{
	return read_counters(object, "honey_raised", counts, count);
}

int object__lost(const struct object *object, uint64_t **counts, size_t *count)
{
	return read_counters(object, LOST_COUNTERS, counts, count);
}
