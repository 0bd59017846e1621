"""A long scan, and many scans one after another: memory, open files and what is left on the disk do not grow.

Needs CORPORA/tree20, or --tree; Linux (/proc).
"""
import os
import pathlib
import shutil

from support import program
from support.places import corpus, scratch
from support.processes import must, run
from support.table import Report
from support.watch import Sample, watch


def add_options(parser) -> None:
    parser.add_argument("--tree", default="tree20", help="which tree is scanned (default tree20)")
    parser.add_argument("--copies", type=int, default=20, help="how often the tree occurs in the long scan (default 20)")
    parser.add_argument("--runs", type=int, default=20, help="how many scans of one tree (default 20)")


def measure(options) -> Report:
    sallyport, tree, report = program.path(), corpus(options.tree), Report()
    with scratch() as room:
        own = {"TMPDIR": str(room / "tmp"), "XDG_CACHE_HOME": str(room / "cache"), "HOME": str(room / "home"), "XDG_STATE_HOME": str(room / "state")}
        for folder in own.values():
            pathlib.Path(folder).mkdir()
        _long_scan(report, sallyport, tree, options.copies, room, own)
        _many_scans(report, sallyport, tree, options.runs, room, own)
    return report


def _long_scan(report: Report, sallyport: pathlib.Path, tree: pathlib.Path, copies: int, room: pathlib.Path, own: dict) -> None:
    for number in range(copies):
        shutil.copytree(tree, room / "long" / str(number), copy_function=_link, symlinks=True)
    code, samples = watch([sallyport, "scan", "long", "--only", "secrets", "--no-ignore"], room, {**os.environ, **own}, 900)
    early, late = _part(samples, 0.25, 0.5), _part(samples, 0.75, 1.0)
    report.tell(f"one scan of {copies} copies: seconds, exit code", f"{samples[-1].seconds:.1f}, {code}")
    report.tell("resident: second quarter, last quarter", f"{_peak(early):.0f} MB, {_peak(late):.0f} MB")
    report.at_most("resident, last quarter / second quarter", "", 1.15, _peak(late) / _peak(early), "{:.2f}")
    # The fewest, because a leak never goes back while reading ahead does.
    report.at_most("open files at the fewest, last quarter more than second", "", 2, min(s.open_files for s in late) - min(s.open_files for s in early), "{:.0f}")
    shutil.rmtree(room / "long")


def _many_scans(report: Report, sallyport: pathlib.Path, tree: pathlib.Path, runs: int, room: pathlib.Path, own: dict) -> None:
    peaks, sizes, ledgers = [], [], []
    state = own["XDG_STATE_HOME"]
    for _ in range(runs):
        cost = must(run([sallyport, "scan", tree, "--only", "secrets", "--no-ignore"], environment=own), "the scan", 0, 1)
        peaks.append(cost.peak_mb)
        sizes.append(sum(_bytes(folder) for folder in own.values() if folder != state))
        ledgers.append(_bytes(state))
    third = max(1, runs // 3)
    report.at_most(f"{runs} scans: peak resident, last third / first third", "", 1.15, max(peaks[-third:]) / max(peaks[:third]), "{:.2f}")
    report.at_most(f"{runs} scans: bytes left in temporary folder, cache and home after the last, more than after the second", "", 0, sizes[-1] - sizes[min(1, runs - 1)], "{:.0f}")
    # The ledger may grow: it takes one entry a scan.
    report.at_most(f"{runs} scans: bytes of the ledger, for each scan", "", 1000, (ledgers[-1] - ledgers[0]) / max(1, runs - 1), "{:.0f}")


def _bytes(folder: str) -> int:
    return sum(file.stat().st_size for file in pathlib.Path(folder).rglob("*") if file.is_file())


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)  # another file system


def _part(samples: list[Sample], start: float, end: float) -> list[Sample]:
    return samples[int(len(samples) * start): max(int(len(samples) * end), int(len(samples) * start) + 1)]


def _peak(samples: list[Sample]) -> float:
    return max(sample.resident_mb for sample in samples)
