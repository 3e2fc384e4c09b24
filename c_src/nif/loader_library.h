/* SPDX-License-Identifier: Apache-2.0 */
/* What the loader has once for this VM: the private data of its library. */
#ifndef HONEY_NIF_LOADER_LIBRARY_H
#define HONEY_NIF_LOADER_LIBRARY_H

#include "loader/reaper.h"

struct library {
	int layout;
	struct reaper reaper;
};

#endif
