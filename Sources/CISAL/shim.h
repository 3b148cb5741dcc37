// ISA-L's deflate, inflate and CRC-32, and the sizes that its macros hold.
#ifndef CISAL_SHIM_H
#define CISAL_SHIM_H

#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>

/// Bytes of working memory that compression at level 1 wants.
static const uint32_t cisal_level_1_bytes = ISAL_DEF_LVL1_DEFAULT;

#endif
