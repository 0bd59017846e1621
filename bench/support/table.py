"""What a measurement prints and records."""
import datetime
import shlex
from dataclasses import dataclass, field

from support import machine
from support.places import RESULTS


@dataclass(frozen=True)
class Row:
    """One figure. `holds` is None where there is no target to hold."""

    measure: str
    best_known: str
    target: str
    here: str
    holds: bool | None = None

    def cells(self) -> list[str]:
        return [self.measure, self.best_known or "-", self.target or "-", self.here, {True: "holds", False: "MISSES", None: ""}[self.holds]]


@dataclass
class Report:
    """The figures of one run, other tables, and remarks."""

    rows: list[Row] = field(default_factory=list)
    tables: list[tuple[str, list[list[str]]]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def at_least(self, measure: str, best_known: str, target: float, here: float, show: str = "{:.1f} %") -> None:
        """A figure that must not be smaller than its target."""
        self.rows.append(Row(measure, best_known, "≥ " + show.format(target), show.format(here), here >= target))

    def at_most(self, measure: str, best_known: str, target: float, here: float, show: str = "{:.1f} %") -> None:
        """A figure that must not be larger than its target."""
        self.rows.append(Row(measure, best_known, "≤ " + show.format(target), show.format(here), here <= target))

    def tell(self, measure: str, here: str, best_known: str = "") -> None:
        """A figure without a target."""
        self.rows.append(Row(measure, best_known, "", here))

    def misses(self) -> bool:
        return any(row.holds is False for row in self.rows)

    def lines(self, aligned: bool) -> list[str]:
        head = ["measure", "best known", "target", "here", "verdict"]
        lines = _table([head] + [row.cells() for row in self.rows], aligned)
        for title, cells in self.tables:
            lines += ["", title, ""] + _table(cells, aligned)
        return lines + [""] + self.remarks + [f"machine: {machine.line()}"]


def print_report(report: Report, out) -> None:
    """The report as a person reads it on a terminal."""
    print("\n".join(report.lines(aligned=True)), file=out)


def record(name: str, report: Report, arguments: list[str]) -> None:
    """The report as Markdown below bench/results, with the command and the day."""
    RESULTS.mkdir(exist_ok=True)
    today = datetime.datetime.now(datetime.timezone.utc).date().isoformat()
    head = [f"# {name}", "", f"`bench/run {shlex.join(arguments)}` on {today}", ""]
    (RESULTS / f"{name}.md").write_text("\n".join(head + report.lines(aligned=False)) + "\n")


def _table(cells: list[list[str]], aligned: bool) -> list[str]:
    if not aligned:
        rows = ["| " + " | ".join(row) + " |" for row in cells]
        return [rows[0], "|" + "---|" * len(cells[0])] + rows[1:]
    widths = [max(len(row[i]) for row in cells) for i in range(len(cells[0]))]
    rows = [" | ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in cells]
    return [rows[0], "-+-".join("-" * width for width in widths)] + rows[1:]
