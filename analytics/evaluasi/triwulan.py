"""From the rows of the reading to one indicator at the end of each triwulan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from analytics.aturan.agregasi import KUMULATIF, cara_gabung
from analytics.aturan.angka import LEBAR, bulatkan, tulis_angka
from analytics.aturan.capaian import Capaian, Masukan, Pengaturan, Target
from analytics.aturan.pecahan import hitung_pecahan, nilai_pecahan, tulis_pasangan
from analytics.aturan.periode import (
    BELUM_ADA_DATA,
    BELUM_WAKTUNYA,
    NAMA_KEADAAN,
    ROMAWI,
    TERISI,
    TIDAK_ADA_KEJADIAN,
    TIDAK_DIRENCANAKAN,
    KeadaanRealisasi,
)
from analytics.aturan.tetap import urai_tetap
from analytics.evaluasi.hasil import Asal, AsalBagian, Indikator, Koreksi, Nilai, Terakhir, Triwulan
from data.gudang import Baris

TANPA_TARGET: Final = Target()
_BAGIAN: Final = tuple(tuple(nomor for nomor in (1, 2, 3, 4) if bit >> nomor & 1) for bit in range(32))
"""The triwulan that a value is made of, by the number that has a bit for each."""
Skala = Mapping[str, Decimal | None]


def baca_nilai(
    baris: Mapping[str, Any], faktor: Decimal | None, skala: Skala, banding: tuple[Decimal, ...] = ()
) -> Nilai:
    """One stored value, exact: pembilang / penyebut × faktor where given, a grade as its number, if it has one.

    `banding` are the numbers of the targets that it is written beside.
    """
    pembilang, penyebut, peringkat = baris.get("pembilang"), baris.get("penyebut"), baris.get("peringkat")
    tepat = nilai_pecahan(pembilang, penyebut, faktor)
    if tepat is not None:
        return Nilai(tepat, None, pembilang, penyebut, terhitung=True, banding=banding)
    angka = baris["nilai"] if peringkat is None else skala.get(peringkat)
    return Nilai(None if angka is None else Fraction(angka), peringkat, banding=banding)


def susun_nilai(baris: Baris) -> Nilai | None:
    """The exact value of a row of the reading, or what was reported last where it has none; None without any report."""
    pembilang, penyebut = baris["pembilang"], baris["penyebut"]
    tepat = nilai_pecahan(pembilang, penyebut, baris["faktor"])
    banding = _banding(baris)
    if tepat is not None:
        return Nilai(tepat, None, pembilang, penyebut, terhitung=True, banding=banding)
    if baris["pecahan"]:
        return Nilai(_gabungkan(baris), terhitung=True, banding=banding)
    desimal, peringkat = baris["desimal"], baris["peringkat"]
    if desimal is None:
        return None if peringkat is None else Nilai(None, peringkat)
    pembagi = baris["pembagi"]
    return Nilai(Fraction(desimal) if pembagi == 1 else Fraction(desimal) / pembagi, peringkat, banding=banding)


def _banding(ukuran: Baris) -> tuple[Decimal, ...]:
    """The numbers of the targets of a row of the reading, each once."""
    kolom = (ukuran[f"{ujung}{dasar}"] for dasar in ("", "_tahun") for ujung in ("target", "bawah", "atas"))
    return tuple({angka: None for angka in kolom if angka is not None})


def _gabungkan(baris: Baris) -> Fraction:
    """Several reports of which some were given as pembilang and penyebut: their sum, mean or highest."""
    bagian = [hitung_pecahan(pembilang, penyebut, baris["faktor"]) for pembilang, penyebut in baris["pecahan"]]
    if baris["desimal"] is not None:
        bagian.append(Fraction(baris["desimal"]))
    if baris["cara_gabung"] == "maksimum":
        return max(bagian)
    return sum(bagian, Fraction(0)) / int(baris["pembagi"])


def empat_triwulan(
    indikator: Indikator, ukuran: Mapping[int, Baris], laporan: Mapping[int, Baris], pengaturan: Pengaturan
) -> tuple[Triwulan, Triwulan, Triwulan, Triwulan]:
    """The four triwulan of one indicator.

    `ukuran` are the rows of the question `bacaan` of one year by triwulan, `laporan` those of `bacaan_laporan`.
    """
    skala = pengaturan.skala_ordinal.get(indikator.skala_ordinal or "", {})
    nilai = {
        triwulan: baca_nilai(baris, indikator.faktor, skala, _banding(ukuran[triwulan]))
        for triwulan, baris in laporan.items()
        if baris["keadaan"] == TERISI
    }
    satu, dua, tiga, empat = (_triwulan(indikator, ukuran[nomor], laporan, nilai, pengaturan) for nomor in (1, 2, 3, 4))
    return satu, dua, tiga, empat


def _triwulan(
    indikator: Indikator,
    ukuran: Baris,
    laporan: Mapping[int, Baris],
    nilai: Mapping[int, Nilai],
    pengaturan: Pengaturan,
) -> Triwulan:
    nomor, kurang = ukuran["triwulan"], ukuran["kurang"]
    bagian = _BAGIAN[ukuran["bagian"]]
    realisasi = _realisasi(indikator, ukuran, bagian, nilai)
    terlapor, dilaporkan = laporan.get(nomor), nilai.get(nomor)
    target = susun_target(ukuran)
    target_tahun = susun_target(ukuran, "_tahun")
    return Triwulan(
        triwulan=nomor,
        keadaan=ukuran["keadaan"],
        keadaan_sel=keadaan_sel(ukuran, terlapor),
        dilaporkan=dilaporkan,
        sendiri=_sendiri(indikator, nomor, nilai),
        asal=None if terlapor is None else _sebut_beda(susun_asal(terlapor), nilai, nomor),
        alasan_kosong=_alasan(terlapor),
        posisi=ukuran["posisi"],
        realisasi=realisasi,
        target=target,
        capaian=susun_capaian(indikator.rumus, ukuran, realisasi, target, pengaturan),
        target_tahun=target_tahun,
        capaian_tahun=susun_capaian(indikator.rumus, ukuran, realisasi, target_tahun, pengaturan, "_tahun"),
        tercapai=ukuran["tercapai"],
        dibulatkan=ukuran["dibulatkan"],
        dokumen=ukuran["dokumen"],
        alasan_keadaan=_alasan_keadaan(ukuran, laporan),
        kurang=kurang,
        terakhir=_terakhir(ukuran, nilai),
        bagian=bagian,
        tempo=ukuran["tempo"] if ukuran["keadaan"] == TERISI else None,
        bertahan=ukuran["bertahan"],
        berikutnya=ukuran["berikutnya"],
    )


def _realisasi(
    indikator: Indikator, ukuran: Baris, bagian: tuple[int, ...], nilai: Mapping[int, Nilai]
) -> Nilai | None:
    """S/d this triwulan: the one report that it is, or the reports taken together."""
    if not ukuran["bernilai"]:
        return None
    if len(bagian) == 1 or cara_gabung(indikator.cara_isi, indikator.agregasi) == "nilai_akhir":
        akhir: int = ukuran["triwulan_akhir"]
        return nilai[akhir] if akhir == ukuran["triwulan"] else replace(nilai[akhir], banding=_banding(ukuran))
    return susun_nilai(ukuran)


def _terakhir(ukuran: Baris, nilai: Mapping[int, Nilai]) -> Terakhir | None:
    akhir = ukuran["triwulan_akhir"]
    return None if ukuran["bernilai"] or akhir is None else Terakhir(akhir, nilai[akhir])


def _alasan(baris: Baris | None) -> str | None:
    return baris["alasan"] if baris and baris["keadaan"] in (BELUM_ADA_DATA, TIDAK_ADA_KEJADIAN) else None


def _alasan_keadaan(ukuran: Baris, laporan: Mapping[int, Baris]) -> str | None:
    """What the unit said about the triwulan that is missing, or the last one that had nothing to measure."""
    nihil = ukuran["keadaan"] == TIDAK_ADA_KEJADIAN
    penentu = ukuran["posisi"] if nihil else ukuran["kurang"]
    return _alasan(laporan.get(penentu)) if penentu else None


def keadaan_sel(ukuran: Baris, terlapor: Baris | None) -> KeadaanRealisasi:
    """The state of one triwulan alone: its row of the reading, and of its report if there is one."""
    if terlapor is not None and terlapor["keadaan"] == TERISI:
        return TERISI
    if ukuran["keadaan"] == TIDAK_DIRENCANAKAN:
        return TIDAK_DIRENCANAKAN
    if terlapor is not None and terlapor["keadaan"] == TIDAK_ADA_KEJADIAN:
        return TIDAK_ADA_KEJADIAN
    return BELUM_ADA_DATA if ukuran["posisi"] == ukuran["triwulan"] else BELUM_WAKTUNYA


def _sendiri(indikator: Indikator, nomor: int, nilai: Mapping[int, Nilai]) -> float | None:
    """The part of one triwulan alone; for *s/d triwulan* reports the difference to the last report before it."""
    kini = nilai.get(nomor)
    if kini is None or kini.tepat is None:
        return None
    if indikator.cara_isi != KUMULATIF:
        return float(kini.tepat)
    lampau = max((triwulan for triwulan in nilai if triwulan < nomor), default=None)
    if lampau is None:
        return float(kini.tepat)
    dasar = nilai[lampau].tepat
    return None if dasar is None else float(kini.tepat - dasar)


def _sebut_beda(asal: Asal, nilai: Mapping[int, Nilai], nomor: int) -> Asal:
    """What the unit said of a value that still holds, and that this one is another by now where it is."""
    tetap = urai_tetap(asal.tetap) if asal.tetap else None
    diulang = nilai.get(tetap.triwulan) if tetap and tetap.triwulan else None
    if tetap is None or tetap.triwulan is None or diulang is None or diulang == nilai.get(nomor):
        return asal
    return replace(asal, tetap=f"{asal.tetap}, tetapi TW {ROMAWI[tetap.triwulan]} kini {diulang.tulis(4)}")


def susun_asal(baris: Baris) -> Asal:
    """Where a stored row of a kiriman came from."""
    return Asal(
        berkas=baris["nama_berkas"],
        lembar=baris["lembar"],
        sel=baris["sel"],
        id_kiriman=baris["id_kiriman"],
        versi=baris["versi"],
        diterima_pada=baris["diterima_pada"],
        koreksi=_koreksi(baris),
        dari=tuple(_bagian(laporan) for laporan in baris.get("dari") or ()),
        tetap=_tetap(baris.get("diketik")),
    )


def _bagian(laporan: Baris) -> AsalBagian:
    """One of the reports that a row which was not reported itself is made of."""
    pembilang, penyebut, nilai = laporan["pembilang"], laporan["penyebut"], laporan["nilai"]
    if laporan["keadaan"] != TERISI:
        tulisan = NAMA_KEADAAN[laporan["keadaan"]]
    elif pembilang is not None and penyebut is not None:
        tulisan = tulis_pasangan(pembilang, penyebut)
    else:
        tulisan = "" if nilai is None else tulis_angka(nilai)
    alamat = f"{laporan['nama_berkas']}, {laporan['lembar']}!{laporan['sel']}"
    return AsalBagian(laporan["kode"], tulisan, alamat)


def _tetap(diketik: str | None) -> str:
    """What was typed where it says that an earlier value still holds."""
    return diketik if diketik is not None and urai_tetap(diketik) else ""


def _koreksi(baris: Baris) -> Koreksi | None:
    if baris["koreksi_alasan"] is None:
        return None
    return Koreksi(*(baris[f"koreksi_{nama}"] for nama in ("lama", "baru", "alasan", "oleh", "pada")))


def susun_target(baris: Baris, dasar: str = "") -> Target:
    """The target of a row of the reading; `dasar` `_tahun`: that of the year. A grade carries its number, if any."""
    nilai, bawah, peringkat = baris[f"target{dasar}"], baris[f"bawah{dasar}"], baris[f"target_peringkat{dasar}"]
    if nilai is None and bawah is None and peringkat is None:
        return TANPA_TARGET
    desimal = None if dasar else baris["target_desimal"]
    if peringkat is not None or bawah is None:
        return Target(nilai=ringkas(nilai), peringkat=peringkat, desimal=desimal)
    return Target(bawah=ringkas(bawah), atas=ringkas(baris[f"atas{dasar}"]), desimal=desimal)


def susun_capaian(
    rumus: str, baris: Baris, realisasi: Nilai | None, target: Target, pengaturan: Pengaturan, dasar: str = ""
) -> Capaian:
    """The capaian of a row of the reading, as DuckDB computed it from `realisasi` and `target`."""
    mentah = baris[f"mentah{dasar}"]
    if mentah is not None and baris["keadaan"] == TIDAK_ADA_KEJADIAN:
        nilai = bulatkan(baris[f"nilai{dasar}"], pengaturan.desimal)
        return Capaian(rumus, mentah, nilai, pengaturan.skala.beri(nilai), None, None)
    if mentah is None or realisasi is None or realisasi.tepat is None:
        return Capaian(rumus, None, None, None, baris[f"alasan{dasar}"], None)
    nilai = bulatkan(baris[f"nilai{dasar}"], pengaturan.desimal)
    masukan = Masukan(realisasi.tepat, target, pengaturan.kebijakan)
    return Capaian(rumus, mentah, nilai, pengaturan.skala.beri(nilai), None, masukan)


def ringkas(nilai: Decimal | None) -> Decimal | None:
    """A stored DECIMAL without its trailing zeros, as people wrote it."""
    if nilai is None:
        return None
    return nilai.quantize(Decimal(1), context=LEBAR) if nilai == nilai.to_integral_value() else nilai.normalize(LEBAR)
