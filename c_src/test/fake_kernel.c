/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE /* memfd_create(), RTLD_NEXT */

#include "test/fake_kernel.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/bpf.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Our own descriptors of files are from here on, those that the loader has below. */
#define KEPT_FROM 512

/* The kernel's own number for what it does not support. */
#define UNSUPPORTED 524

/* Room for whatever is mapped. */
#define FILE_SIZE (256 * 4096)

enum fake_kind { FAKE_MAP, FAKE_PROGRAM, FAKE_LINK, FAKE_OTHER };

struct fake_file {
	struct fake_file *next;
	enum fake_kind kind;
	dev_t device; /* numbers of inodes are those of a device */
	ino_t inode;
	int kept;
	uint32_t id;
	uint32_t type, key_size, value_size, max_entries, flags; /* of a map */
	char name[BPF_OBJ_NAME_LEN];
	char *elements; /* of one that is no array: a key and a value each */
	bool *used;	/* which of them there are */
};

static struct {
	enum fake_failure failure;
	unsigned at, calls;
	int error;
	bool has_batches;
	bool is_inside; /* what we need ourselves does not fail */
	uint32_t last_id;
	struct fake_file *files;
} kernel;

bool fake_kernel__fails(void)
{
	unsigned call = kernel.calls;
	bool fails;

	if (kernel.is_inside)
		return false;
	kernel.calls++;
	fails = (kernel.failure == FAKE_ONCE && call == kernel.at) ||
		(kernel.failure == FAKE_AFTER && call >= kernel.at);

	if (fails)
		errno = kernel.error;
	return fails;
}

void fake_kernel__begin(enum fake_failure failure, unsigned at, int error, bool has_batches)
{
	memset(&kernel, 0, sizeof(kernel));
	kernel.failure = failure;
	kernel.at = at;
	kernel.error = error;
	kernel.has_batches = has_batches;
}

unsigned fake_kernel__calls(void)
{
	return kernel.calls;
}

static struct fake_file *find(int fd)
{
	struct fake_file *file = kernel.files;
	struct stat status;

	if (fd < 0 || fstat(fd, &status))
		return NULL;
	while (file && (file->device != status.st_dev || file->inode != status.st_ino))
		file = file->next;
	return file;
}

bool fake_kernel__is_fake(int fd)
{
	return find(fd);
}

int fake_kernel__end(void)
{
	int open = 0;

	for (int fd = 0; fd < KEPT_FROM; fd++)
		open += fake_kernel__is_fake(fd);
	while (kernel.files) {
		struct fake_file *file = kernel.files;

		kernel.files = file->next;
		close(file->kept);
		free(file->elements);
		free(file->used);
		free(file);
	}
	return open;
}

static int result(int fd_or_error)
{
	if (fd_or_error >= 0)
		return fd_or_error;
	errno = -fd_or_error;
	return -1;
}

static int new_file(enum fake_kind kind, struct fake_file **file)
{
	struct fake_file *new = calloc(1, sizeof(*new));
	int fd = memfd_create("fake", MFD_CLOEXEC);
	struct stat status;

	if (ftruncate(fd, FILE_SIZE) || fstat(fd, &status))
		abort();
	new->kind = kind;
	new->device = status.st_dev;
	new->inode = status.st_ino;
	new->kept = fcntl(fd, F_DUPFD_CLOEXEC, KEPT_FROM);
	new->id = ++kernel.last_id;
	new->next = kernel.files;
	kernel.files = new;
	if (file)
		*file = new;
	return fd;
}

/* Maps: arrays are in their file, where they can be mapped; others are slots of key and value. */

static bool is_array(const struct fake_file *map)
{
	return map->type == BPF_MAP_TYPE_ARRAY || map->type == BPF_MAP_TYPE_PROG_ARRAY ||
	       map->type == BPF_MAP_TYPE_PERF_EVENT_ARRAY;
}

static int create_map(const union bpf_attr *attr)
{
	struct fake_file *map;
	int fd = new_file(FAKE_MAP, &map);

	map->type = attr->map_type;
	map->key_size = attr->key_size;
	map->value_size = attr->value_size;
	map->max_entries = attr->max_entries;
	map->flags = attr->map_flags;
	memcpy(map->name, attr->map_name, sizeof(map->name));
	if (!is_array(map) && map->key_size && map->value_size) {
		map->elements = calloc(map->max_entries, (size_t)map->key_size + map->value_size);
		map->used = calloc(map->max_entries, sizeof(*map->used));
	}
	return fd;
}

static char *slot_at(const struct fake_file *map, uint32_t slot)
{
	return map->elements + (size_t)slot * (map->key_size + map->value_size);
}

static uint32_t next_slot(const struct fake_file *map, uint32_t slot)
{
	while (slot < map->max_entries && !is_array(map) && !map->used[slot])
		slot++;
	return slot;
}

/* max_entries where it is not there. */
static uint32_t find_slot(const struct fake_file *map, const void *key)
{
	uint32_t slot = 0;

	if (is_array(map)) {
		memcpy(&slot, key, sizeof(slot));
		return slot < map->max_entries ? slot : map->max_entries;
	}
	slot = next_slot(map, 0);
	while (slot < map->max_entries && memcmp(slot_at(map, slot), key, map->key_size) != 0)
		slot = next_slot(map, slot + 1);
	return slot;
}

static void copy_key(const struct fake_file *map, uint32_t slot, void *key)
{
	memcpy(key, is_array(map) ? (const void *)&slot : slot_at(map, slot), map->key_size);
}

static off_t place(const struct fake_file *map, uint32_t slot)
{
	return (off_t)slot * ((map->value_size + 7) / 8 * 8);
}

static void copy_value(const struct fake_file *map, uint32_t slot, void *value)
{
	if (!is_array(map))
		memcpy(value, slot_at(map, slot) + map->key_size, map->value_size);
	else if (pread(map->kept, value, map->value_size, place(map, slot)) < 0)
		abort();
}

static int lookup(const struct fake_file *map, const void *key, void *value)
{
	uint32_t slot = find_slot(map, key);

	if (slot == map->max_entries)
		return -ENOENT;
	copy_value(map, slot, value);
	return 0;
}

static int delete (const struct fake_file *map, const void *key)
{
	uint32_t slot = find_slot(map, key);

	if (is_array(map))
		return -EINVAL;
	if (slot == map->max_entries)
		return -ENOENT;
	map->used[slot] = false;
	return 0;
}

static int free_slot(const struct fake_file *map)
{
	uint32_t slot = 0;

	while (slot < map->max_entries && map->used[slot])
		slot++;
	return slot < map->max_entries ? (int)slot : -E2BIG;
}

static int update(const struct fake_file *map, const void *key, const void *value, uint64_t flags)
{
	uint32_t slot = find_slot(map, key);
	bool is_there = slot < map->max_entries;
	int new;

	if (flags == BPF_NOEXIST && is_there)
		return -EEXIST;
	if (flags == BPF_EXIST && !is_there)
		return -ENOENT;
	if (is_array(map)) {
		if (is_there && pwrite(map->kept, value, map->value_size, place(map, slot)) < 0)
			abort();
		return is_there ? 0 : -E2BIG;
	}
	new = is_there ? (int)slot : free_slot(map);
	if (new < 0)
		return new;
	map->used[new] = true;
	memcpy(slot_at(map, (uint32_t) new), key, map->key_size);
	memcpy(slot_at(map, (uint32_t) new) + map->key_size, value, map->value_size);
	return 0;
}

static int get_next_key(const struct fake_file *map, const void *key, void *next)
{
	uint32_t slot = key ? find_slot(map, key) : map->max_entries;

	slot = next_slot(map, slot == map->max_entries ? 0 : slot + 1);
	if (slot >= map->max_entries)
		return -ENOENT;
	copy_key(map, slot, next);
	return 0;
}

static void *pointer(uint64_t address)
{
	return (void *)(uintptr_t)address;
}

static int on_element(int command, const union bpf_attr *attr, const struct fake_file *map)
{
	void *key = pointer(attr->key), *value = pointer(attr->value);
	int err;

	if (!map || map->kind != FAKE_MAP)
		return -EBADF;
	if (!is_array(map) && !map->elements)
		return -UNSUPPORTED;
	switch (command) {
	case BPF_MAP_LOOKUP_ELEM:
		return lookup(map, key, value);
	case BPF_MAP_UPDATE_ELEM:
		return update(map, key, value, attr->flags);
	case BPF_MAP_DELETE_ELEM:
		return delete (map, key);
	case BPF_MAP_LOOKUP_AND_DELETE_ELEM:
		err = kernel.has_batches ? lookup(map, key, value) : -UNSUPPORTED;
		return err ? err : delete (map, key);
	default:
		return get_next_key(map, key, value);
	}
}

/* The position is the next slot. */
static int read_batch(union bpf_attr *attr, const struct fake_file *map, bool take)
{
	char *keys = pointer(attr->batch.keys), *values = pointer(attr->batch.values);
	uint32_t slot = 0, count = 0;

	if (attr->batch.in_batch)
		memcpy(&slot, pointer(attr->batch.in_batch), sizeof(slot));
	slot = next_slot(map, slot);
	while (slot < map->max_entries && count < attr->batch.count) {
		copy_key(map, slot, keys + (size_t)count * map->key_size);
		copy_value(map, slot, values + (size_t)count++ * map->value_size);
		if (take)
			map->used[slot] = false;
		slot = next_slot(map, slot + 1);
	}
	attr->batch.count = count;
	memcpy(pointer(attr->batch.out_batch), &slot, sizeof(slot));
	return slot < map->max_entries ? 0 : -ENOENT;
}

static int put_batch(union bpf_attr *attr, const struct fake_file *map)
{
	const char *keys = pointer(attr->batch.keys), *values = pointer(attr->batch.values);
	uint32_t count = attr->batch.count;
	int err = 0;

	for (attr->batch.count = 0; attr->batch.count < count; attr->batch.count++) {
		err = update(map, keys + (size_t)attr->batch.count * map->key_size,
			     values + (size_t)attr->batch.count * map->value_size, 0);
		if (err)
			break;
	}
	return err;
}

static int on_batch(int command, union bpf_attr *attr)
{
	const struct fake_file *map = find((int)attr->batch.map_fd);
	bool take = command == BPF_MAP_LOOKUP_AND_DELETE_BATCH;

	if (!kernel.has_batches)
		return -EINVAL;
	if (!map || map->kind != FAKE_MAP)
		return -EBADF;
	if (take && is_array(map))
		return -UNSUPPORTED;
	return command == BPF_MAP_UPDATE_BATCH ? put_batch(attr, map) : read_batch(attr, map, take);
}

static void (*on_link_info)(void);

void fake_kernel__on_link_info(void (*call)(void))
{
	on_link_info = call;
}

static int get_info(const union bpf_attr *attr)
{
	const struct fake_file *file = find((int)attr->info.bpf_fd);
	struct bpf_map_info map = { 0 };
	struct bpf_link_info link = { 0 };

	if (!file)
		return -EBADF;
	memset(pointer(attr->info.info), 0, attr->info.info_len);
	if (file->kind == FAKE_LINK) {
		if (on_link_info)
			on_link_info();
		link.id = file->id;
		link.type = BPF_LINK_TYPE_RAW_TRACEPOINT;
		memcpy(pointer(attr->info.info), &link, sizeof(link));
		return 0;
	}
	/* Programs begin with their type and number as well. */
	map.type = file->type;
	map.id = file->id;
	map.key_size = file->key_size;
	map.value_size = file->value_size;
	map.max_entries = file->max_entries;
	map.map_flags = file->flags;
	memcpy(map.name, file->name, sizeof(map.name));
	memcpy(pointer(attr->info.info), &map,
	       file->kind == FAKE_MAP ? sizeof(map) : 2 * sizeof(uint32_t));
	return 0;
}

static int open_by_id(uint32_t id)
{
	const struct fake_file *file = kernel.files;

	while (file && (file->id != id || file->kind != FAKE_MAP))
		file = file->next;
	return file ? fcntl(file->kept, F_DUPFD_CLOEXEC, 3) : -ENOENT;
}

static int on_bpf(int command, union bpf_attr *attr)
{
	switch (command) {
	case BPF_MAP_CREATE:
		return create_map(attr);
	case BPF_MAP_LOOKUP_ELEM:
	case BPF_MAP_UPDATE_ELEM:
	case BPF_MAP_DELETE_ELEM:
	case BPF_MAP_GET_NEXT_KEY:
	case BPF_MAP_LOOKUP_AND_DELETE_ELEM:
		return on_element(command, attr, find((int)attr->map_fd));
	case BPF_MAP_LOOKUP_BATCH:
	case BPF_MAP_LOOKUP_AND_DELETE_BATCH:
	case BPF_MAP_UPDATE_BATCH:
		return on_batch(command, attr);
	case BPF_MAP_GET_FD_BY_ID:
		return open_by_id(attr->map_id);
	case BPF_OBJ_GET_INFO_BY_FD:
		return get_info(attr);
	case BPF_PROG_LOAD:
		return new_file(FAKE_PROGRAM, NULL);
	case BPF_RAW_TRACEPOINT_OPEN:
	case BPF_LINK_CREATE:
		return new_file(FAKE_LINK, NULL);
	case BPF_BTF_LOAD:
	case BPF_ENABLE_STATS:
		return new_file(FAKE_OTHER, NULL);
	case BPF_LINK_UPDATE:
	case BPF_PROG_TEST_RUN:
	case BPF_MAP_FREEZE:
	case BPF_PROG_BIND_MAP:
		return 0;
	default:
		return -EINVAL;
	}
}

static long on_real(long number, const long arguments[6])
{
	long (*real)(long, ...);

	*(void **)&real = dlsym(RTLD_NEXT, "syscall");
	return real(number, arguments[0], arguments[1], arguments[2], arguments[3], arguments[4],
		    arguments[5]);
}

long fake_kernel__syscall(long number, const long arguments[6])
{
	int answer;

	if (number != SYS_bpf && number != SYS_perf_event_open && number != SYS_pidfd_open)
		return on_real(number, arguments);
	if (fake_kernel__fails())
		return -1;
	kernel.is_inside = true;
	answer = number == SYS_bpf ? on_bpf((int)arguments[0], (union bpf_attr *)arguments[1])
				   : new_file(FAKE_OTHER, NULL);
	kernel.is_inside = false;
	return result(answer);
}
