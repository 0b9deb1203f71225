"""Everything about one indicator: its rule, its working, its history and the cells it came from."""

from __future__ import annotations

from analytics.acuan import Penanya
from analytics.aturan.capaian import hitung, hitung_padanan
from analytics.aturan.periode import TERISI, Periode
from analytics.aturan.rumus import DAFTAR_RUMUS
from analytics.evaluasi.bacaan import Bacaan, baca
from analytics.evaluasi.hasil import PembandingIndikator, RincianIndikator, TahunIndikator, Triwulan
from analytics.evaluasi.iku import sebut_kurang, tulis_catatan
from analytics.evaluasi.triwulan import TANPA_TARGET, baca_nilai, susun_asal


class IndikatorTidakAda(Exception):
    """No indicator with this code has a rule in the year."""


def rincian_indikator(gudang: Penanya, kode_pd: str, kode_indikator: str, periode: Periode) -> RincianIndikator:
    """One indicator at the end of a periode. Raises KantorTidakAda and IndikatorTidakAda."""
    bacaan = baca(gudang, kode_pd, periode, kode_indikator=kode_indikator, rinci=0)
    if (periode.tahun, kode_indikator) not in bacaan.aturan:
        raise IndikatorTidakAda(kode_indikator)
    baris = bacaan.baris_indikator(periode.tahun, kode_indikator)
    kini = baris.pada(periode.triwulan)
    return RincianIndikator(
        keterangan=bacaan.keterangan,
        pengaturan=bacaan.konteks.pengaturan,
        baris=baris,
        kini=kini,
        padanan=hitung_padanan(kini.capaian, bacaan.konteks.pengaturan),
        riwayat=_riwayat(bacaan, kode_indikator),
        kondisi_awal=bacaan.kondisi(kode_indikator, "kondisi_awal"),
        kondisi_akhir=bacaan.kondisi(kode_indikator, "kondisi_akhir"),
        aturan_per_tahun=_aturan(bacaan, kode_indikator),
        pembanding=_pembanding(bacaan, kode_indikator, kini),
    )


def nama_indikator(penanya: Penanya, kode_pd: str, periode: Periode) -> dict[str, str]:
    """Name by code of every indicator with a rule in the year: IKU first, then those of the Renja, then the others.

    Asks for the rules alone.
    """
    letak = {"kode_pd": kode_pd, "tahun": periode.tahun, "hari": periode.hari_terakhir}
    semua = penanya.kueri("bacaan_indikator", **letak, rinci=periode.tahun, kode_indikator=None)
    aturan = {baris["kode_indikator"]: baris for baris in semua if baris["tahun"] == periode.tahun}
    urut = [kode for dahulu in ("iku", "renja") for kode, baris in aturan.items() if dahulu in (baris["laporan"] or ())]
    return {kode: str(aturan[kode]["nama"]) for kode in (*urut, *aturan)}


def _pembanding(bacaan: Bacaan, kode: str, kini: Triwulan) -> PembandingIndikator:
    lalu, akhir, nasional = bacaan.tahun_lalu(kode), bacaan.akhir(kode), bacaan.standar.get(kode)
    asal = _sumber(bacaan, kode, bacaan.periode.tahun - 1)
    return PembandingIndikator(
        tahun_lalu=lalu.realisasi,
        sumber_tahun_lalu=asal if lalu.realisasi is not None else tulis_catatan(lalu) or lalu.sebutan,
        target_akhir=akhir.target,
        realisasi=akhir.sampai,
        sebutan_akhir=sebut_kurang(bacaan, kode, kini) or kini.sebutan,
        capaian_akhir=akhir.capaian,
        jalur=akhir.jalur,
        standar_nasional=nasional["nilai"] if nasional else None,
        sumber_standar=nasional["sumber"] if nasional else None,
    )


def _riwayat(bacaan: Bacaan, kode: str) -> tuple[TahunIndikator, ...]:
    """Every year that has a plan or a figure, oldest first; years after the periode are not history."""
    kini = bacaan.periode.tahun
    sebelum = {baris["tahun"] for baris in bacaan.riwayat.get(kode, ()) if baris["jenis"] == "realisasi"}
    semua = sorted(sebelum | {*bacaan.tahun, kini})
    return tuple(_tahun(bacaan, kode, tahun) for tahun in semua if tahun <= kini)


def _tahun(bacaan: Bacaan, kode: str, tahun: int) -> TahunIndikator:
    """A year against the target of the Renstra, or of its Renja where the Renstra has none for it."""
    if tahun not in bacaan.tahun and tahun != bacaan.periode.tahun:
        return _sebelum_renstra(bacaan, kode, tahun)
    nilai = bacaan.tahun_renstra((tahun, kode))
    target, capaian, dibulatkan = nilai.target, nilai.capaian, nilai.dibulatkan
    if target.kosong and (tahun, kode) in bacaan.aturan and bacaan.ukuran[tahun, kode][0]["sumber"] is None:
        kini = bacaan.baris_indikator(tahun, kode).pada(bacaan.periode.triwulan if tahun == bacaan.periode.tahun else 4)
        target, capaian = kini.target_tahun, kini.capaian_tahun
        dibulatkan = kini.dibulatkan and kini.target.angka() == target.angka()
    sumber = _sumber(bacaan, kode, tahun)
    sebutan = ", ".join(kata for kata in (nilai.sebutan, nilai.catatan) if kata) if nilai.keadaan != TERISI else ""
    realisasi = None if nilai.realisasi is None else nilai.realisasi.di_samping(target)
    return TahunIndikator(tahun, target, realisasi, capaian, sumber, sebutan, dibulatkan)


def _sebelum_renstra(bacaan: Bacaan, kode: str, tahun: int) -> TahunIndikator:
    """A year of which only the history of the plan knows."""
    baris = next(lama for lama in bacaan.riwayat[kode] if lama["jenis"] == "realisasi" and lama["tahun"] == tahun)
    indikator = bacaan.indikator(bacaan.letak_kini(kode))
    skala = bacaan.konteks.pengaturan.skala_ordinal.get(indikator.skala_ordinal or "", {})
    nilai = baca_nilai(baris, None, skala)
    capaian = hitung(indikator.rumus, nilai.tepat, TANPA_TARGET, bacaan.konteks.pengaturan)
    return TahunIndikator(tahun, TANPA_TARGET, nilai, capaian, f"{baris['sumber']} (riwayat)")


def _sumber(bacaan: Bacaan, kode: str, tahun: int) -> str:
    """The cell of the last report of a year, or the document of its history, and how far it reaches."""
    nilai = bacaan.tahun_renstra((tahun, kode))
    if nilai.realisasi is None:
        return ""
    ukuran = bacaan.ukuran[tahun, kode][0]
    sumber = ukuran["sumber"] or susun_asal(bacaan.laporan[tahun, kode][ukuran["triwulan_akhir"]]).alamat
    return f"{sumber} ({nilai.catatan})" if nilai.catatan else sumber


def _aturan(bacaan: Bacaan, kode: str) -> tuple[tuple[int, str], ...]:
    return tuple(
        (baris["tahun"], DAFTAR_RUMUS[baris["rumus"]].nama + (f" ({baris['alasan']})" if baris["alasan"] else ""))
        for baris in bacaan.konteks.tanya("aturan_per_tahun", kode_indikator=kode)
    )
