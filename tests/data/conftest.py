"""The small office, fresh for every test."""

from __future__ import annotations

from tests.alat.kantor_alur import kantor

__all__ = ["kantor"]
