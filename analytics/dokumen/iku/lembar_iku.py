"""Sheet Evaluasi IKU: one row per main indicator, its capaian live, its comparisons, rule, source and story."""

from __future__ import annotations

from typing import Final

from xlsxwriter.worksheet import Worksheet

from analytics.aturan import pecahan
from analytics.aturan.agregasi import DAFTAR_AGREGASI
from analytics.aturan.angka import tulis_angka
from analytics.aturan.capaian import Pengaturan, Target
from analytics.aturan.ekspresi import tulis_ekspresi
from analytics.aturan.ketercapaian import KATA_KETERCAPAIAN, desimal_banding, render_excel, ujung_target
from analytics.aturan.periode import (
    NAMA_KEADAAN,
)
from analytics.aturan.rumus import DAFTAR_RUMUS
from analytics.dokumen.buku import Buku
from analytics.dokumen.gaya import Cetak, atur_bagian, atur_halaman, warnai_predikat
from analytics.dokumen.iku.kolom_iku import IKU
from analytics.dokumen.iku.ringkas_iku import ringkas_iku
from analytics.dokumen.isi_kompilasi import LembarFormulir, RingkasanFormulir, SumberFormulir
from analytics.dokumen.keterangan import catatan_capaian, catatan_triwulan, tulis_keterangan
from analytics.dokumen.lembar import tulis_baris, tulis_judul, tulis_kepala
from analytics.dokumen.penutup import (
    PENILAI,
    PENYUSUN,
    KolomRata,
    isi_banyak,
    isi_rata,
    tulis_penutup,
    tulis_tanda_tangan,
)
from analytics.dokumen.sel import (
    STRIP,
    Isi,
    Pembanding,
    Sel,
    bilangan,
    nama_predikat,
    pasang_capaian,
    pasang_nilai,
    pasang_pecahan,
    pasang_target,
    sebutan,
    sel_dirata,
    sel_predikat,
    strip,
    teks,
)
from analytics.dokumen.tata_letak import Susunan, TempatFormulir
from analytics.evaluasi.hasil import BarisIndikator, Indikator, Nilai, Triwulan, masuk_hitungan
from analytics.evaluasi.hasil.iku import BarisIku, EvaluasiIku


def tulis_iku(buku: Buku, lembar: Worksheet, hasil: EvaluasiIku, susunan: Susunan) -> TempatFormulir:
    """Write the sheet; returns where its figures stand."""
    kepala = tulis_judul(lembar, buku.gaya, "EVALUASI INDIKATOR KINERJA UTAMA", hasil.keterangan, susunan)
    mulai = tulis_kepala(lembar, buku.gaya, susunan, kepala)
    baris = {}
    for nomor, iku in enumerate(hasil.baris, 1):
        baris[iku.baris.indikator.kode] = mulai + nomor
        tulis_baris(lembar, buku.gaya, susunan, mulai + nomor, isi_baris(iku, nomor, hasil.pengaturan))
    akhir = mulai + max(len(hasil.baris), 1)
    if not hasil.baris:
        tulis_baris(lembar, buku.gaya, susunan, akhir, {"indikator": teks("Belum ada IKU dalam rencana.")})
    tempat = TempatFormulir(LEMBAR.nama, susunan, mulai + 1, akhir, akhir + 1, baris)
    sesudah = _tutup(buku, lembar, hasil, tempat)
    rentang = f"{susunan.sel('predikat', tempat.awal)}:{susunan.sel('predikat', tempat.rata)}"
    warnai_predikat(buku.buku, lembar, rentang, hasil.pengaturan.skala)
    lembar.freeze_panes(mulai, susunan.tetap)
    atur_halaman(lembar, buku.kaki)
    cetak = Cetak((kepala, mulai - 1), akhir - 1, tempat.rata, susunan.bagian("capaian"), sesudah, menyatu=True)
    atur_bagian(buku.buku, lembar, susunan, cetak)
    return tempat


def _tutup(buku: Buku, lembar: Worksheet, hasil: EvaluasiIku, tempat: TempatFormulir) -> int:
    """The closing rows and the signatures; returns the last row used (from 0)."""
    rata, pengaturan, kolom_rata = (
        hasil.rata_rata,
        hasil.pengaturan,
        KolomRata("capaian", "dirata", tempat.awal, tempat.akhir),
    )
    penutup: tuple[tuple[str, Isi], ...] = (
        (
            "Rata-rata capaian (%)",
            {
                **isi_rata(rata, kolom_rata, pengaturan),
                "predikat": sel_predikat(rata.predikat, "[capaian]", pengaturan),
                "status": _sel_tercapai(hasil, tempat),
            },
        ),
        (f"Indikator yang bernilai, dari yang wajib lapor{rata.sebutan_nihil}", isi_banyak(rata, kolom_rata)),
    )
    sesudah = tulis_penutup(buku, lembar, tempat.susunan, tempat.rata, penutup)
    return tulis_tanda_tangan(buku, lembar, tempat.susunan, sesudah, pengaturan, LEMBAR.tanda_tangan)


def _sel_tercapai(hasil: EvaluasiIku, tempat: TempatFormulir) -> Sel:
    rentang = f"[status:{tempat.awal}]:[status:{tempat.akhir}]"
    ya, dibulatkan, belum = (f'COUNTIF({rentang},"{kata}")' for kata in KATA_KETERCAPAIAN.values())
    if any(_syarat_dibulatkan(iku.baris.indikator.polaritas, iku.kini) for iku in hasil.baris):
        ya = f"({ya}+{dibulatkan})"
    return Sel(f"{hasil.tercapai} dari {hasil.dinilai}", f'{ya}&" dari "&({ya}+{belum})', "tengah")


def isi_baris(iku: BarisIku, nomor: int, pengaturan: Pengaturan) -> Isi:
    """All cells of one indicator."""
    indikator, kini = iku.baris.indikator, iku.kini
    return {
        "no": Sel(float(nomor), rupa="urut"),
        "sasaran": teks(indikator.nama_sasaran or f"Tujuan: {indikator.nama_simpul}"),
        "indikator": teks(indikator.nama, "tebal"),
        "satuan": Sel(indikator.satuan, rupa="tengah"),
        **_kini(indikator, kini, pengaturan),
        **_setahun(kini, pengaturan),
        **_lalu(iku, pengaturan),
        **_akhir(iku, pengaturan),
        "standar": strip() if iku.standar_nasional is None else bilangan(iku.standar_nasional),
        "keterangan": teks(tulis_keterangan(indikator, kini, pengaturan, *_catatan(iku))),
        **_aturan(iku.baris, kini),
        "keadaan": teks(NAMA_KEADAAN[kini.keadaan]),
    }


def _kini(indikator: Indikator, kini: Triwulan, pengaturan: Pengaturan) -> Isi:
    realisasi = pasang_nilai("realisasi", kini.realisasi, sebutan(kini.sebutan))
    pembanding = Pembanding("realisasi", kini.realisasi, "target", kini.target)
    return {
        **pasang_target("target", kini.target, sebutan(kini.sebutan_tanpa_target)),
        **realisasi,
        **pasang_pecahan("realisasi", kini.realisasi, indikator),
        **pasang_capaian("capaian", kini.capaian, pembanding, pengaturan),
        "predikat": sel_predikat(nama_predikat(kini.capaian), "[capaian]", pengaturan),
        "status": sel_status(indikator.polaritas, kini),
        **(
            {"dirata": sel_dirata(kini.capaian, "capaian", pengaturan)}
            if masuk_hitungan(kini.keadaan, kini.capaian)
            else {}
        ),
    }


def sel_status(polaritas: str, kini: Triwulan) -> Sel:
    """Whether the target was reached, live where there is a capaian; a dash where nothing can be judged."""
    putusan = kini.putusan()
    if putusan is None:
        return strip()
    kata = KATA_KETERCAPAIAN[putusan]
    if kini.capaian.mentah is None or kini.capaian.mencapai != (putusan == "tercapai"):
        return Sel(kata, rupa="tengah")
    mentah, tercapai, belum = "[capaian_mentah]", KATA_KETERCAPAIAN["tercapai"], f'"{KATA_KETERCAPAIAN["belum"]}"'
    dekat = _syarat_dibulatkan(polaritas, kini)
    kurang = f'IF({dekat},"{KATA_KETERCAPAIAN["dibulatkan"]}",{belum})' if dekat else belum
    rumus = f'IF(ISNUMBER({mentah}),IF(ROUND({mentah},10)>=100,"{tercapai}",{kurang}),"{STRIP}")'
    return Sel(kata, rumus, "tengah")


def _syarat_dibulatkan(polaritas: str, kini: Triwulan) -> str:
    """The condition under which a value that falls short is compared at the decimals of its target; mostly empty."""
    ujung = ujung_target(polaritas, kini.target)
    if kini.realisasi is None or not kini.realisasi.terhitung or ujung is None:
        return ""
    akhiran = "" if kini.target.bawah is None else "_bawah" if polaritas == "naik" else "_atas"
    desimal = desimal_banding(ujung, kini.target.desimal)
    return "" if desimal is None else render_excel(polaritas, "[realisasi]", f"[target{akhiran}]", desimal)


def _setahun(kini: Triwulan, pengaturan: Pengaturan) -> Isi:
    pembanding = Pembanding("realisasi", kini.realisasi, "target_tahun", kini.target_tahun)
    return {
        **pasang_target("target_tahun", kini.target_tahun),
        **pasang_capaian("capaian_tahun", kini.capaian_tahun, pembanding, pengaturan),
    }


def _lalu(iku: BarisIku, pengaturan: Pengaturan) -> Isi:
    sel_kolom = pasang_nilai("lalu", iku.tahun_lalu, sebutan(iku.sebutan_lalu) if iku.sebutan_lalu else strip())
    capaian = iku.capaian_tahun_lalu
    if capaian is None or capaian.mentah is None:
        return {**sel_kolom, "capaian_lalu": strip()}
    target = capaian.masukan.target if capaian.masukan else Target()
    pembanding = Pembanding("lalu", iku.tahun_lalu, "lalu_target", target)
    return {
        **sel_kolom,
        **(pasang_target("lalu_target", target) if capaian.masukan else {}),
        **pasang_capaian("capaian_lalu", capaian, pembanding, pengaturan),
    }


def _akhir(iku: BarisIku, pengaturan: Pengaturan) -> Isi:
    masukan = iku.capaian_akhir.masukan
    sampai = Nilai(masukan.realisasi).di_samping(iku.target_akhir) if masukan else None
    return {
        **pasang_target("target_akhir", iku.target_akhir),
        **pasang_nilai("sampai", sampai, sebutan(iku.kurang) if iku.kurang else strip()),
        **pasang_capaian(
            "capaian_akhir",
            iku.capaian_akhir,
            Pembanding("sampai", sampai, "target_akhir", iku.target_akhir),
            pengaturan,
        ),
    }


def _aturan(baris: BarisIndikator, kini: Triwulan) -> Isi:
    asal = next(
        (
            triwulan.asal
            for triwulan in reversed(baris.triwulan[: kini.triwulan])
            if triwulan.asal and triwulan.dilaporkan
        ),
        None,
    )
    return {
        "rumus": teks(tulis_aturan(baris.indikator)),
        "cara_hitung": teks(tulis_cara(baris.indikator, kini)),
        "sumber": teks(asal.alamat if asal else None),
        "faktor_penghambat": teks(baris.narasi.get("faktor_penghambat")),
        "tindak_lanjut": teks(
            "\n".join(
                baris.narasi[jenis]
                for jenis in ("tindak_lanjut_triwulan", "tindak_lanjut_renja")
                if jenis in baris.narasi
            )
        ),
    }


def tulis_aturan(indikator: Indikator) -> str:
    """The rule of an indicator in words: formula, how quarters become a year, when it is due."""
    rumus = DAFTAR_RUMUS[indikator.rumus]
    agregasi = DAFTAR_AGREGASI[indikator.agregasi]
    return f"{rumus.nama}: {tulis_ekspresi(rumus.umum)}.\nAgregasi {agregasi.nama}; dilaporkan {indikator.jadwal}."


def tulis_cara(indikator: Indikator, kini: Triwulan) -> str:
    """The working with its numbers, from pembilang and penyebut on where they were given."""
    nilai = kini.realisasi
    baris = []
    if (
        nilai is not None
        and nilai.pembilang is not None
        and nilai.penyebut is not None
        and indikator.faktor is not None
    ):
        atas, bawah = tulis_angka(nilai.pembilang), tulis_angka(nilai.penyebut)
        baris.append(f"Realisasi: {pecahan.tulis_cara(atas, bawah, indikator.faktor)} = {nilai.tulis()}")
    if kini.capaian.cara_hitung:
        baris.append(f"Capaian: {kini.capaian.cara_hitung}")
    return "\n".join(baris)


def _catatan(iku: BarisIku) -> tuple[str, ...]:
    standar = f"Standar nasional: {iku.sumber_standar}." if iku.sumber_standar else ""
    lalu = catatan_capaian("Tahun lalu", iku.capaian_tahun_lalu) if iku.tahun_lalu else ""
    akhir = (
        f"Akhir Renstra: {iku.kurang}."
        if iku.kurang
        else catatan_capaian("Akhir Renstra", iku.capaian_akhir, iku.jalur)
    )
    asal_lalu = f"Nilai tahun lalu: {iku.catatan_tahun_lalu}." if iku.catatan_tahun_lalu else ""
    return (
        catatan_triwulan(iku.baris, iku.kini),
        asal_lalu,
        lalu,
        akhir,
        standar,
    )


def _susunan(_hasil: EvaluasiIku) -> Susunan:
    return IKU


def _tulis(buku: Buku, lembar: Worksheet, hasil: EvaluasiIku, susunan: Susunan) -> RingkasanFormulir:
    return ringkas_iku(hasil, tulis_iku(buku, lembar, hasil, susunan))


def _sumber(hasil: EvaluasiIku) -> SumberFormulir:
    return SumberFormulir(tuple(iku.baris for iku in hasil.baris))


LEMBAR: Final = LembarFormulir(
    kode="iku",
    sebutan="IKU",
    rencana="renja",
    isi="Pengukuran kinerja IKU: target, realisasi, capaian, predikat, pembanding, rumus, sumber",
    susunan=_susunan,
    tulis=_tulis,
    sumber=_sumber,
    tanda_tangan=(PENYUSUN, PENILAI),
)
"""Evaluasi IKU (pengukuran kinerja, PermenPANRB 53/2014)."""
