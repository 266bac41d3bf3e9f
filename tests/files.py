"""Files to read, and what reading them gives."""

from pathlib import Path

import pytest

from newsfacts.documents.inputs import Document, InputError, ReadOptions, read_documents

TEXT = "Η εταιρεία επενδύει 120 εκατ. ευρώ σε ένα νέο πάρκο ισχύος 50 MW, που θα λειτουργήσει του χρόνου."
PAGE = """<!DOCTYPE html><html lang="el"><head><meta charset="{charset}"><title>Νέο πάρκο | Εφημερίδα</title>
<meta property="article:published_time" content="2025-09-23T10:15:00+03:00">
<meta property="og:title" content="Νέο πάρκο στη Θεσσαλία"></head><body>
<header><nav><ul><li><a href="/">Αρχική</a></li>
<li><a href="/o">Πακέτο: 999 εκατ. ευρώ</a></li></ul></nav></header>
<main><article><h1>Νέο πάρκο στη Θεσσαλία</h1>
<p>Η εταιρεία ανακοίνωσε χθες επένδυση 120 εκατ. ευρώ για ένα νέο πάρκο ισχύος 50 MW στη Θεσσαλία.</p>
<p>Σύμφωνα με τη διοίκηση, η παραγωγή θα καλύπτει τις ανάγκες χιλιάδων νοικοκυριών της περιοχής και θα
μειώσει το κόστος κατά 15% για τους καταναλωτές, που περίμεναν το έργο εδώ και καιρό.</p>
<p>Οι εργασίες αναμένεται να ξεκινήσουν άμεσα, ενώ η χρηματοδότηση έχει ήδη εξασφαλιστεί.</p></article></main>
<section id="comments" class="comments"><h3>Σχόλια</h3><div class="comment"><p>Εγώ θα έδινα 5 δισ. ευρώ για
αυτό, λέει ο αναγνώστης!</p></div></section>
<footer><p>© 2019 Εφημερίδα. Συνδρομή 777 ευρώ τον χρόνο</p></footer></body></html>"""


def one(path: Path, options: ReadOptions | None = None) -> Document:
    [document] = read_documents(path, options or ReadOptions())
    return document


def put(path: Path, data: bytes | str) -> Path:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def error_of(path: Path, options: ReadOptions | None = None) -> str:
    with pytest.raises(InputError) as caught:
        list(read_documents(path, options or ReadOptions()))
    message = str(caught.value)
    assert "\n" not in message
    assert message.startswith(str(path))
    return message


def texts(path: Path) -> list[str]:
    return [document.text for document in read_documents(path)]
