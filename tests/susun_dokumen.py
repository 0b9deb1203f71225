"""Writes what is made of the code: the pages of docs/ that say it, and the codes of the findings as types.

`python -m tests.susun_dokumen`.

It stands with the tests because no room of the program writes documentation, and tests/test_dokumentasi.py compares.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from string import Formatter
from typing import Any, Final

from analytics.acuan import Butir
from analytics.aturan.agregasi import DAFTAR_AGREGASI
from analytics.aturan.angka import tulis_angka
from analytics.aturan.capaian import Pengaturan, Target, hitung, hitung_padanan
from analytics.aturan.ekspresi import tulis_ekspresi
from analytics.aturan.pengakuan import KELAS, SALAH_HITUNG
from analytics.aturan.periode import NAMA_FREKUENSI, NAMA_KEADAAN, ROMAWI, TERISI, WAJIB_LAPOR
from analytics.aturan.predikat import SkalaPredikat, susun_skala
from analytics.aturan.rumus import (
    ALASAN,
    DAFTAR_RUMUS,
    Bentuk,
    Kasus,
    Rumus,
    render_excel,
)
from analytics.dokumen.tabel import Tabel, tulis_isi
from analytics.formulir import BUTIR, FORMULIR
from analytics.papan.diagram import susun_diagram
from analytics.papan.tabel_papan import tabel_perpindahan, tabel_sop
from analytics.papan.tenggat import baca_waktu_baku, waktu_baku
from analytics.sop.izin import IZIN, peran_untuk, sebut_peran
from analytics.sop.langkah import LANGKAH, SOP
from analytics.sop.peran import NAMA_PERAN
from analytics.temuan.butir import URUTAN_TINGKAT
from analytics.temuan.katalog import (
    KATALOG_FORMAT,
    KATALOG_RENCANA,
    KELOMPOK_FORMAT,
    SALAH_KETIK,
    SEKALI_SETAHUN,
    AturanTemuan,
)
from data.gudang import Gudang
from pages import DAFTAR, SEMUA_LANGKAH, Halaman
from tests.alat.gambar_ruang import susun_gambar_ruang
from tests.alat.gudang import tanya_bernama

DOKUMEN: Final = Path(__file__).parents[1] / "docs"
KODE: Final = Path(__file__).parents[1] / "analytics/temuan/kode.py"
_KEPALA_KODE: Final = '''"""The codes of the catalogue as types, made of it by `python -m tests.susun_dokumen`."""

from __future__ import annotations

from typing import Literal
'''
_PENGANTAR: Final = (
    "*Halaman ini disusun dari kode oleh `python -m tests.susun_dokumen`; perubahan dengan tangan akan ditolak.*"
)

_BENTUK: Final[Mapping[Bentuk, str]] = {"angka": "Target satu angka", "rentang": "Target rentang (bawah sampai atas)"}
_ALAMAT: Final = {"target": "C5", "realisasi": "D5", "bawah": "E5", "atas": "F5"}
_KEBIJAKAN: Final = frozenset({"kebijakan_nol"})
_TINGKAT: Final = {
    "galat": "Berkas tidak disimpan: isinya tidak dapat dikenali, dibaca, atau disimpan tanpa menebak.",
    "peringatan": "Berkas dapat disimpan setelah isinya dibetulkan atau diberi alasan.",
    "info": "Pemberitahuan; tidak perlu ditanggapi.",
}
_KELOMPOK: Final = {
    "Berkas": "Berkasnya utuh, aman, dan dapat dibaca. Diperiksa lebih dahulu, sebelum isinya.",
    "Identitas": "Format ini milik siapa, dan untuk triwulan yang mana.",
    "Susunan": "Lembar, kolom, dan baris masih seperti di format.",
    "Sel": "Isi setiap sel dapat dibaca tanpa menebak.",
    "Makna": "Isi yang terbaca masuk akal. Tidak pernah menolak berkas: yang ditanyakan dapat dijelaskan.",
    "Riwayat": "Isi yang terbaca sejalan dengan laporan sebelumnya. Tidak pernah menolak berkas.",
}
HIDUP: Final = {
    "baru": ("Baru ditemukan.", "Galat, atau peringatan yang belum diberi alasan; info tetap di sini."),
    "dijelaskan": (
        "Peringatan sudah diberi alasan.",
        "Alasannya dari kolom Keterangan di format, dari faktor penghambat (nilai memburuk), atau dari layar.",
    ),
    "diperbaiki": (
        "Tidak ditemukan lagi pada unggahan berikutnya.",
        "Baris yang sama terbaca kembali, dan selnya tidak menyimpan galat lain.",
    ),
    "diterima": (
        "Alasannya diterima.",
        "Kasubbag menekan *Terima penjelasan* pada unggahan yang sudah diterima; nama dan tanggalnya tercatat.",
    ),
}
"""What a finding can have become: what that means, and when it happens."""
_RUPA_ISIAN: Final = {"saran": "menurut keadaannya"}
"""Names in a template of a saran that say nothing to a reader, in words."""


def susun_kode() -> str:
    """The module that names the codes of the catalogue as types."""
    return f"{_KEPALA_KODE}\n{_literal('KodeFormat', KATALOG_FORMAT)}{_literal('KodeRencana', KATALOG_RENCANA)}"


def _literal(nama: str, kode: Iterable[str]) -> str:
    baris = "".join(f'    "{butir}",\n' for butir in kode)
    return f"{nama} = Literal[\n{baris}]\n"


def susun_semua() -> dict[str, str]:
    """Every generated page by its file name."""
    gudang = Gudang.buka(None)
    try:
        return {nama: susun(gudang) for nama, susun in TERSUSUN.items()}
    finally:
        gudang.tutup()


def susun_rumus(gudang: Gudang) -> str:
    """Rumus, agregasi, frekuensi, predikat and settings."""
    skala = susun_skala(gudang.kueri("skala_predikat"))
    pengaturan = Pengaturan(None, 2, nol_seratus=True, skala=next(iter(skala.values())), skala_ordinal={})
    return _halaman(
        "Rumus dan aturan hitung",
        (
            "Setiap angka di layar dan di buku kerja dihitung dengan aturan di halaman ini. Satu daftar di dalam kode "
            "menjadi rumus basis data, rumus Excel, cara hitung di layar, dan halaman ini.",
            "## Rumus capaian",
            *(bagian for rumus in DAFTAR_RUMUS.values() for bagian in _rumus(rumus, pengaturan)),
            "## Bila capaian tidak ada nilainya",
            "Capaian yang tidak dapat dihitung dibiarkan tanpa nilai beserta alasannya; tidak pernah diganti 0.",
            _tabel(("Kode", "Alasan"), ((f"`{kode}`", alasan) for kode, alasan in ALASAN.items())),
            *_pembulatan(),
            *_agregasi(),
            *_frekuensi(),
            *_skala_predikat(skala),
            *_skala_ordinal(gudang),
            *_pengaturan(gudang),
        ),
    )


def _rumus(rumus: Rumus, pengaturan: Pengaturan) -> Iterable[str]:
    yield f"### {rumus.nama}"
    yield f"Kode `{rumus.kode}`, polaritas {' dan '.join(rumus.polaritas)}. {rumus.kalimat}"
    yield f"> {tulis_ekspresi(rumus.umum)}"
    yield f"Sumber: {rumus.sumber}."
    for bentuk, judul in _BENTUK.items():
        yield f"{judul}; baris pertama yang cocok berlaku:"
        yield _tabel(("Bila", "Capaian"), (_kasus(kasus) for kasus in rumus.kasus(bentuk)))
    yield from _contoh(rumus, pengaturan)


def _kasus(kasus: Kasus) -> tuple[str, str]:
    bila = "selain itu" if kasus.bila is None else tulis_ekspresi(kasus.bila)
    syarat = f" (bila pengaturan `{kasus.kebijakan}` = seratus)" if kasus.kebijakan else ""
    hasil = tulis_ekspresi(kasus.hasil) if kasus.hasil else f"tanpa nilai: {ALASAN[str(kasus.tanpa)]}"
    return bila + syarat, hasil


def _contoh(rumus: Rumus, pengaturan: Pengaturan) -> Iterable[str]:
    contoh = rumus.contoh
    capaian = hitung(rumus.kode, Fraction(contoh.realisasi), Target(nilai=Decimal(contoh.target)), pengaturan)
    lain = hitung_padanan(capaian, pengaturan)
    padanan = f" Dengan rumus lain untuk polaritas yang sama: {lain.cara_hitung}." if lain else ""
    yield f"Contoh ({contoh.sumber}): {capaian.cara_hitung}.{padanan}"
    yield "Di basis data dan di Excel (target di C5, realisasi di D5):"
    yield "\n".join(
        (
            "```text",
            f"bulat(capaian_mentah('{rumus.kode}', {contoh.realisasi}, {contoh.target}, NULL, NULL, true), 2)",
            f"={render_excel(rumus, 'angka', _ALAMAT, _KEBIJAKAN)}",
            "```",
        )
    )


def _pembulatan() -> Iterable[str]:
    yield "## Pembulatan"
    yield (
        "Capaian dihitung dari masukan yang tidak dibulatkan (pembilang / penyebut × faktor bila ada), diambil sampai "
        "sepuluh desimal, lalu dibulatkan ke desimal pengaturan; setengah dibulatkan menjauhi nol. Contoh: "
        "450,03 / 200 × 100 = 225,015 menjadi 225,02. Predikat membaca nilai yang sudah dibatasi dan dibulatkan; "
        "tercapai atau tidak dinilai sebelum pembulatan."
    )
    yield (
        "Realisasi yang dihitung dari pembilang dan penyebut (atau dari beberapa nilai yang di antaranya dihitung "
        "demikian) dan kurang sedikit dari target berdesimal dibandingkan pada desimal target itu, sekurang-kurangnya "
        "dua: 11 dari 13 (84,615…) mencapai 84,62, tidak mencapai 85. Capaiannya tetap 99,99, ditandai *tercapai "
        "(target dibulatkan)*. Realisasi yang diketik dibandingkan seperti diketik."
    )


def _agregasi() -> Iterable[str]:
    yield "## Agregasi triwulan menjadi tahun"
    sel = ("G5", "H5", "I5", "J5")
    yield _tabel(
        ("Agregasi", "Arti", "Perlu semua triwulan", "Excel (triwulan I–IV di G5–J5)"),
        (
            (f"`{kode}`", agregasi.kalimat, "ya" if agregasi.perlu_semua else "tidak", f"`={agregasi.excel(sel)}`")
            for kode, agregasi in DAFTAR_AGREGASI.items()
        ),
    )
    yield (
        "Bila satu triwulan yang wajib belum dilaporkan, agregasi yang perlu semua triwulan tidak memberi capaian "
        "(`belum_lengkap`). Indikator yang diisi *s/d triwulan* selalu memakai nilai akhir."
    )


def _frekuensi() -> Iterable[str]:
    yield "## Frekuensi dan empat keadaan kosong"
    yield _tabel(
        ("Frekuensi", "Arti", "Wajib dilaporkan pada triwulan"),
        (
            (f"`{kode}`", NAMA_FREKUENSI[kode], ", ".join(ROMAWI[nomor] for nomor in triwulan))
            for kode, triwulan in WAJIB_LAPOR.items()
        ),
    )
    yield (
        "Rencana boleh menyebut triwulan jatuh temponya sendiri (kolom Jatuh tempo). Bila rencana memberi target per "
        "triwulan, triwulan tanpa target tidak wajib dilaporkan. Laporan yang datang lebih awal tetap dihitung sampai "
        "jatuh temponya."
    )
    arti = {
        "belum_waktunya": "Menurut frekuensinya belum wajib dilaporkan; tidak dihitung sebagai kekurangan.",
        "belum_ada_data": "Sudah wajib dilaporkan, tetapi kosong atau belum dikirim; alasannya diminta.",
        "tidak_direncanakan": "Tidak ada target tahun ini. Ini bukan target 0.",
        "tidak_ada_kejadian": "Jatuh tempo, tetapi tidak ada yang dapat diukur (0 dari 0); sebabnya diminta. "
        "Triwulan itu dikeluarkan pada realisasi dan pada target; empat triwulan demikian memberi tahun itu keadaan "
        "ini, di luar n dan m.",
    }
    yield _tabel(
        ("Keadaan", "Arti"),
        ((NAMA_KEADAAN[kode], arti[kode]) for kode in NAMA_KEADAAN if kode != TERISI),
    )


def _skala_predikat(skala: Mapping[str, SkalaPredikat]) -> Iterable[str]:
    yield "## Skala predikat"
    for kode, jenjang in skala.items():
        yield f"### `{kode}`"
        yield f"Sumber: {jenjang.sumber}."
        yield _tabel(
            ("Predikat", "Simbol", "Berlaku di atas", "Tercetak di peraturan"),
            (
                (baris.predikat, baris.simbol, _angka(baris.di_atas, "(selebihnya)"), _tercetak(baris))
                for baris in jenjang.jenjang
            ),
        )
    yield (
        "Skala tercetak punya celah (misalnya antara 90 dan 91). Capaian menutupnya setengah terbuka: tepat di batas "
        "termasuk jenjang di bawahnya. Nilai di dalam celah ditandai agar pemeriksa tahu bahwa kantor lain dapat "
        "membacanya berbeda."
    )


def _tercetak(baris: Any) -> str:
    if baris.tercetak_sampai is None:
        return f"≥ {_angka(baris.tercetak_dari)}"
    if baris.tercetak_dari is None:
        return f"≤ {_angka(baris.tercetak_sampai)}"
    return f"{_angka(baris.tercetak_dari)} sampai {_angka(baris.tercetak_sampai)}"


def _angka(nilai: Decimal | None, kosong: str = "") -> str:
    return kosong if nilai is None else tulis_angka(nilai)


def _skala_ordinal(gudang: Gudang) -> Iterable[str]:
    yield "## Skala peringkat"
    yield _tabel(
        ("Skala", "Peringkat", "Angka", "Sumber"),
        (
            (
                f"`{peringkat['skala']}`",
                peringkat["peringkat"],
                _angka(peringkat["nilai"], "tanpa angka"),
                peringkat["sumber"],
            )
            for peringkat in sorted(gudang.kueri("skala_ordinal"), key=lambda isi: (isi["skala"], isi["urutan"]))
        ),
    )


def _pengaturan(gudang: Gudang) -> Iterable[str]:
    yield "## Pengaturan"
    yield "Yang mengubah capaian, dengan nilai awal gudang baru. Semuanya ada di [pengaturan](pengaturan.md)."
    awal = {str(setelan["kunci"]): setelan for setelan in _pengaturan_awal(gudang)}
    yield _tabel(
        ("Pengaturan", "Nilai", "Arti", "Sumber"),
        (
            (f"`{kunci}`", awal[kunci]["nilai"], butir.penjelasan, awal[kunci]["sumber"])
            for kunci, butir in BUTIR.items()
            if butir.angka
        ),
    )


def susun_pengaturan(gudang: Gudang) -> str:
    """Every setting: what it may be, who reads it, what a change of it does."""
    awal = {str(setelan["kunci"]): setelan for setelan in _pengaturan_awal(gudang)}
    return _halaman(
        "Pengaturan",
        (
            "Semua pengaturan Capaian. Diubah di halaman **Pengaturan umum**, berlaku sejak tanggal tertentu, dengan "
            "alasan; yang lama tidak ditimpa. Nilai awal dipakai hanya oleh gudang baru.",
            *(bagian for kunci, butir in BUTIR.items() for bagian in _rincian_butir(butir, str(awal[kunci]["nilai"]))),
        ),
    )


def _rincian_butir(butir: Butir, awal: str) -> Iterable[str]:
    yield f"## {butir.nama}"
    yield butir.penjelasan
    baris = [
        ("Kunci", f"`{butir.kunci}`"),
        ("Yang dapat", butir.boleh),
        ("Nilai awal", awal),
        ("Dipakai oleh", butir.pembaca),
        ("Mengubah capaian", "ya; akibatnya ditampilkan sebelum disimpan" if butir.angka else "tidak"),
    ]
    yield _tabel(("Hal", "Isi"), baris)
    if butir.pilihan:
        yield _tabel(("Kata", "Arti"), ((f"`{kata}`", arti) for kata, arti in butir.pilihan.items()))


def _pengaturan_awal(gudang: Gudang) -> list[dict[str, Any]]:
    return tanya_bernama(gudang, "SELECT kunci, nilai, keterangan, sumber FROM pengaturan")


def susun_temuan(_gudang: Gudang) -> str:
    """Every finding that a workbook can have."""
    return _halaman(
        "Temuan",
        (
            "Semua hal yang diperiksa Capaian pada buku kerja. Semua temuan satu berkas ditunjukkan sekaligus, masing-"
            "masing dengan lembar dan selnya, isi yang diketik, dan apa yang sebaiknya diketik. Cara membetulkan yang "
            "paling sering ada di [panduan seksi](panduan/seksi.md).",
            _tabel(("Tingkat", "Akibat"), _TINGKAT.items()),
            *_hidup(),
            "## Format data kinerja",
            "Menurut urutan pemeriksaan. Tulisan di antara ‹ dan › diisi menurut berkasnya, misalnya ‹pilihan› menjadi "
            "`1200 atau 1,2`.",
            *(bagian for nama, daftar in KELOMPOK_FORMAT.items() for bagian in _kelompok(nama, daftar)),
            "## Buku kerja rencana",
            "Selain temuan tentang berkas di atas:",
            _katalog(sorted(KATALOG_RENCANA.values(), key=lambda butir: URUTAN_TINGKAT[butir.tingkat])),
        ),
    )


def _hidup() -> Iterable[str]:
    yield "## Perjalanan sebuah temuan"
    yield (
        "Setiap unggahan disimpan beserta temuannya, diterima atau tidak. Temuan dikenali menurut aturan, baris, dan "
        "kolomnya, sehingga tetap diikuti meskipun barisnya berpindah; yang bukan tentang satu baris menurut alamatnya."
    )
    yield _tabel(("Keadaan", "Arti", "Kapan"), ((nama, *arti) for nama, arti in HIDUP.items()))
    yield (
        "Temuan yang baris atau selnya belum terbaca kembali disebut *belum dapat diperiksa ulang*: tidak ada yang "
        "disebut diperbaiki hanya karena tidak terlihat."
    )
    yield (
        "Pertanyaan tentang rencana, bukan tentang nilai, cukup dijawab sekali setahun. Jawaban pada kiriman yang "
        "diterima berlaku untuk triwulan lain pada tahun itu, dan alasan perubahan aturan di rencana juga jawaban:"
    )
    yield _butir(SEKALI_SETAHUN)
    yield (
        "Yang paling mungkin salah ketik tidak selesai oleh Keterangan unit saja; Keterangan itu ditunjukkan sebagai "
        "usul alasan, dan petugas yang menerima harus memastikannya di layar:"
    )
    yield _butir(SALAH_KETIK)


def _butir(kode: Collection[str]) -> str:
    return "\n".join(f"- `{butir.kode}`: {butir.aturan}" for butir in KATALOG_FORMAT.values() if butir.kode in kode)


def _kelompok(nama: str, daftar: Sequence[AturanTemuan]) -> Iterable[str]:
    yield f"### {nama}"
    yield _KELOMPOK[nama]
    yield _katalog(daftar)


def _katalog(daftar: Sequence[AturanTemuan]) -> str:
    """Rules as a table, with what to do when the rules say it."""
    kepala = ("Kode", "Tingkat", "Aturan", "Sebab", "Sumber")
    baris = [(f"`{butir.kode}`", butir.tingkat, butir.aturan, butir.sebab, butir.sumber) for butir in daftar]
    if not any(butir.saran for butir in daftar):
        return _tabel(kepala, baris)
    saran = [_saran(butir.saran) for butir in daftar]
    return _tabel((*kepala, "Yang dilakukan"), [(*sel, lagi) for sel, lagi in zip(baris, saran, strict=True)])


def _saran(templat: str) -> str:
    """A template as people read it: `{pilihan}` becomes `‹pilihan›`."""
    bagian = ((teks, nama) for teks, nama, _, _ in Formatter().parse(templat))
    return "".join(teks + (f"‹{_RUPA_ISIAN.get(nama, nama)}›" if nama else "") for teks, nama in bagian)


def susun_kelas(_gudang: Gudang) -> str:
    """The classes that a printed capaian can get."""
    return _halaman(
        "Kelas angka tercetak",
        (
            "Angka capaian di laporan lama dihitung ulang dari polaritas, target, dan realisasinya, lalu diberi satu "
            "kelas. Kekeliruan hanya disebut bila benar-benar menghasilkan angka tercetak sampai digit terakhirnya; "
            "selain itu angka dinyatakan tidak terjelaskan.",
            _tabel(("Kelas", "Arti"), ((f"`{kode}`", kalimat) for kode, kalimat in KELAS.items())),
            "Langkah hitung keliru yang dikenali (`salah_hitung`):",
            _tabel(("Hitungan", "Kekeliruan"), ((tulis_ekspresi(teks), kalimat) for teks, kalimat in SALAH_HITUNG)),
            "Periksa berkas sendiri: `python -m analytics hitung laporan.xlsx`, dengan kolom polaritas atau rumus, "
            "target, realisasi, dan bila ada capaian_printed.",
        ),
    )


def susun_halaman(_gudang: Gudang) -> str:
    """Every page of the program, in the order of the work, with the steps of the SOP that it serves."""
    return _halaman(
        "Halaman",
        (
            "Halaman Capaian menurut urutan kerja, dengan langkah SOP Pengumpulan Data Kinerja yang dilayaninya. Yang "
            "tidak melayani langkah SOP menyebut untuk apa ia ada.",
            _tabel(
                ("Halaman", "Alamat", "Kelompok", "Langkah SOP", "Isi"),
                (
                    (
                        f"**{halaman.judul}**",
                        f"`/{halaman.url}`",
                        halaman.kelompok or "–",
                        _langkah(halaman),
                        halaman.bantuan,
                    )
                    for halaman in DAFTAR
                ),
            ),
        ),
    )


def susun_alur(gudang: Gudang) -> str:
    """The SOP: its steps with their working days, and every move."""
    daftar = baca_waktu_baku(gudang)
    baku = [waktu_baku(daftar, langkah.nomor, date.max) for langkah in SOP]
    return _halaman(
        "Alur SOP",
        (
            "SOP Pengumpulan Data Kinerja dan Penyusunan Laporan Kinerja sebagaimana dijalankan Capaian. Langkah 1–5 "
            "berjalan untuk tiap unit dan triwulan, 6–9 untuk tiap triwulan, 10–12 untuk laporan setahun. Belah "
            "ketupat adalah keputusan Ya atau Tidak; panah putus-putus adalah Tidak.",
            "![Diagram alur SOP](gambar/alur.svg)",
            "## Dua belas langkah",
            "Waktu baku adalah nilai awal gudang baru; kantor dapat mengubahnya. Hari kerja dihitung mulai hari "
            "berikutnya, tanpa Sabtu, Minggu, hari libur nasional, dan cuti bersama. Siapa boleh apa ada di "
            "[peran](peran.md).",
            _tabel_layar(tabel_sop(baku)),
            "## Semua perpindahan",
            "Tidak ada yang berpindah kecuali lewat satu baris tabel ini. ↩ adalah Tidak.",
            _tabel_layar(tabel_perpindahan()),
        ),
    )


def susun_peran(_gudang: Gudang) -> str:
    """Who may do what, and see which page."""
    return _halaman(
        "Peran",
        (
            "Yang boleh dilakukan tiap peran. Kepala Seksi memilikinya untuk unitnya sendiri saja; Plt. dan Plh. "
            "memilikinya selama masa tugasnya. Peran diperiksa lagi pada setiap tindakan, dan yang ditolak dicatat.",
            "## Langkah SOP",
            _tabel(
                ("Peran", "Perpindahan yang boleh dilakukan"),
                (
                    (nama, _daftar(langkah.nama for langkah in LANGKAH if kode in langkah.oleh))
                    for kode, nama in NAMA_PERAN.items()
                ),
            ),
            "## Tindakan lain",
            _tabel(
                ("Tindakan", "Peran"),
                ((izin.nama, sebut_peran(aksi)) for aksi, izin in IZIN.items()),
            ),
            "## Halaman",
            _tabel(
                ("Halaman", "Peran"),
                (
                    (halaman.judul, "semua" if set(NAMA_PERAN) <= peran else _daftar(_urut_peran(peran)))
                    for halaman in DAFTAR
                    for peran in (set(peran_untuk(halaman.lihat)),)
                ),
            ),
        ),
    )


def _urut_peran(peran: Collection[str]) -> Iterable[str]:
    return (nama for kode, nama in NAMA_PERAN.items() if kode in peran)


def _daftar(isi: Iterable[str]) -> str:
    return "; ".join(isi) or "–"


def _tabel_layar(tabel: Tabel) -> str:
    """A table of the screen as a table of a page."""
    return _tabel(
        [kolom.judul for kolom in tabel.kolom], ([tulis_isi(sel) for sel in baris.isi] for baris in tabel.baris)
    )


def _langkah(halaman: Halaman) -> str:
    if not halaman.langkah:
        return f"tidak melayani langkah SOP: {halaman.di_luar_sop}"
    return "semua" if halaman.langkah == SEMUA_LANGKAH else ", ".join(map(str, halaman.langkah))


def _halaman(judul: str, bagian: Iterable[str]) -> str:
    return "\n\n".join((f"# {judul}", _PENGANTAR, *bagian)) + "\n"


def _tabel(kepala: Sequence[str], baris: Iterable[Sequence[str]]) -> str:
    isi = [kepala, ["---"] * len(kepala), *baris]
    return "\n".join(f"| {' | '.join(sel.replace('|', '∣') for sel in larik)} |" for larik in isi)


def susun_kasubbag(_gudang: Gudang) -> str:
    """The guide that people write, with the pages of the forms between its marks."""
    naskah = (DOKUMEN / "panduan/kasubbag.md").read_text(encoding="utf-8")
    halaman = ", ".join(f"**{formulir.nama}**" for formulir in FORMULIR)
    return re.sub("(<!-- halaman evaluasi -->).*?(<!-- / -->)", rf"\1{halaman}\2", naskah)


TERSUSUN: Final[Mapping[str, Callable[[Gudang], str]]] = {
    "rumus.md": susun_rumus,
    "temuan.md": susun_temuan,
    "kelas-angka-tercetak.md": susun_kelas,
    "halaman.md": susun_halaman,
    "pengaturan.md": susun_pengaturan,
    "alur.md": susun_alur,
    "gambar/alur.svg": lambda _gudang: f"{susun_diagram()}\n",
    "peran.md": susun_peran,
    "panduan/kasubbag.md": susun_kasubbag,
    "gambar/ruang.svg": lambda _gudang: f"{susun_gambar_ruang()}\n",
}
"""Every generated page, or page with a generated part, by its file name, and what makes it out of a new store."""


def tulis(semua: Callable[[], Mapping[str, str]] = susun_semua) -> None:
    """Write every page into docs/, and the codes of the findings as types."""
    for nama, halaman in semua().items():
        (DOKUMEN / nama).write_text(halaman, encoding="utf-8")
    KODE.write_text(susun_kode(), encoding="utf-8")


if __name__ == "__main__":
    tulis()
