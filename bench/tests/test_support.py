"""The parts that figures pass through."""
import json
import pathlib
import sys
import tempfile
import unittest
from unittest import mock

from support import kit, sarif, verdicts
from support.failure import Failure
from support.places import BENCH, REPOSITORY
from support.processes import run
from support.table import Report


def _sarif(folder: pathlib.Path, *results: dict) -> pathlib.Path:
    file = folder / "in.sarif"
    file.write_text(json.dumps({"runs": [{"results": list(results)}]}))
    return file


def _result(level: str, path: str, **more) -> dict:
    return {"ruleId": "secrets/a", "level": level, "locations": [{"physicalLocation": {"artifactLocation": {"uri": path}, "region": {"startLine": 2}}}], **more}


class Support(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.room = pathlib.Path(folder.name)

    def test_results_below_the_level_and_suppressed_ones_are_left_out(self):
        found = _sarif(self.room, _result("note", "a"), _result("warning", "b"), _result("error", "c", suppressions=[{"kind": "inSource"}]))
        kept = sarif.results(sarif.at_least(found, "warning", self.room / "out.sarif"))
        self.assertEqual(["cases/b"], [result.path for result in kept])

    def test_a_path_relative_to_the_scanned_folder_is_put_below_cases(self):
        found = _sarif(self.room, _result("error", "sub%20folder/a"), _result("error", "file:///x/cases/b"))
        kept = sarif.results(sarif.at_least(found, "note", self.room / "out.sarif"))
        self.assertEqual(["cases/sub folder/a", "file:///x/cases/b"], [result.path for result in kept])

    def test_f1_is_the_harmonic_mean(self):
        self.assertAlmostEqual(60, kit.LineScore(1, 50, 75).f1)
        self.assertEqual(0, kit.LineScore(1, 0, 0).f1)

    def test_a_command_that_hangs_is_killed_and_said_to_be_late(self):
        cost = run([sys.executable, "-c", "import time; time.sleep(60)"], limit=0.5)
        self.assertTrue(cost.late)
        self.assertLess(cost.seconds, 30)

    def test_the_peak_is_that_of_the_child(self):
        cost = run([sys.executable, "-c", "x = b'x' * 200_000_000"])
        self.assertGreater(cost.peak_mb, 190)
        self.assertLess(cost.peak_mb, 300)

    def test_a_report_misses_when_one_target_does(self):
        report = Report()
        report.at_least("a", "", 2, 3)
        self.assertFalse(report.misses())
        report.at_most("b", "", 2, 3)
        self.assertTrue(report.misses())

    def test_a_verdict_without_a_reason_is_refused(self):
        file = self.room / "verdicts.tsv"
        file.write_text("\t".join(verdicts.HEAD) + "\nflask\ta.py\tsecrets/a\tf\twrong\t\n")
        with mock.patch.object(verdicts, "FILE", file), self.assertRaises(Failure):
            verdicts.load()

    def test_our_copy_of_the_kit_is_the_kit(self):
        theirs = REPOSITORY.parent / "shared/measure"
        if not theirs.is_dir():
            self.skipTest("the kit is not beside this clone")
        for file in (BENCH / "measure").rglob("*.py"):
            self.assertEqual((theirs / file.relative_to(BENCH / "measure")).read_bytes(), file.read_bytes(), file.name)


if __name__ == "__main__":
    unittest.main()
