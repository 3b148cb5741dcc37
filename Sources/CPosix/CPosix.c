#define _GNU_SOURCE
#include "CPosix.h"

#include <fcntl.h>
#include <malloc.h>
#include <sys/socket.h>

int cposix_peer_credentials(int descriptor, struct cposix_peer *peer) {
    struct ucred credentials;
    socklen_t length = sizeof credentials;
    if (getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &length) != 0) return -1;
    peer->pid = credentials.pid;
    peer->uid = credentials.uid;
    peer->gid = credentials.gid;
    return 0;
}

int cposix_open(const char *path, int flags, mode_t mode) {
    return open(path, flags | O_CLOEXEC, mode);
}

void cposix_limit_arenas(int count) { mallopt(M_ARENA_MAX, count); }
