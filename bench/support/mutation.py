"""Hostile little files, made from seeds by a seeded random generator."""
import base64
import gzip
import io
import json
import random
import tarfile
import zipfile
import zlib

NAMES = ["a.py", "a.env", "a.json", "a.ipynb", "a.yml", "a.txt", "a.md", "a.diff", "a.zip", "a.gz", "a.tar", "a.jar", "a.pem", "a.min.js", "a.html", "a", ".env"]
LARGEST = 1_000_000


class Mutator:
    """Draws names and contents; the same seed draws the same ones."""

    def __init__(self, seed: int, seeds: list[bytes]):
        self._random = random.Random(seed)
        self._seeds = seeds

    def file(self) -> tuple[str, bytes]:
        """A file name and what lies in it."""
        data = self._random.choice(self._seeds)
        for _ in range(self._random.randrange(1, 6)):
            data = self._random.choice(_CHANGES)(self._random, data, self._random.choice(self._seeds))[:LARGEST]
        return self._random.choice(NAMES), data


def _flip(random_, data, _):
    changed = bytearray(data)
    for _ in range(min(len(data), random_.randrange(1, 9))):
        changed[random_.randrange(len(changed))] = random_.randrange(256)
    return bytes(changed)


def _cut(random_, data, _):
    return data[: random_.randrange(len(data) + 1)]


def _drop(random_, data, _):
    at = random_.randrange(len(data) + 1)
    return data[:at] + data[at + random_.randrange(40):]


def _splice(random_, data, other):
    return data[: random_.randrange(len(data) + 1)] + other[random_.randrange(len(other) + 1):]


def _insert(random_, data, _):
    odd = [b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\\u", b"\\ud800", b"%", b"&#x", b"'\"`", b"\r", b"\x1b[2J", "\u202e".encode(), b"==", b"-----BEGIN "]
    at = random_.randrange(len(data) + 1)
    return data[:at] + random_.choice(odd) * random_.randrange(1, 50) + data[at:]


def _repeat(random_, data, _):
    """A short piece, very often: what makes a careless matcher quadratic."""
    at = random_.randrange(len(data) + 1)
    piece = data[at: at + random_.choice([1, 2, 5, 17, 60, 400])] or b"a"
    return data[:at] + piece * random_.randrange(1, LARGEST // len(piece) if random_.random() < 0.05 else 200) + data[at:]


def _one_line(_, data, __):
    return data.replace(b"\n", b" ")


def _base64(random_, data, _):
    return b"x = '" + random_.choice([base64.b64encode, base64.urlsafe_b64encode, base64.b16encode, base64.a85encode])(data) + b"'"


def _percent(_, data, __):
    return b"".join(b"%%%02x" % byte for byte in data[:20_000])


def _utf16(random_, data, _):
    return random_.choice([b"\xff\xfe", b"\xfe\xff", b""]) + data.decode("latin-1").encode(random_.choice(["utf-16-le", "utf-16-be", "utf-32-le"]))


def _nest(random_, data, _):
    opener, closer = random_.choice([(b"[", b"]"), (b"{\"a\":", b"}"), (b"(", b")"), (b"\"+\"", b""), (b"\\", b"")])
    depth = random_.randrange(1, 20_000)
    return opener * depth + data + closer * depth


def _notebook(_, data, __):
    text = data.decode("latin-1")
    return json.dumps({"cells": [{"cell_type": "code", "source": [text], "outputs": [{"text": text}]}]}).encode()


def _zip(random_, data, other):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(random_.choice(["a.env", "../../a.env", "a/" * 200 + "a", "inner.zip"]), data)
        archive.writestr("b.txt", other)
    return packed.getvalue()


def _tar(_, data, __):
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        entry = tarfile.TarInfo("../a.env")
        entry.size = len(data)
        archive.addfile(entry, io.BytesIO(data))
    return packed.getvalue()


def _bomb(random_, data, _):
    """Small outside, large inside."""
    return random_.choice([gzip.compress, zlib.compress])(data * (20_000_000 // (len(data) + 1)))


_CHANGES = [_flip] * 6 + [_cut, _drop, _splice, _insert, _repeat] * 4 + [_one_line, _base64, _percent, _utf16, _nest, _notebook, _zip, _tar] * 2 + [
    lambda _, data, __: gzip.compress(data), lambda _, data, __: zlib.compress(data), _bomb]
