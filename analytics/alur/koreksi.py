"""The Sekretaris corrects a reported figure: laid over the kiriman, which stays as the unit sent it.

A correction names the value that it replaces; when another one is in force by then it is refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Any, Final, Literal

from analytics.acuan import Penanya
from analytics.alur.perintah import Ditolak, HasilPerintah, Perintah, terapkan
from analytics.aturan.angka import (
    Ambigu,
    Angka,
    Kosong,
    TidakTerbaca,
    baca_angka,
    satuan_persen,
    tulis_angka,
    tulis_ketikan,
    tulis_rupiah,
)
from analytics.aturan.nama import bagian_dari_seluruh
from analytics.aturan.pecahan import tulis_laporan
from analytics.aturan.periode import NAMA_KEADAAN, ROMAWI, TERISI, KeadaanRealisasi, Periode
from analytics.aturan.teks import alasan_sah, sandingan
from analytics.aturan.tetap import urai_tetap
from analytics.sop.langkah import cari_langkah
from analytics.sop.objek import Kedudukan, Objek, baca_kedudukan
from analytics.sop.peran import Pelaku
from data.gudang import Gudang, Transaksi

JenisKoreksi = Literal["indikator", "anggaran"]
KeadaanKoreksi = Literal["berlaku", "digantikan", "gugur"]
NAMA_KEADAAN_KOREKSI: Final[Mapping[str, str]] = {
    "berlaku": "berlaku",
    "digantikan": "digantikan koreksi berikutnya",
    "gugur": "gugur, karena unit mengirim versi yang lebih baru",
}
_KOMA_RUPIAH: Final = re.compile(r"-?[1-9]\d{0,2},\d{3}")
_TERSUSUN: Final = frozenset({"pilihan", "serentak"})
"""What is put together of a figure, not read as it stands."""
_TERBUKA: Final = frozenset({*cari_langkah("olah").dari, *cari_langkah("koreksi").dari})
"""Where a kompilasi has still to be supervised, so that its figures can change."""
_DISETUJUI: Final = frozenset({"disetujui", "terinput"})
_PANJANG: Final = 60
"""Characters that a typed number may have."""


@dataclass(frozen=True)
class FaktaDikoreksi:
    """One figure in force that can be corrected. `pilihan` are the grades of an ordinal one, best first.

    `rupiah` is money s/d the triwulan; `pagu` what the plan in force has for it. `serentak` are the indicators that
    have the same report and are corrected with it.
    """

    jenis: JenisKoreksi
    kode: str
    nama: str
    satuan: str
    kode_unit: str
    nama_unit: str
    id_kiriman: str
    keadaan: KeadaanRealisasi
    nilai: Decimal | None
    pembilang: Decimal | None
    penyebut: Decimal | None
    peringkat: str | None
    rupiah: Decimal | None
    pagu: Decimal | None
    nama_pembilang: str | None
    nama_penyebut: str | None
    faktor: Decimal | None
    terverifikasi: bool
    diketik: str | None
    pilihan: tuple[str, ...]
    serentak: tuple[str, ...] = ()

    @property
    def diulang(self) -> int | None:
        """The triwulan whose value the unit said still holds; None where it reported one of its own."""
        tetap = urai_tetap(self.diketik) if self.diketik else None
        return tetap.triwulan if tetap else None

    @property
    def tulisan(self) -> str:
        """As people write it: `85,5`, `12 / 13`, `BB`, `Rp 1.200.000`, `belum ada data`."""
        if self.keadaan != TERISI:
            return NAMA_KEADAAN[self.keadaan]
        if self.rupiah is not None:
            return tulis_rupiah(self.rupiah)
        return tulis_laporan(self.nilai, self.pembilang, self.penyebut, self.peringkat)

    @property
    def cara_tulis(self) -> str:
        """How its new value is to be typed, as the end of a sentence."""
        if self.jenis == "anggaran":
            return "rupiah s/d triwulan ini, misalnya 12.500.000"
        if self.pilihan:
            return f"salah satu dari {', '.join(self.pilihan)}"
        if self.nama_pembilang is not None:
            return f"{self.nama_pembilang} / {self.nama_penyebut}, misalnya 12 / 13"
        return f"angka dalam {self.satuan}, dengan koma desimal"


@dataclass(frozen=True)
class Pengulang:
    """A later report that says that a value still holds, and has it; `kedudukan` is that of its kompilasi."""

    triwulan: int
    fakta: FaktaDikoreksi
    kedudukan: Kedudukan

    @property
    def ikut(self) -> bool:
        """Whether it is corrected too: the Sekretaris has it before him, or it still has to come to him."""
        return self.kedudukan.keadaan in _TERBUKA

    @property
    def kalimat(self) -> str:
        """`TW III (nilai TW II tetap berlaku) ikut dikoreksi`, as a sentence."""
        return f"TW {ROMAWI[self.triwulan]} ({self.fakta.diketik}) {self._akibat}."

    @property
    def _akibat(self) -> str:
        if self.ikut:
            return "ikut dikoreksi"
        if self.kedudukan.keadaan in _DISETUJUI:
            return "sudah disetujui dan tidak ikut"
        return f"tidak ikut, karena kompilasinya {self.kedudukan.nama}; koreksi TW ini bila kompilasinya dikembalikan"


@dataclass(frozen=True)
class Usul:
    """A correction as somebody gives it: which figure, the value that he saw, the new one as typed, and why."""

    jenis: JenisKoreksi
    kode: str
    lama: str
    baru: str
    alasan: str


@dataclass(frozen=True)
class BacaanKoreksi:
    """A new value as understood. `tanya` are remarks that the reason should answer: they do not refuse."""

    nilai: Decimal | None = None
    pembilang: Decimal | None = None
    penyebut: Decimal | None = None
    peringkat: str | None = None
    rupiah: Decimal | None = None
    tanya: tuple[str, ...] = ()

    def pada(self, fakta: FaktaDikoreksi) -> FaktaDikoreksi:
        """The figure as it would stand with this value."""
        nilai = {nama: getattr(self, nama) for nama in ("nilai", "pembilang", "penyebut", "peringkat", "rupiah")}
        return replace(fakta, keadaan=TERISI, **nilai)


@dataclass(frozen=True)
class KoreksiTercatat:
    """A correction on record, and whether it still reaches the figure in force."""

    id_koreksi: str
    nomor: int
    jenis: JenisKoreksi
    kode: str
    nama: str
    kode_unit: str
    nama_unit: str
    versi: int
    lama: str
    baru: str
    alasan: str
    oleh: str
    dikoreksi_pada: datetime
    keadaan: KeadaanKoreksi

    @property
    def kalimat(self) -> str:
        """`80 menjadi 85: salah ketik`."""
        return f"{self.lama} menjadi {self.baru}: {self.alasan}"


def daftar_fakta(penanya: Penanya, kode_pd: str, periode: Periode) -> tuple[FaktaDikoreksi, ...]:
    """Every figure that the units reported for a periode, as it is in force, in the order of the plan."""
    skala: dict[str, tuple[str, ...]] = {}
    for jenjang in penanya.kueri("skala_ordinal"):
        skala[jenjang["skala"]] = (*skala.get(jenjang["skala"], ()), jenjang["peringkat"])
    waktu = {"tahun": periode.tahun, "triwulan": periode.triwulan}
    return tuple(
        FaktaDikoreksi(
            **{nama: baris[nama] for nama in FaktaDikoreksi.__dataclass_fields__ if nama not in _TERSUSUN},
            serentak=tuple(baris["serentak"] or ()),
            pilihan=skala.get(baris["skala_ordinal"] or "", ()),
        )
        for baris in penanya.kueri("koreksi_fakta", kode_pd=kode_pd, hari=periode.hari_terakhir, **waktu)
    )


def daftar_pengulang(penanya: Penanya, objek: Objek, fakta: FaktaDikoreksi) -> tuple[Pengulang, ...]:
    """The later triwulan of the year that repeat a figure of this kompilasi, also one that repeats such a one.

    What says that it repeats and has another value does not follow: it was corrected by itself, or is older.
    """
    hasil: list[Pengulang] = []
    disebut = {objek.triwulan}
    for triwulan in range(objek.triwulan + 1, 5) if fakta.jenis == "indikator" else ():
        letak = Objek.kompilasi(objek.kode_pd, Periode(objek.tahun, triwulan))
        milik = cari_fakta(penanya, letak, fakta.jenis, fakta.kode)
        if milik is None or milik.diulang not in disebut or milik.tulisan != fakta.tulisan:
            continue
        hasil.append(Pengulang(triwulan, milik, baca_kedudukan(penanya, letak)))
        if hasil[-1].ikut:
            disebut.add(triwulan)
    return tuple(hasil)


def daftar_koreksi(
    penanya: Penanya, kode_pd: str, periode: Periode, kode_unit: str | None = None
) -> tuple[KoreksiTercatat, ...]:
    """Every correction of a periode, newest first, of the whole office or of one unit; none is ever dropped."""
    baris = penanya.kueri("koreksi_daftar", kode_pd=kode_pd, tahun=periode.tahun, triwulan=periode.triwulan)
    semua = (KoreksiTercatat(**kolom) for kolom in reversed(baris))
    return tuple(koreksi for koreksi in semua if kode_unit in (None, koreksi.kode_unit))


def baca_baru(fakta: FaktaDikoreksi, teks: str) -> BacaanKoreksi | str:
    """A new value as typed, read as a cell is read; a sentence when it cannot be taken."""
    if fakta.jenis == "anggaran":
        return _baca_rupiah(fakta, teks)
    if fakta.pilihan:
        dikenal = {sandingan(pilihan): pilihan for pilihan in fakta.pilihan}
        peringkat = dikenal.get(sandingan(teks))
        return BacaanKoreksi(peringkat=peringkat) if peringkat else f"Nilai baru harus {fakta.cara_tulis}."
    if fakta.nama_pembilang is not None:
        return _baca_pasangan(fakta, teks)
    bacaan = _baca_satu(teks, persen=satuan_persen(fakta.satuan))
    return (
        bacaan
        if isinstance(bacaan, str)
        else BacaanKoreksi(nilai=bacaan.nilai, tanya=(*_tanya(bacaan), *_tanya_nilai(fakta, bacaan)))
    )


def koreksi(gudang: Gudang, pelaku: Pelaku, objek: Objek, versi: int, usul: Usul, waktu: datetime) -> HasilPerintah:
    """Correct one figure of a kompilasi, seen at this versi; the answer says what was understood.

    Later reports of the year that say that this value still holds are corrected with it, unless their kompilasi is
    past the Sekretaris.
    Refused: another value in force than `usul.lama`, no change, a text with two readings, a unit that is not verified.
    """
    dasar = Perintah("koreksi", objek, versi, catatan=usul.alasan, pembeda=f"{usul.jenis}:{usul.kode}:{usul.baru}")

    diulang: list[Pengulang] = []

    def kerja(tx: Transaksi) -> dict[str, Any]:
        rincian, pengulang = _tulis(tx, pelaku, dasar, usul, waktu)
        diulang.extend(pengulang)
        return rincian

    hasil = terapkan(gudang, pelaku, replace(dasar, kerja=kerja), waktu)
    if not hasil.berhasil:
        return hasil
    kalimat = (_sebut(gudang, objek, usul), *(pengulang.kalimat for pengulang in diulang), hasil.pesan)
    return replace(hasil, pesan=" ".join(kalimat))


def _sebut(penanya: Penanya, objek: Objek, usul: Usul) -> str:
    fakta = cari_fakta(penanya, objek, usul.jenis, usul.kode)
    return "" if fakta is None else f"{fakta.nama}: {usul.lama} dikoreksi menjadi {fakta.tulisan}."


def cari_fakta(penanya: Penanya, objek: Objek, jenis: str, kode: str) -> FaktaDikoreksi | None:
    """The figure of a kompilasi with this code, None when no unit reported it."""
    semua = daftar_fakta(penanya, objek.kode_pd, Periode(objek.tahun, objek.triwulan))
    return next((fakta for fakta in semua if (fakta.jenis, fakta.kode) == (jenis, kode)), None)


def _tulis(
    tx: Transaksi, pelaku: Pelaku, perintah: Perintah, usul: Usul, waktu: datetime
) -> tuple[dict[str, Any], tuple[Pengulang, ...]]:
    """Append the correction, and those of what repeats the figure. Raises Ditolak."""
    fakta = cari_fakta(tx, perintah.objek, usul.jenis, usul.kode)
    if fakta is None:
        raise Ditolak(perintah, "ditolak", sebab_tanpa_fakta(tx, perintah.objek, usul.kode), "fakta")
    bacaan = baca_baru(fakta, usul.baru)
    if isinstance(bacaan, str):
        raise Ditolak(perintah, "ditolak", bacaan, "nilai_baru")
    baru = bacaan.pada(fakta)
    _jaga(perintah, usul, fakta, baru)
    nomor = tx.kueri("koreksi_nomor", kode_pd=perintah.objek.kode_pd)[0]["nomor"] + 1
    diulang = daftar_pengulang(tx, perintah.objek, fakta)
    ikut = [pengulang for pengulang in diulang if pengulang.ikut]
    siapa = _siapa(pelaku, perintah, waktu)
    mengikuti = f"Mengikuti koreksi TW {ROMAWI[perintah.objek.triwulan]} ({_id(nomor)}): {siapa['alasan']}"
    tx.tambah(
        "koreksi",
        [
            _baris(perintah.objek, fakta, baru, nomor) | siapa,
            *(
                _baris(perintah.objek, milik.fakta, baru, nomor + urut, milik.triwulan) | siapa | {"alasan": mengikuti}
                for urut, milik in enumerate(ikut, 1)
            ),
        ],
    )
    rincian = {
        "koreksi": {
            "id": _id(nomor),
            "jenis": fakta.jenis,
            "kode": fakta.kode,
            "kode_unit": fakta.kode_unit,
            "lama": fakta.tulisan,
            "baru": baru.tulisan,
            "tanya": list(bacaan.tanya),
            **(
                {"ikut": [{"id": _id(nomor + urut), "triwulan": milik.triwulan} for urut, milik in enumerate(ikut, 1)]}
                if ikut
                else {}
            ),
        }
    }
    return rincian, diulang


def _id(nomor: int) -> str:
    return f"K-{nomor}"


def sebab_tanpa_fakta(penanya: Penanya, objek: Objek, kode: str) -> str:
    """Why there is nothing to correct: not reported, or reported for other indicators."""
    semua = penanya.kueri("rencana_aturan", kode_pd=objek.kode_pd)
    aturan = next((baris for baris in semua if (baris["kode_indikator"], baris["tahun"]) == (kode, objek.tahun)), {})
    if aturan.get("sama_dengan"):
        return f"{kode} sama dengan {aturan['sama_dengan']}: koreksi {aturan['sama_dengan']}, keduanya ikut berubah."
    if aturan.get("agregasi_unit"):
        return f"{kode} dihitung dari unit-unit: koreksi angka unitnya."
    return "Angka ini tidak ada pada kiriman triwulan ini."


def _jaga(perintah: Perintah, usul: Usul, fakta: FaktaDikoreksi, baru: FaktaDikoreksi) -> None:
    if not fakta.terverifikasi:
        pesan = f"Data {fakta.nama_unit} belum terverifikasi, sehingga tidak termasuk kompilasi ini."
        raise Ditolak(perintah, "ditolak", pesan, "belum_terverifikasi")
    if fakta.tulisan != usul.lama:
        pesan = f"{fakta.nama} kini {fakta.tulisan}, bukan {usul.lama}; sudah diubah sejak halaman ini dibuka."
        raise Ditolak(perintah, "bentrok", pesan, "nilai_lama")
    if fakta.tulisan == baru.tulisan:
        raise Ditolak(perintah, "ditolak", f"{fakta.nama} memang sudah {fakta.tulisan}.", "tidak_berubah")


def _baris(
    objek: Objek, fakta: FaktaDikoreksi, baru: FaktaDikoreksi, nomor: int, triwulan: int | None = None
) -> dict[str, Any]:
    """The row of a correction of a figure of this kompilasi, or of a later triwulan that repeats it."""
    nilai = {nama: getattr(baru, nama) for nama in ("nilai", "pembilang", "penyebut", "peringkat", "rupiah")}
    return {
        "kode_pd": objek.kode_pd,
        "id_koreksi": _id(nomor),
        "nomor": nomor,
        "id_kiriman": fakta.id_kiriman,
        "tahun": objek.tahun,
        "triwulan": triwulan or objek.triwulan,
        "jenis": fakta.jenis,
        "kode": fakta.kode,
        "lama": fakta.tulisan,
        "baru": baru.tulisan,
        **nilai,
    }


def _siapa(pelaku: Pelaku, perintah: Perintah, waktu: datetime) -> dict[str, Any]:
    return {"alasan": alasan_sah(perintah.catatan), "oleh": pelaku.nama, "dikoreksi_pada": waktu}


def _baca_satu(teks: str, *, persen: bool = False) -> Angka | str:
    """One number; a sentence when there is none, or two."""
    if len(teks) > _PANJANG:
        return "Nilai baru terlalu panjang untuk satu angka."
    bacaan = baca_angka(teks)
    if isinstance(bacaan, Ambigu):
        besar, kecil = (tulis_ketikan(angka) for angka in bacaan.bacaan)
        return f"“{teks.strip()}” dapat dibaca {besar} atau {kecil}. Ketik salah satunya."
    if isinstance(bacaan, Kosong):
        return "Nilai baru belum diisi. Koreksi tidak dapat mengosongkan angka; kembalikan datanya kepada unit."
    if isinstance(bacaan, TidakTerbaca):
        usul = " atau ".join(tulis_ketikan(angka) for angka in bacaan.usul)
        lanjut = f" Ketik {usul} bila itu yang dimaksud." if usul else ""
        return f"“{teks.strip()}” tidak dapat dibaca. {bacaan.sebab}{lanjut}"
    if not isinstance(bacaan, Angka):
        return f"“{teks.strip()}” bukan satu angka."
    if bacaan.persen and not persen:
        return f"“{teks.strip()}” bertanda persen, padahal satuannya bukan persen."
    return bacaan


def _baca_pasangan(fakta: FaktaDikoreksi, teks: str) -> BacaanKoreksi | str:
    bagian = teks.split("/")
    if len(bagian) != 2:
        return f"Nilai baru harus ditulis sebagai {fakta.cara_tulis}."
    atas, bawah = _baca_satu(bagian[0]), _baca_satu(bagian[1])
    if isinstance(atas, str):
        return atas
    if isinstance(bawah, str):
        return bawah
    if bawah.nilai == 0:
        return "Penyebut 0, sehingga realisasi tidak dapat dihitung."
    tanya = (*_tanya(atas, bawah), *_tanya_pasangan(fakta, atas.nilai, bawah.nilai))
    return BacaanKoreksi(pembilang=atas.nilai, penyebut=bawah.nilai, tanya=tanya)


def _baca_rupiah(fakta: FaktaDikoreksi, teks: str) -> BacaanKoreksi | str:
    """An amount of money; `12,500` has two readings there, as in a cell."""
    bacaan = _baca_satu(f"Rp {teks.strip()}" if _KOMA_RUPIAH.fullmatch(teks.strip()) else teks)
    if isinstance(bacaan, str):
        return bacaan
    if bacaan.nilai != bacaan.nilai.quantize(Decimal("0.01")):
        return "Rupiah paling banyak dua angka di belakang koma."
    tanya = []
    if bacaan.nilai < 0:
        tanya.append(f"{tulis_rupiah(bacaan.nilai)} di bawah nol.")
    if fakta.pagu is not None and bacaan.nilai > fakta.pagu:
        tanya.append(f"{tulis_rupiah(bacaan.nilai)} melebihi pagu {tulis_rupiah(fakta.pagu)}.")
    return BacaanKoreksi(rupiah=bacaan.nilai, tanya=(*_tanya(bacaan), *tanya))


def _tanya(*angka: Angka) -> Sequence[str]:
    return tuple(tawaran.tanya for tawaran in angka if tawaran.tanya)


def _tanya_nilai(fakta: FaktaDikoreksi, angka: Angka) -> Sequence[str]:
    if angka.nilai < 0:
        return ("Realisasi di bawah nol.",)
    lebih = bagian_dari_seluruh(fakta.nama, fakta.satuan) and angka.nilai > 100
    return (f"Persentase {tulis_angka(angka.nilai)} lebih dari 100.",) if lebih else ()


def _tanya_pasangan(fakta: FaktaDikoreksi, atas: Decimal, bawah: Decimal) -> Sequence[str]:
    if atas < 0 or bawah < 0:
        return ("Pembilang atau penyebut di bawah nol.",)
    lebih = bagian_dari_seluruh(fakta.nama, fakta.satuan) and fakta.faktor == 100 and atas > bawah
    return (f"Pembilang {tulis_angka(atas)} lebih besar dari penyebut {tulis_angka(bawah)}.",) if lebih else ()
