/* SPDX-License-Identifier: Apache-2.0 */
#include "loader/pin.h"

#include "loader/link.h"
#include "loader/object.h"

#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <limits.h>
#include <linux/magic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

/* What a call has made so far, to be taken away again if it fails: the latest first. */
struct made {
	struct made *before;
	bool is_directory;
	char path[];
};

static struct made *made__new(struct made *before, const char *path, bool is_directory)
{
	size_t size = strlen(path) + 1;
	struct made *made = malloc(sizeof(*made) + size);

	if (!made)
		return NULL;
	made->before = before;
	made->is_directory = is_directory;
	memcpy(made->path, path, size);
	return made;
}

/* A directory in which others have pinned something meanwhile stays. */
static void made__end(struct made *made, bool undo)
{
	struct made *before;

	for (; made; made = before) {
		before = made->before;
		if (undo && made->is_directory)
			rmdir(made->path);
		else if (undo)
			unlink(made->path);
		free(made);
	}
}

/* Ends the path before its last name; false where there is no other. */
static bool cut(char *path)
{
	char *slash = strrchr(path, '/');

	if (!slash || slash == path)
		return false;
	*slash = '\0';
	return true;
}

/* Leaves of the path what is there, if that is in a BPF file system. */
static int find_place(const char *path, char there[PATH_MAX])
{
	struct statfs place;

	if (strlen(path) >= PATH_MAX)
		return -ENAMETOOLONG;
	strcpy(there, path);
	while (statfs(there, &place)) {
		if (errno != ENOENT)
			return -errno;
		if (!cut(there))
			return -EXDEV;
	}
	return place.f_type == BPF_FS_MAGIC ? 0 : -EXDEV;
}

int pin__check_place(const char *path)
{
	char there[PATH_MAX];

	return find_place(path, there);
}

/* Only its user may look into it, as for the pins themselves. */
static int make_one(const char *path, struct made **made)
{
	struct made *one = made__new(*made, path, true);

	if (!one)
		return -ENOMEM;
	if (!mkdir(path, S_IRWXU)) {
		*made = one;
		return 0;
	}
	free(one);
	return errno == EEXIST ? 0 : -errno;
}

static int make_directory(const char *path, struct made **made)
{
	char there[PATH_MAX];
	int err = find_place(path, there);

	for (size_t size = strlen(there), end = strlen(path); !err && size < end;) {
		size += 1 + strcspn(path + size + 1, "/");
		memcpy(there, path, size);
		there[size] = '\0';
		err = make_one(there, made);
	}
	return err;
}

static int make_pin(int fd, const char *path, struct made **made)
{
	struct made *one = made__new(*made, path, false);

	if (!one)
		return -ENOMEM;
	if (bpf_obj_pin(fd, path)) {
		int err = -errno;

		free(one);
		return err;
	}
	*made = one;
	return 0;
}

static int pin_maps(struct object *object, const struct map_pin *maps, size_t count,
		    struct made **made)
{
	int err = 0;

	for (size_t i = 0; !err && i < count; i++) {
		const struct bpf_map *map = bpf_object__find_map_by_name(object->bpf, maps[i].map);

		err = map ? make_pin(bpf_map__fd(map), maps[i].path, made) : -ESRCH;
	}
	return err;
}

static bool wants_pin(const struct link *link)
{
	return link->pin && !link->is_pinned;
}

/* Under the object's lock, so that no link goes meanwhile. */
static int pin_links(struct object *object, struct made **made)
{
	struct link *link;
	int err = 0;

	for (link = object->links; link && !err; link = link->next) {
		if (wants_pin(link))
			err = make_pin(link->fd, link->pin, made);
	}
	for (link = object->links; link && !err; link = link->next)
		link->is_pinned = link->pin;
	return err;
}

static int commit(struct object *object, const char *directory, const struct map_pin *maps,
		  size_t count)
{
	struct made *made = NULL;
	int err = make_directory(directory, &made);

	if (!err)
		err = pin_maps(object, maps, count, &made);
	if (!err) {
		pthread_mutex_lock(&object->lock);
		err = pin_links(object, &made);
		pthread_mutex_unlock(&object->lock);
	}
	made__end(made, err);
	return err;
}

int pin__commit(struct object *object, const char *directory, const struct map_pin *maps,
		size_t count)
{
	int err = object__enter(object, OBJECT_LOADED);

	if (err)
		return err;
	err = commit(object, directory, maps, count);
	object__leave(object);
	return err;
}

/* The kernel tells what a descriptor is of by what it calls the file. */
static bool is_kind(int fd, enum pin_kind kind)
{
	static const char *const names[] = {
		[PIN_MAP] = "anon_inode:bpf-map",
		[PIN_PROGRAM] = "anon_inode:bpf-prog",
		[PIN_LINK] = "anon_inode:bpf-link",
	};
	char path[64], name[64];
	ssize_t size;

	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	size = readlink(path, name, sizeof(name) - 1);
	if (size < 0)
		return false;
	name[size] = '\0';
	return strcmp(name, names[kind]) == 0;
}

/* The kernel says of a directory that it may not be read, and of a link to nothing that nothing is there. */
static int open_error(const char *path, int err)
{
	struct stat file;

	if (!stat(path, &file))
		return S_ISDIR(file.st_mode) ? -EISDIR : err;
	if (err == -ENOENT && !lstat(path, &file))
		return -ENOLINK;
	return err;
}

int pin__open(const char *path, enum pin_kind kind)
{
	int fd = bpf_obj_get(path);

	if (fd < 0)
		return open_error(path, -errno);
	if (is_kind(fd, kind))
		return fd;
	close(fd);
	return -EPROTOTYPE;
}

bool pin__leads_to(const char *path, int program)
{
	struct bpf_link_info link = { 0 };
	struct bpf_prog_info info = { 0 };
	__u32 link_size = sizeof(link), size = sizeof(info);
	int fd = pin__open(path, PIN_LINK);
	bool leads;

	if (fd < 0)
		return fd != -ENOENT && fd != -EPROTOTYPE;
	leads = bpf_obj_get_info_by_fd(fd, &link, &link_size) ||
		bpf_obj_get_info_by_fd(program, &info, &size) || link.prog_id == info.id;
	close(fd);
	return leads;
}

/*
 * The new name is there under another one first: `%` and two digits are how Honey.Pins escapes a byte
 * of an interface's name, and stand for nothing that is escaped. So it is no other link's, and no map's.
 */
int pin__replace(int fd, const char *path)
{
	char next[PATH_MAX];
	int err = 0;

	if (snprintf(next, sizeof(next), "%s%%next", path) >= (int)sizeof(next))
		return -ENAMETOOLONG;
	unlink(next);
	if (bpf_obj_pin(fd, next))
		return -errno;
	if (rename(next, path)) {
		err = -errno;
		unlink(next);
	}
	return err;
}

const struct bpf_map *pin__next_wanted(const struct object *object, const struct bpf_map *map)
{
	while ((map = bpf_object__next_map(object->bpf, map))) {
		if (bpf_map__pin_path(map))
			return map;
	}
	return NULL;
}

void pin__forget_wanted(struct object *object)
{
	struct bpf_map *map;

	bpf_object__for_each_map(map, object->bpf) bpf_map__set_pin_path(map, NULL);
}
