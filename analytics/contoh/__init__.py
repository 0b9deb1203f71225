"""What is there to try? The sample office, built through the same code that a user uses."""
