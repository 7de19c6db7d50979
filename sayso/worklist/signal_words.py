"""What the reviewer reads of the signals that a sentence raises."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Mapping

from sayso.present.chain import DESCRIBED, name_of, origin
from sayso.present.numbers import listing
from sayso.present.safe import plain
from sayso.worklist import signals
from sayso.worklist.article_sentence import ArticleSentence
from sayso.worklist.model.finding import Raised
from sayso.worklist.weights import WEIGHTS, Signal

_SILENT = "Silent: "
_FIELD = re.compile(r"\{(\w+)\}")
_SHOWN = 3
"""Words that are quoted at most."""


def raised(sentence: ArticleSentence) -> tuple[Raised, ...]:
    """The signals that the sentence raises, each with what the reviewer reads."""
    return tuple(Raised(signal=signal.__name__, why=_why(signal, sentence)) for signal in WEIGHTS if signal(sentence))


def _why(signal: Signal, sentence: ArticleSentence) -> str:
    told = inspect.cleandoc(signal.__doc__ or _SILENT)
    if told.startswith(_SILENT):
        return ""
    return plain(_FIELD.sub(lambda match: _FIELDS[match[1]](sentence), told)).strip()


def _who(sentence: ArticleSentence) -> str:
    return listing(sentence.who) or "Somebody"


def _found(pattern: re.Pattern[str]) -> Callable[[ArticleSentence], str]:
    return lambda sentence: _quoted(match[0] for match in pattern.finditer(sentence.words))


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(list(dict.fromkeys(words))[:_SHOWN])


def _source(sentence: ArticleSentence) -> str:
    named = next((one.origin for one in sentence.statements if one.unnamed), None) or sentence.source
    hop = named or next((one.origin for one in sentence.statements if one.origin), None)
    if hop is None:
        return "Nobody"
    return origin(hop, DESCRIBED) if hop.anonymous else name_of(hop)


def _reply(sentence: ArticleSentence) -> str:
    return next((pair.reply.words for pair in sentence.pairs if pair.kind == "printed" and pair.reply), "")


def _relays(sentence: ArticleSentence) -> str:
    return listing(list(dict.fromkeys(name_of(hop) for one in sentence.statements for hop in one.relays)))


def _hedge(sentence: ArticleSentence) -> str:
    return next((mark.words for one in sentence.statements if (mark := one.hedge or one.cue)), "alleged")


def _outlet(sentence: ArticleSentence) -> str:
    keys = (one.origin.registry for one in sentence.statements if one.origin)
    return next((sentence.around.interests[key] for key in keys if key in sentence.around.interests), "")


_FIELDS: Mapping[str, Callable[[ArticleSentence], str]] = {
    "who": _who,
    "words": lambda sentence: _quoted(sentence.exposing),
    "accused": lambda sentence: listing(list(dict.fromkeys(pair.accused for pair in sentence.pairs))),
    "reply": _reply,
    "over": lambda sentence: sentence.over.why.rstrip(".") if sentence.over else "",
    "danger": _found(signals.DANGER),
    "matter": _found(signals.MATTERS),
    "figure": _found(signals.FIGURE),
    "source": _source,
    "relays": _relays,
    "outlet": _outlet,
    "hedge": _hedge,
    "vague": _found(signals.UNSAID),
    "record": _found(signals.RECORDED),
}
