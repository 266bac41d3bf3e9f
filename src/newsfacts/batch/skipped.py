"""What a run leaves out of folders, counted and named."""

from newsfacts.documents.names import shown_name
from newsfacts.text.harmless import one_line


class Skipped:
    """Counts what is left out, by reason, and keeps the first names."""

    KEPT = 100

    def __init__(self) -> None:
        """Nothing is left out yet."""
        self.reasons: dict[str, int] = {}
        self.names: list[str] = []

    def add(self, name: str, why: str) -> None:
        """One more."""
        self.reasons[why] = self.reasons.get(why, 0) + 1
        if len(self.names) < self.KEPT:
            self.names.append(shown_name(name))

    def said(self) -> str:
        """How many of what, and some names."""
        most = sorted(self.reasons.items(), key=lambda item: (-item[1], item[0]))
        counted = ", ".join(f"{number:,} {why}" for why, number in most[:8])
        total = sum(self.reasons.values())
        named = ", ".join(self.names[:3]) + (", …" if total > 3 else "")
        return one_line(f"left out: {total:,} ({counted}): {named}")
