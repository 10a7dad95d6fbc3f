"""Every veto, and what lowers a score."""

import pytest

from flashdeck.extraction import quality
from flashdeck.extraction.asking.candidates import Maker
from flashdeck.extraction.languages.lexicon import word_set
from flashdeck.extraction.model import Candidate, CardKind
from tests.extraction.slide_notation import slide_of

SOURCE = word_set("crates are lifted by a crane with a hook 9 m long queue ships as the of it and red blue wax on")
MAKER = Maker("definition", CardKind.DEFINITION)


def judge(candidate: Candidate, source: frozenset[str] = SOURCE, context: str = "Harbor") -> quality.Verdict:
    card = quality.text_of(candidate, _slide("a crane"), source=source, context=context)
    return quality.judge(card, candidate.confidence)


def veto(front: str, back: str) -> str:
    return judge(MAKER.question(front, back, (1, 1), 0.8, "test")).veto


@pytest.mark.parametrize(
    ("front", "back", "reason"),
    [
        ("Harbor: crane?", "--", "has no word"),
        ("Harbor: crane?", "it", "says nothing"),
        ("Harbor: crane?", "a pink crane", "not grounded"),
        ("word " * 61 + "?", "hook", "more than 60 words"),
        ("What is it?", "hook", "names nothing"),
        ("Harbor: cr\ufffdne?", "hook", "broken characters"),
        ("Harbor: see http://x.example?", "hook", "link"),
        ("Harbor © crane?", "hook", "text of a page"),
        ("Harbor: crane 123456789012?", "hook", "text of a page"),
        ("Harbor: crane (big?", "hook", "not closed on the front"),
        ("Harbor: crane?", "hook (9 m", "not closed in the answer"),
        ("Harbor: crane?", "lifted by the", "answer breaks off"),
        ("Harbor: crane (", "hook", "not closed on the front"),
        ("Harbor: crane and", "hook", "front breaks off"),
        ("Harbor: as shown above, crane?", "hook", "points outside"),
        ("Harbor: this lifts crates?", "hook", "points to another line"),
        ("Harbor: crane?", "it lifted crates", "points to another line"),
        ("Harbor: crane?", "and a hook", "middle of a sentence"),
        ("Harbor: crane with a red hook?", "red hook", "gives the answer away"),
    ],
)
def test_vetoes(front, back, reason):
    assert reason in veto(front, back)


def test_cloze_vetoes():
    def veto_of(text: str, hidden: str) -> str:
        start = text.index(hidden)
        return judge(MAKER.cloze(text, (start, start + len(hidden)), (1, 1), 0.8, "test")).veto

    assert "too little" in veto_of("Crane: red hook", "hook")
    assert "stand in the text" in veto_of("Harbor: the hook of a crane is a hook", "hook")
    assert "breaks off" in veto_of("Harbor: ships are lifted by a crane =", "crane")
    assert veto_of("Harbor: crates are lifted by a crane", "crane") == ""


def test_a_good_card_passes_and_choices_may_repeat_their_words():
    assert veto("Harbor: what lifts things?", "a crane with a hook") == ""
    assert veto("Harbor: red or blue wax?", "red wax") == ""
    assert veto("Which wax?\nA) red (wax\nB) blue", "red wax") == ""
    assert veto("Harbor: how many m is a hook long?", "9 m") == ""


def test_a_word_split_on_the_slide_is_grounded():
    candidate = MAKER.question("Harbor: who?", "cranehook", (1, 1), 0.8, "test")
    source = quality.source_words(_slide("a crane hook"))
    assert judge(candidate, source).veto == ""


def _slide(text: str):
    return slide_of(f"# Harbor\n- {text}")


@pytest.mark.parametrize(
    ("front", "back", "context", "reason"),
    [
        ("Harbor: what lifts things?", "crates " * 25, "Harbor", "the answer is very long"),
        ("Harbor: what lifts things?", "crates " * 15, "Harbor", "the answer is long"),
        ("Harbor thing " * 14 + "?", "hook", "Harbor", "the front is long"),
        ("Crane?", "hook", "", "the front is short"),
        ("Crane?", "hook", "", "no context line"),
        ("Harbor: red wax?", "a red wax on ships", "Harbor", "the front hints at the answer"),
        ("Harbor: crane?", "ships lifted as", "Harbor", "the answer ends in a word that expects another"),
    ],
)
def test_what_lowers_the_score(front, back, context, reason):
    verdict = judge(MAKER.question(front, back, (1, 1), 0.8, "test"), context=context)
    assert verdict.veto == ""
    assert reason in verdict.reasons
    assert verdict.score < 0.8


def tidy(front: str, back: str, context: str = "Harbor > Cranes") -> tuple[str, str, str]:
    card = judge(MAKER.question(front, back, (1, 1), 0.8, "test"), context=context).card
    return card.front, card.back, card.context


def test_faults_of_form_are_mended():
    assert tidy("Harbor: Harbor: crane (see next slide)?", "su\ufb03cient") == (
        "Harbor: crane?",
        "sufficient",
        "Harbor > Cranes",
    )
    assert tidy("What does it lift?", "crates")[0] == "What does it lift?"  # the subject is a choice


def test_the_context_line_keeps_the_answer_to_itself():
    context = "Harbor > RTG (Rubber Tyred Gantry)"
    assert tidy("What does RTG stand for?", "Rubber Tyred Gantry", context)[2] == "Harbor > RTG"
    assert tidy("What does RTG stand for?", "Rubber Tyred Gantry", "Harbor > Rubber Tyred Gantry")[2] == "Harbor"
    assert tidy("Quay or Harbor – which one?", "Harbor", context)[2] == context
