"""A unit fills in its triwulan on screen: its drafts, and the way into the very same upload that a workbook takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from analytics.alur.kirim import Penyerahan, kirim, unggah
from analytics.aturan.periode import tulis_waktu
from analytics.lembar.catat.terima import PutusanKiriman
from analytics.lembar.layar.draf import DrafIsian, IsianLayar, UnitLayar, baca_draf
from analytics.lembar.layar.draf import simpan_draf as simpan_baris
from analytics.lembar.periksa.hasil_periksa import HasilPeriksa
from analytics.sop.izin import TidakBerhak, Tindakan, catat_penolakan, catat_tindakan
from analytics.sop.peran import Pelaku
from data.gudang import Gudang


@dataclass(frozen=True)
class PutusanDraf:
    """What became of Simpan; `pesan` is a sentence for who pressed.

    tersimpan; sama: nothing was typed since; bentrok: somebody saved meanwhile, `draf` is theirs, nothing was stored;
    ditolak: not allowed.
    """

    status: Literal["tersimpan", "sama", "bentrok", "ditolak"]
    pesan: str
    draf: DrafIsian


def simpan_draf(
    gudang: Gudang, pelaku: Pelaku, unit: UnitLayar, isian: IsianLayar, dilihat: int, waktu: datetime
) -> PutusanDraf:
    """Add a versi to the draft of a unit, when the one that was seen (`dilihat`, 0: none) is still the newest."""
    tindakan = Tindakan("isi_layar", unit.kode_pd, unit.sebutan, waktu, unit.kode_unit, {"versi": dilihat + 1})
    try:
        with gudang.transaksi() as tx:
            # Who may not fill it in is told nothing of what others have typed.
            catat_tindakan(tx, pelaku, tindakan)
            kini = baca_draf(tx, unit)
            if kini.versi != dilihat:
                raise _DrafBentrok(kini)
            if kini.isian == isian.rapi:
                raise _DrafSama(kini)
            baru = DrafIsian(dilihat + 1, isian.rapi, pelaku.nama, waktu)
            simpan_baris(tx, unit, baru)
            return PutusanDraf("tersimpan", f"Draf tersimpan sebagai versi {baru.versi}. Belum dikirim.", baru)
    except _DrafBentrok as bentrok:
        return PutusanDraf("bentrok", _kalimat_bentrok(bentrok.draf), bentrok.draf)
    except _DrafSama as sama:
        return PutusanDraf("sama", "Tidak ada isian yang berubah sejak draf terakhir.", sama.draf)
    except TidakBerhak as tidak:
        catat_penolakan(gudang, pelaku, tindakan, str(tidak))
        return PutusanDraf("ditolak", str(tidak), DrafIsian())


class _TidakDisimpan(Exception):
    """Nothing is to be stored; `draf` is the newest one."""

    def __init__(self, draf: DrafIsian) -> None:
        super().__init__(draf.versi)
        self.draf = draf


class _DrafBentrok(_TidakDisimpan):
    """Somebody saved another versi since this one was opened."""


class _DrafSama(_TidakDisimpan):
    """What is to be saved is what was saved last."""


def _kalimat_bentrok(draf: DrafIsian) -> str:
    pada = tulis_waktu(draf.disimpan_pada) if draf.disimpan_pada else ""
    return (
        f"{draf.oleh} menyimpan draf versi {draf.versi} pada {pada}, sesudah halaman ini dibuka. Isian Anda belum "
        "disimpan dan tidak ada yang ditimpa."
    )


def kirim_draf(
    gudang: Gudang,
    pelaku: Pelaku,
    hasil: HasilPeriksa,
    alasan: Mapping[str, str],
    penyerahan: Penyerahan,
    waktu: datetime,
) -> PutusanKiriman:
    """Upload what was checked and make it the kiriman of its unit. Raises ValueError while it still lacks something."""
    if not hasil.lengkap(alasan):
        raise ValueError(hasil.nama_berkas)
    putusan = unggah(gudang, pelaku, hasil, waktu, f"layar:{hasil.sha256}")
    if putusan.id_unggahan is None or putusan.status == "sudah_ada":
        return putusan
    return kirim(gudang, pelaku, hasil, alasan, putusan.id_unggahan, penyerahan, waktu)
