"""Where webhooks may go: never into the operator's own network, unless the operator says so."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from urllib.parse import urlsplit

LONGEST_URL = 2000
_PORTS = {"http": 80, "https": 443}
# IPv6 addresses that stand for IPv4 ones: compatible, translated, 6to4 and Teredo. What they reach depends on the
# network.
_STAND_INS = tuple(map(ipaddress.IPv6Network, ("::/96", "64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")))


class BadAddress(Exception):
    """Nothing may be sent to this URL, or nobody is there; the message says why."""


class UnknownHost(BadAddress):
    """Nobody knows the name at present."""


def host_and_port(url: str) -> tuple[str, int]:
    """Host and port of an endpoint's URL.

    Raises:
        BadAddress: it is no http or https URL, or holds a user or password.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise BadAddress("not a URL") from None
    if parts.scheme not in _PORTS or not host or len(url) > LONGEST_URL or not url.isascii() or not url.isprintable():
        raise BadAddress("must be an http or https URL")
    if parts.username or parts.password:
        raise BadAddress("must not hold a user or password: the signature tells who sends")
    return host, port or _PORTS[parts.scheme]


async def address_of(url: str, *, private: bool) -> str:
    """The IP address to connect to; a name is looked up once, so that what was checked is what is used.

    Args:
        url: the endpoint's.
        private: whether loopback and private addresses are allowed.

    Raises:
        BadAddress: the URL cannot be used, its host is not known, or one of its addresses is not public.
    """
    host, port = host_and_port(url)
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnknownHost(f"{host} is not known: {error}") from None
    addresses = [str(each[4][0]) for each in found]
    if not private and not all(map(_is_public, addresses)):
        raise BadAddress(f"{host} is not a public address")
    return addresses[0]


def _is_public(address: str) -> bool:
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None:
            ip = ip.ipv4_mapped
        elif any(ip in network for network in _STAND_INS):
            return False
    return ip.is_global and not ip.is_multicast
