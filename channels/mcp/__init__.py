"""The tools for other assistants, over the Model Context Protocol: they read and propose, only customers confirm."""
