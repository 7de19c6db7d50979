"""The picture: self-contained XML with every source, carrier and page, from left to right."""

from xml.etree import ElementTree

import pytest
from by_installed import draw, origins
from origin_world import copied, outlet, person, told, unnamed

from sayso.link.origins.graph_layout import WIDTH

SVG = "{http://www.w3.org/2000/svg}"


def drawn(cluster, derivations=()):
    found = origins(cluster, derivations)
    return ElementTree.fromstring(draw(cluster, derivations, (), (), found)), found


def boxes(svg):
    """Every box: its whole label, with its place."""
    found = {}
    for group in svg.iter(f"{SVG}g"):
        box = group.find(f"{SVG}rect")
        found.setdefault(group.find(f"{SVG}title").text, []).append((int(box.get("x")), int(box.get("y"))))
    return found


def test_from_origins_over_carriers_to_pages():
    cluster = [told("Globe", "Kremlin", "TASS"), told("Post", "Kremlin", "Interfax", on="2024-05-01")]
    svg, _ = drawn(cluster)
    at = {label: places[0][0] for label, places in boxes(svg).items()}
    assert set(at) == {"Kremlin", "TASS", "Interfax", "Globe", "Post: 2024-05-01"}
    assert at["Kremlin"] < at["TASS"] == at["Interfax"] < at["Globe"] == at["Post: 2024-05-01"]


def test_a_government_stands_before_those_who_speak_for_it():
    putin = person("Vladimir Putin", "Russian President Vladimir Putin")
    svg, _ = drawn([told("Globe", putin), told("Post", "Kremlin")])
    at = {label: places[0][0] for label, places in boxes(svg).items()}
    assert at["the Government of Russia"] < at["Kremlin"] == at["Vladimir Putin"]


def test_the_picture_describes_itself_for_screen_readers():
    svg, found = drawn([told("Globe", "Kremlin"), told("Post", "Ann Roe")])
    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby").split() == [svg.find(f"{SVG}title").get("id"), svg.find(f"{SVG}desc").get("id")]
    assert svg.find(f"{SVG}desc").text == found.sentence


def test_independent_lines_stand_out():
    svg, found = drawn([told("Globe", "Ann Roe"), told("Post", "Bo Lind"), told("Herald", "Bo Lind")])
    strong = [path for path in svg.iter(f"{SVG}path") if path.get("class") == "line"]
    assert len(strong) == found.independent == 2


def test_a_page_without_a_known_origin_leads_back_to_not_known():
    svg, _ = drawn([told("Globe", "Ann Roe"), told("Post")])
    assert set(boxes(svg)) == {"Ann Roe", "Globe", "not known", "Post"}
    svg, found = drawn([told("The Sun"), told("The Wall Street Journal"), told("Post")])
    assert set(boxes(svg)) == {"not known", "The Sun", "The Wall Street Journal", "Post"}
    assert found.lines == ()


def test_sources_that_could_not_confirm_the_claim_are_not_drawn():
    svg, _ = drawn([told("Globe", "Ann Roe"), told("Post", "Reuters", cue="could not confirm")])
    assert set(boxes(svg)) == {"Ann Roe", "Globe"}
    assert boxes(drawn([told("Post", "Reuters", cue="could not confirm")])[0]) == {}


def test_pages_that_share_text_are_joined():
    a, b = told("Globe", on="2024-05-01"), told("Post", on="2024-05-02")
    svg, _ = drawn([a, b], [copied(a, b, a)])
    assert [path.find(f"{SVG}title").text for path in svg.iter(f"{SVG}path") if path.get("class") == "copy"] == [
        "shares its text"
    ]


@pytest.mark.parametrize("words", ['A <b>&amp; "C"]]>', "nul \x00 and \x0b", "<script>alert(1)</script>", "д" * 90])
def test_any_words_are_only_words(words):
    svg, _ = drawn([told(words, unnamed(words)), told("Post", outlet(words))])
    assert not list(svg.iter(f"{SVG}script"))
    kept = words.replace("\x00", "").replace("\x0b", "")
    assert any(kept in label for label in boxes(svg))


def test_fifty_claims_are_drawn_and_the_rest_is_counted():
    cluster = [told(f"Paper {i:02}", "Kremlin", "TASS") for i in range(49)] + [told("Post", "Ann Roe")]
    svg, _ = drawn(cluster)
    labels = boxes(svg)
    assert "and 38 more" in labels
    assert {"Kremlin", "TASS", "Ann Roe", "Post"} <= set(labels)
    assert len(labels) == 3 + 12 + 1


def test_no_box_covers_another_and_all_are_inside():
    cluster = [told(f"Paper {i}", f"Ann{i % 5} Roe{i % 5}", ("TASS", "Reuters", "Interfax")[i % 3]) for i in range(20)]
    svg, _ = drawn([*cluster, told("Post", "Kremlin", "Reuters", "TASS")])
    places = [place for places in boxes(svg).values() for place in places]
    width, height = int(svg.get("width")), int(svg.get("height"))
    assert all(0 <= x <= width - WIDTH and 0 <= y <= height - 44 for x, y in places)
    assert all(abs(a[0] - b[0]) >= WIDTH or abs(a[1] - b[1]) >= 44 for a in places for b in places if a != b)
    assert len(places) == len(set(places))


def test_the_same_in_any_order():
    cluster = [told("Globe", "Kremlin", "TASS"), told("Post", "Ann Roe"), told("Herald")]
    found = origins(cluster)
    assert draw(cluster, (), (), (), found) == draw(cluster[::-1], (), (), (), found)
