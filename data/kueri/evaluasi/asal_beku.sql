-- The approval that this store is a frozen copy of; no row in a store that lives.
SELECT status, nomor, sidik, revisi, disetujui_pada, oleh, sebagai, di_atas_kertas, nomor_ujung, sidik_ujung, tanpa_unit
FROM asal_beku
WHERE kode_pd = $kode_pd
