"""Processes that end with the test, whatever ends it: each starts a group of its own, and a keeper
kills all groups when nobody holds the other end of its pipe any more."""

import os
import pathlib
import shutil
import signal
import subprocess
import time


class Failed(Exception):
    pass


def kill_group(group):
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        pass


class Keeper:
    """Removes the folder, too."""

    def __init__(self, folder):
        self.groups = []
        reader, self.pipe = os.pipe()
        self.keeper = os.fork()
        if self.keeper == 0:
            os.close(self.pipe)
            os.setsid()
            with os.fdopen(reader) as lines:
                groups = [int(line) for line in lines]
            for group in groups:
                kill_group(group)
            shutil.rmtree(folder, ignore_errors=True)
            os._exit(0)
        os.close(reader)

    def start(self, command, **more):
        process = subprocess.Popen(command, start_new_session=True, **more)
        os.write(self.pipe, f"{process.pid}\n".encode())
        self.groups.append(process)
        return process

    def end(self):
        os.close(self.pipe)
        os.waitpid(self.keeper, 0)
        for process in self.groups:
            process.wait()


def members(group):
    """The processes of a group, by id, with their arguments."""
    found = {}
    for entry in pathlib.Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            # Behind the name, which may hold anything: state, parent, group.
            state, _, its_group = (entry / "stat").read_text().rpartition(")")[2].split()[:3]
            arguments = (entry / "cmdline").read_text().split("\0")
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(its_group) == group and state != "Z":
            found[int(entry.name)] = arguments
    return found


def wait_until(what, is_so, seconds=120):
    """Asks until the answer is true, and hands it on."""
    end = time.monotonic() + seconds
    while not (answer := is_so()):
        if time.monotonic() > end:
            raise Failed(f"waited {seconds} seconds in vain until {what}")
        time.sleep(.05)
    return answer
