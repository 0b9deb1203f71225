"""Which account a browser session of Streamlit belongs to.

The id of such a session stands in upload addresses and is offered when a browser connects again: whoever knows it could
take the session over. The main script writes the owner down on every run, the gate compares.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import Final

_TERBANYAK: Final = 5000
_KUNCI: Final = threading.Lock()
_PEMILIK: Final[OrderedDict[str, str]] = OrderedDict()


def catat(id_sesi: str, id_akun: str) -> None:
    """Write down whose a session is."""
    with _KUNCI:
        _PEMILIK[id_sesi] = id_akun
        _PEMILIK.move_to_end(id_sesi)
        while len(_PEMILIK) > _TERBANYAK:
            _PEMILIK.popitem(last=False)


def milik(id_sesi: str, id_akun: str) -> bool:
    """Whether this account is its owner; a session that nobody has been seen in belongs to nobody."""
    with _KUNCI:
        return _PEMILIK.get(id_sesi) == id_akun
