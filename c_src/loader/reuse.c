/* SPDX-License-Identifier: Apache-2.0 */
#include "loader/reuse.h"

#include "loader/object.h"
#include "loader/object_info.h"

#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

const char *map_aspect__name(enum map_aspect aspect)
{
	static const char *const names[] = {
#define X(name) #name,
		MAP_ASPECTS(X)
#undef X
	};

	return names[aspect];
}

static void define(struct map_definition *definition, const uint64_t *values)
{
	memcpy(definition->aspects, values, sizeof(definition->aspects));
}

static void read_wanted(const struct bpf_map *map, struct map_definition *definition)
{
	define(definition, (uint64_t[]){ bpf_map__type(map), bpf_map__key_size(map),
					 bpf_map__value_size(map), bpf_map__max_entries(map),
					 bpf_map__map_flags(map), bpf_map__map_extra(map) });
}

static int read_found(int fd, struct map_definition *definition)
{
	struct bpf_map_info info = { 0 };
	uint32_t size = sizeof(info);
	int err = bpf_obj_get_info_by_fd(fd, &info, &size);

	define(definition, (uint64_t[]){ info.type, info.key_size, info.value_size,
					 info.max_entries, info.map_flags, info.map_extra });
	return err;
}

/*
 * Of a perf event array the object may leave to the library how many CPUs there are. A map of devices
 * the kernel makes read-only for programs.
 */
static void complete(struct map_comparison *comparison)
{
	uint64_t *wanted = comparison->wanted.aspects, type = wanted[MAP_ASPECT_type];

	if (type == BPF_MAP_TYPE_DEVMAP || type == BPF_MAP_TYPE_DEVMAP_HASH)
		wanted[MAP_ASPECT_flags] |= comparison->found.aspects[MAP_ASPECT_flags] &
					    BPF_F_RDONLY_PROG;
	if (wanted[MAP_ASPECT_type] == BPF_MAP_TYPE_PERF_EVENT_ARRAY &&
	    !wanted[MAP_ASPECT_max_entries])
		wanted[MAP_ASPECT_max_entries] = comparison->found.aspects[MAP_ASPECT_max_entries];
}

static struct bpf_map *find_map(const struct object *object, const char *name)
{
	if (name[0] == '.')
		return (struct bpf_map *)object__section_map(object, name);
	return bpf_object__find_map_by_name(object->bpf, name);
}

static int reuse_entered(struct object *object, const char *name, int fd,
			 struct map_comparison *comparison)
{
	struct bpf_map *map = find_map(object, name);
	int err;

	if (!map)
		return -ESRCH;
	read_wanted(map, &comparison->wanted);
	err = read_found(fd, &comparison->found);
	if (err)
		return err;
	complete(comparison);
	if (memcmp(&comparison->wanted, &comparison->found, sizeof(comparison->wanted)) != 0)
		return -EMEDIUMTYPE;
	return bpf_map__reuse_fd(map, fd);
}

int object__reuse(struct object *object, const char *name, int fd,
		  struct map_comparison *comparison)
{
	int err = object__enter(object, OBJECT_OPENED);

	if (err)
		return err;
	err = reuse_entered(object, name, fd, comparison);
	object__leave(object);
	return err;
}

/* A descriptor of its own, so that of two objects never one waits for the other. */
static int copy_descriptor(struct object *source, const char *name)
{
	const struct bpf_map *map;
	int err = object__enter(source, OBJECT_LOADED), fd;

	if (err)
		return err;
	map = find_map(source, name);
	fd = map ? bpf_map__fd(map) : -1;
	if (fd < 0) {
		fd = -ESRCH;
	} else {
		fd = fcntl(fd, F_DUPFD_CLOEXEC, 3);
		if (fd < 0)
			fd = -errno;
	}
	object__leave(source);
	return fd;
}

int object__reuse_from(struct object *object, const char *name, struct object *source,
		       const char *source_name, struct map_comparison *comparison)
{
	int fd = copy_descriptor(source, source_name), err;

	if (fd < 0)
		return fd;
	err = object__reuse(object, name, fd, comparison);
	close(fd);
	return err;
}
