-- Change what describes one office; its kode never changes.
UPDATE perangkat_daerah
SET nama = $nama, kabupaten = $kabupaten, kode_wilayah = $kode_wilayah, kode_bps = $kode_bps, contoh = $contoh
WHERE kode_pd = $kode_pd
