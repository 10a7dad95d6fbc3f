"""Anki packages put together by hand, so that they can be wrong."""

import io
import json
import sqlite3
import zipfile
from contextlib import closing

import zstandard

TABLES = """
CREATE TABLE col (id integer PRIMARY KEY, crt, mod, scm, ver, dty, usn, ls, conf, models, decks, dconf, tags);
CREATE TABLE notes (id integer PRIMARY KEY, guid, mid, mod, usn, tags, flds, sfld, csum, flags, data);
CREATE TABLE cards (id integer PRIMARY KEY, nid, did, ord, mod, usn, type, queue, due, ivl, factor, reps, lapses,
    left, odue, odid, flags, data);
CREATE TABLE revlog (id integer PRIMARY KEY, cid, usn, ease, ivl, lastIvl, factor, time, type);
"""
BASIC = {
    "1": {
        "type": 0,
        "flds": [{"name": "Front", "ord": 0}, {"name": "Back", "ord": 1}],
        "tmpls": [{"qfmt": "{{Front}}", "afmt": "{{FrontSide}}<hr id=answer>{{Back}}", "ord": 0}],
    }
}


DECKS = {"1": {"name": "D"}}


def database_of(*statements, models=BASIC, decks=None, notes=(("g", "front\x1fback"),), conf="{}"):
    """Return the bytes of a package's database."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(TABLES)
        texts = [
            part if isinstance(part, str) else json.dumps(part) for part in (models, decks or {"1": {"name": "D"}})
        ]
        connection.execute("INSERT INTO col (id, ver, conf, models, decks) VALUES (1, 11, ?, ?, ?)", [conf, *texts])
        for number, (guid, fields) in enumerate(notes, start=1):
            note = [number, guid, fields]
            connection.execute("INSERT INTO notes (id, guid, mid, mod, tags, flds) VALUES (?, ?, 1, 0, '', ?)", note)
            card = [number, number]
            connection.execute("INSERT INTO cards VALUES (?, ?, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, '')", card)
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        return connection.serialize()


def packed(data, member="collection.anki2", media=b"{}", more=(), method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as package:
        package.writestr(member, data)
        if media is not None:
            package.writestr("media", media)
        for name, content in more:
            package.writestr(name, content)
    return out.getvalue()


def entries_of(*names):
    """Return a media map as the newer packages have it."""
    out = b""
    for name in names:
        entry = b"\x0a" + bytes([len(name)]) + name.encode()
        out += b"\x0a" + bytes([len(entry)]) + entry
    return zstandard.compress(out)
