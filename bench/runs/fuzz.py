"""Mutated files through the scan: no crash, and none that takes more than a second.

Needs nothing but the program. A file that fails is kept in a folder that the report names; --seed repeats a run.
"""
import os
import pathlib
import shutil
import statistics
import tempfile
import time

from support import kit, program
from support.mutation import Mutator
from support.places import scratch
from support.processes import Cost, run
from support.table import Report

BATCH = 100
SLOW = 1.0
HUNG = 20
# What a single file may rightly end with: it held nothing that could be read.
UNREADABLE = ("nothing could be read", "there is nothing to look at")


def add_options(parser) -> None:
    parser.add_argument("--seconds", type=int, default=60, help="how long to go on (default 60)")
    parser.add_argument("--seed", type=int, help="seed of the mutations; a fresh one when it is not given")


def measure(options) -> Report:
    sallyport = program.path()
    seed = options.seed if options.seed is not None else int.from_bytes(os.urandom(4))
    files = failures = 0
    slowest = 0.0
    kept = pathlib.Path(tempfile.mkdtemp(prefix="sallyport-fuzz-"))
    report = Report(remarks=[f"--seed {seed}"])
    with scratch() as room:
        kit.generate_synth(room / "seeds", seed)
        mutator = Mutator(seed, [file.read_bytes() for file in sorted((room / "seeds/cases").rglob("*")) if file.is_file()])
        idle = statistics.median(_idle(sallyport, room) for _ in range(3))
        ends = time.monotonic() + options.seconds
        while time.monotonic() < ends:
            batch = _write(mutator, room / "batch")
            files += len(batch)
            for file, cost in _guilty(sallyport, batch, idle, room):
                failures += 1
                slowest = max(slowest, cost.seconds - idle)
                shutil.copy(file, kept / f"{failures}-{file.name}")
                report.remarks.append(f"{failures}-{file.name}: {_verdict(cost, idle)} {cost.err.strip()[:200]}")
    report.tell("mutated files", str(files))
    report.at_most("files that crash or hang the scan, or take more than 1 s", "", 0, failures, "{:.0f}")
    if failures:
        report.remarks.append(f"the files: {kept}")
        report.tell("slowest file", f"{slowest:.1f} s")
    else:
        kept.rmdir()
    return report


def _write(mutator: Mutator, folder: pathlib.Path) -> list[pathlib.Path]:
    shutil.rmtree(folder, ignore_errors=True)
    files = []
    for number in range(BATCH):
        name, data = mutator.file()
        file = folder / f"{number:03}" / name
        file.parent.mkdir(parents=True)
        file.write_bytes(data)
        files.append(file)
    return files


def _guilty(sallyport: pathlib.Path, batch: list[pathlib.Path], idle: float, room: pathlib.Path) -> list[tuple[pathlib.Path, Cost]]:
    """The files of a batch that fail on their own, found by halving."""
    folder = room / "part"
    shutil.rmtree(folder, ignore_errors=True)
    for file in batch:
        copy = folder / file.parent.name / file.name
        copy.parent.mkdir(parents=True)
        os.link(file, copy)
    cost = run([sallyport, "scan", folder, "--no-ignore"], limit=HUNG)
    if not _verdict(cost, idle):
        return []
    if len(batch) == 1:
        # Once more: a busy machine can make any file slow.
        again = run([sallyport, "scan", folder, "--no-ignore"], limit=HUNG)
        return [(batch[0], again)] if _verdict(again, idle) else []
    middle = len(batch) // 2
    return _guilty(sallyport, batch[:middle], idle, room) + _guilty(sallyport, batch[middle:], idle, room)


def _verdict(cost: Cost, idle: float) -> str:
    if cost.late:
        return "hangs"
    if cost.code not in (0, 1) and not any(words in cost.err for words in UNREADABLE):
        return f"ends with {cost.code}"
    if cost.cpu - idle > SLOW and cost.seconds - idle > SLOW:
        return f"takes {cost.seconds - idle:.1f} s"
    return ""


def _idle(sallyport: pathlib.Path, room: pathlib.Path) -> float:
    folder = room / "idle"
    folder.mkdir(exist_ok=True)
    (folder / "a.txt").write_text("nothing\n")
    return run([sallyport, "scan", folder, "--no-ignore"]).seconds
