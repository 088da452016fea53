"""The invoice ledger: what is owed, by whom, and what may be changed. It knows no model, no web and no index."""
