"""Who says so, in the cell of a table."""

import pytest

from sayso.present.expectation import Expectation, expectation


@pytest.mark.parametrize(
    ("cell", "expected"),
    {
        "Kremlin": Expectation(names=("Kremlin",)),
        "“Kremlin” via TASS via 'Echo'": Expectation(names=("Kremlin",), relays=("TASS", "'Echo'")),
        '"Ann Roe" and "Bo Lind"': Expectation(names=("Ann Roe", "Bo Lind")),
        "Ministry of Science and Education": Expectation(names=("Ministry of Science and Education",)),
        '"Travel via Oslo" via TASS': Expectation(names=("Travel via Oslo",), relays=("TASS",)),
        "an unnamed Israeli official via NYT": Expectation(unnamed="Israeli official", relays=("NYT",)),
        "unnamed “officials”": Expectation(unnamed="officials"),
        "unnamed: a senior official, via NYT": Expectation(unnamed="a senior official", relays=("NYT",)),
        "unnamed: not described": Expectation(unnamed=""),
        "nobody": Expectation(kind="none given"),
        "an unnamed source": Expectation(unnamed=""),
        "denied by an unnamed official": Expectation(unnamed="official", denied=True),
        "a direct quotation of Ann Roe": Expectation(names=("Ann Roe",), quoted=True),
        "No source given": Expectation(kind="none given"),
        "undetermined": Expectation(kind="undetermined"),
        "alleged without a source": Expectation(kind="alleged"),
        "no claim": Expectation(kind="no claim"),
        " ": None,
    }.items(),
)
def test_a_cell_says_what_the_steps_say(cell, expected):
    assert expectation(cell) == expected
