"""Questions that do not fit their label: a way of what is not done, a meaning that a noun tells, a deed of a phrase."""

import pytest

from flashdeck.extraction.asking import agreement
from tests.extraction.slide_notation import ask

_MORE = "- Read at night by the clerk of the lower court"


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Bailiff Badge: With a stamp that starts the seizure", "how?"),
        ("Real-Life: Actual rate of closed cases", "mean?"),
        ("Clerk Supported: Ability to open files by hand", "mean?"),
        ("Serve papers by hand: Receive up to ten writs at a time", "do?"),
        ("Hearings: Help in weighing different claims", "do?"),
        ("Secure: Locked at night with keys, guards, lamps, …", "in what way"),
        ("Specialized: Focused on tax law cases", "focused on"),
        ("Writ as Main Proof: Not designed for tax law cases", "designed for"),
        ("Trial path (simplified): Guessing the verdict of a friend", "involve?"),
        ("Sorting goal: Improving the room to file old papers", "goal?"),
        ("Filing limits: you can limit how far clerks may read", "limits?"),
        ("Syntax: SIGNED AND SEALED", "yntax?"),
        ("At-desk encryption: Wax of an outside firm", "encryption?"),
        ("Night seals: managed by users", "managed by"),
        ("Open files: can be shared with team members", "shared with"),
        ("Con: much walking between two rooms", "con?"),
        ("Sealing and waxing: clerks remove all marks from the paper", "mean?"),
    ],
)
def test_a_question_that_does_not_fit_its_label_is_not_asked(line, asked):
    assert not [front for front in ask(f"# Court Papers\n- {line}\n{_MORE}") if asked in front]


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Serving writs: By a bailiff with a badge", "how?"),
        ("Paperless: No files to carry", "mean?"),
        ("Paper format: Supports both the red and the blue form", "format?"),
        ("Paper Search: Looks up each writ by its seal", "do?"),
    ],
)
def test_a_question_that_fits_its_label_is_asked(line, asked):
    assert [front for front in ask(f"# Court Papers\n- {line}\n{_MORE}") if asked in front]


@pytest.mark.parametrize(
    "line", ["Theft Detection: Detecting who steals a seal", "Theft Reports: Provides reports of all papers"]
)
def test_a_use_case_that_its_name_tells_is_not_asked(line):
    made = ask(f"# Court Papers\n- Use cases\n  - {line}\n  - {_MORE[2:]}", topic="Court Papers")
    assert not [front for front in made if "use case" in front]


def test_a_use_case_that_is_set_off_from_another_is_asked():
    line = "Seal Papers: Presses papers in wax instead of ink"
    made = ask(f"# Court Papers\n- Use cases\n  - {line}\n  - {_MORE[2:]}", topic="Court Papers")
    assert [front for front in made if "use case" in front]


def test_why_something_matters_is_asked_only_where_its_label_does_not_tell():
    lines = "  - Safe Filing: Files papers in a safe\n  - Fair Appeals: keeps the first verdict at hand"
    made = ask(f"# Seal Books\n- Why is it important?\n{lines}\n{_MORE}")
    asked = [front for front in made if "important for" in front]
    assert len(asked) == 1
    assert asked[0].endswith("important for Fair Appeals?")


def test_no_article_stands_before_a_lone_name_of_program_text():
    made = ask(f"# Court Papers\n- A oakSeal contains red wax and ink\n{_MORE}")
    asked = {back: front for front, back in made.items()}
    assert asked["red wax and ink"].endswith("what does oakSeal contain?")


def test_a_vowel_has_its_article_before_a_name_that_a_noun_follows():
    assert agreement.with_article("What does a oakSeal stamp do?") == "What does an oakSeal stamp do?"


def test_one_of_several_times_of_which_any_may_be_chosen_is_no_gap():
    made = ask(f"# Court Hours\n- Breaks between two hearings: 10 min, 20 min or multiples of 45 min\n{_MORE}")
    assert not {"10 min", "20 min", "45 min"} & set(made.values())


@pytest.mark.parametrize(
    ("title", "line", "front", "back"),
    [
        ("Filing Anti-Patterns", "Loose papers: Folders are better", "what to use instead?", "Folders"),
        ("Filing Steps", "Appeal window: within X days, default is 15 min", "default Appeal window?", "15 min"),
        ("Filing Steps", "Stamp: Stamp papers into sealed papers by night", "do?", None),
        ("Filing Steps", "Cutover: will move your old papers", "Cutover: what does it do?", "move your old papers"),
        ("Verdict results", "Mistrial: Invalid oath of a witness", "mean?", None),
        ("Common tug commands", "tug load .: Put all new papers on the pile", "what does tug load . do?", None),
    ],
)
def test_a_description_is_asked_by_what_it_tells(title, line, front, back):
    made = ask(f"# {title}\n- {line}\n{_MORE}", topic=title)
    told = back or line.partition(": ")[2]
    assert [asked for asked, said in made.items() if asked.endswith(front) and said == told], made


@pytest.mark.parametrize(
    ("title", "line", "asked"),
    [
        ("Seal Safe", "Shelf-Level Security: Manage access to certain shelves", "Security"),
        ("Paper Steps", "Sieve: specify a rule to sieve papers", "Sieve"),
        ("Paper Tools", "Get advice: read papers, ask the clerk, see the judge on a screen", "advice"),
        ("Costs of Papers", "Savings strategy: In court, you could burn old papers at 5 PM", "strategy"),
    ],
)
def test_a_label_that_tells_its_description_or_leaves_it_open_is_not_asked(title, line, asked):
    made = ask(f"# {title}\n- {line}\n{_MORE}", topic=title)
    assert not [front for front in made if asked in front and "?" in front]


def test_a_title_of_how_it_was_stands_without_the_topic_that_does_it_otherwise():
    made = ask(f"# Traditional Courts\n- Writ box: holds the papers of one day\n{_MORE}", topic="Acme Paperless")
    assert made
    assert not [front for front in made if "Acme Paperless" in front]


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Durable: Ensures that papers last in a dry room", "in what way"),
        ("Complexity: Demands tax law knowledge", "demand"),
        ("Appeal filing: Quick use of folders", "how?"),
        ("Use cases: writs for debts, deeds of land, …", "use cases"),
    ],
)
def test_praise_without_a_figure_and_an_open_list_are_not_asked(line, asked):
    assert not [front for front in ask(f"# Seal Books\n- {line}\n{_MORE}", topic="Court") if asked in front]


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        (
            "Creating Seals: Clerk Window, Court CLI, or Fax",
            "by which three means?",
            "Clerk Window, Court CLI, or Fax",
        ),
        (
            "Open safes: Papers of old trials (read by judges) safe1.court.internal",
            None,
            "Papers of old trials (read by judges)",
        ),
    ],
)
def test_a_description_of_means_or_with_a_host_behind_it_is_asked_without_what_is_no_answer(line, front, back):
    made = ask(f"# Seal Books\n- {line}\n{_MORE}", topic="Court")
    assert back in made.values()
    assert front is None or [asked for asked in made if asked.endswith(front)]


def test_a_question_about_it_is_asked_of_its_subject_in_the_order_of_words():
    made = ask(
        "# Paper Court – Seal Book\n- What it does?\n  - Keeps the mark of each seal in use\n- Rarely lent",
        topic="Court",
    )
    assert [front for front in made if front.endswith("what does Seal Book do?")], made


def test_which_of_some_is_asked_of_no_adjective_whose_examples_have_common_names():
    above = "# Court Papers\n- Evidence models\n  - Graphic: {}\n  - Read at night by the clerk of the lower court"
    assert not [front for front in ask(above.format("maps, early drawings of rooms")) if "which two" in front]
    assert [front for front in ask(above.format("Ordnance Maps, Kent Drawings")) if "which two" in front]


@pytest.mark.parametrize(
    ("line", "front"),
    [
        ("Security: TLC, LTC", "ecurity: by which two means?"),
        ("Security: Keep all papers in a safe and burn old ones", "what does security call for?"),
        ("Security: Guards at the door, supports locked drawers", "How does Acme Court handle security?"),
        ("Encryption: encrypt papers of the court with seals", None),
    ],
)
def test_how_something_is_handled_is_asked_as_its_answer_tells(line, front):
    made = ask(f"# Acme Court\n- {line}\n{_MORE}", topic="Acme Court")
    told = line.partition(": ")[2]
    asked = [question for question, back in made.items() if back == told]
    assert not asked if front is None else asked[0].casefold().endswith(front.casefold())
