"""Who is let in, and what is answered: attacks one after the other."""

from __future__ import annotations

import ipaddress
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from review_world import HOST, OWN, PEOPLE, RULES, Visitor
from starlette.testclient import TestClient
from starlette.types import ASGIApp

from sayso.desk.open_desk import OpenDesk
from sayso.review import application
from sayso.review.access.rules import AccessRules
from sayso.review.access.same_site import from_own_page
from sayso.review.access.sessions import FAILED, PERIOD, Sessions
from sayso.settings import settings

NETWORK = (ipaddress.ip_network("10.0.0.0/29"),)
PROXY = AccessRules(frozenset([HOST]), {}, NETWORK, editors=frozenset(["ana.lind"]))


@pytest.fixture(scope="module", autouse=True)
def home(day_of_review: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One home for all: hardly anything is recorded here."""
    place = tmp_path_factory.mktemp("access") / "home"
    shutil.copytree(day_of_review, place)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SAYSO_HOME", str(place))
        yield place


@pytest.fixture(scope="module")
def desk(home: Path) -> Iterator[OpenDesk]:
    with OpenDesk(settings()) as desk:
        yield desk


@pytest.fixture
def app(desk: OpenDesk) -> ASGIApp:
    return application(desk, RULES)


def test_a_token_becomes_a_cookie_and_leaves_the_address(app: ASGIApp) -> None:
    client = TestClient(app, follow_redirects=False)
    got = client.get("/item/s-1?kind=fact&token=token-of-ana")
    assert (got.status_code, got.headers["location"]) == (303, "/item/s-1?kind=fact")
    cookie = got.headers["set-cookie"]
    assert cookie.startswith("sayso-review-0=")
    assert cookie.endswith("; HttpOnly; Path=/; SameSite=strict")
    assert "token-of-ana" not in cookie
    assert client.get("/").status_code == 200


def test_without_one_nothing_is_shown(app: ASGIApp) -> None:
    client = TestClient(app, follow_redirects=False)
    for path in ("/", "/item/s-1", "/record", "/sources", "/article/1", "/claim/1", "/nowhere"):
        got = client.get(path)
        assert (got.status_code, "Tom Hale" in got.text) == (401, False)
    assert client.post("/decide", data={"action": "misread"}, headers=OWN).status_code == 401


def test_a_token_that_is_typed_in_works_as_well(app: ASGIApp) -> None:
    for typed in ("token-of-bo", " http://testserver/?token=token-of-bo "):
        client = TestClient(app, follow_redirects=False)
        assert client.post("/enter", data={"token": typed}, headers=OWN).headers["location"] == "/"
        assert "Bo Ek" in client.get("/").text


WRONG = ("", "token-of-an", "token-of-ana0", "TOKEN-OF-ANA", "é", "\x00", "token-of-ana token-of-bo", "a" * 9000)


@pytest.mark.parametrize("token", WRONG)
def test_a_guessed_token_is_none(app: ASGIApp, token: str) -> None:
    client = TestClient(app, follow_redirects=False)
    got = client.get("/", params={"token": token})
    assert (got.status_code, "set-cookie" in got.headers) == (401, False)


def test_after_ten_wrong_tokens_none_is_looked_at_for_a_minute() -> None:
    now = [0.0]
    sessions = Sessions({"right": "Ana Lind"}, clock=lambda: now[0])
    inside = sessions.begun("right")
    for _ in range(FAILED):
        assert sessions.waits == 0
        assert sessions.begun("wrong") is None
        now[0] += 1
    assert sessions.waits == PERIOD - FAILED
    assert sessions.name(inside) == "Ana Lind"
    now[0] += PERIOD
    assert sessions.waits == 0


def test_who_tries_too_often_is_told_to_wait_and_who_is_in_stays_in(app: ASGIApp) -> None:
    ana, guesser = Visitor(app), TestClient(app, follow_redirects=False)
    assert [guesser.get("/?token=x").status_code for _ in range(FAILED + 1)] == [401] * FAILED + [429]
    refused = guesser.get("/?token=token-of-ana")
    assert (refused.status_code, 0 < int(refused.headers["retry-after"]) <= PERIOD + 1) == (429, True)
    assert ana.page("/")


def test_a_session_ends_with_its_server(desk: OpenDesk, app: ASGIApp) -> None:
    ana = Visitor(app)
    later = TestClient(application(desk, RULES), follow_redirects=False, cookies=dict(ana.client.cookies))
    assert later.get("/").status_code == 401


@pytest.mark.parametrize(
    "host", ["evil.example", "testserver:80", "testserver.evil.example", "", "127.0.0.1", "testserver@evil.example"]
)
def test_another_host_is_none_of_ours(app: ASGIApp, host: str) -> None:
    assert Visitor(app).client.get("/", headers={"host": host}).status_code == 400


ELSEWHERE = {
    "nothing said": {},
    "another site": {"sec-fetch-site": "cross-site"},
    "a neighbour": {"sec-fetch-site": "same-site"},
    "typed by hand": {"sec-fetch-site": "none"},
    "another origin": {"origin": "https://evil.example"},
    "another port": {"origin": "http://testserver:8000"},
    "no origin": {"origin": "null"},
    "an empty one": {"origin": ""},
    "one that begins alike": {"origin": "http://testserver.evil.example"},
    "another kind": {"origin": "file://testserver"},
    "a page that pretends": {"origin": "https://evil.example", "sec-fetch-site": "same-origin"},
    "a broken one": {"origin": "http://[testserver"},
}


@pytest.mark.parametrize("name", ELSEWHERE)
def test_a_form_of_another_site_records_nothing(desk: OpenDesk, app: ASGIApp, name: str) -> None:
    ana = Visitor(app)
    form = {**ana.form(ana.items()[0]), "action": "misread"}
    size = desk.ledger.head.size
    for path in ("/decide", "/undo", "/enter"):
        assert ana.client.post(path, data=form, headers=ELSEWHERE[name]).status_code == 403
    assert desk.ledger.head.size == size


OURS = (["http://testserver"], []), ([], ["same-origin"]), (["null"], ["same-origin"]), (["https://TestServer"], [])


@pytest.mark.parametrize(("origins", "sites"), OURS)
def test_a_form_of_our_own_pages_is_ours(origins: list[str], sites: list[str]) -> None:
    assert from_own_page({HOST}, origins, sites)


def test_two_answers_to_one_question_are_none() -> None:
    assert not from_own_page({HOST}, [], ["same-origin", "cross-site"])
    assert not from_own_page({HOST}, ["http://testserver", "null"], [])


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_there_are_no_other_methods(app: ASGIApp, method: str) -> None:
    ana = Visitor(app)
    assert ana.client.request(method, "/decide").status_code == 403
    assert ana.client.request(method, "/decide", headers=OWN).status_code == 405


def test_nothing_is_decided_by_an_address(desk: OpenDesk, app: ASGIApp) -> None:
    ana = Visitor(app)
    size = desk.ledger.head.size
    form = {**ana.form(ana.items()[0]), "action": "misread"}
    assert ana.client.get("/decide", params=form).status_code == 405
    assert desk.ledger.head.size == size


@pytest.fixture
def behind_proxy(desk: OpenDesk) -> ASGIApp:
    return application(desk, PROXY)


def by_proxy(app: ASGIApp, address: str, **headers: str) -> TestClient:
    return TestClient(app, client=(address, 1234), follow_redirects=False, headers=headers)


def test_a_proxy_is_believed_only_from_its_network(behind_proxy: ASGIApp) -> None:
    named = {"x-forwarded-user": "ana.lind"}
    for address in ("10.0.0.3", "::ffff:10.0.0.3"):
        got = by_proxy(behind_proxy, address, **named).get("/")
        assert (got.status_code, "ana.lind</bdi>, editor" in got.text) == (200, True)
    for address in ("10.0.0.9", "127.0.0.1", "::1", "testclient", "", "::ffff:10.0.0.9"):
        assert by_proxy(behind_proxy, address, **named).get("/").status_code == 401
    spoofed = {"x-forwarded-for": "10.0.0.3", "forwarded": "for=10.0.0.3", "x-real-ip": "10.0.0.3"}
    assert by_proxy(behind_proxy, "192.0.2.7", **named, **spoofed).get("/").status_code == 401


NAMES = ("", " ", "ana.lind, evil", "a" * 201, "ana\tlind")


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_is_none_is_nobody(behind_proxy: ASGIApp, name: str) -> None:
    assert by_proxy(behind_proxy, "10.0.0.3", **{"x-forwarded-user": name}).get("/").status_code == 401


def test_two_names_are_nobody(behind_proxy: ASGIApp) -> None:
    client = by_proxy(behind_proxy, "10.0.0.3")
    twice = [("x-forwarded-user", "ana.lind"), ("x-forwarded-user", "bo.ek")]
    assert client.get("/", headers=twice).status_code == 401  # type: ignore[arg-type]


def test_with_a_proxy_there_are_no_tokens_and_the_account_says_so(desk: OpenDesk, behind_proxy: ASGIApp) -> None:
    assert by_proxy(behind_proxy, "10.0.0.3").get("/?token=token-of-ana").status_code == 401
    visitor = Visitor(behind_proxy, "", client=("10.0.0.3", 1), headers={"x-forwarded-user": "bo.ek"})
    visitor.decide(visitor.items()[0], "misread")
    with desk.ledger.snapshot() as snapshot:
        [(_, made)] = snapshot.decisions_by("bo.ek")
    assert made.account == "proxy:bo.ek"


def test_every_answer_says_what_a_browser_may_do(app: ASGIApp) -> None:
    ana = Visitor(app)
    for path in ("/", "/nowhere", "/static/review.js", ana.items()[0], "/?kind=none"):
        headers = ana.client.get(path).headers
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert (headers["x-content-type-options"], headers["referrer-policy"]) == ("nosniff", "no-referrer")
        assert headers["cache-control"] == "no-store"


def test_a_form_that_is_too_large_or_none_is_refused(app: ASGIApp) -> None:
    ana = Visitor(app)
    assert ana.send("/decide", why="a" * 70_000).status_code == 413
    assert ana.send("/enter", token="a" * 70_000).status_code == 413
    assert ana.send("/decide", **{f"f{number}": "1" for number in range(60)}).status_code == 400
    for kind in ("application/json", "multipart/form-data; boundary=x", "text/plain", ""):
        got = ana.client.post("/decide", content=b"action=misread", headers={**OWN, "content-type": kind})
        assert got.status_code == 415
        assert ana.client.post("/enter", content=b"token=x", headers={**OWN, "content-type": kind}).status_code == 415
    broken = {**OWN, "content-type": "application/x-www-form-urlencoded"}
    assert ana.client.post("/decide", content=b"why=%ff", headers=broken).status_code == 400
    assert ana.client.post("/decide", content=b"why=\xff", headers=broken).status_code == 400


OTHER_FILES = "../app.py %2e%2e/app.py /etc/passwd ..%2fapp.py %00 review.css%00".split(" ")


@pytest.mark.parametrize("file", OTHER_FILES)
def test_only_its_own_files_are_given_out(app: ASGIApp, file: str) -> None:
    assert Visitor(app).client.get(f"/static/{file}").status_code in (404, 405)


@pytest.mark.parametrize("path", ["//evil.example/?token=token-of-ana", "/\\evil.example?token=token-of-ana"])
def test_a_token_leads_nowhere_else(app: ASGIApp, path: str) -> None:
    client = TestClient(app, follow_redirects=False)
    got = client.get(f"http://testserver{path}")
    assert got.headers["location"].startswith(("/evil.example", "/%5Cevil.example"))


def test_under_a_prefix_every_address_has_it(desk: OpenDesk) -> None:
    app = application(desk, RULES, "/review")
    for under in ("", "/review"):
        client = TestClient(app, follow_redirects=False)
        got = client.get(f"{under}/?token=token-of-ana")
        assert (got.headers["location"], "Path=/review/" in got.headers["set-cookie"]) == ("/review/", True)
    page = client.get("/review/").text
    assert 'href="/review/item/s-' in page
    assert 'href="/review/static/review.css"' in page
    assert 'href="/item' not in page


def test_a_link_on_another_page_asks_once_more_with_the_cookie(app: ASGIApp) -> None:
    elsewhere = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    got = TestClient(app).get("/", headers=elsewhere)
    assert (got.status_code, '<meta http-equiv="refresh" content="0">' in got.text) == (401, True)
    assert 'http-equiv="refresh"' not in TestClient(app).get("/").text


def test_roles_are_by_name() -> None:
    rules = replace(RULES, role="reader")
    assert {name: rules.person("token", name).role for name in PEOPLE.values()} == {
        "Ana Lind": "reader",
        "Bo Ek": "reader",
        "Cy Roe": "reader",
        "Di Moe": "editor",
    }
