"""What batch runs leave behind and find again: broken ledgers, lost parts, workers that end."""

import json
import multiprocessing
import signal
from pathlib import Path

import pytest

from batch_corpus import make_folder, part_times, rows, run
from files import PAGE, put
from newsfacts.batch import BatchOptions
from newsfacts.batch import parts as parts_module
from newsfacts.batch.find import Entry
from newsfacts.batch.ledger import Ledger
from newsfacts.batch.parts import plan
from newsfacts.batch.pool import Pool, _work
from newsfacts.batch.progress import Reporter
from newsfacts.batch.worker import Settings
from newsfacts.documents.storage import remove
from newsfacts.packs.find import read_packs

pytestmark = pytest.mark.slow


# -- what runs leave behind ---------------------------------------------------------------------------


@pytest.mark.parametrize("content", [b"", b"{", b"null", b'{"settings": 5}', b"\xff\xfe", b"[" * 100_000])
def test_a_broken_ledger_is_written_anew(
    tmp_path: Path, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts_module, "_FILES", (8, 16))
    folder, output = make_folder(tmp_path / "news", 40), tmp_path / "out"
    first, _ = run([folder], output)
    assert first.parts > 1
    wanted = rows(output)
    (output / "run.json").write_bytes(content)
    broken = sorted((output / "_newsfacts").glob("part-*.json"))[0]
    broken.write_bytes(content)
    (output / "_newsfacts" / "plan.jsonl").write_bytes(content)
    settings = Settings(str(output), "jsonl", ())
    assert Ledger(settings, str(output)).last_settings() == {}
    before = part_times(output)
    again, _ = run([folder], output)
    assert (again.documents, again.failed, again.exit_code) == (40, 0, 0)
    assert again.reused == first.parts - 1
    assert rows(output) == wanted
    assert len(before.items() - part_times(output).items()) == 1
    broken.write_bytes(content)
    assert run([folder], output, BatchOptions(workers=1, retry_failed=True))[0].documents == 40


@pytest.mark.parametrize("what", ["part-{}.jsonl", "_newsfacts/part-{}.json"])
def test_a_part_that_vanishes_is_no_success(
    tmp_path: Path, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts_module, "_FILES", (8, 16))
    folder, output = make_folder(tmp_path / "news", 40), tmp_path / "out"
    removed: list[Path] = []

    def vanishing(report: Reporter, meta: object) -> None:
        if not removed:
            pattern = what.format("*")
            removed.extend(output.glob(pattern))
            removed[0].unlink()

    monkeypatch.setattr(Reporter, "part", vanishing)
    summary, said = run([folder], output)
    assert removed
    assert (summary.exit_code, summary.failed) == (1, 1)
    assert "its rows were removed while the run went on: start it again" in said
    monkeypatch.undo()
    assert run([folder], output)[0].documents == 40


def test_a_fault_in_one_file_costs_that_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make_folder(tmp_path / "news", 3)
    put(folder / "a.html", PAGE.format(charset="utf-8"))

    def fails(html: str) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("newsfacts.documents.html.read_page", fails)
    summary, _ = run([folder], tmp_path / "out")
    assert (summary.documents, summary.failed) == (3, 1)
    assert "too deep" in summary.failures[0]["reason"]


# -- parts ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["list", "pretty", "one", "packed"])
def test_only_lines_are_cut(tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import gzip

    monkeypatch.setattr(parts_module, "SPLIT", 10_000)
    records = [{"text": f"Κόστισε {n} ευρώ. " + "α" * 300, "id": n} for n in range(1, 101)]
    lines = "\n".join(json.dumps(record) for record in records)
    content: dict[str, str | bytes] = {
        "list": "[" + ",\n".join(json.dumps(record) for record in records) + "]",
        "pretty": json.dumps(records, indent=1),
        "one": json.dumps({"text": lines}, indent=1),
        "packed": gzip.compress(lines.encode(), 0),
    }
    path = put(tmp_path / "a.jsonl", content[form])
    parts = list(plan([Entry(str(path), path.stat().st_size, "1")], "s"))
    assert len(parts) == 1
    summary, _ = run([path], tmp_path / "out")
    assert (summary.documents, summary.failed) == (1 if form == "one" else 100, 0)
    path = put(tmp_path / "b.jsonl", '{"text": "α",\n' + lines)
    summary, _ = run([path], tmp_path / "out2")
    assert (summary.documents, summary.failed) == (100, 1)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no figures of a process")
def test_ctrl_c_is_held_back_from_workers_until_they_can_say_so(tmp_path: Path) -> None:
    pool = Pool(Settings(str(tmp_path), "jsonl", tuple(read_packs())), 1)
    try:
        status = Path(f"/proc/{pool._slots[0]._process.pid}/status").read_text(encoding="utf-8")
        masks = [int(line.split()[1], 16) for line in status.splitlines() if line[:6] in ("SigBlk", "SigIgn")]
        assert any(mask & 1 << signal.SIGINT - 1 for mask in masks)
    finally:
        pool.close()


def test_a_worker_whose_parent_wants_no_more_ends_silently(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    ours, theirs = multiprocessing.Pipe()
    settings = Settings(str(tmp_path), "jsonl", tuple(read_packs()))
    process = multiprocessing.get_context("spawn").Process(target=_work, args=(theirs, settings))
    process.start()
    ours.close()
    theirs.close()
    process.join(60)
    assert (process.exitcode, capfd.readouterr().err) == (0, "")


def test_what_is_gone_at_a_url_is_removed() -> None:
    pytest.importorskip("fsspec")
    remove("memory://no/such/part.jsonl")
