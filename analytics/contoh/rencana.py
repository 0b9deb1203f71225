"""The plan of the sample office, put together from its data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from analytics.contoh.data_anggaran import PAGU_PERUBAHAN, PAGU_RENJA, PAGU_RENSTRA, RIWAYAT_2023
from analytics.contoh.data_iku import IKU
from analytics.contoh.data_kegiatan import KEGIATAN, PROGRAM, SUB_KEGIATAN
from analytics.contoh.data_pohon import KANTOR, PERUBAHAN, POHON, RENJA, RENSTRA, TAHUN_RENSTRA, UNIT
from analytics.contoh.data_sejarah import (
    IKK,
    KONDISI_AWAL,
    REALISASI_2023,
    RPJMD,
    STANDAR,
    SUMBER_2023,
    TARGET_PERUBAHAN,
)
from analytics.contoh.ukuran import KOSONG, Pola, Ukuran, angka, empat_target, nilai_target
from analytics.rencana.baris import (
    AturanRencana,
    ElemenIkk,
    IndikatorRencana,
    NilaiRencana,
    Pagu,
    Rencana,
    Riwayat,
    RiwayatAnggaran,
    Rujukan,
    Standar,
    TargetRencana,
    Tautan,
    VersiDokumen,
)
from analytics.rencana.pilihan import LAPORAN

UKURAN: Final = (*IKU, *PROGRAM, *KEGIATAN, *SUB_KEGIATAN)
"""Every indicator of the sample office, from tujuan to sub kegiatan."""


def rencana_murni() -> Rencana:
    """The Renstra, the Renja of three years, and the history."""
    target = (*_target_renstra(), *(satu for tahun in RENJA for satu in _target_renja(tahun)))
    pagu = (*_pagu_renstra(), *(satu for tahun in RENJA for satu in _pagu_renja(tahun)))
    dokumen = (RENSTRA, *RENJA.values())
    return Rencana(
        identitas=KANTOR,
        unit=UNIT,
        dokumen=dokumen,
        simpul=POHON,
        indikator=tuple(map(_indikator, UKURAN)),
        aturan=tuple(satu for ukuran in UKURAN for satu in _aturan(ukuran)),
        target=target,
        pagu=pagu,
        riwayat=tuple(_riwayat()),
        riwayat_anggaran=tuple(_riwayat_anggaran()),
        standar=tuple(_standar()),
        tautan=tuple(_tautan()),
        ikk=tuple(ElemenIkk(RENSTRA.kode, *satu) for satu in IKK),
        rujukan=tuple(satu for d in dokumen for satu in _rujukan(d)),
    )


def rencana_perubahan() -> Rencana:
    """The Renja Perubahan 2025, a workbook of its own; it repeats the units, the tree and the indicators."""
    murni = rencana_murni()
    target = (replace(satu, dokumen=PERUBAHAN.kode) for satu in _target_renja(2025))
    tetap = tuple(satu for satu in target if satu.indikator not in TARGET_PERUBAHAN)
    return Rencana(
        identitas=murni.identitas,
        unit=murni.unit,
        dokumen=(PERUBAHAN,),
        simpul=murni.simpul,
        indikator=murni.indikator,
        aturan=murni.aturan,
        target=(*tetap, *_target_perubahan()),
        pagu=tuple(_pagu_perubahan()),
        rujukan=tuple(_rujukan(PERUBAHAN)),
    )


def _indikator(satu: Ukuran) -> IndikatorRencana:
    laporan = tuple(pilihan.kode for pilihan in LAPORAN if pilihan.kode in satu.laporan)
    return IndikatorRencana(
        satu.kode, satu.simpul, satu.nama, satu.satuan, satu.unit, satu.definisi, satu.sumber_data, laporan
    )


def _aturan(satu: Ukuran) -> Iterator[AturanRencana]:
    yield _satu_aturan(satu, satu.pola, TAHUN_RENSTRA[0], None)
    for tahun, (pola, alasan) in satu.perubahan.items():
        yield _satu_aturan(satu, pola, tahun, alasan)


def _satu_aturan(satu: Ukuran, pola: Pola, mulai: int, alasan: str | None) -> AturanRencana:
    pecahan = satu.pecahan
    return AturanRencana(
        kode=satu.kode,
        mulai=mulai,
        polaritas=pola.polaritas,
        rumus=pola.rumus,
        frekuensi=pola.frekuensi,
        agregasi=pola.agregasi,
        cara_isi=pola.cara_isi,
        pembilang=pecahan.pembilang if pecahan else None,
        penyebut=pecahan.penyebut if pecahan else None,
        faktor=Decimal(pecahan.faktor) if pecahan else None,
        skala_ordinal=pola.skala,
        alasan=alasan,
    )


def _target_renstra() -> Iterator[TargetRencana]:
    for satu in UKURAN:
        for tahun, nilai in zip(TAHUN_RENSTRA, satu.target_renstra(), strict=True):
            if nilai is not None:
                yield TargetRencana(RENSTRA.kode, satu.kode, tahun, 0, nilai)


def _target_renja(tahun: int) -> Iterator[TargetRencana]:
    """The year as in the Renstra, with its quarters."""
    for satu in UKURAN:
        setahun = satu.target_renstra()[TAHUN_RENSTRA.index(tahun)]
        yield from _setahun(RENJA[tahun], satu.kode, tahun, [setahun, *satu.target_triwulan(tahun)])


def _target_perubahan() -> Iterator[TargetRencana]:
    for kode, (setahun, triwulan) in TARGET_PERUBAHAN.items():
        yield from _setahun(PERUBAHAN, kode, 2025, [nilai_target(setahun), *empat_target(triwulan)])


def _setahun(dokumen: VersiDokumen, kode: str, tahun: int, nilai: list[NilaiRencana | None]) -> Iterator[TargetRencana]:
    if nilai[0] is not None:
        yield from (TargetRencana(dokumen.kode, kode, tahun, tw, n) for tw, n in enumerate(nilai) if n is not None)


def _pagu_renstra() -> Iterator[Pagu]:
    for kode, daftar in PAGU_RENSTRA.items():
        for tahun, ribu in zip(TAHUN_RENSTRA, daftar, strict=True):
            if ribu is not None:
                yield _pagu(RENSTRA, kode, tahun, ribu)


def _pagu_renja(tahun: int) -> Iterator[Pagu]:
    for kode in PAGU_RENSTRA:
        ribu = ribu_renja(kode, tahun)
        if ribu is not None:
            yield _pagu(RENJA[tahun], kode, tahun, ribu)


def _pagu_perubahan() -> Iterator[Pagu]:
    for kode in PAGU_RENSTRA:
        ribu = ribu_perubahan(kode)
        if ribu is not None:
            yield _pagu(PERUBAHAN, kode, 2025, ribu)


def _pagu(dokumen: VersiDokumen, kode: str, tahun: int, ribu: int) -> Pagu:
    return Pagu(dokumen.kode, kode, tahun, Decimal(ribu * 1000))


def ribu_renja(kode: str, tahun: int) -> int | None:
    """The pagu of a leaf in the Renja murni of a year, in thousand rupiah; None: not planned."""
    return PAGU_RENJA.get(tahun, {}).get(kode, PAGU_RENSTRA[kode][TAHUN_RENSTRA.index(tahun)])


def ribu_perubahan(kode: str) -> int | None:
    """The pagu of a leaf in the Renja Perubahan 2025, in thousand rupiah; None: not planned."""
    return PAGU_PERUBAHAN[kode] if kode in PAGU_PERUBAHAN else ribu_renja(kode, 2025)


def _riwayat() -> Iterator[Riwayat]:
    for kode, teks in KONDISI_AWAL.items():
        yield Riwayat(RENSTRA.kode, kode, "kondisi_awal", 2023, _nilai(teks), SUMBER_2023)
    for satu in IKU:
        akhir = satu.target_renstra()[-1]
        if akhir is not None and akhir.bawah is None:
            yield Riwayat(RENSTRA.kode, satu.kode, "kondisi_akhir", TAHUN_RENSTRA[-1], akhir, RENSTRA.nama)
    for kode, teks in {**KONDISI_AWAL, **REALISASI_2023}.items():
        yield Riwayat(RENSTRA.kode, kode, "realisasi", 2023, _nilai(teks), SUMBER_2023)


def _nilai(teks: str) -> NilaiRencana:
    return nilai_target(teks) or NilaiRencana()


def _riwayat_anggaran() -> Iterator[RiwayatAnggaran]:
    for kode, rupiah in RIWAYAT_2023.items():
        yield RiwayatAnggaran(RENSTRA.kode, kode, 2023, Decimal(rupiah), SUMBER_2023)


def _standar() -> Iterator[Standar]:
    for kode, (teks, sumber) in STANDAR.items():
        yield from (Standar(RENSTRA.kode, kode, tahun, angka(teks), sumber) for tahun in TAHUN_RENSTRA)


def _tautan() -> Iterator[Tautan]:
    for kode, (program, indikator, target) in RPJMD.items():
        for tahun, teks in zip(TAHUN_RENSTRA, target.split(), strict=True):
            nilai = NilaiRencana() if teks == KOSONG else _nilai(teks)
            yield Tautan(RENSTRA.kode, kode, program, indikator, tahun, nilai)


def _rujukan(dokumen: VersiDokumen) -> Iterator[Rujukan]:
    """Every indicator and leaf has its row under every document, planned or not."""
    yield from (Rujukan(f"target_{dokumen.jenis}", dokumen.kode, satu.kode) for satu in UKURAN)
    yield from (Rujukan("pagu", dokumen.kode, kode) for kode in PAGU_RENSTRA)
