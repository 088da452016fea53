"""The agents' copilot: it suggests replies, translates, rewrites and sums up; it reads, and changes nothing."""
