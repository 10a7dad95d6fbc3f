"""What `extract --json` and `--explain` show."""

import json
from dataclasses import replace

import pytest

from flashdeck.extraction import explanation, report
from flashdeck.extraction.model import Line, NoiseReason, SlideFile
from flashdeck.extraction.options import ExtractionOptions
from flashdeck.extraction.pipeline import extract_slides
from tests.extraction.slide_notation import slide_of


@pytest.fixture
def extraction():
    slide = slide_of(
        "# Harbor Queue\n- Crane: lifts a crate out of the long queue\n- Retention: default 4 days, up to 14 days\n"
        "- Tug: pulls this",
        section="Section 3: Queues",
        topic="Harbor Queue",
    )
    noise = Line(number=9, text="7", noise=NoiseReason.ICON_NUMBER)
    return extract_slides(
        SlideFile(
            name="deck.txt", format="text", dialect="test", slides=(replace(slide, lines=(*slide.lines, noise)),)
        ),
        options=ExtractionOptions(),
    )


def json_of(extraction):
    return json.loads("".join(report.json_text(report.report_of(extraction))))


def test_json_has_the_documented_keys(extraction):
    data = json_of(extraction)
    assert data["source"] == {"name": "deck.txt", "format": "text"}
    (slide,) = data["slides"]
    assert slide == {
        "id": "s1",
        "number": 1,
        "section": "Section 3: Queues",
        "topic": "Harbor Queue",
        "title": "Harbor Queue",
        "kind": "content",
        "text": [
            [1, "Harbor Queue"],
            [2, "Crane: lifts a crate out of the long queue"],
            [3, "Retention: default 4 days, up to 14 days"],
            [4, "Tug: pulls this"],
        ],
        "first_line": 1,
        "last_line": 4,
    }
    card = data["cards"][0]
    assert set(card) == {
        "slide", "kind", "context", "front", "back", "cloze_text", "score", "reasons", "tags", "rule",
        "first_line", "last_line", "source_key", "sibling_key",
    }  # fmt: skip
    assert (card["slide"], card["kind"], card["front"]) == ("s1", "limit", "Harbor Queue: Retention, default?")


def test_a_slide_without_a_title_goes_by_its_topic(extraction):
    (slide,) = extraction.slides
    untitled = extraction._replace(slides=(replace(slide, title=""),))
    assert json_of(untitled)["slides"][0]["title"] == "Harbor Queue"


@pytest.mark.parametrize("times", [1, 300])
def test_what_passes_in_parts_between_processes_is_put_together_again(extraction, times):
    found = report.report_of(extraction)
    found = found._replace(slides=found.slides * times, drafts=found.drafts * times)
    parts = report.PartsReader()
    for part in report.parts_of(found):
        parts.take(json.loads(json.dumps(part)))
    read = parts.report(name="deck.txt", file_format="text")
    assert (read.name, read.format) == ("deck.txt", "text")
    assert (tuple(read.slides), tuple(read.drafts)) == (found.slides, found.drafts)


@pytest.mark.parametrize("changes", [{"name": "“Kräne”\n.txt"}, {"drafts": ()}, {"slides": (), "drafts": ()}])
def test_the_text_written_piece_by_piece_is_that_of_the_whole(extraction, changes):
    found = report.report_of(extraction)._replace(**changes)
    text = "".join(report.json_text(found))
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=1)


def test_foreign_json_is_refused():
    with pytest.raises(KeyError):
        report.PartsReader().take({"slides": [{"id": "s1"}]})


def test_explain_lists_for_each_rule_what_was_made_kept_and_turned_down(extraction):
    lines = explanation.explain(extraction).splitlines()
    assert lines[0].startswith("deck.txt: test, 1 slides, ")
    assert "definition        3      1            2" in lines
    claimed = "its lines are asked by the rule “limit”"
    start = lines.index("definition: 3 made, 1 kept, 2 turned down")
    assert lines[start + 1 : lines.index("", start)] == [
        "      1 its lines are asked by the rule …",
        "      1 self-contained: the answer closes with a word that points to another line",
        "  kept:",
        "    s1 line 2: 0.85 Harbor Queue – Crane: what does it do? | lifts a crate out of the long queue",
        "  turned down, its lines are asked by the rule …:",
        "    s1 line 3: Harbor Queue: Retention? | default 4 days, up to 14 days | " + claimed,
        "  turned down, self-contained: the answer closes with a word that points to another line:",
        "    s1 line 4: Harbor Queue – Tug: what does it do? | pulls this",
    ]
    assert "      1 number of an icon" in lines


def test_explain_tells_every_candidate(extraction):
    text = explanation.explain(extraction)
    for card in (*extraction.drafts, *(rejection.candidate for rejection in extraction.rejections)):
        assert f"s1 line {card.first_line}:" in text
        assert f"{card.front} | {card.back}" in text


def test_explain_shortens_long_sides():
    long = "lifts " + "very " * 20 + "heavy crates this"
    slide = slide_of(f"# Harbor Queue\n- Crane: {long} and\n- Tug: pulls the ships")
    made = extract_slides(
        SlideFile(name="deck.txt", format="text", dialect="test", slides=(slide,)), options=ExtractionOptions()
    )
    assert "…" in explanation.explain(made)
