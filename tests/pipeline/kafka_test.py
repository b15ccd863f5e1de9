#!/usr/bin/env python3
"""Articles through Kafka and wirecopy, whose processes are killed midway.

    kafka_test.py PROGRAM CORPUS_MAKER WORK [--articles N]

A broker is started; kcat writes the articles to one topic, and the lines of tools/STREAM.md read them,
answer them and write the answers to another. Consumer, engine and what stands behind it are killed
(SIGKILL), alone and together, and the lines run again. Then

  - every article has an answer, under the offset that it stands at, whatever a kill tore;
  - answers given once are those of one run over the same file, to the letter, and answers given again
    name the same events and the same story, or one that this split into;
  - the index is that of the one run: the same stories and origins of all articles that it holds.

Jars are kept in WORK. Exit codes: 0 as it must be, 1 not, 77 where there is no Java or no registry.
"""

import argparse
import collections
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True

from broker import Broker, Unreachable, jars
from processes import Failed, Keeper, members, wait_until
from shown import lines_below, with_names

WINDOW = "7d"
# So many that none leaves the window while its answer is on its way, and no more: they cost time.
ARTICLES_A_DAY = "300"
# Who is killed when so large a share of the articles is answered. Where the producer is killed, too,
# it was stopped before, so that answers pile up which never arrive.
KILLS = [(["engine"], .2), (["consumer"], .4), (["consumer", "engine"], .6),
         (["producer", "numbering", "engine", "consumer"], .8)]


def role(arguments):
    name = pathlib.Path(arguments[0]).name
    if name == "kcat":
        return "consumer" if "articles" in arguments else "producer"
    return {"wirecopy": "engine", "jq": "numbering"}.get(name, name)


class Pipeline:
    """The lines of the page, which are run again whenever they end."""

    def __init__(self, keeper, broker, folder, environment):
        self.start_lines = lambda: keeper.start(
            ["bash", "-c", script], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
            stdout=self.said, stderr=self.said)
        script = with_names(lines_below("Kafka"), {
            "localhost:9092": broker.address, "--window 7d": f"--window {WINDOW}"})
        self.said = open(folder / "said", "a", encoding="utf-8")
        self.run = self.start_lines()

    def of_role(self, wanted):
        return [process for process, arguments in members(self.run.pid).items()
                if role(arguments) == wanted]

    def wait_until(self, what, is_so):
        def is_so_or_ended():
            if self.run.poll() is not None:
                raise Failed(f"the lines ended with {self.run.returncode} before {what}")
            return is_so()
        wait_until(what, is_so_or_ended, 400)

    def one(self, name):
        return wait_until(f"there is a {name}", lambda: self.of_role(name))[0]

    def let_answers_pile_up(self):
        """Until the engine writes no more, or is too slow to tell the two apart."""
        os.kill(self.one("producer"), signal.SIGSTOP)
        written = pathlib.Path("/proc", str(self.one("engine")), "io")

        def writes_no_more():
            before = written.read_text()
            time.sleep(.5)
            return before == written.read_text()
        wait_until("the engine writes no more", writes_no_more)

    def end(self, roles, how):
        """The signal goes to processes of these roles; the others are left to end by themselves."""
        processes = [self.one(name) for name in roles]
        for process in processes:
            try:
                os.kill(process, how)
            except ProcessLookupError:
                pass  # it ended because another was killed
        wait_until("the lines ended", lambda: self.run.poll() is not None)
        return self.run.returncode

    def again(self):
        self.run = self.start_lines()


def answers_of(broker):
    """The offset of an article and what was answered, in the order of the topic; nothing where a kill
    tore the article or its answer."""
    lines = broker.kcat("-C", "-q", "-e", "-t", "stories", "-p", "0", "-o", "beginning",
                        "-f", "%k\t%s\n").splitlines()
    for line in lines:
        offset, _, text = line.partition("\t")
        try:
            answer = json.loads(text)
        except json.JSONDecodeError:
            answer = {"error": text}
        yield int(offset), None if "error" in answer else answer


def answered(broker):
    """How many articles have their answer: the key of the last, and one more."""
    last = broker.kcat("-C", "-q", "-e", "-t", "stories", "-p", "0", "-o", "-1", "-f", "%k\n")
    return int(last.split()[-1]) + 1 if last else 0


def went_on_as(events):
    """Whether a story went on as another, by merges and splits."""
    into = collections.defaultdict(set)
    for event in events:
        into[event["from"]].add(event["into"])

    def goes_on_as(story, other):
        seen, left = set(), [story]
        while left:
            one = left.pop()
            if one not in seen:
                seen.add(one)
                left += into[one]
        return other in seen
    return goes_on_as


def compare(ids, once, answers):
    """What is wrong with the answers, beside those of one run."""
    by_offset = collections.defaultdict(list)
    for offset, answer in answers:
        if answer is not None:
            by_offset[offset].append(answer)
    goes_on_as = went_on_as(event for answer in once for event in answer.get("events", []))
    for offset, (name, wanted) in enumerate(zip(ids, once)):
        if offset not in by_offset:
            yield f"{name} has no answer"
        for answer in by_offset[offset]:
            if answer.get("id") != name:
                yield f"offset {offset}, {name}: the answer is {answer}"
            elif not answer.get("unchanged"):
                if answer != wanted:
                    yield f"{name}: {answer} instead of {wanted}"
            elif answer.get("events") != wanted.get("events"):
                yield f"{name}: events {answer.get('events')} instead of {wanted.get('events')}"
            elif not goes_on_as(wanted["story"], answer["story"]):
                yield f"{name}: story {answer['story']} instead of {wanted['story']}"
    if strangers := set(by_offset) - set(range(len(ids))):
        yield f"answers without an article: {sorted(strangers)[:5]}"


def state_of(program, index, ids):
    """All that an index says of what it holds."""
    subprocess.run([program, "index", "verify", index], check=True, stdout=subprocess.DEVNULL)
    asked = [argument for name in ids for argument in ("--id", name)]
    held = subprocess.run([program, "index", "query", index, *asked], capture_output=True,
                          text=True, check=False).stdout.splitlines()
    info = json.loads(subprocess.run([program, "index", "info", index], capture_output=True,
                                     text=True, check=True).stdout)
    return held, {key: value for key, value in info.items() if "bytes" not in key}


def run(arguments, keeper, folder):
    program, count = arguments.program, arguments.articles
    broker_jars = jars(arguments.work)
    news = folder / "news.jsonl"
    subprocess.run([arguments.corpus, "--articles", str(count), "--articles-a-day", ARTICLES_A_DAY,
                    "-o", news], check=True)
    with open(news, encoding="utf-8") as lines, open(folder / "once.jsonl", "w") as out:
        ids = [json.loads(line)["id"] for line in lines]
        lines.seek(0)
        one_run = keeper.start([program, "stream", "--window", WINDOW, "--index", folder / "once"],
                               stdin=lines, stdout=out)
    broker = Broker(keeper, broker_jars, folder / "broker")
    for topic in ("articles", "stories"):
        wait_until(f"there is the topic {topic}", lambda topic=topic: "1 partitions" in broker.kcat(
            "-L", "-t", topic, "-X", "allow.auto.create.topics=true"))
    (folder / "bin").mkdir()
    (folder / "bin/wirecopy").symlink_to(program)
    environment = os.environ | {"PATH": f"{folder}/bin:{os.environ['PATH']}"}
    writer = keeper.start(["kcat", "-P", "-b", broker.address, "-t", "articles", "-p", "0", "-X",
                           "enable.idempotence=true", "-l", news])
    pipeline = Pipeline(keeper, broker, folder, environment)
    try:
        for roles, share in KILLS:
            pipeline.wait_until(f"{share} are answered", lambda share=share:
                                broker.messages("stories") >= share * count)
            if "producer" in roles:
                pipeline.let_answers_pile_up()
            pipeline.end(roles, signal.SIGKILL)
            pipeline.again()
        # kcat holds the last kilobyte back until it ends: a dozen of the shortest answers.
        pipeline.wait_until("all are answered", lambda: answered(broker) >= count - 12)
        if code := pipeline.end(["consumer"], signal.SIGTERM):
            raise Failed(f"the lines ended with {code}")
    except Failed as failed:
        raise Failed(f"{failed}\n{(folder / 'said').read_text(encoding='utf-8')[-3000:]}") from None
    if writer.wait() != 0 or one_run.wait() != 0:
        raise Failed("the writer of articles or the one run failed")
    answers = list(answers_of(broker))
    once = [json.loads(line) for line in (folder / "once.jsonl").read_text().splitlines()]
    wrong = list(compare(ids, once, answers))
    held = ids[-10 * int(ARTICLES_A_DAY):]
    if state_of(program, folder / "once", held) != state_of(program, folder / "index", held):
        wrong.append("the index is not that of one run")
    torn = sum(answer is None for _, answer in answers)
    if torn > len(KILLS):
        wrong.append(f"{torn} answers were torn by {len(KILLS)} kills")
    again = sum(bool(answer and answer.get("unchanged")) for _, answer in answers)
    print(f"{count} articles, {len(KILLS)} times killed, {len(answers)} answers, {again} of them "
          f"given again, {torn} torn; {len(state_of(program, folder / 'index', held)[0])} "
          f"articles held; {len(wrong)} wrong")
    for line in wrong[:20]:
        print(line)
    return 1 if wrong else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("--articles", type=int, default=20000)
    arguments = parser.parse_args()
    if not shutil.which("java"):
        print("SKIPPED: there is no Java, which Kafka runs on")
        return 77
    if missing := [name for name in ("mvn", "kcat", "jq") if not shutil.which(name)]:
        print(f"not installed: {', '.join(missing)}; scripts/test installs what it needs")
        return 1
    arguments.work.mkdir(parents=True, exist_ok=True)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="run-", dir=arguments.work))
    keeper = Keeper(folder)
    try:
        return run(arguments, keeper, folder)
    except Unreachable as why:
        print(f"SKIPPED: the registry of Java packages cannot be reached: {why}")
        return 77
    except Failed as why:
        print(why)
        return 1
    finally:
        keeper.end()


if __name__ == "__main__":
    sys.exit(main())
