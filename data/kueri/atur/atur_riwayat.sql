-- Every change of a setting that reached an office ('*': all of them), the last first. One row = one change.
SELECT nomor, waktu, oleh, sebagai, substr(aksi, 6) AS jenis, objek, rincian
FROM peristiwa
WHERE kode_pd IN ($kode_pd, '*') AND aksi LIKE 'atur:%'
ORDER BY nomor DESC
