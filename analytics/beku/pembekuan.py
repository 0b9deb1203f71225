"""Freezing what is approved: the costly part from a frozen store before the write lock, the rest with the move itself.

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
from analytics.beku.fakta import ambil_tabel, unit_belum
from analytics.beku.kanonik import sidik, tulis_kanonik
from analytics.beku.snapshot import BENTUK, GudangBeku, isi_beku, kemas, tulis_nomor
from analytics.dokumen.cap import BUTIR, TEMPAT, Cap, kosong
from analytics.dokumen.kompilasi import susun_kompilasi
from analytics.evaluasi.inti import tulis_status
from analytics.formulir import evaluasi_semua
from analytics.pembaca.anak import urai
from analytics.sop.langkah import LANGKAH, MENURUT_AKSI
from analytics.sop.objek import Objek
from data.gudang import Transaksi

SETUJU: Final = frozenset(satu.aksi for satu in LANGKAH if satu.dokumen == "kompilasi" and satu.ke == "disetujui")
"""The moves that freeze."""
_KOMPILASI: Final = frozenset({"olah", "koreksi", "supervisi", "supervisi_kertas"})

Isi = dict[str, Any]


@dataclass(frozen=True)
class Persetujuan:
    """An approval that is about to be made: of which kompilasi, which revisi, by which move, when."""

    objek: Objek
    revisi: int
    aksi: str
    waktu: datetime

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
class Calon:
    """What would be frozen: `sidik` over what it rests on, and the cells of its document."""

    sidik: str
    dokumen: Mapping[str, Mapping[str, Any]]
    cap: Mapping[str, str]


def siapkan_calon(penanya: Penanya, persetujuan: Persetujuan) -> Calon:
    """Evaluate and write the document of what would be frozen now; a second or two for a kecamatan."""
    return _susun_calon(_bahan(penanya, persetujuan), persetujuan)


def bekukan(tx: Transaksi, persetujuan: Persetujuan, setuju: Mapping[str, Any], calon: Calon | None) -> dict[str, str]:
    """Write the snapshot of an approval; returns its nomor and sidik for the log.

    `setuju` says who approves as what, on which sheet.
    """
    bahan = _bahan(tx, persetujuan)
    if calon is None or calon.sidik != sidik(tulis_kanonik(bahan)):
        calon = _susun_calon(bahan, persetujuan)
    ujung = tx.kueri("peristiwa_ujung")[0]
    isi = {
        **bahan,
        "disetujui": {**setuju, "aksi": persetujuan.aksi, "pada": persetujuan.waktu},
        "ujung": {"nomor": ujung["nomor"], "sidik": ujung["sidik"]},
        "dokumen": calon.dokumen,
        "cap": calon.cap,
    }
    mentah = tulis_kanonik(isi)
    baris = {
        "kode_pd": persetujuan.objek.kode_pd,
        "nomor": persetujuan.nomor,
        "tahun": persetujuan.objek.tahun,
        "triwulan": persetujuan.objek.triwulan,
        "revisi": persetujuan.revisi,
        "sidik": sidik(mentah),
        "isi": kemas(mentah),
        "dibuat_pada": persetujuan.waktu,
        "oleh": setuju["oleh"],
    }
    tx.tambah("snapshot", [baris])
    return {"nomor": baris["nomor"], "sidik": baris["sidik"]}


def buka_calon(penanya: Penanya, kode_pd: str, periode: Periode, status: str, waktu: datetime) -> GudangBeku:
    """A frozen store of what an approval would freeze now: what Sekretaris and Camat look at."""
    belum = unit_belum(penanya, kode_pd, periode)
    tanpa = _kalimat_tanpa(list(belum.values()), "")
    return isi_beku(ambil_tabel(penanya, kode_pd, periode), _asal(kode_pd, status, None, waktu, tanpa))


def _bahan(penanya: Penanya, persetujuan: Persetujuan) -> Isi:
    """Everything of a snapshot but the approval itself and its document."""
    kode_pd, periode = persetujuan.objek.kode_pd, persetujuan.periode
    tabel = ambil_tabel(penanya, kode_pd, periode)
    pindah = _perpindahan(penanya, persetujuan)
    belum = unit_belum(penanya, kode_pd, periode)
    catatan = next((satu["catatan"] for satu in reversed(pindah) if satu["aksi"] == "olah"), None)
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
        "tanpa_unit": belum,
        "tanpa_unit_kalimat": _kalimat_tanpa(list(belum.values()), catatan or ""),
        "kiriman": _kiriman(tabel["kiriman"], periode),
        "rencana": _rencana(penanya, kode_pd, periode),
        "pemeriksa": [_pemeriksa(satu) for satu in pindah],
    }


def _kalimat_tanpa(unit: list[str], catatan: str) -> str:
    return "" if not unit else ", ".join(unit) + (f". Catatan: {catatan}" if catatan else "")


def _kiriman(baris: list[Isi], periode: Periode) -> list[Isi]:
    """The workbook of every unit that is in force for the periode."""
    akhir: dict[str, Isi] = {}
    for satu in sorted(baris, key=lambda isi: isi["versi"]):
        if (satu["tahun"], satu["triwulan"]) == (periode.tahun, periode.triwulan):
            akhir[satu["kode_unit"]] = satu
    kunci = ("kode_unit", "id_kiriman", "versi", "sha256", "versi_format", "nama_berkas", "diterima_pada")
    return [{nama: satu[nama] for nama in kunci} for _, satu in sorted(akhir.items())]


def _rencana(penanya: Penanya, kode_pd: str, periode: Periode) -> list[Isi]:
    letak = {"kode_pd": kode_pd, "tahun": periode.tahun, "hari": periode.hari_terakhir}
    return [
        {"jenis": jenis, "dokumen": satu["dokumen"], "ke": satu["ke"], "revisi": satu["revisi"]}
        for jenis in ("renstra", "renja")
        for satu in penanya.kueri(f"{jenis}_berlaku", **letak)
    ]


def _perpindahan(penanya: Penanya, persetujuan: Persetujuan) -> list[Isi]:
    """The moves of steps 5 to 7 that this approval rests on, oldest first; of a unit only the last one."""
    objek = persetujuan.objek
    semua = [
        satu
        for satu in penanya.kueri("perpindahan_kantor", kode_pd=objek.kode_pd, tahun=objek.tahun)
        if satu["triwulan"] == objek.triwulan
    ]
    verifikasi = {satu["objek"]: satu for satu in semua if satu["aksi"] == "verifikasi"}
    belum = unit_belum(penanya, objek.kode_pd, persetujuan.periode)
    dipakai = [satu for satu in verifikasi.values() if satu["kode_unit"] not in belum]
    dipakai += [
        satu
        for satu in semua
        if satu["objek"] == objek.id and satu["revisi"] == persetujuan.revisi and satu["aksi"] in _KOMPILASI
    ]
    return sorted(dipakai, key=lambda satu: satu["nomor"])


def _pemeriksa(satu: Isi) -> Isi:
    kertas = None
    if satu["sha256_kertas"] is not None:
        kertas = {"nomor": satu["nomor_kertas"], "tanggal": satu["tanggal_kertas"], "sha256": satu["sha256_kertas"]}
    kunci = ("langkah", "aksi", "kode_unit", "oleh", "akun", "sebagai", "rangkap", "catatan")
    return {**{nama: satu[nama] for nama in kunci}, "pada": satu["waktu"], "kertas": kertas}


def tulis_pemeriksa(isi: Mapping[str, Any]) -> tuple[tuple[str, str, str], ...]:
    """Who did steps 5 to 7, for the cover: step, who and when, and what is to be known about it."""
    return tuple(_tulis_pemeriksa(satu) for satu in isi["pemeriksa"])


def _tulis_pemeriksa(satu: Mapping[str, Any]) -> tuple[str, str, str]:
    unit = f" {satu['kode_unit']}" if satu["kode_unit"] else ""
    catatan = [f"Catatan: {satu['catatan']}"] if satu["catatan"] else []
    if satu["rangkap"]:
        catatan.append(RANGKAP)
    if satu["kertas"] is not None:
        catatan.append(_kertas(satu["kertas"]))
    return (
        f"Langkah {satu['langkah']}: {MENURUT_AKSI[satu['aksi']].nama}{unit}",
        tulis_siapa(satu),
        ". ".join(catatan),
    )


RANGKAP: Final = "Orang yang sama mengerjakan dan memeriksa"
"""Said wherever somebody checked his own work."""


def _kertas(kertas: Mapping[str, Any]) -> str:
    return f"Di atas kertas, lembar nomor {kertas['nomor']} tanggal {tulis_tanggal(kertas['tanggal'])}"


def tulis_siapa(satu: Mapping[str, Any]) -> str:
    """`Camat (contoh), Plt. Camat, 5 Oktober 2026 09.30`."""
    return ", ".join(bagian for bagian in (satu["oleh"], satu["sebagai"], tulis_waktu(satu["pada"])) if bagian)


def susun_cap(isi: Mapping[str, Any], sidik_isi: str, mentah: bytes) -> Cap:
    """The stamp of an export out of this snapshot."""
    setuju, ujung = isi["disetujui"], isi["ujung"]
    bagian = [tulis_siapa(setuju)]
    if setuju["kertas"] is not None:
        bagian.append(_kertas(setuju["kertas"]))
    if setuju["rangkap"]:
        bagian.append(RANGKAP)
    butir = {
        "nomor": isi["nomor"],
        "sidik": sidik_isi,
        "disetujui": ". ".join(bagian),
        "ujung": f"nomor {ujung['nomor']}, sidik {ujung['sidik']}",
    }
    alamat = frozenset((nama, sel) for nama, _, sel in (letak.rpartition("!") for letak in isi["cap"]))
    return Cap(butir, tulis_pemeriksa(isi), kemas(mentah), isi["dokumen"], alamat)


def _asal(kode_pd: str, status: str, persetujuan: Persetujuan | None, waktu: datetime, tanpa_unit: str) -> Isi:
    isi: Isi = {"kode_pd": kode_pd, "status": status, "nomor": None, "disetujui_pada": waktu, "tanpa_unit": tanpa_unit}
    if persetujuan is not None:
        isi |= {"nomor": persetujuan.nomor, "sidik": "", "revisi": persetujuan.revisi, "oleh": "", "sebagai": ""}
        isi |= {"di_atas_kertas": persetujuan.di_atas_kertas, "nomor_ujung": 0, "sidik_ujung": ""}
    return isi


def _susun_calon(bahan: Isi, persetujuan: Persetujuan) -> Calon:
    kode_pd, periode = bahan["kode_pd"], persetujuan.periode
    asal = _asal(kode_pd, bahan["status"], persetujuan, persetujuan.waktu, bahan["tanpa_unit_kalimat"])
    gudang = isi_beku(bahan["tabel"], asal)
    try:
        berkas = susun_kompilasi(evaluasi_semua(gudang, kode_pd, periode), kosong(tulis_pemeriksa(bahan)))
    finally:
        gudang.tutup()
    dokumen, cap = _petik(berkas)
    return Calon(sidik(tulis_kanonik(bahan)), dokumen, cap)


def _petik(berkas: bytes) -> tuple[dict[str, dict[str, Any]], dict[str, str]]:
    """Every cell of a workbook as a checker will read it, and where the stamp stands: `Sampul!B7` by its key."""
    butir = iter(BUTIR)
    dokumen: dict[str, dict[str, Any]] = {}
    cap: dict[str, str] = {}
    for lembar in urai(berkas)["lembar"]:
        isi = dokumen[lembar["nama"]] = {}
        for alamat, jenis, nilai, teks, _, rumus in lembar["sel"]:
            if teks == TEMPAT:
                cap[f"{lembar['nama']}!{alamat}"] = next(butir)
            else:
                isi[alamat] = [teks if jenis == "teks" else nilai, rumus]
    return dokumen, cap
