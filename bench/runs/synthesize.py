"""Synthetic tables: original cells left, keys, joins, types and ranges kept, the same bytes for the same seed.

Writes tables of its own, another set for each seed, has them synthesised, and reads both again with Python's csv. Needs no corpora.
"""
import csv
import datetime
import io
import os
import pathlib
import random
import subprocess

from support import program
from support.places import scratch
from support.table import Report


def add_options(parser) -> None:
    parser.add_argument("--sets", type=int, default=5, help="sets of tables (default 5)")
    parser.add_argument("--seed", type=int, default=1, help="seed of the first set (default 1)")
    parser.add_argument("--large", type=int, default=1_000_000, help="rows of the table that is timed (default 1,000,000; 0 leaves it out)")


def measure(options) -> Report:
    report = Report()
    left = cells = broken_keys = broken_joins = broken_types = out_of_range = different = 0
    with scratch() as room:
        for seed in range(options.seed, options.seed + options.sets):
            home = room / str(seed)
            home.mkdir()
            people, visits = _tables(home, random.Random(seed))
            for out in ["one", "two"]:
                _run(home, "people.csv", "visits.csv", "--seed", str(seed), "--out", out, "--quiet")
            different += any((home / "one" / t).read_bytes() != (home / "two" / t).read_bytes() for t in ["people.csv", "visits.csv"])
            made_people, made_visits = _read(home / "one/people.csv"), _read(home / "one/visits.csv")
            for original, made in [(people, made_people), (visits, made_visits)]:
                for column in original[0]:
                    before, after = [r[column] for r in original if r[column]], [r[column] for r in made if r[column]]
                    if len(set(before)) > 0.5 * len(before):
                        left += len(set(before) & set(after))
                        cells += len(after)
                    if len(set(before)) == len(original):
                        broken_keys += len(set(after)) != len(made)
                    kind = _kind(before)
                    broken_types += _kind(after) != kind
                    if kind in ("number", "day") and not column.endswith("id"):
                        a, b = sorted(map(_value, before)), sorted(map(_value, after))
                        out_of_range += b[0] < a[0] or b[-1] > a[-1]
            keys = {r["id"] for r in made_people}
            broken_joins += sum(r["participant"] not in keys for r in made_visits)
            broken_keys += len({(r["participant"], r["wave"]) for r in made_visits}) != len(made_visits)
            broken_joins += len({(r["city"], r["zip"]) for r in made_people}) != len({r["city"] for r in made_people})
        report.at_most(f"original cells of high-cardinality columns left, of {cells}", "–", 0, left, "{:.0f}")
        report.at_most("columns whose keys broke", "–", 0, broken_keys, "{:.0f}")
        report.at_most("joins and dependences broken", "–", 0, broken_joins, "{:.0f}")
        report.at_most("columns whose type changed", "–", 0, broken_types, "{:.0f}")
        report.at_most("columns that left their range", "–", 0, out_of_range, "{:.0f}")
        report.at_most("sets with other bytes for the same seed", "–", 0, different, "{:.0f}")
        if options.large:
            _time(report, room, options.large)
    return report


def _run(home: pathlib.Path, *words: str) -> str:
    done = subprocess.run([program.path(), "synthesize", *words], cwd=home, capture_output=True, text=True, env={**os.environ, "HOME": str(home)})
    assert done.returncode == 0, done.stderr
    return done.stderr


def _read(file: pathlib.Path) -> list[dict]:
    return list(csv.DictReader(io.StringIO(file.read_bytes().decode())))


def _value(cell: str):
    try:
        return float(cell)
    except ValueError:
        return datetime.date.fromisoformat(cell[:10]).toordinal()


def _kind(cells: list[str]) -> str:
    for kind, read in [("number", float), ("day", lambda c: datetime.date.fromisoformat(c)), ("moment", lambda c: datetime.datetime.fromisoformat(c))]:
        try:
            [read(c) for c in cells]
            return kind
        except ValueError:
            continue
    return "mail" if all("@" in c for c in cells) else "text"


def _word(rng: random.Random) -> str:
    return "".join(rng.choice("bcdfglmnprst") + rng.choice("aeiou") for _ in range(rng.randint(2, 4)))


def _person(rng: random.Random, i: int, cities) -> dict:
    city, code = rng.choices(cities, range(len(cities), 0, -1))[0]
    age = rng.randint(18, 90)
    return {
        "id": f"P-{i:07d}", "name": f"{_word(rng).title()} {_word(rng).title()}", "email": f"{_word(rng)}{i}@{_word(rng)}.test", "phone": f"+49 30 {rng.randint(1000000, 9999999)}",
        "city": city, "zip": code, "born": (datetime.date(2024 - age, 1, 1) + datetime.timedelta(rng.randint(0, 360))).isoformat(), "age": str(age),
        "income": f"{age * 400 + rng.lognormvariate(9, 0.6):.2f}", "score": str(rng.randint(1, 5)), "smoker": rng.choice(["yes", "no", "no", ""]),
        "note": rng.choice(["", f"call {_word(rng)} on {i}, \"urgent\"", _word(rng) + " " + _word(rng) + " " + _word(rng)]), "study": "S1",
    }


def _tables(home: pathlib.Path, rng: random.Random):
    cities = [(_word(rng).title(), f"{rng.randint(10000, 99999)}") for _ in range(rng.randint(3, 9))]
    people = [_person(rng, i, cities) for i in range(1, rng.randint(200, 3000))]
    visits, number = [], 0
    for person in people:
        sex = rng.choice("mf")
        for wave in range(1, rng.randint(0, 4) + 1):
            number += 1
            visits.append({"visit_id": str(number), "participant": person["id"], "wave": f"W{wave}", "sex": sex, "weight": f"{rng.gauss(85 if sex == 'm' else 66, 8):.1f}", "day": (datetime.date(2023, 1, 1) + datetime.timedelta(rng.randint(0, 700))).isoformat()})
    for name, rows in [("people.csv", people), ("visits.csv", visits)]:
        _write(home / name, rows)
    return people, visits


def _write(file: pathlib.Path, rows) -> None:
    with file.open("w", newline="", encoding="utf-8") as out:
        writer = None
        for row in rows:
            writer = writer or csv.DictWriter(out, list(row), lineterminator="\n")
            if out.tell() == 0:
                writer.writeheader()
            writer.writerow(row)


def _time(report: Report, room: pathlib.Path, rows: int) -> None:
    rng = random.Random(7)
    cities = [(_word(rng).title(), f"{10000 + i}") for i in range(40)]
    home = room / "large"
    home.mkdir()
    for name, count in [("tenth.csv", rows // 10), ("large.csv", rows)]:
        _write(home / name, (_person(rng, i, cities) for i in range(count)))
    costs = {}
    for name in ["tenth.csv", "large.csv"]:
        child = subprocess.Popen([program.path(), "synthesize", name, "--seed", "1", "--out", "made.csv", "--quiet"], cwd=home, env={**os.environ, "HOME": str(home)})
        _, status, usage = os.wait4(child.pid, 0)
        assert status == 0, f"synthesize ended with {status}"
        costs[name] = (usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
    report.tell(f"{rows:,} rows of 13 columns, CPU seconds", f"{costs['large.csv'][0]:.1f}")
    report.at_most(f"{rows:,} rows, memory at most", "–", 1500, costs["large.csv"][1], "{:.0f} MB")
    report.at_most("the same against a tenth of the rows, CPU", "–", 14, costs["large.csv"][0] / max(0.1, costs["tenth.csv"][0]), "{:.1f} ×")
