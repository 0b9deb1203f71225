"""Kelurahan and UPT are units, and the pagu of one sub kegiatan can be theirs, a part for each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from analytics.alur.verifikasi import susun_verifikasi
from analytics.aturan.istilah import BAGIAN_UNIT
from analytics.aturan.nomenklatur import kode_bagian
from analytics.aturan.periode import Periode
from analytics.evaluasi.bacaan import baca
from analytics.evaluasi.renja import susun_renja
from analytics.lembar.bentuk.susun import susun_format
from analytics.lembar.catat.terima import terima
from analytics.pembaca.baca import BukuTerbaca
from analytics.rencana.bagian import letak_bagian, simpul_bagian
from analytics.rencana.baris import Pagu, Rencana, Rujukan, Unit, VersiDokumen
from analytics.rencana.impor import PutusanImpor, impor_rencana
from analytics.rencana.lembar.baca import baca_buku, baca_rencana
from analytics.rencana.lembar.susun import susun_templat
from analytics.rencana.periksa.konteks import Tersimpan, susun_konteks
from analytics.rencana.periksa.periksa_rencana import periksa_rencana
from analytics.rencana.simpanan.muat import muat_rencana
from analytics.temuan.butir import Temuan
from data.gudang import Gudang
from tests.alat.isi_format import isi_format
from tests.alat.kosong import gudang_kosong
from tests.alat.periksa import periksa_berkas
from tests.rencana.alat_kecil import KODE_PD, LAPORAN, RENJA, SKALA, SUB_1, buku_kecil, ketik, rencana_kecil

KEL = ("KEL-A", "KEL-B")
BAGIAN = tuple(kode_bagian(SUB_1, unit) for unit in KEL)
RENJA_P1 = "RENJA-25-P1"
TW1 = Periode(2025, 1)
PADA = datetime(2025, 4, 2, 9, 0)


def terbagi(*rupiah: int, dokumen: str = RENJA) -> Rencana:
    """The small plan, with two kelurahan that share one sub kegiatan in its Renja."""
    dasar = rencana_kecil()
    unit = tuple(
        Unit(kode, f"Kelurahan {kode[-1]}", "kelurahan", anggaran_semua=False, kode_sub_skpd=f"7.01.0.05.{nomor:04}")
        for nomor, kode in enumerate(KEL, 1)
    )
    milik = tuple(Pagu(dokumen, kode, 2025, Decimal(angka)) for kode, angka in zip(BAGIAN, rupiah, strict=True))
    lain = tuple(pagu for pagu in dasar.pagu if (pagu.dokumen, pagu.simpul) != (dokumen, SUB_1))
    rujukan = tuple(
        lama for lama in dasar.rujukan if (lama.lembar, lama.dokumen, lama.kode) != ("pagu", dokumen, SUB_1)
    )
    return replace(
        dasar,
        unit=(*(replace(lama, anggaran_semua=False) for lama in dasar.unit), *unit),
        simpul=(*dasar.simpul, *simpul_bagian(milik, unit)),
        pagu=(*lain, *milik),
        rujukan=(*rujukan, *(Rujukan("pagu", dokumen, kode) for kode in BAGIAN)),
    )


def impor(gudang: Gudang, rencana: Rencana) -> PutusanImpor:
    pada = datetime(2025, 1, 5, 8, 0)
    return impor_rencana(gudang, susun_templat(rencana).isi, "rencana.xlsx", "Kasubbag (uji)", pada, "Sesuai dokumen")


def temuan(rencana: Rencana, tersimpan: Tersimpan | None = None) -> tuple[Temuan, ...]:
    bacaan = baca_rencana(b"", lambda _: buku_kecil())
    return periksa_rencana(susun_konteks(replace(bacaan, rencana=rencana), tersimpan, SKALA), ())


def test_a_row_for_each_unit_goes_in_and_comes_out_of_a_workbook_as_it_was_typed() -> None:
    buku = baca_buku(susun_templat(terbagi(4_000_000, 6_000_000)).isi)
    assert isinstance(buku, BukuTerbaca)
    judul = {sel.teks: alamat for alamat, sel in buku.lembar["Pagu"].sel.items() if alamat.endswith("4")}
    assert judul["2025"] == "E4"
    assert judul["Unit"] == "G4"
    baris = [nomor for nomor, sel in buku.lembar["Pagu"].baris() if sel.get("G") and sel["G"].teks in KEL]
    isi = [[buku.lembar["Pagu"].sel[f"{huruf}{nomor}"].teks for huruf in "ABG"] for nomor in baris]
    assert isi == [[RENJA, SUB_1, unit] for unit in KEL]
    pohon = {sel.teks for sel in buku.lembar["Pohon"].sel.values()}
    assert not set(BAGIAN) & pohon
    bacaan = baca_rencana(b"", lambda _: buku)
    assert bacaan.rencana is not None
    assert bacaan.temuan == ()
    assert letak_bagian(bacaan.rencana.simpul) == {kode: (SUB_1, unit) for kode, unit in zip(BAGIAN, KEL, strict=True)}


def test_the_parts_are_stored_below_their_sub_kegiatan_and_imported_again_they_change_nothing() -> None:
    gudang = gudang_kosong()
    assert impor(gudang, terbagi(4_000_000, 6_000_000)).status == "tersimpan"
    tersimpan = muat_rencana(gudang, KODE_PD)
    assert tersimpan is not None
    assert {pagu.simpul: pagu.rupiah for pagu in tersimpan.pagu if pagu.dokumen == RENJA and pagu.simpul in BAGIAN} == {
        BAGIAN[0]: 4_000_000,
        BAGIAN[1]: 6_000_000,
    }
    urut = [baris["kode_simpul"] for baris in gudang.kueri("simpul", kode_pd=KODE_PD)]
    assert urut[urut.index(SUB_1) : urut.index(SUB_1) + 3] == [SUB_1, *BAGIAN]
    unit = {baris["kode_unit"]: baris for baris in gudang.kueri("unit_pada", kode_pd=KODE_PD, hari=date(2025, 2, 1))}
    assert (unit["KEL-A"]["jenis"], unit["KEL-A"]["kode_sub_skpd"]) == ("kelurahan", "7.01.0.05.0001")
    assert impor(gudang, tersimpan).status == "sudah_diimpor"
    gudang.tutup()


def test_a_good_division_is_no_finding_and_one_that_does_not_add_up_is() -> None:
    assert temuan(terbagi(4_000_000, 6_000_000)) == ()
    assert [butir.kode for butir in temuan(terbagi(4_000_000, 5_000_000))] == ["pagu_anak"]


def test_what_is_divided_is_divided_through_the_year() -> None:
    dasar = terbagi(4_000_000, 6_000_000, dokumen=RENJA_P1)
    murni = next(dokumen for dokumen in dasar.dokumen if dokumen.kode == RENJA)
    perubahan = VersiDokumen(RENJA_P1, "renja", 2025, 2025, 1, date(2025, 9, 1), "Renja Perubahan 2025", "APBD-P")
    ulang = [replace(t, dokumen=RENJA_P1) for t in dasar.target if t.dokumen == RENJA]
    uang = [replace(p, dokumen=RENJA_P1) for p in dasar.pagu if p.dokumen == RENJA and p.simpul != SUB_1]
    rujukan = [replace(r, dokumen=RENJA_P1) for r in dasar.rujukan if r.dokumen == RENJA and r.kode != SUB_1]
    rencana = replace(
        dasar,
        dokumen=(*dasar.dokumen, perubahan),
        target=(*dasar.target, *ulang),
        pagu=(*dasar.pagu, *uang),
        rujukan=(*dasar.rujukan, *rujukan),
    )
    kode = {butir.kode: butir for butir in temuan(rencana)}
    assert "bagian_tengah_tahun" in kode
    assert murni.sebutan in kode["bagian_tengah_tahun"].pesan
    assert kode["bagian_tengah_tahun"].tingkat == "galat"


@pytest.mark.parametrize(
    ("ketikan", "kode"),
    [
        ("7.01.0.00.0.00.05.001", "7.01.0.00.0.00.05.0001"),
        ("7.01.0.00.0.00.05.0001", "7.01.0.00.0.00.05.0001"),
        ("7-01.0-00.0-00.05.012", "7-01.0-00.0-00.05.0012"),
    ],
)
def test_the_last_group_of_a_sub_skpd_is_kept_with_four_digits(ketikan: str, kode: str) -> None:
    bacaan = baca_rencana(b"", lambda _: ketik({"Unit!C5": "kelurahan", "Unit!E5": ketikan}))
    assert bacaan.rencana is not None
    assert (bacaan.rencana.unit[0].jenis, bacaan.rencana.unit[0].kode_sub_skpd) == ("kelurahan", kode)
    assert {butir.kode for butir in bacaan.temuan} <= {"kode_dibaca"}


def test_the_level_of_a_part_is_none_that_a_sheet_can_name() -> None:
    bacaan = baca_rencana(b"", lambda _: ketik({"Pohon!A9": BAGIAN_UNIT.replace("_", " ")}))
    assert "pilihan_asing" in {butir.kode for butir in bacaan.temuan}


def test_each_kelurahan_fills_its_own_workbook_and_the_office_is_the_sum_of_them() -> None:
    """From the plan workbook to E.81: K and Rp of one sub kegiatan, 3 + 2 laporan and 1 + 2 million rupiah."""
    gudang = gudang_kosong()
    assert impor(gudang, _berbagian(terbagi(4_000_000, 6_000_000))).status == "tersimpan"
    for unit, laporan, rupiah in (("KEL-A", 3, 1_000_000), ("KEL-B", 2, 2_000_000)):
        kosong = susun_format(gudang, KODE_PD, unit, TW1, PADA).isi
        isian = {f"{LAPORAN}.{unit[-1]}": {"realisasi": laporan}}
        anggaran = {kode_bagian(SUB_1, unit): {"rupiah": rupiah}}
        berkas = isi_format(kosong, isian, anggaran)
        periksaan = periksa_berkas(gudang, KODE_PD, berkas, f"{unit}.xlsx")
        assert terima(gudang, periksaan, {}, "penguji", PADA, unit).status == "diterima"
    bacaan = baca(gudang, KODE_PD, TW1)
    semua = {baris.kode_simpul: baris for baris in susun_renja(bacaan).baris}
    kantor = {kinerja.baris.indikator.kode: kinerja.kini for kinerja in semua[SUB_1].kinerja}[LAPORAN]
    assert kantor.realisasi is not None
    assert (kantor.realisasi.tepat, kantor.target.nilai) == (5, 3)
    assert kantor.asal is not None
    assert [bagian.alamat.split(",")[0] for bagian in kantor.asal.dari] == ["KEL-A.xlsx", "KEL-B.xlsx"]
    assert semua[SUB_1].uang.kini.realisasi == 3_000_000
    unit = {kode: [kinerja.baris.indikator.kode for kinerja in semua[kode].kinerja] for kode in BAGIAN}
    assert unit == {BAGIAN[0]: [f"{LAPORAN}.A"], BAGIAN[1]: [f"{LAPORAN}.B"]}
    verifikasi = susun_verifikasi(gudang, bacaan, "KEL-A")
    assert [baris.baris.indikator.kode for baris in verifikasi.indikator] == [f"{LAPORAN}.A"]
    assert [(uang.kode, uang.pagu, uang.kini.rupiah) for uang in verifikasi.uang if uang.kini] == [
        (BAGIAN[0], 4_000_000, 1_000_000)
    ]
    gudang.tutup()


def _berbagian(rencana: Rencana) -> Rencana:
    """The indicator of the shared sub kegiatan, made of one for each kelurahan."""
    aturan = next(aturan for aturan in rencana.aturan if aturan.kode == LAPORAN)
    asal = next(indikator for indikator in rencana.indikator if indikator.kode == LAPORAN)
    target = [t for t in rencana.target if (t.dokumen, t.indikator) == (RENJA, LAPORAN)]
    hasil = replace(rencana, aturan=tuple(a for a in rencana.aturan if a is not aturan))
    for unit in KEL:
        kode = f"{LAPORAN}.{unit[-1]}"
        hasil = replace(
            hasil,
            indikator=(*hasil.indikator, replace(asal, kode=kode, unit=unit)),
            aturan=(*hasil.aturan, replace(aturan, kode=kode, bagian_dari=LAPORAN)),
            target=(*hasil.target, *(replace(t, indikator=kode) for t in target)),
            rujukan=(*hasil.rujukan, Rujukan("target_renja", RENJA, kode)),
        )
    return replace(hasil, aturan=(*hasil.aturan, replace(aturan, agregasi_unit="jumlah")))
