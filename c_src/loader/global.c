/* SPDX-License-Identifier: Apache-2.0 */
#include "loader/global.h"

#include "loader/object.h"
#include "loader/object_info.h"

#include <bpf/btf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define CONSTANT_SECTION ".rodata"

static const char *const live_sections[] = {
	[LIVE_DATA] = ".data",
	[LIVE_BSS] = ".bss",
};

/* A place is an offset, and above it the section's number. */
#define SECTION_SHIFT 32

static const struct btf_type *find_section(const struct btf *btf, const char *section)
{
	int id = btf__find_by_name_kind(btf, section, BTF_KIND_DATASEC);

	return id > 0 ? btf__type_by_id(btf, (__u32)id) : NULL;
}

/* Whether it is global: what programs keep for themselves, such as formats, is static. */
static bool read_global(const struct btf *btf, const struct btf_var_secinfo *info,
			struct global *global)
{
	const struct btf_type *type = btf__type_by_id(btf, info->type);

	if (!type || !btf_is_var(type) || btf_var(type)->linkage == BTF_VAR_STATIC)
		return false;
	global->name = btf__name_by_offset(btf, type->name_off);
	global->offset = info->offset;
	global->size = info->size;
	global->type = scalar__of_type(btf, type->type, info->size);
	return global->name;
}

/* `global` has what all of the section have. */
static void visit_section(const struct btf *btf, struct global global, uint64_t first,
			  void (*each)(void *context, const struct global *global), void *context)
{
	const struct btf_type *type = find_section(btf, global.section);
	const struct btf_var_secinfo *infos = type ? btf_var_secinfos(type) : NULL;

	for (int i = 0; type && i < btf_vlen(type); i++) {
		global.place = first + infos[i].offset;
		if (read_global(btf, &infos[i], &global))
			each(context, &global);
	}
}

void object__globals(const struct object *object,
		     void (*each)(void *context, const struct global *global), void *context)
{
	const struct btf *btf = bpf_object__btf(object->bpf);

	if (!btf)
		return;
	visit_section(btf, (struct global){ .section = CONSTANT_SECTION }, 0, each, context);
	for (uint64_t i = 0; i < LIVE_SECTIONS; i++) {
		const struct global global = { .section = live_sections[i], .live = true };

		visit_section(btf, global, i << SECTION_SHIFT, each, context);
	}
}

struct search {
	const char *name;
	struct global found;
};

static void compare(void *context, const struct global *global)
{
	struct search *search = context;

	if (!strcmp(global->name, search->name))
		search->found = *global;
}

static char *initial_value(const struct object *object, const struct global *global)
{
	const struct bpf_map *map = object__section_map(object, global->section);
	size_t available = 0;
	char *value = map ? (char *)bpf_map__initial_value((struct bpf_map *)map, &available)
			  : NULL;

	return value && (size_t)global->offset + global->size <= available ? value + global->offset
									   : NULL;
}

const void *global__initial(const struct object *object, const struct global *global)
{
	return initial_value(object, global);
}

static int set_entered(struct object *object, const char *name, const void *bytes, size_t size)
{
	struct search search = { .name = name };
	char *value;

	object__globals(object, compare, &search);
	if (!search.found.name)
		return -ENOENT;
	if (search.found.size != size)
		return -EPROTOTYPE;
	value = initial_value(object, &search.found);
	if (!value)
		return -ENOENT;
	memcpy(value, bytes, size);
	return 0;
}

int global__set(struct object *object, const char *name, const void *bytes, size_t size)
{
	int err = object__enter(object, OBJECT_OPENED);

	if (err)
		return err;
	err = set_entered(object, name, bytes, size);
	object__leave(object);
	return err;
}

/* Once, and for all that come later; object__close() unmaps it. */
static int map_section(struct object *object, size_t section)
{
	const struct bpf_map *map = object__section_map(object, live_sections[section]);
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	size_t size = map ? bpf_map__value_size(map) : 0;
	size_t mapped = (size + page - 1) / page * page;
	void *memory;

	if (!size)
		return -ENOENT;
	memory = mmap(NULL, mapped, PROT_READ | PROT_WRITE, MAP_SHARED, bpf_map__fd(map), 0);
	if (memory == MAP_FAILED)
		return -errno;
	object->live[section] = (struct live_memory){ memory, size, mapped };
	return 0;
}

/* The bytes at the place, of an object that was entered. */
static int find(struct object *object, uint64_t place, size_t size, char **bytes)
{
	uint64_t section = place >> SECTION_SHIFT;
	uint32_t offset = (uint32_t)place;
	int err = 0;

	if (section >= LIVE_SECTIONS)
		return -EINVAL;
	pthread_mutex_lock(&object->lock);
	if (!object->live[section].bytes)
		err = map_section(object, section);
	pthread_mutex_unlock(&object->lock);
	if (err)
		return err;
	if (offset > object->live[section].size || size > object->live[section].size - offset)
		return -EINVAL;
	*bytes = object->live[section].bytes + offset;
	return 0;
}

/* X(bytes, type): what is loaded and stored at once */
#define WIDTHS(X) X(1, uint8_t) X(2, uint16_t) X(4, uint32_t) X(8, uint64_t)

static void copy_from(const char *from, uint32_t offset, void *bytes, size_t size)
{
	if (offset % size == 0) {
		switch (size) {
#define X(width, type) \
	case width: { \
		type value = __atomic_load_n((const type *)(const void *)from, __ATOMIC_RELAXED); \
		memcpy(bytes, &value, width); \
		return; \
	}
			WIDTHS(X)
#undef X
		}
	}
	memcpy(bytes, from, size);
}

static void copy_to(char *to, uint32_t offset, const void *bytes, size_t size)
{
	if (offset % size == 0) {
		switch (size) {
#define X(width, type) \
	case width: { \
		type value; \
		memcpy(&value, bytes, width); \
		__atomic_store_n((type *)(void *)to, value, __ATOMIC_RELAXED); \
		return; \
	}
			WIDTHS(X)
#undef X
		}
	}
	memcpy(to, bytes, size);
}

int global__load(struct object *object, uint64_t place, void *bytes, size_t size)
{
	char *from = NULL;
	int err = object__enter(object, OBJECT_LOADED);

	if (err)
		return err;
	err = find(object, place, size, &from);
	if (!err)
		copy_from(from, (uint32_t)place, bytes, size);
	object__leave(object);
	return err;
}

int global__store(struct object *object, uint64_t place, const void *bytes, size_t size)
{
	char *to = NULL;
	int err = object__enter(object, OBJECT_LOADED);

	if (err)
		return err;
	err = find(object, place, size, &to);
	if (!err)
		copy_to(to, (uint32_t)place, bytes, size);
	object__leave(object);
	return err;
}
