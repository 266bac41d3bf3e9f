"""The page: its parts from the package, its data as text that no browser runs."""

import base64
import hashlib
import html
import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

SCRIPTS = ("data.js", "articles.js", "table.js", "charts.js", "main.js")
STYLES = ("base.css", "kinds.css", "views.css")
_ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def page(data: Mapping[str, Any], title: str) -> str:
    """The whole page as HTML.

    Only the one script and the one style whose hashes the policy names are in force, so nothing that
    a text holds can run; the scripts show texts as text.
    """
    script = '"use strict";(() => {\n' + "\n".join(_part(name) for name in SCRIPTS) + "\n})();"
    style = "\n".join(_part(name) for name in STYLES)
    policy = (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    parts = {"policy": policy, "title": html.escape(title), "style": style, "script": script}
    shell = _part("shell.html")
    before, _, after = shell.partition("{{data}}")
    for name, part in parts.items():
        mark = "{{" + name + "}}"
        before, after = before.replace(mark, part), after.replace(mark, part)
    return before + safe_json(data) + after


def safe_json(data: Mapping[str, Any]) -> str:
    """JSON that can stand in a `script` element.

    >>> safe_json({"text": "</script>"})
    '{"text":"\\\\u003c/script\\\\u003e"}'
    """
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def _hash(part: str) -> str:
    digest = hashlib.sha256(part.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def _part(name: str) -> str:
    return (files("newsfacts.report") / "page" / name).read_text(encoding="utf-8")
