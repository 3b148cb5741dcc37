// What Swift cannot call by itself: structures behind _GNU_SOURCE and variadic system calls.
#ifndef CPOSIX_H
#define CPOSIX_H

#include <sys/types.h>

/// The credentials of the process at the other end of a connected Unix socket.
struct cposix_peer {
    pid_t pid;
    uid_t uid;
    gid_t gid;
};

/// Reads SO_PEERCRED of a socket. 0, or -1 with errno set.
int cposix_peer_credentials(int descriptor, struct cposix_peer *peer);

/// open(2) with a mode and O_CLOEXEC. A descriptor, or -1 with errno set.
int cposix_open(const char *path, int flags, mode_t mode);

/// mallopt(3) with M_ARENA_MAX.
void cposix_limit_arenas(int count);

/// Frees what malloc keeps, and the pages of programs and libraries that lie in files unchanged.
void cposix_give_back_memory(void);

#endif
