"""Which addresses are fetched: none in one's own network, in whatever way it is written."""

from __future__ import annotations

from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.collect import web_address
from sayso.collect.special_addresses import SPECIAL, special
from sayso.errors import FetchError

BLOCKS = [ip_network(block) for block in SPECIAL]
PUBLIC = ["1.1.1.1", "8.8.8.8", "93.184.215.14", "192.0.1.255", "198.20.0.0", "223.255.255.255"]
PUBLIC += ["2606:4700::1111", "2a00:1450:4001::1", "2001:200::1", "2003::1"]


@pytest.mark.parametrize("block", SPECIAL)
def test_the_first_and_the_last_address_of_every_block_is_refused(block: str) -> None:
    network = ip_network(block)
    for address in (network[0], network[-1]):
        assert special(address)
        assert special(address, [network]) is None


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_not(address: str) -> None:
    assert special(ip_address(address)) is None


@given(st.ip_addresses())
@settings(max_examples=150, deadline=None)
def test_an_address_is_refused_where_a_block_has_it_or_python_calls_it_private(address: object) -> None:
    one = ip_address(str(address))
    within = any(one in block for block in BLOCKS)
    outside = isinstance(one, IPv6Address) and one not in ip_network("2000::/3")
    assert bool(special(one)) == (within or outside)
    assert special(one) or one.is_global


@given(st.sampled_from([block for block in BLOCKS if isinstance(block, IPv4Network)]), st.data())
@settings(max_examples=60, deadline=None)
def test_what_a_translator_makes_of_a_private_address_is_refused(block: IPv4Network, data: st.DataObject) -> None:
    inner = int(block[data.draw(st.integers(0, block.num_addresses - 1))])
    wrappers: list[tuple[str, int]] = [("::ffff:0:0", 0), ("::", 0), ("64:ff9b::", 0), ("2002::", 80), ("2001::", 0)]
    assert all(special(IPv6Address(int(ip_address(prefix)) | inner << shift)) for prefix, shift in wrappers)


@given(st.sampled_from([block for block in BLOCKS if isinstance(block, IPv6Network)]), st.data())
@settings(max_examples=60, deadline=None)
def test_every_address_of_a_block_is_refused(block: IPv6Network, data: st.DataObject) -> None:
    assert special(block[data.draw(st.integers(0, block.num_addresses - 1))])


TAKEN = {
    " https://Post.Example/News ": "https://post.example/News",
    "HTTP://post.example": "http://post.example",
    "http://post.example.:8080/a?b=1#c": "http://post.example:8080/a?b=1",
    "http://bücher.example/ä b": "http://xn--bcher-kva.example/%C3%A4%20b",
    "http://post\u3002example/": "http://post.example/",
    "http://[2606:4700::1111]/": "http://[2606:4700::1111]/",
    "http://1.1.1.1/": "http://1.1.1.1/",
}


@pytest.mark.parametrize(("written", "fetched"), TAKEN.items())
def test_an_address_is_fetched_in_one_form(written: str, fetched: str) -> None:
    assert str(web_address(written)) == fetched


CHECK, NAME = "; check it", "; name the page"
REFUSED = {
    "": f"expected an address with http or https, found ''{NAME}",
    "ftp://post.example/a": f"expected an address with http or https, found 'ftp://post.example/a'{NAME}",
    "file:///etc/passwd": f"expected an address with http or https, found 'file:///etc/passwd'{NAME}",
    "javascript:alert(1)": f"expected an address with http or https, found 'javascript:alert(1)'{NAME}",
    "//post.example/": f"expected an address with http or https, found '//post.example/'{NAME}",
    "http:///a": f"expected the name of a site, found none in 'http:///a'{CHECK}",
    "http://a..b/": f"expected the name of a site, found none in 'http://a..b/'{CHECK}",
    "http://[fe80::1%25eth0]/": f"expected the name of a site, found none in 'http://[fe80::1%25eth0]/'{CHECK}",
    "http://me:secret@post.example/": "expected an address without a name or password, found "
    "'http://post.example/'; take them out",
    "http://post.example@evil.example/": "expected an address without a name or password, found "
    "'http://evil.example/'; take them out",
    "http://post.example:22/": f"expected a port for web pages, found 22 in 'http://post.example:22/'{NAME}",
    "http://post.example:70000/": f"expected a port for web pages, found 70000 in 'http://post.example:70000/'{NAME}",
    "http://2130706433/": f"expected an address of four numbers, found 'http://2130706433/'{NAME}",
    "http://0x7f000001/": f"expected an address of four numbers, found 'http://0x7f000001/'{NAME}",
    "http://0177.0.0.1/": "expected an address, found 'http://0177.0.0.1/' (Invalid IPv4 address: '0177.0.0.1')"
    f"{CHECK}",
    "http://127.1/": f"expected an address of four numbers, found 'http://127.1/'{NAME}",
    "http://127.0.0.0x1./": f"expected an address of four numbers, found 'http://127.0.0.0x1./'{NAME}",
    "http://post.example/\r\nHost: evil": "expected an address, found spaces or unseen characters in "
    "'http://post.example/\\r\\nHost:%20evil'; check it",
    "http://post\u200b.example/": "expected an address, found spaces or unseen characters in "
    "'http://post\\u200b.example/'; check it",
    f"http://post.example/{'a' * 2000}": "expected an address of at most 2000 characters, found 2020; check it",
}


@pytest.mark.parametrize(("written", "said"), REFUSED.items(), ids=[written[:40] for written in REFUSED])
def test_anything_else_is_refused_in_one_sentence(written: str, said: str) -> None:
    with pytest.raises(FetchError) as error:
        web_address(written)
    assert str(error.value) == said
