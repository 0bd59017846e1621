"""Approvals: randomised people, agents, clocks, restarts and forgers beside a model; how many acted without a right.

Needs the .NET SDK; nothing else.
"""
import secrets

from support.table import Report
from support.tests import measured


def add_options(parser) -> None:
    parser.add_argument("--trials", type=int, default=10_000, help="trials of fourteen steps (default 10000)")
    parser.add_argument("--seed", type=int, default=None, help="seed; a fresh one is drawn and printed without it")


def measure(options) -> Report:
    report, seed = Report(), options.seed or secrets.randbelow(2**31)
    figures = measured("Sallyport.Engine.Tests", "*RandomisedApprovalTests*", SALLYPORT_TRIALS=str(options.trials), SALLYPORT_SEED=str(seed))
    report.at_least("trials", "", 10_000, figures["trials"], "{:.0f}")
    report.at_most("actions without a right", "", 0, figures["without_right"], "{:.0f}")
    report.at_most("rights that were given and not honoured", "", 0, figures["right_withheld"], "{:.0f}")
    report.tell("actions with a right", str(figures["used"]))
    measured("Sallyport.Engine.Tests", "*ApprovalQueueTests*")
    report.tell("expiry, replay, altered command, restart, forged and renamed files, clock set back, races", "each refused (ApprovalQueueTests)")
    report.remarks.append(f"seed {seed}")
    return report
