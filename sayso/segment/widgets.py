"""Lines that a site or an agency puts around an article: they stand in the text but make no claims."""

from __future__ import annotations

import re

from sayso.language.offers import is_offer
from sayso.segment.menus import is_menu
from sayso.segment.script import foreign

MOST_WORDS = 40
"""A line with more words is never a widget."""

_SITES = (
    r"(?:Facebook|Twitter|X\b|Instagram|Telegram|YouTube|LinkedIn|Google|WhatsApp|TikTok|Threads|Bluesky|Pinterest|"
    r"social media)"
)
_STORY = r"(?:story|article|post|report|page|item|piece)"

_LINES = (
    # what to follow, to sign up for, to read next
    rf"\W*(?:please )?(?:follow|like|find|join|connect with)\b[^,]{{0,120}}\b(?:on|via) (?:our )?{_SITES}.*",
    rf"(?:on {_SITES},? )?follow\b.{{0,80}}(?:@\w+|https?://).*|follow (?:us|the rest of our) .{{0,80}}",
    rf".{{2,80}}[.] (?:you can )?follow (?:him|her|them) on {_SITES}.{{0,40}}",
    rf"(?:do you (?:support|like|love) .{{2,50}}\? )?(?:like|follow) (?:the|our|us on|this) (?:page|{_SITES})\W*",
    r"(?:sign up|subscribe|register)(?: (?:here|now|today|for|to)\b.*)?",
    r"(?:get|receive) .{0,80}\b(?:newsletters?|inbox|alerts)\b.*",
    r"(?:read|see|watch|also read|read also|see also|read more|more|recommended|don.t miss|must read|listen|"
    r"you may also like|related(?: (?:stories|articles|news|coverage|roundup))?|more (?:from|on) [^:.]{2,40})"
    r"\s*[:»>|].*",
    r"(?:video|graphic|gallery|slideshow|infographic|digital feature)s?\s*[:|].{0,120}[^.]",
    r"(?:read more|related (?:stories|articles|news)|recommended(?: for you| stories)?|most (?:read|popular)|"
    r"more (?:stories|news|on this story)|trending(?: now)?|editors?. picks?|(?:what to )?(?:read|watch) next|"
    r"(?:up next|top stories|watch (?:this video )?again|what we know so far|updates?)\W*)",
    r"(?:read|see|view|watch) the (?:full|whole|complete|original|entire|rest of the) .{2,30}\b(?:here|at|on|below)\b"
    r".{0,40}",
    r"you can (?:read|see|watch) the (?:full|whole) (?:account|story|video|interview) .{0,80}\b(?:at|on|here) .{2,40}",
    r"(?:watch|see|check out|view|scroll through) (?:the |more |our )?"
    r"(?:photos?|pictures|video|gallery|clip|trailer|tweets?)\b.{0,60}\b(?:below|here|above)\b.{0,40}",
    r"(?:advertisement|advertising|sponsored(?: content| links?)?|paid content|promoted|ad)s?|ads by \w+",
    rf"{_STORY} continues (?:below|after)\b.*|(?:continue|keep) reading.*|scroll down\b.*|skip (?:to|ad)\b.*",
    # sharing, commenting, writing to
    r"share(?: (?:this|on|via|it|the)\b.{0,60})?|(?:tweet|e-?mail|print|save|comments?|loading|reply)(?: this)?\W*",
    r"(?:have|got) (?:something to add|a (?:tip|story|news tip)|any (?:tips|information))\b.*",
    r"(?:what do you think|tell us|let us know|have your say|share your (?:thoughts|views))\b.{0,60}"
    r"\b(?:comments?|below)\b.*",
    r"(?:[^.?!]{2,60}\? )?(?:send|e-?mail|show) us (?:your|any) [^.,]{2,60}[.!]?",
    r"\d[\d,.]*k? (?:comments?|shares?|min(?:ute)?s? (?:read|watch)|views|likes|retweets|replies)",
    r"(?:contact|e-?mail|write to) (?:the (?:author|writer|reporter)|us|me|him|her)\b.{0,40}(?:@|\bat\b).*",
    r"to (?:contact|reach) (?:.{2,60}:|.{2,60}(?:\b(?:call|e-?mail|at)\b.*)?(?:\S@\S+\.\w+|\d{3}-\d{4}).*)",
    r"(?:contact|reach) [A-Z].{2,60}\S@\S+\.\w+.*|[^.?!]{2,40}(?: at|:) \S[^\s@]*@\S+\.\w+\W*",
    # where it is from, and what became of it
    r"(?:copyright\b|©|\(c\)\s*(?:19|20)\d\d).*|.{0,120}\ball rights reserved\W*",
    rf"(?:this|the) {_STORY} (?:was )?(?:first|originally|previously) (?:appeared|published|ran) (?:on|in|at|by) "
    r"[^,]{2,60}",
    rf"this {_STORY} (?:appeared|ran) (?:first |originally )?(?:on|in|at) [^,]{{2,60}}",
    rf"\(?this (?:{_STORY}|version) (?:has been|was|is being|will be) (?:updated|corrected|amended|edited|revised)\b"
    r"(?:(?!: | (?:that|because|since|which|who|whose|as)\b).)*",
    r"\(?(?:updates (?:with|throughout)|(?:adds|recasts) (?:with|from|throughout|details|quotes|comment))\b.*",
    r"updates to come\b.*|(?:edit|update): (?:removed|added|fixed|corrected|changed)\b.*",
    r"\(?(?:(?:additional|with) )?(?:reporting|writing|editing|translation|compiled|edited|translated|written)"
    r"(?: and (?:writing|editing|reporting))? by\b.*",
    r"this (?:is a )?(?:developing|breaking)(?: news)? story\b.*",
    r"the (?:views|opinions) expressed\b.*",
    r"\W*(?:h/t|hat ?tip|\(?via)\b\W*[^.?!:,]{2,40}\W?",
    r"(?:video|image|photo)s? (?:via|from) .{2,60}",
    r"(?:\W|â€”)*[^@.]{1,40}(?:\.[^@.]{0,20}){0,3}\(@\w+\),? [A-Z]\w+ \d\d?, \d{4}\W*",
    # buttons and labels
    r"(?:we use|this (?:web)?site uses) cookies\b.*|(?:accept|reject|manage) (?:all )?(?:cookies|preferences)",
    r"(?:please )?enable javascript\b.*",
    r"(?:privacy policy|terms of (?:use|service)|cookie policy|contact us|about us|log ?in|sign in)\W*",
    r"(?:.{0,40}\bmobile (?:device|users?)\W+)?(?:click|tap) (?:here|on|to|for more)\b.*",
    r"download (?:the|our) .{0,60}\bapp\b.*",
    r"(?:tags?|topics|filed under|keywords|categor(?:y|ies)|posted in)\s*:.*",
    r"(?:enlarge|hide caption|toggle caption|(?:view|photo|image) gallery|view in gallery|play video|watch video|"
    rf"(?:open|close)(?: image)?(?: modal)?|view (?:this post )?on {_SITES}|(?:video|poll|image) loading.{{0,80}}|"
    r"abstract|full text)\W*",
    # addresses
    r"(?:https?://|www\.)\S+|\S[^\s@]*@\S+\.\w+(?: follow .{0,40})?|(?:@|#)\w+|pic\.twitter\.com/\w+",
    r"[\w-]+(?:\.[\w-]+){0,2}\.(?:com|org|net|co\.uk|tv|info)\.?",
    r"[\w-]+_\w+|[a-z]{3,}-[a-z]{3,}",
    r"\W*(?:ends|end|more|30)\W*",
)
_MARKUP = re.compile(
    r"(?s:<!--.*-->)|<(?P<name>[a-z][\w-]*)\b[^<>]*>\W*(?:</?(?P=name)\s*/?>\W*)?"
    r"|(?:@(?:media|import|font-face)\b|[.#][\w-]+\s*\{).*[};]\W*"
    r"|(?:\$|jQuery|window\.|var |function\s*\(|document\.).*[;{}]\W*"
)
_WIDGET = re.compile("|".join(f"(?:{line})" for line in _LINES), re.IGNORECASE)
_GLUED = re.compile(r"[a-z\d'’][A-Z]")
_MOST_GLUED = 2
"""So many headlines of other stories run together, as they stood in a list, where a line begins with "Related"."""

_GALLERY = re.compile(r"\d*\s*(?P<label>[^\W\d_]+(?:\s+[^\W\d_]+){0,4})")


def is_widget(line: str, script: str) -> bool:
    """Whether `line`, a whole paragraph of an article in `script`, is a widget."""
    if not any(letter.isalnum() for letter in line) or _MARKUP.fullmatch(line) or _are_glued(line):
        return True
    if len(line.split(maxsplit=MOST_WORDS)) > MOST_WORDS:
        return False
    return bool(_WIDGET.fullmatch(line)) or is_menu(line) or is_offer(line) or _in_another_language(line, script)


def _are_glued(line: str) -> bool:
    return line.startswith("Related") and line[7:8].isupper() and len(_GLUED.findall(line)) >= _MOST_GLUED


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
