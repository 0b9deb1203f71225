"""What is frozen? An approved periode as canonical bytes, and the store that is read back from them."""
