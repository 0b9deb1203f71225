"""The findings that a *rencana* workbook can have, as data."""

from __future__ import annotations

from typing import Any, Final

from analytics.rencana.isi import Asal
from analytics.temuan.butir import Temuan
from analytics.temuan.katalog import Aturan


def _galat(kode: str, aturan: str, sebab: str, sumber: str = "Templat rencana Capaian") -> Aturan:
    return Aturan(kode, "galat", aturan, sebab, sumber)


def _peringatan(kode: str, aturan: str, sebab: str, sumber: str = "Kebiasaan dokumen perencanaan") -> Aturan:
    return Aturan(kode, "peringatan", aturan, sebab, sumber)


def _info(kode: str, aturan: str, sebab: str, sumber: str = "Templat rencana Capaian") -> Aturan:
    return Aturan(kode, "info", aturan, sebab, sumber)


_ANGKA: Final = "Cara penulisan angka Indonesia"
_ATURAN: Final = "PermenPANRB 53/2014, pengukuran kinerja"
_POHON: Final = "Permendagri 86/2017, susunan Renstra dan Renja perangkat daerah"

KATALOG: Final[dict[str, Aturan]] = {
    satu.kode: satu
    for satu in (
        _galat(
            "lembar_tidak_ada", "Semua lembar wajib dari templat harus ada.", "Tanpa lembar itu rencana tidak lengkap."
        ),
        _galat(
            "kolom_tidak_ada", "Judul kolom harus seperti di templat.", "Kolom dicari menurut judulnya, bukan letaknya."
        ),
        _galat("kolom_ganda", "Satu judul kolom hanya boleh ada satu kali.", "Tidak jelas kolom mana yang benar."),
        _galat(
            "tahun_tidak_ada", "Lembar per tahun harus punya judul kolom tahun.", "Tanpa tahun, nilai tidak bertempat."
        ),
        _galat("wajib_kosong", "Sel wajib harus terisi.", "Baris itu tidak dapat disimpan tanpa isian tersebut."),
        _galat(
            "pilihan_asing", "Isi kolom pilihan harus salah satu kata di daftar.", "Kata lain tidak dapat ditafsirkan."
        ),
        _galat(
            "teks_janggal", "Isian teks harus berupa teks biasa.", "Tanggal atau galat Excel bukan teks yang dimaksud."
        ),
        _galat("kode_janggal", "Kode harus berupa teks.", "Excel mengubah kode bertitik menjadi angka atau tanggal."),
        _galat("kode_asing", "Kode yang dirujuk harus ada.", "Baris yang merujuk kode tidak dikenal tidak bertempat."),
        _galat(
            "kode_ganda", "Satu kode atau satu pasangan kunci hanya satu baris.", "Tidak jelas baris mana yang benar."
        ),
        _galat("tahun_janggal", "Tahun ditulis empat angka, 2000 sampai 2100.", "Nilai tidak dapat ditempatkan."),
        _galat(
            "tahun_di_luar_dokumen", "Nilai harus berada dalam masa dokumennya.", "Nilai di luar masa tidak bertempat."
        ),
        _galat(
            "tanggal_janggal",
            "Tanggal ditulis jelas, misalnya 17 September 2025.",
            "Tanggal menentukan versi yang berlaku.",
        ),
        _galat(
            "angka_ambigu",
            "Angka hanya boleh punya satu bacaan.",
            "1.200 dapat berarti seribu dua ratus atau 1,2.",
            _ANGKA,
        ),
        _galat("angka_tidak_terbaca", "Isian harus angka yang dikenal.", "Nilai tidak boleh ditebak.", _ANGKA),
        _galat(
            "format_persen",
            "Format % hanya untuk indikator bersatuan persen.",
            "Excel menyimpan 95% sebagai 0,95.",
            _ANGKA,
        ),
        _galat(
            "bentuk_nilai",
            "Bentuk nilai harus sesuai kolom dan rumusnya.",
            "Rentang atau peringkat tidak selalu dapat dihitung.",
        ),
        _galat(
            "batas_berlawanan",
            "Tanda batas harus sejalan dengan polaritas.",
            "<= pada indikator naik berlawanan arah.",
            _ATURAN,
        ),
        _galat(
            "peringkat_asing",
            "Peringkat harus ada di skalanya.",
            "Peringkat lain tidak dapat dibandingkan.",
            "Data acuan skala peringkat",
        ),
        _galat("rupiah_negatif", "Pagu dan realisasi anggaran tidak negatif.", "Jumlah anggaran akan salah."),
        _galat(
            "dokumen_salah_jenis", "Target Renstra milik Renstra, Target Renja milik Renja.", "Target akan tertukar."
        ),
        _galat(
            "versi_tidak_sesuai", "Murni ke-0; perubahan ke-1 dan seterusnya.", "Urutan versi menentukan yang berlaku."
        ),
        _galat(
            "masa_dokumen",
            "Tahun akhir tidak mendahului tahun awal; Renja satu tahun.",
            "Masa dokumen menjadi kunci target.",
        ),
        _galat(
            "induk_tidak_ada",
            "Simpul selain tujuan harus punya induk yang ada.",
            "Simpul yatim tidak masuk laporan.",
            _POHON,
        ),
        _galat(
            "induk_salah_tingkat",
            "Induk harus tepat satu tingkat di atas.",
            "Susunan tujuan sampai sub kegiatan berjenjang.",
            _POHON,
        ),
        _galat(
            "tingkat_berubah",
            "Tingkat kode yang sudah tersimpan tidak berubah.",
            "Data lama akan berpindah tingkat.",
            _POHON,
        ),
        _galat("rumus_tidak_sejalan", "Rumus harus sejalan dengan polaritas.", "Capaian akan terbalik.", _ATURAN),
        _galat(
            "pembilang_tidak_lengkap",
            "Pembilang, penyebut, dan faktor diisi bersama.",
            "Realisasi tidak dapat dihitung.",
            _ATURAN,
        ),
        _galat(
            "skala_tidak_sesuai",
            "Skala peringkat ada bila dan hanya bila rumusnya ordinal.",
            "Peringkat tidak dapat dibaca.",
            _ATURAN,
        ),
        _galat(
            "aturan_tidak_ada",
            "Tahun yang punya target harus punya aturan indikator.",
            "Capaian tidak dapat dihitung.",
            _ATURAN,
        ),
        _galat(
            "aturan_tanpa_alasan",
            "Aturan yang berubah harus beralasan.",
            "Laporan menjelaskan perubahan cara ukur.",
            _ATURAN,
        ),
        _peringatan("angka_ditanya", "Ejaan angka yang tidak biasa ditanyakan.", "12.5 dibaca 12,5.", _ANGKA),
        _peringatan(
            "batas_tegas",
            "Batas < atau > disimpan sebagai target tanpa tanda.",
            "Nilai tepat di batas akan dihitung 100.",
            _ANGKA,
        ),
        _peringatan(
            "lembar_pilihan_tidak_ada",
            "Lembar pilihan boleh tidak ada.",
            "Bila lembarnya berganti nama, isinya tidak terbaca.",
        ),
        _peringatan(
            "kode_wilayah_janggal",
            "Kode wilayah nn.nn.nn dan kode BPS tujuh angka.",
            "Kode wilayah yang salah banyak beredar.",
            "Kepmendagri kode wilayah; BPS",
        ),
        _peringatan(
            "kode_tidak_seiring",
            "Kode anak diawali kode induknya.",
            "Kode yang menyimpang biasanya salah ketik.",
            "Nomenklatur Permendagri 90/2019",
        ),
        _peringatan(
            "target_triwulan",
            "Target triwulan menghasilkan target tahun menurut agregasi.",
            "Capaian triwulan dan tahun akan bertentangan.",
            _ATURAN,
        ),
        _peringatan(
            "target_tahun_kosong",
            "Target triwulan disertai target tahun.",
            "Tanpa target tahun, indikator dianggap tidak direncanakan.",
            _ATURAN,
        ),
        _peringatan(
            "target_bukan_waktunya",
            "Target triwulan hanya pada triwulan wajib lapor.",
            "Triwulan lain tidak dinilai.",
            _ATURAN,
        ),
        _peringatan(
            "target_menurun", "Target s/d triwulan tidak menurun.", "Nilai kumulatif tidak dapat turun.", _ATURAN
        ),
        _peringatan(
            "target_persen", "Target persen tidak lebih dari 100.", "Biasanya salah ketik atau bukan persen.", _ATURAN
        ),
        _peringatan(
            "target_negatif",
            "Target biasanya tidak negatif.",
            "Rumus capaian tidak bermakna pada target negatif.",
            _ATURAN,
        ),
        _peringatan(
            "sd_bukan_jumlah",
            "Cara isi s/d triwulan dipakai dengan agregasi jumlah.",
            "Nilai lain tidak menumpuk antar triwulan.",
            _ATURAN,
        ),
        _peringatan(
            "nama_lawan_polaritas",
            "Nama indikator sejalan dengan polaritas.",
            "Menurunnya atau jumlah kasus biasanya turun.",
            _ATURAN,
        ),
        _peringatan(
            "pagu_anak",
            "Pagu induk sama dengan jumlah pagu anaknya.",
            "Jumlah dihitung dari tingkat terbawah.",
            "Permendagri 86/2017, formulir E.81",
        ),
        _peringatan(
            "tanpa_unit",
            "Sub kegiatan punya unit, kecuali bila satu unit mengisi anggaran semua.",
            "Tanpa unit, realisasi anggarannya tidak diminta kepada siapa pun.",
            "SOP pengumpulan data kinerja",
        ),
        _peringatan(
            "tanpa_indikator",
            "Kegiatan dan sub kegiatan punya indikator.",
            "Tanpa indikator kinerjanya tidak terukur.",
            _POHON,
        ),
        _peringatan(
            "perubahan_tidak_memuat",
            "Perubahan memuat semua baris versi sebelumnya.",
            "Yang tidak dimuat dianggap tidak direncanakan.",
        ),
        _peringatan(
            "perubahan_tanpa_murni",
            "Perubahan didahului versi murni.",
            "Triwulan sebelum perubahan tidak punya target.",
        ),
        _peringatan(
            "perubahan_mendahului",
            "Tanggal perubahan sesudah versi sebelumnya.",
            "Versi yang berlaku ditentukan tanggal.",
        ),
        _peringatan(
            "dokumen_kosong",
            "Dokumen memuat target atau pagu.",
            "Versi kosong membatalkan semua target versi sebelumnya.",
        ),
        _peringatan(
            "atribut_berubah",
            "Nama dan atribut kode yang tersimpan berubah dengan alasan.",
            "Laporan tahun lalu ikut memakai yang baru.",
        ),
        _peringatan(
            "revisi_dokumen",
            "Dokumen yang sudah ada berisi lain menjadi revisi.",
            "Revisi menggantikan isi yang berlaku; yang lama tetap tersimpan.",
        ),
        _info("lembar_tidak_dibaca", "Lembar di luar templat tidak dibaca.", "Isinya tidak disimpan."),
        _info("kolom_tidak_dibaca", "Kolom di luar templat tidak dibaca.", "Isinya tidak disimpan."),
        _info(
            "batas_dibaca", "Batas <= atau >= disimpan sebagai target.", "Arahnya sudah dinyatakan polaritas.", _ANGKA
        ),
        _info(
            "tanpa_target_triwulan",
            "Indikator berkala sebaiknya punya target triwulan.",
            "Tanpa itu hanya target tahun yang dinilai.",
            _ATURAN,
        ),
    )
}
"""Every finding by its kode."""


def buat(kode: str, pesan: str, saran: str, asal: Asal | None = None, **lain: Any) -> Temuan:
    """Make a finding of the catalogue at a sheet and cell; raises KeyError for a kode that is not in it.

    `lain` holds kode_indikator, diketik and dipahami of `Temuan`.
    """
    lembar, sel = (asal.lembar or None, asal.sel or None) if asal else (None, None)
    return Temuan(kode, KATALOG[kode].tingkat, pesan, saran, lembar, sel, **lain)
