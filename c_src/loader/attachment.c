/* SPDX-License-Identifier: Apache-2.0 */
#include "loader/attachment.h"

#include "loader/log.h"
#include "loader/pin.h"
#include "loader/stub.h"
#include "loader/tracepoint.h"

#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/if_link.h>
#include <net/if.h>
#include <string.h>
#include <unistd.h>

static int attach_itself(struct link *link, struct bpf_program *program)
{
	link->bpf = bpf_program__attach(program);
	return link->bpf ? 0 : -errno;
}

static int attach_stub(struct link *link, struct bpf_program *program)
{
	int err = stub__open(program, &link->stub);

	if (err)
		return err;
	err = attach_itself(link, stub__program(link->stub));
	if (err) {
		stub__close(link->stub);
		link->stub = NULL;
	}
	return err;
}

static int attach_by_section(struct link *link, struct bpf_program *program, bool by_stub,
			     struct log *log)
{
	int err;

	log__begin(log);
	err = by_stub && stub__suits(program) ? attach_stub(link, program)
					      : attach_itself(link, program);
	log__end(log);
	return err;
}

static int attach_to_interface(struct link *link, struct bpf_program *program,
			       const struct attachment_target *target)
{
	static const unsigned flags[] = {
		[XDP_MODE_AUTO] = 0,
		[XDP_MODE_NATIVE] = XDP_FLAGS_DRV_MODE,
		[XDP_MODE_GENERIC] = XDP_FLAGS_SKB_MODE,
	};
	LIBBPF_OPTS(bpf_link_create_opts, options, .flags = flags[target->mode]);
	unsigned index = if_nametoindex(target->interface);

	if (!index)
		return -ENODEV;
	link->fd = bpf_link_create(bpf_program__fd(program), (int)index, BPF_XDP, &options);
	return link->fd < 0 ? -errno : 0;
}

/* All but the events of perf end by their descriptors alone, of which this one is ours. */
static int keep_descriptor(struct link *link)
{
	link->fd = fcntl(bpf_link__fd(link->bpf), F_DUPFD_CLOEXEC, 3);
	if (link->fd < 0)
		return -errno;
	bpf_link__destroy(link->bpf);
	link->bpf = NULL;
	return 0;
}

/* So that it is ours alone when it ends. A stub would lose its slot then. */
static int attach_to_pin(struct link *link, struct bpf_program *program, struct log *log)
{
	int err;

	switch (bpf_program__type(program)) {
	case BPF_PROG_TYPE_TRACEPOINT:
		link->fd = tracepoint__attach(bpf_program__section_name(program),
					      bpf_program__fd(program));
		return link->fd < 0 ? link->fd : 0;
	case BPF_PROG_TYPE_KPROBE:
	case BPF_PROG_TYPE_PERF_EVENT:
		return -EOPNOTSUPP;
	default:
		err = attach_by_section(link, program, false, log);
		return err ? err : keep_descriptor(link);
	}
}

static int attach_new(struct link *link, struct bpf_program *program,
		      const struct attachment_target *target, struct log *log)
{
	if (target->interface)
		return attach_to_interface(link, program, target);
	if (target->pin)
		return attach_to_pin(link, program, log);
	return attach_by_section(link, program, target->by_stub, log);
}

static bool is_same_place(int fd, const struct attachment_target *target)
{
	struct bpf_link_info info = { 0 };
	__u32 size = sizeof(info);

	return target->interface && !bpf_obj_get_info_by_fd(fd, &info, &size) &&
	       info.type == BPF_LINK_TYPE_XDP &&
	       info.xdp.ifindex == if_nametoindex(target->interface);
}

/* In the place of what is pinned there. */
static int take_over(struct link *link, struct bpf_program *program,
		     const struct attachment_target *target, int old, struct log *log)
{
	int err;

	link->is_adopted = link->is_pinned = true;
	if (is_same_place(old, target)) {
		link->fd = old;
		return bpf_link_update(old, bpf_program__fd(program), NULL) ? -errno : 0;
	}
	err = attach_new(link, program, target, log);
	if (!err)
		err = pin__replace(link->fd, target->pin);
	close(old);
	return err;
}

static int attach_pinned(struct link *link, struct bpf_program *program,
			 const struct attachment_target *target, struct log *log)
{
	int old;

	link->pin = strdup(target->pin);
	if (!link->pin)
		return -ENOMEM;
	old = pin__open(target->pin, PIN_LINK);
	if (old >= 0)
		return take_over(link, program, target, old, log);
	return old == -ENOENT ? attach_new(link, program, target, log) : old;
}

int attachment__make(struct link *link, struct bpf_program *program,
		     const struct attachment_target *target, struct log *log)
{
	int err = target->pin ? attach_pinned(link, program, target, log)
			      : attach_new(link, program, target, log);

	if (err)
		attachment__end(link);
	return err;
}

static void move_pin(struct link *from, struct link *to)
{
	to->pin = from->pin;
	to->is_pinned = from->is_pinned;
	from->pin = NULL;
	from->is_pinned = false;
}

static int overlap_pinned(struct link *link, struct link *next, struct bpf_program *program,
			  struct log *log)
{
	int err = attach_to_pin(next, program, log);

	if (!err && link->is_pinned)
		err = pin__replace(next->fd, link->pin);
	if (!err)
		move_pin(link, next);
	return err;
}

int attachment__overlap(struct link *link, struct link *next, struct bpf_program *program,
			struct log *log)
{
	int err = link->pin ? overlap_pinned(link, next, program, log)
			    : attach_by_section(next, program, link->stub, log);

	attachment__end(err ? next : link);
	return err;
}

void attachment__move(struct link *from, struct link *to)
{
	to->bpf = from->bpf;
	to->fd = from->fd;
	to->stub = from->stub;
	from->bpf = NULL;
	from->fd = -1;
	from->stub = NULL;
	move_pin(from, to);
}

void attachment__end(struct link *link)
{
	bpf_link__destroy(link->bpf);
	link->bpf = NULL;
	if (link->fd >= 0)
		close(link->fd);
	link->fd = -1;
	stub__close(link->stub);
	link->stub = NULL;
}
