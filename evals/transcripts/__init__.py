"""Whole conversations, played against the assistant in force and written down: ``assistant eval transcripts``.

What customers say stands in ``<language>.yaml`` beside this file; what the assistant makes of it is written to
``docs/examples/<language>.md``, to be read by people.
"""
