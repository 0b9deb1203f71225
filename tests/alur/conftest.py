"""The small office, fresh for every test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.alur.alat import Kantor, buka_kantor


@pytest.fixture
def kantor() -> Iterator[Kantor]:
    """The office in memory, before anybody has moved anything."""
    with buka_kantor() as satu:
        yield satu
