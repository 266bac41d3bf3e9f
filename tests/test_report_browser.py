"""The report in a real browser: filter, sort, jump, keyboard, accessibility, hostile articles, speed.

Needs Debian's chromium, or the browser that the variable CHROMIUM names; without one it is left out.
"""

import csv
import io
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from commands import ROOT, newsfacts_command
from report_pages import FIRMS, HOSTILE, RUNS_CODE, cells, count, open_report

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM, reason="no chromium: apt-get install chromium"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield running
        running.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report of the samples, one of a hostile article, one of 500 articles."""
    made = tmp_path_factory.mktemp("report")
    (made / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    samples = sorted(map(str, (ROOT / "samples").glob("*.txt")))
    texts = [Path(name).read_text(encoding="utf-8") for name in samples]
    with (made / "many.jsonl").open("w", encoding="utf-8") as lines:
        for i in range(500):
            row = {"id": f"{i}", "text": texts[i % len(texts)], "date": "2025-09-23"}
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")
    (made / "firms.txt").write_text(FIRMS, encoding="utf-8")
    for name, inputs in {
        "firms": [str(made / "firms.txt")],
        "samples": samples,
        "hostile": [str(made / "hostile.txt")],
        "many": [str(made / "many.jsonl")],
    }.items():
        done = newsfacts_command("report", *inputs, "--output", str(made / f"{name}.html"))
        assert done.returncode == 0, done.stderr.decode()
    return made


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    context = browser.new_context(accept_downloads=True)
    one = context.new_page()
    wrong: list[str] = []
    one.on("pageerror", lambda error: wrong.append(str(error)))
    one.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    one.on("request", lambda request: wrong.append(request.url) if request.url.startswith("http") else None)
    yield one
    context.close()
    assert wrong == []


def test_filters(page: Any, folder: Path) -> None:
    open_report(page, folder)
    every = count(page)
    page.click("#kinds button:has-text('money')")
    assert 0 < count(page) < every
    assert "money" not in cells(page, 1)
    page.click("button[type=reset]")
    assert count(page) == every
    page.fill("#q", "ΕΥΡΏ")
    assert 0 < count(page) < every
    assert all(
        "ευρ" in text.lower() or "EUR" in value
        for text, value in zip(cells(page, 2), cells(page, 3), strict=True)
    )
    page.click("button[type=reset]")
    page.fill("#min", "1.000.000.000")
    assert 0 < count(page) < every


def test_filters_by_what_quantities_are_about(page: Any, folder: Path) -> None:
    open_report(page, folder, "firms")
    page.select_option("#organization", "Alpha")
    assert set(cells(page, 6)) == {"Alpha"}
    page.select_option("#change", "down")
    assert [value[-1] for value in cells(page, 3)] == ["↓"]
    page.select_option("#measure", "revenue")
    assert page.locator("table.facts").count() == 0
    page.click(".empty button")
    assert count(page) == 5
    assert page.locator("table.facts").count() == 1


def test_companies_stand_side_by_side(page: Any, folder: Path) -> None:
    open_report(page, folder, "firms")
    page.click("#tabs button:has-text('Companies')")
    rows = [row.split("\t") for row in page.locator("table.companies tr").all_inner_texts()]
    assert [[cell.strip() for cell in row] for row in rows] == [
        ["organisation", "revenue", "profit"],
        ["Alpha", "5 εκατ. EUR\n12% ↑", "3% ↓"],
        ["Beta", "7 εκατ. EUR", "2 εκατ. EUR"],
    ]


def test_kinds_stand_in_one_order(page: Any, folder: Path) -> None:
    open_report(page, folder)
    kinds = page.locator("#kinds button").all_inner_texts()
    assert kinds == [
        "money",
        "power",
        "energy",
        "compute",
        "percent",
        "multiple",
        "date",
        "duration",
        "quote",
    ]


def test_sorts_greek_as_greek_and_numbers_as_numbers(page: Any, folder: Path) -> None:
    open_report(page, folder)
    page.click("#sort-1")
    texts = cells(page, 2)
    ordered = page.evaluate("t => [...t].sort(new Intl.Collator('el', {numeric: true}).compare)", texts)
    assert texts == ordered
    assert page.get_attribute("th:has(#sort-1)", "aria-sort") == "ascending"
    page.click("#sort-1")
    assert page.get_attribute("th:has(#sort-1)", "aria-sort") == "descending"


def test_a_fact_leads_to_its_place_and_back(page: Any, folder: Path) -> None:
    open_report(page, folder)
    text = cells(page, 2)[5]
    page.click("table.facts tbody tr:nth-child(6) td:nth-child(2) a")
    marked = page.locator("mark.on")
    assert marked.inner_text().startswith(text.split("\n")[0][:20])
    assert page.evaluate("document.activeElement.closest('mark') !== null")
    page.keyboard.press("Enter")
    assert page.locator("tr.on td:nth-child(2)").inner_text() == text


def test_keyboard_alone(page: Any, folder: Path) -> None:
    open_report(page, folder)
    every = count(page)
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "money":
            break
    page.keyboard.press("Space")
    assert count(page) < every
    assert page.evaluate("document.activeElement.getAttribute('aria-pressed')") == "false"
    page.focus("#tabs button:has-text('Quotes')")
    page.keyboard.press("Enter")
    assert page.locator("blockquote").count() > 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", ["Facts", "Articles", "Timeline", "Amounts", "Companies", "Quotes"])
def test_no_violation_of_axe(browser: Any, folder: Path, scheme: str, view: str) -> None:
    page = browser.new_context(color_scheme=scheme).new_page()
    open_report(page, folder)
    page.click(f"#tabs button:has-text('{view}')")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.context.close()


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (390, 844)])
def test_nothing_is_wider_than_the_screen(browser: Any, folder: Path, width: int, height: int) -> None:
    page = browser.new_context(viewport={"width": width, "height": height}).new_page()
    open_report(page, folder)
    for view in page.locator("#tabs button").all_inner_texts():
        page.click(f"#tabs button:has-text('{view}')")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), view
    page.context.close()


def test_articles_are_text(page: Any, folder: Path) -> None:
    open_report(page, folder, "hostile")
    page.click("#tabs button:has-text('Articles')")
    assert "<script>window.hit = 1</script>" in page.inner_text("article")
    assert page.locator("article script, article img").count() == 0
    assert page.evaluate("window.hit") is None


def test_the_policy_of_the_page_lets_nothing_else_run(browser: Any, folder: Path) -> None:
    page = browser.new_page()
    open_report(page, folder, "hostile")
    assert page.evaluate(RUNS_CODE) is None
    page.close()


def test_rows_download_as_the_command_writes_them(page: Any, folder: Path) -> None:
    open_report(page, folder, "hostile")
    with page.expect_download() as started:
        page.click("button:has-text('Download JSON')")
    downloaded = json.loads(Path(started.value.path()).read_text(encoding="utf-8"))
    command = json.loads(newsfacts_command("extract", str(folder / "hostile.txt"), "--json").stdout)
    assert sorted(downloaded, key=key) == sorted(
        ({name: row[name] for name in downloaded[0] if name in row} for row in command), key=key
    )
    with page.expect_download() as started:
        page.click("button:has-text('Download CSV')")
    written = Path(started.value.path()).read_text(encoding="utf-8-sig")
    assert len(list(csv.DictReader(io.StringIO(written)))) == len(command)


def key(row: dict[str, Any]) -> tuple[int, int, str]:
    return row["start_char"], row["end_char"], row["kind"]


def test_five_hundred_articles_without_a_visible_wait(page: Any, folder: Path) -> None:
    open_report(page, folder, "many")
    assert count(page) > 5000
    for action in (
        "find('q').value = 'ευρ'; find('q').dispatchEvent(new Event('input'))",
        "find('q').value = ''; find('q').dispatchEvent(new Event('input'))",
        "document.querySelector('#kinds button').click()",
        "document.querySelector('#sort-1').click()",
        "document.querySelector('#sort-2').click()",
        "[...document.querySelectorAll('#tabs button')].find(b => b.textContent == 'Articles').click()",
    ):
        milliseconds = page.evaluate(
            "() => {const find = (id) => document.getElementById(id); const from = performance.now();"
            f"{action}; document.body.offsetHeight; return performance.now() - from}}"
        )
        assert milliseconds < 200, action
    size = (folder / "many.html").stat().st_size
    with (folder / "many.jsonl").open(encoding="utf-8") as lines:
        text = sum(len(json.loads(line)["text"].encode()) for line in lines)
    assert size < 3 * text


def test_prints_without_the_controls(page: Any, folder: Path) -> None:
    open_report(page, folder)
    page.emulate_media(media="print")
    assert not page.is_visible("#filters")
    assert page.is_visible("table.facts")
