/* Lets the n-th call that changes a file fail, once or from then on. Loaded before the C library by the tests.

   A program that cannot be told by `fail_at` is told by its environment: FAIL_CALLS names the calls that fail from the
   first one on ("write", "fsync"), FAIL_ERROR the number of the error, FAIL_UNDER where the files are. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static long calls_left = -1; /* until the first failure; negative: none */
static int is_sticky, error_number;
static char folder[4096];
static const char *only; /* a part of the names of the calls that fail; null: all */

/* Fail the call number `n` (from 1) on files under `path`; with n = 0 nothing fails any more. */
void fail_at(long n, int sticky, int error, const char *path) {
  calls_left = n > 0 ? n : -1;
  is_sticky = sticky;
  error_number = error;
  strncpy(folder, path, sizeof folder - 1);
}

__attribute__((constructor)) static void read_environment(void) {
  only = getenv("FAIL_CALLS");
  if (only) fail_at(1, 1, atoi(getenv("FAIL_ERROR")), getenv("FAIL_UNDER"));
}

static int fails(int descriptor, const char *call) {
  char link[64], target[4096];
  ssize_t length;
  if (calls_left < 0 || (only && !strstr(call, only))) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  length = readlink(link, target, sizeof target - 1);
  if (length < 0) return 0;
  target[length] = 0;
  if (strncmp(target, folder, strlen(folder)) != 0) return 0;
  if (calls_left > 1) {
    calls_left--;
    return 0;
  }
  if (!is_sticky) calls_left = -1;
  errno = error_number;
  return 1;
}

#define WRAP(type, name, parameters, arguments)                      \
  type name parameters {                                             \
    static type(*real) parameters;                                   \
    if (!real) real = (type(*) parameters)dlsym(RTLD_NEXT, #name);   \
    return fails(fd, #name) ? -1 : real arguments;                          \
  }

WRAP(ssize_t, write, (int fd, const void *data, size_t size), (fd, data, size))
WRAP(ssize_t, pwrite, (int fd, const void *data, size_t size, off_t offset), (fd, data, size, offset))
WRAP(ssize_t, pwrite64, (int fd, const void *data, size_t size, off_t offset), (fd, data, size, offset))
WRAP(int, fsync, (int fd), (fd))
WRAP(int, fdatasync, (int fd), (fd))
WRAP(int, ftruncate, (int fd, off_t size), (fd, size))
WRAP(int, ftruncate64, (int fd, off_t size), (fd, size))
