"""A scan of a whole history beside `git cat-file`, which only prints it.

Needs CORPORA/history: a repository (or bare mirror) of at least 10,000 commits, or --repository.
"""
import pathlib
import subprocess

from support import program
from support.places import corpus, scratch
from support.processes import Cost, interleave, least, median, must, run
from support.table import Report

PRINT_ALL = ["cat-file", "--batch-all-objects", "--batch", "--buffer"]


def add_options(parser) -> None:
    parser.add_argument("--repository", type=pathlib.Path, help="the repository (default CORPORA/history)")
    parser.add_argument("--rounds", type=int, default=3, help="rounds of the interleaved comparison (default 3)")


def measure(options) -> Report:
    sallyport, report = program.path(), Report()
    with scratch() as room:
        # A clone that shares the objects: `scan` looks at a repository from a work tree, and mirrors have none.
        clone = room / "repository"
        _git("clone", "--quiet", "--shared", "--no-checkout", (options.repository or corpus("history")).resolve(), clone)
        commits = int(_git("-C", clone, "rev-list", "--count", "--all"))
        costs = interleave({
            "scan": lambda: _scan(sallyport, clone),
            "git": lambda: must(run(["git", "-C", clone, *PRINT_ALL]), "git cat-file"),
        }, options.rounds)
    report.at_least("commits", "", 10_000, commits, "{:.0f}")
    report.at_most("scan --history / git cat-file, ratio of medians", "", 1.5, median(costs["scan"]) / median(costs["git"]), "{:.2f} ×")
    report.tell("the same, ratio of shortest", f"{least(costs['scan']) / least(costs['git']):.2f} ×")
    report.tell("seconds, median: scan, git", ", ".join(f"{median(costs[n]):.2f}" for n in ["scan", "git"]))
    report.tell("processor seconds, shortest: scan, git", ", ".join(f"{min(c.cpu for c in costs[n]):.2f}" for n in ["scan", "git"]))
    report.tell("resident at its peak", f"{max(cost.peak_mb for cost in costs['scan']):.0f} MB")
    return report


def _scan(sallyport: pathlib.Path, clone: pathlib.Path) -> Cost:
    return must(run([sallyport, "scan", "--history", "--only", "secrets"], cwd=clone, limit=900), "the scan of the history", 0, 1)


def _git(*arguments) -> str:
    return subprocess.run(["git", *map(str, arguments)], check=True, capture_output=True, text=True).stdout.strip()
