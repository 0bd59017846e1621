"""Undo: random trees, random destructive sequences, and whether every byte, mode, link and name came back.

Needs the .NET SDK, git and bash; nothing else.
"""
import secrets

from support.table import Report
from support.tests import measured


def add_options(parser) -> None:
    parser.add_argument("--sequences", type=int, default=500, help="destructive sequences (default 500)")
    parser.add_argument("--seed", type=int, default=None, help="seed; a fresh one is drawn and printed without it")


def measure(options) -> Report:
    report, seed = Report(), options.seed or secrets.randbelow(2**31)
    figures = measured("Sallyport.Sources.Tests", "*RandomisedUndoTests*", SALLYPORT_SEQUENCES=str(options.sequences), SALLYPORT_SEED=str(seed))
    report.at_least("sequences", "", 500, figures["sequences"], "{:.0f}")
    report.at_least("byte-exact afterwards", "", figures["sequences"], figures["exact"], "{:.0f}")
    report.tell("sequences that had changed anything", str(figures["changed"]))
    report.remarks.append(f"seed {seed}; compared by find and sha256sum over every file, mode, link target and name, git's own included")
    return report
