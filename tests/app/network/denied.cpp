// SPDX-License-Identifier: Apache-2.0
// denied PROGRAM [ARGS...]: runs a program that is killed as soon as it makes a socket other than
// those of this machine (AF_UNIX), on a private display. Exit status: the program's, or 99 if it
// was killed for that.
//
// denied --try FAMILY: makes one such socket by itself under the same rule, to show that it works.
#include "app/services/headless_display.hpp"

#include <QCoreApplication>
#include <QProcess>

#include <array>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <string_view>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

constexpr int kKilled = 99;

#if defined(__x86_64__)
constexpr unsigned kMachine = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned kMachine = AUDIT_ARCH_AARCH64;
#elif defined(__riscv) && __riscv_xlen == 64
constexpr unsigned kMachine = AUDIT_ARCH_RISCV64;
#else
constexpr unsigned kMachine = 0;
#endif

constexpr sock_filter load(unsigned offset)
{
    return {BPF_LD | BPF_W | BPF_ABS, 0, 0, offset};
}

/// Goes on if the value loaded is this, else skips so many instructions.
constexpr sock_filter unlessEqualSkip(unsigned value, unsigned char count)
{
    return {BPF_JMP | BPF_JEQ | BPF_K, 0, count, value};
}

constexpr sock_filter answer(unsigned what)
{
    return {BPF_RET | BPF_K, 0, 0, what};
}

/// From here on this process and its children may make local sockets only. The low half of an
/// argument is its first half in memory: all machines above count from the small end.
bool denyNetwork()
{
    std::array filter{
        load(offsetof(seccomp_data, arch)),
        unlessEqualSkip(kMachine, 6), // another machine's calls could have other numbers
        load(offsetof(seccomp_data, nr)),
        unlessEqualSkip(SYS_socket, 3),
        load(offsetof(seccomp_data, args)),
        unlessEqualSkip(AF_UNIX, 2),
        answer(SECCOMP_RET_ALLOW),
        sock_filter{BPF_JMP | BPF_JEQ | BPF_K, 0, 1, SYS_io_uring_setup}, // makes sockets too
        answer(SECCOMP_RET_KILL_PROCESS),
        answer(SECCOMP_RET_ALLOW),
    };
    const sock_fprog program{filter.size(), filter.data()};
    return kMachine != 0 && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

int statusOf(int waited)
{
    if (WIFSIGNALED(waited)) {
        std::fprintf(stderr, "denied: ended by signal %d\n", WTERMSIG(waited));
        return WTERMSIG(waited) == SIGSYS ? kKilled : 1;
    }
    return WEXITSTATUS(waited);
}

/// Runs what `child` does under the rule: its exit status.
template <class Child> int runDenied(Child child)
{
    const pid_t id = fork();
    if (id == 0) {
        if (!denyNetwork()) {
            std::fputs("denied: the kernel does not take the rule\n", stderr);
            _exit(77);
        }
        child();
    }
    int waited = 0;
    waitpid(id, &waited, 0);
    return statusOf(waited);
}

int trySocket(std::string_view family)
{
    const int which = family == "inet"      ? AF_INET
                      : family == "inet6"   ? AF_INET6
                      : family == "netlink" ? AF_NETLINK
                                            : AF_UNIX;
    return runDenied([which] {
        const int made = socket(which, SOCK_STREAM, 0);
        _exit(made >= 0 || which != AF_UNIX ? 0 : 1);
    });
}

} // namespace

int main(int argc, char** argv)
{
    if (argc == 3 && std::string_view(argv[1]) == "--try") {
        return trySocket(argv[2]);
    }
    if (argc < 2) {
        return 2;
    }
    const QCoreApplication application(argc, argv);
    auto display = masar::app::HeadlessDisplay::start({1280, 800}); // before the rule
    if (!display) {
        std::fprintf(stderr, "%s\n", display.error().detail.c_str());
        return 1;
    }
    setenv("LIBGL_ALWAYS_SOFTWARE", "1", 1);
    return runDenied([argv] {
        execv(argv[1], argv + 1);
        _exit(1);
    });
}
