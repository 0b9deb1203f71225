"""Which papers go with it? Letters and memos as Word documents, and the page that they share."""
