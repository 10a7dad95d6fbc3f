"""What a run of plain lines can be, judged by its own words and by what follows it."""

import re
from collections.abc import Sequence
from typing import Final

from flashdeck.extraction.dialects.blank_runs import forms
from flashdeck.extraction.dialects.blank_runs.runs import PICTURE_GAP, Form, Run, is_unfinished
from flashdeck.extraction.languages import terms
from flashdeck.extraction.model import Text

_LONGEST_HEADING: Final = 12
_LONGEST_LABEL: Final = 6
_LONGEST_LONE_LABEL: Final = 10
_LONGEST_TERM: Final = 5
_SENTENCE_WORDS: Final = 5
_SHORT_HEADING: Final = 3
_LONGEST_NAME: Final = 2
_QUALITY_ENDS: Final = ("ed", "ly", "able", "ible", "ive", "less", "ful", "ent", "ant")
_FEWEST_LABELS: Final = 3
_LIST_NAMES: Final = re.compile(
    r"(?:\w+ ){0,2}(?:(?:dis)?advantages|benefits|features|limitations|options|types|examples|specif(?:y|ies)"
    r"|use cases)$",
    re.IGNORECASE,
)
_ANNOUNCEMENT: Final = re.compile(r"\bfollowing\b[^.:]{0,40}\.?$|\b(?:kinds|options|types|ways)\.?$", re.IGNORECASE)
_CLAUSE_WITHOUT_SUBJECT: Final = re.compile(r"(?:Is|Are|These are|This is|It is|It's) ")
_VERB: Final = re.compile(r"\S (?:is|are|must|can|cannot|may not) (?!be$)\S")
_STATEMENT_MARKS: Final = (" = ", ": ", " – ", "⇒")


class Roles:
    """The runs of a slide with what is before and behind each."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self._runs = runs
        self._label_end = self._ends_of_labels()

    def form_before(self, index: int) -> Form | None:
        """Return the form of the run before."""
        return self._runs[index - 1].form if index > 0 else None

    def form_after(self, index: int) -> Form | None:
        """Return the form of the run behind."""
        return self._runs[index + 1].form if index + 1 < len(self._runs) else None

    def items_from(self, index: int) -> Sequence[Run]:
        """Return the runs from here on that could be items of a list without bullets; not terms over definitions."""
        end = self._label_end[index]
        if end < len(self._runs) and self._runs[end].form is Form.PLAIN:
            return ()
        return self._runs[index:end]

    def is_heading(self, index: int) -> bool:
        """Return whether the run names what follows it."""
        run = self._runs[index]
        if run.form is Form.ARROW:
            return self._heads_list(index)
        if index + 1 >= len(self._runs) or not could_head(run) or _reads_on(run):
            return False
        follower = self._runs[index + 1]
        if follower.form is not Form.PLAIN:
            return follower.gap > 0
        return run.words <= _LONGEST_LABEL and not _states(run) and is_sentence(follower)

    def is_named_phrase(self, index: int) -> bool:
        """Return whether a word or two stand over a longer phrase, with no room for a picture between them."""
        if self.form_after(index) is not Form.PLAIN:
            return False
        run, follower = self._runs[index], self._runs[index + 1]
        has_small_words = any(word[0].islower() for word in follower.text.plain.split())
        return (
            run.words <= _SHORT_HEADING
            and run.words < follower.words
            and follower.gap < PICTURE_GAP
            and has_small_words
        )

    def _heads_list(self, index: int) -> bool:
        """Return whether a line with an arrow is the name of a list."""
        line = self._runs[index].lines[0]
        return (
            len(self._runs[index].lines) == 1
            and line.gap > 0
            and self.form_after(index) is Form.LIST
            and self._runs[index + 1].gap > 0
            and (line.text.endswith(":") or _is_capital_name(line.text))
        )

    def is_short_heading(self, index: int) -> bool:
        """Return whether the run is a word or two over a list or a sentence."""
        run = self._runs[index]
        if run.words > _SHORT_HEADING or ends_sentence(run):
            return False
        return self.form_after(index) is Form.LIST or (self.form_after(index) is Form.PLAIN and self.is_heading(index))

    def _ends_of_labels(self) -> list[int]:
        ends = [len(self._runs)] * (len(self._runs) + 1)
        for index in range(len(self._runs) - 1, -1, -1):
            ends[index] = ends[index + 1] if self._is_label(index) else index
        return ends

    def _is_label(self, index: int) -> bool:
        run = self._runs[index]
        return (
            run.form is Form.PLAIN
            and run.words <= _LONGEST_LABEL
            and not is_sentence(run)
            and not run.text.plain.endswith(":")
        )


def are_all_labels(runs: Sequence[Run]) -> bool:
    """Return whether nothing but labels stands here, too close together for pictures between them."""
    return (
        len(runs) >= _FEWEST_LABELS
        and all(run.form is Form.PLAIN and (ends_sentence(run) or not is_sentence(run)) for run in runs)
        and all(run.words <= (_LONGEST_LABEL if ends_sentence(run) else _LONGEST_LONE_LABEL) for run in runs)
        and all(run.gap < PICTURE_GAP for run in runs[1:])
    )


def could_head(run: Run) -> bool:
    """Return whether the words alone could be a heading or a title."""
    return (
        run.form is Form.PLAIN
        and run.words <= _LONGEST_HEADING
        and len(run.lines) <= 2
        and not run.text.plain.removesuffix("...").endswith((".", ";", ",", "!"))
        and not run.text.plain.startswith(("/", "("))
    )


def has_own_heading(run: Run) -> bool:
    """Return whether the first line of the run names what its other lines say."""
    if len(run.lines) == 1 or not run.lines[1].text[:1].isupper():
        return False
    words = forms.word_count(run.lines[0].text)
    return (
        words <= _LONGEST_TERM
        and run.words - words >= max(words, _SHORT_HEADING)
        and not is_unfinished(run.lines[0].text)
        and not run.lines[0].text.endswith(".")
    )


def is_sentence(run: Run) -> bool:
    """Return whether the run says something, rather than being a label."""
    if ends_sentence(run) or _states(run):
        return True
    if run.text.plain[:1].islower() and run.words >= _SHORT_HEADING:
        return True
    return run.words >= _SENTENCE_WORDS and sum(word[0].islower() for word in run.text.plain.split()) > 1


def ends_sentence(run: Run) -> bool:
    """Return whether the run ends like a sentence."""
    return run.text.plain.removesuffix("...").endswith((".", "!", "?"))


def waits_for_list(text: str) -> bool:
    """Return whether the words announce a list: they break off, end with a colon or are a name of lists."""
    if is_unfinished(text) or text.endswith(":"):
        return True
    return _LIST_NAMES.match(text) is not None or _ANNOUNCEMENT.search(text) is not None


def is_term(text: Text) -> bool:
    """Return whether the item is short enough to be a term."""
    return forms.word_count(text.plain) <= _LONGEST_TERM and not text.plain.endswith((".", "?", "!"))


def is_strong(text: Text) -> bool:
    """Return whether the source emphasises the item from end to end."""
    return sum(end - start for start, end in text.strong) >= len(text.plain.rstrip(" :")) > 0


def is_name(text: Text) -> bool:
    """Return whether the item is nothing but the name of what follows it."""
    return text.plain.endswith(":") or is_strong(text)


def is_open_clause(text: Text) -> bool:
    """Return whether the item is a clause without a full stop that a word below it may go on with."""
    return terms.opens_in_third_person(text.plain) and text.plain[-1:].islower()


def names_list(text: Text) -> bool:
    """Return whether the item is a usual name of lists, such as `Benefits`."""
    return _LIST_NAMES.match(text.plain) is not None


def names_clause(text: Text, follower: Text) -> bool:
    """Return whether the item is the subject that the next item lacks (`Is a store of ...`)."""
    return _is_short_name(text) and _CLAUSE_WITHOUT_SUBJECT.match(follower.plain) is not None


def names_statement(text: Text, follower: Text) -> bool:
    """Return whether the item is a word or two over an item that is a whole statement."""
    return _is_short_name(text) and forms.word_count(follower.plain) >= _SENTENCE_WORDS


def names_all(first: Text, *others: Text) -> bool:
    """Return whether a list opens with a name of a word or two and goes on with statements about it."""
    words = first.plain.split()
    is_name = first.plain[:1].isupper() or terms.is_name_like(first.plain)
    if len(words) > _LONGEST_NAME or not is_name or first.plain.endswith((".", ":")):
        return False
    is_quality = any(word.casefold().endswith(_QUALITY_ENDS) for word in words)
    return not is_quality and all(_lacks_subject(other.plain) for other in others)


def _lacks_subject(text: str) -> bool:
    """Return whether an item speaks of a name above it: it opens with a verb, or it is a whole statement."""
    opens = _CLAUSE_WITHOUT_SUBJECT.match(text) is not None or terms.opens_in_third_person(text)
    return forms.word_count(text) >= (_SHORT_HEADING if opens else _SENTENCE_WORDS)


def _is_short_name(text: Text) -> bool:
    is_clause = _CLAUSE_WITHOUT_SUBJECT.match(text.plain) is not None
    return is_term(text) and forms.word_count(text.plain) <= _SHORT_HEADING and not is_clause


def is_arrow_item(text: Text) -> bool:
    """Return whether the item draws a conclusion."""
    return text.plain.startswith(("⇒", "→", "=>"))


def _is_capital_name(text: str) -> bool:
    name = text.lstrip("*⇒→=> ")
    return name[:1].isupper() and forms.word_count(name) < _LONGEST_TERM


def _reads_on(run: Run) -> bool:
    """Return whether a run without a full stop reads like a sentence all the same: long, and in small letters."""
    text = run.text.plain
    words = text.split()
    small = sum(word[0].islower() for word in words)
    return (
        len(words) > _LONGEST_LABEL and 2 * small > len(words) and not waits_for_list(text) and not text.endswith("?")
    )


def _states(run: Run) -> bool:
    return _VERB.search(run.text.plain) is not None or any(mark in run.text.plain for mark in _STATEMENT_MARKS)
