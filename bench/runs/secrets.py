"""Secrets found, missed and imagined: the kit's cases, fresh synthetic carriers, CredData, beside peers.

Needs CORPORA/sec (cases and labels), CORPORA/cred (rebuilt CredData); generates the synthetic set itself.
"""
import os
import pathlib

from support import kit, peers, program
from support.places import corpus, corpus_if_there, scratch
from support.table import Report


def add_options(parser) -> None:
    parser.add_argument("--seed", type=int, help="seed of the synthetic set; a fresh one each time when it is not given")
    parser.add_argument("--recorded", action="store_true", help="quote peers from recorded.json even where they run here (they take minutes)")
    parser.add_argument("--detail", action="store_true", help="print what the kit's scorers say: by source, provider, carrier and category")


def measure(options) -> Report:
    sallyport = program.path()
    seed = options.seed if options.seed is not None else int.from_bytes(os.urandom(4))
    report = Report(remarks=[f"synthetic set: --seed {seed}"])
    with scratch() as room:
        kit.generate_synth(room / "synth", seed)
        folders = {"sec": corpus("sec"), "synth": room / "synth", "cred": corpus("cred")}
        found = {name: room / f"{name}.sarif" for name in folders}
        for name, folder in folders.items():
            program.scan_to_sarif(sallyport, folder, "cases", found[name])
        cases = kit.score_cases(folders["sec"], found["sec"], room)
        synth = kit.score_synth(folders["synth"], found["synth"], room)
        lines = kit.score_lines(folders["cred"], found["cred"], room)
        if options.detail:
            _print_detail(folders, found)
        _figures(report, cases, synth, lines)
        report.tables.append(("Peers (per cent)", _peers(options.recorded, folders, room)))
    return report


def _figures(report: Report, cases: kit.CaseScore, synth: kit.SynthScore, lines: kit.LineScore) -> None:
    report.at_least("kit: recall, level ≥ warning", "69 % (recorded)", 95, cases.recall)
    report.at_least(f"kit: worst single source ({cases.worst_source_name})", "69 % (recorded)", 85, cases.worst_source)
    report.tell("kit: providers found in every sample", cases.providers_full)
    report.at_most("kit: benign with an alert", "5.8 % (recorded)", 1, cases.benign)
    report.at_most("kit: near misses as error", "0.7 % (recorded)", 1, cases.nearmiss_as_error)
    report.tell("kit: near misses as warning or error", f"{cases.nearmiss:.1f} %")
    report.at_least("synthetic: plain", "84.7 % (recorded)", 99.5, synth.plain)
    report.at_least("synthetic: hidden", "39.7 % (recorded)", 96, synth.hidden)
    worst = min(synth.by_carrier, key=synth.by_carrier.get)
    report.at_least(f"synthetic: worst of {len(synth.by_carrier)} hidden carriers ({worst})", "", 90, synth.by_carrier[worst])
    report.at_most("synthetic: benign with an alert", "0 % (recorded)", 0, synth.benign)
    report.at_most("synthetic: wrong checksum, still an alert", "", 0, synth.badsum)
    report.at_least("synthetic: wrong checksum, kept as a note", "", 100, synth.badsum_as_note)
    report.at_least("CredData: repositories", "", 20, lines.repositories, "{:.0f}")
    report.at_least("CredData: F1", "0.859 (published)", 0.90, lines.f1 / 100, "{:.3f}")
    report.tell("CredData: precision, recall", f"{lines.precision:.1f} %, {lines.recall:.1f} %")


def _peers(only_recorded: bool, folders: dict[str, pathlib.Path], room: pathlib.Path) -> list[list[str]]:
    columns = ["kit", "worst_source", "benign", "nearmiss_as_error", "plain", "hidden", "synth_benign", "precision", "recall", "f1"]
    rows = [["peer", "kit recall", "worst source", "benign", "near misses", "plain", "hidden", "synthetic benign", "CredData precision", "recall", "F1", "from"]]
    live = [] if only_recorded else [_live(peer, folders, room) for peer in peers.here()]
    names = {peer["name"].split()[0] for peer in live}
    for peer in live + [peer for peer in peers.recorded() if peer["name"].split()[0] not in names]:
        rows.append([peer["name"]] + [f"{peer[c]:.1f}" if c in peer else "-" for c in columns] + [peer["from"]])
    return rows


def _live(peer: peers.Peer, folders: dict[str, pathlib.Path], room: pathlib.Path) -> dict:
    cases = kit.score_cases(folders["sec"], peer.scan(folders["sec"], room), room, own=peer.tool)
    synth = kit.score_synth(folders["synth"], peer.scan(folders["synth"], room), room)
    lines = kit.score_lines(folders["cred"], peer.scan(folders["cred"], room), room)
    return {
        "name": peer.name, "kit": cases.recall, "worst_source": cases.worst_source, "benign": cases.benign, "nearmiss_as_error": cases.nearmiss_as_error,
        "plain": synth.plain, "hidden": synth.hidden, "synth_benign": synth.benign,
        "precision": lines.precision, "recall": lines.recall, "f1": lines.f1, "from": "this run",
    }


def _print_detail(folders: dict[str, pathlib.Path], found: dict[str, pathlib.Path]) -> None:
    for name in ["sec", "synth"]:
        print(f"== {name}\n{kit.cases_listing(folders[name], found[name])}")
    # Where CredData is split, only the half for development is shown in detail: misses of the other are not for tuning.
    lines = corpus_if_there("cred-dev/lines.jsonl") or folders["cred"] / "lines.jsonl"
    print(f"== {lines.parent.name}\n{kit.lines_listing(lines, found['cred'])}")
