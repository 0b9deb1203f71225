"""The sample office, its documents and its plan tree. Contoh, bukan data resmi."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from analytics.contoh.baca_data import baca_csv, baca_toml
from analytics.rencana.baris import IdentitasKantor, SimpulPohon, Unit, VersiDokumen


@dataclass(frozen=True)
class _Kantor:
    identitas: IdentitasKantor
    unit: tuple[Unit, ...]
    dokumen: tuple[VersiDokumen, ...]


_KANTOR: Final = baca_toml(_Kantor, "kantor.toml")
KANTOR: Final = _KANTOR.identitas
KODE_PD: Final = KANTOR.kode_pd
UNIT: Final = _KANTOR.unit

RENSTRA: Final = next(dokumen for dokumen in _KANTOR.dokumen if dokumen.jenis == "renstra")
RENJA: Final = {d.tahun_awal: d for d in _KANTOR.dokumen if d.jenis == "renja" and d.ke == 0}
"""The Renja murni by year."""
PERUBAHAN: Final = next(dokumen for dokumen in _KANTOR.dokumen if dokumen.ke)
TAHUN_RENSTRA: Final = tuple(range(RENSTRA.tahun_awal, RENSTRA.tahun_akhir + 1))

POHON: Final = baca_csv(SimpulPohon, "pohon.csv")
"""The tree from tujuan to sub kegiatan; five kegiatan have no sub kegiatan and carry their money themselves."""
