"""Picture captions and credits."""

from __future__ import annotations

import re

MOST_WORDS = 80
"""A longer paragraph is not a caption; only its credit is set apart."""

_AGENCY = (
    r"(?:Getty(?: Images)?|Flash ?90|AFP|AP|Associated Press|Reuters|REUTERS|EPA|EFE|TASS|Sputnik|Shutterstock|iStock|"
    r"(?:Press |White House )?(?:Pool|POOL)|Press Office|Handout|GPO|Xinhua|UPI|Anadolu|Wikimedia(?: Commons)?|"
    r"Wikipedia|Flickr|File|FILE|YouTube|Screenshot|Twitter|"
    r"Facebook|Kremlin\.ru|Bloomberg|Alamy|PA)"
)
_PICTURE = (
    r"(?:(?:AP|File|Handout|Archive|Illustrative|Reuters|AFP|Courtesy)\s+)?"
    r"(?:[Pp]hotos?|PHOTOS?|[Ii]mages?|[Pp]ictures?)"
)
_CREDITS = (
    rf"[(\[]\s*{_PICTURE}(?:\s+[Cc]redits?)?\s*(?:[:/]|by\b|\bvia\b|courtesy\b)[^()\[\]]{{0,120}}[)\]]",
    r"[(\[]\s*(?:Photo |Image |Picture )?(?:[Cc]redits?|[Cc]ourtesy|[Ss]creenshot|[Ss]creen ?grab)"
    r"(?:\s*[:/]|\s+(?:of|by|from)\b)?[^()\[\]]{0,120}[)\]]",
    rf"[(\[]\s*(?:[^()\[\]/]{{1,60}}/){{1,3}}\s*{_AGENCY}(?: via [^()\[\]]{{1,40}})?\s*[)\]]",
    rf"[(\[]\s*{_AGENCY}(?:/[^()\[\]/]{{1,60}}){{1,3}}\s*[)\]]",
    r"[(\[]\s*(?:Getty Images|Flash ?90|Shutterstock|iStock|Wikimedia Commons)\s*[)\]]",
    rf"(?:(?<=[.|)”\"—–-])\s*(?:\|\s*)?|^\|?\s*){_PICTURE}(?:\s+[Cc]redits?)?\s*(?::|\bby\b)\s*[^.!?]{{2,80}}",
    r"(?:(?<=[.|)”\"—–-])\s*(?:\|\s*)?|^\|?\s*)(?:Photo |Image |Picture )?[Cc]redits?:\s*[^!?]{2,80}",
)
_CREDIT = re.compile(rf"(?:{'|'.join(_CREDITS)})(?<!\s)\s*\.?$")
_NAMED = re.compile(
    rf"(?:^|(?<=\s))[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{0,4}}/(?:[A-Z][\w ]{{1,20}}/)?{_AGENCY}(?: via [\w ]{{1,30}})?$"
    rf"|^{_AGENCY}/[A-Z]\w+\.?$|^{_AGENCY}(?: via {_AGENCY})?\.?$"
)
_AGENCY_ALONE = re.compile(rf"{_AGENCY}(?:,? (?:via )?{_AGENCY})?\.?")
_JUNCTION = re.compile(r"(?<=[a-z])(?<!Mc)(?<!Mac)(?<!De)(?<!Di)(?=[A-Z])")
_TAIL = 240
_MOST_CREDITED = 10
"""Words of a line that begins with "Photo:" and is only a credit; a longer one tells what is seen."""


def credit_at(line: str) -> int | None:
    """The offset at which the picture credit at the end of `line` begins; None without one.

    A photographer's name glued to the word before it ("ViktorovKobi Gideon/Flash 90") is found too.
    """
    if _AGENCY_ALONE.fullmatch(line):
        return 0
    tail = max(0, len(line) - _TAIL)
    credit = _CREDIT.search(line[tail:])
    if credit and (tail + credit.start() or len(line.split()) <= _MOST_CREDITED):
        return tail + credit.end() - len(credit[0].lstrip())
    named = _NAMED.search(line) if tail == 0 else None
    if named:
        glued = _JUNCTION.search(line, named.start(), line.index("/", named.start()))
        return glued.start() if glued else named.start()
    return None
