"""Who is in? Accounts: by which password, since when, and as what."""
