"""Tables of words that a dump wrote down as lines."""

import pytest

from tests.extraction.dialects.page_mark_texts import read, shown


def page(body: str) -> list[str]:
    return shown(read("Sailing boats\n\n" + body)[0])


class TestTablesOfWords:
    HEADER = "Steam Tug /old Rowing Boats Harbor Ferry Harbor Barge"
    ROWS = (
        "Crew Pilots Pilots Rowers Pilots",
        "Hull Type Iron Plates Oak Steel Iron Plates",
        "Loud at sea\n\nNo Yes Yes Yes",
        "Top Speed 12 knots\n\n3 oars per bench up to 8 knots in all\n\nSlow Slow",
        "Toll Paid at the pier\n\nPaid at the pier\n\nCrates + Ropes + Sails\n\nCrates + Berth",
        "Licence Captain Only Mate Mate Mate + Cook",
    )

    def test_every_row_fits_the_columns_that_the_header_names(self) -> None:
        assert page(self.HEADER + "\n\n" + "\n\n".join(self.ROWS)) == [
            "T  | Steam Tug /old | Rowing Boats | Harbor Ferry | Harbor Barge",
            "T Crew | Pilots | Pilots | Rowers | Pilots",
            "T Hull Type | Iron Plates | Oak | Steel | Iron Plates",
            "T Loud at sea | No | Yes | Yes | Yes",
            "T Top Speed | 12 knots | 3 oars per bench up to 8 knots in all | Slow | Slow",
            "T Toll | Paid at the pier | Paid at the pier | Crates + Ropes + Sails | Crates + Berth",
            "T Licence | Captain Only | Mate | Mate | Mate + Cook",
        ]

    @pytest.mark.parametrize(
        "header", ["Steam Tug Rowing Boats Harbor Ferry Barge", "steam tug /old Rowing Boats", "Tug Ferry Tug Ferry"]
    )
    def test_no_table_below_a_header_that_could_be_split_in_several_ways(self, header: str) -> None:
        assert not any(line.startswith("T ") for line in page(header + "\n\n" + "\n\n".join(self.ROWS)))

    def test_no_table_where_few_rows_fit(self) -> None:
        rows = (*self.ROWS[:2], "Anchors Iron Brass", "Flags Red", "Lamps Oil")
        assert not any(line.startswith("T ") for line in page(self.HEADER + "\n\n" + "\n\n".join(rows)))
