"""Gold chains: a row of JSON an item."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, NonNegativeInt, ValidationError

from sayso.errors import UnreadableError
from sayso.evaluate.word_places import Range, Text
from schemas import Role, SourceKind

Set = Literal["multi", "single", "anonymous", "named"]


def _in_order(place: Range) -> Range:
    if place[0] >= place[1]:
        raise ValueError("the start must lie before the end")
    return place


Place = Annotated[tuple[NonNegativeInt, NonNegativeInt], AfterValidator(_in_order)]
"""A half-open range of code points in a row of gold, with something in it."""


class GoldHop(BaseModel):
    """A source or relay that passes the content on, and the words that name it."""

    model_config = ConfigDict(frozen=True)

    mention: Place
    role: Role
    kind: SourceKind = "unknown"
    anonymous: bool = False


def _reporters(chain: object) -> object:
    """A chain from JSON without its publisher, which may have no mention."""
    if not isinstance(chain, list):
        return chain
    return [hop for hop in chain if not (isinstance(hop, dict) and hop.get("role") == "publisher")]


class GoldItem(BaseModel):
    """`doc` says who says `content`: the origin first, then the relays. A publisher is left out when it is read.

    `set` says what the item is there for: its chain (`multi`, `single`), or whether its origin is unnamed
    (`anonymous`, `named`). Without it both are measured.
    """

    model_config = ConfigDict(frozen=True)

    doc: str
    content: Place
    chain: Annotated[tuple[GoldHop, ...], BeforeValidator(_reporters), Field(min_length=1)]
    set: Set | None = None
    line: int = Field(default=0, exclude=True)

    @property
    def chained(self) -> Literal["multi", "single"] | None:
        """The measure that its chain counts for, if any."""
        match self.set:
            case "multi" | "single":
                return self.set
            case None:
                return "multi" if len(self.chain) > 1 else "single"
        return None

    @property
    def named_or_not(self) -> bool:
        """Whether the item counts for whether the origin is unnamed."""
        return self.set not in ("multi", "single")

    def check(self, text: Text) -> None:
        """Raise `UnreadableError` unless all its places are in `text` and contain words."""
        for start, end in (self.content, *(hop.mention for hop in self.chain)):
            if end > len(text.characters) or not text.words([(start, end)]):
                raise UnreadableError(
                    f"line {self.line} of the chains: expected places of words within the text's "
                    f"{len(text.characters)} characters, found [{start}, {end}]; mend it"
                )


def items(path: Path) -> tuple[list[GoldItem], list[tuple[str, str]]]:
    """The items of a JSONL file in order, and the invalid lines, each with a sentence."""
    found: list[GoldItem] = []
    refused: list[tuple[str, str]] = []
    for number, line in enumerate(path.read_bytes().split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            found.append(GoldItem.model_validate_json(line).model_copy(update={"line": number}))
        except ValidationError as error:
            refused.append((f"{path.name}:{number}", _sentence(error)))
    return found, refused


def _sentence(error: ValidationError) -> str:
    first = error.errors()[0]
    where = ".".join(map(str, first["loc"]))
    fault = f"{where}: {first['msg']}" if where else first["msg"]
    return f"expected a row with doc, content and chain, found a fault ({fault}); mend the line"
