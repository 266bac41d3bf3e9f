"""What files say, made fit for a terminal: nothing moves a cursor, changes a colour or turns a line round."""

# What moves the cursor or can't be shown becomes one harmless character, so that offsets stay.
_HARMLESS = {
    **dict.fromkeys((*range(32), *range(127, 160), *range(0xD800, 0xE000)), "\ufffd"),
    **dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd"),
    **dict.fromkeys((0x2028, 0x2029, 0x85, ord("\t"), ord("\r")), " "),
    ord("\n"): "\n",
}
_ONE_LINE = {**_HARMLESS, ord("\n"): " "}


def harmless(text: str) -> str:
    r"""A text of the same length that a terminal can show.

    >>> harmless("a\x1b[1mb\r\n")
    'a�[1mb \n'
    """
    return text.translate(_HARMLESS)


def one_line(text: str) -> str:
    r"""The same, all in one line.

    >>> one_line("news\n\x1b[31m.txt: no such file")
    'news �[31m.txt: no such file'
    """
    return text.translate(_ONE_LINE)
