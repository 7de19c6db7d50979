"""A day's articles, small and of every sort, with what was read in them."""

from datetime import UTC, datetime

from factories import (
    find,
    make_article,
    make_capture,
    make_claim,
    make_dossiers,
    make_extraction,
    make_failure,
    make_hop,
    make_statement,
)

from sayso.report import Period, report

WEEK = Period(start=datetime(2022, 8, 8, tzinfo=UTC), end=datetime(2022, 8, 15, tzinfo=UTC))

ARMS = make_article(
    "Harbour talks to go on, ministry says\n"
    "Ships at the quay of Port Vell. Photo: Ana Ruiz\n"
    "The ministry of trade said that the harbour talks will go on. Since the war began, Norland has sent Ostia trucks "
    "and, allegedly, missiles through a Southland dealer. Another round has been agreed upon. Ostia bought 40 trucks.\n"
    "A senior official, who asked not to be named because the talks are secret, told The Courier that Norland paid for "
    "them. Norland wants peace with Ostia. Marta Lund leads the ministry. The harbour lies in a bay.\n"
    "The tone was friendly.",
    title="Harbour talks to go on, ministry says",
    url="https://globe.example/harbour",
    published="2022-08-09",
)
QUIET = make_article(
    "The mayor said that the bridge is open.", title="Bridge open", published="2022-08-10T09:30:00+02:00"
)
PLAIN = make_article("Rain fell over the bay.", outlet=None)


def arms():
    ministry = make_hop(ARMS, "ministry of trade", name="Ministry of Trade", cue="said")
    official = make_hop(ARMS, "A senior official", anonymous=True, reason="because the talks are secret")
    courier = make_hop(ARMS, "The Courier", role="relay")
    norland = make_hop(ARMS, "Norland")
    trucks = make_statement(ARMS, "Ostia bought 40 trucks.")
    statements = [
        make_statement(ARMS, "Harbour talks to go on, ministry says"),
        make_statement(ARMS, "Ships at the quay of Port Vell. Photo: Ana Ruiz"),
        make_statement(ARMS, "the harbour talks will go on", chain=[ministry], cue="said"),
        make_statement(ARMS, "Since the war began, Norland has sent Ostia trucks"),
        make_statement(ARMS, "missiles through a Southland dealer", hedge="allegedly"),
        make_statement(ARMS, "Another round has been agreed upon."),
        trucks,
        make_statement(ARMS, "Norland paid for them", chain=[official, courier], cue="told"),
        make_statement(ARMS, "peace with Ostia", chain=[norland], mode="attitude", cue="wants", sourcing="none-given"),
        make_statement(ARMS, "Marta Lund leads the ministry."),
        make_statement(ARMS, "The harbour lies in a bay."),
        make_statement(ARMS, "The tone was friendly.", sourcing="undetermined"),
    ]
    claims = [make_claim(ARMS, one, **({"numbers": ("40",)} if one is trucks else {})) for one in statements]
    kinds = {"Harbour": "headline", "Ships": "caption", "Photo": "caption"}
    return make_dossiers(
        ARMS, make_extraction(ARMS, statements, claims=claims, kinds=kinds), make_capture(ARMS, "harbour.txt")
    )


def quiet():
    mayor = make_hop(QUIET, "The mayor")
    statement = make_statement(QUIET, "the bridge is open", chain=[mayor])
    return make_dossiers(QUIET, make_extraction(QUIET, [statement]), make_capture(QUIET, "bridge.html"))


def plain():
    statement = make_statement(PLAIN, "Rain fell over the bay.")
    return make_dossiers(PLAIN, make_extraction(PLAIN, [statement]), make_capture(PLAIN, "rain.txt"))


def week():
    """The report of that week."""
    return report([*plain(), *quiet(), *arms()], [make_failure("empty.txt")], period=WEEK)


# What an article can hold that a screen, a browser or a spreadsheet might obey.
HOSTILE = (
    '<script>document.title="owned"</script>',
    "<img src=x onerror=\"document.title='owned'\">",
    "</style></mark></blockquote><h1>owned</h1>",
    "](javascript:alert(1)) [click](https://evil.example) ![x](https://evil.example/x.png)",
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd",
    "# heading",
    "\x1b[31mred\x07\x00\x9b2J",
    "\u202egnp.exe",
    "{{ 7*7 }} {% raw %}",
    "a" * 400,
    "`code` ~~~ **bold** | cell | $x$ &lt;b&gt;",
)


def hostile():
    """A page whose text, title, address, file and sources are all hostile, a paragraph each."""
    article = make_article(
        "\n".join(f"{words} says Bob" for words in HOSTILE),
        title="".join(HOSTILE[:4]),
        outlet=HOSTILE[0],
        url="javascript:alert(document.title='owned')",
        published="2022-08-09",
    )
    statements = [
        make_statement(
            article, words, chain=[make_hop(article, words, anonymous=True), make_hop(article, "Bob", role="relay")]
        )
        for words in HOSTILE
    ]
    capture = make_capture(article, file=HOSTILE[4])
    dossiers = make_dossiers(article, make_extraction(article, statements), capture)
    return report(dossiers, [make_failure(HOSTILE[1], HOSTILE[0])])


def place(words):
    """Where `words` stand in the first article."""
    return find(ARMS, words).range
