-- The last revisi of the waktu baku of a step that begins on a day, 0 when none does.
SELECT coalesce(max(revisi), 0) AS revisi FROM waktu_baku WHERE langkah = $langkah AND mulai = $mulai
