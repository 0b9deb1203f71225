-- The numbers of the last peristiwa that changed what formats are checked against (a plan, a rule, a scale, a setting, what
-- office and units are called) and that changed what was reported (a kiriman, a correction), 0 when there is none. Settings and
-- scales are of the whole store.
SELECT
    coalesce(max(CASE WHEN aksi NOT IN ('terima_kiriman', 'alur:koreksi') THEN nomor END), 0) AS rencana,
    coalesce(max(CASE WHEN aksi IN ('terima_kiriman', 'alur:koreksi') THEN nomor END), 0) AS kiriman
FROM peristiwa
WHERE
    (
        kode_pd = $kode_pd
        AND aksi IN ('impor_rencana', 'terima_kiriman', 'alur:koreksi', 'atur:aturan', 'atur:kantor', 'atur:unit')
    )
    OR aksi IN ('atur:pengaturan', 'atur:skala')
