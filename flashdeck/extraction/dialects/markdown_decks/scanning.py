"""Reading the rows of a slide from top to bottom into headings, column borders and blocks."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from flashdeck.extraction.dialects.markdown_decks import html_blocks, lists, markup, tables, wrappers
from flashdeck.extraction.dialects.markdown_decks.cutting import heading_level
from flashdeck.extraction.dialects.markdown_decks.flavour import Flavour
from flashdeck.extraction.dialects.markdown_decks.parts import Break, Heading, Part
from flashdeck.extraction.dialects.markdown_decks.rows import Row, Where
from flashdeck.extraction.model import Bullet, BulletList, Code, NoiseReason, Paragraph

_ATX: Final = re.compile(r"#{1,6}\s*+((?>(?:\S|\s++(?!#+\Z))*))(?:\s+#+)?\Z")
_HTML_HEADING: Final = re.compile(r"<h([1-6])\b[^<>]*>(.*)</h[1-6]>\Z", re.IGNORECASE)
_UNDERLINE: Final = re.compile(r"(?:=+|-{2,})\Z")
_DEFINITION: Final = re.compile(r"[:~]\s+(\S.*)\Z")
_QUOTE: Final = re.compile(r"(?:> ?)+")
_ALERT: Final = re.compile(r"\[!\w+\]")
_CREDITED: Final = re.compile(r"(?:—|–|--|&mdash;|-)\s*\S|.*<cite\b")
_CAPTION: Final = re.compile(r"(?:an? )?(?:example|sample|beispiel|listing|output|ausgabe)\b(?!.*[.:=])", re.IGNORECASE)
_MASKED: Final = re.compile(r"\b[A-Za-z]\*{3,}[A-Za-z]")
"""A word that is masked with stars: a remark, no knowledge."""
_FORMULA: Final = re.compile(r"\$\$.+\$\$[.,]?\Z")
_FOOTNOTE_MARKS: Final = ("\\*", "†", "*)")
_DRAWN: Final = frozenset({"mermaid", "plantuml", "dot", "graphviz", "ditaa", "puml"})
_LONGEST_HEADING: Final = 14
"""Words from which a heading below the title is a sentence in a larger type."""
_SHORTEST_SENTENCE: Final = 5
_CODE_INDENT: Final = 4


class Scanner:
    """Sorts rows into parts; `noise` tells which rows are no knowledge, and why."""

    def __init__(self, rows: Sequence[Row], flavour: Flavour) -> None:
        self.parts: list[Part] = []
        self.noise: dict[int, NoiseReason] = {}
        self._rows = rows
        self._flavour = flavour
        self._paragraph: list[Row] = []
        self._list: lists.ListBuilder | None = None
        self._codes: list[Code] = []
        self._searched: dict[str, int] = {}
        self._classes: list[frozenset[str]] = []
        self._defined: dict[int, list[Bullet]] = {}  # place in the parts -> terms with their meanings
        self._has_heading = False
        self._readers: tuple[Callable[[int], int], ...] = (
            self._take_code,
            self._take_silent_div,
            self._take_wrapper,
            self._take_aside,
            self._take_html,
            self._take_heading,
            self._take_underlined,
            self._take_table,
            self._take_definition,
            self._take_quote,
            self._take_item,
            self._take_text,
        )

    def read(self) -> list[Part]:
        """Return the parts in order."""
        index = 0
        while index < len(self._rows):
            for reader in self._readers:
                end = reader(index)
                if end > index:
                    index = end
                    break
        self._close()
        for place, items in self._defined.items():
            self.parts[place] = BulletList(items=tuple(items))
        return self.parts

    def _close_paragraph(self) -> None:
        if self._paragraph:
            rows, self._paragraph = self._paragraph, []
            reason = self._aside_reason(rows)
            if reason is not None:
                self._drop(rows, reason)
                return
            texts = lists.segments(rows, [row.text for row in rows])
            self.parts.extend(Paragraph(text=text) for text in texts)

    def _aside_reason(self, rows: Sequence[Row]) -> NoiseReason | None:
        """Return why a paragraph is no knowledge: a footnote, nothing but a link, or what says what code is shown."""
        text = " ".join(row.text for row in rows)
        if text.startswith(_FOOTNOTE_MARKS):
            return NoiseReason.FOOTER
        if wrappers.is_reference(text):
            return NoiseReason.LINK_TARGET
        follows_code = bool(self.parts) and isinstance(self.parts[-1], Code)
        if follows_code and _CAPTION.match(text.rstrip(".")) and len(text.split()) <= _LONGEST_HEADING:
            return NoiseReason.PICTURE_PROSE
        return None

    def _close(self) -> None:
        """End the paragraph and the list that are open."""
        self._close_paragraph()
        if self._list is not None:
            found = self._list.build()
            self.parts.extend([found] if found else [])
            self._list = None
        self.parts.extend(self._codes)
        self._codes = []

    def _drop(self, rows: Sequence[Row], reason: NoiseReason) -> None:
        self._close_paragraph()
        self.noise.update(dict.fromkeys((row.number for row in rows), reason))

    def _take_code(self, index: int) -> int:
        row = self._rows[index]
        if row.where is Where.COMMENT:
            self._drop([row], NoiseReason.SETTING)
            return index + 1
        if row.where in (Where.FENCE, Where.CODE):
            return self._take_fence(index)
        if _FORMULA.match(row.text):
            return self._add_code(index, index + 1)
        if row.text == "$$":
            end = next((end for end in range(index + 1, len(self._rows)) if self._rows[end].text == "$$"), index)
            return self._add_code(index, end + 1) if end > index else index
        opens = row.indent >= _CODE_INDENT and self._list is None and not self._paragraph
        if not opens or (not row.gap and index and self._rows[index - 1].number not in self.noise):
            return index
        end = index + 1
        while end < len(self._rows) and self._rows[end].is_text and self._rows[end].indent >= _CODE_INDENT:
            end += 1
        return self._add_code(index, end)

    def _take_fence(self, index: int) -> int:
        end = index + 1
        while end < len(self._rows) and self._rows[end].where is Where.CODE:
            end += 1
        if self._rows[index].where is Where.FENCE and end < len(self._rows) and self._rows[end].where is Where.FENCE:
            end += 1
        language = re.match(r"[`~]+\s*\{?[.]?(\w*)", self._rows[index].text)
        if language is not None and language.group(1).lower() in _DRAWN:
            self._drop(self._rows[index:end], NoiseReason.DIAGRAM_LABEL)
            return end
        return self._add_code(index, end)

    def _add_code(self, start: int, end: int) -> int:
        self._close_paragraph()
        rows = [row for row in self._rows[start:end] if row.where is not Where.FENCE and row.text != "$$"]
        if rows:
            least = min(row.indent for row in rows)
            source = "".join("\n" * (row.gap + 1) + " " * (row.indent - least) + row.text for row in rows).lstrip("\n")
            self._codes.append(Code(source=source, first_line=rows[0].number, last_line=rows[-1].number))
        if self._list is None:
            self._close()
        return end

    def _take_silent_div(self, index: int) -> int:
        div = wrappers.div_of(self._rows[index])
        if div is None:
            return index
        self._close()
        if not div.opens or not wrappers.is_silent(div.names):
            self._drop([self._rows[index]], NoiseReason.SETTING)
            if div.opens and wrappers.is_column(div.names):
                self.parts.append(Break())
            return index + 1
        depth, end = 1, index + 1
        while end < len(self._rows) and depth:
            inner = wrappers.div_of(self._rows[end])
            depth += 0 if inner is None else 1 if inner.opens else -1
            end += 1
        self._drop(self._rows[index:end], NoiseReason.CREDIT)
        return end

    def _take_wrapper(self, index: int) -> int:
        """Take a row of remark's classes or of a slot; what stands inside on the same row is read again."""
        row = self._rows[index]
        if wrappers.is_slot(row):
            self._close()
            self._drop([row], NoiseReason.SETTING)
            self.parts.append(Break())
            return index + 1
        if row.text.strip("]") == "" and self._classes and row.is_text:
            self._close()
            del self._classes[-len(row.text) :]
            self._drop([row], NoiseReason.SETTING)
            return index + 1
        opened = wrappers.remark_class(row, self._flavour)
        if opened is not None:
            return self._open_class(index, *opened)
        if any(map(wrappers.is_silent, self._classes)):
            self._drop([row], NoiseReason.FOOTER)
            return index + 1
        return index

    def _open_class(self, index: int, names: frozenset[str], inside: str, stays_open: bool) -> int:
        row = self._rows[index]
        self._close()
        if wrappers.is_column(names):
            self.parts.append(Break())
        if stays_open:
            self._classes.append(names)
        if not inside or wrappers.is_silent(names):
            self._drop([row], NoiseReason.FOOTER if wrappers.is_silent(names) else NoiseReason.SETTING)
            return index + 1
        inside_row = replace(row, text=inside)
        reason = self._aside_reason([inside_row])
        if reason is not None:
            self._drop([row], reason)
            return index + 1
        inner = Scanner([inside_row], self._flavour)
        self.parts.extend(inner.read())
        self.noise.update(inner.noise)
        return index + 1

    def _take_aside(self, index: int) -> int:
        """Take pictures, link targets, commands, tags without words, and the two dashes of a step."""
        row = self._rows[index]
        end = wrappers.raw_end(self._rows, index, self._searched)
        if end > index:
            self._drop(self._rows[index:end], NoiseReason.SETTING)
            return end
        reason = wrappers.reason_of(row)
        if reason is None and self._flavour is Flavour.REMARK and index and wrappers.is_property(row):
            above = self._rows[index - 1]
            is_head = above.text == "--" or self.noise.get(above.number) is NoiseReason.SETTING
            reason = NoiseReason.SETTING if is_head else None
        if reason is None and (row.text == "--" or row.text.startswith("--->")):
            reason = NoiseReason.SETTING
        if reason is None and not any(character.isalnum() for character in row.text) and "|" not in row.text:
            reason = None if row.text.startswith("#") or _UNDERLINE.match(row.text) else NoiseReason.EMPTY
        if reason is None or html_blocks.html_end(self._rows, index) > index:
            return index
        if reason is NoiseReason.LINK_TARGET and row.gap == 0:
            self._drop_caption()
        self._drop([row], reason)
        return index + 1

    def _drop_caption(self) -> None:
        """Drop the line that names the address under it (`The harbour's timetable:<br>`)."""
        above = self._paragraph[-1] if self._paragraph else None
        if above is None or len(above.text.split()) > _LONGEST_HEADING or above.text.rstrip().endswith("."):
            return
        if len(self._paragraph) == 1 or lists.breaks_after(self._paragraph[-2], above):
            self._paragraph.pop()
            self.noise[above.number] = NoiseReason.REFERENCE

    def _take_html(self, index: int) -> int:
        end = html_blocks.html_end(self._rows, index)
        if end > index:
            self._close()
            self.parts.extend(html_blocks.read_html(self._rows[index:end]))
        return end

    def _take_heading(self, index: int) -> int:
        row = self._rows[index]
        level = heading_level(row)
        tagged = _HTML_HEADING.match(row.text)
        found = _ATX.match(row.text) if level else None
        if found is None and tagged is None:
            return index
        words = found.group(1) if found else tagged.group(2) if tagged else ""
        return self._add_heading(index, index + 1, words, level or int(tagged.group(1) if tagged else 1))

    def _add_heading(self, start: int, end: int, words: str, level: int) -> int:
        self._close()
        text = markup.parse(words, self._rows[start].number, self._rows[start].number)
        if text.plain.startswith(("http://", "https://")):
            self._drop(self._rows[start:end], NoiseReason.LINK_TARGET)
        elif self._has_heading and (len(text.plain.split()) > _LONGEST_HEADING or _is_sentence(text.plain)):
            self.parts.append(Paragraph(text=text))
        else:
            self._has_heading = True
            self.parts.append(Heading(text=text, level=level))
        return end

    def _take_underlined(self, index: int) -> int:
        """Take a heading that is underlined by equals signs or dashes."""
        if index + 1 >= len(self._rows) or self._paragraph or self._list is not None:
            return index
        row, below = self._rows[index], self._rows[index + 1]
        if not below.is_text or below.gap or _UNDERLINE.match(below.text) is None or lists.marker_of(row) is not None:
            return index
        if not any(character.isalnum() for character in row.text) or "|" in row.text or row.text.startswith(">"):
            return index
        return self._add_heading(index, index + 2, row.text, 1 if below.text.startswith("=") else 2)

    def _take_table(self, index: int) -> int:
        end = tables.table_end(self._rows, index)
        if end > index:
            self._close()
            self.parts.extend(tables.read_table(self._rows[index:end]))
        return end

    def _take_definition(self, index: int) -> int:
        """Take what a term on the row above means (`: meaning`)."""
        found = _DEFINITION.match(self._rows[index].text)
        if found is None or len(self._paragraph) != 1:
            return index
        end = index + 1
        while end < len(self._rows) and self._goes_on(end):
            end += 1
        rows = self._rows[index:end]
        term, self._paragraph = markup.text_of(self._paragraph), []
        meaning = lists.segments(rows, [found.group(1), *(row.text for row in rows[1:])])
        bullet = Bullet(text=term, body=tuple(meaning))
        last = len(self.parts) - 1
        if last in self._defined:
            self._defined[last].append(bullet)
        else:
            self._close()
            self._defined[len(self.parts)] = [bullet]
            self.parts.append(BulletList(items=()))
        return end

    def _goes_on(self, index: int) -> bool:
        row = self._rows[index]
        return row.is_text and row.gap == 0 and not _DEFINITION.match(row.text) and not heading_level(row)

    def _take_quote(self, index: int) -> int:
        """Take a quotation; one that names whom it quotes decorates the slide."""
        end = index
        while end < len(self._rows) and self._rows[end].is_text and self._rows[end].text.startswith(">"):
            end += 1
        if end == index:
            return index
        rows = [replace(row, text=_QUOTE.sub("", row.text, count=1).strip()) for row in self._rows[index:end]]
        self._close()
        if any(_CREDITED.match(row.text) for row in rows[1:]):
            self._drop(self._rows[index:end], NoiseReason.CREDIT)
            return end
        inner = Scanner([row for row in rows if row.text and not _ALERT.match(row.text)], self._flavour)
        self.parts.extend(inner.read())
        self.noise.update(inner.noise)
        return end

    def _take_item(self, index: int) -> int:
        row = self._rows[index]
        marker = lists.marker_of(row)
        if marker is not None and _MASKED.search(marker.text):
            self._drop([row], NoiseReason.SPEAKER_NOTE)
            return index + 1
        if marker is None or (self._paragraph and marker.number not in {None, 0, 1}):
            return index
        self._close_paragraph()
        if wrappers.is_pointer(marker.text) or wrappers.is_cited(marker.text):
            self._drop([row], NoiseReason.LINK_TARGET)
            return index + 1
        if self._codes and self._list is not None and not self._list.is_like(marker, row.indent):
            self._close()
        if self._list is None:
            self._list = lists.ListBuilder()
        self._list.add(row, marker)
        return index + 1

    def _take_text(self, index: int) -> int:
        row = self._rows[index]
        above = self._rows[index - 1] if index else None
        is_close = above is not None and above.number + 1 == row.number and above.is_text
        is_close = is_close and row.number - 1 not in self.noise
        if self._list is not None:
            if is_close:
                self._list.go_on(row)
                return index + 1
            if self._list.holds(row.indent):
                self._list.add_body(row)
                return index + 1
            self._close()
        if self._paragraph and not is_close:
            self._close_paragraph()
        self._paragraph.append(row)
        return index + 1


def _is_sentence(plain: str) -> bool:
    return plain.endswith(".") and not plain.endswith("..") and len(plain.split()) >= _SHORTEST_SENTENCE
