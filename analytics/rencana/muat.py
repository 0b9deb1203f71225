"""The plan that the store holds, in the shape of a workbook's plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, Protocol, TypeVar

from analytics.rencana.isi import (
    Asal,
    Aturan,
    Dokumen,
    ElemenIkk,
    Identitas,
    Indikator,
    Nilai,
    Pagu,
    Rencana,
    Riwayat,
    RiwayatAnggaran,
    Rujukan,
    Simpul,
    Standar,
    Target,
    Tautan,
    Unit,
)
from analytics.rencana.kolom import LAPORAN

Baris = Mapping[str, Any]
_T = TypeVar("_T")


class Penanya(Protocol):
    """Anything that answers a named question: the store, or a transaction in it."""

    def kueri(self, nama: str, **parameter: Any) -> list[dict[str, Any]]:
        """Run `data/kueri/<room>/<nama>.sql`."""
        ...


def muat_rencana(gudang: Penanya, kode_pd: str) -> Rencana | None:
    """The whole plan of one office, each document in its newest revisi, with the newest names of office and units.

    None when the office is not in the store.
    """
    kantor = gudang.kueri("kantor_pada", hari=date.max)
    identitas = next((_identitas(b) for b in kantor if b["kode_pd"] == kode_pd), None)
    if identitas is None:
        return None

    def tanya(nama: str) -> list[dict[str, Any]]:
        return gudang.kueri(nama, kode_pd=kode_pd)

    daftar = tanya("rencana_dokumen")
    kode = {int(b["id_rencana"]): str(b["kode_dokumen"]) for b in daftar}

    def isi(nama: str, buat: Callable[[Baris, str], _T]) -> tuple[_T, ...]:
        return tuple(buat(b, kode[b["id_rencana"]]) for b in tanya(nama) if b["id_rencana"] in kode)

    dokumen = tuple(map(_dokumen, daftar))
    target, pagu = isi("rencana_target", _target), isi("rencana_pagu", _pagu)
    return Rencana(
        identitas=identitas,
        unit=tuple(map(_unit, gudang.kueri("unit_pada", kode_pd=kode_pd, hari=date.max))),
        dokumen=dokumen,
        simpul=tuple(map(_simpul, tanya("simpul"))),
        indikator=_indikator(tanya("rencana_indikator"), tanya("rencana_laporan")),
        aturan=_padatkan(map(_aturan, tanya("rencana_aturan"))),
        target=target,
        pagu=pagu,
        riwayat=isi("rencana_riwayat", _riwayat),
        riwayat_anggaran=isi("rencana_riwayat_anggaran", _riwayat_anggaran),
        standar=isi("rencana_standar", _standar),
        tautan=isi("rencana_tautan", _tautan),
        ikk=isi("rencana_ikk", _ikk),
        rujukan=_rujukan(dokumen, target, pagu),
    )


def muat_aturan(gudang: Penanya, kode_pd: str) -> dict[tuple[str, int], tuple[Aturan, int]]:
    """The rule in force and its revisi for every (kode indikator, tahun) of one office."""
    baris = gudang.kueri("rencana_aturan", kode_pd=kode_pd)
    return {(b["kode_indikator"], b["tahun"]): (_aturan(b), b["revisi"]) for b in baris}


def _identitas(b: Baris) -> Identitas:
    return Identitas(b["kode_pd"], b["nama"], b["kabupaten"], b["kode_wilayah"], b["kode_bps"], b["contoh"])


def _unit(b: Baris) -> Unit:
    return Unit(b["kode_unit"], b["nama"], b["jenis"], b["anggaran_semua"])


def _dokumen(b: Baris) -> Dokumen:
    return Dokumen(
        kode=b["kode_dokumen"],
        jenis=b["jenis"],
        tahun_awal=b["tahun_awal"],
        tahun_akhir=b["tahun_akhir"],
        ke=b["ke"],
        tanggal=b["tanggal"],
        nama=b["dokumen"],
        alasan=b["alasan"],
        revisi=b["revisi"],
    )


def _simpul(b: Baris) -> Simpul:
    return Simpul(b["kode_simpul"], b["tingkat"], b["kode_induk"], b["nama"], b["kode_unit"])


def _rujukan(dokumen: Iterable[Dokumen], target: Iterable[Target], pagu: Iterable[Pagu]) -> tuple[Rujukan, ...]:
    """What the workbook must have listed for these values to exist; a perubahan keeps the rows that it emptied."""
    lembar = {satu.kode: f"target_{satu.jenis}" for satu in dokumen}
    isi: dict[str, dict[tuple[str, str], None]] = {kode: {} for kode in lembar}
    for satu in target:
        isi[satu.dokumen][lembar[satu.dokumen], satu.indikator] = None
    for uang in pagu:
        isi[uang.dokumen]["pagu", uang.simpul] = None
    sebelum: dict[tuple[str, int], dict[tuple[str, str], None]] = {}
    for versi in sorted(dokumen, key=lambda satu: satu.ke):
        isi[versi.kode] = sebelum.get(versi.kunci[:2], {}) | isi[versi.kode]
        sebelum[versi.kunci[:2]] = isi[versi.kode]
    return tuple(Rujukan(nama, kode, milik) for kode, baris in isi.items() for nama, milik in baris)


def _indikator(baris: Iterable[Baris], laporan: Iterable[Baris]) -> tuple[Indikator, ...]:
    milik: defaultdict[str, set[str]] = defaultdict(set)
    for satu in laporan:
        milik[satu["kode_indikator"]].add(satu["laporan"])
    return tuple(
        Indikator(
            kode=b["kode_indikator"],
            simpul=b["kode_simpul"],
            nama=b["nama"],
            satuan=b["satuan"],
            unit=b["kode_unit"],
            definisi=b["definisi"],
            sumber_data=b["sumber_data"],
            laporan=tuple(p.kode for p in LAPORAN if p.kode in milik[b["kode_indikator"]]),
        )
        for b in baris
    )


def _padatkan(per_tahun: Iterable[Aturan]) -> tuple[Aturan, ...]:
    """Rules per year, pressed together: one row for consecutive years with the same rule."""
    hasil: list[Aturan] = []
    for satu in per_tahun:
        if not hasil or not sama_aturan(hasil[-1], satu):
            hasil.append(satu)
    return tuple(hasil)


def _aturan(b: Baris) -> Aturan:
    return Aturan(
        kode=b["kode_indikator"],
        mulai=b["tahun"],
        polaritas=b["polaritas"],
        rumus=b["rumus"],
        frekuensi=b["frekuensi"],
        agregasi=b["agregasi"],
        cara_isi=b["cara_isi"],
        pembilang=b["pembilang"],
        penyebut=b["penyebut"],
        faktor=b["faktor"],
        skala_ordinal=b["skala_ordinal"],
        alasan=b["alasan"],
    )


def sama_aturan(kiri: Aturan, kanan: Aturan) -> bool:
    """Whether two rules say the same, whatever year they begin in."""
    return _tanpa_tahun(kiri) == _tanpa_tahun(kanan)


def _tanpa_tahun(a: Aturan) -> tuple[object, ...]:
    return (
        a.kode,
        a.polaritas,
        a.rumus,
        a.frekuensi,
        a.agregasi,
        a.cara_isi,
        a.pembilang,
        a.penyebut,
        a.faktor,
        a.skala_ordinal,
    )


def _nilai(b: Baris) -> Nilai:
    return Nilai(b["nilai"], b.get("bawah"), b.get("atas"), b["peringkat"])


def _target(b: Baris, dokumen: str) -> Target:
    return Target(dokumen, b["kode_indikator"], b["tahun"], b["triwulan"], _nilai(b), Asal(b["lembar"], b["sel"]))


def _pagu(b: Baris, dokumen: str) -> Pagu:
    return Pagu(dokumen, b["kode_simpul"], b["tahun"], b["rupiah"], Asal(b["lembar"], b["sel"]))


def _riwayat(b: Baris, dokumen: str) -> Riwayat:
    asal = Asal(b["lembar"], b["sel"])
    return Riwayat(dokumen, b["kode_indikator"], b["jenis"], b["tahun"], _nilai(b), b["sumber"], asal)


def _riwayat_anggaran(b: Baris, dokumen: str) -> RiwayatAnggaran:
    asal = Asal(b["lembar"], b["sel"])
    return RiwayatAnggaran(dokumen, b["kode_simpul"], b["tahun"], b["rupiah"], b["sumber"], asal)


def _standar(b: Baris, dokumen: str) -> Standar:
    return Standar(dokumen, b["kode_indikator"], b["tahun"], b["nilai"], b["sumber"])


def _tautan(b: Baris, dokumen: str) -> Tautan:
    return Tautan(dokumen, b["kode_indikator"], b["program_prioritas"], b["indikator_rpjmd"], b["tahun"], _nilai(b))


def _ikk(b: Baris, dokumen: str) -> ElemenIkk:
    return ElemenIkk(dokumen, b["kode_indikator"], b["kode_ikk"], b["nama_ikk"], b["rumus_ikk"], b["elemen"])
