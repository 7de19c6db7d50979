"""Gold in brat standoff: what is read, and the sentence for what cannot be."""

import pytest

from sayso.errors import UnreadableError
from sayso.evaluate.standoff import standoff
from sayso.evaluate.word_places import Text

TEXT = Text('Ann Roe said: "It rains."\r\nIt will stop, she\nhopes.')
#           words: Ann 0, Roe 1, said 2, It 3, rains 4, It 5, will 6, stop 7, she 8, hopes 9

READ = {
    "an event ties its spans; the marks around words do not count": (
        'T1\tSource 0 7\tAnn Roe\nT2\tCue 8 12\tsaid\nT3\tContent 14 25\t"It rains."\nT4\tAttribution 8 12\tsaid\n'
        "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n",
        [({0, 1}, {2}, {3, 4})],
    ),
    "a content of two parts, as one span or as two": (
        "T1\tContent 15 23;27 39\tIt rains It will stop\nE1\tAttribution:T1 Content:T1\n"
        "T2\tContent 15 23\nT3\tContent 27 39\nE2\tAttribution:T2 Content:T2 Content2:T3\n",
        [(set(), set(), {3, 4, 5, 6, 7}), (set(), set(), {3, 4, 5, 6, 7})],
    ),
    "part of a word is the word": (
        "T1\tContent 16 20\tt ra\nE1\tAttribution:T1 Content:T1\n",
        [(set(), set(), {3, 4})],
    ),
    "words that go on over a line break of the text": (
        "T1\tContent 27 50\tIt will stop, she\nhopes\nE1\tAttribution:T1 Content:T1\n",
        [(set(), set(), {5, 6, 7, 8, 9})],
    ),
    "Windows line ends, an empty line, notes, relations, and arguments that are no spans": (
        "T1\tContent 41 44\tshe\r\n\r\nE1\tAttribution:T1 Content:T1 Source:E2\r\n"
        "#1\tNotes T1\tsure?\r\nA1\tDone E1\r\n",
        [(set(), set(), {8})],
    ),
    "an event without content is no attribution": ("T1\tCue 8 12\tsaid\nE1\tDiscard:T1 Cue:T1\n", []),
    "nothing": ("", []),
    "spans of other labels need no event": ("T1\tDiscuss 0 7\tAnn Roe\n", []),
}


@pytest.mark.parametrize(("content", "expected"), READ.values(), ids=READ)
def test_reads(content, expected):
    found = [(set(one.source), set(one.cue), set(one.content)) for one in standoff(content, TEXT)]
    assert found == expected


REFUSED = {
    "offsets beyond the text": (
        "T1\tSource 0 7\tAnn Roe\nT2\tContent 40 90\tshe\n",
        "line 2: expected offsets within the text's 51 characters, found '40 90'; mend it",
    ),
    "offsets the wrong way round": (
        "T1\tSource 7 0\tAnn Roe\n",
        "line 1: expected offsets within the text's 51 characters, found '7 0'; mend it",
    ),
    "offsets that are no numbers": (
        "T1\tSource 0 x\tAnn Roe\n",
        "line 1: expected a label and offsets such as `Content 3 9`, found 'Source 0 x'; mend it",
    ),
    "other words than stand there, as after a changed line end": (
        "T1\tSource 1 8\tAnn Roe\n",
        "line 1: expected the words at 1 8, 'nn Roe', found 'Ann Roe'; annotate this very text",
    ),
    "a line that is no annotation": (
        "said by Ann\n",
        "line 1: expected an annotation (`T1`, `E1`, ... and a tab), found 'said by Ann'; mend it",
    ),
    "spaces instead of tabs": (
        "T1 Source 0 7 Ann Roe\n",
        "line 1: expected an annotation (`T1`, `E1`, ... and a tab), found 'T1 Source 0 7 Ann Roe'; mend it",
    ),
    "a role whose span is not there": (
        "T1\tContent 41 44\tshe\nE1\tAttribution:T1 Content:T1 Source:T2\n",
        "line 2: expected roles with spans of this file, such as `Content:T3`, found 'Source:T2'; mend it",
    ),
    "a role without a span": (
        "T1\tContent 41 44\tshe\nE1\tAttribution:T1 Content\n",
        "line 2: expected roles with spans of this file, such as `Content:T3`, found 'Content'; mend it",
    ),
    "spans that nothing ties": (
        "T1\tContent 41 44\tshe\n",
        "expected events that tie sources, cues and contents, found only spans; add E lines",
    ),
}


@pytest.mark.parametrize(("content", "sentence"), REFUSED.values(), ids=REFUSED)
def test_refuses_in_a_sentence(content, sentence):
    with pytest.raises(UnreadableError) as caught:
        standoff(content, TEXT)
    assert str(caught.value) == sentence
