"""Personal data: Presidio's own recognizer tests, asked for each kind as they ask; and the same texts unasked, as a prompt would hold them.

Reads the parametrised tables out of the test files of microsoft/presidio, a work tree below CORPORA (privacy/presidio); none of its code runs.
Three cases in ten are held out, by the hash of their text: what was built was never looked at beside them.
"""
import collections
import json

from support import presidio, warm
from support.places import corpus
from support.table import Report

# Where Presidio's tests and the standard, or two countries, differ: recall counts, false alarms do not.
NOT_ALARMS = {
    "de_id_card": "take the ninth character of a serial number for its check digit; in ICAO 9303 that is a tenth",
    "de_passport": "the same",
    "ph_mobile_number": "ask for Philippine numbers; ours are of all countries",
    "tr_phone_number": "ask for Turkish numbers; ours are of all countries",
}


def add_options(parser) -> None:
    parser.add_argument("--detail", action="store_true", help="name the cases of the development part that fail")


def measure(options) -> Report:
    cases = list(presidio.cases(corpus("privacy", "presidio", "presidio-analyzer", "tests")))
    report = Report()
    for title, part, asked in (("development part, asked by kind", False, True), ("held-out part, asked by kind", True, True), ("all, unasked", None, False)):
        chosen = [c for c in cases if part is None or presidio.held_out(c) == part]
        found, wanted, alarms, negatives, failed = _score(chosen, asked)
        recall, wrong = 100 * found / wanted, 100 * alarms / negatives
        if asked:
            report.at_least(f"Presidio's recognizer tests, {title}: {wanted} values found", "", 98.0, recall)
            report.at_most(f"… {negatives} texts without one, false alarms", "", 2.0, wrong)
        else:
            report.tell(f"Presidio's recognizer tests, {title}: {wanted} values found", f"{recall:.1f} %")
            report.tell(f"… {negatives} texts without one, false alarms", f"{wrong:.1f} %")
        if options.detail and part is False:
            report.remarks += failed
    report.remarks += [f"{name}: negatives left out: they {why}" for name, why in NOT_ALARMS.items()]
    kinds = collections.Counter(c["kind"] for c in cases)
    report.remarks.append(f"{len(cases)} cases of {len(kinds)} kinds; left out are dates, addresses of pages and everything a language model does")
    return report


def _score(cases, asked):
    rows = "".join(json.dumps({"id": i, "text": c["text"], **({"kind": c["kind"]} if asked else {})}) + "\n" for i, c in enumerate(cases))
    found = wanted = alarms = negatives = 0
    failed = []
    for case, line in zip(cases, warm.run(["recognize"], rows).splitlines(), strict=True):
        values = json.loads(line)["values"]
        if case["count"]:
            places = case["places"] or [[0, len(case["text"])]] * case["count"]
            hits = sum(any(v["start"] < end and start < v["end"] for v in values) for start, end in places)
            found, wanted = found + hits, wanted + len(places)
            if hits < len(places):
                failed.append(f"missed: {case['file']}: {case['text']!r}")
        elif case["file"] not in NOT_ALARMS:
            negatives += 1
            if any(v["kind"] == case["kind"] for v in values):
                alarms += 1
                failed.append(f"false alarm: {case['file']}: {case['text']!r}")
    return found, wanted, alarms, negatives, failed
