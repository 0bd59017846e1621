"""Watches a running program's memory and open files."""
import pathlib
import subprocess
import time
from dataclasses import dataclass

from support.failure import Failure
from support.processes import kill


@dataclass(frozen=True)
class Sample:
    """One look at a process."""

    seconds: float
    resident_mb: float
    open_files: int


def watch(command: list, cwd: pathlib.Path, environment: dict, limit: float) -> tuple[int, list[Sample]]:
    """Runs a command and looks at it twenty times a second: its exit code and what was seen."""
    started = time.monotonic()
    child = subprocess.Popen(
        [str(word) for word in command], cwd=cwd, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True)
    samples = []
    while child.poll() is None:
        if time.monotonic() - started > limit:
            kill(child.pid)
            child.wait()
            raise Failure(f"the command was still running after {limit:.0f} s", "give it less to do")
        if (sample := _look(child.pid, time.monotonic() - started)) is not None:
            samples.append(sample)
        time.sleep(0.05)
    return child.returncode, samples


def _look(process: int, seconds: float) -> Sample | None:
    folder = pathlib.Path(f"/proc/{process}")
    try:
        resident = next(line for line in (folder / "status").read_text().splitlines() if line.startswith("VmRSS:"))
        return Sample(seconds, int(resident.split()[1]) / 1024, len(list((folder / "fd").iterdir())))
    except (OSError, StopIteration):
        return None  # it has just ended
