"""What a name in capitals looks like: `Alba & Betora`, `Alba Services and Holdings S.A.`, `Alba Inc.`"""

import re

_UPPER = "A-ZΑ-ΩΆΈΉΊΌΎΏΪΫ"
_WORD = rf"[{_UPPER}]\w*(?:[’'-]+\w+)*[’']?"
_CAPITAL = rf"(?:(?:[{_UPPER}]\.){{2,}}|(?:[a-z]{{1,2}}(?=[A-Z]{{2}}))?{_WORD}(?:\.(?=[a-z])\w+)?)"
_ENDS = r"(?:(?<=\b[A-Z]{2}) [a-z]{4,}\b|(?<= Inc)\.|(?<= Ltd)\.|(?<= Corp)\.|(?<= Co)\.)?"
_BETWEEN = r"(?: & |(?<=[a-z]) and (?=[A-Z])|[ \u00a0])"
NAME = re.compile(rf"(?<!\w){_CAPITAL}(?:{_BETWEEN}{_CAPITAL})*{_ENDS}")
