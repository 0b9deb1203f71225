"""What is frozen: an approved periode as canonical bytes, and the store that is read back from them."""
