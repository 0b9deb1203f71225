"""Is it safe? Backups of the whole store: made, kept, proved, and put back."""
