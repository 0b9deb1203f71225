"""The Sekretaris corrects a figure: old value, new value, reason; the kiriman stays as it came."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from analytics.alur.koreksi import FaktaDikoreksi, Usul, baca_baru, cari_fakta, daftar_fakta, daftar_koreksi, koreksi
from analytics.alur.perintah import HasilPerintah
from analytics.aturan.periode import Periode
from analytics.contoh.akun import CAMAT_CONTOH, KASUBBAG, SEKCAM, AkunContoh, kepala
from analytics.contoh.data_pohon import KODE_PD
from analytics.evaluasi.hasil import Triwulan
from analytics.evaluasi.indikator import rincian_indikator
from analytics.lembar.bentuk.bahan import Ingatan
from analytics.sistem import buka_gudang
from analytics.sop.objek import Objek, baca_kedudukan
from data.gudang import Gudang, Peristiwa
from tests.alat.gudang import buang
from tests.alat.sampai import PADA, TW3, olah, sesudah, supervisi
from tests.alat.tabel_beku import beku

TW4 = Periode(TW3.tahun, 4)
KOMPILASI = Objek.kompilasi(KODE_PD, TW3)
ALASAN = "Sesuai berita acara tanggal 2 Oktober 2026."


@pytest.fixture
def kantor(berkas_contoh: Path, tmp_path: Path) -> Iterator[Gudang]:
    """Where the kompilasi is with the Sekretaris."""
    toko = sesudah(olah, berkas_contoh, tmp_path / "terolah.duckdb")
    yield toko
    buang(toko)


@pytest.fixture(scope="module")
def tanpa_koreksi(berkas_contoh: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gudang]:
    """The same office, for what is refused: nothing but the log may change in it."""
    toko = sesudah(olah, berkas_contoh, tmp_path_factory.mktemp("terolah") / "terolah.duckdb")
    yield toko
    toko.tutup()


@pytest.fixture(scope="module")
def dipilih(tanpa_koreksi: Gudang) -> FaktaDikoreksi:
    return pilih(tanpa_koreksi)


def pilih(gudang: Gudang, jenis: str = "indikator", *, pasangan: bool = False, ordinal: bool = False) -> FaktaDikoreksi:
    return next(
        fakta
        for fakta in daftar_fakta(gudang, KODE_PD, TW3)
        if fakta.jenis == jenis
        and fakta.terverifikasi
        and fakta.keadaan == "terisi"
        and (fakta.nama_pembilang is not None) == pasangan
        and bool(fakta.pilihan) == ordinal
    )


def coba(gudang: Gudang, fakta: FaktaDikoreksi, baru: str, siapa: AkunContoh = SEKCAM, **ganti: str) -> HasilPerintah:
    objek = KOMPILASI
    usul = replace(Usul(fakta.jenis, fakta.kode, fakta.tulisan, baru, ALASAN), **ganti)
    return koreksi(gudang, siapa.pelaku, objek, baca_kedudukan(gudang, objek).versi, usul, PADA)


def test_a_corrected_figure_is_in_force_and_the_kiriman_stays_as_it_came(kantor: Gudang) -> None:
    fakta = pilih(kantor)
    dikirim = kantor.kueri("kiriman_realisasi", kode_pd=KODE_PD, id_kiriman=fakta.id_kiriman)
    hasil = coba(kantor, fakta, "77,5")
    assert hasil.berhasil
    assert hasil.pesan.startswith(f"{fakta.nama}: {fakta.tulisan} dikoreksi menjadi 77,5.")
    kini = rincian_indikator(kantor, KODE_PD, fakta.kode, TW3).kini
    assert kini.dilaporkan is not None
    assert kini.dilaporkan.tepat == Decimal("77.5")
    assert kantor.kueri("kiriman_realisasi", kode_pd=KODE_PD, id_kiriman=fakta.id_kiriman) == dikirim


def test_what_later_formats_are_checked_against_follows_a_correction(kantor: Gudang) -> None:
    fakta, ingatan = pilih(kantor), Ingatan(kantor)

    def dilaporkan() -> Decimal:
        ingatan.segarkan(KODE_PD)
        semua = ingatan.kueri("laporan_unit", kode_pd=KODE_PD, indikator=[fakta.kode], tahun=TW3.tahun)
        return next(baris["nilai"] for baris in semua if (baris["tahun"], baris["triwulan"]) == (TW3.tahun, 3))

    assert dilaporkan() == fakta.nilai
    assert coba(kantor, fakta, "77,5").berhasil
    assert dilaporkan() == Decimal("77.5")


def test_the_log_says_who_corrected_what_into_what_and_why(kantor: Gudang) -> None:
    objek = KOMPILASI
    fakta = pilih(kantor)
    coba(kantor, fakta, "77,5")
    akhir = kantor.kueri("perpindahan_objek", objek=objek.id)[-1]
    assert (akhir["aksi"], akhir["akun"], akhir["catatan"]) == ("koreksi", SEKCAM.id_akun, ALASAN)
    assert f'"lama": "{fakta.tulisan}"' in akhir["rincian"]
    assert '"baru": "77,5"' in akhir["rincian"]


def test_two_figures_are_corrected_one_after_the_other_and_the_last_correction_counts(kantor: Gudang) -> None:
    fakta = pilih(kantor)
    assert coba(kantor, fakta, "77,5").berhasil
    assert coba(kantor, fakta, "78", lama="77,5").berhasil
    baru, lama = daftar_koreksi(kantor, KODE_PD, TW3)
    assert (baru.keadaan, baru.lama, baru.baru) == ("berlaku", "77,5", "78")
    assert (lama.keadaan, lama.lama, lama.baru) == ("digantikan", fakta.tulisan, "77,5")


def test_another_correction_from_the_same_versi_is_a_conflict_and_never_taken_for_a_repeat(kantor: Gudang) -> None:
    objek = KOMPILASI
    fakta = pilih(kantor)
    versi = baca_kedudukan(kantor, objek).versi
    usul = Usul(fakta.jenis, fakta.kode, fakta.tulisan, "77,5", ALASAN)
    assert koreksi(kantor, SEKCAM.pelaku, objek, versi, usul, PADA).berhasil
    assert koreksi(kantor, SEKCAM.pelaku, objek, versi, usul, PADA).berhasil
    assert koreksi(kantor, SEKCAM.pelaku, objek, versi, replace(usul, baru="78"), PADA).status == "bentrok"
    assert [tercatat.baru for tercatat in daftar_koreksi(kantor, KODE_PD, TW3)] == ["77,5"]


def test_an_old_value_that_is_not_in_force_is_refused_and_said(tanpa_koreksi: Gudang, dipilih: FaktaDikoreksi) -> None:
    hasil = coba(tanpa_koreksi, dipilih, "77,5", lama="1")
    assert hasil.status == "bentrok"
    assert f"kini {dipilih.tulisan}, bukan 1" in hasil.pesan
    assert daftar_koreksi(tanpa_koreksi, KODE_PD, TW3) == ()


@pytest.mark.parametrize(
    ("baru", "kalimat"),
    [
        ("1.200", "dapat dibaca 1200 atau 1,2"),
        ("80-90", "bukan satu angka"),
        ("<= 5", "bukan satu angka"),
        ("BB", "bukan satu angka"),
        ("", "Nilai baru belum diisi"),
        ("-", "tidak dapat mengosongkan"),
        ("1e3", "tidak dapat dibaca"),
        ("9" * 61, "terlalu panjang"),
    ],
)
def test_a_text_that_is_not_one_clear_number_is_refused(
    tanpa_koreksi: Gudang, dipilih: FaktaDikoreksi, baru: str, kalimat: str
) -> None:
    hasil = coba(tanpa_koreksi, dipilih, baru)
    assert hasil.status == "ditolak"
    assert kalimat in hasil.pesan
    assert daftar_koreksi(tanpa_koreksi, KODE_PD, TW3) == ()


def test_a_correction_that_changes_nothing_is_refused(tanpa_koreksi: Gudang, dipilih: FaktaDikoreksi) -> None:
    hasil = coba(tanpa_koreksi, dipilih, dipilih.tulisan)
    assert (hasil.status, "memang sudah" in hasil.pesan) == ("ditolak", True)


def test_a_correction_needs_a_reason(tanpa_koreksi: Gudang, dipilih: FaktaDikoreksi) -> None:
    assert coba(tanpa_koreksi, dipilih, "77,5", alasan=" . ").pesan == "Koreksi angka memerlukan alasan."


@pytest.mark.parametrize("siapa", [KASUBBAG, CAMAT_CONTOH, kepala("PEM")])
def test_only_the_sekretaris_corrects(tanpa_koreksi: Gudang, dipilih: FaktaDikoreksi, siapa: AkunContoh) -> None:
    hasil = coba(tanpa_koreksi, dipilih, "77,5", siapa)
    assert (hasil.status, "hanya dapat dilakukan oleh Sekretaris Kecamatan" in hasil.pesan) == ("ditolak", True)


def test_nothing_is_corrected_after_it_went_on_to_the_camat(berkas_contoh: Path, tmp_path: Path) -> None:
    kantor = sesudah(supervisi, berkas_contoh, tmp_path / "tersupervisi.duckdb")
    assert coba(kantor, pilih(kantor), "77,5").status == "ditolak"
    assert daftar_koreksi(kantor, KODE_PD, TW3) == ()
    kantor.tutup()


def test_the_figure_of_a_unit_that_is_not_verified_is_not_part_of_the_kompilasi(salinan_contoh: Path) -> None:
    kantor = buka_gudang(salinan_contoh)
    olah(kantor, unit=("PEM", "TRANTIB"))
    fakta = next(baris_fakta for baris_fakta in daftar_fakta(kantor, KODE_PD, TW3) if baris_fakta.kode_unit == "KESOS")
    hasil = coba(kantor, fakta, "1")
    assert "belum terverifikasi, sehingga tidak termasuk kompilasi ini" in hasil.pesan
    kantor.tutup()


def test_money_is_corrected_in_rupiah(kantor: Gudang) -> None:
    fakta = pilih(kantor, "anggaran")
    assert coba(kantor, fakta, "12,500").status == "ditolak"
    assert coba(kantor, fakta, "Rp 12.500.000").berhasil
    baru = cari_fakta(kantor, KOMPILASI, "anggaran", fakta.kode)
    assert baru is not None
    assert baru.rupiah == Decimal(12_500_000)


def test_more_money_than_the_pagu_is_remarked_on_and_not_refused(gudang_contoh: Gudang) -> None:
    fakta = next(
        baris_fakta for baris_fakta in daftar_fakta(gudang_contoh, KODE_PD, TW3) if baris_fakta.pagu is not None
    )
    assert fakta.pagu is not None
    bacaan = baca_baru(fakta, str(fakta.pagu + 1).split(".", maxsplit=1)[0])
    assert not isinstance(bacaan, str)
    assert "melebihi pagu" in bacaan.tanya[0]


def pasangan(**isi: str) -> FaktaDikoreksi:
    dasar = dict.fromkeys(FaktaDikoreksi.__dataclass_fields__)
    teks = {"jenis": "indikator", "kode": "I", "nama": "Persentase desa tertib", "satuan": "%", "keadaan": "terisi"}
    lain = {"pembilang": Decimal(9), "penyebut": Decimal(12), "faktor": Decimal(100), "pilihan": ()}
    nama = {"nama_pembilang": "Desa tertib", "nama_penyebut": "Seluruh desa", "terverifikasi": True}
    return FaktaDikoreksi(**(dasar | teks | lain | nama | isi))  # type: ignore[arg-type]


def test_a_pair_is_given_as_a_pair() -> None:
    fakta = pasangan()
    bacaan = baca_baru(fakta, "10 / 12")
    assert not isinstance(bacaan, str)
    assert bacaan.pada(fakta).tulisan == "10 / 12"
    assert baca_baru(fakta, "83") == "Nilai baru harus ditulis sebagai Desa tertib / Seluruh desa, misalnya 12 / 13."
    assert baca_baru(fakta, "10/0") == "Penyebut 0, sehingga realisasi tidak dapat dihitung."
    assert "dapat dibaca 1200 atau 1,2" in str(baca_baru(fakta, "1.200/12"))


def test_a_share_of_more_than_the_whole_is_remarked_on() -> None:
    bacaan = baca_baru(pasangan(), "13/12")
    assert not isinstance(bacaan, str)
    assert bacaan.tanya == ("Pembilang 13 lebih besar dari penyebut 12.",)


def test_a_grade_must_be_one_of_its_scale() -> None:
    fakta = replace(pasangan(), nama_pembilang=None, pilihan=("A", "BB", "B"), peringkat="B")
    for ketikan in (" bb ", "B\u00adB\u200b"):
        bacaan = baca_baru(fakta, ketikan)
        assert not isinstance(bacaan, str)
        assert bacaan.peringkat == "BB"
    assert baca_baru(fakta, "80") == "Nilai baru harus salah satu dari A, BB, B."


def test_a_percent_sign_is_taken_only_where_the_satuan_is_percent() -> None:
    fakta = replace(pasangan(), nama_pembilang=None)
    assert not isinstance(baca_baru(fakta, "85%"), str)
    assert "bertanda persen" in str(baca_baru(replace(fakta, satuan="desa"), "85%"))


def test_a_correction_whose_kiriman_was_replaced_is_listed_as_gugur(kantor: Gudang) -> None:
    fakta = pilih(kantor)
    coba(kantor, fakta, "77,5")
    salin_kiriman(kantor, fakta, {"id_kiriman": "baru", "versi": 99})
    (tercatat,) = daftar_koreksi(kantor, KODE_PD, TW3, fakta.kode_unit)
    assert tercatat.keadaan == "gugur"
    kini = rincian_indikator(kantor, KODE_PD, fakta.kode, TW3).kini
    assert kini.dilaporkan is not None
    assert kini.dilaporkan.tepat != Decimal("77.5")


def salin_kiriman(gudang: Gudang, fakta: FaktaDikoreksi, kiriman: dict[str, Any], **laporan: Any) -> None:
    """Another kiriman like that of a figure, of which these columns differ, with the row of this figure alone."""
    lama = next(kiriman for kiriman in beku(gudang, "kiriman", KODE_PD) if kiriman["id_kiriman"] == fakta.id_kiriman)
    baris = next(
        realisasi
        for realisasi in beku(gudang, "realisasi", KODE_PD)
        if (realisasi["id_kiriman"], realisasi["kode_indikator"]) == (fakta.id_kiriman, fakta.kode)
    )
    with gudang.transaksi(Peristiwa(KODE_PD, "uji", "terima", "kiriman", {}, PADA)) as tx:
        tx.tambah("kiriman", [{**lama, "diterima_pada": PADA, **kiriman}])
        tx.tambah("realisasi", [{**baris, "id_kiriman": kiriman["id_kiriman"], **laporan}])


def ulangi(gudang: Gudang, fakta: FaktaDikoreksi) -> None:
    """The unit says for TW IV that what it reported for TW III still holds."""
    kata = "nilai TW III tetap berlaku"
    salin_kiriman(gudang, fakta, {"id_kiriman": "tw4", "triwulan": 4, "versi": 1}, triwulan=4, diketik=kata)


def tw_empat(gudang: Gudang, fakta: FaktaDikoreksi) -> Triwulan:
    return rincian_indikator(gudang, KODE_PD, fakta.kode, TW4).kini


def test_a_later_report_that_says_that_the_value_still_holds_is_corrected_with_it(kantor: Gudang) -> None:
    fakta = pilih(kantor)
    ulangi(kantor, fakta)
    hasil = coba(kantor, fakta, "77,5")
    assert "TW IV (nilai TW III tetap berlaku) ikut dikoreksi." in hasil.pesan
    kini = tw_empat(kantor, fakta)
    assert kini.dilaporkan is not None
    assert kini.dilaporkan.tepat == Decimal("77.5")
    assert kini.asal is not None
    assert kini.asal.tetap == "nilai TW III tetap berlaku"
    (ikut,) = daftar_koreksi(kantor, KODE_PD, TW4)
    assert (ikut.keadaan, ikut.lama, ikut.baru) == ("berlaku", fakta.tulisan, "77,5")
    assert ikut.alasan == f"Mengikuti koreksi TW III (K-1): {ALASAN}"
    rincian = kantor.kueri("perpindahan_objek", objek=KOMPILASI.id)[-1]["rincian"]
    assert '"ikut": [{"id": "K-2", "triwulan": 4}]' in rincian
    assert coba(kantor, fakta, "78", lama="77,5").berhasil
    lagi = tw_empat(kantor, fakta).dilaporkan
    assert lagi is not None
    assert lagi.tepat == 78


@pytest.mark.parametrize(
    ("keadaan", "akibat"),
    [
        ("disetujui", "sudah disetujui dan tidak ikut."),
        ("terinput", "sudah disetujui dan tidak ikut."),
        ("di_camat", "tidak ikut, karena kompilasinya menunggu persetujuan Camat; "),
    ],
)
def test_what_has_passed_the_sekretaris_does_not_follow_and_that_is_said(
    kantor: Gudang, keadaan: str, akibat: str
) -> None:
    fakta = pilih(kantor)
    ulangi(kantor, fakta)
    letak = {"dokumen": "kompilasi", "tahun": TW4.tahun, "triwulan": 4, "kode_unit": "", "jenis": ""}
    with kantor.transaksi(Peristiwa(KODE_PD, "uji", "setujui", "kompilasi", {}, PADA)) as tx:
        tx.tambah("alur", [{"kode_pd": KODE_PD, **letak, "keadaan": keadaan, "revisi": 1, "versi": 1, "sejak": PADA}])
    hasil = coba(kantor, fakta, "77,5")
    assert hasil.berhasil
    assert f"TW IV (nilai TW III tetap berlaku) {akibat}" in hasil.pesan
    kini = tw_empat(kantor, fakta)
    assert kini.dilaporkan is not None
    assert kini.dilaporkan.tepat == fakta.nilai
    assert daftar_koreksi(kantor, KODE_PD, TW4) == ()


def test_what_only_says_that_it_repeats_and_has_another_value_stays_and_is_told_beside_it(kantor: Gudang) -> None:
    """A newer kiriman of TW III can say another value than the one that TW IV repeats."""
    fakta = pilih(kantor)
    ulangi(kantor, fakta)
    salin_kiriman(kantor, fakta, {"id_kiriman": "lagi", "versi": 99}, nilai=Decimal(50))
    assert coba(kantor, fakta, "77,5", lama="50").berhasil
    kini = tw_empat(kantor, fakta)
    assert kini.dilaporkan is not None
    assert kini.dilaporkan.tepat == fakta.nilai
    assert kini.asal is not None
    assert kini.asal.tetap == "nilai TW III tetap berlaku, tetapi TW III kini 77,5"
    assert daftar_koreksi(kantor, KODE_PD, TW4) == ()
