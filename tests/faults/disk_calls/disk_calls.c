/* Stands between a process and the C library (LD_PRELOAD, Linux) for every call that touches files under one folder.

   It records them, with what was written, so that a power cut at any moment can be played afterwards; and it can let
   the n-th of them fail. SQLite writes in C, so nothing that lives in Python would see what it does.

   TJ_DISK_ROOT  the folder; calls on other files pass
   TJ_DISK_LOG   where to record, if anywhere

   A record is: kind (1 byte), lengths of two paths (4 + 4), offset (8), length of the data (4), little endian; then the
   paths and the data. Kinds: C made, W written, T cut to offset, S synced, U unlinked, R renamed, M folder made,
   D folder removed. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_DESCRIPTORS 4096
#define CHANGING 1
#define READING 2

static char *path_of[MOST_DESCRIPTORS];
static const char *root;
static size_t root_length;
static int log_descriptor = -1;

static long fail_at, seen;
static int fail_with, fail_always, fail_kinds;

__attribute__((constructor)) static void begin(void)
{
    const char *log = getenv("TJ_DISK_LOG");
    root = getenv("TJ_DISK_ROOT");
    root_length = root ? strlen(root) : 0;
    if (log) {
        long opened = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        log_descriptor = opened < 0 ? -1 : (int)syscall(SYS_fcntl, opened, F_DUPFD_CLOEXEC, 1000);
    }
}

/* From Python, through ctypes: the n-th call from now on fails, and those after it if `always`; 0 lets all pass. */
void disk_calls_fail(long at, int error, int always, int kinds)
{
    seen = 0;
    fail_at = at;
    fail_with = error;
    fail_always = always;
    fail_kinds = kinds;
}

long disk_calls_seen(void) { return seen; }

static int is_ours(const char *path)
{
    return root && path && strncmp(path, root, root_length) == 0
        && (path[root_length] == '/' || path[root_length] == '\0');
}

static const char *known(int descriptor)
{
    return descriptor >= 0 && descriptor < MOST_DESCRIPTORS ? path_of[descriptor] : NULL;
}

static void remember(int descriptor, const char *path)
{
    if (descriptor < 0 || descriptor >= MOST_DESCRIPTORS)
        return;
    free(path_of[descriptor]);
    path_of[descriptor] = path && is_ours(path) ? strdup(path) : NULL;
}

static int fails(int kind)
{
    if (!fail_at || !(fail_kinds & kind))
        return 0;
    seen++;
    if (seen == fail_at || (fail_always && seen > fail_at)) {
        errno = fail_with;
        return 1;
    }
    return 0;
}

static void record(char kind, const char *path, const char *other, int64_t offset, const void *data, uint32_t length)
{
    unsigned char head[21];
    uint32_t path_length = (uint32_t)strlen(path), other_length = other ? (uint32_t)strlen(other) : 0;
    int error = errno;
    if (log_descriptor < 0)
        return;
    head[0] = (unsigned char)kind;
    memcpy(head + 1, &path_length, 4);
    memcpy(head + 5, &other_length, 4);
    memcpy(head + 9, &offset, 8);
    memcpy(head + 17, &length, 4);
    struct iovec parts[] = {
        {head, sizeof head}, {(void *)path, path_length}, {(void *)other, other_length}, {(void *)data, length},
    };
    size_t whole = sizeof head + path_length + other_length + length;
    if (syscall(SYS_writev, log_descriptor, parts, 4) != (long)whole)
        abort();
    errno = error;
}

#define NEXT(name, result, ...) \
    static result (*next)(__VA_ARGS__); \
    if (!next) \
        next = (result (*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

static int opened(int descriptor, const char *path, int flags, int was_there)
{
    if (descriptor >= 0) {
        remember(descriptor, path);
        if (known(descriptor)) {
            if ((flags & O_CREAT) && !was_there)
                record('C', path, NULL, 0, NULL, 0);
            else if (flags & O_TRUNC)
                record('T', path, NULL, 0, NULL, 0);
        }
    }
    return descriptor;
}

static int open_fails(const char *path, int flags)
{
    return is_ours(path) && fails((flags & (O_WRONLY | O_RDWR | O_CREAT)) ? CHANGING : READING);
}

#define OPEN(name) \
    int name(const char *path, int flags, ...) \
    { \
        NEXT(name, int, const char *, int, ...); \
        mode_t mode = 0; \
        if (flags & O_CREAT) { \
            va_list rest; \
            va_start(rest, flags); \
            mode = va_arg(rest, mode_t); \
            va_end(rest); \
        } \
        if (open_fails(path, flags)) \
            return -1; \
        int was_there = is_ours(path) && access(path, F_OK) == 0; \
        return opened(next(path, flags, mode), path, flags, was_there); \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name) \
    int name(int folder, const char *path, int flags, ...) \
    { \
        NEXT(name, int, int, const char *, int, ...); \
        mode_t mode = 0; \
        if (flags & O_CREAT) { \
            va_list rest; \
            va_start(rest, flags); \
            mode = va_arg(rest, mode_t); \
            va_end(rest); \
        } \
        if (open_fails(path, flags)) \
            return -1; \
        int was_there = is_ours(path) && access(path, F_OK) == 0; \
        return opened(next(folder, path, flags, mode), path, flags, was_there); \
    }
OPENAT(openat)
OPENAT(openat64)

int close(int descriptor)
{
    NEXT(close, int, int);
    remember(descriptor, NULL);
    return next(descriptor);
}

ssize_t write(int descriptor, const void *data, size_t length)
{
    NEXT(write, ssize_t, int, const void *, size_t);
    const char *path = known(descriptor);
    if (!path)
        return next(descriptor, data, length);
    if (fails(CHANGING))
        return -1;
    off_t offset = lseek(descriptor, 0, SEEK_CUR);
    ssize_t written = next(descriptor, data, length);
    if (written > 0)
        record('W', path, NULL, offset, data, (uint32_t)written);
    return written;
}

#define PWRITE(name) \
    ssize_t name(int descriptor, const void *data, size_t length, off_t offset) \
    { \
        NEXT(name, ssize_t, int, const void *, size_t, off_t); \
        const char *path = known(descriptor); \
        if (path && fails(CHANGING)) \
            return -1; \
        ssize_t written = next(descriptor, data, length, offset); \
        if (path && written > 0) \
            record('W', path, NULL, offset, data, (uint32_t)written); \
        return written; \
    }
PWRITE(pwrite)
PWRITE(pwrite64)

ssize_t read(int descriptor, void *data, size_t length)
{
    NEXT(read, ssize_t, int, void *, size_t);
    if (known(descriptor) && fails(READING))
        return -1;
    return next(descriptor, data, length);
}

#define PREAD(name) \
    ssize_t name(int descriptor, void *data, size_t length, off_t offset) \
    { \
        NEXT(name, ssize_t, int, void *, size_t, off_t); \
        if (known(descriptor) && fails(READING)) \
            return -1; \
        return next(descriptor, data, length, offset); \
    }
PREAD(pread)
PREAD(pread64)

#define SYNC(name) \
    int name(int descriptor) \
    { \
        NEXT(name, int, int); \
        const char *path = known(descriptor); \
        if (path && fails(CHANGING)) \
            return -1; \
        int result = next(descriptor); \
        if (path && result == 0) \
            record('S', path, NULL, 0, NULL, 0); \
        return result; \
    }
SYNC(fsync)
SYNC(fdatasync)

#define TRUNCATE(name) \
    int name(int descriptor, off_t length) \
    { \
        NEXT(name, int, int, off_t); \
        const char *path = known(descriptor); \
        if (path && fails(CHANGING)) \
            return -1; \
        int result = next(descriptor, length); \
        if (path && result == 0) \
            record('T', path, NULL, length, NULL, 0); \
        return result; \
    }
TRUNCATE(ftruncate)
TRUNCATE(ftruncate64)

static int told(int result, char kind, const char *path, const char *other)
{
    if (result == 0 && is_ours(path))
        record(kind, path, other, 0, NULL, 0);
    return result;
}

int unlink(const char *path)
{
    NEXT(unlink, int, const char *);
    return is_ours(path) && fails(CHANGING) ? -1 : told(next(path), 'U', path, NULL);
}

int rename(const char *from, const char *to)
{
    NEXT(rename, int, const char *, const char *);
    return is_ours(from) && fails(CHANGING) ? -1 : told(next(from, to), 'R', from, to);
}

int mkdir(const char *path, mode_t mode)
{
    NEXT(mkdir, int, const char *, mode_t);
    return is_ours(path) && fails(CHANGING) ? -1 : told(next(path, mode), 'M', path, NULL);
}

int rmdir(const char *path)
{
    NEXT(rmdir, int, const char *);
    return is_ours(path) && fails(CHANGING) ? -1 : told(next(path), 'D', path, NULL);
}

/* No program of ours uses these on its files; a record with a hole in it would prove nothing. */
static void refuse(const char *what)
{
    fprintf(stderr, "disk_calls: %s is not recorded\n", what);
    abort();
}

ssize_t writev(int descriptor, const struct iovec *parts, int count)
{
    NEXT(writev, ssize_t, int, const struct iovec *, int);
    if (known(descriptor))
        refuse("writev");
    return next(descriptor, parts, count);
}

int link(const char *from, const char *to)
{
    NEXT(link, int, const char *, const char *);
    if (is_ours(to))
        refuse("link");
    return next(from, to);
}

int unlinkat(int folder, const char *path, int flags)
{
    NEXT(unlinkat, int, int, const char *, int);
    if (is_ours(path))
        refuse("unlinkat");
    return next(folder, path, flags);
}

int renameat(int from_folder, const char *from, int to_folder, const char *to)
{
    NEXT(renameat, int, int, const char *, int, const char *);
    if (is_ours(from) || is_ours(to))
        refuse("renameat");
    return next(from_folder, from, to_folder, to);
}
