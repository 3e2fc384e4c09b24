/* SPDX-License-Identifier: Apache-2.0 */
/* Objects that the kernel is to refuse: what it says then, all of it. */
#ifndef HONEY_VM_REFUSAL_H
#define HONEY_VM_REFUSAL_H

/* Opens, loads and attaches an object until a step is refused, which is told; or that none was. */
void refusal__tell(const char *path);

/* From now on this process may lock no memory, which kernels before 5.11 count maps as. */
void refusal__limit_memory(void);

#endif
