"""What counts as a word, a term, a label, an order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flashdeck.extraction.languages import noun_forms, terms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("s3:Get and TCP/IP at-rest", ("s3:Get", "and", "TCP/IP", "at-rest")),
        ("C++ costs $5.50!", ("C++", "costs", "$5.50")),
        ("…", ()),
    ],
)
def test_words_keep_inner_marks(text, expected):
    assert terms.words(text) == expected


def test_keys_fold_case_marks_dashes_and_width():
    assert terms.key("Ｋiln – Oven’s  HEAT!") == terms.key("kiln - oven's heat") == "kiln oven s heat"


@given(st.lists(st.text(alphabet="The Oven ßİ焼き物のカマ-'.", max_size=20), max_size=4))
def test_words_that_carry_meaning_are_the_same_for_a_line_and_for_all_lines(lines):
    found = [word for line in lines for word in terms.words(line)]
    assert terms.content_of(found) == frozenset().union(*map(terms.content_words, lines))


@pytest.mark.parametrize("word", ["limits", "limited", "limiting", "limit"])
def test_forms_of_a_word_share_their_stem(word):
    assert terms.stem(word) == "limit"


def test_short_words_and_double_s_keep_their_ending():
    assert terms.stem("bus") == "bus"
    assert terms.stem("access") == "access"
    assert terms.stem("policies") == terms.stem("policy")


@pytest.mark.parametrize(
    ("label", "is_label", "is_term"),
    [
        ("Crane:", True, True),
        ("Key features (cont.)", True, False),
        ("A", True, True),
        ("Detect PII", True, True),
        ("Ships are waiting", False, False),
        ("Includes many tools", False, False),
        ("This one", False, False),
        ("used by the", False, False),
        ("a (b", False, False),
        ("one two three four five six seven eight", False, False),
        ("Note", False, False),
        ("Example 2", False, False),
        ("Why?", False, False),
        ("", False, False),
    ],
)
def test_labels_and_terms(label, is_label, is_term):
    assert terms.is_label(label) is is_label
    assert terms.is_term(label) is is_term


@pytest.mark.parametrize(
    ("text", "balanced"), [("a (b [c])", True), ("a (b", False), ("a) b", False), ("(]", False), ("", True)]
)
def test_brackets_close_in_order(text, balanced):
    assert terms.is_balanced(text) is balanced


@pytest.mark.parametrize(
    ("term", "plural"),
    [
        ("Crawlers", True),
        ("Kinds of ship", True),
        ("Ropes used by tugs", True),
        ("Rope used by tugs", False),
        ("Access", False),
        ("Status", False),
        ("Analytics", False),
        ("Data", False),
        ("APIs", True),
        ("Crane", False),
        ("", False),
    ],
)
def test_plurals_by_their_head_noun(term, plural):
    assert terms.is_plural(term) is plural


@pytest.mark.parametrize(
    ("plural", "single"), [("policies", "policy"), ("boxes", "box"), ("crates", "crate"), ("crane", "crane")]
)
def test_singulars(plural, single):
    assert noun_forms.singular(plural) == single


@pytest.mark.parametrize(
    ("text", "third_person", "order"),
    [
        ("Stores crates", True, False),
        ("Lifts a crate", True, False),
        ("Zaps the crate", True, False),
        ("Records are kept", False, False),
        ("Queries return rows", False, False),
        ("Groups of ships", False, False),
        ("Streams to the shed", True, False),
        ("Create a list", False, True),
        ("Split the load", False, True),
        ("Split decision", False, False),
        ("Helps reduce cost", True, False),
        ("Crane", False, False),
        ("", False, False),
    ],
)
def test_how_a_statement_opens(text, third_person, order):
    assert terms.opens_in_third_person(text) is third_person
    assert terms.is_order(text) is order


def test_clauses():
    assert terms.is_clause("Ships are late")
    assert terms.is_clause("can wait")
    assert not terms.is_clause("late ships")


@pytest.mark.parametrize(
    ("statement", "clean"),
    [
        ("⇒ ships wait.", "ships wait"),
        ("ropes, chains etc.", "ropes, chains etc."),
        ("wait...", "wait..."),
        ("- go!", "- go"),
    ],
)
def test_statements_lose_stray_marks(statement, clean):
    assert terms.clean_statement(statement).lstrip("- ") == clean.lstrip("- ")


def test_a_label_is_covered_when_all_its_words_are_said():
    assert terms.is_covered("the queues", ["Harbor Queue"])
    assert not terms.is_covered("fast queues", ["Harbor Queue"])
    assert not terms.is_covered("the", ["the"])


def test_labels_keep_the_full_stop_of_etc():
    assert terms.clean_label("ropes etc.") == "ropes etc."
    assert terms.clean_label("Ropes (2/3):") == "Ropes"


def test_a_mark_that_belongs_to_a_name_stays():
    assert [terms.clean_label(label) for label in (".log:", "--all", "- rope", "...and more", "Ropes.")] == [
        ".log",
        "--all",
        "rope",
        "and more",
        "Ropes",
    ]
