"""A run that cannot fail measures nothing: each is tried on a program that misbehaves."""
import argparse
import importlib
import os
import pathlib
import shutil
import tempfile
import unittest
from unittest import mock

from tests import fakes


class RunsNotice(unittest.TestCase):
    def setUp(self):
        self.room = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.room, True)

    def measure(self, name: str, body: str, *words: str):
        module = importlib.import_module(f"runs.{name}")
        parser = argparse.ArgumentParser()
        module.add_options(parser)
        with mock.patch.dict(os.environ, {"SALLYPORT": str(fakes.program(self.room, body)), "CORPORA": str(self.room)}):
            return module.measure(parser.parse_args(words))

    def row(self, report, words: str):
        return next(row for row in report.rows if words in row.measure)

    def test_a_file_that_crashes_the_scan_is_found_and_kept(self):
        report = self.measure("fuzz", fakes.CRASHES_ON_NUL, "--seconds", "1", "--seed", "1")
        kept = pathlib.Path(next(line for line in report.remarks if line.startswith("the files: ")).removeprefix("the files: "))
        self.addCleanup(shutil.rmtree, kept, True)
        self.assertFalse(self.row(report, "crash").holds)
        self.assertTrue(all(b"\0" in file.read_bytes() for file in kept.iterdir()))

    def test_a_report_written_in_two_parts_is_caught_half_written(self):
        report = self.measure("kill", fakes.WRITES_IN_TWO_PARTS, "--kills", "12", "--seed", "1")
        self.assertFalse(self.row(report, "half-written").holds)

    def test_a_report_moved_into_place_is_never_half_written(self):
        report = self.measure("kill", fakes.WRITES_AT_ONCE, "--kills", "12", "--seed", "1")
        self.assertTrue(self.row(report, "half-written").holds)

    def test_a_writer_that_writes_nothing_does_not_pass(self):
        report = self.measure("kill", "", "--kills", "1", "--seed", "1")
        self.assertFalse(self.row(report, "whole run writes").holds)

    def test_files_left_in_the_temporary_folder_are_counted(self):
        (self.room / "tree20").mkdir()
        (self.room / "tree20" / "a.txt").write_text("nothing\n")
        report = self.measure("endurance", fakes.KEEPS_A_FILE_FOR_EVERY_RUN, "--copies", "1", "--runs", "3")
        self.assertFalse(self.row(report, "left in temporary folder").holds)


if __name__ == "__main__":
    unittest.main()
