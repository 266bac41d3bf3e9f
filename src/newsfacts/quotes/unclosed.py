"""Speech in marks of which one is missing."""

from newsfacts.quotes.scene import Scene
from newsfacts.quotes.stretches import clause_end

# Text without marks stays linear.
_LONGEST_SPEECH = 2000


def unclosed_end(scene: Scene, start: int) -> int:
    """Where speech ends that opens with a mark without a partner: in its paragraph.

    There at the next such mark, else before a sentence with words of saying that go on or with marks.
    """
    page = scene.page
    last = page.token(page.sentences.paragraph(page.reading.starts[start])[1])
    for token in range(start + 1, min(last, start + _LONGEST_SPEECH)):
        if page.norm(token) == '"' and token not in page.opens and token not in page.closes:
            return token + 1
    inside = start < scene.end
    end = first = scene.end if inside else page.sentence(start)[1]
    while end < last:
        _, stop = page.sentence(end)
        told = (page.verb(k) for k in range(end, stop))
        says = any(said and page.norm(said[0]) in (*scene.words.that, ":") for said in told)
        if says or page.marks_in(end, stop) or stop <= end:
            break
        end = stop
    return clause_end(scene, start) if inside and end == first else end
