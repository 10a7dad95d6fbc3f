"""Each check by itself: cards that pass it, cards that do not, and what it offers instead."""

import pytest

from flashdeck.domain import cloze
from flashdeck.extraction import lint
from flashdeck.extraction.lint import Behaviour, CardText, CheckName, Finding, Severity
from flashdeck.extraction.lint.slide_words import SlideWords

CHECKS = dict(lint.CHECKS)
CONTEXT = "Harbour > Cranes > Gantry crane"


def basic(front: str, back: str, **fields) -> CardText:
    return CardText(front=front, back=back, **{"context": CONTEXT, "topic": "Cranes", **fields})


def gapped(text: str, number: int = 1, **fields) -> CardText:
    shown, hidden = cloze.question(text, number), cloze.answer(text, number)
    return basic(shown, hidden, cloze_text=text, gap=number, **fields)


def made(front: str, back: str, **fields) -> CardText:
    return basic(front, back, rule="definition", **fields)


def said(lines: list[str]) -> SlideWords:
    return SlideWords(lines, forms={})


def only(check: CheckName, card: CardText) -> Finding:
    (finding,) = CHECKS[check](card)
    assert finding.check is check
    return finding


def repaired(check: CheckName, card: CardText) -> tuple[str, ...]:
    """Return the texts of the repair, after making sure that its cards pass the check."""
    repair = only(check, card).repair
    assert repair is not None
    for better in repair.cards(card):
        assert not list(CHECKS[check](better))
    return (repair.cloze_text,) if repair.cloze_text else (repair.front, repair.back)


GOOD = [
    basic("What does a gantry crane lift?", "containers"),
    basic("Gantry crane: span?", "30 m"),
    basic("Which harbour is the largest of Europe?", "Rotterdam"),
    basic("Why does a crane need a counterweight?", "because the load pulls it over"),
    basic("Which two parts has a grab?", "- a shell\n- a rope"),
    basic("Is a pilot required or optional below 40 m?", "optional"),
    basic("Crane: how many hooks?", "two hooks"),
    basic("Why is it important to ballast a crane?", "an empty jib tips backwards"),
    basic("What does TEU stand for?", "Twenty-foot Equivalent Unit"),
    gapped("A gantry crane spans {{c1::30 m}} of the quay"),
    gapped("Rope of {{c1::steel}} breaks at {{c2::40 kN}} under a still load"),
    gapped("Colours of the lights: {{c1::red}}, {{c2::green}}, {{c3::white}}"),
    made("Gantry crane: drive?", "an electric motor on each leg", source=said(["an electric motor on each leg"])),
    made("Which rope: steel or hemp?", "steel"),
]


@pytest.mark.parametrize("card", GOOD, ids=lambda card: card.front)
def test_good_cards_pass_every_check(card):
    assert list(lint.findings_of(card)) == []
    assert lint.score(()) == 1.0


class TestGrounded:
    @pytest.mark.parametrize(
        ("card", "why"),
        [
            (made("Crane: drive?", "--"), "no word"),
            (made("Crane: drive?", "it is"), "says nothing"),
            (made("Crane: drive?", "the rest"), "says nothing"),
            (made("Crane: drive?", "a diesel motor", source=said(["a motor"])), "“diesel” is not on the slide"),
            (made("Crane: drive?", "a motor on the"), "breaks off"),
        ],
    )
    def test_made_cards_are_turned_down(self, card, why):
        finding = only(CheckName.GROUNDED, card)
        assert why in finding.why
        assert finding.severity is Severity.VETO

    def test_a_question_is_no_answer(self):
        assert "is a question" in only(CheckName.GROUNDED, made("Crane: drive?", "a diesel motor?")).why

    def test_an_answer_that_expects_another_word_is_a_hint(self):
        finding = only(CheckName.GROUNDED, made("Crane: drive?", "a motor larger than"))
        assert finding.severity is Severity.HINT

    def test_people_may_know_what_no_slide_says(self):
        assert not list(lint.findings_of(basic("Crane: drive?", "diesel", source=said(["motor"]))))
        assert only(CheckName.GROUNDED, basic("Crane: drive?", "")).severity is Severity.WARNING

    def test_a_picture_is_an_answer(self):
        assert not list(CHECKS[CheckName.GROUNDED](basic("How does a jib look?", "", has_picture=True)))


class TestAtomic:
    def test_long_answers_are_worse_the_longer_they_are(self):
        losses = [
            only(CheckName.ATOMIC, basic("Crane: rope?", "steel " * words)).loss
            for words in (15, 25, lint.MAX_SIDE_WORDS + 1)
        ]
        assert losses == sorted(losses)
        assert len(set(losses)) == 3

    def test_two_sentences_become_two_gaps(self):
        card = basic("Crane: rope?", "It is made of steel. Its ends are spliced.")
        assert repaired(CheckName.ATOMIC, card) == (
            "Crane: rope? {{c1::It is made of steel}}. {{c2::Its ends are spliced}}.",
        )

    def test_two_facts_that_a_word_joins_become_two_gaps(self):
        back = "Lifts the containers from the ship to the quay in one go and turns them around for the waiting trucks"
        (text,) = repaired(CheckName.ATOMIC, basic("What does a gantry crane do?", back))
        assert text.startswith("What does a gantry crane do? {{c1::Lifts the containers ")
        assert text.endswith(" in one go}} and {{c2::turns them around for the waiting trucks}}")
        names = "the containers of the large ships and the crates of the small boats in the old harbour"
        assert only(CheckName.ATOMIC, basic("What does a gantry crane lift?", names)).repair is None

    def test_abbreviations_end_no_sentence(self):
        assert not list(CHECKS[CheckName.ATOMIC](basic("Crane: load?", "at most approx. 40 t, e.g. Two boxes")))

    @pytest.mark.parametrize(
        ("front", "found"),
        [
            ("Crane – Gantry crane: which two characteristics?", True),
            ("Crane: note … (two answers)?", True),
            ("What does a gantry crane do (two answers)?", False),
        ],
    )
    def test_whole_facts_want_cards_of_their_own(self, front, found):
        card = basic(front, "- lifts containers from the ship to the quay\n- runs on rails")
        whys = [finding.why for finding in CHECKS[CheckName.ATOMIC](card)]
        assert whys == (["whole facts behind one vague question"] if found else [])
        short = basic(front, "- boom\n- hook")
        assert not list(CHECKS[CheckName.ATOMIC](short))

    def test_an_amount_is_asked_by_itself(self):
        card = basic("Gantry crane: which two characteristics?", "- runs on rails\n- 40 t")
        assert "an amount beside" in only(CheckName.ATOMIC, card).why
        amounts = basic("Gantry crane: which two points?", "- 30 m\n- 40 t")
        assert not list(CHECKS[CheckName.ATOMIC](amounts))

    def test_labelled_facts_are_not_run_together(self):
        card = basic("Crane: drive?", "an electric motor on each leg Brake: a steel band")
        assert "runs labelled facts together" in only(CheckName.ATOMIC, card).why
        assert not list(CHECKS[CheckName.ATOMIC](basic("Crane: drive?", "Gantry: motor")))

    def test_the_sentence_with_the_gap_is_enough(self):
        card = gapped("Crane: The rope is made of steel. The hook of the crane holds {{c1::40 t}} at most.")
        assert repaired(CheckName.ATOMIC, card) == ("Crane: The hook of the crane holds {{c1::40 t}} at most",)
        pointing = gapped("The rope is made of steel. For that reason it holds {{c1::40 t}} at most")
        assert not list(CHECKS[CheckName.ATOMIC](pointing))

    def test_parts_that_stay_long_are_not_offered(self):
        card = basic("Crane: rope?", "It is made of steel. " + "And " + "of wire " * 8)
        assert only(CheckName.ATOMIC, card).repair is None

    @pytest.mark.parametrize(
        "addition",
        [
            ", so the crews of all the waiting ships can rest ashore",
            ", i.e. the tides and the winds of a whole year",
            " such as old ferries, small barges, yachts and fishing boats",
            " (unless the harbor master has told the crew otherwise)",
        ],
    )
    def test_a_long_answer_does_without_what_only_adds_to_it(self, addition):
        front, back = "What does a gantry crane do?", "Lifts the steel containers of all the large ships"
        assert repaired(CheckName.ATOMIC, made(front, back + addition)) == (front, back)
        own = only(CheckName.ATOMIC, basic(front, back + addition)).repair
        assert own is None or own.cloze_text  # who wrote it wanted all of it

    def test_a_short_answer_keeps_its_addition(self):
        card = made("What does a gantry crane do?", "Lifts steel containers, so crews can rest")
        assert not list(CHECKS[CheckName.ATOMIC](card))


class TestEnumeration:
    def test_a_list_of_lines_gets_one_gap_a_line(self):
        card = basic("Which four parts has a crane?", "- boom\n- hook\n- cab\n- jib")
        assert only(CheckName.ENUMERATION, card).severity is Severity.HINT
        (text,) = repaired(CheckName.ENUMERATION, card)
        assert text.splitlines()[0] == "Which four parts has a crane?"
        assert text.splitlines()[2] == "- {{c2::hook}}"

    def test_a_row_of_names_is_a_list_too(self):
        card = basic("Parts of a crane?", "boom, hook, cab, counterweight, jib and trolley, …")
        assert only(CheckName.ENUMERATION, card).severity is Severity.WARNING
        assert "6 items" in only(CheckName.ENUMERATION, card).why
        (text,) = repaired(CheckName.ENUMERATION, card)
        assert text.endswith("{{c5::jib}}, {{c6::trolley}}")

    @pytest.mark.parametrize(
        "answer",
        [
            "boom, hook and cab",
            "lifts a box, turns, lowers it, waits",
            "a (b, c, d), e",
            "1,000,000,000 t",
            "the art of lifting, turning, lowering loads",
        ],
    )
    def test_short_lists_and_sentences_are_none(self, answer):
        assert not list(CHECKS[CheckName.ENUMERATION](basic("Crane?", answer)))

    def test_the_number_asked_for_is_the_number_given(self):
        card = basic("Which three parts has a grab?", "- a shell\n- a rope")
        assert only(CheckName.ENUMERATION, card).why == "asks for three and gives 2"

    def test_a_list_of_facts_is_not_split(self):
        card = basic("Crane: which four points?", "\n".join(["- " + "long " * 14] * 4))
        assert only(CheckName.ENUMERATION, card).repair is None


class TestSelfContained:
    @pytest.mark.parametrize(
        ("front", "better"),
        [
            ("What is it?", "What is Gantry crane?"),
            ("What does it lift?", "What does Gantry crane lift?"),
            ("Why is this used?", "Why is Gantry crane used?"),
            ("It lifts what?", "Gantry crane lifts what?"),
        ],
    )
    def test_the_pronoun_gives_way_to_the_subject(self, front, better):
        assert repaired(CheckName.SELF_CONTAINED, basic(front, "containers")) == (better, "containers")

    @pytest.mark.parametrize("front", ["What do they lift?", "Why is this rope strong?", "So what is a jib?"])
    def test_number_and_noun_must_agree_for_it(self, front):
        assert only(CheckName.SELF_CONTAINED, basic(front, "containers")).repair is None

    def test_plural_subjects_take_plural_pronouns(self):
        card = basic("What do they lift?", "containers", context="Harbour > Gantry cranes")
        assert repaired(CheckName.SELF_CONTAINED, card)[0] == "What do Gantry cranes lift?"

    def test_without_context_there_is_no_subject(self):
        card = basic("What does it lift?", "containers", context="", topic="")
        assert only(CheckName.SELF_CONTAINED, card).repair is None

    def test_the_subject_of_a_gapped_sentence_is_named(self):
        card = gapped("It lifts {{c1::containers}} from the ship")
        assert repaired(CheckName.SELF_CONTAINED, card) == ("Gantry crane lifts {{c1::containers}} from the ship",)

    @pytest.mark.parametrize("front", ["Maximum size?", "Use cases?", "Cost?", "How long?"])
    def test_a_question_of_nothing_gets_its_subject(self, front):
        assert repaired(CheckName.SELF_CONTAINED, basic(front, "40 t")) == (f"Gantry crane: {front}", "40 t")
        assert only(CheckName.SELF_CONTAINED, basic(front, "40 t", context="", topic="")).repair is None

    def test_pointers_in_brackets_are_left_out(self):
        card = basic("Crane: rope (see next slide)?", "steel")
        assert repaired(CheckName.SELF_CONTAINED, card) == ("Crane: rope?", "steel")
        assert only(CheckName.SELF_CONTAINED, basic("Crane: the following parts?", "hook")).repair is None
        assert only(CheckName.SELF_CONTAINED, basic("Crane: what gives the strength of both?", "steel")).repair is None
        assert only(CheckName.SELF_CONTAINED, basic("Crane: rope?", "Rope or chain next lecture")).repair is None

    def test_answers_begin_with_what_they_say(self):
        front = "Gantry crane: purpose?"
        assert repaired(CheckName.SELF_CONTAINED, basic(front, "It stores energy"))[1] == "Stores energy"
        assert repaired(CheckName.SELF_CONTAINED, basic(front, "and a hook"))[1] == "a hook"
        assert only(CheckName.SELF_CONTAINED, basic(front, "It was strong")).repair is None
        assert "closes" in only(CheckName.SELF_CONTAINED, basic(front, "lifts all of these")).why

    @pytest.mark.parametrize(
        "front", ["An issue is that the hook must hold [...]", "The rope makes this hoist strong up to [...]"]
    )
    def test_a_made_card_names_what_it_speaks_of(self, front):
        assert only(CheckName.SELF_CONTAINED, made(front, "40 t")).severity is Severity.VETO
        assert not list(CHECKS[CheckName.SELF_CONTAINED](basic(front, "40 t")))

    def test_a_this_that_repeats_a_noun_points_inside_the_card(self):
        for named in ("Hoist: the ropes of this hoist hold [...]", "ChainPulleys: the ropes of this CP hold [...]"):
            assert not list(CHECKS[CheckName.SELF_CONTAINED](made(named, "40 t")))

    def test_only_made_cards_are_turned_down(self):
        assert only(CheckName.SELF_CONTAINED, made("What is it?", "hook")).severity is Severity.VETO
        assert only(CheckName.SELF_CONTAINED, basic("What is it?", "hook")).severity is Severity.WARNING


class TestLeakage:
    @pytest.mark.parametrize(
        ("card", "severity"),
        [
            (made("Crane with a steel hook: which hook?", "steel hook"), Severity.VETO),
            (gapped("The hook of a crane is a {{c1::hook}}", rule="cloze"), Severity.VETO),
            (basic("Crane with a steel hook: which hook?", "steel hook"), Severity.WARNING),
            (basic("Rope test: weight?", "test weight of steel"), Severity.HINT),
            (gapped("A rope of wire holds more than {{c1::hemp rope}} of that size"), Severity.WARNING),
        ],
    )
    def test_answers_on_the_front_are_found(self, card, severity):
        assert only(CheckName.LEAKAGE, card).severity is severity

    @pytest.mark.parametrize(
        "text",
        [
            "Fishing in the EEZ: a state may license boats in its {{c1::Exclusive Economic Zone}} alone",
            "Sorted once, an unweighed crate counts as {{c1::weighed}}",
            "The customs officer reads the {{c1::SAD}} (Single Administrative Document)",
        ],
    )
    def test_letters_give_their_words_away(self, text):
        assert only(CheckName.LEAKAGE, gapped(text, rule="cloze")).severity is Severity.VETO
        assert not [finding for finding in CHECKS[CheckName.LEAKAGE](gapped(text)) if finding.loss > 0.1]

    def test_other_letters_give_nothing_away(self):
        text = "Fishing in the EEZ: a boat reports to the {{c1::Joint Inspection Scheme}} by radio"
        assert not list(CHECKS[CheckName.LEAKAGE](gapped(text, rule="cloze")))

    def test_a_deed_that_its_name_tells_is_given_away(self):
        front = "Harbour office: what does Timetabling allow you to do?"
        assert only(CheckName.LEAKAGE, made(front, "timetable all ferries")).severity is Severity.VETO
        assert not list(CHECKS[CheckName.LEAKAGE](made(front, "shift a late ferry to another berth of the harbour")))

    def test_an_article_that_tells_is_hidden_too(self):
        card = gapped("A crane stands on an {{c1::iron}} rail of the quay")
        assert repaired(CheckName.LEAKAGE, card) == ("A crane stands on {{c1::an iron}} rail of the quay",)
        for other in ("Man kann {{c1::alte Kräne}} am Kai sehen", "Er legt an {{c1::einem Kai}} der Stadt an"):
            assert not list(CHECKS[CheckName.LEAKAGE](gapped(other)))

    def test_the_context_line_is_read_too(self):
        card = basic("What does RTG stand for?", "Rubber Tyred Gantry", context="Cranes > RTG (Rubber Tyred Gantry)")
        assert "context line" in only(CheckName.LEAKAGE, card).why

    def test_a_quantity_in_the_context_line_is_read_too(self):
        card = basic("Tug: how much of its power does it keep?", "~15%", context="Tugs > Tug brake (~15% power)")
        assert "context line" in only(CheckName.LEAKAGE, card).why

    @pytest.mark.parametrize(
        ("front", "back"),
        [
            ("Crane-based loading: what to hire?", "crane software"),
            ("What does LoadCrates do?", "Loads new crates"),
            ("Tug – Invalidations: what to send?", "an invalidation"),
        ],
    )
    def test_an_answer_in_other_forms_of_the_words_is_found(self, front, back):
        assert only(CheckName.LEAKAGE, made(front, back)).severity is Severity.VETO

    def test_a_word_of_its_own_is_enough_for_an_answer(self):
        assert not list(CHECKS[CheckName.LEAKAGE](made("Crane-based loading: what to hire?", "a crane pilot")))

    def test_a_gap_in_another_form_of_the_words_is_found(self):
        card = gapped("Paying for compatibility: dearer ropes are {{c1::compatible with more hooks}}", rule="cloze")
        assert only(CheckName.LEAKAGE, card).severity is Severity.VETO
        named = gapped("The tug is loaded at night with the {{c1::Tug Scheduler}}", rule="cloze")
        assert Severity.VETO not in {finding.severity for finding in CHECKS[CheckName.LEAKAGE](named)}


class TestFrontForm:
    @pytest.mark.parametrize(
        "front",
        [
            "How does a crane use?",
            "Harbour: what does unsafe use of?",
            "Which three examples are there?",
            "Crane: which two “heavy loads?",
        ],
    )
    def test_broken_questions(self, front):
        assert "broken" in only(CheckName.FRONT_FORM, made(front, "hook")).why

    def test_whole_quotations_are_no_fault(self):
        for front in ("Was bedeutet „Kranarm“?", "What does a “jib” do?"):
            assert not list(CHECKS[CheckName.FRONT_FORM](made(front, "it carries the hook")))

    def test_fronts_that_ask_nothing_are_turned_down(self):
        assert "names nothing" in only(CheckName.FRONT_FORM, made("What is it?", "hook")).why
        assert "breaks off" in only(CheckName.FRONT_FORM, made("Crane: a hook with", "hook")).why
        assert "breaks off" in only(CheckName.FRONT_FORM, gapped("A {{c1::crane}} on the rail of", rule="cloze")).why

    def test_a_question_gets_its_mark(self):
        card = basic("Gantry crane: what does it lift:", "containers")
        assert repaired(CheckName.FRONT_FORM, card)[0] == "Gantry crane: what does it lift?"

    @pytest.mark.parametrize("front", ["Crane – Scenario 3?", "Cranes: Schritt 2?", "Figure 7"])
    def test_nobody_learns_numbers_of_slides(self, front):
        assert "asks for a number" in only(CheckName.FRONT_FORM, made(front, "hook")).why

    def test_articles_are_small_inside_a_question(self):
        card = basic("Harbour: what can A crane be moved by?", "rails")
        assert repaired(CheckName.FRONT_FORM, card)[0] == "Harbour: what can a crane be moved by?"
        assert not list(CHECKS[CheckName.FRONT_FORM](basic("Signal flags: what does A mean?", "diver down")))

    def test_a_subject_is_named_once(self):
        assert repaired(CheckName.FRONT_FORM, basic("Crane: Crane: rope?", "steel")) == (
            "Crane: rope?",
            "steel",
        )
        card = gapped("Gantry crane: Gantry crane spans {{c1::30 m}}")
        assert repaired(CheckName.FRONT_FORM, card) == ("Gantry crane spans {{c1::30 m}}",)

    def test_a_front_asks_one_thing(self):
        assert "more than one question" in only(CheckName.FRONT_FORM, made("Cranes? Really?", "they stand idle")).why
        assert (
            "more than one" in only(CheckName.FRONT_FORM, gapped("Why {{c1::rails}}? They carry it", rule="cloze")).why
        )
        assert "compare" in only(CheckName.FRONT_FORM, made("Harbour: Crane vs. Tug?", "a crane lifts")).why
        assert not list(CHECKS[CheckName.FRONT_FORM](made("Harbour: Crane vs. Tug?", "- Crane: lifts\n- Tug: pulls")))
        assert not list(CHECKS[CheckName.FRONT_FORM](made("Crane vs. Tug: what does a tug do?", "pulls ships")))

    def test_a_coin_answers_yes_or_no(self):
        assert only(CheckName.FRONT_FORM, basic("Does a crane swim?", "No.")).severity is Severity.WARNING

    def test_long_fronts_and_two_blanks_are_hints(self):
        assert "long" in only(CheckName.FRONT_FORM, basic("crane " * 30 + "?", "hook")).why
        assert (
            "more than one gap"
            in only(CheckName.FRONT_FORM, gapped("A {{c1::jib}} and a {{c1::hook}} hold the load")).why
        )
        assert "short" in only(CheckName.FRONT_FORM, made("Crane?", "hook", context="")).why


class TestOpenQuestions:
    @pytest.mark.parametrize(
        ("front", "back"),
        [
            ("What does the crane provide?", "a central place"),
            ("What does the harbour allow for?", "the loading of ships"),
            ("Cranes: what characterizes the old crane?", "Sturdy & cheap choice"),
            ("Cranes: what is rope care?", "Advanced techniques for splicing"),
            ("In which two states is the harbour log encrypted?", "at rest and in transit"),
            ("What does the crane help with?", "harbour life management"),
            ("What is the crane?", "the backbone of the harbour"),
            ("Cranes: what can two hooks do?", "lift crates independently"),
            ("Cranes: in what way fast and steady in lifting?", "few stops"),
            ("Cranes: you can either keep the ropes within which two?", "sheds and ships"),
        ],
    )
    def test_what_nearly_anything_answers_is_turned_down(self, front, back):
        assert only(CheckName.FRONT_FORM, made(front, back)).severity is Severity.VETO

    @pytest.mark.parametrize("back", ["a hook for each rope", "ropes from UIAA", "no rust in a storm"])
    def test_what_an_answer_singles_out_stays(self, back):
        assert not list(CHECKS[CheckName.FRONT_FORM](made("What does the crane provide?", back)))


class TestGap:
    def test_a_gap_on_a_small_word_moves(self):
        (text,) = repaired(CheckName.GAP, gapped("The crane of the old harbour {{c1::is}} driven by a diesel motor"))
        assert cloze.filled(text) == "The crane of the old harbour is driven by a diesel motor"
        assert "motor" in cloze.answer(text, 1)

    def test_a_gap_in_a_word_moves_to_a_whole_one(self):
        (text,) = repaired(CheckName.GAP, gapped("Crane: the rope of 40 kg carries {{c1::contain}}ers"))
        assert cloze.answer(text, 1) == "40 kg"

    @pytest.mark.parametrize(
        ("text", "better"),
        [
            ("Harbour log: ships are alphabetically {{c1::listed}}", "ships are {{c1::alphabetically}} listed"),
            ("Harbour log: old pages are {{c1::retained}} indefinitely", "old pages are retained {{c1::indefinitely}}"),
        ],
    )
    def test_how_something_is_done_is_hidden_rather_than_that_it_is(self, text, better):
        assert repaired(CheckName.GAP, gapped(text, rule="cloze")) == (f"Harbour log: {better}",)
        assert not list(CHECKS[CheckName.GAP](gapped("Harbour log: ships are usually {{c1::listed}}", rule="cloze")))

    def test_statements_too_short_or_too_long_have_no_room_for_a_gap(self):
        assert "too little" in only(CheckName.GAP, gapped("Crane: {{c1::steel}}", rule="cloze")).why
        assert "around the gap" in only(CheckName.GAP, gapped("long " * 41 + "{{c1::rope}}")).why

    @pytest.mark.parametrize(
        "text",
        [
            "Crane: the rope list – finer grain (can be {{c1::cut}})",
            "Crane: suitable for large loads that must be {{c1::price optimized}}",
            "Night crane: does not require {{c1::minding the ropes}}",
            "Night crane: no crew on board, fully {{c1::autonomous}}",
            "Night crane: {{c1::endlessly}} extendable & stable",
            "Night crane: the ropes require {{c1::special wax}}",
            "Sealed crates: are only to {{c1::sworn pilots}} of the port",
            "Night crane: can turn by itself (if the motor is {{c1::enabled}})",
            "Night crane: fair prices, pay only for the {{c1::resources used}}",
        ],
    )
    def test_what_nearly_anything_may_be_is_no_gap(self, text):
        assert "many words fit" in only(CheckName.GAP, gapped(text, rule="cloze")).why

    @pytest.mark.parametrize(
        "text",
        [
            "Night crane: does not require a rope of {{c1::steel}}",
            "Night crane: the cabin must be fully {{c1::closed by a door}}",
            "Night crane: pay for {{c1::crane hours}} and the crew",
        ],
    )
    def test_what_the_words_beside_it_narrow_is_a_gap(self, text):
        assert not list(CHECKS[CheckName.GAP](gapped(text, rule="cloze")))

    def test_a_gap_that_hides_half_a_sentence_is_a_hint(self):
        card = gapped("The rope of the crane is {{c1::spliced at both ends with a steel ring}}")
        assert only(CheckName.GAP, card).severity is Severity.HINT

    def test_statements_of_several_gaps_stay_as_they_are(self):
        card = gapped("The crane of the {{c2::old harbour}} {{c1::is}} driven by a diesel motor")
        assert only(CheckName.GAP, card).repair is None


class TestNoise:
    @pytest.mark.parametrize(
        "text",
        ["https://x.example/crane", "plan.pdf", "© Harbour", "key 123456789012", "Click the hook", "a0b1c2d3e4f5"],
    )
    def test_scraps_of_pages_are_turned_down(self, text):
        assert only(CheckName.NOISE, made("Crane?", text)).severity is Severity.VETO

    @pytest.mark.parametrize(
        "text", ["I like the hook", "a hook, TBH", "by that I only mean the hook", "what I’ve seen"]
    )
    def test_remarks_of_a_speaker_are_turned_down(self, text):
        assert "remark" in only(CheckName.NOISE, made("Crane?", text)).why
        assert not list(CHECKS[CheckName.NOISE](basic("Crane?", text)))

    @pytest.mark.parametrize("text", ["https://x.example/crane", "Questions?", "Page 3 of 9"])
    def test_a_written_side_must_say_something(self, text):
        assert only(CheckName.NOISE, basic("Crane?", text)).severity is Severity.WARNING

    @pytest.mark.parametrize("text", ["a hook, see https://x.example", "a click of the hook", "plan.pdf"])
    def test_people_may_write_links_and_names_of_files(self, text):
        assert not list(CHECKS[CheckName.NOISE](basic("Crane?", text)))


class TestEncoding:
    def test_broken_characters_cannot_be_repaired(self):
        finding = only(CheckName.ENCODING, basic("Cr\ufffdne?", "hook"))
        assert finding.severity is Severity.VETO
        assert finding.repair is None

    def test_joined_letters_become_letters(self):
        assert repaired(CheckName.ENCODING, basic("Crane: e\ufb03ciency?", "su\ufb03cient")) == (
            "Crane: efficiency?",
            "sufficient",
        )

    def test_a_doubled_word_stands_once(self):
        assert repaired(CheckName.ENCODING, basic("Crane: hook of the the rope?", "steel")) == (
            "Crane: hook of the rope?",
            "steel",
        )

    def test_characters_of_another_encoding_are_decoded(self):
        garbled = "Krähne – groß".encode().decode("cp1252")
        assert repaired(CheckName.ENCODING, basic("Kran?", garbled))[1] == "Krähne – groß"

    def test_a_word_cut_at_a_line_end_is_put_together_when_it_is_known(self):
        card = basic("Crane: counter- weight?", "steel", source=said(["counterweight of steel"]))
        assert repaired(CheckName.ENCODING, card)[0] == "Crane: counterweight?"
        unknown = basic("Crane: read- and write- access, north- south?", "steel")
        assert not list(CHECKS[CheckName.ENCODING](unknown))

    def test_an_open_bracket_is_closed(self):
        assert repaired(CheckName.ENCODING, basic("Crane (gantry?", "hook")) == ("Crane (gantry)?", "hook")
        assert repaired(CheckName.ENCODING, basic("Crane?", "hook (steel")) == ("Crane?", "hook (steel)")
        assert only(CheckName.ENCODING, basic("Crane?", "hook) steel")).repair is None
        assert only(CheckName.ENCODING, gapped("A {{c1::hook}} (steel on the rope")).repair is None

    def test_letters_of_options_and_smileys_open_no_bracket(self):
        assert not list(CHECKS[CheckName.ENCODING](basic("Which?\nA) hook\nB) rope", "a) hook :)")))

    def test_marks_of_a_gap_in_a_question_are_no_text(self):
        assert "marks of a gap" in only(CheckName.ENCODING, basic("Crane: {{c1::hook}}?", "hook")).why


class TestOrigin:
    def test_a_card_says_where_it_belongs(self):
        assert only(CheckName.ORIGIN, made("Crane: rope?", "steel", context="")).why == "no context line"
        assert "neither" in only(CheckName.ORIGIN, basic("Crane: rope?", "steel", context="", topic="")).why
        assert not list(CHECKS[CheckName.ORIGIN](basic("Crane: rope?", "steel", context="")))


class TestBehaviour:
    @pytest.mark.parametrize(
        ("fared", "whys"),
        [
            (Behaviour(lapses=3, ease_factor=1.6, median_took_ms=20_000), []),
            (Behaviour(lapses=4, ease_factor=1.3), ["forgotten 4 times"]),
            (Behaviour(lapses=0, ease_factor=1.5), ["stays hard"]),
            (Behaviour(lapses=9, ease_factor=2.5, median_took_ms=31_400), ["forgotten 9 times", "takes 31 seconds"]),
        ],
    )
    def test_reviews_tell_what_is_hard(self, fared, whys):
        found = [finding.why for finding in CHECKS[CheckName.BEHAVIOUR](basic("Rope?", "steel", behaviour=fared))]
        assert len(found) == len(whys)
        assert all(found_why.startswith(why) for found_why, why in zip(found, whys, strict=True))


def test_the_score_is_what_the_findings_leave():
    hint = Finding(check=CheckName.LEAKAGE, severity=Severity.HINT, why="", loss=0.05)
    warning = Finding(check=CheckName.ATOMIC, severity=Severity.WARNING, why="", loss=0.2)
    veto = Finding(check=CheckName.NOISE, severity=Severity.VETO, why="")
    assert lint.score([hint, warning]) == 0.75
    assert lint.score([hint, veto]) == 0.0
    assert lint.score([warning] * 9) == 0.0


def test_linting_puts_the_worst_first_and_finds_repetitions_in_the_later_card():
    first, second = basic("Rope?", "steel", uid="a", place="“Rope?”"), basic("rope", "Steel.", uid="b", context="")
    (_, none), (_, found) = lint.lint([first, second])
    assert none == ()
    assert [(finding.check, finding.repeats) for finding in found] == [(CheckName.DUPLICATE, "a")]


@pytest.mark.parametrize(
    ("front", "back"),
    [
        ("Harbour: what does the guild define for old cranes?", "the criteria"),
        ("Harbour: which settings can cranes have?", "default settings"),
        ("Harbour: which guilds is a crane run by?", "all"),
        ("Harbour: what is the load of a crane?", "Lₙₖ"),
    ],
)
def test_an_answer_that_any_thing_has_is_found(front, back):
    assert "no more than the question" in only(CheckName.FRONT_FORM, made(front, back)).why
    assert not list(CHECKS[CheckName.FRONT_FORM](basic(front, back)))
    assert not list(CHECKS[CheckName.FRONT_FORM](made(front, "night settings")))


@pytest.mark.parametrize(
    "front",
    [
        "Harbour: what do lanes enable by allowing two tugs to do?",
        "What is Ferry: The odds of rain?",
        "Harbour: was bedeutet „REG-352“?",
    ],
)
def test_a_question_with_a_second_verb_a_label_or_a_number_inside_is_found(front):
    assert only(CheckName.FRONT_FORM, made(front, "the far quay")).severity is Severity.VETO


def test_what_a_thing_does_is_not_told_by_its_own_name():
    card = made("Harbour: what does a tide table do?", "read the tide table until it matches the depth of the lock")
    assert "repeats what is asked of" in only(CheckName.LEAKAGE, card).why
    assert not list(CHECKS[CheckName.LEAKAGE](made("Harbour: what does a tide table do?", "tells the depth of a lock")))
