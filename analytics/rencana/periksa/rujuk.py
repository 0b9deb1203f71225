"""Checks that forbid storing a plan: codes, tree, documents, rules and the shape of values."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import chain
from typing import Final, TypeVar

from analytics.aturan.agregasi import RASIO
from analytics.aturan.angka import tulis_angka, tulis_rentang
from analytics.aturan.istilah import BAGIAN_UNIT
from analytics.aturan.periode import tahun_berikutnya
from analytics.aturan.rumus import DAFTAR_RUMUS
from analytics.rencana.bagian import letak_bagian
from analytics.rencana.baris import (
    AsalSel,
    AturanRencana,
    NilaiRencana,
    Pagu,
    Riwayat,
    SimpulPohon,
    TargetRencana,
    Tautan,
    VersiDokumen,
)
from analytics.rencana.lembar.templat import DAFTAR_LEMBAR
from analytics.rencana.periksa.asing import periksa_asing, temui_induk
from analytics.rencana.periksa.konteks import BERPAGU, KonteksRencana
from analytics.rencana.periksa.sasaran import periksa_sasaran
from analytics.rencana.pilihan import TINGKAT
from analytics.rencana.soal import kelompokkan, sebut_tahun
from analytics.rencana.tegur import tegur
from analytics.temuan.butir import Temuan
from analytics.temuan.kode import KodeRencana

_T = TypeVar("_T")
_URUTAN_TINGKAT: Final = tuple(tingkat.kode for tingkat in TINGKAT)
_NAMA_TINGKAT: Final = {tingkat.kode: tingkat.nama for tingkat in TINGKAT}
_NAMA_LEMBAR: Final = {lembar.kunci: lembar.nama for lembar in DAFTAR_LEMBAR}
_SATU_BARIS: Final = frozenset({"target_renstra", "target_renja", "pagu", "tautan_rpjmd"})
"""Sheets with one row per document and code."""


def periksa_rujukan(konteks: KonteksRencana) -> Iterator[Temuan]:
    """Every finding that forbids storing."""
    yield from _ganda(konteks)
    yield from periksa_asing(konteks)
    for simpul in konteks.rencana.simpul:
        yield from (_letak_bagian if simpul.tingkat == BAGIAN_UNIT else _letak_simpul)(konteks, simpul)
    yield from _bagian_setahun(konteks)
    yield from periksa_sasaran(konteks)
    for dokumen in konteks.rencana.dokumen:
        yield from _dokumen(konteks, dokumen)
    yield from _tempat_nilai(konteks)
    for aturan in konteks.rencana.aturan:
        yield from periksa_aturan(konteks, aturan)
    yield from _aturan_berubah(konteks)
    yield from _bentuk(konteks)


def _ganda(konteks: KonteksRencana) -> Iterator[Temuan]:
    rencana = konteks.rencana
    yield from _kembar(rencana.unit, lambda s: s.kode, lambda s: s.asal, "Kode unit {}")
    sub_skpd = [unit for unit in rencana.unit if unit.kode_sub_skpd]
    yield from _kembar(sub_skpd, lambda s: s.kode_sub_skpd, lambda s: s.asal, "Kode sub SKPD {}")
    yield from _kembar(rencana.dokumen, lambda s: s.kode, lambda s: s.asal, "Kode dokumen {}")
    yield from _kembar(rencana.dokumen, lambda s: s.kunci, lambda s: s.asal, "Versi dokumen {}")
    yield from _kembar(rencana.simpul, lambda s: s.kode, lambda s: s.asal, "Kode {}")
    yield from _kembar(rencana.aturan, lambda s: (s.kode, s.mulai), lambda s: s.asal, "Indikator dan mulai tahun {}")
    berulang = {id(rujukan) for semua in konteks.baris_berulang.values() for rujukan in semua}
    satu_baris = [r for r in rencana.rujukan if r.lembar in _SATU_BARIS and id(r) not in berulang]
    yield from _kembar(satu_baris, lambda s: (s.lembar, s.dokumen, s.kode), lambda s: s.asal, "Baris {}")
    yield from _kembar(
        rencana.riwayat, lambda s: (s.dokumen, s.indikator, s.jenis, s.tahun), lambda s: s.asal, "Riwayat {}"
    )
    yield from _kembar(
        rencana.riwayat_anggaran, lambda s: (s.dokumen, s.simpul, s.tahun), lambda s: s.asal, "Riwayat {}"
    )
    yield from _kembar(rencana.standar, lambda s: (s.dokumen, s.indikator, s.tahun), lambda s: s.asal, "Standar {}")
    yield from _kembar(
        rencana.ikk, lambda s: (s.dokumen, s.indikator, s.kode_ikk, s.elemen), lambda s: s.asal, "Elemen IKK {}"
    )


def _kembar(
    daftar: Iterable[_T], kunci: Callable[[_T], Hashable], asal: Callable[[_T], AsalSel], sebutan: str
) -> Iterator[Temuan]:
    pertama: dict[Hashable, AsalSel] = {}
    for baris in daftar:
        nama = kunci(baris)
        sudah = pertama.setdefault(nama, asal(baris))
        if sudah is not asal(baris):
            tulisan = " / ".join(map(_tulis_kunci, nama)) if isinstance(nama, tuple) else str(nama)
            pesan = f"{sebutan.format(tulisan)} sudah ada di {sudah.lembar}!{sudah.sel}."
            yield tegur("kode_ganda", pesan, "Hapus salah satu baris, atau betulkan kodenya.", asal(baris))


def _tulis_kunci(bagian: object) -> str:
    return _NAMA_LEMBAR.get(str(bagian), str(bagian).replace("_", " "))


def _letak_simpul(konteks: KonteksRencana, simpul: SimpulPohon) -> Iterator[Temuan]:
    lama = next((baris for baris in konteks.tersimpan.rencana.simpul if baris.kode == simpul.kode), None)
    if lama is not None and lama.tingkat != simpul.tingkat:
        pesan = (
            f"{simpul.kode} tersimpan sebagai {_NAMA_TINGKAT[lama.tingkat]}, di sini {_NAMA_TINGKAT[simpul.tingkat]}."
        )
        yield tegur("tingkat_berubah", pesan, "Kembalikan tingkatnya, atau pakai kode lain.", simpul.asal.di("tingkat"))
    if simpul.tingkat == "tujuan":
        if simpul.induk is not None:
            pesan = f"Tujuan {simpul.kode} tidak boleh punya induk."
            asal = simpul.asal.di("induk")
            yield tegur("induk_salah_tingkat", pesan, "Kosongkan kode induknya.", asal, diketik=simpul.induk)
        return
    if simpul.induk is None:
        yield temui_induk(simpul)
        return
    perlu = _NAMA_TINGKAT[_URUTAN_TINGKAT[_URUTAN_TINGKAT.index(simpul.tingkat) - 1]]
    nama = _NAMA_TINGKAT[simpul.tingkat].capitalize()
    induk = konteks.simpul.get(simpul.induk)
    if induk is not None and konteks.salah_tingkat(simpul) and not _ikut_induk(konteks, simpul, induk):
        ada = f"{_NAMA_TINGKAT[induk.tingkat]} {induk.kode}"
        pesan = f"Induk {nama.lower()} {simpul.kode} adalah {ada}, seharusnya {perlu}."
        saran = f"Isi kode induk dengan kode {perlu}, atau betulkan tingkatnya."
        yield tegur("induk_salah_tingkat", pesan, saran, simpul.asal.di("induk"), diketik=induk.kode)


def _ikut_induk(konteks: KonteksRencana, simpul: SimpulPohon, induk: SimpulPohon) -> bool:
    """Whether the parent itself stands at a wrong level and is told so, which what is below it waits for."""
    return konteks.salah_tingkat(induk) and simpul.kode not in konteks.leluhur(induk.kode)


def _letak_bagian(konteks: KonteksRencana, simpul: SimpulPohon) -> Iterator[Temuan]:
    """A unit has a part of a leaf of the plan, which every unit that shares it has."""
    induk = konteks.simpul.get(simpul.induk or "")
    if induk is None:
        return
    anak = [konteks.simpul[kode] for kode in konteks.anak.get(induk.kode, ())]
    if induk.tingkat not in BERPAGU or any(lain.tingkat != BAGIAN_UNIT for lain in anak):
        pesan = f"Pagu {_NAMA_TINGKAT[induk.tingkat]} {induk.kode} dibagi per unit."
        saran = "Bagi pagu sub kegiatannya, atau kosongkan kolom Unit."
        yield tegur("induk_salah_tingkat", pesan, saran, simpul.asal.di("unit"), diketik=simpul.unit)


def _bagian_setahun(konteks: KonteksRencana) -> Iterator[Temuan]:
    """What is divided is divided through a year: money that was reported for the whole has no unit."""
    bagian = letak_bagian(konteks.simpul.values())
    for dokumen in konteks.rencana.dokumen:
        sebelum = konteks.sebelum(dokumen)
        if dokumen.jenis != "renja" or sebelum is None:
            continue
        lama = {rujukan.kode for rujukan in konteks.rujukan(sebelum) if rujukan.lembar == "pagu"}
        for kode in dict.fromkeys(pagu.simpul for pagu in konteks.rencana.pagu if pagu.dokumen == dokumen.kode):
            induk = bagian.get(kode, ("", ""))[0]
            utuh = induk in lama and not any(bagian.get(lain, ("", ""))[0] == induk for lain in lama)
            lepas = (
                kode not in bagian and kode not in lama and any(bagian.get(lain, ("", ""))[0] == kode for lain in lama)
            )
            if utuh or lepas:
                pesan = f"Pembagian {induk or kode} per unit di {dokumen.sebutan} lain dari {sebelum.sebutan}."
                saran = "Pembagian per unit berlaku setahun penuh: mulai atau akhiri pada Renja tahun berikutnya."
                asal = next(pagu.asal for pagu in konteks.rencana.pagu if pagu.simpul == kode)
                yield tegur("bagian_tengah_tahun", pesan, saran, asal.di("unit"), kode_baris=induk or kode)


def _dokumen(konteks: KonteksRencana, dokumen: VersiDokumen) -> Iterator[Temuan]:
    if dokumen.tahun_akhir < dokumen.tahun_awal:
        pesan = f"Tahun akhir {dokumen.tahun_akhir} mendahului tahun awal {dokumen.tahun_awal}."
        yield tegur("masa_dokumen", pesan, "Betulkan tahun awal atau tahun akhir.", dokumen.asal.di("tahun_akhir"))
    elif dokumen.jenis == "renja" and dokumen.tahun_akhir != dokumen.tahun_awal:
        pesan = f"Renja {dokumen.kode} harus satu tahun, di sini {dokumen.tahun_awal}-{dokumen.tahun_akhir}."
        yield tegur("masa_dokumen", pesan, "Samakan tahun awal dan tahun akhir.", dokumen.asal.di("tahun_akhir"))
    for lama in konteks.tersimpan.rencana.dokumen:
        if lama.kode == dokumen.kode and lama.kunci != dokumen.kunci:
            pesan = f"Kode {dokumen.kode} sudah dipakai oleh {lama.sebutan}."
            yield tegur("kode_ganda", pesan, "Beri dokumen ini kode lain.", dokumen.asal, diketik=dokumen.kode)


def _tempat_nilai(konteks: KonteksRencana) -> Iterator[Temuan]:
    """Values must stand under a document of the right jenis and within its years."""
    yield from _jenis_lain(konteks)
    yield from _kas_renstra(konteks)
    yield from _di_luar_masa(konteks)


def _jenis_lain(konteks: KonteksRencana) -> Iterator[Temuan]:
    """One finding for all rows of a sheet of targets under a document of the other jenis."""
    target = [rujukan for rujukan in konteks.rencana.rujukan if rujukan.lembar in {"target_renstra", "target_renja"}]
    for (lembar, kode), semua in kelompokkan(target, lambda rujukan: (rujukan.lembar, rujukan.dokumen)).items():
        dokumen = konteks.dokumen.get(kode)
        if dokumen is None or lembar == f"target_{dokumen.jenis}":
            continue
        jenis, banyak = dokumen.jenis.capitalize(), len(semua)
        pesan = f"{kode} adalah {jenis}, bukan dokumen untuk {banyak} baris di lembar {_NAMA_LEMBAR[lembar]}."
        saran = f"Pindahkan barisnya ke lembar Target {jenis}, atau betulkan kode atau jenis dokumennya."
        yield tegur("dokumen_salah_jenis", pesan, saran, semua[0].asal_dokumen, diketik=kode)


def _di_luar_masa(konteks: KonteksRencana) -> Iterator[Temuan]:
    """One finding for all values of a year that their document does not have."""
    rencana = konteks.rencana
    bertahun: tuple[TargetRencana | Pagu | Tautan, ...] = (*rencana.target, *rencana.pagu, *rencana.tautan)
    for (kode, tahun), semua in kelompokkan(bertahun, lambda nilai: (nilai.dokumen, nilai.tahun)).items():
        dokumen = konteks.dokumen.get(kode)
        if dokumen is None or konteks.masa_salah(dokumen) or _setahun_tanpa_aturan(konteks, dokumen):
            continue
        if not dokumen.tahun_awal <= tahun <= dokumen.tahun_akhir:
            lain = f" ({len(semua)} sel)" if semua[1:] else ""
            pesan = f"Tahun {tahun} di luar masa {dokumen.sebutan}{lain}."
            saran = "Kosongkan selnya, pakai dokumen tahun itu, atau betulkan tahun dokumennya."
            yield tegur("tahun_di_luar_dokumen", pesan, saran, semua[0].asal)


def _setahun_tanpa_aturan(konteks: KonteksRencana, dokumen: VersiDokumen) -> bool:
    """Whether the only year of a document is one without any rule, which is told at the document."""
    return dokumen.tahun_awal == dokumen.tahun_akhir and dokumen.kode in konteks.tanpa_aturan


def _kas_renstra(konteks: KonteksRencana) -> Iterator[Temuan]:
    """An anggaran kas is one of a year: of a Renja."""
    for kode, semua in kelompokkan(konteks.rencana.kas, lambda kas: kas.dokumen).items():
        dokumen = konteks.dokumen.get(kode)
        if dokumen and dokumen.jenis != "renja":
            pesan = f"{kode} adalah Renstra; anggaran kas hanya milik Renja."
            saran = "Pindahkan anggaran kasnya ke baris Renja tahun itu."
            yield tegur("dokumen_salah_jenis", pesan, saran, semua[0].asal, diketik=kode)


def periksa_aturan(konteks: KonteksRencana, aturan: AturanRencana) -> Iterator[Temuan]:
    """What is wrong with one rule by itself."""

    def temu(kode: KodeRencana, kolom: str, pesan: str, saran: str) -> Temuan:
        return tegur(kode, pesan, saran, aturan.asal.di(kolom), kode_indikator=aturan.kode)

    if aturan.mulai > konteks.tahun_terakhir and not any(lembar == "dokumen" for lembar, _ in konteks.cacat):
        pesan = f"Aturan {aturan.kode} mulai {aturan.mulai}, sesudah tahun terakhir semua dokumen."
        yield temu("tahun_di_luar_dokumen", "mulai", pesan, "Betulkan tahunnya, atau tambahkan dokumen yang memuatnya.")
    if tahun_berikutnya(aturan.jatuh_tempo) and aturan.frekuensi != "tahunan":
        pesan = f"{aturan.kode} jatuh tempo tahun berikutnya, tetapi frekuensinya {aturan.frekuensi}."
        yield temu("tempo_berikutnya", "jatuh_tempo", pesan, "Pilih frekuensi tahunan, atau tulis triwulannya.")
    rumus = DAFTAR_RUMUS[aturan.rumus]
    if aturan.polaritas not in rumus.polaritas:
        boleh = ", ".join(r.kode.replace("_", " ") for r in DAFTAR_RUMUS.values() if aturan.polaritas in r.polaritas)
        pesan = f"Rumus {aturan.rumus.replace('_', ' ')} tidak untuk polaritas {aturan.polaritas}."
        yield temu("rumus_tidak_sejalan", "rumus", pesan, f"Pilih rumus {boleh}, atau betulkan polaritasnya.")
    bagian = (aturan.pembilang, aturan.penyebut, aturan.faktor)
    if any(nilai is None for nilai in bagian) and any(nilai is not None for nilai in bagian):
        pesan = f"Pembilang, penyebut, dan faktor {aturan.kode} tidak lengkap."
        kosong = ("pembilang", "penyebut", "faktor")[bagian.index(None)]
        yield temu("pembilang_tidak_lengkap", kosong, pesan, "Isi ketiganya, atau kosongkan ketiganya.")
    if aturan.faktor is not None and aturan.faktor <= 0:
        pesan = f"Faktor {tulis_angka(aturan.faktor)} harus lebih dari nol."
        yield temu("pembilang_tidak_lengkap", "faktor", pesan, "Isi 1, 100, 1000, atau 100000.")
    if aturan.agregasi == RASIO and bagian == (None, None, None):
        pesan = f"Agregasi rasio {aturan.kode} menjumlahkan pembilang dan penyebut, yang belum ada."
        yield temu("pembilang_tidak_lengkap", "agregasi", pesan, "Isi pembilang, penyebut, dan faktor.")
    if (aturan.rumus == "ordinal") != (aturan.skala_ordinal is not None):
        saran = "Isi skala peringkat untuk rumus ordinal; kosongkan untuk rumus lain."
        yield temu(
            "skala_tidak_sesuai", "skala_ordinal", f"Skala peringkat {aturan.kode} tidak sesuai rumusnya.", saran
        )
    elif aturan.skala_ordinal is not None and aturan.skala_ordinal not in konteks.skala:
        saran = f"Pilih salah satu: {', '.join(sorted(konteks.skala))}."
        pesan = f"Skala peringkat {aturan.skala_ordinal} tidak ada di data acuan."
        yield temu("skala_tidak_sesuai", "skala_ordinal", pesan, saran)


def _aturan_berubah(konteks: KonteksRencana) -> Iterator[Temuan]:
    """A rule that differs from the year before in the workbook, or from the stored one, needs its reason."""
    sebelum: dict[str, AturanRencana] = {}
    for aturan in sorted(konteks.rencana.aturan, key=lambda aturan: (aturan.kode, aturan.mulai)):
        lalu = sebelum.get(aturan.kode)
        sebelum[aturan.kode] = aturan
        tahun = _tahun_berbeda(konteks, aturan)
        if aturan.alasan is not None or not (tahun or (lalu is not None and not lalu.sama(aturan))):
            continue
        kata = f"berbeda dari yang tersimpan untuk {tahun}" if tahun else f"berubah mulai {aturan.mulai}"
        pesan = f"Aturan indikator {aturan.kode} {kata}, tanpa alasan."
        saran = "Isi kolom Alasan perubahan aturan, atau kembalikan aturannya."
        yield tegur("aturan_tanpa_alasan", pesan, saran, aturan.asal.di("alasan"), kode_indikator=aturan.kode)


def _tahun_berbeda(konteks: KonteksRencana, aturan: AturanRencana) -> int | None:
    """The first year for which the store holds another rule than this one; None when it holds none."""
    for tahun in range(aturan.mulai, konteks.tahun_terakhir + 1):
        kunci = (aturan.kode, tahun)
        lama = konteks.tersimpan.aturan.get(kunci)
        if lama and konteks.aturan_baru.get(kunci) is aturan and not lama[0].sama(aturan):
            return tahun
    return None


def _bentuk(konteks: KonteksRencana) -> Iterator[Temuan]:
    yield from _tanpa_aturan(konteks)
    semua = {id(target) for target in chain.from_iterable(konteks.tanpa_aturan.values())}
    for target in konteks.rencana.target:
        aturan = konteks.aturan.get((target.indikator, target.tahun))
        if aturan is not None:
            yield from _bentuk_nilai(konteks, aturan, target.nilai, target.asal)
        elif id(target) not in semua and _dapat_beraturan(konteks, target):
            pesan = f"Indikator {target.indikator} tidak punya aturan untuk tahun {target.tahun}."
            saran = "Isi Mulai tahun indikator itu lebih awal, atau kosongkan target ini."
            yield tegur("aturan_tidak_ada", pesan, saran, target.asal, kode_indikator=target.indikator)
    for riwayat in konteks.rencana.riwayat:
        aturan = konteks.aturan_terdekat(riwayat.indikator, riwayat.tahun)
        if aturan is not None:
            yield from _bentuk_nilai(konteks, aturan, riwayat.nilai, riwayat.asal)
            yield from _rentang_dijumlah(aturan, riwayat)


def _tanpa_aturan(konteks: KonteksRencana) -> Iterator[Temuan]:
    """One finding at a document with years in which none of its indicators has a rule: its years are a slip, rather."""
    for kode, semua in konteks.tanpa_aturan.items():
        dokumen = konteks.dokumen[kode]
        if not konteks.masa_salah(dokumen):
            pesan = f"Tidak satu pun indikator punya aturan untuk tahun {sebut_tahun(semua)}."
            saran = "Betulkan tahun dokumennya, atau isi Mulai tahun indikatornya lebih awal."
            yield tegur(
                "aturan_tidak_ada", pesan, saran, dokumen.asal.di("tahun_awal"), diketik=str(dokumen.tahun_awal)
            )


def _dapat_beraturan(konteks: KonteksRencana, target: TargetRencana) -> bool:
    """Whether indicator and year of a target are known, so that a missing rule is a fault of its own."""
    cacat, dokumen = ("indikator", target.indikator) in konteks.cacat, konteks.dokumen.get(target.dokumen)
    dikenal = dokumen is not None and not konteks.masa_salah(dokumen)
    return target.indikator in konteks.indikator and dikenal and not cacat


def _rentang_dijumlah(aturan: AturanRencana, riwayat: Riwayat) -> Iterator[Temuan]:
    """Years that add up have the sum of their targets as the end."""
    bawah, atas = riwayat.nilai.bawah, riwayat.nilai.atas
    if bawah is not None and atas is not None and aturan.agregasi_tahun == "jumlah":
        pesan = (
            f"Kondisi akhir {aturan.kode} berupa rentang {tulis_rentang(bawah, atas)}, sedangkan tahun-tahunnya "
            "dijumlahkan: target akhirnya adalah jumlah target tahunan."
        )
        saran = "Pilih tahun terakhir di kolom Antartahun lembar Indikator, atau tulis jumlahnya sebagai satu angka."
        yield tegur("bentuk_nilai", pesan, saran, riwayat.asal, kode_indikator=aturan.kode)


def _bentuk_nilai(
    konteks: KonteksRencana, aturan: AturanRencana, nilai: NilaiRencana, asal: AsalSel
) -> Iterator[Temuan]:
    def temu(kode: KodeRencana, pesan: str, saran: str) -> Temuan:
        return tegur(kode, pesan, saran, asal, kode_indikator=aturan.kode, diketik=nilai.peringkat)

    if aturan.rumus != "ordinal":
        if nilai.peringkat is not None:
            pesan = f"“{nilai.peringkat}” bukan angka, sedangkan {aturan.kode} diukur dengan angka."
            yield temu("bentuk_nilai", pesan, "Tulis angka, rentang (80-90), atau kosongkan.")
        yield from _arah_batas(aturan, nilai, asal)
        return
    skala = konteks.skala.get(aturan.skala_ordinal or "", frozenset())
    if not skala:
        return
    pilihan = ", ".join(sorted(skala))
    if nilai.peringkat is None:
        pesan = f"{aturan.kode} diukur dengan peringkat, bukan angka."
        yield temu("bentuk_nilai", pesan, f"Tulis salah satu: {pilihan}.")
    elif nilai.peringkat not in skala:
        pesan = f"Peringkat {nilai.peringkat} tidak ada di skala {aturan.skala_ordinal}."
        yield temu("peringkat_asing", pesan, f"Tulis salah satu: {pilihan}.")


def _arah_batas(aturan: AturanRencana, nilai: NilaiRencana, asal: AsalSel) -> Iterator[Temuan]:
    if nilai.batas is None or nilai.nilai is None:
        return
    angka = tulis_angka(nilai.nilai)
    diketik = f"{nilai.batas} {angka}"
    kode: KodeRencana
    sejalan = nilai.batas.startswith("<") == (aturan.polaritas == "turun")
    if not sejalan:
        pesan = f"Target {diketik} berlawanan dengan polaritas {aturan.polaritas}."
        kode, saran = "batas_berlawanan", "Betulkan tandanya, atau polaritas indikatornya."
    elif nilai.batas in {"<", ">"}:
        pesan = f"Target {diketik} disimpan sebagai {angka}; realisasi tepat {angka} akan dihitung 100."
        kode, saran = "batas_tegas", f"Tulis {angka} bila itu yang dimaksud."
    else:
        pesan = f"Target {diketik} disimpan sebagai {angka}."
        kode, saran = "batas_dibaca", "Tidak perlu tindakan."
    yield tegur(kode, pesan, saran, asal, diketik=diketik, dipahami=angka, kode_indikator=aturan.kode)
