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
#define LIVE_SECTION ".data"

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
	return global->name;
}

static void visit_section(const struct btf *btf, const char *section, bool live,
			  void (*each)(void *context, const struct global *global), void *context)
{
	const struct btf_type *type = find_section(btf, section);
	const struct btf_var_secinfo *infos = type ? btf_var_secinfos(type) : NULL;
	struct global global = { .live = live };

	for (int i = 0; type && i < btf_vlen(type); i++) {
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
	visit_section(btf, CONSTANT_SECTION, false, each, context);
	visit_section(btf, LIVE_SECTION, true, each, context);
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

static int set_entered(struct object *object, const char *name, const void *bytes, size_t size)
{
	struct search search = { .name = name };
	const struct bpf_map *map;
	size_t available = 0;
	char *value;

	object__globals(object, compare, &search);
	if (!search.found.name)
		return -ENOENT;
	if (search.found.size != size)
		return -EPROTOTYPE;
	map = object__section_map(object, search.found.live ? LIVE_SECTION : CONSTANT_SECTION);
	value = map ? (char *)bpf_map__initial_value((struct bpf_map *)map, &available) : NULL;
	if (!value || search.found.offset + size > available)
		return -ENOENT;
	memcpy(value + search.found.offset, bytes, size);
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
static int map_section(struct object *object)
{
	const struct bpf_map *map = object__section_map(object, LIVE_SECTION);
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	size_t size = map ? bpf_map__value_size(map) : 0;
	void *memory;

	if (!size)
		return -ENOENT;
	memory = mmap(NULL, (size + page - 1) / page * page, PROT_READ | PROT_WRITE, MAP_SHARED,
		      bpf_map__fd(map), 0);
	if (memory == MAP_FAILED)
		return -errno;
	object->live = memory;
	object->live_size = size;
	object->live_mapped = (size + page - 1) / page * page;
	return 0;
}

/* The bytes at the offset, of an object that was entered. */
static int find(struct object *object, uint32_t offset, size_t size, char **bytes)
{
	int err = 0;

	pthread_mutex_lock(&object->lock);
	if (!object->live)
		err = map_section(object);
	pthread_mutex_unlock(&object->lock);
	if (err)
		return err;
	if (offset > object->live_size || size > object->live_size - offset)
		return -EINVAL;
	*bytes = object->live + offset;
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

int global__load(struct object *object, uint32_t offset, void *bytes, size_t size)
{
	char *from = NULL;
	int err = object__enter(object, OBJECT_LOADED);

	if (err)
		return err;
	err = find(object, offset, size, &from);
	if (!err)
		copy_from(from, offset, bytes, size);
	object__leave(object);
	return err;
}

int global__store(struct object *object, uint32_t offset, const void *bytes, size_t size)
{
	char *to = NULL;
	int err = object__enter(object, OBJECT_LOADED);

	if (err)
		return err;
	err = find(object, offset, size, &to);
	if (!err)
		copy_to(to, offset, bytes, size);
	object__leave(object);
	return err;
}
