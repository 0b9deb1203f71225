"""Questions about indicators whose values come from others, and about those that repeat another without saying so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final

from analytics.aturan.periode import jadwal
from analytics.aturan.satuan import rapikan_satuan
from analytics.aturan.teks import sandingan, sebaris
from analytics.rencana.baris import AturanRencana, IndikatorRencana, TargetRencana
from analytics.rencana.periksa.konteks import KonteksRencana
from analytics.rencana.soal import BacaanSoal, Ganti, Soal, kelompokkan, sebut_tahun, susun_soal

_UKURAN: Final = ("cara_isi", "pembilang", "penyebut", "faktor", "skala_ordinal")
"""What decides which number a report is."""
_SIFAT: Final = ("polaritas", "rumus", "agregasi", "frekuensi", "jatuh_tempo")
"""What two indicators with one report may have each by itself, for a reason."""
_RATA_UNIT: Final[dict[str, Any]] = {
    "pembilang": "jumlah nilai unit",
    "penyebut": "banyak unit",
    "faktor": Decimal(1),
}
"""What the mean of units is made of."""


@dataclass(frozen=True)
class _Cacat:
    """What is wrong with where a value comes from: column, sentence, advice, and what would mend it."""

    kolom: str
    pesan: str
    saran: str
    bacaan: tuple[BacaanSoal, ...] = ()


def periksa_turunan(konteks: KonteksRencana) -> Iterator[Soal]:
    """Every question about where a value comes from; of an indicator the first year that raises one."""
    for kode, masa in kelompokkan(sorted(konteks.aturan), lambda kunci: kunci[0]).items():
        diperiksa = (_periksa(konteks, konteks.aturan[kunci], kunci[1]) for kunci in masa)
        cacat = next((temuan for temuan in diperiksa if temuan is not None), None)
        if cacat is not None:
            yield _soal(konteks, kode, cacat)
        else:
            yield from _beda(konteks, kode, [tahun for _, tahun in masa])
    yield from _bagian_tanpa_target(konteks)
    yield from _berulang(konteks)


def _soal(konteks: KonteksRencana, kode: str, cacat: _Cacat) -> Soal:
    milik = _aturan_buku(konteks, kode)
    asal = (milik[0] if milik else konteks.indikator[kode]).asal.di(cacat.kolom)
    return susun_soal("sumber_nilai", kode, cacat.pesan, cacat.saran, asal, cacat.bacaan, kode_indikator=kode)


def _aturan_buku(konteks: KonteksRencana, kode: str) -> Sequence[AturanRencana]:
    """The rules of an indicator in the workbook."""
    return [aturan for aturan in konteks.rencana.aturan if aturan.kode == kode]


def _periksa(konteks: KonteksRencana, aturan: AturanRencana, tahun: int) -> _Cacat | None:
    tempat = (aturan.sama_dengan, aturan.bagian_dari, aturan.agregasi_unit)
    if sum(isian is not None for isian in tempat) > 1:
        pesan = f"{aturan.kode} mengambil nilainya dari lebih dari satu tempat."
        return _Cacat("sama_dengan", pesan, "Isi salah satu saja: Sama dengan, Bagian dari, atau Agregasi unit.")
    if aturan.sama_dengan is not None:
        return _periksa_sama(konteks, aturan, aturan.sama_dengan, tahun)
    if aturan.bagian_dari is not None:
        return _periksa_bagian(konteks, aturan, aturan.bagian_dari, tahun)
    return None if aturan.agregasi_unit is None else _periksa_kantor(konteks, aturan, tahun)


def _tanpa_aturan(konteks: KonteksRencana, kolom: str, kode: str, sumber: str, tahun: int) -> _Cacat | None:
    """What is named has no rule in the year; a code that is not known at all has its finding already."""
    if sumber not in konteks.indikator or ("indikator", sumber) in konteks.cacat:
        return None
    pesan = f"{kode} mengikuti {sumber}, yang tidak punya aturan untuk tahun {tahun}."
    return _Cacat(kolom, pesan, f"Isi Mulai tahun {sumber} lebih awal, atau Mulai tahun {kode} lebih kemudian.")


def _periksa_sama(konteks: KonteksRencana, aturan: AturanRencana, sumber: str, tahun: int) -> _Cacat | None:
    asli = konteks.aturan.get((sumber, tahun))
    if asli is None:
        return _tanpa_aturan(konteks, "sama_dengan", aturan.kode, sumber, tahun)
    if asli.sama_dengan is not None:
        return _berantai(konteks, aturan, sumber, tahun)
    if _ukuran(aturan) == _ukuran(asli):
        return None
    pesan = (
        f"{aturan.kode} sama dengan {sumber}, tetapi diukur lain: {sebut_ukuran(aturan)}, bukan {sebut_ukuran(asli)}."
    )
    saran = "Samakan cara isi, pembilang, penyebut, faktor, dan skalanya, atau kosongkan kolom Sama dengan."
    seperti = {nama: getattr(asli, nama) for nama in _UKURAN}
    return _Cacat("cara_isi", pesan, saran, _ganti(konteks, aturan.kode, f"diukur seperti {sumber}", **seperti))


def _ukuran(aturan: AturanRencana) -> tuple[object, ...]:
    """Two rules with the same one make the same number of a report; what pembilang is called makes no difference."""
    return (aturan.cara_isi, aturan.pembilang is None, aturan.faktor, aturan.skala_ordinal)


def sebut_ukuran(aturan: AturanRencana) -> str:
    """How a rule wants a report, in words."""
    cara = aturan.cara_isi.replace("_", " ").replace("sd ", "s/d ")
    if aturan.skala_ordinal is not None:
        return f"peringkat {aturan.skala_ordinal}"
    return cara if aturan.faktor is None else f"{cara}, pembilang / penyebut × {aturan.faktor.normalize():f}"


def _berantai(konteks: KonteksRencana, aturan: AturanRencana, sumber: str, tahun: int) -> _Cacat:
    """One that follows another that follows: a chain has an end that may be meant, a circle has none."""
    jalan = [aturan.kode]
    while sumber not in jalan:
        jalan.append(sumber)
        berikut = konteks.aturan.get((sumber, tahun))
        if berikut is None or berikut.sama_dengan is None:
            pesan = f"{aturan.kode} sama dengan {jalan[1]}, yang sendiri sama dengan {jalan[2]}."
            bacaan = _ganti(konteks, aturan.kode, f"sama dengan {sumber}", sama_dengan=sumber)
            return _Cacat("sama_dengan", pesan, f"Tulis {sumber} di kolom Sama dengan.", bacaan)
        sumber = berikut.sama_dengan
    lingkar = " → ".join((*jalan, sumber))
    bacaan = _ganti(konteks, aturan.kode, "diisi sendiri", sama_dengan=None)
    saran = "Kosongkan kolom Sama dengan pada indikator yang diisi unit."
    return _Cacat("sama_dengan", f"Sama dengan berputar: {lingkar}.", saran, bacaan)


def _ganti(konteks: KonteksRencana, kode: str, teks: str, **medan: Any) -> tuple[BacaanSoal, ...]:
    """The reading that writes these fields into the rules of an indicator; none where the workbook has none."""
    semua = tuple(_pasangan(konteks, aturan, teks, medan) for aturan in _aturan_buku(konteks, kode))
    return (BacaanSoal(teks, semua),) if semua else ()


def _pasangan(konteks: KonteksRencana, aturan: AturanRencana, teks: str, medan: dict[str, Any]) -> Ganti:
    """A rule and what it becomes; one that is stored already changes for the reason that was read."""
    tersimpan = any(kode == aturan.kode for kode, _ in konteks.tersimpan.aturan)
    baru = replace(aturan, **medan)
    return aturan, replace(baru, alasan=aturan.alasan or sebaris(f"Impor rencana: {teks}")) if tersimpan else baru


def _periksa_bagian(konteks: KonteksRencana, aturan: AturanRencana, kantor: str, tahun: int) -> _Cacat | None:
    utuh = konteks.aturan.get((kantor, tahun))
    if utuh is None:
        return _tanpa_aturan(konteks, "bagian_dari", aturan.kode, kantor, tahun)
    if utuh.agregasi_unit is None:
        pesan = f"{aturan.kode} bagian dari {kantor}, yang kolom Agregasi unitnya kosong."
        return _Cacat("bagian_dari", pesan, f"Isi Agregasi unit {kantor}: jumlah, rata-rata, atau rasio.")
    if (aturan.cara_isi, _jadwal(aturan)) != (utuh.cara_isi, _jadwal(utuh)):
        seperti = {nama: getattr(utuh, nama) for nama in ("cara_isi", "frekuensi", "jatuh_tempo")}
        bacaan = _ganti(konteks, aturan.kode, f"diisi seperti {kantor}", **seperti)
        pesan = f"{aturan.kode} bagian dari {kantor}, tetapi cara isi, frekuensi, atau jatuh temponya lain."
        return _Cacat("frekuensi", pesan, "Samakan ketiganya.", bacaan)
    return _bentuk_bagian(aturan, utuh)


def _jadwal(aturan: AturanRencana) -> tuple[int, ...]:
    return jadwal(aturan.frekuensi, aturan.jatuh_tempo)


def _bentuk_bagian(aturan: AturanRencana, utuh: AturanRencana) -> _Cacat | None:
    """Values are added or averaged, pairs are added each by itself; grades are neither."""
    if aturan.skala_ordinal is not None:
        pesan = f"{aturan.kode} diukur dengan peringkat, yang tidak dapat digabung antarunit."
        return _Cacat("bagian_dari", pesan, "Kosongkan kolom Bagian dari.")
    if utuh.agregasi_unit == "rasio":
        if aturan.faktor == utuh.faktor and aturan.pembilang is not None:
            return None
        pesan = f"{aturan.kode} digabung ke {utuh.kode} dengan rasio, tetapi pembilang, penyebut, atau faktornya lain."
        return _Cacat("pembilang", pesan, f"Isi pembilang, penyebut, dan faktor seperti {utuh.kode}.")
    if aturan.pembilang is None:
        return None
    pesan = f"{aturan.kode} diisi sebagai pembilang dan penyebut, yang digabung antarunit dengan rasio."
    return _Cacat("pembilang", pesan, f"Pilih rasio untuk Agregasi unit {utuh.kode}.")


def _periksa_kantor(konteks: KonteksRencana, aturan: AturanRencana, tahun: int) -> _Cacat | None:
    bagian = (
        lain.kode for (_, masa), lain in konteks.aturan.items() if masa == tahun and lain.bagian_dari == aturan.kode
    )
    cara, pasangan = aturan.agregasi_unit, (aturan.pembilang is not None, aturan.faktor)
    if next(bagian, None) is None:
        pesan = (
            f"{aturan.kode} dihitung dari unit-unit, tetapi tidak ada indikator yang menjadi bagiannya pada {tahun}."
        )
        return _Cacat("agregasi_unit", pesan, f"Tulis {aturan.kode} di kolom Bagian dari pada indikator tiap unit.")
    if cara == "rasio" and not pasangan[0]:
        pesan = f"{aturan.kode} digabung dengan rasio, tetapi tidak punya pembilang dan penyebut."
        return _Cacat("pembilang", pesan, "Isi pembilang, penyebut, dan faktor.")
    if cara == "rata_rata" and pasangan != (True, Decimal(1)):
        pesan = f"{aturan.kode} rata-rata unit, yang dihitung sebagai jumlah nilai unit / banyak unit × 1."
        saran = "Isi pembilang, penyebut, dan faktor 1."
        return _Cacat("pembilang", pesan, saran, _ganti(konteks, aturan.kode, "diisi demikian", **_RATA_UNIT))
    if cara == "jumlah" and (pasangan[0] or aturan.skala_ordinal is not None):
        pesan = f"{aturan.kode} dijumlahkan antarunit, tetapi diukur dengan pembilang dan penyebut atau peringkat."
        return _Cacat("agregasi_unit", pesan, "Pilih rasio, atau kosongkan Agregasi unit.")
    return None


def _beda(konteks: KonteksRencana, kode: str, masa: Sequence[int]) -> Iterator[Soal]:
    """Two indicators with one report that are planned or judged otherwise: often a slip in one of them."""
    tahun = next((tahun for tahun in masa if konteks.aturan[kode, tahun].sama_dengan), None)
    indikator = konteks.indikator.get(kode)
    if tahun is None or indikator is None:
        return
    aturan = konteks.aturan[kode, tahun]
    asli = konteks.indikator.get(aturan.sama_dengan or "")
    pembanding = konteks.aturan.get((aturan.sama_dengan or "", tahun))
    if asli is None or pembanding is None:
        return
    beda = _Beda(
        rapikan_satuan(indikator.satuan) != rapikan_satuan(asli.satuan),
        tuple(nama for nama in _SIFAT if getattr(aturan, nama) != getattr(pembanding, nama)),
        tuple(_target_beda(konteks, kode, asli.kode)),
    )
    if beda.sebutan:
        pesan = f"{kode} sama dengan {asli.kode}, tetapi berbeda: {beda.sebutan}."
        saran = f"Samakan dengan {asli.kode}, atau beri alasan bila memang berbeda."
        bacaan = _samakan(konteks, beda, indikator, (asli, pembanding))
        milik = _aturan_buku(konteks, kode)
        asal = (milik[0] if milik else indikator).asal.di("sama_dengan")
        yield susun_soal("sama_dengan_beda", kode, pesan, saran, asal, bacaan, kode_indikator=kode)


@dataclass(frozen=True)
class _Beda:
    """In what an indicator differs from the one that it is the same as.

    `target` are pairs of a target of its own and the other's, either of which may be missing.
    """

    satuan: bool
    sifat: tuple[str, ...]
    target: tuple[tuple[TargetRencana | None, TargetRencana | None], ...]

    @property
    def sebutan(self) -> str:
        """`satuan, agregasi, target 2026 (RENJA-26)`; empty where there is no difference."""
        nama = [*(["satuan"] if self.satuan else []), *(kata.replace("_", " ") for kata in self.sifat)]
        ada = [milik or asli for milik, asli in self.target]
        return ", ".join([*nama, *([f"target {sebut_tahun([t for t in ada if t is not None])}"] if ada else [])])


def _target_beda(
    konteks: KonteksRencana, kode: str, sumber: str
) -> Iterator[tuple[TargetRencana | None, TargetRencana | None]]:
    """The targets that two indicators do not share in the years in which they have one report.

    Documents that plan only one of them are left out: no Renja carries what stands above the programmes.
    """
    milik, asli = ({_letak(target): target for target in konteks.target_indikator(nama)} for nama in (kode, sumber))
    bersama = {dokumen for dokumen, *_ in milik} & {dokumen for dokumen, *_ in asli}
    for letak in sorted({*milik, *asli}):
        aturan = konteks.aturan.get((kode, letak[1]))
        pasangan = milik.get(letak), asli.get(letak)
        nilai = [target.nilai if target else None for target in pasangan]
        sama = aturan is None or aturan.sama_dengan != sumber or nilai[0] == nilai[1]
        if letak[0] in bersama and not sama:
            yield pasangan


def _letak(target: TargetRencana) -> tuple[str, int, int]:
    return (target.dokumen, target.tahun, target.triwulan)


def _samakan(
    konteks: KonteksRencana, beda: _Beda, indikator: IndikatorRencana, asli: tuple[IndikatorRencana, AturanRencana]
) -> tuple[BacaanSoal, ...]:
    """The reading that takes satuan, rule and targets of the other; none where a row would have to be added."""
    teks = f"disamakan dengan {asli[0].kode}"
    aturan = _ganti(konteks, indikator.kode, teks, **{nama: getattr(asli[1], nama) for nama in beda.sifat})
    if (beda.sifat and not aturan) or (beda.satuan and not indikator.asal.lembar):
        return ()
    ubahan = [*(aturan[0].ganti if beda.sifat else ())]
    ubahan += [(indikator, replace(indikator, satuan=asli[0].satuan))] if beda.satuan else []
    for milik, lain in beda.target:
        if milik is None:
            return ()
        ubahan.append((milik, replace(milik, nilai=lain.nilai) if lain else None))
    return (BacaanSoal(teks, tuple(ubahan)),)


def _bagian_tanpa_target(konteks: KonteksRencana) -> Iterator[Soal]:
    """Parts that a Renja does not plan in a year in which it plans the office: their units are not asked for them."""
    renja = {kode for kode, dokumen in konteks.dokumen.items() if dokumen.jenis == "renja"}
    setahun = {(t.dokumen, t.indikator): t for t in konteks.target_tahun if t.dokumen in renja}
    for (dokumen, kode), target in setahun.items():
        aturan = konteks.aturan.get((kode, target.tahun))
        tanpa = [
            lain.kode
            for (_, masa), lain in konteks.aturan.items()
            if masa == target.tahun and lain.bagian_dari == kode and (dokumen, lain.kode) not in setahun
        ]
        if tanpa and aturan is not None and aturan.agregasi_unit is not None:
            pesan = f"{kode} bertarget di {dokumen}, tetapi bagiannya tidak: {', '.join(tanpa)}."
            saran = "Isi target bagian itu, atau beri alasan bila unitnya memang tidak mengerjakannya tahun itu."
            yield susun_soal("bagian_tanpa_target", kode, pesan, saran, target.asal, kode_indikator=kode)


def _berulang(konteks: KonteksRencana) -> Iterator[Soal]:
    """An indicator that repeats one below it: typed twice, the two will not stay the same."""
    sebutan = kelompokkan(konteks.indikator.values(), lambda milik: sandingan(milik.nama))
    serupa = [kembar for kembar in sebutan.values() if len(kembar) > 1]
    mengikuti = {kode for (kode, _), aturan in konteks.aturan.items() if aturan.turunan} if serupa else set()
    bagian = {kode for (kode, _), aturan in konteks.aturan.items() if aturan.bagian_dari} if serupa else set()
    for kembar in serupa:
        utuh = [indikator for indikator in kembar if indikator.kode not in bagian]
        for indikator in utuh:
            sesatuan = [lain for lain in utuh if _satuan_sama(lain, indikator)]
            sumber = _sumber(konteks, indikator, sesatuan) or _sumber(konteks, indikator, utuh)
            if sumber is not None and indikator.asal.lembar and indikator.kode not in mengikuti:
                yield _soal_berulang(konteks, indikator, sumber)


def _satuan_sama(kiri: IndikatorRencana, kanan: IndikatorRencana) -> bool:
    return rapikan_satuan(kiri.satuan) == rapikan_satuan(kanan.satuan)


def _sumber(
    konteks: KonteksRencana, indikator: IndikatorRencana, kembar: Sequence[IndikatorRencana]
) -> IndikatorRencana | None:
    """The lowest indicator that this one repeats; None where there is none, or more than one."""
    bawah = [lain for lain in kembar if indikator.simpul in konteks.leluhur(lain.simpul)[1:]]
    atas = {kode for lain in bawah for kode in konteks.leluhur(lain.simpul)[1:]}
    terbawah = [lain for lain in bawah if lain.simpul not in atas]
    return terbawah[0] if len(terbawah) == 1 else None


def _soal_berulang(konteks: KonteksRencana, indikator: IndikatorRencana, sumber: IndikatorRencana) -> Soal:
    kode = indikator.kode
    pesan = f"{kode} bernama dan bersatuan sama dengan {sumber.kode} di bawahnya: {sebaris(indikator.nama, 80)}."
    if not _satuan_sama(indikator, sumber):
        beda = f"{sebaris(indikator.satuan, 40)}, bukan {sebaris(sumber.satuan, 40)}"
        pesan = f"{kode} bernama sama dengan {sumber.kode} di bawahnya, satuannya lain ({beda}): "
        pesan += f"{sebaris(indikator.nama, 80)}."
    saran = "Bila yang diukur sama, unit cukup mengisi yang di bawah; bila memang berbeda, beri alasan."
    bacaan = _ganti(konteks, kode, f"ya, sama dengan {sumber.kode}", sama_dengan=sumber.kode)
    asal = indikator.asal.di("sama_dengan")
    return susun_soal("indikator_berulang", kode, pesan, saran, asal, bacaan, kode_indikator=kode)
