"""Packed gigabytes, endless lines, pipes, loops, files that change while they are read: in bounded memory."""

import gzip
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from figures import figures
from files import put
from newsfacts.documents.inputs import InputError, ReadOptions, read_documents

TEXT = "Κόστισε 5 εκατ. ευρώ."
MEGABYTES, SECONDS = 500, 30
EXTRACT = [sys.executable, "-m", "newsfacts", "extract", "--format", "jsonl"]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="no pipes with names")


def bomb(path: Path, piece: bytes, times: int) -> Path:
    """A packed file of `times` pieces; its text is never held at once."""
    if path.suffix == ".gz":
        with gzip.open(path, "wb", 9) as stream:
            for _ in range(times):
                stream.write(piece)
        return path
    zstandard = pytest.importorskip("zstandard")
    with path.open("wb") as raw, zstandard.ZstdCompressor().stream_writer(raw) as stream:
        for _ in range(times):
            stream.write(piece)
    return path


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "wait4"), reason="no figures of a single process")
@pytest.mark.parametrize("suffix", ["gz", "zst"])
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl", "list.jsonl", "open.json"])
def test_a_packed_gigabyte(tmp_path: Path, suffix: str, name: str) -> None:
    head = {"list.jsonl": b'[{"text": "', "open.json": b'{"text": "', "a.jsonl": b'{"text": "'}.get(name, b"")
    path = bomb(tmp_path / f"{name}.{suffix}", head + b"a" * (1 << 20), 1 << 10)
    assert path.stat().st_size < 3 << 20
    found = figures([*EXTRACT, str(path)], tmp_path)
    assert found.code == 1
    assert "is larger than 64 MB: cut it in pieces" in found.stderr
    assert len(found.stderr.splitlines()) == 1
    assert found.megabytes < MEGABYTES
    assert found.seconds < SECONDS


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "wait4"), reason="no figures of a single process")
def test_a_line_of_a_gigabyte_costs_itself_only(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    record = json.dumps({"text": TEXT}).encode() + b"\n"
    with path.open("wb") as stream:
        stream.write(record)
        for _ in range(1 << 10):
            stream.write(b"a" * (1 << 20))
        stream.write(b"\n" + record)
    found = figures([*EXTRACT, str(path), "-o", "out.jsonl"], tmp_path)
    assert found.stderr == f"{path}:2: is larger than 64 MB: cut it in pieces\n"
    assert len((tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()) == 2
    assert found.megabytes < MEGABYTES


def test_a_zst_that_wants_a_huge_window(tmp_path: Path) -> None:
    zstandard = pytest.importorskip("zstandard")
    parameters = zstandard.ZstdCompressionParameters(window_log=30, enable_ldm=True)
    path = tmp_path / "a.txt.zst"
    compressor = zstandard.ZstdCompressor(compression_params=parameters)
    with path.open("wb") as raw, compressor.stream_writer(raw) as out:
        out.write(TEXT.encode())
    with pytest.raises(InputError, match="is damaged or cut short"):
        list(read_documents(path))


@POSIX
def test_a_named_pipe_is_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_text(TEXT, encoding="utf-8"))
    writer.start()
    assert [document.text for document in read_documents(pipe)] == [TEXT]
    writer.join()


@POSIX
def test_a_loop_and_a_device(tmp_path: Path) -> None:
    loop = tmp_path / "loop.txt"
    loop.symlink_to("loop.txt")
    with pytest.raises(InputError, match="can't be read: Too many levels of symbolic links"):
        list(read_documents(loop))
    with pytest.raises(InputError, match="larger than 1 MB"):
        list(read_documents("/dev/zero", ReadOptions(max_bytes=1 << 20)))
    assert [document.text for document in read_documents("/dev/null")] == [""]


@pytest.mark.parametrize("name", ["a\0b.txt", "", "a" * 5000, "x://y/z"])
def test_names_that_are_none(name: str) -> None:
    with pytest.raises(InputError) as caught:
        list(read_documents(name))
    assert str(caught.value)


@pytest.mark.parametrize("change", ["shrink", "grow", "vanish"])
def test_a_file_that_changes_while_it_is_read(tmp_path: Path, change: str) -> None:
    record = json.dumps({"text": TEXT}) + "\n"
    path = put(tmp_path / "a.jsonl", record * 50_000)
    errors: list[InputError] = []
    count = 0
    for document in read_documents(path, on_error=errors.append):
        assert document.text == TEXT
        count += 1
        if count == 10:
            if change == "vanish":
                path.unlink()
            else:
                with path.open("r+") as stream:
                    stream.truncate(len(record) * (100 if change == "shrink" else 50_000))
                    stream.seek(0, 2)
                    stream.write(record * 5 if change == "grow" else "")
    assert count == {"shrink": count, "grow": 50_005, "vanish": 50_000}[change]
    assert len(errors) <= 1


@POSIX
def test_no_home(tmp_path: Path) -> None:
    text = put(tmp_path / "a.txt", TEXT)
    bare = {"PATH": os.environ["PATH"], "PYTHONPATH": os.environ.get("PYTHONPATH", ""), "HOME": "/nowhere"}
    command = [*EXTRACT, str(text)]
    done = subprocess.run(command, capture_output=True, env=bare, timeout=100, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["low"] == 5_000_000
