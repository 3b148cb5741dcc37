#ifndef CDEFLATE_SHIM_H
#define CDEFLATE_SHIM_H

#include <libdeflate.h>
#include <stdlib.h>

/// A decompressor; without memory for its 11 KB the process ends, as Swift's own allocations do.
static inline struct libdeflate_decompressor *_Nonnull cdeflate_decompressor(void) {
    struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();
    if (decompressor == NULL) abort();
    return decompressor;
}

#endif
