/* SPDX-License-Identifier: Apache-2.0 */
/* Operations and flags that several types of maps (map_kind.def) have, as sets. */
#ifndef HONEY_COMPILER_MAP_GROUP_H
#define HONEY_COMPILER_MAP_GROUP_H

#define ELEMENTS (MAP_MAY_LOOKUP | MAP_MAY_UPDATE)
#define TABLE (ELEMENTS | MAP_MAY_DELETE)
/* Of queues and stacks. */
#define LINE (MAP_MAY_PUSH | MAP_MAY_POP | MAP_MAY_PEEK)

#define USER_ELEMENTS (MAP_USER_GET | MAP_USER_PUT | MAP_USER_WALK)
#define USER_TABLE (USER_ELEMENTS | MAP_USER_DELETE)
/* Of memory of the kernel's objects, which nobody can list. */
#define USER_OBJECTS (MAP_USER_GET | MAP_USER_PUT | MAP_USER_DELETE)
#define USER_LINE (MAP_USER_PUSH | MAP_USER_POP | MAP_USER_PEEK)

#define USER_ACCESS (MAP_FLAG_RDONLY | MAP_FLAG_WRONLY)
#define ACCESS (USER_ACCESS | MAP_FLAG_RDONLY_PROG | MAP_FLAG_WRONLY_PROG)

#endif
