/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE /* O_PATH */
#include "loader/map.h"

#include "loader/error_name.h"
#include "loader/map_owned.h"
#include "loader/object.h"
#include "loader/succession.h"

#include <bpf/bpf.h>
#include <bpf/btf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* A per-CPU slot is a multiple of 8 bytes. */
#define SLOT_ALIGN 8

static bool is_per_cpu(enum bpf_map_type type)
{
	return type == BPF_MAP_TYPE_PERCPU_HASH || type == BPF_MAP_TYPE_PERCPU_ARRAY ||
	       type == BPF_MAP_TYPE_LRU_PERCPU_HASH || type == BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE;
}

/* By its number in bpf.h, which that of the machine that compiles may lack. */
#define CGRP_STORAGE 32

static enum map_key key_of(uint32_t type)
{
	switch (type) {
	case BPF_MAP_TYPE_TASK_STORAGE:
		return MAP_KEY_TASK;
	case BPF_MAP_TYPE_INODE_STORAGE:
		return MAP_KEY_FILE;
	case CGRP_STORAGE:
		return MAP_KEY_GROUP;
	default:
		return MAP_KEY_BYTES;
	}
}

int map__cpus(void)
{
	return libbpf_num_possible_cpus();
}

static int set_sizes(struct map *map, const struct map_template *template)
{
	int cpus = 1;

	map->key_size = template->key_size;
	map->value_size = template->value_size;
	map->max_entries = template->max_entries;
	map->type = template->type;
	map->per_cpu = is_per_cpu(template->type);
	map->has_groups = template->type == BPF_MAP_TYPE_CGROUP_ARRAY;
	map->names = key_of(template->type);
	map->value_slot = map->value_size;
	if (map->per_cpu) {
		cpus = map__cpus();
		if (cpus < 0)
			return cpus;
		map->value_slot = (map->value_slot + SLOT_ALIGN - 1) / SLOT_ALIGN * SLOT_ALIGN;
	}
	map->slots = (unsigned int)cpus;
	map->value_stride = map->value_slot * map->slots;
	return map->key_size > MAP_KEY_MOST ? -EPROTOTYPE : 0;
}

static bool types_fit(const struct map *map)
{
	size_t key = scalar__size(map->key);
	size_t value = scalar__size(map->value);

	return (!key || key == map->key_size) && (!value || value == map->value_size);
}

static const struct btf_type *value_type(const struct btf *btf, const struct bpf_map *bpf)
{
	const struct btf_type *type = btf ? btf__type_by_id(btf, bpf_map__btf_value_type_id(bpf))
					  : NULL;

	return type && btf_is_struct(type) ? type : NULL;
}

static bool is_lock(const struct btf *btf, __u32 id)
{
	const struct btf_type *type = btf__type_by_id(btf, id);
	const char *name = type ? btf__name_by_offset(btf, type->name_off) : NULL;

	return name && btf_is_struct(type) && strcmp(name, "bpf_spin_lock") == 0;
}

/* As the kernel finds it: a member of the values' type that is a struct of this name. */
static bool has_lock(const struct btf *btf, const struct bpf_map *bpf)
{
	const struct btf_type *type = value_type(btf, bpf);
	const struct btf_member *members = type ? btf_members(type) : NULL;

	for (int i = 0; type && i < btf_vlen(type); i++) {
		if (is_lock(btf, members[i].type))
			return true;
	}
	return false;
}

static int open_entered(const char *name, struct map *map)
{
	const struct bpf_map *bpf = bpf_object__find_map_by_name(map->object->bpf, name);
	struct map_template template;
	int err;

	if (!bpf)
		return -ESRCH;
	map->fd = bpf_map__fd(bpf);
	if (map->fd < 0)
		return -ESRCH;
	map->locked = has_lock(bpf_object__btf(map->object->bpf), bpf) ? BPF_F_LOCK : 0;
	template = (struct map_template){ .type = bpf_map__type(bpf),
					  .key_size = bpf_map__key_size(bpf),
					  .value_size = bpf_map__value_size(bpf),
					  .max_entries = bpf_map__max_entries(bpf) };
	err = set_sizes(map, &template);
	if (err)
		return err;
	return types_fit(map) ? 0 : -EPROTOTYPE;
}

static void map_init(struct map *map, struct object *object, enum scalar key, enum scalar value)
{
	*map = (struct map){ .object = object, .outer = -1, .key = key, .value = value };
	atomic_init(&map->home, object);
	for (size_t i = 0; i < MAP_BATCHES; i++)
		atomic_init(&map->no_batch[i], false);
}

int map__enter(const struct map *map, struct map_use *use)
{
	int outer = map->outer;

	*use = (struct map_use){ map->object, map->fd };
	if (!map->is_owned)
		return object__enter_with(&use->object, &use->fd);
	if (outer < 0)
		return object__enter(use->object, OBJECT_LOADED);
	return object__enter_with(&use->object, &outer);
}

/* The map has a reference on its object from then on, or none. */
static int map_end(struct map *map, struct object *object, int err)
{
	if (err)
		map->object = NULL;
	else
		object__get(object);
	object__leave(object);
	return err;
}

int map__open(struct object *object, const char *name, enum scalar key, enum scalar value,
	      struct map *map)
{
	int err = object__enter(object, OBJECT_LOADED);

	if (err)
		return err;
	map_init(map, object, key, value);
	return map_end(map, object, open_entered(name, map));
}

/* The map is what its descriptor is, which it owns, whether or not the types fit. */
static int own(struct map *map, int fd, const struct map_template *template)
{
	int err = fd < 0 ? fd : set_sizes(map, template);

	if (!err && !types_fit(map))
		err = -EPROTOTYPE;
	if (err) {
		if (fd >= 0)
			close(fd);
		return err;
	}
	map->fd = fd;
	map__own(map);
	return 0;
}

int map__create(struct object *object, const struct map_template *template, enum scalar key,
		enum scalar value, struct map *map)
{
	LIBBPF_OPTS(bpf_map_create_opts, options, .map_flags = template->flags,
		    .numa_node = template->node);
	int err = object__enter_last(&object), fd;

	if (err)
		return err;
	map_init(map, object, key, value);
	fd = bpf_map_create((enum bpf_map_type) template->type, NULL, template->key_size,
			    template->value_size, template->max_entries, &options);
	return map_end(map, object, own(map, fd, template));
}

static int open_id(struct map *map, uint32_t id)
{
	struct bpf_map_info info = { 0 };
	uint32_t size = sizeof(info);
	struct map_template template;
	int fd = bpf_map_get_fd_by_id(id), err;

	if (fd < 0)
		return fd;
	err = bpf_obj_get_info_by_fd(fd, &info, &size);
	if (err) {
		close(fd);
		return err;
	}
	template = (struct map_template){ .type = info.type,
					  .key_size = info.key_size,
					  .value_size = info.value_size,
					  .max_entries = info.max_entries };
	return own(map, fd, &template);
}

int map__open_id(const struct map *outer, uint32_t id, enum scalar key, enum scalar value,
		 struct map *map)
{
	struct map_use use;
	int err = map__enter(outer, &use);

	if (err)
		return err;
	map_init(map, use.object, key, value);
	map->outer = use.fd;
	return map_end(map, use.object, open_id(map, id));
}

void map__close(struct map *map)
{
	if (map->object && map->is_owned)
		map__close_own(map);
}

void map__release(struct map *map)
{
	if (!map->object)
		return;
	if (map->is_owned)
		map__disown(map);
	object__put(map->object);
	map->object = NULL;
}

/* Of a thread that does not lead its process from Linux 6.9 on. */
static int open_task(int number)
{
	int fd = (int)syscall(SYS_pidfd_open, number, 0);

	if (fd < 0 && (errno == EINVAL || errno == ENOENT))
		fd = (int)syscall(SYS_pidfd_open, number, O_EXCL);
	return fd < 0 ? -errno : fd;
}

/* -ESRCH where there is none: -ENOENT is said of one without a value. */
static int open_path(const char *path, int flags)
{
	int fd = open(path, flags | O_CLOEXEC);

	if (fd >= 0)
		return fd;
	return errno == ENOENT || errno == ENOTDIR ? -ESRCH : -errno;
}

static int open_key(const struct map *map, const void *key)
{
	if (map->names == MAP_KEY_TASK)
		return open_task(*(const int *)key);
	return open_path(key, map->names == MAP_KEY_GROUP ? O_RDONLY | O_DIRECTORY : O_PATH);
}

/* A key as the kernel takes it. */
struct given_key {
	const void *bytes;
	int fd; /* -1: it is no descriptor */
};

static int give_key(const struct map *map, const void *key, struct given_key *given)
{
	*given = (struct given_key){ key, -1 };
	if (map->names == MAP_KEY_BYTES)
		return 0;
	given->fd = open_key(map, key);
	given->bytes = &given->fd;
	return given->fd < 0 ? given->fd : 0;
}

static void end_key(const struct given_key *given)
{
	if (given->fd >= 0)
		close(given->fd);
}

int map__lookup(struct map *map, const void *key, void *value)
{
	struct given_key given;
	struct map_use use;
	int err = map__enter(map, &use);

	if (err)
		return err;
	err = give_key(map, key, &given);
	if (!err)
		err = bpf_map_lookup_elem_flags(use.fd, given.bytes, value, map->locked);
	end_key(&given);
	object__leave(use.object);
	return err;
}

int map__pop(struct map *map, void *value)
{
	struct map_use use;
	int err = map__enter(map, &use);

	if (err)
		return err;
	err = bpf_map_lookup_and_delete_elem(use.fd, NULL, value);
	object__leave(use.object);
	return err;
}

bool map__lacks(int err)
{
	return err == -ERROR_UNSUPPORTED || err == -EOPNOTSUPP || err == -EINVAL;
}

/* Programs may be at the map, or the program, that a value was. */
static bool waits_for_programs(const struct map *map)
{
	return map->type == BPF_MAP_TYPE_ARRAY_OF_MAPS || map->type == BPF_MAP_TYPE_HASH_OF_MAPS ||
	       map->type == BPF_MAP_TYPE_PROG_ARRAY;
}

/* A value has a thread, which the kernel starts on the value's CPU. */
static bool waits_for_thread(const struct map *map)
{
	return map->type == BPF_MAP_TYPE_CPUMAP;
}

bool map__may_wait(const struct map *map, bool writes)
{
	return map->names == MAP_KEY_GROUP || map->names == MAP_KEY_FILE ||
	       (writes && (map->has_groups || waits_for_programs(map) || waits_for_thread(map)));
}

int map__take_entered(const struct map *map, int fd, const void *key, void *value)
{
	int err = bpf_map_lookup_and_delete_elem_flags(fd, key, value, map->locked);

	if (!map__lacks(err))
		return err;
	err = bpf_map_lookup_elem_flags(fd, key, value, map->locked);
	return err ? err : bpf_map_delete_elem(fd, key);
}

int map__take(struct map *map, const void *key, void *value)
{
	struct given_key given;
	struct map_use use;
	int err = map__enter(map, &use);

	if (err)
		return err;
	err = give_key(map, key, &given);
	if (!err)
		err = map__take_entered(map, use.fd, given.bytes, value);
	end_key(&given);
	object__leave(use.object);
	return err;
}

int map__update(struct map *map, const void *key, const void *value, uint64_t flags)
{
	struct given_key given;
	struct map_use use;
	int err = map__enter(map, &use);

	if (err)
		return err;
	err = give_key(map, key, &given);
	if (!err)
		err = bpf_map_update_elem(use.fd, given.bytes, value, flags | map->locked);
	end_key(&given);
	object__leave(use.object);
	return err;
}

int map__put_group(struct map *map, const void *key, const char *path, uint64_t flags)
{
	int group = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int err = group < 0 ? -errno : map__update(map, key, &group, flags);

	if (group >= 0)
		close(group);
	return err;
}

/* -ESRCH where the object has no such program, or has not loaded it. */
static int update_program(const struct map_use *use, const void *key, const char *name,
			  uint64_t flags)
{
	const struct bpf_program *program =
		bpf_object__find_program_by_name(use->object->bpf, name);
	int fd = program ? bpf_program__fd(program) : -ESRCH;

	return fd < 0 ? -ESRCH : bpf_map_update_elem(use->fd, key, &fd, flags);
}

int map__update_program(struct map *map, const void *key, const char *name, uint64_t flags)
{
	struct map_use use;
	int err = map__enter(map, &use);

	if (err)
		return err;
	err = update_program(&use, key, name, flags);
	object__leave(use.object);
	return err;
}

int map__update_map(struct map *map, const void *key, const struct map *inner, uint64_t flags)
{
	struct map_use use;
	int err = map__enter(map, &use);

	if (err)
		return err;
	err = inner->object == use.object ? bpf_map_update_elem(use.fd, key, &inner->fd, flags)
					  : -ESTALE;
	object__leave(use.object);
	return err;
}

int map__delete(struct map *map, const void *key)
{
	struct given_key given;
	struct map_use use;
	int err = map__enter(map, &use);

	if (err)
		return err;
	err = give_key(map, key, &given);
	if (!err)
		err = bpf_map_delete_elem(use.fd, given.bytes);
	end_key(&given);
	object__leave(use.object);
	return err;
}
