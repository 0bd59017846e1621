"""What AI tools may read: every static check with a planted hole in every tool, and clean set-ups.

Every draw sets a tool up cleanly in a repository of its own, with other private files each time, then with each hole that the tool can
have. Needs git; no corpora.
"""
import collections
import json
import os
import pathlib
import random
import subprocess

from support import program
from support.places import scratch
from support.table import Report
from support.tools import TOOLS, clean, holes, private


def add_options(parser) -> None:
    parser.add_argument("--draws", type=int, default=4, help="draws for each tool (default 4)")
    parser.add_argument("--seed", type=int, default=1, help="seed of the draws (default 1)")
    parser.add_argument("--detail", action="store_true", help="print what was missed and what was imagined")


def measure(options) -> Report:
    report, rng = Report(), random.Random(options.seed)
    planted, found, cleans, flagged, remarks = collections.Counter(), collections.Counter(), 0, 0, []
    with scratch() as room:
        number = 0
        for tool in TOOLS:
            for _ in range(options.draws):
                files = private(rng)
                cases = [(None, clean(tool, files), None)] + list(holes(tool, files, rng))
                for rule, tree, beside in cases:
                    number += 1
                    rules = _scan(room / str(number), tree, beside)
                    if rule is None:
                        cleans += 1
                        flagged += bool(rules)
                        remarks += [f"imagined: {tool}: {sorted(rules)} with {files}"] * bool(rules)
                    else:
                        planted[tool, rule] += 1
                        hit = rule in rules or (beside == "or ineffective-pattern" and "ineffective-pattern" in rules)
                        found[tool, rule] += hit
                        remarks += [f"missed: {tool}: {rule}, found {sorted(rules)} with {files}"] * (not hit)
    report.at_least("planted holes found", "none known", 100, 100 * sum(found.values()) / sum(planted.values()))
    report.at_most("clean set-ups flagged, notes included", "none known", 0, flagged, "{:.0f}")
    report.tell("planted holes, clean set-ups", f"{sum(planted.values())}, {cleans}")
    rules = sorted({rule for _, rule in planted})
    report.tables.append(("Found of planted", [["check"] + list(TOOLS)] + [[rule] + [f"{found[t, rule]}/{planted[t, rule]}" if planted[t, rule] else "-" for t in TOOLS] for rule in rules]))
    if options.detail:
        report.remarks += remarks
    return report


def _scan(folder: pathlib.Path, tree: dict, beside) -> set:
    for name, text in tree.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)
    git = lambda *words: subprocess.run(["git", "-C", folder, *words], check=True, capture_output=True)
    git("init", "-q")
    if isinstance(beside, tuple):
        kind, one = beside
        if kind == "track":
            git("add", "-f", one)
        elif kind == "symlink":
            os.symlink(folder / one, folder / "notes.bin")
        else:
            os.link(folder / one, folder / "notes.bin")
    home = folder.parent / "home"
    home.mkdir(exist_ok=True)
    done = subprocess.run([program.path(), "scan", ".", "--only", "exposure", "-o", "json"], cwd=folder, capture_output=True, env={**os.environ, "HOME": str(home)})
    return {f["rule"].split("/")[1] for f in json.loads(done.stdout)["findings"]}
