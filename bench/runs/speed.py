"""Speed and memory of a secrets scan beside ripgrep, and how cost grows with the tree.

Needs CORPORA/tree200 (about 200 MB of mixed source) and its samples CORPORA/tree20, CORPORA/tree2; ripgrep on the PATH.
"""
import os
import pathlib
import shutil

from support import program
from support.failure import Failure
from support.places import corpus
from support.processes import Cost, interleave, least, median, must, run
from support.table import Report

# Occurs nowhere, so that ripgrep reads everything and prints nothing.
LITERAL = "AKIAZZZZ"


def add_options(parser) -> None:
    parser.add_argument("--rounds", type=int, default=7, help="rounds of the interleaved comparison (default 7)")
    parser.add_argument("--tree", default="tree200", help="which tree is compared with ripgrep (default tree200)")
    parser.add_argument("--no-growth", action="store_true", help="leave out the three trees that show how cost grows")


def measure(options) -> Report:
    if not shutil.which("rg"):
        raise Failure("ripgrep is not installed", "apt-get install ripgrep")
    sallyport, tree, report = program.path(), corpus(options.tree), Report()
    costs = interleave({
        "scan": lambda: _scan(sallyport, tree),
        "rg": lambda: must(run(["rg", "-uuu", "-c", LITERAL, tree]), "ripgrep", 0, 1),
    }, options.rounds)
    report.at_most("scan --only secrets / rg -uuu, ratio of medians", "38 (gitleaks' rules on .NET regex, recorded)", 4, median(costs["scan"]) / median(costs["rg"]), "{:.1f} ×")
    report.tell("the same, ratio of shortest", f"{least(costs['scan']) / least(costs['rg']):.1f} ×")
    report.tell("seconds, median (shortest): scan, rg", ", ".join(f"{median(costs[n]):.2f} ({least(costs[n]):.2f})" for n in ["scan", "rg"]))
    report.tell("processor seconds, shortest: scan, rg", ", ".join(f"{min(c.cpu for c in costs[n]):.2f}" for n in ["scan", "rg"]))
    report.at_most("resident at its peak", "", 300, max(cost.peak_mb for cost in costs["scan"]), "{:.0f} MB")
    if not options.no_growth:
        _growth(report, sallyport)
    return report


def _growth(report: Report, sallyport: pathlib.Path) -> None:
    """Cost of the tenth and of the hundredth part: linear when what the larger tree adds costs no more for each MB than what the smaller adds."""
    trees = {name: corpus(name) for name in ["tree2", "tree20", "tree200"]}
    costs = interleave({name: lambda tree=tree: _scan(sallyport, tree) for name, tree in trees.items()}, 3)
    sizes = {name: _megabytes(tree) for name, tree in trees.items()}
    cells = [["tree", "MB", "seconds", "processor seconds", "peak MB"]]
    for name in trees:
        cells.append([name, f"{sizes[name]:.1f}", f"{least(costs[name]):.3f}", f"{min(c.cpu for c in costs[name]):.2f}", f"{max(c.peak_mb for c in costs[name]):.0f}"])
    report.tables.append(("Growth (shortest of 3)", cells))

    def slope(small: str, large: str) -> float:
        return (least(costs[large]) - least(costs[small])) / (sizes[large] - sizes[small])
    report.at_most("cost of a MB, 10× to 100× tree / 1× to 10× tree", "", 1.25, slope("tree20", "tree200") / slope("tree2", "tree20"), "{:.2f}")


def _scan(sallyport: pathlib.Path, tree: pathlib.Path) -> Cost:
    return must(run([sallyport, "scan", tree, "--only", "secrets", "--no-ignore"]), "the scan", 0, 1)


def _megabytes(tree: pathlib.Path) -> float:
    return sum(os.path.getsize(os.path.join(folder, file)) for folder, _, files in os.walk(tree) for file in files) / 1e6
