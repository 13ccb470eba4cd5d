"""What all tests share: the network is off, and databases come from fixtures."""

from __future__ import annotations

import socket
from typing import Any

import pytest

pytest_plugins = ["tests.postgres"]

_connect = socket.socket.connect
_NEAR = ("127.", "::1", "localhost", "0.0.0.0")


def _connect_near(self: socket.socket, address: Any) -> None:
    host = address[0] if isinstance(address, tuple) else ""
    if self.family in {socket.AF_INET, socket.AF_INET6} and not str(host).startswith(_NEAR):
        raise OSError(f"tests must not use the network, and this one asked for {host}")
    _connect(self, address)


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Any:
    """Refuse connections that leave this machine; drivers in C, such as PostgreSQL's, are not held back."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", _connect_near)
        yield
