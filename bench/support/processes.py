"""Runs a program and says what it cost."""
import os
import pathlib
import signal
import statistics
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass

from support.failure import Failure


@dataclass(frozen=True)
class Cost:
    """One run of a program."""

    seconds: float
    cpu: float
    peak_mb: float
    code: int
    late: bool
    out: str
    err: str


def run(command: list, *, cwd: pathlib.Path | None = None, limit: float = 600, environment: dict | None = None, keep_out: bool = False) -> Cost:
    """Runs a command to its end, or kills it with its children after `limit` seconds.

    The kernel's peak for a child starts at the size of its parent: keep large data out of this process before peaks that matter.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        started = time.perf_counter()
        child = subprocess.Popen(
            [str(word) for word in command], cwd=cwd, env={**os.environ, **(environment or {})}, stdin=subprocess.DEVNULL,
            stdout=out if keep_out else subprocess.DEVNULL, stderr=err, start_new_session=True)
        late = threading.Event()
        timer = threading.Timer(limit, lambda: (late.set(), kill(child.pid)))
        timer.start()
        try:
            _, status, usage = os.wait4(child.pid, 0)
        finally:
            timer.cancel()
        seconds = time.perf_counter() - started
        child.returncode = os.waitstatus_to_exitcode(status)
        return Cost(
            seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, child.returncode, late.is_set(), _text(out), _text(err))


def kill(leader: int) -> None:
    """Kills a process group that `run` or a caller with a new session started."""
    try:
        os.killpg(leader, signal.SIGKILL)
    except ProcessLookupError:
        return


def interleave(candidates: dict[str, callable], rounds: int) -> dict[str, list[Cost]]:
    """Runs every candidate once a round, after one round that only warms caches, so that load and heat hit all of them alike."""
    for candidate in candidates.values():
        candidate()
    costs = {name: [] for name in candidates}
    for turn in range(rounds):
        names = list(candidates) if turn % 2 == 0 else list(reversed(candidates))
        for name in names:
            costs[name].append(candidates[name]())
    return costs


def median(costs: list[Cost]) -> float:
    """Median wall time in seconds."""
    return statistics.median(cost.seconds for cost in costs)


def least(costs: list[Cost]) -> float:
    """Shortest wall time in seconds: what load disturbs least."""
    return min(cost.seconds for cost in costs)


def must(cost: Cost, what: str, *codes: int) -> Cost:
    """The cost, when the run ended with one of the codes (0 when none is given)."""
    if cost.late:
        raise Failure(f"{what} did not end in time", "run it alone to see where it stands")
    if cost.code not in (codes or (0,)):
        raise Failure(f"{what} ended with {cost.code}: {cost.err.strip()[:400]}", "run it alone to see why")
    return cost


def _text(stream) -> str:
    stream.seek(0)
    return stream.read().decode("utf-8", "replace")
