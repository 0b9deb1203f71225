"""Questions about the anggaran kas of a plan: what is to be drawn of a pagu in each triwulan."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from analytics.aturan.angka import tulis_rupiah
from analytics.aturan.periode import ROMAWI
from analytics.rencana.baris import AnggaranKas
from analytics.rencana.periksa.konteks import KonteksRencana, KunciPagu
from analytics.rencana.soal import kelompokkan
from analytics.rencana.tegur import tegur
from analytics.temuan.butir import Temuan
from analytics.temuan.kode import KodeRencana

_KasSetahun = Sequence[AnggaranKas]
"""The anggaran kas of one node in one document."""


@dataclass(frozen=True)
class _TanyaKas:
    """One question about the anggaran kas of a node; `pesan` is what is odd in one document, empty where nothing is."""

    kode: KodeRencana
    pesan: Callable[[KonteksRencana, KunciPagu, _KasSetahun], str]
    saran: str


def periksa_kas(konteks: KonteksRencana) -> Iterator[Temuan]:
    """One question of each kind for each node, over all documents."""
    semua = kelompokkan(konteks.rencana.kas, lambda kas: (kas.dokumen, kas.tahun, kas.simpul))
    dikenal = {
        kunci: kas
        for kunci, kas in semua.items()
        if kunci[2] in konteks.simpul and kunci[0] in konteks.dokumen and not konteks.pagu_cacat(kunci)
    }
    for kode, senama in kelompokkan(dikenal.items(), lambda pasangan: pasangan[0][2]).items():
        for soal in _SOAL:
            ganjil = [(kas[0], pesan) for kunci, kas in senama if (pesan := soal.pesan(konteks, kunci, kas))]
            if ganjil:
                pesan = f"Anggaran kas {kode}: {'; '.join(f'{kas.dokumen} {apa}' for kas, apa in ganjil)}."
                yield tegur(soal.kode, pesan, soal.saran, ganjil[0][0].asal, kode_baris=kode)


def _kosong(_: KonteksRencana, __: KunciPagu, kas: _KasSetahun) -> str:
    ada = {baris.triwulan for baris in kas}
    hilang = [f"TW {romawi}" for nomor, romawi in ROMAWI.items() if nomor not in ada]
    return f"belum diisi untuk {', '.join(hilang)}" if hilang else ""


def _beda(konteks: KonteksRencana, kunci: KunciPagu, kas: _KasSetahun) -> str:
    if len(kas) < len(ROMAWI) or _terinci(konteks, kunci) or kunci in konteks.pagu_ganda:
        return ""
    jumlah, pagu = sum((baris.rupiah for baris in kas), Decimal(0)), konteks.pagu.get(kunci)
    tertulis = tulis_rupiah(pagu) if pagu is not None else "tidak ada"
    return "" if jumlah == pagu else f"berjumlah {tulis_rupiah(jumlah)}, pagunya {tertulis}"


def _di_atas(konteks: KonteksRencana, kunci: KunciPagu, _: _KasSetahun) -> str:
    return "ditulis di atas rinciannya" if _terinci(konteks, kunci) else ""


def _terinci(konteks: KonteksRencana, kunci: KunciPagu) -> bool:
    """Whether the money of a node is that of the nodes below it."""
    return konteks.pagu_di_bawah(kunci) is not None


_SOAL = (
    _TanyaKas("kas_kosong", _kosong, "Isi keempatnya; tulis 0 untuk triwulan tanpa penarikan."),
    _TanyaKas("kas_beda_pagu", _beda, "Betulkan salah satunya; jumlah empat triwulan biasanya sama dengan pagunya."),
    _TanyaKas("kas_di_atas", _di_atas, "Tulis anggaran kas pada baris rinciannya; hanya itu yang dihitung."),
)
