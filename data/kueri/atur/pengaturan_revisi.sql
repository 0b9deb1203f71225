-- The last revisi of a setting that begins on a day, 0 when none does.
SELECT coalesce(max(revisi), 0) AS revisi FROM pengaturan WHERE kunci = $kunci AND mulai = $mulai
