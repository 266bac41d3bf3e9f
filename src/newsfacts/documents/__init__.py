"""Files, bytes, pages and records to documents with their day."""
