"""Menus: lines of nothing but the labels of a site's links and buttons."""

from __future__ import annotations

import re

LONGEST = 300
"""The most characters of such a line."""

_BUTTONS = (
    r"menu|home|search|log ?in|log ?out|sign ?(?:in|up|out)|register|subscribe(?: now| today)?|(?:my )?account|"
    r"newsletters?|e-?paper|terms(?: (?:of|&|and) (?:use|service|conditions))?|privacy(?: (?:policy|notice|settings))?|"
    r"cookies?(?: (?:policy|settings))?|do not sell my (?:personal )?(?:data|info(?:rmation)?)|accessibility|"
    r"contact(?: us)?|about(?: us)?|careers|advertise(?: with us)?|help|faqs?|site ?map|rss|feedback|corrections|"
    r"share(?: this(?: article| story| page)?)?|tweet|e-?mail|print|save|bookmark|copy(?: link)?|whatsapp|facebook|"
    r"twitter|linkedin|reddit|pinterest|instagram|telegram|youtube|flipboard|"
    r"(?:\d{1,3}(?:[,.]\d{1,3}){0,2}k? )?(?:comments?|shares?|likes?|views?)|leave a comment|show comments|"
    r"listen|font size|text size|close|back(?: to top)?|top|next|previous|skip to (?:main )?content|donate|support us|"
    r"latest|live|edition|most read|trending|accept|reject|manage"
)
_SECTIONS = (
    r"news|sports?|business|opinion|weather|politics|world|uk|us|europe|asia|africa|local|culture|arts?|lifestyle|"
    r"style|travel|health|science|tech(?:nology)?|money|markets|entertainment|video|videos|audio|podcasts?|more|jobs|"
    r"property|obituaries|puzzles|crosswords?|games|food|books|music|film|tv|life|education|environment|climate"
)
_BETWEEN = r"[\s|•·▪‣/,>»:+&-]{1,5}"
_MENU = re.compile(rf"\W*(?:(?:{_BUTTONS}|{_SECTIONS}){_BETWEEN})+(?:{_BUTTONS}|{_SECTIONS})\W*", re.IGNORECASE)
_BUTTON = re.compile(rf"\b(?:{_BUTTONS})\b", re.IGNORECASE)
_WORDS = re.compile(r"\w+")
_MOST_SECTIONS = 3
"""So many sections beside each other are a menu; fewer may be a heading."""


def is_menu(line: str) -> bool:
    """Whether `line` is a row of labels: "Menu Log in Subscribe"; sections alone are one only in a longer row."""
    if len(line) > LONGEST or _MENU.fullmatch(line) is None:
        return False
    return _BUTTON.search(line) is not None or len(_WORDS.findall(line)) > _MOST_SECTIONS


def is_label(part: str) -> bool:
    """Whether `part` of a line is one such label."""
    return re.fullmatch(rf"\W*(?:{_BUTTONS}|{_SECTIONS})\W*", part, re.IGNORECASE) is not None
