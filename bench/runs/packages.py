"""Verdicts on labelled package names: malicious, popular, look-alikes, real ones that nobody knows.

Needs CORPORA/packages (labels.jsonl, top.jsonl; bench/README.md says how), and LISTS, the folder of lists that the shipped index was made of.
"""
import collections
import json
import os
import pathlib
import subprocess

from support import program
from support.failure import Failure
from support.places import corpus, scratch
from support.table import Report

POSITIVE = {"review", "blocked"}


def add_options(parser) -> None:
    parser.add_argument("--lists", default=os.environ.get("LISTS", "../shared/data/packages"), help="the folder of lists behind the shipped index")
    parser.add_argument("--detail", action="store_true", help="print every look-alike that was missed")


def measure(options) -> Report:
    sallyport, report, lists = program.path(), Report(), pathlib.Path(options.lists)
    popular = {file.name.split(".")[0]: file.read_text().split() for file in sorted(lists.glob("*.popular.txt"))}
    if not popular:
        raise Failure(f"`{lists}` holds no lists", "--lists names their folder")
    labels = [json.loads(line) for line in corpus("packages", "labels.jsonl").open()]
    names = collections.defaultdict(set)
    target = {}
    for row in labels:
        if row["ecosystem"] in popular:
            names[(row["ecosystem"], row["name"])].add(row["label"])
            if row["label"] == "typosquat":
                target[(row["ecosystem"], row["name"])] = row["target"]
    with scratch() as room:
        os.environ["XDG_CACHE_HOME"] = str(room / "none")
        verdicts = _judge(sallyport, list(names))
        known = {key: set(values) for key, values in popular.items()}
        _labelled(report, names, target, verdicts, known, options.detail)
        _behind(report, sallyport, popular, room)
    times = sorted(row["us"] for row in verdicts.values())
    report.at_most("verdict from the index, p99 µs", "", 50, times[int(len(times) * 0.99)], "{:.1f}")
    return report


def _judge(sallyport, keys) -> dict:
    rows = "".join(json.dumps({"id": str(at), "ecosystem": ecosystem, "name": name}) + "\n" for at, (ecosystem, name) in enumerate(keys))
    done = subprocess.run([sallyport, "judge", "package"], input=rows, capture_output=True, text=True)
    if done.returncode != 0:
        raise Failure("judge package failed", done.stderr.strip() or "a row could not be judged")
    return dict(zip(keys, map(json.loads, done.stdout.splitlines())))


def _labelled(report, names, target, verdicts, known, detail) -> None:
    listed = [key for key in names if key[1] in known[key[0]]]
    report.at_most("popular names blocked", "", 0, sum(verdicts[key]["verdict"] == "blocked" for key in listed), "{:.0f}")
    squats = [key for key in target if target[key] in known[key[0]] and key[1] not in known[key[0]]]
    found = [key for key in squats if verdicts[key]["verdict"] in POSITIVE]
    named = [key for key in squats if verdicts[key]["verdict"] == "review"]
    report.at_least("look-alikes whose target is in the index: review or worse", "77–90 %", 95, 100 * len(found) / len(squats))
    report.at_least("of those in review: right target", "", 90, 100 * sum(verdicts[key].get("target") == target[key] for key in named) / max(1, len(named)))
    tail = [key for key, kinds in names.items() if kinds == {"benign_tail"} and key[1] not in known[key[0]]]
    report.tell("real packages outside of every list: review", f"{100 * sum(verdicts[key]['verdict'] == 'review' for key in tail) / max(1, len(tail)):.1f} %")
    malicious = [key for key, kinds in names.items() if "malicious" in kinds and not kinds & {"top", "compromised"}]
    report.tell("labelled malicious, most of them on no list here: blocked", f"{100 * sum(verdicts[key]['verdict'] == 'blocked' for key in malicious) / max(1, len(malicious)):.1f} %")
    if detail:
        for key in squats:
            if key not in found:
                print(f"missed  {key[0]} {key[1]}  (target {target[key]})")


def _behind(report, sallyport, popular, room) -> None:
    """With only the 5,000 most popular names in the index: what is said of those behind them."""
    lists = room / "lists"
    lists.mkdir()
    (lists / "MANIFEST.json").write_text('{"made": "2999-01-01"}')
    ecosystems = [ecosystem for ecosystem in ("npm", "pypi") if ecosystem in popular]
    for ecosystem in ecosystems:
        (lists / f"{ecosystem}.popular.txt").write_text("\n".join(popular[ecosystem][:5000]) + "\n")
    subprocess.run([sallyport, "package", "index", "update", "--from", lists], check=True, capture_output=True)
    for ecosystem in ecosystems:
        behind = list(_judge(sallyport, [(ecosystem, name) for name in popular[ecosystem][5000:]]).values())
        report.at_most(f"{ecosystem} ranks beyond 5,000, of which the index knows none: review", "2.5–3.7 %", 1.5, 100 * sum(row["verdict"] == "review" for row in behind) / len(behind), "{:.2f} %")
        report.at_most(f"{ecosystem} ranks beyond 5,000: blocked", "", 0, sum(row["verdict"] == "blocked" for row in behind), "{:.0f}")
