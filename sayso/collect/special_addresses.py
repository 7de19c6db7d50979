"""Addresses of the Internet that no news is fetched from: the registries of IANA, written out, each with its RFC.

https://www.iana.org/assignments/iana-ipv4-special-registry and iana-ipv6-special-registry, as of 2026. `ipaddress`
calls some of them global: what a translator (NAT64), a tunnel (6to4, Teredo) or an old relay makes of an address may
lead into one's own network. Blocks in the registries that are global, such as AS112, are left out too: no newspaper is
there.
"""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_network

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

SPECIAL = {
    "0.0.0.0/8": ("this network", "RFC 791"),
    "10.0.0.0/8": ("private use", "RFC 1918"),
    "100.64.0.0/10": ("shared address space", "RFC 6598"),
    "127.0.0.0/8": ("loopback", "RFC 1122"),
    "168.63.129.16/32": ("the host of a machine in Azure", "no RFC: Microsoft's"),
    "169.254.0.0/16": ("link local, where clouds keep credentials", "RFC 3927"),
    "172.16.0.0/12": ("private use", "RFC 1918"),
    "192.0.0.0/24": ("protocol assignments", "RFC 6890"),
    "192.0.2.0/24": ("documentation", "RFC 5737"),
    "192.31.196.0/24": ("AS112", "RFC 7535"),
    "192.52.193.0/24": ("multicast tunnels", "RFC 7450"),
    "192.88.99.0/24": ("6to4 relays", "RFC 7526"),
    "192.168.0.0/16": ("private use", "RFC 1918"),
    "192.175.48.0/24": ("AS112", "RFC 7534"),
    "198.18.0.0/15": ("benchmarking", "RFC 2544"),
    "198.51.100.0/24": ("documentation", "RFC 5737"),
    "203.0.113.0/24": ("documentation", "RFC 5737"),
    "224.0.0.0/4": ("multicast", "RFC 5771"),
    "240.0.0.0/4": ("reserved", "RFC 1112"),
    "::/128": ("unspecified", "RFC 4291"),
    "::1/128": ("loopback", "RFC 4291"),
    "::/96": ("IPv4-compatible", "RFC 4291"),
    "::ffff:0:0/96": ("IPv4-mapped", "RFC 4291"),
    "::ffff:0:0:0/96": ("IPv4-translated", "RFC 2765"),
    "64:ff9b::/96": ("NAT64", "RFC 6052"),
    "64:ff9b:1::/48": ("NAT64 of one's own", "RFC 8215"),
    "100::/64": ("discarded", "RFC 6666"),
    "100:0:0:1::/64": ("a dummy prefix", "RFC 9780"),
    "2001::/32": ("Teredo", "RFC 4380"),
    "2001::/23": ("protocol assignments", "RFC 2928"),
    "2001:2::/48": ("benchmarking", "RFC 5180"),
    "2001:db8::/32": ("documentation", "RFC 3849"),
    "2002::/16": ("6to4", "RFC 3056"),
    "2620:4f:8000::/48": ("AS112", "RFC 7534"),
    "3fff::/20": ("documentation", "RFC 9637"),
    "5f00::/16": ("segment routing", "RFC 9602"),
    "fc00::/7": ("private use", "RFC 4193"),
    "fe80::/10": ("link local", "RFC 4291"),
    "fec0::/10": ("site local", "RFC 3879"),
    "ff00::/8": ("multicast", "RFC 4291"),
}
"""Each block with what it is for and the document that says so."""

_BLOCKS = {ip_network(block): what for block, (what, _) in SPECIAL.items()}
_UNICAST = ip_network("2000::/3")
"""The part of IPv6 that is handed out (RFC 4291, section 2.4)."""


def special(address: Address, allowed: Iterable[Network] = ()) -> str | None:
    """For what `address` is set apart, in words; None for one of the public Internet or of a network of `allowed`."""
    if any(address in network for network in allowed):
        return None
    found = [(network.prefixlen, what) for network, what in _BLOCKS.items() if address in network]
    if found:
        return max(found)[1]
    return None if address.version == 4 or address in _UNICAST else "reserved"
