"""Lines that a site or an agency puts around an article: they stand in the text but make no claims."""

from __future__ import annotations

import re

from sayso.segment.script import foreign

MOST_WORDS = 40
"""A line with more words is never a widget."""

_SITES = r"(?:Facebook|Twitter|X\b|Instagram|Telegram|YouTube|LinkedIn|Google|WhatsApp|TikTok|Threads|social media)"

_LINES = (
    rf"(?:please )?(?:follow|like|find|join|connect with)\b[^,]{{0,120}}\b(?:on|via) (?:our )?{_SITES}.*",
    r"(?:sign up|subscribe|register)(?: (?:here|now|today|for|to)\b.*)?",
    r"(?:get|receive) .{0,80}\b(?:newsletters?|inbox|alerts)\b.*",
    r"(?:read|see|watch|also read|read also|see also|read more|related|related (?:stories|articles|news|coverage)|more|"
    r"recommended|don.t miss|must read|you may also like|listen|more (?:from|on) [^:.]{2,40})\s*[:»>|].*",
    r"(?:read more|related (?:stories|articles|news)|recommended(?: for you| stories)?|most (?:read|popular)|"
    r"more (?:stories|news|on this story)|trending(?: now)?|editors?. picks?|what to read next|top stories)",
    r"(?:advertisement|advertising|sponsored(?: content)?|paid content|promoted|ad)s?",
    r"(?:story|article|post) continues (?:below|after)\b.*|continue reading.*|scroll down\b.*|skip (?:to|ad)\b.*",
    r"share(?: (?:this|on|via|it|the)\b.{0,60})?|(?:tweet|e-?mail|print|save|comments?|loading|reply)(?: this)?\W*",
    r"\d+ (?:comments?|shares?|min(?:ute)?s? read|views|likes)",
    r"(?:copyright\b|©|\(c\)\s*(?:19|20)\d\d).*|.{0,120}\ball rights reserved\W*",
    r"\(?(?:(?:additional|with) )?(?:reporting|writing|editing|translation|compiled|edited|translated|written)"
    r"(?: and (?:writing|editing|reporting))? by\b.*",
    r"this (?:is a )?(?:developing|breaking)(?: news)? story\b.*",
    r"the (?:views|opinions) expressed\b.*",
    r"(?:we use|this (?:web)?site uses) cookies\b.*|accept (?:all )?cookies|(?:please )?enable javascript\b.*",
    r"(?:privacy policy|terms of (?:use|service)|cookie policy|contact us|about us|log ?in|sign in)\W*",
    r"(?:click|tap) (?:here|on|to)\b.*|download (?:the|our) .{0,60}\bapp\b.*",
    r"(?:tags|topics|filed under|keywords|categor(?:y|ies)|posted in)\s*:.*",
    r"(?:enlarge|hide caption|toggle caption|(?:view|photo|image) gallery|view in gallery|play video|watch video|"
    r"(?:open|close)(?: image)?(?: modal)?)\W*",
    r"(?:contact|e-?mail|write to) (?:the (?:author|writer|reporter)|us|me|him|her)\b.{0,40}(?:@|\bat\b).*",
    r"(?:https?://|www\.)\S+|\S[^\s@]*@\S+\.\w+|(?:@|#)\w+|pic\.twitter\.com/\w+",
    r"\W*(?:ends|end|more|30)\W*",
)
_WIDGET = re.compile("|".join(f"(?:{line})" for line in _LINES), re.IGNORECASE)
_GALLERY = re.compile(r"\d*\s*(?P<label>[^\W\d_]+(?:\s+[^\W\d_]+){0,4})")


def is_widget(line: str, script: str) -> bool:
    """Whether `line`, a whole paragraph of an article in `script`, is a widget."""
    if not any(letter.isalnum() for letter in line):
        return True
    if len(line.split(maxsplit=MOST_WORDS)) > MOST_WORDS:
        return False
    return _WIDGET.fullmatch(line) is not None or _in_another_language(line, script)


def _in_another_language(line: str, script: str) -> bool:
    """Whether the line is a label in another script, alone or before an English description of a picture."""
    label = _GALLERY.match(line)
    if label is None or any(mark in line[: label.end() + 1] for mark in '"“”«»'):
        return False
    words = line.split()
    own = next((at for at, word in enumerate(words) if not foreign(script, word) and any(map(str.isalpha, word))), None)
    theirs = sum(foreign(script, word) for word in words[:own])
    if own is None:
        return 0 < theirs <= 6 and line[-1] not in ".?!…"
    return 0 < theirs <= 4 and line[-1] not in ".?!…,:" and foreign(script, words[own - 1])
