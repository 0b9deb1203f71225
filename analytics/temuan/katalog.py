"""The catalogue of findings: every rule that a filled workbook can break, once, as data.

Screen, annotated workbook, memo, command line and the generated page docs/temuan.md are renderings of it. A galat is
what cannot be identified, read or stored without guessing; every question about meaning or history is a peringatan,
which is accepted with a reason; an info needs no answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Tingkat = Literal["galat", "peringatan", "info"]


@dataclass(frozen=True)
class Aturan:
    """One entry of the catalogue: a rule that a workbook can break.

    `aturan` is the rule as an Indonesian sentence, `sebab` why it matters and for which form, `sumber` its source,
    `saran` the template of what to type or do instead, with {names} that the finding fills in.
    """

    kode: str
    tingkat: Tingkat
    aturan: str
    sebab: str
    sumber: str
    saran: str = ""


_KEAMANAN: Final = "Kebijakan keamanan Capaian: berkas unggahan dijaga sebelum dibaca"
_FORMAT: Final = "Format Data Kinerja, SOP langkah 1-4"
_PERIKSA: Final = "SOP langkah 5: data dianalisis dan dievaluasi sebelum diolah"
_TANPA_TEBAKAN: Final = "Asas Capaian: tidak ada angka tebakan, kosong bukan nol"
_E81: Final = "Permendagri 86/2017, formulir E.81"
_UKUR: Final = "PermenPANRB 53/2014, pengukuran kinerja"

_UNDUH: Final = "Unduh format data kinerja dari Capaian, isi, lalu unggah."
FORMAT_BARU: Final = "Unduh format baru dari Capaian dan pindahkan isiannya."
"""What to do with a workbook that no longer fits the plan or the program."""
_SIMPAN_ULANG: Final = "Buka berkas di Excel, simpan ulang sebagai .xlsx, lalu unggah lagi."
_ISI_ULANG: Final = "Isi format data kinerja yang diunduh dari Capaian dan simpan sebagai Buku Kerja Excel (.xlsx)."
_ATAU_ALASAN: Final = "atau tulis alasannya di kolom Keterangan"
_KOSONGKAN: Final = "kosongkan dan tulis alasannya di kolom Keterangan bila belum ada data"

_BERKAS: Final = (
    Aturan("berkas_kosong", "galat", "Berkas harus berisi.", "Berkas kosong tidak memuat data.", _KEAMANAN, _ISI_ULANG),
    Aturan(
        "berkas_besar",
        "galat",
        "Berkas paling besar 10 MB.",
        "Format data kinerja jauh lebih kecil.",
        _KEAMANAN,
        _ISI_ULANG,
    ),
    Aturan(
        "bukan_xlsx",
        "galat",
        "Berkas harus buku kerja Excel (.xlsx).",
        "Jenis lain tidak punya alamat sel yang dapat diperiksa.",
        _KEAMANAN,
        _ISI_ULANG,
    ),
    Aturan(
        "berkas_bersandi",
        "galat",
        "Berkas tidak boleh bersandi.",
        "Isi bersandi tidak dapat dibaca.",
        _KEAMANAN,
        "Buka berkas, hapus sandinya lewat File > Info, simpan, lalu unggah lagi.",
    ),
    Aturan(
        "berkas_rusak",
        "galat",
        "Berkas harus utuh.",
        "Berkas yang rusak bisa terbaca sebagian.",
        _KEAMANAN,
        _SIMPAN_ULANG,
    ),
    Aturan(
        "berkas_ganjil",
        "galat",
        "Susunan isi berkas harus wajar.",
        "Bagian kembar atau bernama aneh dapat menyembunyikan isi lain.",
        _KEAMANAN,
        _ISI_ULANG,
    ),
    Aturan(
        "isi_besar",
        "galat",
        "Isi berkas setelah dibuka paling besar 32 MB dan 200.000 sel.",
        "Isi yang mengembang dapat menghentikan komputer kantor.",
        _KEAMANAN,
        _ISI_ULANG,
    ),
    Aturan(
        "bagian_hilang",
        "galat",
        "Bagian wajib buku kerja harus ada.",
        "Tanpa bagian itu isi tidak dapat dibaca.",
        _KEAMANAN,
        _ISI_ULANG,
    ),
    Aturan(
        "xml_terlarang",
        "galat",
        "Isi XML tidak boleh memuat DTD, entitas, atau huruf selain UTF-8.",
        "Bagian itu dapat membuka berkas lain di komputer kantor.",
        _KEAMANAN,
        _ISI_ULANG,
    ),
    Aturan(
        "berkas_makro",
        "galat",
        "Berkas tidak boleh berisi makro.",
        "Makro adalah program; data tidak memerlukannya.",
        _KEAMANAN,
        "Simpan sebagai .xlsx tanpa makro, lalu unggah lagi.",
    ),
    Aturan(
        "tautan_luar",
        "galat",
        "Berkas tidak boleh terhubung ke berkas atau sumber data lain.",
        "Angka dari berkas lain dapat berubah tanpa diketahui.",
        _KEAMANAN,
        "Di Excel pilih Data > Edit Links > Break Link, lalu ketik angkanya.",
    ),
    Aturan(
        "sel_di_luar_batas",
        "galat",
        "Sel terpakai paling jauh kolom ZZ dan baris 20.000.",
        "Sel yang sangat jauh membuat berkas menjadi raksasa saat dibaca.",
        _KEAMANAN,
        "Hapus baris dan kolom kosong yang jauh, atau isi format baru dari Capaian.",
    ),
    Aturan(
        "tidak_terbaca",
        "galat",
        "Buku kerja harus dapat dibaca dalam batas waktu dan memori.",
        "Berkas yang tidak selesai dibaca tidak dapat diperiksa.",
        _KEAMANAN,
        "Buka berkas di Excel, simpan ulang sebagai .xlsx, lalu unggah lagi; bila tetap gagal, isi format baru.",
    ),
)

_IDENTITAS: Final = (
    Aturan(
        "bukan_format",
        "galat",
        "Buku kerja harus format data kinerja yang diunduh dari Capaian.",
        "Tanpa sidik format, pemilik dan periode isinya tidak diketahui.",
        _FORMAT,
        _UNDUH,
    ),
    Aturan(
        "versi_format",
        "galat",
        "Versi format harus yang dikenal program ini.",
        "Letak kolom dapat berbeda antarversi.",
        _FORMAT,
        FORMAT_BARU,
    ),
    Aturan(
        "sidik_berubah",
        "galat",
        "Sidik format tidak boleh berubah.",
        "Sidik yang berubah berarti isi format dipindahkan atau disunting.",
        _FORMAT,
        FORMAT_BARU,
    ),
    Aturan(
        "kantor_lain",
        "galat",
        "Format harus milik perangkat daerah ini.",
        "Angka kantor lain tidak boleh tercampur.",
        _FORMAT,
        _UNDUH,
    ),
    Aturan(
        "unit_asing", "galat", "Unit di dalam format harus dikenal.", "Kiriman dicatat per unit.", _FORMAT, FORMAT_BARU
    ),
    Aturan(
        "unit_lain",
        "galat",
        "Format harus milik unit yang diminta.",
        "Kiriman satu unit tidak mengganti unit lain.",
        _FORMAT,
        "Unggah format unit {unit}.",
    ),
    Aturan(
        "periode_lain",
        "galat",
        "Format harus untuk periode yang diminta.",
        "Angka satu triwulan tidak mengganti triwulan lain.",
        _FORMAT,
        "Unggah format {periode}.",
    ),
    Aturan(
        "indikator_berubah",
        "galat",
        "Daftar indikator di format harus sama dengan rencana yang berlaku.",
        "Indikator yang hilang atau tidak dikenal tidak dapat dievaluasi (Evaluasi IKU, Renja, Renstra).",
        _FORMAT,
        FORMAT_BARU,
    ),
    Aturan(
        "simpul_berubah",
        "galat",
        "Daftar kegiatan di format harus sama dengan rencana yang berlaku.",
        "Anggaran dijumlahkan menurut pohon rencana (E.81 kolom Rp).",
        _FORMAT,
        FORMAT_BARU,
    ),
)

_SUSUNAN: Final = (
    Aturan(
        "lembar_hilang",
        "galat",
        "Lembar format harus ada dengan nama asalnya.",
        "Lembar dicari menurut nama.",
        _FORMAT,
        "{saran}",
    ),
    Aturan(
        "kolom_hilang",
        "galat",
        "Kolom isian harus ada.",
        "Kolom dicari menurut kuncinya di baris tersembunyi di atas judul.",
        _FORMAT,
        FORMAT_BARU,
    ),
    Aturan(
        "kolom_ganda",
        "galat",
        "Satu kolom isian hanya boleh ada satu kali.",
        "Tidak jelas kolom mana yang benar.",
        _FORMAT,
        "Hapus kolom salinannya, sisakan satu.",
    ),
    Aturan(
        "baris_hilang",
        "galat",
        "Setiap baris format harus ada.",
        "Baris yang hilang bukan berarti kosong.",
        _FORMAT,
        FORMAT_BARU,
    ),
    Aturan(
        "baris_ganda",
        "galat",
        "Satu kode hanya satu baris.",
        "Tidak jelas baris mana yang benar.",
        _FORMAT,
        "Hapus baris yang salah.",
    ),
    Aturan(
        "baris_asing",
        "galat",
        "Kode baris harus dari format.",
        "Isian pada kode tak dikenal tidak bertempat.",
        _FORMAT,
        "Kembalikan kodenya, atau hapus baris itu.",
    ),
    Aturan(
        "baris_tertukar",
        "galat",
        "Nama indikator harus sebaris dengan kodenya.",
        "Bila kode dan nama tertukar, tidak jelas isian itu milik indikator yang mana.",
        _FORMAT,
        "Kembalikan kode dan nama baris itu seperti di format: {kode} adalah “{nama}”.",
    ),
    Aturan(
        "isian_tanpa_kode",
        "galat",
        "Angka di kolom isian harus sebaris dengan kodenya.",
        "Angka tanpa kode tidak bertempat, dan tidak boleh hilang diam-diam.",
        _FORMAT,
        "Pindahkan angka itu ke baris indikatornya, atau hapus bila hanya hitungan sementara.",
    ),
    Aturan(
        "pasangan_tidak_diminta",
        "galat",
        "Pembilang dan penyebut hanya diisi pada indikator yang memintanya.",
        "Yang disimpan untuk indikator ini adalah realisasi; angka lain tidak bertempat.",
        _FORMAT,
        "Hitung dan ketik hasilnya di kolom Realisasi, lalu kosongkan pembilang dan penyebut.",
    ),
    Aturan(
        "cara_isi_berubah",
        "galat",
        "Cara mengisi di format harus sama dengan aturan yang berlaku.",
        "Nilai triwulan ini dan nilai s/d triwulan ini tidak dapat dipertukarkan (E.81 kolom 8-12).",
        _FORMAT,
        FORMAT_BARU,
    ),
    Aturan(
        "sel_gabungan",
        "galat",
        "Sel isian tidak boleh digabung.",
        "Sel gabungan hanya menyimpan satu nilai untuk beberapa isian.",
        _FORMAT,
        "Pisahkan selnya (Home > Merge & Center > Unmerge Cells), lalu isi masing-masing.",
    ),
    Aturan(
        "judul_berubah",
        "peringatan",
        "Judul kolom isian tetap seperti di format.",
        "Judul yang diganti dapat berarti isi kolomnya lain.",
        _FORMAT,
        "Kembalikan judulnya menjadi “{judul}”; bila memang sama isinya, beri alasan di layar.",
    ),
    Aturan(
        "nama_berubah",
        "peringatan",
        "Nama indikator atau kegiatan di format tidak diubah.",
        "Nama yang diganti dapat berarti isian itu milik indikator lain.",
        _FORMAT,
        f"Kembalikan namanya menjadi “{{nama}}”, {_ATAU_ALASAN}.",
    ),
    Aturan(
        "satuan_berubah",
        "peringatan",
        "Satuan di format tidak diubah.",
        "Realisasi dibandingkan dengan target dalam satuan rencana.",
        _FORMAT,
        f"Ketik realisasi dalam satuan {{satuan}}, {_ATAU_ALASAN}.",
    ),
    Aturan(
        "baris_tersembunyi",
        "peringatan",
        "Baris isian terlihat semua.",
        "Isian yang tersembunyi ikut dihitung tanpa dilihat penandatangan.",
        _FORMAT,
        f"Tampilkan barisnya (Unhide), {_ATAU_ALASAN}.",
    ),
    Aturan(
        "kolom_tersembunyi",
        "peringatan",
        "Kolom isian terlihat semua.",
        "Isian yang tersembunyi ikut dihitung tanpa dilihat penandatangan.",
        _FORMAT,
        "Tampilkan kolomnya (Unhide), atau beri alasan di layar.",
    ),
    Aturan(
        "lembar_tersembunyi",
        "peringatan",
        "Lembar isian terlihat.",
        "Isian yang tersembunyi ikut dihitung tanpa dilihat penandatangan.",
        _FORMAT,
        "Tampilkan lembarnya (Unhide), atau beri alasan di layar.",
    ),
    Aturan(
        "lembar_salinan",
        "peringatan",
        "Hanya lembar dengan nama asalnya yang dibaca.",
        "Isian pada lembar salinan tidak dihitung.",
        _FORMAT,
        "Pastikan isiannya ada di lembar “{lembar}”, hapus lembar salinannya, atau beri alasan di layar.",
    ),
    Aturan(
        "lalu_diubah",
        "info",
        "Realisasi triwulan sebelumnya dipakai dari kiriman triwulan itu.",
        "Mengubahnya di format triwulan ini tidak membetulkan kiriman yang lalu.",
        _FORMAT,
        "Bila yang lalu memang keliru, betulkan dan unggah format triwulan itu.",
    ),
    Aturan(
        "target_diubah",
        "info",
        "Target dan pagu dipakai dari rencana, bukan dari berkas.",
        "Mengubah target di format tidak mengubah rencana.",
        _FORMAT,
        "Bila targetnya memang berubah, sampaikan dokumen perubahannya kepada Subbagian Perencanaan.",
    ),
    Aturan(
        "lembar_tambahan",
        "info",
        "Lembar di luar format tidak dibaca.",
        "Isinya tidak disimpan sebagai data kinerja.",
        _FORMAT,
        "Tidak perlu apa-apa; berkas aslinya tersimpan utuh.",
    ),
    Aturan(
        "isian_di_luar_tabel",
        "info",
        "Tulisan di luar tabel tidak dibaca.",
        "Isinya tidak disimpan sebagai data kinerja.",
        _FORMAT,
        "Pindahkan ke kolom Keterangan bila perlu dicatat.",
    ),
)

_SEL: Final = (
    Aturan(
        "angka_ambigu",
        "galat",
        "Angka hanya boleh punya satu bacaan.",
        "1.200 sebagai teks dapat berarti 1200 atau 1,2.",
        _TANPA_TEBAKAN,
        "Ketik {pilihan}.",
    ),
    Aturan(
        "isian_rentang",
        "galat",
        "Realisasi adalah satu angka, bukan rentang.",
        "Rentang hanya dapat menjadi target.",
        _TANPA_TEBAKAN,
        f"Ketik satu angka yang benar-benar tercapai, atau {_KOSONGKAN}.",
    ),
    Aturan(
        "isian_batas",
        "galat",
        "Realisasi adalah satu angka, bukan batas.",
        "Tanda <, >, <=, atau >= hanya dapat menjadi target.",
        _TANPA_TEBAKAN,
        f"Ketik {{pilihan}} bila itu yang tercapai, atau {_KOSONGKAN}.",
    ),
    Aturan(
        "isian_kata",
        "galat",
        "Realisasi indikator ini adalah angka, bukan kata atau predikat.",
        "Kata tidak dapat dibandingkan dengan target angka.",
        _TANPA_TEBAKAN,
        f"Ketik angkanya, atau {_KOSONGKAN}.",
    ),
    Aturan(
        "bukan_angka",
        "galat",
        "Isian harus satu angka.",
        "Isian lain tidak dapat dihitung.",
        _TANPA_TEBAKAN,
        f"Ketik satu angka, misalnya 85,5, atau {_KOSONGKAN}.",
    ),
    Aturan(
        "angka_besar",
        "galat",
        "Angka harus wajar besarnya, kurang dari 10 pangkat 18.",
        "Angka sebesar itu bukan ukuran kinerja dan tidak dapat disimpan tepat.",
        _TANPA_TEBAKAN,
        f"Periksa banyaknya nol, lalu ketik ulang, atau {_KOSONGKAN}.",
    ),
    Aturan(
        "karakter_tersembunyi",
        "galat",
        "Isian angka tidak boleh memuat karakter yang tak terlihat.",
        "Angka yang terlihat dapat berbeda dari angka yang tersimpan.",
        _TANPA_TEBAKAN,
        f"Hapus isi sel, lalu ketik ulang angkanya, atau {_KOSONGKAN}.",
    ),
    Aturan(
        "tanggal_bukan_angka",
        "galat",
        "Isian tidak boleh berupa tanggal.",
        "Excel dapat mengubah 12.5 yang diketik menjadi tanggal 12 Mei.",
        _TANPA_TEBAKAN,
        "Ubah format sel menjadi Angka, lalu ketik {pilihan} bila itu yang dimaksud.",
    ),
    Aturan(
        "galat_excel",
        "galat",
        "Isian tidak boleh berupa galat Excel.",
        "#REF! dan sejenisnya tidak punya nilai.",
        _TANPA_TEBAKAN,
        "Ketik {isian}nya, atau kosongkan selnya.",
    ),
    Aturan(
        "rumus_tanpa_nilai",
        "galat",
        "Rumus di sel isian harus menyimpan hasilnya.",
        "Tanpa hasil yang tersimpan, angkanya tidak diketahui.",
        _TANPA_TEBAKAN,
        "Ketik {isian}nya, bukan rumus; atau buka dan simpan berkas di Excel agar hasilnya tersimpan.",
    ),
    Aturan(
        "persen_bukan_satuan",
        "galat",
        "Tanda % hanya untuk indikator bersatuan persen.",
        "Excel menyimpan 95% sebagai 0,95.",
        _TANPA_TEBAKAN,
        "Ubah format sel menjadi Angka, lalu ketik {pilihan}.",
    ),
    Aturan(
        "peringkat_asing",
        "galat",
        "Peringkat harus dari daftar skalanya.",
        "Peringkat lain tidak dapat dinilai.",
        _FORMAT,
        "Pilih salah satu: {pilihan}.",
    ),
    Aturan(
        "pasangan_tidak_lengkap",
        "galat",
        "Pembilang dan penyebut diisi keduanya.",
        "Realisasi dihitung dari pembilang dibagi penyebut.",
        _FORMAT,
        "Isi {kurang}, atau kosongkan semuanya dan tulis alasannya di kolom Keterangan.",
    ),
    Aturan(
        "penyebut_nol",
        "galat",
        "Penyebut tidak boleh 0.",
        "Pembagian dengan 0 tidak bermakna.",
        _FORMAT,
        "Betulkan penyebutnya; bila memang tidak ada yang diukur, kosongkan keduanya dan tulis alasannya.",
    ),
    Aturan(
        "teks_terlalu_panjang",
        "galat",
        "Satu sel paling panjang 32.767 karakter.",
        "Teks yang lebih panjang tidak dapat dimuat kembali ke dalam buku kerja.",
        _FORMAT,
        "Ringkas teksnya, dan lampirkan selengkapnya sebagai bukti dukung.",
    ),
    Aturan(
        "angka_tanya",
        "peringatan",
        "Desimal ditulis dengan koma.",
        "12.5 sebagai teks dibaca 12,5 dan ditanyakan.",
        _TANPA_TEBAKAN,
        f"Ketik {{pilihan}} sebagai angka, {_ATAU_ALASAN}.",
    ),
    Aturan(
        "rumus_di_isian",
        "info",
        "Sel isian sebaiknya diketik angkanya.",
        "Rumus dapat berubah saat sel lain berubah.",
        _FORMAT,
        "Ketik {pilihan} sebagai angka.",
    ),
    Aturan(
        "angka_teks",
        "info",
        "Angka sebaiknya berupa angka, bukan teks.",
        "Teks tidak ikut terjumlah di Excel.",
        _FORMAT,
        "Ketik {pilihan} sebagai angka.",
    ),
    Aturan(
        "angka_dipilih",
        "info",
        "Bacaan yang dipilih petugas di layar dicatat bersama ketikannya.",
        "Angka yang disimpan dapat ditelusuri ke sel dan ke pemilihnya.",
        _TANPA_TEBAKAN,
        "Tidak perlu apa-apa; untuk berkas berikutnya ketik {pilihan} sebagai angka.",
    ),
    Aturan(
        "capaian_tidak_dibaca",
        "info",
        "Capaian yang diketik unit berupa satu angka, atau dikosongkan.",
        "Yang dicetak di laporan adalah hasil hitung ulang; ketikan ini hanya pembanding.",
        _UKUR,
        "Ketik angkanya, atau kosongkan.",
    ),
    Aturan(
        "teks_dibersihkan",
        "info",
        "Teks disimpan tanpa karakter yang tak terlihat.",
        "Karakter kendali dan pembalik arah dapat mengubah tampilan dokumen.",
        _FORMAT,
        "Tidak perlu apa-apa; berkas aslinya tersimpan utuh.",
    ),
    Aturan(
        "teks_panjang",
        "info",
        "Teks sebaiknya paling panjang 2.000 karakter.",
        "Teks yang panjang memenuhi halaman formulir.",
        _FORMAT,
        "Ringkas bila dapat, dan lampirkan selengkapnya sebagai bukti dukung.",
    ),
)

_MAKNA: Final = (
    Aturan(
        "belum_ada_data",
        "peringatan",
        "Indikator yang wajib dilaporkan diisi, atau diberi alasan.",
        "Kosong dicatat sebagai belum ada data, bukan nol (Evaluasi IKU dan Renja).",
        _TANPA_TEBAKAN,
        "Isi nilainya, atau tulis alasannya di kolom Keterangan.",
    ),
    Aturan(
        "anggaran_kosong",
        "peringatan",
        "Realisasi anggaran yang berpagu diisi, atau diberi alasan.",
        "Kosong dicatat sebagai belum ada data, bukan nol (E.81 kolom Rp).",
        _TANPA_TEBAKAN,
        "Isi realisasinya (0 bila memang belum ada belanja), atau tulis alasannya di kolom Keterangan.",
    ),
    Aturan(
        "pecahan_persen",
        "peringatan",
        "Nilai persen ditulis 95, bukan 0,95.",
        "Capaian akan menjadi seperseratusnya.",
        _TANPA_TEBAKAN,
        f"Ketik {{pilihan}} bila itu yang dimaksud, {_ATAU_ALASAN}.",
    ),
    Aturan(
        "nol_sebelum_waktunya",
        "peringatan",
        "Nilai 0 sebelum waktunya dilaporkan dipastikan dahulu.",
        "0 dihitung sebagai hasil nol, bukan belum ada; capaiannya menjadi 0 (Evaluasi IKU dan Renja).",
        _TANPA_TEBAKAN,
        "Kosongkan bila belum diukur; bila hasilnya memang nol, biarkan dan tulis alasannya di kolom Keterangan.",
    ),
    Aturan(
        "nilai_negatif",
        "peringatan",
        "Realisasi biasanya tidak negatif.",
        "Jumlah dan persentase jarang di bawah 0.",
        _PERIKSA,
        f"Periksa tandanya, {_ATAU_ALASAN}.",
    ),
    Aturan(
        "rasio_lebih",
        "peringatan",
        "Pembilang bagian dari penyebut, sehingga tidak melebihinya.",
        "Persentase di atas 100 tidak mungkin bila pembilang dihitung dari penyebut yang sama.",
        _PERIKSA,
        f"Periksa apakah pembilang dan penyebut tertukar, {_ATAU_ALASAN}.",
    ),
    Aturan(
        "persen_lebih",
        "peringatan",
        "Persentase bagian tidak melebihi 100.",
        "Di atas 100 hanya mungkin untuk pertumbuhan atau perbandingan.",
        _PERIKSA,
        f"Periksa angkanya, {_ATAU_ALASAN}.",
    ),
    Aturan(
        "realisasi_beda",
        "peringatan",
        "Realisasi sama dengan pembilang dibagi penyebut.",
        "Yang disimpan adalah pembilang dan penyebut.",
        _FORMAT,
        f"Betulkan pembilang atau penyebut, {_ATAU_ALASAN}.",
    ),
    Aturan(
        "sd_turun",
        "peringatan",
        "Realisasi s/d triwulan tidak turun.",
        "Nilai kumulatif dipakai sebagai selisih antartriwulan di E.81 kolom 8-11.",
        _E81,
        f"Ketik nilai kumulatif sejak awal tahun, {_ATAU_ALASAN}.",
    ),
    Aturan(
        "target_nol",
        "peringatan",
        "Target 0 tidak memberi capaian.",
        "Pembagian dengan target 0 tidak bermakna, kecuali realisasi 0 pada polaritas turun (Evaluasi IKU dan Renja).",
        _UKUR,
        "Beri alasan; bila targetnya keliru, sampaikan kepada Subbagian Perencanaan.",
    ),
    Aturan(
        "capaian_janggal",
        "peringatan",
        "Capaian biasanya antara 0 dan 200 persen.",
        "Di luar itu biasanya targetnya terlalu rendah atau angkanya salah ketik (Evaluasi IKU dan Renja).",
        _UKUR,
        f"Periksa realisasi {{realisasi}} terhadap target {{target}}, {_ATAU_ALASAN}.",
    ),
    Aturan(
        "capaian_beda",
        "peringatan",
        "Capaian yang diketik sama dengan hasil hitung ulang.",
        "Yang dicetak di laporan adalah hasil hitung Capaian (Evaluasi IKU, LKjIP Bab III).",
        _UKUR,
        f"Ketik {{pilihan}} atau kosongkan kolom capaian, {_ATAU_ALASAN}.",
    ),
    Aturan(
        "predikat_celah",
        "peringatan",
        "Capaian di celah skala predikat tercetak diperiksa.",
        "Kantor lain dapat memberi predikat yang berbeda (baris penutup E.80 dan E.81).",
        "Permendagri 86/2017, skala nilai peringkat kinerja",
        "Pastikan realisasinya benar, lalu tulis bahwa angkanya sudah diperiksa.",
    ),
    Aturan(
        "polaritas_nama",
        "peringatan",
        "Nama indikator sejalan dengan polaritasnya.",
        "Polaritas yang terbalik membalik capaian (semua formulir evaluasi).",
        _UKUR,
        "Tanyakan kepada perencana apakah polaritasnya benar; bila benar, beri alasan sekali untuk tahun ini.",
    ),
    Aturan(
        "satuan_nama",
        "peringatan",
        "Nama indikator sejalan dengan satuannya.",
        "Persen, jumlah, dan indeks dihitung dan diagregasi berbeda (E.81 kolom 12).",
        _UKUR,
        "Tanyakan kepada perencana apakah satuannya benar; bila benar, beri alasan sekali untuk tahun ini.",
    ),
    Aturan(
        "indikator_yatim",
        "peringatan",
        "Yang diisi adalah indikator yang direncanakan tahun ini.",
        "Tanpa target tahun ini, realisasinya tidak masuk evaluasi mana pun.",
        _UKUR,
        "Kosongkan bila salah baris; bila seharusnya bertarget, sampaikan kepada Subbagian Perencanaan.",
    ),
    Aturan(
        "indikator_kembar",
        "peringatan",
        "Satu indikator dilaporkan satu kali.",
        "Dua baris bernama sama membuat capaiannya terhitung dua kali (rata-rata di baris penutup).",
        _UKUR,
        "Tanyakan kepada perencana baris mana yang dipakai; bila memang dua indikator, beri alasan sekali tahun ini.",
    ),
    Aturan(
        "anggaran_lebih",
        "peringatan",
        "Realisasi anggaran tidak melebihi pagu.",
        "Belanja dibatasi pagu; serapan akan di atas 100 persen.",
        _E81,
        f"Periksa angkanya, {_ATAU_ALASAN}.",
    ),
    Aturan(
        "anggaran_kelipatan",
        "peringatan",
        "Realisasi anggaran dihitung satu kali.",
        "Kelipatan tepat dari pagu biasanya pagu yang terjumlah sekali untuk setiap indikator.",
        "Kekeliruan yang terlihat di laporan kinerja tercetak",
        f"Ketik realisasi satu kali saja, {_ATAU_ALASAN}.",
    ),
    Aturan(
        "anggaran_turun",
        "peringatan",
        "Realisasi anggaran s/d triwulan tidak turun.",
        "Nilai kumulatif dipakai sebagai selisih antartriwulan di E.81 kolom 8-11.",
        _E81,
        f"Ketik jumlah kumulatif sejak awal tahun, {_ATAU_ALASAN}.",
    ),
    Aturan(
        "jumlah_beda",
        "peringatan",
        "Jumlah yang diketik sama dengan jumlah sub kegiatannya.",
        "Rp kegiatan adalah jumlah Rp sub kegiatan (E.81 kolom Rp).",
        _E81,
        "Betulkan sub kegiatannya, atau kembalikan rumus jumlahnya; bila perlu, beri alasan.",
    ),
)

_RIWAYAT: Final = (
    Aturan(
        "memburuk",
        "peringatan",
        "Nilai yang memburuk diberi penjelasan.",
        "Faktor penghambat ditulis di baris penutup E.81 dan di LKjIP Bab III.",
        _E81,
        "Tulis sebabnya di kolom Faktor penghambat atau Keterangan; bila salah ketik, betulkan angkanya.",
    ),
    Aturan(
        "pencilan",
        "peringatan",
        "Nilai yang jauh di luar kebiasaannya diperiksa.",
        "Salah ketik satu angka biasanya membuat nilai meloncat.",
        _PERIKSA,
        f"Periksa angkanya, {_ATAU_ALASAN}.",
    ),
    Aturan(
        "sama_dengan_lalu",
        "peringatan",
        "Nilai yang sama persis dengan triwulan sebelumnya diperiksa.",
        "Angka lama kadang tersalin tanpa diperbarui.",
        _PERIKSA,
        "Perbarui angkanya; bila memang tidak berubah, tulis alasannya di kolom Keterangan.",
    ),
    Aturan(
        "aturan_berubah",
        "peringatan",
        "Aturan hitung indikator sama dengan tahun lalu.",
        "Capaian dua tahun tidak dapat dibandingkan bila aturannya berbeda (LKjIP Bab III).",
        _UKUR,
        "Pastikan cara mengisinya menurut aturan tahun ini, lalu beri alasan sekali untuk tahun ini.",
    ),
    Aturan(
        "keterangan_dicatat",
        "info",
        "Keterangan tanpa nilai dicatat sebagai catatan.",
        "Tidak ada tulisan unit yang hilang.",
        _FORMAT,
        "Tidak perlu apa-apa.",
    ),
)

KELOMPOK: Final[dict[str, tuple[Aturan, ...]]] = {
    "Berkas": _BERKAS,
    "Identitas": _IDENTITAS,
    "Susunan": _SUSUNAN,
    "Sel": _SEL,
    "Makna": _MAKNA,
    "Riwayat": _RIWAYAT,
}
"""The rules by what they look at, in the order in which a workbook is checked."""

KATALOG: Final[dict[str, Aturan]] = {satu.kode: satu for daftar in KELOMPOK.values() for satu in daftar}
"""Every rule that a finding can name, by kode."""

SEKALI_SETAHUN: Final = frozenset({"polaritas_nama", "satuan_nama", "indikator_kembar", "aturan_berubah"})
"""Questions about the plan rather than the value: one accepted answer settles them for the year."""

SALAH_KETIK: Final = frozenset(
    {
        "angka_tanya",
        "pecahan_persen",
        "rasio_lebih",
        "persen_lebih",
        "capaian_janggal",
        "anggaran_kelipatan",
        "nol_sebelum_waktunya",
        "pencilan",
    }
)
"""What is most likely a slip of the hand: a note in the workbook is shown, but a person has to confirm it."""
