/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Names in a BPF file system: what has one stays in the kernel when its object goes, and is found
 * again by the next.
 *
 * All new names of an object are made in one call, or none, when everything else has succeeded: so
 * neither a start that fails leaves any, nor one whose process dies in the midst of it.
 *
 * Functions return 0 or -errno; -EXDEV for a path that is not in a BPF file system.
 */
#ifndef HONEY_LOADER_PIN_H
#define HONEY_LOADER_PIN_H

#include <stdbool.h>
#include <stddef.h>

struct bpf_map;
struct object;

enum pin_kind {
	PIN_MAP,
	PIN_PROGRAM,
	PIN_LINK,
};

/* Is the path, or would it be, in a BPF file system? */
int pin__check_place(const char *path);

/*
 * The descriptor of what is pinned there, which the caller closes. -ENOENT for nothing, -EPROTOTYPE
 * for something of another kind, -EISDIR for a directory, -ENOLINK for a symbolic link to nothing.
 */
int pin__open(const char *path, enum pin_kind kind);

/*
 * Whether what is pinned there is a link of the program, by its descriptor. Of a link that cannot be opened, for
 * another reason than that nothing is there, it is taken to be.
 */
bool pin__leads_to(const char *path, int program);

/* The descriptor's gets the name of what is pinned there; there always is one of the two. */
int pin__replace(int fd, const char *path);

/* A map of an object, by its name there, and its path. */
struct map_pin {
	const char *map;
	const char *path;
};

/*
 * Makes the directory, if it is not there, and in it names for these maps and for those of the object's
 * links that are to have one. -EEXIST where there is something of the name.
 */
int pin__commit(struct object *object, const char *directory, const struct map_pin *maps,
		size_t count);

/*
 * The next map of an opened object that says itself that it is to be pinned by its name; NULL for the
 * first, and at the end.
 */
const struct bpf_map *pin__next_wanted(const struct object *object, const struct bpf_map *map);
/* libbpf would pin these where nobody has asked for it. */
void pin__forget_wanted(struct object *object);

#endif
