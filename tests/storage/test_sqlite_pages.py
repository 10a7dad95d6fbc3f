"""Records read from pages are those that SQLite wrote; damaged bytes yield fewer, never a crash."""

import sqlite3
import struct
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flashdeck.storage.sqlite_pages import PAGE_SIZE, records

values = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.sampled_from([0, 1, 127, -128, 2**15, -(2**15), 2**23, 2**31, 2**47, 2**55]),
    st.floats(allow_nan=False).filter(lambda number: not number.is_integer()),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40),
    st.binary(max_size=40),
    st.integers(1, 9_000).map(lambda size: "x" * size),
)
rows = st.lists(st.tuples(values, values), max_size=12)
quiet = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])


def written(path, rows) -> bytes:
    """The bytes of a database with the rows in a table."""
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a, b)")
        connection.executemany("INSERT INTO t (a, b) VALUES (?, ?)", rows)
        connection.commit()
    return path.read_bytes()


@quiet
@given(rows)
def test_every_row_comes_back(tmp_path_factory, rows):
    data = written(tmp_path_factory.mktemp("pages") / "t.db", rows)
    (schema, *_) = records(data)
    assert schema[1][:3] == ("table", "t", "t")  # on the first page, behind the header of the file
    found = [(rowid, *row[1:]) for rowid, row in records(data) if len(row) == 3]
    assert sorted(found, key=lambda row: row[0]) == [(number, *row) for number, row in enumerate(rows, start=1)]


@quiet
@given(rows, st.data())
def test_damage_leaves_out_what_it_hits_and_breaks_nothing(tmp_path_factory, rows, data):
    content = bytearray(written(tmp_path_factory.mktemp("pages") / "t.db", rows))
    for _ in range(data.draw(st.integers(1, 30))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    list(records(bytes(content[: data.draw(st.integers(0, len(content)))])))


@given(st.binary(max_size=300))
def test_noise_is_no_record_or_some_but_no_crash(noise):
    page = bytearray(PAGE_SIZE)
    page[: len(noise)] = noise
    list(records(bytes(PAGE_SIZE) + bytes(page)))


@pytest.mark.parametrize("size", [*range(4040, 4075), *range(4550, 4600), *range(8100, 8200, 3)])
def test_a_row_comes_back_whatever_part_of_it_stands_on_its_page(tmp_path, size):
    data = written(tmp_path / "t.db", [("x" * size, None)])
    assert (1, (None, "x" * size, None)) in list(records(data))


def leaf(cell: bytes) -> bytes:
    """An empty first page, and a page of a table with one cell."""
    page = bytearray(PAGE_SIZE)
    page[0] = 0x0D
    struct.pack_into(">H", page, 3, 1)
    struct.pack_into(">H", page, 8, 100)
    page[100 : 100 + len(cell)] = cell
    return bytes(PAGE_SIZE) + bytes(page)


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        (b"\x03\x07\x02\x01\x2a", [(7, (42,))]),
        (b"\x03\x07\x02\x0a\x2a", []),  # a serial type that is reserved
        (b"\x04\x07\x02\x01\x2a\x00", []),  # a byte too many
        (b"\x03\x07\x02\x0f\xff", []),  # text that is none
        (b"\x84\x80\x80\x80\x00\x07\x02\x01\x2a", []),  # a payload of a gibibyte
        (b"\xff\xff\xff\xff\xff\xff\xff\xff\xff\x07", []),  # a number of nine bytes
        (b"\xa0\x00\x07" + b"\x03\xc0\x06" + bytes(486 + 4), []),  # goes on on the page before the first
        (b"\xbf\x00\x07" + b"\x02\x01\x2a", []),  # overflows to a page that is none
    ],
)
def test_what_a_cell_says_is_believed_only_when_it_fits(cell, found):
    assert list(records(leaf(cell))) == found


def test_a_cell_that_runs_over_its_page_is_none():
    data = bytearray(leaf(b""))
    struct.pack_into(">H", data, PAGE_SIZE + 8, PAGE_SIZE - 3)
    data[-3:] = b"\x7f\x07\x02"
    assert list(records(bytes(data))) == []
