"""Invented decks, one for each program, and a short way to say what is on a slide."""

from flashdeck.extraction.dialects.markdown_decks import DIALECT
from flashdeck.extraction.model import Bullet, BulletList, Code, Paragraph, Slide, Table
from flashdeck.extraction.text.lines import split_lines

MARP = """---
marp: true
theme: harbour
---

# Tides and Harbours

## A course for pilots

---

# What moves the water?

- The **moon** pulls the sea
- The sun helps:
  - spring tide: sun and moon in line
  - neap tide: sun and moon at right angles

<!-- Let the class guess first. -->

---

# Tide tables

| Harbour | Range | Lock |
|---------|-------|------|
| Brack   | 7 m   | yes  |
| Ostholm | 2 m   | no   |

---

# Reading a gauge

```sh
# not a title
gauge --read
---
```

1) **Find the mark**

```sh
gauge --mark
```

2) **Read the scale**

---

![bg right](tide.png)

---

# Thank you!
"""

REVEAL = """---
title: Sails
---

# {{ page.title }}

Wind and cloth <!-- .element: class="subtitle" -->

**Notes:**

Greet everybody.

---

## Mainsail

A **mainsail** is the sail behind the [mast][m].

--

### Reefing

<img src="reef.png" />

Note:
Reefing makes the sail smaller in strong wind. We show it on the next slide.

--

### Battens

Stiff strips keep the leech flat, and keep the sail from fluttering in the breeze all day long.

Note: Ask who has sewn one.

---

## Headsail

- **Genoa**
- **Jib**

Note:
- **Genoa:** overlaps the mast and pulls hard in light wind
- **Jib:** stays before the mast and is easy to tack

---

## References

- [The Book of Sails][m]

[m]: https://sails.example/mast
"""

REMARK = """name: cover
class: center, middle

# Knots
## for beginners

???
Say hello.

---
layout: true

.footer[
- Rope School
]

---
name: part-one
class: title
# Chapter 1
## Loops

---
name: bowline
# Bowline
* holds a fixed loop
--

* comes loose after load

???
We tie it together now.

---
name: bowline-2
# Bowline
* holds a fixed loop
* comes loose after load
* is tied with one hand

---
class: compact
# Hitches
.left-column[
A hitch ties a rope to a post.
]
.right-column[
**clove hitch** - slips under load.<br>
**half hitch** - secures another knot.<br>
]

.small[
\\* Sailors say "bend" for a knot between two ropes.
]
"""

SLIDEV = """---
theme: seriph
title: Charts
---

# Charts

A chart shows depths, marks and dangers of the sea.

---
layout: two-cols
title: Soundings
level: 2
---

# [Soundings](https://charts.example/soundings)

A sounding is a depth below chart datum

<v-clicks>

- Metres are printed large
- Decimetres are printed small

</v-clicks>

::right::

<<< @/snippets/sounding.yaml

<NoteBox type="Alert" v-click>

Drying heights are underlined. [Read more](https://charts.example/drying)

</NoteBox>

<!--
Point at the bank in the north.
-->

---
title: Marks
level: 2
---

<dl v-click="2">
  <dt><code>Port</code> hand</dt>
  <dd>A red can that stays to the left on entering</dd>
  <dt>Starboard hand</dt>
  <dd>A green cone that stays to the right on entering</dd>
</dl>
"""

PANDOC = """---
title: Anker und Ketten
author: Hafenschule
---

# Ankerarten

::: notes
Ein Stockanker hält auf felsigem Grund. Fragen Sie die Gruppe.
:::

![](anker.png){width="80%"}

# Kettenlänge {.smaller}

:::: {.columns}
::: {.column width="50%"}
Faustregel:

-   dreifache Wassertiefe bei
    ruhigem Wetter
-   fünffache Wassertiefe bei Sturm
:::
::: {.column width="50%"}
    kette --tiefe 5
:::
::::

. . .

Kettenglied
:   ein Ring der Kette

::: notes
## Begriffe

-   **Vorlauf**: das Stück Kette zwischen Anker und Leine.
-   **Schäkel**: der Bügel, der Kette und Anker verbindet.
:::

::::: notes
# Bonus: Ankerball

Der Ankerball zeigt am Tag, dass ein Schiff vor Anker liegt.
:::::
"""

README = """# quayside

[![build](https://ci.example/badge.svg)](https://ci.example)

A tool that books berths.

---

## Installation

Run `pip install quayside`.

---

## Usage

```sh
quayside book --berth 4
```

---

## Contributing

Pull requests are welcome.

---

## License

MIT
"""

CHANGELOG = "# Changelog\n\n## [Unreleased]\n\n" + "\n\n".join(
    f"## [{version}.0.0]\n\n### Added\n\n- Berth {version}\n- Crane {version}" for version in range(9, 0, -1)
)

BLOG = """---
title: A night at sea
date: 2031-05-01
tags: [sailing]
---

We left at dusk, and the wind was kind to us for once, which nobody on board had dared to hope for that week.

---

Later the rain came down so hard that the log book got wet, and with it the only sketch of the bay that we had.

## Morning

The harbour master was already up and waved us in, though the lights had not yet been switched off on the mole.

---

See you next time.
"""


def read(text: str) -> tuple[Slide, ...]:
    """Return the slides of a deck."""
    return DIALECT.read(split_lines(text))


def said(slide: Slide) -> list[object]:
    """Return the groups of a slide: a heading as `= words`, items as nested lists, code as `$ source`."""
    found: list[object] = []
    for group in slide.groups:
        found.extend([f"= {group.heading.plain}"] if group.heading else [])
        for block in group.blocks:
            match block:
                case Paragraph():
                    found.append(block.text.plain)
                case BulletList():
                    found.append([_item(item) for item in block.items])
                case Code():
                    found.append(f"$ {block.source}")
                case Table():
                    found.append(tuple(tuple(cell.plain for cell in row) for row in (block.header or (), *block.rows)))
    return found


def _item(item: Bullet) -> object:
    words = f"{item.number}. {item.text.plain}" if item.number is not None else item.text.plain
    words = " | ".join([words, *(text.plain for text in item.body)])
    return (words, [_item(child) for child in item.children]) if item.children else words
