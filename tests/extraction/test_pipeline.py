"""The whole way from text to drafts: order, claims, keys, progress and errors."""

from dataclasses import replace

import pytest

from flashdeck.domain.document import TextDocument
from flashdeck.errors import SlideFileError
from flashdeck.extraction.model import Line, NoiseReason, SlideFile, SlideKind
from flashdeck.extraction.options import ExtractionOptions
from flashdeck.extraction.pipeline import extract_slides, find_cards, read_slides, tags
from tests.extraction.slide_notation import cards_of, slide_of

NOTATION = """# Harbor Queue
- Crane: lifts a crate out of the queue
- Maximum crate size is 256 KB
- Sealing between quays is asynchronous
- Berth length: minimum 10 m, maximum 80 m
"""


def run(*slides, min_score: float = 0.5, keeps_rejections: bool = True, **arguments):
    numbered = tuple(replace(slide, number=number) for number, slide in enumerate(slides, start=1))
    options = ExtractionOptions(min_score=min_score, keeps_rejections=keeps_rejections)
    return extract_slides(
        SlideFile(name="deck.txt", format="text", dialect="test", slides=numbered), options=options, **arguments
    )


def test_a_text_that_is_no_deck_is_one_clear_sentence():
    document = TextDocument(name="novel.txt", format="text", text="It was a dark night.\n" * 40)
    with pytest.raises(SlideFileError, match=r"“novel\.txt” does not look like the text of a slide deck"):
        extract_slides(read_slides(document), options=ExtractionOptions())


def test_slides_without_knowledge_are_one_clear_sentence():
    with pytest.raises(SlideFileError, match=r"No slide of “deck\.txt”"):
        run(slide_of("# Harbor Queue\n- Oak"))


def test_a_high_limit_is_no_fault_of_the_file():
    extraction = run(slide_of(NOTATION), min_score=0.99)
    assert extraction.drafts == ()
    assert {"is below 0.99" in rejection.reason for rejection in extraction.rejections} == {True}


def test_cards_are_the_same_when_nobody_reads_the_rejections():
    early = slide_of("# Rope Store\n- Winch: pulls ropes out")
    late = slide_of("# Rope Store\n- Winch: pulls ropes out\n- Hook: holds ropes", first_line=10)
    work = slide_of("# Exercise 1\n- Winch: turns the drum of the crane", first_line=20)
    deck = (early, late, work, slide_of(NOTATION, first_line=30), slide_of(NOTATION, first_line=40))
    extraction = run(*deck)
    assert extraction.rejections
    assert run(*deck, keeps_rejections=False) == extraction._replace(rejections=())


@pytest.mark.parametrize("kind", [SlideKind.FRONT_MATTER, SlideKind.SECTION, SlideKind.DIVIDER])
def test_slides_that_only_lead_through_the_course_are_never_cards(kind):
    extraction = run(slide_of(NOTATION), slide_of("# Title\n- Tug: pulls the ships", kind=kind))
    assert {draft.slide_id for draft in extraction.drafts} == {"s1"}


def test_a_line_asked_by_a_strong_rule_is_not_asked_again():
    extraction = run(slide_of("# Harbor Queue\n- Retention: default 4 days, up to 14 days"))
    reasons = {rejection.candidate.rule: rejection.reason for rejection in extraction.rejections}
    assert reasons == {"definition": "its lines are asked by the rule “limit”"}


def test_a_line_whose_strong_card_failed_is_free_for_weaker_rules():
    extraction = run(slide_of("# Harbor Queue\n- Default rest of crates: 4 days, maximum of 14 days"))
    assert [rejection.candidate.rule for rejection in extraction.rejections] == ["definition"]
    assert [draft.rule for draft in extraction.drafts] == ["cloze"]


def test_progress_ends_at_one():
    shares: list[float] = []
    run(slide_of(NOTATION), slide_of("# Other\n- Tug: pulls the ships"), on_progress=shares.append)
    assert shares == [0.5, 1.0]


def test_keys_are_stable_unique_and_shared_by_siblings():
    first, again = (
        run(slide_of(NOTATION)),
        run(slide_of("# Zero\n- Tug: pulls ships"), slide_of(NOTATION, first_line=90)),
    )
    keys = {draft.source_key for draft in first.drafts}
    assert len(keys) == len(first.drafts)
    assert keys < {draft.source_key for draft in again.drafts}
    bounds = [draft for draft in first.drafts if draft.rule == "limit"]
    assert len(bounds) == 2
    assert len({draft.sibling_key for draft in bounds}) == 1
    assert len({draft.sibling_key for draft in first.drafts}) == 4


def test_terms_that_differ_in_marks_alone_are_two_cards():
    slide = slide_of("# Signs\n- ^ – marks the start of a rope\n- $ – marks the end of a rope", topic="Signs")
    drafts = run(slide).drafts
    assert len({draft.source_key for draft in drafts}) == len(drafts) == 2


def test_the_same_text_gives_the_same_extraction():
    assert run(slide_of(NOTATION)) == run(slide_of(NOTATION))


def test_a_slide_that_grows_is_asked_in_its_last_form():
    early = slide_of("# Harbor Queue\n- Crane: lifts crates out")
    late = slide_of("# Harbor Queue\n- Crane: lifts crates out\n- Tug: pulls the ships", first_line=10)
    extraction = run(early, late)
    assert {draft.slide_id for draft in extraction.drafts} == {"s2"}
    assert {rejection.reason for rejection in extraction.rejections} == {"slide 2 repeats and extends this slide"}


def test_a_line_that_grows_on_the_next_page_is_repeated_too():
    early = slide_of("# Tugs\n- Tug: pulls ships\n- Pilots come on board", topic="Tugs")
    late = slide_of("# Tugs\n- Tug: pulls ships into the port\n- Pilots come on board at dawn", topic="Tugs")
    extraction = run(early, late)
    assert {draft.slide_id for draft in extraction.drafts} == {"s2"}
    other = slide_of("# Tugs\n- Tug: pushes ships out of the port\n- Pilots come on board at dawn", topic="Tugs")
    assert "s1" in {draft.slide_id for draft in run(early, other).drafts}


def test_a_repeated_slide_makes_no_second_card():
    extraction = run(slide_of(NOTATION), slide_of(NOTATION, first_line=40))
    assert {draft.slide_id for draft in extraction.drafts} == {"s1"}
    reasons = {rejection.reason for rejection in extraction.rejections if rejection.slide_id == "s2"}
    assert all("slide 1" in reason or "asked by the rule" in reason for reason in reasons)


def test_the_same_sentence_under_two_subjects_is_kept_with_the_subject_on_each_front():
    line = "- crates are stored for up to 14 days in the shed"
    cards = cards_of(
        slide_of(f"# Harbor Queue\n{line}", topic="Harbor Queue"), slide_of(f"# Quay Store\n{line}", topic="Quay Store")
    )
    assert [front.split(":")[0] for front, _ in cards] == ["Harbor Queue", "Quay Store"]
    assert cards[0][1] == cards[1][1]


def test_near_repetitions_within_a_topic_are_merged():
    first = "# Harbor Queue\n- crates are stored for up to 14 days in the shed"
    again = "# Harbor Queue – Sheds\n- crates are stored for up to 14 days in the sheds"
    assert len(cards_of(slide_of(first, topic="Harbor Queue"), slide_of(again, topic="Harbor Queue"))) == 1


def test_noise_lines_ground_nothing():
    slide = slide_of("# Harbor Queue\n- Crane: lifts a crate")
    noisy = tuple(replace(line, noise=NoiseReason.DIAGRAM_LABEL) if line.number > 1 else line for line in slide.lines)
    extraction = run(slide_of(NOTATION), replace(slide, lines=(*noisy, Line(number=3, text="crane"))))
    assert {draft.slide_id for draft in extraction.drafts} == {"s1"}


def test_drafts_carry_their_lines_reasons_and_tags():
    slide = slide_of("# Limits\n- Crane: lifts a crate", topic="Harbor Queue", section="Section 3: Cranes & Ropes")
    (draft,) = run(slide).drafts
    assert (draft.first_line, draft.last_line) == (2, 2)
    assert draft.context == "Cranes & Ropes > Harbor Queue > Limits"
    assert draft.reasons[0] == "colon between term and description"
    assert draft.tags == ("cranes-ropes", "harbor-queue")
    assert tags(slide_of("# x")) == ()


def contexts_of(*slides):
    extraction = extract_slides(
        SlideFile(
            name="deck.txt",
            format="text",
            dialect="test",
            slides=tuple(replace(slide, number=number) for number, slide in enumerate(slides, start=1)),
        ),
        options=ExtractionOptions(),
    )
    return [draft.context for draft in extraction.drafts]


def test_the_cover_names_the_deck_where_no_section_does():
    cover = slide_of("# Harbour cranes", kind=SlideKind.FRONT_MATTER)
    slide = slide_of("# Ropes\n- Hawser: a thick rope that moors a ship")
    assert contexts_of(cover, slide) == ["Harbour cranes > Ropes"]
    assert contexts_of(cover, replace(slide, section="Introduction")) == ["Harbour cranes > Introduction > Ropes"]
    assert contexts_of(cover, replace(slide, section="Mooring")) == ["Mooring > Ropes"]
    assert contexts_of(replace(cover, title="Agenda"), slide) == ["Ropes"]


def test_points_that_are_read_after_what_stands_below_them_keep_their_lines_in_order():
    text = (
        "# Ankerarten\n\n::: notes\nEin Stockanker hält auf felsigem Grund. Fragen Sie die Gruppe.\n:::\n\n"
        '![](anker.png);width="80%"}\n'
    )
    deck = (
        "---\ntitle: Anker\n---\n\n"
        + "# Tide\n\n::: notes\nHigh water.\n:::\n\n- A tide is the rise of the sea\n\n" * 2
        + text
    )
    extraction = extract_slides(
        read_slides(TextDocument(name="a.md", format="markdown", text=deck)), options=ExtractionOptions(min_score=0)
    )
    assert all(draft.first_line <= draft.last_line for draft in extraction.drafts)
    candidates = [rejection.candidate for rejection in extraction.rejections]
    assert all(candidate.first_line <= candidate.last_line for candidate in candidates)


def test_a_card_comes_before_the_slides_behind_it_are_looked_at():
    shares: list[float] = []
    deck = tuple(
        slide_of(f"# Tug {number}\n- Hawser: pulls the ship number {number}", number=number) for number in (1, 2)
    )
    cards = find_cards(deck, name="deck.txt", options=ExtractionOptions(), on_progress=shares.append)
    assert (next(cards).slide_id, shares) == ("s1", [])
    assert ([card.slide_id for card in cards], shares) == (["s2"], [0.5, 1.0])
