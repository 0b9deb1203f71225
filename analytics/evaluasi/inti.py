"""One year of every indicator: what DuckDB computed, joined with where each figure came from.

IKU, Renja, Renstra and the indicator page are all cut from these rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from analytics.acuan import Penanya, baca_pejabat, baca_pengaturan
from analytics.aturan.angka import bulatkan_persen
from analytics.aturan.capaian import Capaian, Pengaturan
from analytics.aturan.periode import (
    BELUM_WAKTUNYA,
    TIDAK_DIRENCANAKAN,
    Periode,
)
from analytics.evaluasi.hasil import (
    BarisIndikator,
    Indikator,
    Kantor,
    Keterangan,
    Pengesahan,
    RataRata,
)
from analytics.evaluasi.triwulan import empat_triwulan, ringkas
from analytics.sistem import waktu_kini
from data.gudang import Baris

STATUS_AWAL = "draf"
DISETUJUI = "disetujui"


class KantorTidakAda(Exception):
    """The store has no office with this code."""


@dataclass(frozen=True)
class Konteks:
    """What every evaluation starts from: the store, the office, the periode, the settings on its last day."""

    gudang: Penanya
    kantor: Kantor
    periode: Periode
    pengaturan: Pengaturan

    def tanya(self, nama: str, **parameter: Any) -> list[Baris]:
        """Run a named question for this office."""
        return self.gudang.kueri(nama, kode_pd=self.kantor.kode_pd, **parameter)

    def nama_unit(self) -> dict[str, str]:
        """What the units are called on the last day of the periode, by code, in their order."""
        return {satu["kode_unit"]: satu["nama"] for satu in self.tanya("unit_pada", hari=self.periode.hari_terakhir)}


def buka_konteks(gudang: Penanya, kode_pd: str, periode: Periode) -> Konteks:
    """Raises KantorTidakAda when the store does not know the office."""
    for baris in gudang.kueri("kantor_pada", hari=periode.hari_terakhir):
        if baris["kode_pd"] == kode_pd:
            return Konteks(gudang, susun_kantor(baris), periode, baca_pengaturan(gudang, periode.hari_terakhir))
    raise KantorTidakAda(kode_pd)


def susun_kantor(baris: Mapping[str, Any]) -> Kantor:
    """The office of one row of the question `kantor_pada`."""
    return Kantor(baris["kode_pd"], baris["nama"], baris["kabupaten"], baris["kode_wilayah"], baris["contoh"])


def susun_keterangan(konteks: Konteks, jenis: str) -> Keterangan:
    """The heading of a result; `jenis` (renja or renstra) chooses the plan document that it names."""
    periode = konteks.periode
    berlaku = konteks.tanya(f"{jenis}_berlaku", tahun=periode.tahun, hari=periode.hari_terakhir)
    terakhir = konteks.tanya("data_terakhir", tahun=periode.tahun, triwulan=periode.triwulan)
    beku = konteks.tanya("asal_beku")
    kini = beku[0]["disetujui_pada"] if beku and beku[0]["nomor"] is not None else waktu_kini()
    hasil = Keterangan(
        kantor=konteks.kantor,
        periode=periode,
        status=STATUS_AWAL,
        dokumen=berlaku[0]["dokumen"] if berlaku else None,
        versi_data=int(konteks.gudang.kueri("versi_data")[0]["nomor"]),
        data_terakhir=terakhir[0]["diterima_pada"] if terakhir else None,
        dibuat=kini,
        pejabat=baca_pejabat(konteks.gudang, konteks.kantor.kode_pd, kini.date()),
    )
    return _dari_beku(hasil, beku[0]) if beku else _dari_alur(konteks, hasil)


def _dari_beku(hasil: Keterangan, baris: Baris) -> Keterangan:
    """The heading of figures out of a frozen store, approved or about to be."""
    hasil = replace(hasil, status=baris["status"], tanpa_unit=baris["tanpa_unit"])
    if baris["nomor"] is None:
        return hasil
    pengesahan = Pengesahan(
        nomor=baris["nomor"],
        sidik=baris["sidik"],
        revisi=baris["revisi"],
        di_atas_kertas=baris["di_atas_kertas"],
        pada=baris["disetujui_pada"],
        oleh=baris["oleh"],
        sebagai=baris["sebagai"],
        nomor_ujung=baris["nomor_ujung"],
        sidik_ujung=baris["sidik_ujung"],
    )
    return replace(hasil, pengesahan=pengesahan)


def _dari_alur(konteks: Konteks, hasil: Keterangan) -> Keterangan:
    """The heading of figures out of a store that lives."""
    baris = konteks.tanya("status_periode", tahun=hasil.periode.tahun, triwulan=hasil.periode.triwulan)
    if not baris:
        return hasil
    status, kertas = baris[0]["status"], baris[0]["di_atas_kertas"]
    return replace(
        hasil,
        status=tulis_status(status, di_atas_kertas=bool(kertas)),
        snapshot_terakhir=None if status == DISETUJUI else baris[0]["nomor_snapshot"],
    )


def tulis_status(status: str, *, di_atas_kertas: bool) -> str:
    """How far a periode has come, as it is shown everywhere."""
    return f"{DISETUJUI} di atas kertas" if status == DISETUJUI and di_atas_kertas else status


def baca_tahun(konteks: Konteks, tahun: int) -> tuple[BarisIndikator, ...]:
    """Every indicator that has a rule in this year, in the order of the plan, through its four triwulan."""
    ukuran = _ukuran(konteks, tahun)
    laporan = _kelompok(konteks.tanya("laporan_indikator"), "kode_indikator")
    narasi = _kelompok(_narasi(konteks, tahun), "kode_indikator")
    sasaran = _sasaran(konteks.tanya("simpul"))
    lapor = _kelompok(konteks.tanya("realisasi_tahun", tahun=tahun), "kode_indikator")
    hasil = []
    for baris in konteks.tanya("indikator_tahun", tahun=tahun, hari=konteks.periode.hari_terakhir):
        kode = baris["kode_indikator"]
        indikator = _indikator(baris, sasaran.get(baris["kode_simpul"]), laporan.get(kode, []))
        hasil.append(
            BarisIndikator(
                indikator=indikator,
                tahun=tahun,
                triwulan=empat_triwulan(indikator, ukuran.get(kode, {}), lapor.get(kode, []), konteks.pengaturan),
                narasi={satu["jenis"]: satu["isi"] for satu in narasi.get(kode, [])},
            )
        )
    return tuple(hasil)


def _narasi(konteks: Konteks, tahun: int) -> list[Baris]:
    """What was written up to the periode; what the next triwulan needs only when it was written in this one."""
    sampai = konteks.periode.triwulan if tahun == konteks.periode.tahun else 4
    return [
        satu
        for satu in konteks.tanya("narasi_tahun", tahun=tahun)
        if satu["triwulan"] == sampai or (satu["triwulan"] < sampai and satu["jenis"] != "tindak_lanjut_triwulan")
    ]


def rata_ratakan(triwulan: Iterable[tuple[str, Capaian]], pengaturan: Pengaturan) -> RataRata:
    """The plain mean of (keadaan, capaian), capped by the setting, over those that had to report."""
    wajib = [capaian for keadaan, capaian in triwulan if keadaan not in (BELUM_WAKTUNYA, TIDAK_DIRENCANAKAN)]
    nilai = [_dibatasi(capaian.mentah, pengaturan) for capaian in wajib if capaian.mentah is not None]
    if not nilai:
        return RataRata(None, None, None, 0, len(wajib))
    mentah = sum(nilai) / len(nilai)
    bulat = bulatkan_persen(mentah, pengaturan.desimal)
    return RataRata(mentah, bulat, pengaturan.skala.beri(bulat).predikat, len(nilai), len(wajib))


def _dibatasi(mentah: float, pengaturan: Pengaturan) -> float:
    return mentah if pengaturan.batas is None else min(mentah, float(pengaturan.batas))


def _ukuran(konteks: Konteks, tahun: int) -> dict[str, dict[tuple[int, str], Baris]]:
    pengaturan = konteks.pengaturan
    hasil: dict[str, dict[tuple[int, str], Baris]] = {}
    for baris in konteks.tanya(
        "capaian_triwulan",
        tahun=tahun,
        nol_seratus=pengaturan.nol_seratus,
        batas=pengaturan.batas,
        desimal=pengaturan.desimal,
    ):
        hasil.setdefault(baris["kode_indikator"], {})[baris["triwulan"], baris["dasar"]] = baris
    return hasil


def _kelompok(baris: Iterable[Baris], kunci: str) -> dict[str, list[Baris]]:
    hasil: dict[str, list[Baris]] = {}
    for satu in baris:
        hasil.setdefault(satu[kunci], []).append(satu)
    return hasil


def _sasaran(simpul: Iterable[Baris]) -> dict[str, tuple[str, str]]:
    """The sasaran above every node (its own, for a sasaran), by the node's code."""
    isi = {baris["kode_simpul"]: baris for baris in simpul}
    hasil = {}
    for kode, baris in isi.items():
        atas: Baris | None = baris
        while atas is not None and atas["tingkat"] != "sasaran":
            atas = isi.get(atas["kode_induk"])
        if atas is not None:
            hasil[kode] = (atas["kode_simpul"], atas["nama"])
    return hasil


def _indikator(baris: Baris, sasaran: tuple[str, str] | None, laporan: Sequence[Baris]) -> Indikator:
    return Indikator(
        kode=baris["kode_indikator"],
        nama=baris["nama"],
        satuan=baris["satuan"],
        kode_unit=baris["kode_unit"],
        nama_unit=baris["nama_unit"],
        kode_simpul=baris["kode_simpul"],
        tingkat=baris["tingkat"],
        nama_simpul=baris["nama_simpul"],
        kode_sasaran=sasaran[0] if sasaran else None,
        nama_sasaran=sasaran[1] if sasaran else None,
        polaritas=baris["polaritas"],
        rumus=baris["rumus"],
        frekuensi=baris["frekuensi"],
        agregasi=baris["agregasi"],
        cara_isi=baris["cara_isi"],
        pembilang=baris["pembilang"],
        penyebut=baris["penyebut"],
        faktor=ringkas(baris["faktor"]),
        skala_ordinal=baris["skala_ordinal"],
        definisi=baris["definisi"],
        sumber_data=baris["sumber_data"],
        laporan=frozenset(satu["laporan"] for satu in laporan),
        senama=baris["senama"],
    )
