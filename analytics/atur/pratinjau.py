"""What a change would do to the figures, found by making it and taking it back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from analytics.acuan import Penanya
from analytics.atur.perubahan import Beda, Catatan, Perubahan, coba_tulis
from analytics.aturan.capaian import Capaian
from analytics.aturan.periode import NAMA_KEADAAN, Periode
from analytics.evaluasi.inti import baca_tahun, buka_konteks
from data.gudang import Gudang

Kunci = tuple[str, str, Periode, str]
"""(kode PD, kode indikator, periode, what the realisasi is compared with)."""
DASAR = ("target s/d triwulan", "target tahun")


@dataclass(frozen=True)
class Potret:
    """One capaian as screens and documents show it: value or reason, predikat, and the keadaan of the indicator."""

    capaian: str
    predikat: str
    keadaan: str


@dataclass(frozen=True)
class CapaianBerubah:
    """One capaian before and after; None: the indicator has no rule on that side."""

    kode_pd: str
    kode_indikator: str
    nama: str
    periode: Periode
    dasar: str
    sebelum: Potret | None
    sesudah: Potret | None

    @property
    def berganti_predikat(self) -> bool:
        """Whether the predikat is another one, or comes or goes."""
        return (self.sebelum and self.sebelum.predikat) != (self.sesudah and self.sesudah.predikat)


@dataclass(frozen=True)
class Pratinjau:
    """What a change would do. `beku` are the approved periode, whose figures stand in their snapshot and do not move.

    `versi` is the number of the data that it was made from.
    """

    beda: Beda
    berubah: tuple[CapaianBerubah, ...]
    diperiksa: tuple[Periode, ...]
    beku: tuple[Periode, ...]
    tanya: tuple[str, ...]
    versi: int

    @property
    def judul(self) -> str:
        """`24 capaian berubah pada 3 periode, 5 berganti predikat`."""
        if not self.berubah:
            return "Tidak ada capaian yang berubah"
        periode = {satu.periode for satu in self.berubah}
        ganti = sum(satu.berganti_predikat for satu in self.berubah)
        predikat = f"{ganti} berganti predikat" if ganti else "tidak ada yang berganti predikat"
        return f"{len(self.berubah)} capaian berubah pada {len(periode)} periode, {predikat}"


def pratinjau(gudang: Gudang, kode_pd: str, perubahan: Perubahan, oleh: str, waktu: datetime) -> Pratinjau:
    """What would be different after saving; nothing is written. Raises TidakSah as saving would."""
    with gudang.coba() as tx:
        semua = _periode(tx, kode_pd, perubahan)
        beku = {satu for satu in semua if _disetujui(tx, *satu)}
        kena = [satu for satu in semua if satu not in beku]
        versi, tanya = int(tx.kueri("versi_data")[0]["nomor"]), perubahan.tanya(tx, kode_pd)
        sebelum = potret(tx, kena)
        beda = coba_tulis(tx, kode_pd, perubahan, Catatan(oleh, waktu))
        sesudah, nama = potret(tx, kena), _nama(tx, kode_pd, kena)
    periode = tuple(sorted({satu for _, satu in kena}))
    return Pratinjau(beda, banding(sebelum, sesudah, nama), periode, tuple(sorted({b for _, b in beku})), tanya, versi)


def potret(penanya: Penanya, letak: list[tuple[str, Periode]]) -> dict[Kunci, Potret]:
    """Every capaian of these (kode PD, periode) as it stands now."""
    return {kunci: satu for kode_pd, periode in letak for kunci, satu in _potret(penanya, kode_pd, periode)}


def banding(
    sebelum: Mapping[Kunci, Potret], sesudah: Mapping[Kunci, Potret], nama: Mapping[tuple[str, str], str]
) -> tuple[CapaianBerubah, ...]:
    """What differs, by periode, in the order of the plan."""
    kunci = list(dict.fromkeys((*sebelum, *sesudah)))
    beda = [satu for satu in kunci if sebelum.get(satu) != sesudah.get(satu)]
    return tuple(_berubah(satu, nama, sebelum.get(satu), sesudah.get(satu)) for satu in beda)


def daftar_periode_isi(penanya: Penanya, kode_pd: str) -> list[Periode]:
    """Every periode of an office that has a kiriman."""
    return [Periode(satu["tahun"], satu["triwulan"]) for satu in penanya.kueri("atur_periode", kode_pd=kode_pd)]


def _berubah(
    kunci: Kunci, nama: Mapping[tuple[str, str], str], sebelum: Potret | None, sesudah: Potret | None
) -> CapaianBerubah:
    kode_pd, kode, periode, dasar = kunci
    return CapaianBerubah(kode_pd, kode, nama.get((kode_pd, kode), kode), periode, dasar, sebelum, sesudah)


def _periode(penanya: Penanya, kode_pd: str, perubahan: Perubahan) -> list[tuple[str, Periode]]:
    if not perubahan.angka:
        return []
    semua = [str(satu["kode_pd"]) for satu in penanya.kueri("perangkat_daerah")]
    kantor = [kode_pd] if perubahan.sekantor else semua
    return [(satu, p) for satu in kantor for p in daftar_periode_isi(penanya, satu) if perubahan.menyentuh(p)]


def _disetujui(penanya: Penanya, kode_pd: str, periode: Periode) -> bool:
    baris = penanya.kueri("status_periode", kode_pd=kode_pd, tahun=periode.tahun, triwulan=periode.triwulan)
    return bool(baris) and baris[0]["status"] == "disetujui"


def _potret(penanya: Penanya, kode_pd: str, periode: Periode) -> Iterator[tuple[Kunci, Potret]]:
    for baris in baca_tahun(buka_konteks(penanya, kode_pd, periode), periode.tahun):
        kini = baris.pada(periode.triwulan)
        for dasar, capaian in zip(DASAR, (kini.capaian, kini.capaian_tahun), strict=True):
            yield (kode_pd, baris.indikator.kode, periode, dasar), _susun(capaian, kini.keadaan)


def _susun(capaian: Capaian, keadaan: str) -> Potret:
    predikat = capaian.predikat.predikat if capaian.predikat else ""
    return Potret(capaian.tulisan, predikat, NAMA_KEADAAN[keadaan])


def _nama(penanya: Penanya, kode_pd: str, letak: list[tuple[str, Periode]]) -> dict[tuple[str, str], str]:
    """The name of every indicator; in another office of the store with the code of that office."""
    hasil = {}
    for kantor in {satu for satu, _ in letak}:
        milik = "" if kantor == kode_pd else f" ({kantor})"
        for baris in penanya.kueri("rencana_indikator", kode_pd=kantor):
            hasil[kantor, str(baris["kode_indikator"])] = f"{baris['nama']}{milik}"
    return hasil
