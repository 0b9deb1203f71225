"""The plan of the sample office, put together from its data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from analytics.contoh.anggaran import LEAF, pagu_perubahan, pagu_renja, pagu_renstra
from analytics.contoh.data_pohon import KANTOR, PERUBAHAN, POHON, RENJA, RENSTRA, TAHUN_RENSTRA, UNIT
from analytics.contoh.sejarah import (
    ATURAN_BARU,
    IKK,
    RIWAYAT,
    RIWAYAT_ANGGARAN,
    RPJMD,
    STANDAR,
    SUMBER_2023,
    TARGET_BARU,
    Lalu,
)
from analytics.contoh.ukuran import IKU, UKURAN, Ukuran, angka, empat_target, nilai_target
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

_FAKTOR: Final = Decimal(100)
"""Every indicator of the sample office that is computed is a percentage."""


def rencana_murni() -> Rencana:
    """The Renstra, the Renja of three years, and the history."""
    target = (*_target_renstra(), *(target for tahun in RENJA for target in _target_renja(tahun)))
    pagu = (*_pagu_renstra(), *(pagu for tahun in RENJA for pagu in _pagu_renja(tahun)))
    dokumen = (RENSTRA, *RENJA.values())
    return Rencana(
        identitas=KANTOR,
        unit=UNIT,
        dokumen=dokumen,
        simpul=POHON,
        indikator=tuple(map(_indikator, UKURAN)),
        aturan=tuple(aturan for ukuran in UKURAN for aturan in _aturan(ukuran)),
        target=target,
        pagu=pagu,
        riwayat=tuple(_riwayat()),
        riwayat_anggaran=tuple(_riwayat_anggaran()),
        standar=tuple(_standar()),
        tautan=tuple(_tautan()),
        ikk=tuple(_ikk()),
        rujukan=tuple(rujukan for d in dokumen for rujukan in _rujukan(d)),
    )


def rencana_perubahan() -> Rencana:
    """The Renja Perubahan, a workbook of its own; it repeats the units, the tree and the indicators."""
    murni = rencana_murni()
    diubah = {target.kode for target in TARGET_BARU}
    target = (replace(target, dokumen=PERUBAHAN.kode) for target in _target_renja(PERUBAHAN.tahun_awal))
    tetap = tuple(target for target in target if target.indikator not in diubah)
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


def _indikator(ukuran: Ukuran) -> IndikatorRencana:
    return IndikatorRencana(
        kode=ukuran.kode,
        simpul=ukuran.simpul,
        nama=ukuran.nama,
        satuan=ukuran.satuan,
        unit=ukuran.unit,
        definisi=ukuran.definisi,
        sumber_data=ukuran.sumber_data,
        laporan=tuple(pilihan.kode for pilihan in LAPORAN if pilihan.kode in ukuran.laporan),
    )


def _aturan(ukuran: Ukuran) -> Iterator[AturanRencana]:
    awal = AturanRencana(
        kode=ukuran.kode,
        mulai=TAHUN_RENSTRA[0],
        polaritas=ukuran.polaritas,
        rumus=ukuran.rumus,
        frekuensi=ukuran.frekuensi,
        agregasi=ukuran.agregasi,
        cara_isi=ukuran.cara_isi,
        pembilang=ukuran.pembilang,
        penyebut=ukuran.penyebut,
        faktor=_FAKTOR if ukuran.penyebut else None,
        skala_ordinal=ukuran.skala,
        alasan=None,
    )
    yield awal
    for baru in ATURAN_BARU:
        if baru.kode == ukuran.kode:
            yield replace(awal, mulai=baru.mulai, agregasi=baru.agregasi, alasan=baru.alasan)


def _target_renstra() -> Iterator[TargetRencana]:
    for ukuran in UKURAN:
        for tahun in TAHUN_RENSTRA:
            nilai = ukuran.target(tahun)
            if nilai is not None:
                yield TargetRencana(RENSTRA.kode, ukuran.kode, tahun, 0, nilai)


def _target_renja(tahun: int) -> Iterator[TargetRencana]:
    """The year as in the Renstra, with its quarters."""
    for ukuran in UKURAN:
        yield from _setahun(RENJA[tahun], ukuran.kode, [ukuran.target(tahun), *ukuran.target_triwulan(tahun)])


def _target_perubahan() -> Iterator[TargetRencana]:
    for baru in TARGET_BARU:
        setahun = nilai_target(baru.target) if baru.target else None
        yield from _setahun(PERUBAHAN, baru.kode, [setahun, *empat_target(baru.triwulan)])


def _setahun(dokumen: VersiDokumen, kode: str, nilai: list[NilaiRencana | None]) -> Iterator[TargetRencana]:
    """The targets of a Renja: of its year, then of the quarters."""
    if nilai[0] is not None:
        tahun = dokumen.tahun_awal
        yield from (TargetRencana(dokumen.kode, kode, tahun, tw, n) for tw, n in enumerate(nilai) if n is not None)


def _pagu_renstra() -> Iterator[Pagu]:
    for kode in LEAF:
        for tahun in TAHUN_RENSTRA:
            yield from _pagu(RENSTRA, kode, tahun, pagu_renstra(kode, tahun))


def _pagu_renja(tahun: int) -> Iterator[Pagu]:
    for kode in LEAF:
        yield from _pagu(RENJA[tahun], kode, tahun, pagu_renja(kode, tahun))


def _pagu_perubahan() -> Iterator[Pagu]:
    for kode in LEAF:
        yield from _pagu(PERUBAHAN, kode, PERUBAHAN.tahun_awal, pagu_perubahan(kode))


def _pagu(dokumen: VersiDokumen, kode: str, tahun: int, ribu: int | None) -> Iterator[Pagu]:
    if ribu is not None:
        yield Pagu(dokumen.kode, kode, tahun, Decimal(ribu * 1000))


def _riwayat() -> Iterator[Riwayat]:
    """Kondisi awal and akhir of the IKU, where that is one value, then what was realised before."""
    iku = {ukuran.kode for ukuran in IKU}
    for lalu in RIWAYAT:
        if lalu.kode in iku:
            yield _lalu(lalu, "kondisi_awal")
    for ukuran in IKU:
        akhir = ukuran.target(TAHUN_RENSTRA[-1])
        if akhir is not None and akhir.bawah is None:
            yield Riwayat(RENSTRA.kode, ukuran.kode, "kondisi_akhir", TAHUN_RENSTRA[-1], akhir, RENSTRA.nama)
    yield from (_lalu(lalu, "realisasi") for lalu in RIWAYAT)


def _lalu(lalu: Lalu, jenis: str) -> Riwayat:
    return Riwayat(RENSTRA.kode, lalu.kode, jenis, lalu.tahun, nilai_target(lalu.nilai) or NilaiRencana(), SUMBER_2023)


def _riwayat_anggaran() -> Iterator[RiwayatAnggaran]:
    for lalu in RIWAYAT_ANGGARAN:
        yield RiwayatAnggaran(RENSTRA.kode, lalu.kode, lalu.tahun, Decimal(lalu.rupiah), SUMBER_2023)


def _standar() -> Iterator[Standar]:
    for standar in STANDAR:
        nilai = angka(standar.nilai)
        yield from (Standar(RENSTRA.kode, standar.kode, tahun, nilai, standar.sumber) for tahun in TAHUN_RENSTRA)


def _tautan() -> Iterator[Tautan]:
    for tautan in RPJMD:
        for tahun, teks in zip(TAHUN_RENSTRA, tautan.target.split(), strict=True):
            nilai = nilai_target(teks) or NilaiRencana()
            yield Tautan(RENSTRA.kode, tautan.kode, tautan.program, tautan.indikator, tahun, nilai)


def _ikk() -> Iterator[ElemenIkk]:
    for ikk in IKK:
        for elemen in ikk.elemen:
            yield ElemenIkk(RENSTRA.kode, ikk.indikator, ikk.kode_ikk, ikk.nama_ikk, ikk.rumus_ikk, elemen)


def _rujukan(dokumen: VersiDokumen) -> Iterator[Rujukan]:
    """Every indicator and leaf has its row under every document, planned or not."""
    yield from (Rujukan(f"target_{dokumen.jenis}", dokumen.kode, ukuran.kode) for ukuran in UKURAN)
    yield from (Rujukan("pagu", dokumen.kode, kode) for kode in LEAF)
