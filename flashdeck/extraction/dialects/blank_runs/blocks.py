"""Runs to groups: which plain line is a heading, a definition, a paragraph, an item of a list or a mere label."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from flashdeck.extraction.dialects.blank_runs import drafts, forms, roles
from flashdeck.extraction.dialects.blank_runs.code import heading_of, source_of
from flashdeck.extraction.dialects.blank_runs.drafts import Draft
from flashdeck.extraction.dialects.blank_runs.items import DEEPEST, Item, items_of
from flashdeck.extraction.dialects.blank_runs.runs import PICTURE_GAP, Form, Run, is_unfinished, text_of, texts_of
from flashdeck.extraction.dialects.blank_runs.tables import table_of
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Block, Code, Group, Paragraph, Text
from flashdeck.extraction.text import inline

_LONGEST_ANNOUNCEMENT: Final = 8
_LONGEST_LOWER_HEADING: Final = 4
_FEWEST_IN_ROW: Final = 3
_PROBLEM: Final = re.compile(r"(?:Problem|Issue|Challenge)s?\b", re.IGNORECASE)
_REMEDY: Final = re.compile(r"(?:Solution|Fix|Remedy|Cause|Reason|Workaround)s?:", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The groups of a slide, and the numbers of the lines that turned out to be labels of a picture."""

    groups: tuple[Group, ...]
    labels: frozenset[int]


def build(runs: Sequence[Run]) -> Content:
    """Return the groups that the runs form."""
    return _Builder(runs).build()


class _Builder:
    """Walks over the runs once; every decision looks at the neighbours only."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self._runs = runs
        self._roles = roles.Roles(runs)
        self._drafts: list[Draft] = [Draft()]
        self._labels: set[int] = set()
        self._level: list[Item] = []
        self._owner: Item | None = None
        self._is_single = False

    def build(self) -> Content:
        if roles.are_all_labels(self._runs) and not roles.waits_for_list(self._runs[0].text.plain):
            items = [Item(text=run.text) for run in self._runs]
            return Content(groups=(Draft(blocks=[items]).frozen(),), labels=frozenset())
        index = 0
        while index < len(self._runs):
            index += self._take(index)
        last = self._runs[-1].text if self._runs and self._runs[-1].lines[-1].number in self._labels else None
        groups, bare = drafts.groups_of(self._drafts, last)
        return Content(groups=groups, labels=frozenset(self._labels) | bare)

    def _take(self, index: int) -> int:
        """Place the run and return how many runs are done."""
        run = self._runs[index]
        match run.form:
            case Form.CODE:
                self._take_code(index)
            case Form.TABLE:
                self._blocks.append(table_of(run.lines))
            case Form.LIST:
                self._take_list(index)
            case Form.ARROW:
                self._take_arrow(index)
            case Form.PLAIN:
                return self._take_plain(index)
        return 1

    @property
    def _blocks(self) -> list[Block | list[Item]]:
        return self._drafts[-1].blocks

    def _open(self, heading: Text, gap: int = 0) -> None:
        self._drafts.append(Draft(heading=heading, gap=gap))

    def _item(self) -> Item | None:
        """The last item, while nothing but the list stands at the end of the group."""
        if self._blocks and isinstance(self._blocks[-1], list):
            return self._blocks[-1][-1].deepest()
        return None

    def _depth(self) -> int:
        """Levels from the list down to its last item."""
        block = self._blocks[-1]
        depth = 0
        while isinstance(block, list) and block:
            block = block[-1].children
            depth += 1
        return depth

    def _take_code(self, index: int) -> None:
        run = self._runs[index]
        source = source_of(run.lines)
        heading = heading_of(source)
        if heading and self._roles.form_after(index) is Form.CODE:
            self._open(inline.parse(heading, run.lines[0].number, run.lines[-1].number))
        elif source.strip():
            self._blocks.append(Code(source=source, first_line=run.lines[0].number, last_line=run.lines[-1].number))

    def _take_list(self, index: int) -> None:
        run = self._runs[index]
        last = self._item()
        fresh = items_of(run.lines)
        if self._drafts[-1].holds_its_list:
            self._drafts.append(Draft())
        if last is None:
            self._level, self._owner = fresh, None
            self._blocks.append(fresh)
        elif self._owns(last, fresh, index):
            last.children.extend(fresh)
            if not roles.is_arrow_item(fresh[0].text):
                self._level, self._owner = last.children, last
        else:
            self._leave_owner_for(fresh)
            self._level.extend(fresh)
        self._is_single = len(fresh) == 1 and not fresh[0].children

    def _leave_owner_for(self, fresh: Sequence[Item]) -> None:
        """Go back to the list itself when the next item is a name like the owner of the current level."""
        top = self._blocks[-1]
        if self._owner is None or not isinstance(top, list):
            return
        is_name = roles.is_name(fresh[0].text)
        if is_name if roles.is_name(self._owner.text) else len(fresh) == 1:
            self._level, self._owner = top, None

    def _owns(self, owner: Item, fresh: list[Item], index: int) -> bool:
        """Return whether a bullet that is only a name has its items on its own level, after a blank line."""
        if owner.indent != fresh[0].indent or self._depth() > DEEPEST:
            return False
        if owner.body:
            return self._explains_further(owner, fresh, index)
        if owner.children or self._roles.form_before(index) is not Form.LIST:
            return False
        if roles.is_arrow_item(fresh[0].text):
            return self._is_single and roles.is_term(owner.text) and not roles.is_arrow_item(owner.text)
        return not roles.is_name(fresh[0].text) and (
            owner.text.plain.endswith(":")
            or (self._is_single and roles.is_strong(owner.text))
            or (self._is_single and roles.is_term(owner.text) and len(fresh) > 1)
        )

    def _explains_further(self, owner: Item, fresh: Sequence[Item], index: int) -> bool:
        """Return whether the items belong to a bullet with a body: it breaks off, or they are terms."""
        if is_unfinished(owner.body[-1].text):
            return True
        return (
            roles.is_name(owner.text)
            and self._roles.form_before(index) is Form.PLAIN
            and len(fresh) > 1
            and all(roles.is_term(item.text) and not roles.is_name(item.text) and item.is_bare for item in fresh)
        )

    def _take_arrow(self, index: int) -> None:
        item = self._item()
        run = self._runs[index]
        if self._roles.is_heading(index):
            self._open(_without_arrow(texts_of(run.lines)[0]))
        elif (
            item is not None
            and item.is_bare
            and self._is_single
            and roles.is_term(item.text)
            and self._roles.form_before(index) is Form.LIST
        ):
            item.body.extend(run.lines)
        else:
            self._blocks.extend(Paragraph(text=text) for text in texts_of(run.lines))

    def _take_plain(self, index: int) -> int:
        run = self._runs[index]
        taken = (
            self._take_remedy(index)
            or self._take_enumeration(index)
            or self._take_row(index)
            or self._take_parallel(index)
        )
        if taken:
            return taken
        item = self._item()
        if item is not None and (self._defines(item, index) or self._goes_on(item, index)):
            item.body.extend(run.lines)
        elif roles.has_own_heading(run) and self._is_own_group(index):
            self._open(text_of(run.lines[:1]), run.gap)
            self._blocks.extend(Paragraph(text=text) for text in texts_of(run.lines[1:]))
            self._drafts[-1].is_whole = True
        elif self._is_headed_sentence(run):
            self._blocks.extend(Paragraph(text=text) for text in texts_of(run.lines))
        elif self._heads_headings(index):
            self._drafts.append(Draft(heading=run.text, heads_headings=True))
        elif self._roles.is_heading(index):
            self._open(run.text, run.gap)
        elif roles.is_sentence(run):
            if self._drafts[-1].heading is not None and item is not None:
                self._drafts.append(Draft())  # behind a list, it speaks of the slide again
            self._blocks.extend(Paragraph(text=text) for text in texts_of(run.lines))
        else:
            self._labels.update(line.number for line in run.lines)
        return 1

    def _take_remedy(self, index: int) -> int:
        """Keep `Solution:` with the problem above it, also when its words stand in the next run."""
        item = self._item()
        lines = self._runs[index].lines
        if item is None or not _PROBLEM.match(item.text.plain) or not _REMEDY.match(lines[0].text):
            return 0
        if len(lines) == 1 and lines[0].text.endswith(":") and self._roles.form_after(index) is Form.PLAIN:
            item.body.extend((*lines, *self._runs[index + 1].lines))
            return 2
        item.body.extend(lines)
        return 1

    def _take_enumeration(self, index: int) -> int:
        """Take short plain lines as items when the words before them wait for a list."""
        run = self._runs[index]
        item = self._item()
        if item is not None and item.is_bare and roles.waits_for_list(item.text.plain):
            labels = self._roles.items_from(index)
            is_lone = len(labels) == 1 and not self._roles.is_heading(index) and is_unfinished(item.text.plain)
            if len(labels) > 1 or is_lone:
                item.children.extend(Item(text=label.text, indent=item.indent + 1) for label in labels)
                return len(labels)
        if roles.waits_for_list(run.text.plain):
            labels = self._roles.items_from(index + 1)
            if len(labels) > 1:
                self._open(run.text)
                self._level, self._owner = [Item(text=label.text) for label in labels], None
                self._blocks.append(self._level)
                return 1 + len(labels)
        return 0

    def _take_row(self, index: int) -> int:
        """Take short plain lines between two lists as the end of the bullet before them, or as labels of a picture.

        None of so many heads the list behind them: that goes on with what the list before them spoke of.
        """
        labels = self._roles.items_from(index)
        if len(labels) < _FEWEST_IN_ROW or self._roles.form_before(index) is not Form.LIST:
            return 0
        if self._roles.form_after(index + len(labels) - 1) is not Form.LIST:
            return 0
        item = self._item()
        if (
            item is not None
            and item.is_bare
            and roles.is_open_clause(item.text)
            and all(run.words == 1 for run in labels)
        ):
            named = ", ".join(run.text.plain for run in labels)
            item.text = replace(item.text, plain=f"{item.text.plain} {named}", last_line=labels[-1].text.last_line)
        else:
            self._labels.update(line.number for label in labels for line in label.lines)
        return len(labels)

    def _take_parallel(self, index: int) -> int:
        """Take a name with a few words below it, once the group before has been a name with a sentence."""
        draft = self._drafts[-1]
        if draft.heading is None or not draft.blocks or not all(isinstance(block, Paragraph) for block in draft.blocks):
            return 0
        if not self._roles.is_named_phrase(index):
            return 0
        self._open(self._runs[index].text)
        self._blocks.extend(Paragraph(text=text) for text in texts_of(self._runs[index + 1].lines))
        return 2

    def _is_own_group(self, index: int) -> bool:
        """Return whether a run that opens with its heading holds all of its group: no list follows, or one like it."""
        before = self._runs[index - 1] if index > 0 else None
        is_second = before is not None and before.form is Form.PLAIN and roles.has_own_heading(before)
        return is_second or self._roles.form_after(index) is not Form.LIST

    def _heads_headings(self, index: int) -> bool:
        """Return whether the run stands apart as the heading of headings that take up its words (`Key Storage`)."""
        if self._roles.form_after(index) is not Form.PLAIN:
            return False
        run, follower = self._runs[index : index + 2]
        return (
            run.gap >= PICTURE_GAP > follower.gap
            and roles.could_head(run)
            and self._roles.is_heading(index + 1)
            and bool(terms.stems(run.text.plain) & terms.stems(follower.text.plain))
        )

    def _defines(self, item: Item, index: int) -> bool:
        """Return whether the run explains the item before it rather than heads what follows."""
        run = self._runs[index]
        if not item.is_bare or self._roles.form_before(index) is not Form.LIST or run.gap > PICTURE_GAP:
            return False
        if run.text.plain.endswith(":") and run.words <= _LONGEST_ANNOUNCEMENT:
            return False
        if item.text.plain.endswith(":"):
            return _PROBLEM.match(item.text.plain) is not None or not self._roles.is_short_heading(index)
        if _PROBLEM.match(item.text.plain):
            return roles.is_sentence(run) and not self._roles.is_heading(index)
        if not roles.is_term(item.text):
            return False
        if roles.is_strong(item.text):
            return not self._roles.is_short_heading(index)
        is_longer = run.words > forms.word_count(item.text.plain) or roles.ends_sentence(run)
        return self._is_single and (is_longer or self._explained_before())

    def _explained_before(self) -> bool:
        """Return whether the item before the last one of the list is a term with its explanation below."""
        block = self._blocks[-1]
        return isinstance(block, list) and len(block) > 1 and bool(block[-2].body) and roles.is_term(block[-2].text)

    def _goes_on(self, item: Item, index: int) -> bool:
        """Return whether the run is one more sentence about the item that the run before it explains."""
        run = self._runs[index]
        if not item.body or item.body[-1].number != self._runs[index - 1].lines[-1].number:
            return False
        if self._roles.form_before(index) is not Form.PLAIN:
            return False
        is_remark = item.body[-1].text.startswith("(") and item.body[-1].text.endswith(")")
        return roles.is_sentence(run) if is_remark else roles.ends_sentence(run) and not self._roles.is_heading(index)

    def _is_headed_sentence(self, run: Run) -> bool:
        """Return whether the run is the first thing said below a heading, too long to be another one."""
        draft = self._drafts[-1]
        return (
            draft.heading is not None
            and not draft.blocks
            and run.words > _LONGEST_LOWER_HEADING
            and roles.is_sentence(run)
        )


def _without_arrow(text: Text) -> Text:
    return Text(plain=text.plain.lstrip("⇒→=> "), first_line=text.first_line, last_line=text.last_line)
