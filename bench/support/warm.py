"""The program for what must be measured inside of a process: bench/warm, built when it is asked for."""
import subprocess

from support.failure import Failure
from support.places import BENCH, REPOSITORY


def run(arguments, text) -> str:
    """What it prints when it is given `text`."""
    built = subprocess.run(["dotnet", "build", str(BENCH / "warm"), "-c", "Release", "-m:1", "-v", "q", "--nologo"], capture_output=True, text=True, check=False)
    if built.returncode:
        raise Failure("bench/warm does not build", built.stdout.strip()[-500:])
    done = subprocess.run([str(REPOSITORY / "artifacts/bin/Sallyport.Bench/release/Sallyport.Bench"), *arguments], input=text, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise Failure("bench/warm failed", done.stderr.strip()[-500:])
    return done.stdout
