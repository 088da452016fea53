"""Outgoing webhooks: other systems follow threads, whose logs are the source; a cursor per endpoint and thread."""
