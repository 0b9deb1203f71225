"""The small office, fresh for every test, and a unit of the sample office that is waited for."""

from __future__ import annotations

from tests.alat.kantor_alur import kantor
from tests.alur.alat_umpeg import benar, keliru, pembaca, toko

__all__ = ["benar", "kantor", "keliru", "pembaca", "toko"]
