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


def _names(number: int) -> list[str]:
    """So many people, each with a name of their own."""
    ends = "bdfgklmnprst"
    parts = [
        (ends[one % 12], ends[one // 12 % 12], ends[one // 144 % 12], ends[one // 1728 % 12]) for one in range(number)
    ]
    return [f"{a.upper()}a{b}o {c.upper()}i{d}e" for a, b, c, d in parts] or ["Ada Holt"]


def _beside(words: int, strange: str) -> str:
    """Enough English beside what is `strange` for an article to be read."""
    return f"{prose(words)}\n\n{strange}"


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
    "possessives": lambda words: _beside(words, "Bob's " * words),
    "possessors": lambda words: _beside(
        words, ("It was Ada Holt's mother's baker's friend's " + "cousin's aunt's " * (words // 2) + "car.")
    ),
    "reports within reports": lambda words: " said that ".join(_names(words // 4)) + " said that it rained.",
    "relays": lambda words: (
        " reported that ".join(["TASS", "Reuters", "The New York Times"] * (words // 12)) + " it rained."
    ),
    "told outlets": lambda words: (
        "Ada Holt said so on Tuesday on CNN, " + "told Reuters on CNN and the BBC " * (words // 7)
    ),
    "unnamed officials": lambda words: "It rained, said " + "an official who asked not to be named, " * (words // 8),
    "letters in lines": lambda words: _beside(words, "\n".join(["a", "b", "I"] * (words // 3))),
    "claims in lines": lambda words: "\n\n".join(["It is.", "I go."] * (words // 4)),
    "markup": lambda words: _beside(words, "<span> " * words),
    "quotations within quotations": lambda words: "“He said: ‘" * (words // 4) + "No." + "’”" * (words // 4),
    "titles": lambda words: _beside(words, "Mr. Dr. Gen. " * (words // 3)),
    "initials": lambda words: _beside(words, "U.S. A.B. C." * (words // 3)),
    "pronouns": lambda words: (
        "Ada Holt and Tom Lund met. " + "He told her that she told him that they met. " * (words // 9)
    ),
    "new names": lambda words: " ".join(f"{name} said it rained." for name in _names(words // 5)),
    "figures": lambda words: "It cost $1,000.50 or 3,000 more, " * (words // 6),
    "addresses": lambda words: _beside(words, "https://example.org/a?b=c#d @user #tag " * (words // 3)),
    "nouns alone": lambda words: _beside(words, "water bridge harbour mayor " * (words // 4)),
    "and": lambda words: "rain and snow or hail and " * (words // 6),
    "who": lambda words: "The man " + "who knew the woman who " * (words // 5) + "slept.",
    "dashes": lambda words: "Ada Holt — a baker — said - it -- rained – " * (words // 10),
    "questions": lambda words: _beside(words, "Q: Why?\n\nA: So.\n\n" * (words // 4)),
    "by lines": lambda words: "By Ada Holt\nMOSCOW (TASS) - It rained.\n" * (words // 8),
    "credits": lambda words: "It rained. (Photo: Ada Holt/AFP)\n" * (words // 5),
    "French": lambda words: _filled((FRENCH,), words, "\n\n"),
    "Chinese": lambda words: CHINESE * (words // 20 + 1),
}
"""A text of so many words, roughly, by what is strange about it."""
