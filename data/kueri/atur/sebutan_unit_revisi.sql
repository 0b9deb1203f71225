-- The last revisi of the name of a unit that begins on a day, 0 when none does.
SELECT coalesce(max(revisi), 0) AS revisi
FROM sebutan_unit
WHERE kode_pd = $kode_pd AND kode_unit = $kode_unit AND mulai = $mulai
