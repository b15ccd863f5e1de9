"""A whole process: what it took."""

import os
import subprocess
import threading
import time
import typing


class Cost(typing.NamedTuple):
    cpu_seconds: float
    wall_seconds: float
    peak_mb: float
    anonymous_mb: float  # peak of what is not a mapped file; sampled, 0 where the system has none


class Failed(Exception):
    pass


def memory_of(process_id):
    """(highest resident, anonymous now) in kB, of /proc; zeros where there is nothing to read."""
    found = {}
    try:
        with open(f"/proc/{process_id}/status", encoding="ascii", errors="replace") as lines:
            for line in lines:
                name, _, value = line.partition(":")
                if name in ("VmHWM", "RssAnon"):
                    found[name] = int(value.split()[0])
    except (OSError, ValueError, IndexError):
        pass
    return found.get("VmHWM", 0), found.get("RssAnon", 0)


def measure(command, log, fine=(0,), every_seconds=.01):
    """Runs a command to its end. Its own peak is read while it runs: what the system hands back
    at the end may be that of the process that started it."""
    peaks, ended = [0, 0], threading.Event()

    def sample(process_id):
        while not ended.wait(every_seconds):
            peaks[:] = map(max, peaks, memory_of(process_id))

    with open(log, "wb") as output:
        begin = time.perf_counter()
        process = subprocess.Popen(list(map(str, command)), stdin=subprocess.DEVNULL,
                                   stdout=output, stderr=output)
        sampler = threading.Thread(target=sample, args=(process.pid,))
        sampler.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        ended.set()
        sampler.join()
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in fine:
        with open(log, encoding="utf-8", errors="replace") as lines:
            raise Failed(f"this failed: {' '.join(map(str, command))}\n{lines.read()[-2000:]}")
    return Cost(usage.ru_utime + usage.ru_stime, wall,
                (peaks[0] or usage.ru_maxrss) / 1024, peaks[1] / 1024)
