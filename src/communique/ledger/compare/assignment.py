"""The best one-to-one pairing of two lists (the Hungarian method, with potentials)."""

from __future__ import annotations

from collections.abc import Sequence


def assign(gains: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The (row, column) pairs with the greatest sum of gains, each row and column once; only gains above 0.

    The same gains give the same pairs: ties go to the earlier row and column.
    """
    if not gains or not gains[0]:
        return []
    turned = len(gains) > len(gains[0])
    table = [list(row) for row in zip(*gains, strict=True)] if turned else [list(row) for row in gains]
    rows_of = _columns_to_rows([[-max(0.0, gain) for gain in row] for row in table])
    found = [(row, column) for column, row in enumerate(rows_of) if row >= 0 and table[row][column] > 0]
    return sorted((column, row) if turned else (row, column) for row, column in found)


def _columns_to_rows(costs: list[list[float]]) -> list[int]:
    """For each column its row (-1 for none), at the least cost; there are no more rows than columns."""
    high, wide = len(costs), len(costs[0])
    of_row, of_column = [0.0] * (high + 1), [0.0] * (wide + 1)
    holder = [0] * (wide + 1)  # row of each column, counted from 1; column 0 is where a new row starts
    for row in range(1, high + 1):
        holder[0] = row
        column, way = _shortest_path(costs, of_row, of_column, holder)
        while column:
            before = way[column]
            holder[column] = holder[before]
            column = before
    return [row - 1 for row in holder[1:]]


def _shortest_path(
    costs: list[list[float]], of_row: list[float], of_column: list[float], holder: list[int]
) -> tuple[int, list[int]]:
    """The free column that the row in column 0 reaches at least cost, and by which columns; mends the potentials."""
    wide = len(of_column)
    least, way, seen = [float("inf")] * wide, [0] * wide, [False] * wide
    column = 0
    while holder[column]:
        seen[column] = True
        row, step, following = holder[column], float("inf"), 0
        for other in range(1, wide):
            if not seen[other]:
                reduced = costs[row - 1][other - 1] - of_row[row] - of_column[other]
                if reduced < least[other]:
                    least[other], way[other] = reduced, column
                if least[other] < step:
                    step, following = least[other], other
        for other in range(wide):
            if seen[other]:
                of_row[holder[other]] += step
                of_column[other] -= step
            else:
                least[other] -= step
        column = following
    return column, way
