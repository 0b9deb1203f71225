"""Whether a workbook says what was approved: read under guard, compared cell by cell with its snapshot.

A re-save by Excel or LibreOffice is no difference: numbers are compared with a tolerance, texts without regard to
blanks and line ends, formulas without regard to spacing, and a formula without a stored result by its text.
"""

from __future__ import annotations

import io
import math
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from analytics.alur.baris_dokumen import Pasangan, pasangkan
from analytics.alur.pembekuan import susun_cap
from analytics.alur.snapshot import Snapshot, SnapshotRusak, baca_snapshot, buka_kemasan
from analytics.aturan.angka import tulis_angka
from analytics.dokumen.cap import BUTIR, NAMA_LEMBAR, baca_lembar
from analytics.lembar.baca import Buku, Lembar, Sel, baca_buku, urai_alamat
from analytics.lembar.temuan import Temuan

RELATIF: Final = 1e-12
"""How far a number may be from the approved one, relative to it: one rupiah of a trillion is seen, a re-save is not."""
MUTLAK: Final = 1e-9
"""How far it may be from it near zero."""
Jenis = Literal["angka", "teks", "rumus", "baris", "lembar", "cap", "tampilan"]
NAMA_JENIS: Final[Mapping[str, str]] = {
    "angka": "Angka",
    "teks": "Teks",
    "rumus": "Rumus",
    "baris": "Baris",
    "lembar": "Lembar",
    "cap": "Cap pengesahan",
    "tampilan": "Tampilan",
}
_LABEL: Final = ("A", "B", "C", "D")
"""Columns that name a row of any sheet."""
_HURUF_NOMOR: Final = 4
"""Letters up to which a text in the first column is the number of its row."""
_LABEL_TERPANJANG: Final = 120
_BENTUK: Final = re.compile(rb":(sp|pic|graphicFrame|cxnSp|grpSp)[ >/]")
"""A picture, shape or chart in a drawing; a program may write a drawing that is empty."""

Bobot = Literal["beda", "catatan"]
BacaBerkas = Callable[[bytes], Buku | tuple[Temuan, ...]]


@dataclass(frozen=True)
class Beda:
    """One thing that is not as approved. `bobot` catatan: it changes no content, but somebody should know.

    `harap` and `ada` are what was approved and what the file has, as people read them.
    """

    jenis: Jenis
    bobot: Bobot
    lembar: str
    sel: str
    baris: str
    harap: str
    ada: str
    pesan: str

    @property
    def berat(self) -> bool:
        """Whether the file does not say what was approved."""
        return self.bobot == "beda"

    @property
    def letak(self) -> str:
        """`Evaluasi IKU!G12`."""
        return f"{self.lembar}!{self.sel}" if self.sel else self.lembar

    @property
    def kalimat(self) -> str:
        """Where it stands and what the row is about, what happened, what was approved, what the file has."""
        siapa = f"{self.letak}{f' ({self.baris})' if self.baris else ''}"
        return f"{siapa}: {self.pesan} Disetujui: {self.harap}. Di berkas: {self.ada}."


@dataclass(frozen=True)
class HasilDokumen:
    """What became of a check. `tolakan`: why the file could not be read, then nothing was compared.

    `sel` and `angka` are how many cells and numbers of the snapshot were compared, `tanpa_hasil` how many formulas have
    no stored result and were compared by their text.
    """

    nomor: str
    sidik: str
    beda: tuple[Beda, ...]
    sel: int = 0
    angka: int = 0
    tanpa_hasil: int = 0
    tolakan: tuple[str, ...] = ()

    @property
    def asli(self) -> bool:
        """Whether everything in the file is what was approved."""
        return not self.tolakan and not any(satu.berat for satu in self.beda)

    @property
    def putusan(self) -> str:
        """The result in one Indonesian sentence."""
        if self.tolakan:
            return "Berkas ini tidak dapat diperiksa."
        if self.asli:
            return f"Isi berkas ini sama dengan yang disetujui pada snapshot {self.nomor}."
        banyak = tulis_angka(sum(satu.berat for satu in self.beda), 0)
        return f"Berkas ini tidak sama dengan yang disetujui pada snapshot {self.nomor}: {banyak} perbedaan."


@dataclass(frozen=True)
class Bawaan:
    """What a file says about itself: nomor and sidik of its stamp, and the snapshot that it carries, if it is whole."""

    nomor: str
    sidik: str
    snapshot: Snapshot | None


def periksa_dokumen(isi: bytes, snapshot: Snapshot, baca: BacaBerkas = baca_buku) -> HasilDokumen:
    """Compare a workbook with what was approved. Never raises for the file's sake."""
    buku = baca(isi)
    if not isinstance(buku, Buku):
        return HasilDokumen(snapshot.nomor, snapshot.sidik, (), tolakan=tuple(satu.pesan for satu in buku))
    return bandingkan(isi, buku, snapshot)


def bandingkan(isi: bytes, buku: Buku, snapshot: Snapshot) -> HasilDokumen:
    """As `periksa_dokumen`, for a workbook that was read already; `isi` are its bytes."""
    dokumen: Mapping[str, Mapping[str, Any]] = snapshot.isi["dokumen"]
    beda = [*_beda_lembar(dokumen, buku)]
    for nama, sel in dokumen.items():
        if nama in buku.lembar:
            beda += _Pembanding(nama, sel, buku.lembar[nama], _alamat_cap(snapshot, nama)).beda()
    beda += _beda_cap(buku, snapshot)
    beda += _beda_tampilan(isi, buku, dokumen)
    semua = [satu for lembar in dokumen.values() for satu in lembar.values()]
    return HasilDokumen(
        snapshot.nomor,
        snapshot.sidik,
        tuple(beda),
        sel=len(semua),
        angka=sum(isinstance(satu[0], int | float) for satu in semua),
        tanpa_hasil=sum(satu.jenis == "rumus" for lembar in buku.lembar.values() for satu in lembar.sel.values()),
    )


def baca_bawaan(buku: Buku) -> Bawaan | None:
    """The snapshot that a workbook carries and what its stamp calls it; None when it carries none."""
    lembar = buku.lembar.get(NAMA_LEMBAR)
    if lembar is None:
        return None
    isi = baca_lembar({nomor: sel["A"].teks for nomor, sel in lembar.baris() if "A" in sel})
    if isi is None:
        return None
    nomor, sidik, kemasan = isi
    try:
        return Bawaan(nomor, sidik, baca_snapshot(buka_kemasan(kemasan)))
    except SnapshotRusak:
        return Bawaan(nomor, sidik, None)


def _alamat_cap(snapshot: Snapshot, lembar: str) -> frozenset[str]:
    letak = (satu.rpartition("!") for satu in snapshot.isi["cap"])
    return frozenset(alamat for nama, _, alamat in letak if nama == lembar)


def _beda_lembar(dokumen: Mapping[str, Any], buku: Buku) -> Iterator[Beda]:
    for nama in dokumen:
        if nama not in buku.lembar:
            yield Beda(
                "lembar", "beda", nama, "", "", "ada", "tidak ada", f"Lembar {nama} dihapus atau diganti namanya."
            )
    for nama, lembar in buku.lembar.items():
        if nama not in dokumen and nama != NAMA_LEMBAR and lembar.sel:
            yield Beda(
                "lembar", "beda", nama, "", "", "tidak ada", "ada", f"Lembar {nama} tidak ada pada yang disetujui."
            )


def _beda_cap(buku: Buku, snapshot: Snapshot) -> Iterator[Beda]:
    """The stamp on the cover and the snapshot that the file carries."""
    harap = susun_cap(snapshot.isi, snapshot.sidik, b"").butir
    for letak, kunci in snapshot.isi["cap"].items():
        nama, _, alamat = letak.rpartition("!")
        if nama not in buku.lembar:
            continue
        ada = buku.lembar[nama].teks(alamat)
        if _rapi(ada) != _rapi(harap[kunci]):
            pesan = f"{BUTIR[kunci]} pada sampul bukan milik snapshot {snapshot.nomor}."
            yield Beda("cap", "beda", nama, alamat, BUTIR[kunci], harap[kunci], ada or "kosong", pesan)
    bawaan = baca_bawaan(buku)
    if bawaan is None or bawaan.snapshot is None:
        pesan = "Berkas tidak lagi membawa snapshot yang utuh; ia dibandingkan dengan snapshot dari luar berkas."
        yield Beda("cap", "catatan", NAMA_LEMBAR, "", "", snapshot.nomor, "tidak ada", pesan)
    elif bawaan.snapshot.sidik != snapshot.sidik:
        pesan = f"Berkas membawa snapshot lain ({bawaan.snapshot.nomor})."
        yield Beda("cap", "beda", NAMA_LEMBAR, "", "", snapshot.sidik, bawaan.snapshot.sidik, pesan)


def _beda_tampilan(isi: bytes, buku: Buku, dokumen: Mapping[str, Any]) -> Iterator[Beda]:
    """What hides or covers figures without changing them."""
    for nama in dokumen:
        lembar = buku.lembar.get(nama)
        if lembar is None:
            continue
        if lembar.keadaan != "visible":
            yield _tampilan(nama, "lembar", f"Lembar {nama} disembunyikan.")
        tersembunyi = [*map(str, sorted(lembar.baris_tersembunyi))]
        if tersembunyi:
            yield _tampilan(nama, "baris", f"Baris {', '.join(tersembunyi[:10])} disembunyikan.")
        kolom = sorted(lembar.kolom_tersembunyi, key=lambda huruf: (len(huruf), huruf))
        if kolom:
            yield _tampilan(nama, "kolom", f"Kolom {', '.join(kolom[:10])} disembunyikan.")
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        lukisan = [nama for nama in arsip.namelist() if nama.lower().startswith("xl/drawings/")]
        if any(_BENTUK.search(arsip.read(nama)) for nama in lukisan if nama.lower().endswith(".xml")):
            yield _tampilan("Berkas", "gambar", "Ada gambar, bentuk, atau kotak teks yang dapat menutupi angka.")


def _tampilan(lembar: str, apa: str, pesan: str) -> Beda:
    return Beda("tampilan", "catatan", lembar, "", apa, "tampak", "tersembunyi", pesan)


class _Pembanding:
    """One sheet as approved beside the same sheet of the file."""

    def __init__(self, nama: str, harap: Mapping[str, Any], lembar: Lembar, cap: frozenset[str]) -> None:
        self._nama = nama
        self._harap = _per_baris(harap)
        self._cap = cap
        self._ada = _per_baris({alamat: sel for alamat, sel in lembar.sel.items() if alamat not in cap})

    def beda(self) -> Iterator[Beda]:
        """Every difference of the sheet, from the top."""
        for satu in pasangkan(
            {nomor: _tanda_harap(baris) for nomor, baris in self._harap.items()},
            {nomor: _tanda_ada(baris) for nomor, baris in self._ada.items()},
        ):
            yield from self._pasangan(satu)

    def _pasangan(self, satu: Pasangan) -> Iterator[Beda]:
        if satu.ada is None and satu.harap is not None:
            yield self._baris(satu.harap, "ada", "tidak ada", self._harap[satu.harap], "dihapus dari")
        elif satu.harap is None and satu.ada is not None:
            isi = {huruf: [_nilai(sel), None] for huruf, sel in self._ada[satu.ada].items()}
            yield self._baris(satu.ada, "tidak ada", "ada", isi, "ditambahkan pada")
        elif satu.harap is not None and satu.ada is not None:
            harap, ada = self._harap[satu.harap], self._ada[satu.ada]
            for huruf in sorted({*harap, *ada}, key=lambda isi: (len(isi), isi)):
                beda = self._sel(f"{huruf}{satu.ada}", harap.get(huruf), ada.get(huruf), bergeser=satu.bergeser)
                if beda is not None:
                    yield Beda(*beda[:2], self._nama, f"{huruf}{satu.ada}", _label(harap) or _label_ada(ada), *beda[2:])

    def _baris(self, nomor: int, harap: str, ada: str, isi: Mapping[str, Any], apa: str) -> Beda:
        label = _label(isi)
        pesan = f"Baris {nomor}{f' ({label})' if label else ''} {apa} lembar {self._nama}."
        return Beda("baris", "beda", self._nama, f"{nomor}:{nomor}", label, harap, ada, pesan)

    def _sel(
        self, alamat: str, harap: Any, ada: Sel | None, *, bergeser: bool
    ) -> tuple[Jenis, Bobot, str, str, str] | None:
        """(jenis, berat, approved, found, sentence) of one cell, None when it is as approved."""
        nilai, rumus = (None, None) if harap is None else harap
        jenis: Jenis = "angka" if isinstance(nilai, int | float) else "teks"
        if ada is None:
            return jenis, "beda", _tulis(nilai), "kosong", f"Isi sel {alamat} dihapus."
        if harap is None:
            jenis = "teks" if ada.nilai is None else "angka"
            return jenis, "beda", "kosong", ada.teks, f"Sel {alamat} seharusnya kosong."
        if ada.jenis == "rumus":
            if rumus is not None and (bergeser or _rumus(rumus) == _rumus(ada.rumus)):
                return None
            return (
                "rumus",
                "beda",
                _tulis(nilai),
                "tanpa hasil",
                f"Rumus sel {alamat} diganti dan tidak menyimpan hasil.",
            )
        if not _sama(nilai, ada):
            return jenis, "beda", _tulis(nilai), _tulis(_nilai(ada)), f"Isi sel {alamat} diganti."
        if bergeser or ada.rumus == "" or _rumus(rumus) == _rumus(ada.rumus):
            return None
        return _beda_rumus(alamat, rumus, ada)


def _beda_rumus(alamat: str, rumus: str | None, ada: Sel) -> tuple[Jenis, Bobot, str, str, str]:
    """The value is as approved, how it comes about is not."""
    if ada.rumus is None:
        return "rumus", "catatan", f"={rumus}", ada.teks, f"Rumus sel {alamat} diganti dengan nilainya; nilainya sama."
    if rumus is None:
        return "rumus", "catatan", "tanpa rumus", f"={ada.rumus}", f"Sel {alamat} menjadi rumus; nilainya sama."
    return "rumus", "catatan", f"={rumus}", f"={ada.rumus}", f"Rumus sel {alamat} diganti; nilainya sama."


def _per_baris(sel: Mapping[str, Any]) -> dict[int, dict[str, Any]]:
    hasil: dict[int, dict[str, Any]] = {}
    for alamat, isi in sel.items():
        huruf, nomor = urai_alamat(alamat)
        hasil.setdefault(nomor, {})[huruf] = isi
    return dict(sorted(hasil.items()))


def _tanda_harap(baris: Mapping[str, Any]) -> frozenset[tuple[str, str]]:
    return frozenset((huruf, _pokok(isi[0])) for huruf, isi in baris.items())


def _tanda_ada(baris: Mapping[str, Sel]) -> frozenset[tuple[str, str]]:
    return frozenset((huruf, _pokok(_nilai(sel))) for huruf, sel in baris.items())


def _pokok(nilai: Any) -> str:
    """A value as rows are recognised by: numbers to nine digits."""
    return f"{nilai:.9g}" if isinstance(nilai, int | float) else _rapi(str(nilai))


def _nilai(sel: Sel) -> int | float | str:
    return sel.teks if sel.jenis in ("teks", "galat") or sel.nilai is None else sel.nilai


def _sama(harap: Any, ada: Sel) -> bool:
    nilai = _nilai(ada)
    if isinstance(harap, int | float) and isinstance(nilai, int | float):
        return math.isclose(harap, nilai, rel_tol=RELATIF, abs_tol=MUTLAK) and not ada.persen
    return isinstance(harap, str) and isinstance(nilai, str) and _rapi(harap) == _rapi(nilai)


def _rapi(teks: str) -> str:
    return " ".join(unicodedata.normalize("NFC", teks).split())


def _rumus(rumus: str | None) -> str | None:
    """A formula without what programs write differently: spacing outside quotes, prefixes of newer functions."""
    if rumus is None:
        return None
    bagian = rumus.split('"')
    for nomor in range(0, len(bagian), 2):
        bagian[nomor] = re.sub(r"\s+|_xlfn\.|_xlws\.|^=", "", bagian[nomor]).upper().replace(";", ",")
    return '"'.join(bagian)


def _tulis(nilai: Any) -> str:
    """A value as people read it: up to ten decimals."""
    if isinstance(nilai, bool) or not isinstance(nilai, int | float):
        return str(nilai) if nilai not in (None, "") else "kosong"
    teks = f"{nilai:.10f}".rstrip("0").rstrip(".") if abs(nilai) < 1e15 else f"{nilai:g}"
    bulat, _, pecahan = teks.partition(".")
    ribuan = f"{int(bulat):,}".replace(",", ".") if bulat.lstrip("-").isdigit() else bulat
    if bulat == "-0":
        ribuan = "-0"
    return f"{ribuan},{pecahan}" if pecahan else ribuan


def _label(baris: Mapping[str, Any]) -> str:
    """What a row is about, from its first columns: words in the first one, else those after number and sasaran."""
    teks = {huruf: _rapi(isi) for huruf in _LABEL if isinstance(isi := baris.get(huruf, [None])[0], str)}
    if len(teks.get("A", "")) > _HURUF_NOMOR:
        return teks["A"][:_LABEL_TERPANJANG]
    pokok = [teks[huruf] for huruf in ("C", "D") if teks.get(huruf)]
    label = f"{pokok[0]} ({pokok[1]})" if len(pokok) == len(("C", "D")) else "".join(pokok)
    return (label or teks.get("B", ""))[:_LABEL_TERPANJANG]


def _label_ada(baris: Mapping[str, Sel]) -> str:
    return _label({huruf: [_nilai(sel)] for huruf, sel in baris.items()})
