"""Commands of other guards' tests and of tldr: dangerous ones caught, harmless ones stopped, time.

Needs CORPORA/agentcmd/all.jsonl (bench/README.md).
"""
import collections
import json
import subprocess

from support import program
from support.failure import Failure
from support.places import corpus
from support.table import Report

# source: least caught, most stopped, best known of both
TARGETS = {
    "dcg": (100, 0.5, "91 %", "5.6 %"), "dcg-packs": (97, 0.5, "0 %", "1.7 %"), "ccsn": (99, 1, "97.6 %", "1.7 %"), "gemini": (100, 1, "100 %", ""), "tldr": (None, 0.15, "", "0.3 %"),
}


def add_options(parser) -> None:
    parser.add_argument("--detail", action="store_true", help="print every row that is on the wrong side")


def measure(options) -> Report:
    rows = [json.loads(line) for line in corpus("agentcmd", "all.jsonl").read_text().splitlines()]
    verdicts = judge([{"id": row["id"], "text": row["cmd"]} for row in rows])
    report, counts, wrong = Report(), collections.Counter(), []
    for row in rows:
        passed = verdicts[row["id"]]["decision"] == "allow"
        counts[row["source"], row["label"]] += 1
        counts[row["source"], row["label"], "passed"] += passed
        if passed == (row["label"] == "deny"):
            wrong.append([row["source"], row["label"], row["cmd"].replace("\n", "⏎")[:100]])
    for source, (least, most, caught, stopped) in TARGETS.items():
        dangerous, harmless = counts[source, "deny"], counts[source, "allow"]
        if dangerous:
            report.at_least(f"{source}: dangerous caught of {dangerous}", caught, least, 100 - 100 * counts[source, "deny", "passed"] / dangerous)
        if harmless:
            report.at_most(f"{source}: harmless stopped of {harmless}", stopped, most, 100 - 100 * counts[source, "allow", "passed"] / harmless, "{:.2f} %")
    times(report, verdicts)
    if options.detail:
        report.tables.append(("On the wrong side", [["source", "label", "command"]] + wrong))
    return report


def judge(rows: list[dict]) -> dict:
    """The verdicts about rows, by id."""
    text = "\n".join(json.dumps(row) for row in rows) + "\n"
    done = subprocess.run([program.path(), "judge", "command"], input=text, capture_output=True, text=True, check=False)
    verdicts = {v["id"]: v for v in map(json.loads, done.stdout.splitlines())}
    missing = [row["id"] for row in rows if "decision" not in verdicts.get(row["id"], {})]
    if missing:
        raise Failure(f"{len(missing)} rows have no decision, such as {missing[0]}", "run `sallyport judge command` on them")
    return verdicts


def times(report: Report, verdicts: dict) -> None:
    spent = sorted(v["us"] / 1000 for v in verdicts.values())
    report.at_most("analysis, p50", "", 0.2, spent[len(spent) // 2], "{:.3f} ms")
    report.at_most("analysis, p99", "", 3, spent[int(len(spent) * 0.99)], "{:.3f} ms")
