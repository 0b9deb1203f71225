"""What makes people read another figure than a cell holds, and what hides, covers or surrounds figures.

The first is an alarm, because the cells are as approved and nobody reads them as such; the second is said.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from analytics.beku.snapshot import Snapshot
from analytics.bukti_asli.beda_dokumen import BedaDokumen, Bobot
from analytics.dokumen.kompilasi import urutan_lembar
from analytics.formulir import FORMULIR
from analytics.pembaca.anak import nomor_kolom
from analytics.pembaca.baca import BukuTerbaca, LembarTerbaca, urai_alamat

_GANJIL: Final[Mapping[str, str]] = {
    "mulai_1904": "Tanggal dihitung dari tahun 1904, sehingga setiap tanggal tampil empat tahun kemudian.",
    "presisi_tampilan": "Berkas diatur membulatkan nilai seperti tampilannya, sehingga nilainya berganti saat dibuka.",
    "format_bersyarat": "Ada pemformatan bersyarat yang menampilkan nilai lain daripada isi selnya.",
}
_BENTUK: Final = re.compile(rb"[<:](sp|pic|graphicFrame|cxnSp|grpSp|contentPart|AlternateContent)[ >/]")
"""A picture, shape or chart in a drawing; a program may write a drawing that is empty."""
_HUBUNGAN: Final = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*?Type\s*=\s*[\"']([^\"']*)[\"']")
_BIASA: Final = frozenset(
    {
        "officedocument",
        "core-properties",
        "extended-properties",
        "custom-properties",
        "thumbnail",
        "worksheet",
        "styles",
        "theme",
        "sharedstrings",
        "calcchain",
        "metadata",
        "sheetmetadata",
        "person",
        "customxml",
        "customxmlprops",
        "printersettings",
        "hyperlink",
        "drawing",
        "chart",
        "chartstyle",
        "chartcolorstyle",
    }
)
"""Parts that every program writes, and those of drawings, which are looked into."""
_GAMBAR: Final = frozenset({"image", "vmldrawing", "chartsheet", "dialogsheet", "ctrlprop", "control", "rdrichvalue"})
_KOMENTAR: Final = frozenset({"comments", "threadedcomment"})
_MENIMPA: Final = frozenset({"pivottable", "pivotcachedefinition"})
"""What may write other values over cells when the file is opened."""
_KODE: Final = re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|K\d\d[+-]\d{3}|\d+|[A-Za-z&])')
_BAGIAN: Final = re.compile(r"&[LCR]")
_HALAMAN: Final = frozenset({"", "halaman", "dari", "page", "of"})
_NOMOR: Final = re.compile(r"S-\d{4}-TW\d-R\d+")
_SIDIK: Final = re.compile(r"(?<![0-9a-f])[0-9a-f]{16,64}(?![0-9a-f])")
_URUTAN: Final = urutan_lembar(formulir.lembar for formulir in FORMULIR)
_SIFAT: Final = "docProps/custom.xml"


def beda_tampilan(isi: bytes, buku: BukuTerbaca, snapshot: Snapshot) -> Iterator[BedaDokumen]:
    """Everything about how a document shows that is not as it was approved; `isi` are its bytes."""
    dokumen: Mapping[str, Mapping[str, Any]] = snapshot.isi["dokumen"]
    for kata in sorted(buku.ganjil):
        yield _tampilan("Berkas", "", _GANJIL[kata], "beda")
    for nama, sel in dokumen.items():
        if nama in buku.lembar:
            yield from _lembar(buku.lembar[nama], sel, snapshot)
    urut = [nama for nama in buku.lembar if nama in _URUTAN]
    if urut != [nama for nama in _URUTAN if nama in buku.lembar]:
        yield _tampilan("Berkas", "lembar", f"Urutan lembar berubah: {', '.join(urut)}.")
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        yield from _bagian_lain(arsip)
        yield from _sifat(arsip, snapshot)


def _tampilan(lembar: str, apa: str, pesan: str, bobot: Bobot = "catatan", sel: str = "") -> BedaDokumen:
    return BedaDokumen("tampilan", bobot, lembar, sel, apa, "tampak seperti isinya", "tidak", pesan)


def _lembar(lembar: LembarTerbaca, harap: Mapping[str, Any], snapshot: Snapshot) -> Iterator[BedaDokumen]:
    nama = lembar.nama
    for alamat in sorted(lembar.samar & harap.keys(), key=urai_alamat):
        pesan = f"Format sel {alamat} menampilkan nilai lain daripada isinya, atau tidak menampilkannya."
        yield _tampilan(nama, "", pesan, "beda", alamat)
    if lembar.keadaan != "visible":
        yield _tampilan(nama, "lembar", f"Lembar {nama} disembunyikan.")
    baris = [*map(str, sorted(lembar.baris_tersembunyi))]
    if baris:
        yield _tampilan(nama, "baris", f"Baris {', '.join(baris[:10])} disembunyikan.")
    kolom = sorted(lembar.kolom_tersembunyi, key=nomor_kolom)
    if kolom:
        yield _tampilan(nama, "kolom", f"Kolom {', '.join(kolom[:10])} disembunyikan.")
    kolom_menurut_baris = _menurut_baris(harap)
    for rentang in lembar.gabungan:
        if _banyak_di_dalam(kolom_menurut_baris, rentang) > 1:
            yield _tampilan(nama, "gabungan", f"Sel gabungan {rentang} menutupi isi sel lain di dalamnya.")
    if "tanpa_nol" in lembar.pandangan:
        yield _tampilan(nama, "nol", f"Angka nol pada lembar {nama} tidak ditampilkan.")
    if "rumus" in lembar.pandangan:
        yield _tampilan(nama, "rumus", f"Lembar {nama} menampilkan rumus, bukan hasilnya.")
    yield from _kepala_kaki(lembar, snapshot)


def _menurut_baris(semua_alamat: Iterable[str]) -> dict[int, list[int]]:
    """The columns of cells by their row, so that many areas need not walk through every cell."""
    hasil: dict[int, list[int]] = {}
    for kolom, baris in map(urai_alamat, semua_alamat):
        hasil.setdefault(baris, []).append(nomor_kolom(kolom))
    return hasil


def _banyak_di_dalam(kolom_menurut_baris: Mapping[int, Sequence[int]], rentang: str) -> int:
    """How many of these cells an area covers."""
    awal, _, akhir = rentang.partition(":")
    (huruf_kiri, atas), (huruf_kanan, bawah) = urai_alamat(awal), urai_alamat(akhir)
    kiri, kanan = nomor_kolom(huruf_kiri), nomor_kolom(huruf_kanan)
    return sum(
        kiri <= kolom <= kanan
        for baris, semua_kolom in kolom_menurut_baris.items()
        if atas <= baris <= bawah
        for kolom in semua_kolom
    )


def _kepala_kaki(lembar: LembarTerbaca, snapshot: Snapshot) -> Iterator[BedaDokumen]:
    """What is printed above and below each page: the stamp, page numbers, and nothing else."""
    nama = lembar.nama
    bagian = [_KODE.sub("", potongan).strip() for teks in lembar.kepala_kaki for potongan in _BAGIAN.split(teks)]
    asing = [sebutan for teks in bagian for sebutan in _asing(teks, snapshot)]
    if asing:
        pesan = f"Kaki halaman lembar {nama} menyebut {asing[0]}, bukan snapshot {snapshot.nomor}."
        yield BedaDokumen("cap", "beda", nama, "", "Kaki halaman", snapshot.nomor, asing[0], pesan)
    bercap = [potongan for potongan in bagian if snapshot.nomor in potongan and snapshot.sidik[:16] in potongan]
    if not bercap:
        yield _tampilan(nama, "kaki", f"Kepala dan kaki halaman lembar {nama} tidak menyebut snapshot.")
    lain = [potongan for potongan in bagian if potongan not in bercap and not {*potongan.lower().split()} <= _HALAMAN]
    if lain and not asing:
        pesan = f"Kepala atau kaki halaman lembar {nama} memuat tulisan lain: {lain[0][:80]}"
        yield _tampilan(nama, "kaki", pesan)


def _asing(teks: str, snapshot: Snapshot) -> Iterator[str]:
    """Every nomor and sidik in a text that is of another snapshot."""
    yield from (nomor for nomor in _NOMOR.findall(teks) if nomor != snapshot.nomor)
    yield from (sidik for sidik in _SIDIK.findall(teks) if not snapshot.sidik.startswith(sidik))


def _sifat(arsip: zipfile.ZipFile, snapshot: Snapshot) -> Iterator[BedaDokumen]:
    """The properties of the file, where other programs read of which snapshot it is."""
    if _SIFAT not in arsip.namelist():
        return
    for sebutan in _asing(arsip.read(_SIFAT).decode("utf-8", "replace"), snapshot):
        pesan = f"Sifat berkas menyebut {sebutan}, bukan snapshot {snapshot.nomor}."
        yield BedaDokumen("cap", "beda", "Berkas", "", "Sifat berkas", snapshot.nomor, sebutan, pesan)


def _bagian_lain(arsip: zipfile.ZipFile) -> Iterator[BedaDokumen]:
    """Parts beside the cells, by what they are: drawings, comments, pivots, and what nobody knows."""
    jenis = _jenis_bagian(arsip)
    if jenis & _MENIMPA:
        yield _tampilan("Berkas", "pivot", "Ada tabel pivot, yang dapat menulis nilai lain saat berkas dibuka.", "beda")
    if jenis & _GAMBAR or ("drawing" in jenis and _berbentuk(arsip)):
        yield _tampilan("Berkas", "gambar", "Ada gambar, bentuk, atau kotak teks yang dapat menutupi angka.")
    if jenis & _KOMENTAR:
        yield _tampilan("Berkas", "komentar", "Ada komentar pada sel; isinya bukan bagian dari yang disetujui.")
    lain = sorted(jenis - _BIASA - _GAMBAR - _KOMENTAR - _MENIMPA)
    if lain:
        yield _tampilan("Berkas", "bagian", f"Ada bagian lain di dalam berkas ({', '.join(lain)[:80]}).")


def _jenis_bagian(arsip: zipfile.ZipFile) -> set[str]:
    hubungan = (nama for nama in arsip.namelist() if nama.lower().endswith(".rels"))
    semua = (tujuan for nama in hubungan for tujuan in _HUBUNGAN.findall(arsip.read(nama)))
    return {tujuan.decode("utf-8", "replace").rpartition("/")[2].lower() for tujuan in semua}


def _berbentuk(arsip: zipfile.ZipFile) -> bool:
    """Whether a part that is neither a sheet nor one of the whole workbook draws something."""
    lukisan = (nama for nama in arsip.namelist() if nama.lower().endswith(".xml") and nama.count("/") > 1)
    return any(_BENTUK.search(arsip.read(nama)) for nama in lukisan if not nama.lower().startswith("xl/worksheets/"))
