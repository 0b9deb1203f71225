-- The last revisi of the description of an office that begins on a day, 0 when none does.
SELECT coalesce(max(revisi), 0) AS revisi FROM sebutan_kantor WHERE kode_pd = $kode_pd AND mulai = $mulai
