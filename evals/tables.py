"""How reports print figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table

out = Console(highlight=False, soft_wrap=True)


def print_figures(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table: the first column is names, the others are figures.

    Args:
        columns: what stands above each.
        rows: as many values in each as there are columns.
    """
    table, written = Table(box=None, pad_edge=False), [[str(value) for value in row] for row in rows]
    for place, name in enumerate(columns):
        # Written to a file there are 80 columns only: rather a broken line than half a word.
        longest = max(len(one[place]) for one in (columns, *written))
        table.add_column(name, justify="right" if place else "left", min_width=longest, no_wrap=True)
    for row in written:
        table.add_row(*row)
    out.print(table)
