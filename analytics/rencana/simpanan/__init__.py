"""The plan in the store: loaded, compared with what comes, saved."""
