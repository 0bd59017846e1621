"""Redaction: what is planted and still leaves, whole and split at every byte; whether it comes back byte for byte; 64 KB, warm.

Needs nothing but the program. Values and carriers are drawn anew in each run; the seed is printed.
"""
import json

from support import warm
from support.table import Report


def add_options(parser) -> None:
    parser.add_argument("--rounds", type=int, default=2, help="how many values of each kind are planted (default 2)")


def measure(options) -> Report:
    figures = json.loads(warm.run(["redact", str(options.rounds)], ""))
    report = Report(remarks=[f"seed {figures['seed']}; thread time, which other work on the machine does not stretch; wall p99 {figures['p99_wall_ms']:.2f} ms"])
    report.at_most(f"{figures['planted']} planted values that leave, plain or encoded", "", 0, figures["leaked"], "{:.0f}")
    report.at_least(f"{figures['splits']} splits at every byte: caught", "", 100, 100 * (1 - figures["split_leaks"] / figures["splits"]), "{:.2f} %")
    report.at_most(f"{figures['trips'] + figures['splits']} round trips that are not byte-exact", "", 0, figures["torn"] + figures["split_torn"], "{:.0f}")
    report.at_most("64 KB through detection and redaction, warm, p99", "", 2.0, figures["p99_cpu_ms"], "{:.2f} ms")
    report.tell("… median", f"{figures['median_cpu_ms']:.2f} ms")
    report.tell("plain prose held back at most, in pieces of 7 bytes", f"{figures['held']} bytes")
    return report
