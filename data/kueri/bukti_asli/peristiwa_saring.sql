-- The log, newest first, as a reader filters it: empty parameters filter nothing. One row = one peristiwa.
SELECT nomor, waktu, oleh, sebagai, aksi, objek, rincian, sidik
FROM peristiwa
WHERE (kode_pd = $kode_pd OR kode_pd NOT IN (SELECT kode_pd FROM perangkat_daerah))
    AND ($oleh = '' OR oleh = $oleh)
    AND ($aksi = '' OR aksi = $aksi)
    AND ($cari = '' OR contains(lower(objek), lower($cari)) OR contains(lower(rincian), lower($cari)))
ORDER BY nomor DESC
LIMIT $batas
