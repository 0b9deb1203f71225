-- Every value that a setting has or had, the oldest first. One row = one revisi.
SELECT nilai, mulai, revisi FROM pengaturan WHERE kunci = $kunci ORDER BY mulai, revisi
