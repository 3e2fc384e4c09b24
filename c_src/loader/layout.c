/* SPDX-License-Identifier: Apache-2.0 */
#include "loader/layout.h"

#include "loader/object.h"

#include <bpf/bpf.h>
#include <bpf/btf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <string.h>

/* Data has no cycles: what is deeper is none of ours. */
#define DEEPEST 32

struct side {
	const struct btf *btf;
	const struct btf_type *type;
};

/* Without what names it, or says how it is used. */
static struct side strip(const struct btf *btf, __u32 id)
{
	const struct btf_type *type = btf__type_by_id(btf, id);

	while (type && (btf_is_mod(type) || btf_is_typedef(type)))
		type = btf__type_by_id(btf, type->type);
	return (struct side){ btf, type };
}

static bool same_name(const struct side *one, __u32 one_offset, const struct side *other,
		      __u32 other_offset)
{
	const char *a = btf__name_by_offset(one->btf, one_offset);
	const char *b = btf__name_by_offset(other->btf, other_offset);

	return a && b && strcmp(a, b) == 0;
}

static bool same_data(struct side one, struct side other, int depth);

static bool same_member(const struct side *one, const struct side *other, __u32 index, int depth)
{
	const struct btf_member *a = btf_members(one->type) + index;
	const struct btf_member *b = btf_members(other->type) + index;

	return a->offset == b->offset && same_name(one, a->name_off, other, b->name_off) &&
	       same_data(strip(one->btf, a->type), strip(other->btf, b->type), depth);
}

static bool same_members(const struct side *one, const struct side *other, int depth)
{
	__u32 count = btf_vlen(one->type);

	if (count != btf_vlen(other->type) || btf_kflag(one->type) != btf_kflag(other->type))
		return false;
	for (__u32 i = 0; i < count; i++) {
		if (!same_member(one, other, i, depth))
			return false;
	}
	return true;
}

static bool same_array(const struct side *one, const struct side *other, int depth)
{
	const struct btf_array *a = btf_array(one->type), *b = btf_array(other->type);

	return a->nelems == b->nelems &&
	       same_data(strip(one->btf, a->type), strip(other->btf, b->type), depth);
}

static bool same_data(struct side one, struct side other, int depth)
{
	if (!one.type || !other.type)
		return one.type == other.type;
	if (btf_kind(one.type) != btf_kind(other.type) || depth > DEEPEST)
		return false;
	switch (btf_kind(one.type)) {
	case BTF_KIND_INT:
		return one.type->size == other.type->size &&
		       btf_int_encoding(one.type) == btf_int_encoding(other.type);
	case BTF_KIND_ARRAY:
		return same_array(&one, &other, depth + 1);
	case BTF_KIND_STRUCT:
	case BTF_KIND_UNION:
		return one.type->size == other.type->size && same_members(&one, &other, depth + 1);
	default:
		return true;
	}
}

static bool differs(const struct btf *btf, __u32 id, const struct btf *found, __u32 found_id)
{
	return id && found_id && !same_data(strip(btf, id), strip(found, found_id), 0);
}

static void compare(const struct object *object, const struct bpf_map *map,
		    const struct bpf_map_info *info, struct layout_comparison *comparison)
{
	const struct btf *btf = bpf_object__btf(object->bpf);
	struct btf *found = btf && info->btf_id ? btf__load_from_kernel_by_id(info->btf_id) : NULL;

	if (!found)
		return;
	comparison->key_differs =
		differs(btf, bpf_map__btf_key_type_id(map), found, info->btf_key_type_id);
	comparison->value_differs =
		differs(btf, bpf_map__btf_value_type_id(map), found, info->btf_value_type_id);
	btf__free(found);
}

int layout__compare(struct object *object, const char *name, int fd,
		    struct layout_comparison *comparison)
{
	const struct bpf_map *map = bpf_object__find_map_by_name(object->bpf, name);
	struct bpf_map_info info = { 0 };
	__u32 size = sizeof(info);

	*comparison = (struct layout_comparison){ false, false };
	if (!map)
		return -ESRCH;
	if (bpf_obj_get_info_by_fd(fd, &info, &size))
		return -errno;
	compare(object, map, &info, comparison);
	return 0;
}
