"""Programs that stand in for Sallyport and misbehave, so that each run is seen to notice."""
import pathlib
import sys


def program(folder: pathlib.Path, body: str) -> pathlib.Path:
    """An executable script; `files` in its body are the files below its first operand."""
    file = folder / "fake"
    file.write_text(f"#!{sys.executable}\nimport os, pathlib, sys, time\nfiles = [f for f in pathlib.Path(sys.argv[2]).rglob('*') if f.is_file()]\n{body}\n")
    file.chmod(0o755)
    return file


CRASHES_ON_NUL = "sys.exit(134 if any(b'\\0' in f.read_bytes() for f in files) else 0)"

WRITES_IN_TWO_PARTS = """
for name in ['out.sarif', 'out.json', 'out.html']:
    with open(name, 'w') as file:
        file.write('{')
        file.flush()
        time.sleep(0.1)
        file.write('}' if name != 'out.html' else '</html>')
"""

WRITES_AT_ONCE = """
time.sleep(0.1)
for name in ['out.sarif', 'out.json', 'out.html']:
    pathlib.Path('new').write_text('{}' if name != 'out.html' else '</html>')
    os.replace('new', name)
"""

KEEPS_A_FILE_FOR_EVERY_RUN = "(pathlib.Path(os.environ['TMPDIR']) / str(os.getpid())).write_text('left'); time.sleep(0.3)"
