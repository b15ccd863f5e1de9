"""What goes on while the engine works: other threads, progress, signals."""

import os
import signal
import threading
import time

import pytest

import wirecopy


@pytest.fixture(scope="module")
def many(seeds):
    """Enough work for some moments: sentences of the seeds, shuffled anew for each article."""
    import random
    rng = random.Random(7)
    sentences = [sentence for article in seeds for sentence in article.text.split(". ")]
    return wirecopy.Articles([". ".join(rng.sample(sentences, 12)) for _ in range(160)])


def test_other_threads_go_on(many):
    ticks, over = [], threading.Event()

    def tick():
        while not over.is_set():
            ticks.append(time.monotonic())
            time.sleep(.002)

    thread = threading.Thread(target=tick)
    thread.start()
    begin = time.monotonic()
    wirecopy.pairs(many, all=True, threads=1)
    end = time.monotonic()
    over.set()
    thread.join()
    meanwhile = [tick for tick in ticks if begin < tick < end]
    # With the lock held there would be none.
    assert len(meanwhile) > 10
    assert max(b - a for a, b in zip(meanwhile, meanwhile[1:])) < (end - begin) / 2


def test_calls_from_several_threads_at_once(seeds):
    expected = list(wirecopy.pairs(seeds))
    results = []
    threads = [threading.Thread(target=lambda: results.append(list(wirecopy.pairs(seeds))))
               for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [expected] * 4


@pytest.mark.parametrize("call", [
    wirecopy.pairs, wirecopy.matrix, wirecopy.cluster, wirecopy.dedup,
    lambda articles, **keywords: wirecopy.pairs(articles, all=True, **keywords),
    lambda articles, **keywords: wirecopy.matrix(articles, measure="tfidf", **keywords)])
def test_progress_is_told_by_the_thread_that_called(seeds, call):
    told = []
    call(seeds, progress=lambda *step: told.append((*step, threading.get_ident())))
    assert told[-1][1:] == (5, 5, threading.get_ident())
    for stage in {step[0] for step in told}:
        done = [step[1] for step in told if step[0] == stage]
        assert stage and done == sorted(done)


@pytest.mark.parametrize("call", [wirecopy.pairs, wirecopy.matrix])
def test_what_progress_raises_ends_the_run(seeds, call):
    def refuse(stage, done, total):
        raise LookupError("enough")
    with pytest.raises(LookupError, match="enough"):
        call(seeds, progress=refuse)


@pytest.mark.parametrize("call", [lambda articles: wirecopy.pairs(articles, all=True, threads=1),
                                  lambda articles: wirecopy.matrix(articles, threads=2)])
def test_an_interrupt_ends_the_run(many, call):
    begin = time.process_time()
    call(many)
    whole = time.process_time() - begin
    timer = threading.Timer(.05, os.kill, (os.getpid(), signal.SIGINT))
    begin = time.process_time()
    with pytest.raises(KeyboardInterrupt):
        timer.start()
        call(many)
        time.sleep(5)  # a machine so fast that the run was over: the signal comes all the same
    assert time.process_time() - begin < whole + 1
