"""The sample office, built through the same code that a user uses."""
