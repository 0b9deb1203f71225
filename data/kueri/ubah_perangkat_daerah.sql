-- Change what describes one office; its kode never changes, and a real office never becomes a sample.
UPDATE perangkat_daerah
SET nama = $nama, kabupaten = $kabupaten, kode_wilayah = $kode_wilayah, kode_bps = $kode_bps, contoh = contoh AND $contoh
WHERE kode_pd = $kode_pd
