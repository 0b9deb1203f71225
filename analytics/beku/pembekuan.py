"""Freezing what is approved: the costly part from a frozen store before the write lock, the rest with the move itself.

The rest is the tip of the log, and what follows from it: the sidik of the snapshot, and the stamp of its document.

What was prepared is used only when the digest of everything that it rests on is still the same inside the transaction;
else it is made again there. A move to disetujui without its snapshot cannot be written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from analytics.acuan import Penanya
from analytics.aturan.periode import Periode, tulis_tanggal, tulis_waktu
from analytics.beku.fakta import FaktaPeriode
from analytics.beku.kanonik import sambung_kanonik, sidik, tulis_kanonik
from analytics.beku.snapshot import BENTUK, GudangBeku, isi_beku, kemas, tulis_nomor
from analytics.dokumen.cap import Cap
from analytics.dokumen.cetakan import Cetakan, TandaCap
from analytics.dokumen.kompilasi import tulis_kompilasi
from analytics.evaluasi.inti import tulis_status
from analytics.formulir import evaluasi_semua
from analytics.sop.langkah import LANGKAH, MENURUT_AKSI
from analytics.sop.objek import Objek
from data.gudang import Transaksi

SETUJU: Final = frozenset(
    langkah.aksi for langkah in LANGKAH if langkah.dokumen == "kompilasi" and langkah.ke == "disetujui"
)
"""The moves that freeze."""
_KOMPILASI: Final = frozenset({"olah", "koreksi", "supervisi", "supervisi_kertas"})

IsiSnapshot = dict[str, Any]


@dataclass(frozen=True)
class Persetujuan:
    """An approval that is about to be made: of which kompilasi, which revisi, by which move, when.

    `setuju` says who approves as what, with which catatan, on which sheet.
    """

    objek: Objek
    revisi: int
    aksi: str
    waktu: datetime
    setuju: Mapping[str, Any]

    @property
    def periode(self) -> Periode:
        """The triwulan that is approved."""
        return Periode(self.objek.tahun, self.objek.triwulan)

    @property
    def nomor(self) -> str:
        """The nomor of its snapshot."""
        return tulis_nomor(self.periode, self.revisi)

    @property
    def di_atas_kertas(self) -> bool:
        """Whether a sheet was signed."""
        return MENURUT_AKSI[self.aksi].kertas


@dataclass(frozen=True)
class CalonSnapshot:
    """What would be frozen: `sidik` over what it rests on, `awal` its canonical bytes but for the tip of the log.

    `cetakan` is its document but for the stamp.
    """

    sidik: str
    awal: bytes
    cetakan: Cetakan


def siapkan_calon(penanya: Penanya, persetujuan: Persetujuan, fakta: FaktaPeriode) -> CalonSnapshot:
    """Evaluate and write the document of what would be frozen now; a second or two for a kecamatan."""
    return _susun_calon(_bahan(penanya, persetujuan, fakta), persetujuan, fakta)


def bekukan(
    tx: Transaksi, persetujuan: Persetujuan, fakta: FaktaPeriode, calon: CalonSnapshot | None
) -> dict[str, str]:
    """Write the snapshot of an approval and its document; returns nomor, sidik and SHA-256 of the document for the log.

    `fakta` are what this transaction found.
    """
    bahan = _bahan(tx, persetujuan, fakta)
    if calon is None or calon.sidik != _sidik_bahan(bahan, fakta):
        calon = _susun_calon(bahan, persetujuan, fakta)
    baris = tx.kueri("peristiwa_ujung")[0]
    ujung = {"nomor": baris["nomor"], "sidik": baris["sidik"]}
    mentah = sambung_kanonik(calon.awal, "ujung", ujung)
    kemasan, sidik_isi = kemas(mentah), sidik(mentah)
    letak = {"kode_pd": persetujuan.objek.kode_pd, "nomor": persetujuan.nomor}
    snapshot = {
        "tahun": persetujuan.objek.tahun,
        "triwulan": persetujuan.objek.triwulan,
        "revisi": persetujuan.revisi,
        "sidik": sidik_isi,
        "isi": kemasan,
        "dibuat_pada": persetujuan.waktu,
        "oleh": persetujuan.setuju["oleh"],
    }
    tx.tambah("snapshot", [letak | snapshot])
    dokumen = calon.cetakan.bubuhkan(sidik_isi, _tulis_ujung(ujung), kemasan)
    return {"nomor": persetujuan.nomor, "sidik": sidik_isi, "dokumen": _simpan_dokumen(tx, letak, dokumen)}


def _simpan_dokumen(tx: Transaksi, letak: Mapping[str, str], isi: bytes) -> str:
    """Keep the document of a snapshot by its content, which holds the tip of the log: no other file has these bytes."""
    sha256 = sidik(isi)
    tx.tambah("berkas", [{"sha256": sha256, "isi": isi, "ukuran": len(isi)}])
    tx.tambah("dokumen_snapshot", [{**letak, "sha256": sha256}])
    return sha256


def buka_calon(fakta: FaktaPeriode, kode_pd: str, status: str, waktu: datetime) -> GudangBeku:
    """A frozen store of what an approval would freeze now: what Sekretaris and Camat look at."""
    tanpa = _kalimat_tanpa(list(fakta.belum.values()), "")
    return isi_beku(fakta.tabel, _asal(kode_pd, status, waktu, tanpa))


def _bahan(penanya: Penanya, persetujuan: Persetujuan, fakta: FaktaPeriode) -> IsiSnapshot:
    """Everything of a snapshot but its document and the tip of the log."""
    kode_pd, periode, tabel = persetujuan.objek.kode_pd, persetujuan.periode, fakta.tabel
    pindah = _perpindahan(penanya, persetujuan, fakta.belum)
    catatan = next((perpindahan["catatan"] for perpindahan in reversed(pindah) if perpindahan["aksi"] == "olah"), None)
    return {
        "bentuk": BENTUK,
        "nomor": persetujuan.nomor,
        "kode_pd": kode_pd,
        "kantor": tabel["perangkat_daerah"][0]["nama"],
        "tahun": periode.tahun,
        "triwulan": periode.triwulan,
        "revisi": persetujuan.revisi,
        "status": tulis_status("disetujui", di_atas_kertas=persetujuan.di_atas_kertas),
        "tabel": tabel,
        "tanpa_unit": dict(fakta.belum),
        "tanpa_unit_kalimat": _kalimat_tanpa(list(fakta.belum.values()), catatan or ""),
        "kiriman": _kiriman(tabel["kiriman"], periode),
        "rencana": _rencana(penanya, kode_pd, periode),
        "pemeriksa": [_pemeriksa(perpindahan) for perpindahan in pindah],
        "disetujui": {**persetujuan.setuju, "aksi": persetujuan.aksi, "pada": persetujuan.waktu},
    }


def _kalimat_tanpa(unit: list[str], catatan: str) -> str:
    return "" if not unit else ", ".join(unit) + (f". Catatan: {catatan}" if catatan else "")


def _kiriman(baris: list[IsiSnapshot], periode: Periode) -> list[IsiSnapshot]:
    """The workbook of every unit that is in force for the periode."""
    akhir: dict[str, IsiSnapshot] = {}
    for kiriman in sorted(baris, key=lambda kiriman: kiriman["versi"]):
        if (kiriman["tahun"], kiriman["triwulan"]) == (periode.tahun, periode.triwulan):
            akhir[kiriman["kode_unit"]] = kiriman
    kunci = ("kode_unit", "id_kiriman", "versi", "sha256", "versi_format", "nama_berkas", "diterima_pada")
    return [{nama: kiriman[nama] for nama in kunci} for _, kiriman in sorted(akhir.items())]


def _rencana(penanya: Penanya, kode_pd: str, periode: Periode) -> list[IsiSnapshot]:
    letak = {"kode_pd": kode_pd, "tahun": periode.tahun, "hari": periode.hari_terakhir}
    return [
        {"jenis": jenis, "dokumen": dokumen["dokumen"], "ke": dokumen["ke"], "revisi": dokumen["revisi"]}
        for jenis in ("renstra", "renja")
        for dokumen in penanya.kueri(f"{jenis}_berlaku", **letak)
    ]


def _perpindahan(penanya: Penanya, persetujuan: Persetujuan, belum: Mapping[str, str]) -> list[IsiSnapshot]:
    """The moves of steps 5 to 7 that this approval rests on, oldest first; of a unit only the last one."""
    objek = persetujuan.objek
    semua = [
        perpindahan
        for perpindahan in penanya.kueri("perpindahan_kantor", kode_pd=objek.kode_pd, tahun=objek.tahun)
        if perpindahan["triwulan"] == objek.triwulan
    ]
    verifikasi = {perpindahan["objek"]: perpindahan for perpindahan in semua if perpindahan["aksi"] == "verifikasi"}
    dipakai = [perpindahan for perpindahan in verifikasi.values() if perpindahan["kode_unit"] not in belum]
    dipakai += [
        perpindahan
        for perpindahan in semua
        if perpindahan["objek"] == objek.id
        and perpindahan["revisi"] == persetujuan.revisi
        and perpindahan["aksi"] in _KOMPILASI
    ]
    return sorted(dipakai, key=lambda perpindahan: perpindahan["nomor"])


def _pemeriksa(perpindahan: IsiSnapshot) -> IsiSnapshot:
    kertas = None
    if perpindahan["sha256_kertas"] is not None:
        kertas = {
            "nomor": perpindahan["nomor_kertas"],
            "tanggal": perpindahan["tanggal_kertas"],
            "sha256": perpindahan["sha256_kertas"],
        }
    kunci = ("langkah", "aksi", "kode_unit", "oleh", "akun", "sebagai", "rangkap", "catatan")
    return {**{nama: perpindahan[nama] for nama in kunci}, "pada": perpindahan["waktu"], "kertas": kertas}


def tulis_pemeriksa(isi: Mapping[str, Any]) -> tuple[tuple[str, str, str], ...]:
    """Who did steps 5 to 7, for the cover: step, who and when, and what is to be known about it."""
    return tuple(_tulis_pemeriksa(pemeriksa) for pemeriksa in isi["pemeriksa"])


def _tulis_pemeriksa(pemeriksa: Mapping[str, Any]) -> tuple[str, str, str]:
    unit = f" {pemeriksa['kode_unit']}" if pemeriksa["kode_unit"] else ""
    catatan = [f"Catatan: {pemeriksa['catatan']}"] if pemeriksa["catatan"] else []
    if pemeriksa["rangkap"]:
        catatan.append(RANGKAP)
    if pemeriksa["kertas"] is not None:
        catatan.append(_kertas(pemeriksa["kertas"]))
    return (
        f"Langkah {pemeriksa['langkah']}: {MENURUT_AKSI[pemeriksa['aksi']].nama}{unit}",
        tulis_siapa(pemeriksa),
        ". ".join(catatan),
    )


RANGKAP: Final = "Orang yang sama mengerjakan dan memeriksa"
"""Said wherever somebody checked his own work."""


def _kertas(kertas: Mapping[str, Any]) -> str:
    return f"Di atas kertas, lembar nomor {kertas['nomor']} tanggal {tulis_tanggal(kertas['tanggal'])}"


def tulis_siapa(pelaku: Mapping[str, Any]) -> str:
    """`Camat (contoh), Plt. Camat, 5 Oktober 2026 09.30`."""
    return ", ".join(bagian for bagian in (pelaku["oleh"], pelaku["sebagai"], tulis_waktu(pelaku["pada"])) if bagian)


def susun_cap(isi: Mapping[str, Any], sidik_isi: str, mentah: bytes) -> Cap:
    """The stamp of an export out of this snapshot."""
    alamat = frozenset((nama, sel) for nama, _, sel in (letak.rpartition("!") for letak in isi["cap"]))
    butir = _susun_butir(isi, sidik_isi, _tulis_ujung(isi["ujung"]))
    return Cap(butir, tulis_pemeriksa(isi), kemas(mentah), isi["dokumen"], alamat)


def _susun_butir(isi: Mapping[str, Any], sidik_isi: str, ujung: str) -> dict[str, str]:
    setuju = isi["disetujui"]
    bagian = [tulis_siapa(setuju)]
    if setuju["kertas"] is not None:
        bagian.append(_kertas(setuju["kertas"]))
    if setuju["rangkap"]:
        bagian.append(RANGKAP)
    return {"nomor": isi["nomor"], "sidik": sidik_isi, "disetujui": ". ".join(bagian), "ujung": ujung}


def _tulis_ujung(ujung: Mapping[str, Any]) -> str:
    return f"nomor {ujung['nomor']}, sidik {ujung['sidik']}"


def _asal(kode_pd: str, status: str, waktu: datetime, tanpa_unit: str) -> IsiSnapshot:
    return {"kode_pd": kode_pd, "status": status, "nomor": None, "disetujui_pada": waktu, "tanpa_unit": tanpa_unit}


def _asal_disetujui(bahan: IsiSnapshot, persetujuan: Persetujuan, tanda: TandaCap) -> IsiSnapshot:
    """As `_asal`, of an approval; marks stand for what it cannot know yet."""
    setuju = persetujuan.setuju
    return {
        **_asal(bahan["kode_pd"], bahan["status"], persetujuan.waktu, bahan["tanpa_unit_kalimat"]),
        "nomor": persetujuan.nomor,
        "sidik": tanda.sidik,
        "revisi": persetujuan.revisi,
        "oleh": setuju["oleh"],
        "sebagai": setuju["sebagai"],
        "di_atas_kertas": persetujuan.di_atas_kertas,
        "nomor_ujung": 0,
        "sidik_ujung": tanda.ujung,
    }


def _sidik_bahan(bahan: IsiSnapshot, fakta: FaktaPeriode) -> str:
    """Over everything that a snapshot rests on; its tables by their own sidik."""
    return sidik(tulis_kanonik({**bahan, "tabel": fakta.sidik}))


def _susun_calon(bahan: IsiSnapshot, persetujuan: Persetujuan, fakta: FaktaPeriode) -> CalonSnapshot:
    sidik_bahan = _sidik_bahan(bahan, fakta)
    tanda = TandaCap(sidik_bahan)
    cap = Cap(_susun_butir(bahan, tanda.sidik, tanda.ujung), tulis_pemeriksa(bahan))
    gudang = isi_beku(fakta.tabel, _asal_disetujui(bahan, persetujuan, tanda))
    try:
        tertulis = tulis_kompilasi(evaluasi_semua(gudang, bahan["kode_pd"], persetujuan.periode), cap)
    finally:
        gudang.tutup()
    awal = tulis_kanonik({**bahan, "dokumen": tertulis.sel, "cap": tertulis.cap})
    return CalonSnapshot(sidik_bahan, awal, tertulis.cetak(cap, tanda, kemas(awal)))
