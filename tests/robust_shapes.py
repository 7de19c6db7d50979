"""Articles of strange shapes, of any number of words."""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle, islice

PARAGRAPHS = (
    "The mayor of Brenmouth, Ada Holt, said on Tuesday that the harbour bridge would stay closed until May. "
    "“We will not take a risk with people's lives,” she told the Coast Herald.",
    "According to a spokesman for the port authority, two of the four cables had rusted through. He did not say who "
    "was to blame.",
    "The bridge was built in 1961. Some nine thousand cars cross it every day.",
    "A senior official, who asked not to be named, said the ministry had known for a year, the news agency TASS "
    "reported. The ministry denied that.",
    "“It is a scandal,” said Mr Lund, a baker. “Nobody told us.”",
)

FRENCH = (
    "Le maire de la ville a déclaré mardi que le pont resterait fermé jusqu'en mai. Selon un porte-parole du port, "
    "deux des quatre câbles étaient rongés par la rouille. Personne ne sait encore qui paiera les réparations."
)
RUSSIAN = (
    "Мэр города заявила во вторник, что мост останется закрытым до мая. По словам представителя порта, два из четырёх "
    "тросов проржавели насквозь."
)
CHINESE = (
    "市长星期二表示，大桥将关闭到五月。港务局发言人说，四根缆索中有两根已经锈断。"
    "目前还不清楚由谁来支付维修费用，也不知道工程什么时候开始。"
)
ARABIC = (
    "قالت رئيسة البلدية يوم الثلاثاء إن الجسر سيبقى مغلقا حتى مايو. وقال متحدث باسم الميناء إن اثنين من الكابلات "
    "الأربعة قد تآكلا بفعل الصدأ."
)


def prose(words: int) -> str:
    """News in paragraphs."""
    return _filled(PARAGRAPHS, words, "\n\n")


def _filled(parts: tuple[str, ...], words: int, between: str) -> str:
    """`parts` over and over, until there are about so many `words`."""
    size = sum(len(part.split()) for part in parts)
    return between.join(islice(cycle(parts), max(1, words * len(parts) // size)))


def _bare(words: int) -> str:
    return "".join(one for one in prose(words) if one.isalnum() or one.isspace())


SHAPES: dict[str, Callable[[int], str]] = {
    "prose": prose,
    "one paragraph": lambda words: _filled(PARAGRAPHS, words, " "),
    "a line a word": lambda words: "\n".join(prose(words).split()),
    "quotation marks": lambda words: ' " '.join(prose(words).split()),
    "apostrophes": lambda words: " '".join(prose(words).split()),
    "opening marks": lambda words: " “".join(prose(words).split()),
    "brackets": lambda words: " (".join(prose(words).split()),
    "one sentence": lambda words: "Ada Holt said that " + "the bridge was closed and she was sure that " * (words // 9),
    "one list": lambda words: "Ada Holt met " + "Mr Lund, the baker, " * (words // 4) + "and a spokesman.",
    "capitals": lambda words: prose(words).upper(),
    "lower case": lambda words: prose(words).lower(),
    "no punctuation": _bare,
    "no line breaks or punctuation": lambda words: " ".join(_bare(words).split()),
    "he said": lambda words: "He said so. " * (words // 3),
    "names and colons": lambda words: "\n".join(["HOLT: We will not.", "LUND: Why?"] * (words // 6)),
    "small words": lambda words: "If and when.\n\nWas it so?\n\n" * (words // 6),
    "no spaces": lambda words: "".join(prose(words).split()),
    "marks alone": lambda words: '."' * words,
    "white space": lambda words: "Ada Holt said so." + " \n\t" * (words * 2) + "She did.",
    "French": lambda words: _filled((FRENCH,), words, "\n\n"),
    "Chinese": lambda words: CHINESE * (words // 20 + 1),
}
"""A text of so many words, roughly, by what is strange about it."""
