"""Whether a workbook says what was approved: read under guard, compared cell by cell with its snapshot.

A re-save by Excel or LibreOffice is no difference: numbers are compared with a tolerance, texts without regard to
blanks and line ends, formulas without regard to spacing. A formula is compared as well as its stored result, because
programs compute it anew when the file is opened.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from analytics.aturan.angka import tulis_angka
from analytics.beku.kanonik import sidik
from analytics.beku.pembekuan import susun_cap
from analytics.beku.snapshot import Snapshot, SnapshotRusak, baca_snapshot, buka_kemasan
from analytics.bukti_asli.baris_dokumen import PasanganBaris, pasangkan
from analytics.bukti_asli.beda_dokumen import BedaDokumen, Bobot, JenisBeda
from analytics.bukti_asli.sel_dokumen import menurut_baris, pokok, rapikan, sebut_baris, tulis_isi
from analytics.bukti_asli.tampilan_dokumen import beda_tampilan
from analytics.dokumen.cap import BUTIR, NAMA_LEMBAR, baca_lembar
from analytics.pembaca.baca import BukuTerbaca, LembarTerbaca, SelTerbaca, urai_alamat

RELATIF: Final = 1e-12
"""How far a number may be from the approved one, relative to it: one rupiah of a trillion is seen, a re-save is not."""
MUTLAK: Final = 1e-9
"""How far it may be from it near zero."""
TIDAK_DIPERIKSA: Final = (
    "Tidak diperiksa: warna dan huruf, banyaknya desimal yang tampil, isi gambar dan komentar, cetakan kertas, dan "
    "apakah sudah ada revisi yang lebih baru; revisi terakhir ada pada register arsip."
)
"""What no check of a document tells, for whoever reads its result."""
_TANPA_BARIS: Final = re.compile(r"(?<=[A-Z])\$?\d+")


@dataclass(frozen=True)
class HasilDokumen:
    """What became of a check.

    `sel` and `angka` are how many cells and numbers of the snapshot were compared, `tanpa_hasil` how many formulas have
    no stored result and were compared by their text. `byte_sama`: it is the very file that was approved.
    """

    nomor: str
    sidik: str
    beda: tuple[BedaDokumen, ...]
    sel: int = 0
    angka: int = 0
    tanpa_hasil: int = 0
    byte_sama: bool = False

    @property
    def asli(self) -> bool:
        """Whether everything in the file is what was approved."""
        return not any(beda.berat for beda in self.beda)

    @property
    def cakupan(self) -> str:
        """How much was compared, in one sentence or two."""
        if self.byte_sama:
            return "Dibandingkan: setiap byte, dengan SHA-256 yang dicatat jejak."
        banyak = f"Dibandingkan: {tulis_angka(self.sel, 0)} sel, {tulis_angka(self.angka, 0)} di antaranya angka."
        if not self.tanpa_hasil:
            return banyak
        tanpa = tulis_angka(self.tanpa_hasil, 0)
        return f"{banyak} {tanpa} rumus tidak menyimpan hasil di berkas ini; yang dibandingkan rumusnya."

    @property
    def putusan(self) -> str:
        """The result in one Indonesian sentence."""
        if self.byte_sama:
            return f"Berkas ini dokumen yang disetujui itu sendiri, byte demi byte: snapshot {self.nomor}."
        if self.asli and self.beda:
            sama = f"Isi berkas ini sama dengan yang disetujui pada snapshot {self.nomor}"
            return f"{sama}; ada {tulis_angka(len(self.beda), 0)} hal yang perlu diketahui."
        if self.asli:
            return f"Isi berkas ini sama dengan yang disetujui pada snapshot {self.nomor}."
        banyak = tulis_angka(sum(beda.berat for beda in self.beda), 0)
        return f"Berkas ini tidak sama dengan yang disetujui pada snapshot {self.nomor}: {banyak} perbedaan."


@dataclass(frozen=True)
class Bawaan:
    """What a file says about itself: nomor and sidik of its stamp, and the snapshot that it carries, if it is whole."""

    nomor: str
    sidik: str
    snapshot: Snapshot | None


def bandingkan(isi: bytes, buku: BukuTerbaca, snapshot: Snapshot, sha256: str | None = None) -> HasilDokumen:
    """Compare a workbook with what was approved; `isi` are its bytes. Never raises for the file's sake.

    `sha256` names the bytes that were stored with the approval. These need no comparison of cells, whatever a later
    program would find in them.
    """
    if sidik(isi) == sha256:
        return HasilDokumen(snapshot.nomor, snapshot.sidik, (), byte_sama=True)
    dokumen: Mapping[str, Mapping[str, Any]] = snapshot.isi["dokumen"]
    beda = [*_beda_lembar(dokumen, buku)]
    for nama, sel in dokumen.items():
        if nama in buku.lembar:
            beda += _Pembanding(nama, sel, buku.lembar[nama], _alamat_cap(snapshot, nama)).beda()
    beda += _beda_cap(buku, snapshot)
    beda += _beda_bawaan(buku, snapshot)
    beda += beda_tampilan(isi, buku, snapshot)
    semua = [sel for lembar in dokumen.values() for sel in lembar.values()]
    return HasilDokumen(
        snapshot.nomor,
        snapshot.sidik,
        tuple(beda),
        sel=len(semua),
        angka=sum(isinstance(sel[0], int | float) for sel in semua),
        tanpa_hasil=sum(sel.jenis == "rumus" for lembar in buku.lembar.values() for sel in lembar.sel.values()),
    )


def baca_bawaan(buku: BukuTerbaca) -> Bawaan | None:
    """The snapshot that a workbook carries and what its stamp calls it; None when it carries none."""
    lembar = buku.lembar.get(NAMA_LEMBAR)
    if lembar is None:
        return None
    bawaan = baca_lembar({nomor: sel["A"].teks for nomor, sel in lembar.baris() if "A" in sel})
    if bawaan is None:
        return None
    nomor, sidik, kemasan = bawaan
    try:
        return Bawaan(nomor, sidik, baca_snapshot(buka_kemasan(kemasan)))
    except SnapshotRusak:
        return Bawaan(nomor, sidik, None)


def _alamat_cap(snapshot: Snapshot, lembar: str) -> frozenset[str]:
    letak = (letak.rpartition("!") for letak in snapshot.isi["cap"])
    return frozenset(alamat for nama, _, alamat in letak if nama == lembar)


def _beda_lembar(dokumen: Mapping[str, Any], buku: BukuTerbaca) -> Iterator[BedaDokumen]:
    for nama in dokumen:
        if nama not in buku.lembar:
            yield BedaDokumen(
                "lembar", "beda", nama, "", "", "ada", "tidak ada", f"Lembar {nama} dihapus atau diganti namanya."
            )
    for nama, lembar in buku.lembar.items():
        if nama not in dokumen and nama != NAMA_LEMBAR:
            pesan = f"Lembar {nama} tidak ada pada yang disetujui."
            yield BedaDokumen("lembar", "beda" if lembar.sel else "catatan", nama, "", "", "tidak ada", "ada", pesan)


def _beda_cap(buku: BukuTerbaca, snapshot: Snapshot) -> Iterator[BedaDokumen]:
    """The stamp on the cover and the snapshot that the file carries."""
    harap = susun_cap(snapshot.isi, snapshot.sidik, b"").butir
    for letak, kunci in snapshot.isi["cap"].items():
        nama, _, alamat = letak.rpartition("!")
        if nama not in buku.lembar:
            continue
        ada = buku.lembar[nama].teks(alamat)
        if rapikan(ada) != rapikan(harap[kunci]):
            pesan = f"{BUTIR[kunci]} pada sampul bukan milik snapshot {snapshot.nomor}."
            yield BedaDokumen("cap", "beda", nama, alamat, BUTIR[kunci], harap[kunci], ada or "kosong", pesan)


def _beda_bawaan(buku: BukuTerbaca, snapshot: Snapshot) -> Iterator[BedaDokumen]:
    """The snapshot that the file carries, and that its sheet shows nothing else."""
    bawaan, lembar = baca_bawaan(buku), buku.lembar.get(NAMA_LEMBAR)
    if bawaan is None or bawaan.snapshot is None:
        pesan = "Berkas tidak lagi membawa snapshot yang utuh; ia dibandingkan dengan snapshot dari luar berkas."
        yield BedaDokumen("cap", "catatan", NAMA_LEMBAR, "", "", snapshot.nomor, "tidak ada", pesan)
    elif (bawaan.nomor, bawaan.sidik, bawaan.snapshot.sidik) != (snapshot.nomor, snapshot.sidik, snapshot.sidik):
        pesan = f"Berkas membawa snapshot lain ({bawaan.snapshot.nomor}), atau menyebutnya lain."
        ada = f"{bawaan.nomor} {bawaan.snapshot.sidik}"
        yield BedaDokumen("cap", "beda", NAMA_LEMBAR, "", "", f"{snapshot.nomor} {snapshot.sidik}", ada, pesan)
    if lembar is None:
        return
    for alamat, sel in lembar.sel.items():
        if urai_alamat(alamat)[0] != "A":
            pesan = f"Sel {alamat} seharusnya kosong."
            yield BedaDokumen("teks", "beda", NAMA_LEMBAR, alamat, "", "kosong", sel.teks, pesan)
    if lembar.keadaan == "visible":
        utuh = bawaan is not None and bawaan.snapshot is not None
        pesan = f"Lembar {NAMA_LEMBAR} ditampilkan; isinya bukan angka yang disetujui."
        yield BedaDokumen(
            "tampilan", "catatan" if utuh else "beda", NAMA_LEMBAR, "", "", "tersembunyi", "tampak", pesan
        )


class _Pembanding:
    """One sheet as approved beside the same sheet of the file."""

    def __init__(self, nama: str, harap: Mapping[str, Any], lembar: LembarTerbaca, cap: frozenset[str]) -> None:
        self._nama = nama
        self._harap = menurut_baris(harap)
        self._cap = cap
        self._ada = menurut_baris({alamat: sel for alamat, sel in lembar.sel.items() if alamat not in cap})

    def beda(self) -> Iterator[BedaDokumen]:
        """Every difference of the sheet, from the top."""
        semua = [
            *pasangkan(
                {nomor: _tanda_harap(baris) for nomor, baris in self._harap.items()},
                {nomor: _tanda_ada(baris) for nomor, baris in self._ada.items()},
            )
        ]
        for pasangan in semua:
            yield from self._pasangan(pasangan)
        bergeser = next((pasangan for pasangan in semua if pasangan.bergeser), None)
        if bergeser is not None and not any(None in (pasangan.harap, pasangan.ada) for pasangan in semua):
            yield self._geser(bergeser)

    def _geser(self, pasangan: PasanganBaris) -> BedaDokumen:
        """Rows that stand elsewhere though none was added or taken away: a blank one came between."""
        pesan = f"Baris {pasangan.harap} dan sesudahnya bergeser: ada baris kosong yang disisipkan atau dihapus."
        return BedaDokumen(
            "baris",
            "beda",
            self._nama,
            f"{pasangan.ada}:{pasangan.ada}",
            "",
            str(pasangan.harap),
            str(pasangan.ada),
            pesan,
        )

    def _pasangan(self, pasangan: PasanganBaris) -> Iterator[BedaDokumen]:
        if pasangan.ada is None and pasangan.harap is not None:
            yield self._baris(pasangan.harap, "ada", "tidak ada", self._harap[pasangan.harap], "dihapus dari")
        elif pasangan.harap is None and pasangan.ada is not None:
            baris = {huruf: [_nilai(sel), None] for huruf, sel in self._ada[pasangan.ada].items()}
            yield self._baris(pasangan.ada, "tidak ada", "ada", baris, "ditambahkan pada")
        elif pasangan.harap is not None and pasangan.ada is not None:
            harap, ada = self._harap[pasangan.harap], self._ada[pasangan.ada]
            for huruf in sorted({*harap, *ada}, key=lambda huruf: (len(huruf), huruf)):
                beda = self._sel(f"{huruf}{pasangan.ada}", harap.get(huruf), ada.get(huruf), bergeser=pasangan.bergeser)
                if beda is not None:
                    label = sebut_baris(harap) or _label_ada(ada)
                    yield BedaDokumen(*beda[:2], self._nama, f"{huruf}{pasangan.ada}", label, *beda[2:])

    def _baris(self, nomor: int, harap: str, ada: str, baris: Mapping[str, Any], apa: str) -> BedaDokumen:
        label = sebut_baris(baris)
        pesan = f"Baris {nomor}{f' ({label})' if label else ''} {apa} lembar {self._nama}."
        return BedaDokumen("baris", "beda", self._nama, f"{nomor}:{nomor}", label, harap, ada, pesan)

    def _sel(
        self, alamat: str, harap: Any, ada: SelTerbaca | None, *, bergeser: bool
    ) -> tuple[JenisBeda, Bobot, str, str, str] | None:
        """(jenis, berat, approved, found, sentence) of one cell, None when it is as approved."""
        nilai, rumus = (None, None) if harap is None else harap
        jenis: JenisBeda = "angka" if isinstance(nilai, int | float) else "teks"
        if ada is None:
            return jenis, "beda", tulis_isi(nilai), "kosong", f"Isi sel {alamat} dihapus."
        if harap is None:
            jenis = "teks" if ada.nilai is None else "angka"
            return jenis, "beda", "kosong", ada.teks, f"Sel {alamat} seharusnya kosong."
        sama = _sama_rumus(rumus, ada.rumus, bergeser=bergeser)
        if ada.jenis == "rumus" and not ada.persen:
            pesan = f"Rumus sel {alamat} diganti dan tidak menyimpan hasil."
            return None if sama else ("rumus", "beda", tulis_isi(nilai), "tanpa hasil", pesan)
        if not _sama(nilai, ada):
            pesan = f"Format sel {alamat} menjadi persen." if ada.persen else f"Isi sel {alamat} diganti."
            return (
                jenis,
                "beda",
                tulis_isi(nilai),
                f"{tulis_isi(_nilai(ada))}{' (persen)' if ada.persen else ''}",
                pesan,
            )
        return None if sama else _beda_rumus(alamat, rumus, ada)


def _beda_rumus(alamat: str, rumus: str | None, ada: SelTerbaca) -> tuple[JenisBeda, Bobot, str, str, str]:
    """The stored result is as approved, how it comes about is not: opened, the file may show another one."""
    if ada.rumus is None:
        return "rumus", "catatan", f"={rumus}", ada.teks, f"Rumus sel {alamat} diganti dengan nilainya; nilainya sama."
    lama = "tanpa rumus" if rumus is None else f"={rumus}"
    pesan = f"{'Isi' if rumus is None else 'Rumus'} sel {alamat} diganti rumus yang dapat memberi hasil lain."
    return "rumus", "beda", lama, f"={ada.rumus}", pesan


def _sama_rumus(harap: str | None, ada: str | None, *, bergeser: bool) -> bool:
    """Whether two formulas are the same; where rows were moved, whatever rows they name."""
    if harap is None or ada is None:
        return harap is ada
    kiri, kanan = _rumus(harap), _rumus(ada)
    return kiri == kanan or (bergeser and _TANPA_BARIS.sub("", kiri) == _TANPA_BARIS.sub("", kanan))


def _tanda_harap(baris: Mapping[str, Any]) -> frozenset[tuple[str, str]]:
    return frozenset((huruf, pokok(nilai[0])) for huruf, nilai in baris.items())


def _tanda_ada(baris: Mapping[str, SelTerbaca]) -> frozenset[tuple[str, str]]:
    return frozenset((huruf, pokok(_nilai(sel))) for huruf, sel in baris.items())


def _nilai(sel: SelTerbaca) -> int | float | str:
    return sel.teks if sel.jenis in ("teks", "galat") or sel.nilai is None else sel.nilai


def _sama(harap: Any, ada: SelTerbaca) -> bool:
    nilai = _nilai(ada)
    if isinstance(harap, int | float) and isinstance(nilai, int | float):
        if ada.jenis == "logika":
            return False
        return math.isclose(harap, nilai, rel_tol=RELATIF, abs_tol=MUTLAK) and not ada.persen
    return isinstance(harap, str) and isinstance(nilai, str) and rapikan(harap) == rapikan(nilai)


def _rumus(rumus: str) -> str:
    """A formula without what programs write differently: spacing outside quotes, prefixes of newer functions."""
    bagian = rumus.removeprefix("=").split('"')
    bagian[::2] = [re.sub(r"\s+|_xlfn\.|_xlws\.", "", potongan).upper().replace(";", ",") for potongan in bagian[::2]]
    return '"'.join(bagian)


def _label_ada(baris: Mapping[str, SelTerbaca]) -> str:
    return sebut_baris({huruf: [_nilai(sel)] for huruf, sel in baris.items()})
