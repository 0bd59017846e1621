"""kill -9 at random moments of every command that writes: nothing half-written stays.

Needs nothing but the program. A report, a baseline or a ledger must afterwards be absent, whole and old, or whole and new.
"""
import json
import os
import pathlib
import random
import shutil
import subprocess
import time

from support import kit, processes, program
from support.places import scratch
from support.table import Report, Row

WRITERS = {
    "scan to sarif, json, html": ["scan", "cases", "--no-ignore", "--output", "sarif=out.sarif", "--output", "json=out.json", "--output", "html=out.html"],
    "baseline": ["baseline", "--accept-new"],
}

# Without these a run that writes nothing would pass.
_EXPECTED = {"scan to sarif, json, html": 4, "baseline": 1}  # the fourth is the ledger


def add_options(parser) -> None:
    parser.add_argument("--kills", type=int, default=60, help="how often each writer is killed (default 60)")
    parser.add_argument("--seed", type=int, help="seed of the moments; a fresh one when it is not given")


def measure(options) -> Report:
    sallyport = program.path()
    seed = options.seed if options.seed is not None else int.from_bytes(os.urandom(4))
    report, draw = Report(remarks=[f"--seed {seed}"]), random.Random(seed)
    for name, words in WRITERS.items():
        with scratch() as room:
            _killed(report, name, [sallyport, *words], room, options.kills, draw)
    return report


def _killed(report: Report, name: str, command: list, room: pathlib.Path, kills: int, draw: random.Random) -> None:
    kit.generate_synth(room, 1)
    (room / "labels.jsonl").unlink()
    own = {"XDG_STATE_HOME": str(room / "state")}
    whole = processes.run(command, cwd=room, environment=own)
    if whole.code not in (0, 1):
        why = whole.err.strip().splitlines()[0] if whole.err.strip() else f"exit {whole.code}"
        report.rows.append(Row(f"{name}: cannot be run", "", "runs", why, False))
        return
    good = _written(room)
    report.at_least(f"{name}: files that a whole run writes", "", _EXPECTED[name], len(good), "{:.0f}")
    broken, landed, left = [], 0, set()
    for turn in range(kills):
        # Every other moment lies in the last quarter, where the writing is; every third start finds nothing written before.
        if turn % 3 == 0:
            _forget(room, good)
        _stir(room, turn)
        moment = whole.seconds * draw.uniform(0.75 if turn % 2 else 0.0, 1.05)
        landed += _kill_after([str(word) for word in command], room, moment, {**os.environ, **own})
        for file in _written(room):
            broken += [f"{file.name}: {_flaw(file)}"] if _flaw(file) else []
            left |= {file} - good
    again = processes.run(command, cwd=room, environment=own)
    report.tell(f"{name}: kills that hit it running", f"{landed} of {kills}")
    report.at_most(f"{name}: half-written files", "", 0, len(broken), "{:.0f}")
    report.at_most(f"{name}: files left behind that the next run does not clear", "", 0, len({file for file in left if file.exists()}), "{:.0f}")
    report.at_most(f"{name}: the next whole run", "", whole.code, again.code, "exit {:.0f}")
    report.remarks += sorted(set(broken))[:5]


def _kill_after(command: list[str], folder: pathlib.Path, seconds: float, environment: dict) -> bool:
    child = subprocess.Popen(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    time.sleep(seconds)
    processes.kill(child.pid)
    return child.wait() < 0


def _stir(room: pathlib.Path, turn: int) -> None:
    """One finding more, so that there is something new to write."""
    more = room / "cases/more"
    more.mkdir(exist_ok=True)
    shutil.copy(next((room / "cases/synth/pos").iterdir()), more / f"{turn}.env")


def _written(room: pathlib.Path) -> set[pathlib.Path]:
    return {file for file in room.rglob("*") if file.is_file() and room / "cases" not in file.parents}


def _forget(room: pathlib.Path, files: set[pathlib.Path]) -> None:
    for file in files:
        file.unlink(missing_ok=True)
    for folder in {file.parent for file in files} - {room}:
        shutil.rmtree(folder, ignore_errors=True)


def _flaw(file: pathlib.Path) -> str:
    """What is half about a file, or nothing. Temporary files are not judged here: they are counted as left behind."""
    text = file.read_text(errors="replace")
    try:
        if file.suffix in (".json", ".sarif"):
            json.loads(text)
        elif file.suffix == ".jsonl":
            for line in text.splitlines():
                json.loads(line)
        elif file.suffix == ".html" and not text.rstrip().endswith("</html>"):
            return "ends early"
        elif file.suffix in (".yml", ".yaml", ".txt") and not text.endswith("\n"):
            return "ends early"
    except ValueError as flaw:
        return str(flaw)
    return ""
