-- Every move of one document, oldest first.
SELECT * FROM perpindahan WHERE objek = $objek ORDER BY nomor
