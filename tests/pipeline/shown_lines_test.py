#!/usr/bin/env python3
"""The lines of tools/STREAM.md that need no broker: a file that grows, and Redis streams.

    shown_lines_test.py PROGRAM [--articles N] [file | redis]

Those for Redis run against a server of their own on a free port of the loopback address, and are killed
(SIGKILL), all of them, midway. Exit codes: 0 as it must be, 1 not, 77 where there is no redis-server.
"""

import argparse
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True

from broker import free_ports
from processes import Failed, Keeper, wait_until
from shown import lines_below, with_names


def articles(count):
    """Every fifth begins a story. Five days: a window of seven holds whatever is on its way when all is
    killed, which could else leave before it is delivered again (tools/STREAM.md)."""
    for number in range(count):
        words = " ".join(f"word{(number - number % 5) * 31 + place}" for place in range(60))
        yield {"id": f"a{number}", "date": f"2026-01-{1 + number * 5 // count:02}",
               "text": f"{words} and {number} more."}


def lines_of(path):
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def once(program, folder, news, window):
    with open(news, encoding="utf-8") as lines:
        said = subprocess.run([program, "stream", "--window", window], stdin=lines, check=True,
                              capture_output=True, text=True, cwd=folder).stdout
    return [json.loads(line) for line in said.splitlines()]


def file_grows(keeper, program, folder, environment, count):
    news = folder / "news.jsonl"
    lines = keeper.start(["bash", "-c", lines_below("A file that grows")], cwd=folder,
                         env=environment)
    with open(news, "w", encoding="utf-8", buffering=1) as out:
        for number, article in enumerate(articles(count)):
            out.write(json.dumps(article) + "\n")
            if number == count // 2:
                wait_until("what is there is answered",
                           lambda: len(lines_of(folder / "answers.jsonl")) == count // 2 + 1)
    wait_until("all is answered", lambda: len(lines_of(folder / "answers.jsonl")) == count)
    os.killpg(lines.pid, signal.SIGTERM)
    lines.wait()
    answers = [json.loads(line) for line in lines_of(folder / "answers.jsonl")]
    return answers == once(program, folder, news, "3d")


def through_redis(keeper, program, folder, environment, count):
    port, = free_ports(1)
    keeper.start(["redis-server", "--bind", "127.0.0.1", "--port", str(port), "--save", "",
                  "--dir", folder], stdout=subprocess.DEVNULL)

    def redis(*arguments, **more):
        return subprocess.run(["redis-cli", "-p", str(port), *arguments], text=True, check=False,
                              capture_output=True, **more).stdout
    wait_until("the server answers", lambda: redis("PING") == "PONG\n")
    news = folder / "news.jsonl"
    news.write_text("".join(json.dumps(article) + "\n" for article in articles(count)),
                    encoding="utf-8")
    redis(input="".join(f"XADD articles * article '{line}'\n" for line in lines_of(news)))
    script = with_names(lines_below("Redis streams"), {"redis-cli": f"redis-cli -p {port}"})
    for share in (.3, .6, 1):
        lines = keeper.start(["bash", "-c", script], cwd=folder, env=environment)
        wait_until(f"{share} are answered",
                   lambda share=share: int(redis("XLEN", "stories")) >= share * count)
        os.killpg(lines.pid, signal.SIGKILL)
        lines.wait()
    wanted = json.loads(redis("--json", "XRANGE", "articles", "-", "+"))
    found = json.loads(redis("--json", "XRANGE", "stories", "-", "+"))
    if [entry for entry, _ in wanted] != [entry for entry, _ in found]:
        return False
    answers = [json.loads(fields[1]) for _, fields in found]
    again = [place for place, answer in enumerate(answers) if answer.pop("unchanged", False)]
    print(f"{count} articles, {len(again)} answered anew after a kill")
    return all(answer == first or place in again and answer["story"] == first["story"]
               for place, (answer, first) in enumerate(zip(answers, once(program, folder, news,
                                                                         "7d"))))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("queue", choices=["file", "redis"])
    parser.add_argument("--articles", type=int, default=1000)
    arguments = parser.parse_args()
    if arguments.queue == "redis":
        if missing := [name for name in ("redis-server", "redis-cli", "jq")
                       if not shutil.which(name)]:
            print(f"SKIPPED: there is no {', no '.join(missing)}")
            return 77
    folder = pathlib.Path(tempfile.mkdtemp(prefix="wirecopy-lines-"))
    keeper = Keeper(folder)
    try:
        (folder / "bin").mkdir()
        (folder / "bin/wirecopy").symlink_to(arguments.program.resolve())
        environment = os.environ | {"PATH": f"{folder}/bin:{os.environ['PATH']}"}
        run = file_grows if arguments.queue == "file" else through_redis
        is_right = run(keeper, arguments.program, folder, environment, arguments.articles)
        print("as it must be" if is_right else "the answers are not those of one run")
        return 0 if is_right else 1
    except Failed as why:
        print(why)
        return 1
    finally:
        keeper.end()


if __name__ == "__main__":
    sys.exit(main())
