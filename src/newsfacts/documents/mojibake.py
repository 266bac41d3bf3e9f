"""UTF-8 that was read in another encoding and saved again: refused, or mended where ftfy is installed."""

from newsfacts.documents.encodings import Decoded, NotTextError
from newsfacts.documents.greek import reads_as_greek
from newsfacts.documents.misread import SAMPLE, misread_as


def mended(decoded: Decoded) -> Decoded:
    """A text as it should be. Raises NotTextError for one that was misread, where it can't be mended."""
    fault = misread_as(decoded.text)
    if fault is None:
        return decoded
    what = f"is UTF-8 that was read as {fault} and saved again"
    try:
        from ftfy import fix_encoding
    except ImportError:
        raise NotTextError(f"{what}: save it anew, or pip install 'newsfacts[mojibake]'") from None
    text = fix_encoding(decoded.text)
    if misread_as(text) or not reads_as_greek(text[:SAMPLE]):
        raise NotTextError(f"{what}, with letters lost: save it anew")
    return Decoded(text, f"UTF-8 read as {fault}", "mended")
