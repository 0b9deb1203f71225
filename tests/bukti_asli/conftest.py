"""The approved document that the tests of this room prove and attack."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from analytics.beku.snapshot import Snapshot
from analytics.pembaca.baca import Pembaca
from tests.alat.kantor_beku import disetujui


@pytest.fixture(scope="module")
def pembaca() -> Iterator[Pembaca]:
    with Pembaca(detik=60) as anak:
        yield anak


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return disetujui().snapshot


@pytest.fixture(scope="module")
def asli() -> bytes:
    return disetujui().dokumen
