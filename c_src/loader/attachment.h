/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a link has of libbpf and of the kernel: how its program is attached, and what keeps it so.
 *
 * Whoever calls this has the link to itself: it is not LIVE yet, or taken.
 */
#ifndef HONEY_LOADER_ATTACHMENT_H
#define HONEY_LOADER_ATTACHMENT_H

#include "loader/link.h"

struct bpf_program;

/* Where a program goes; without an interface, to what its section names. */
struct attachment_target {
	const char *interface;
	enum xdp_mode mode;
	bool by_stub;
	const char *pin; /* NULL for none */
};

int attachment__make(struct link *link, struct bpf_program *program,
		     const struct attachment_target *target, struct log *log);

/*
 * `next`, by its program, comes to where the section of that says, as the link is attached: by a stub, or under
 * the same pin. Then the link's own attachment ends; if it fails, the link has it as before.
 */
int attachment__overlap(struct link *link, struct link *next, struct bpf_program *program,
			struct log *log);

/* Gives all of it to another link, which has none. */
void attachment__move(struct link *from, struct link *to);

/* Takes the program out of the kernel, and what stood there for it; one that is pinned only from here. */
void attachment__end(struct link *link);

#endif
