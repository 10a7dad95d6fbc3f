"""A label that tells its own description: what is left is asked, or nothing; labels that praise, or name a field."""

import pytest

from tests.extraction.slide_notation import ask

_TALK = "- The clerks of the court read each file at night"


def _made(line: str, title: str = "Court of Appeal") -> dict[str, str]:
    made = ask(f"# {title}\n{_TALK}\n- {line}", topic=title)
    return {front.removeprefix(f"{title}: ").removeprefix(f"{title} – "): back for front, back in made.items()}


@pytest.mark.parametrize(
    "line",
    [
        "Witness Protection: Guards certain witnesses",
        "Automatic Renewal: Auto-renews the need for a form, no manual renewal required",
        "Docket fees: Fees for dockets and operations",
        "Filing pattern: Files based on specific pattern",
        "Jury insight: Immediate jury analysis",
    ],
)
def test_a_label_that_says_the_same_is_asked_by_no_rule(line):
    label = line.partition(":")[0]
    assert not [front for front in _made(line) if label.casefold() in front.casefold()]


@pytest.mark.parametrize(
    "line",
    [
        "Petri dish: Holds a culture between two plates of glass",
        "Bail bond: Bond of 500 pounds",
        "Court dress: Dress worn by barristers and clerks",
        "Case law: Law that judges make by their rulings",
    ],
)
def test_what_tells_a_figure_a_relation_or_more_than_a_word_is_asked(line):
    assert line.partition(": ")[2] in _made(line).values()


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        ("File retrieval: Secure retrieval via sealed couriers", "File retrieval: how?", "via sealed couriers"),
        (
            "Record storage: Stores the records for settling disputes",
            "what is Record storage for?",
            "settling disputes",
        ),
        ("Docket units (DU): dockets of a unit (same as stamps)", "what are Docket units (DU) the same as?", "stamps"),
        (
            "Wide Form Support: Handles multiple forms and conversions (e.g., writ to summons)",
            "Wide Form Support: example of a conversion?",
            "writ to summons",
        ),
        ("Clear Dashboard: Overview of open cases", "what does its dashboard give an overview of?", "open cases"),
    ],
)
def test_what_a_description_adds_to_its_label_is_asked(line, front, back):
    assert _made(line).get(front) == back, _made(line)


def test_means_that_say_the_label_again_are_no_answer():
    assert not [front for front in _made("Sealing: Seals files using seals") if "Sealing" in front]


def test_a_first_sentence_that_is_the_label_again_is_left_out():
    made = _made("Mediation: Ideal for mediation and general mediation. Settling claims out of court and at less cost")
    assert "Settling claims out of court and at less cost" in made.values()


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        ("Flexibility: Ideal for cases with many claimants", "What is Court of Appeal ideal for?", None),
        ("Cost efficiency: More economical for small claims", "cost-efficient for what?", "small claims"),
        ("Simplicity: No need to rewrite pleadings in Latin", "what need not be rewritten in Latin?", "pleadings"),
        ("Simple: no more wax seals", "what is no longer needed?", "wax seals"),
        ("Scalable: Scales automatically with the number of claims", "How does Court of Appeal scale?", None),
        ("Cost-effective: Bills the hours heard", "How is Court of Appeal charged?", "Bills the hours heard"),
        (
            "Secure: Uses sealed boxes for transport",
            "Which boxes does Court of Appeal use for transport?",
            "sealed boxes",
        ),
        ("Reliability: Ensure judges have read each file", "what does reliability call for?", None),
        ("Consistency: Like cases are decided alike", "what does consistency mean?", "Like cases are decided alike"),
        ("Flexible: Allows written and spoken pleadings", "in what way flexible?", None),
    ],
)
def test_praise_is_asked_for_the_fact_behind_it(line, front, back):
    made = {said.casefold(): told for said, told in _made(line).items()}
    found = made.get(front.casefold())
    assert found is not None, made
    assert back is None or found == back


@pytest.mark.parametrize(
    ("line", "front"),
    [
        (
            "Effortless Case Handling: Sorts the files by judge",
            "What does Court of Appeal do for Effortless Case Handling?",
        ),
        ("Archive Defaults: Configured to keep files for a year", "Archive: what is it configured to do by default?"),
    ],
)
def test_the_thing_itself_acts_rather_than_its_label(line, front):
    assert front.casefold() in {said.casefold() for said in _made(line)}, _made(line)


def test_an_answer_about_several_things_has_its_verbs_in_the_plural():
    made = _made("Court clerks: Opens the post and checks it, then sorts all writs")
    assert made["what do court clerks do?"] == "Open the post and check it, then sort all writs"


@pytest.mark.parametrize(
    ("line", "back"),
    [
        ("Court clerks: Open the post and sort it", "Open the post and sort it"),
        ("Court clerks: Opens the post and staples", "Opens the post and staples"),
    ],
)
def test_an_answer_stays_as_it_is_where_its_verbs_fit_or_may_be_nouns(line, back):
    assert back in _made(line).values()


def test_an_outline_numeral_is_no_part_of_a_name():
    made = ask(f"# Court of Appeal\n{_TALK}\n- II. Civil Division\n  - Writ clerk: Checks each writ for faults")
    assert [front for front in made if "Civil Division" in front and "II." not in front]
    assert not [front for front in made if "II." in front]


def test_two_that_between_joins_are_one_of_a_list():
    made = _made("Use cases: appeals, disputes between tenants and landlords")
    assert not [front for front in made if "three" in front]


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        (
            "Open Codes: Complies with Brussels and Lugano",
            "Which two open codes does Court of Appeal comply with?",
            None,
        ),
        (
            "Clerk Ecosystem: Integrates with Themis, Solon, Draco",
            "Clerk Ecosystem: which three does it integrate with?",
            "Themis, Solon, Draco",
        ),
        ("Quiet hours: Incorporate into court calendar", "what to incorporate Quiet hours into?", "court calendar"),
        ("Early mediation: Reducing the wait for a hearing", "what is Early mediation for?", None),
        ("Type of ink: Iron Gall vs. Lamp Black", "which two types of ink?", None),
        ("Full Service: Registry handles filing and copying", "what does Registry handle?", "filing and copying"),
        ("Late Risk: Missing the time limit can lead to dismissal", "what can missing the time limit lead to?", None),
        ("Use case: Suited for claims of small worth", "What is Court of Appeal suited for?", "claims of small worth"),
        ("Excellence: Manage the docket without delay", "what does excellence call for?", None),
        ("Automated alerts: Detailed alerts when a time limit has passed", "Automated alerts: when?", None),
        (
            "Visibility and Reporting: Publishes all rulings each week",
            "What does Court of Appeal do for visibility and reporting?",
            None,
        ),
    ],
)
def test_a_description_of_another_than_its_label_is_asked_of_it(line, front, back):
    made = {said.casefold(): told for said, told in _made(line).items()}
    found = made.get(front.casefold())
    assert found is not None, made
    assert back is None or found == back


def test_a_field_of_work_is_asked_of_a_service_in_the_plural():
    made = ask("# Court Clerks\n- Night Orchestration: Coordinates hearings that overlap", topic="Court Clerks")
    assert "What do Court Clerks do for Night Orchestration?" in made, made


def test_features_without_their_count_are_not_asked():
    made = ask("# Court of Appeal\n- Docket Index:\n  - Features: Reads old dockets\n  - Size: 40 pages")
    assert not [front for front in made if "eatures?" in front]


def test_either_of_two_is_no_list_of_both():
    made = ask("# Court of Appeal\n- You can either manage your dockets within\n  - Themis\n  - Solon rolls")
    assert not [front for front in made if "which two" in front]


def test_many_things_that_do_something_to_themselves_are_not_asked():
    made = ask("# Court of Appeal\n- Seals: restrict certain seals that a clerk can break\n- Wax: closes a letter")
    assert not [front for front in made if "seals do" in front.casefold()]


def test_what_a_work_involves_is_not_asked_where_its_label_tells_most():
    made = ask("# Court of Appeal\n- Docket room care: Cleaning a docket room and keeping its lamps lit\n- Wax: a seal")
    assert not [front for front in made if "involve" in front]


@pytest.mark.parametrize(
    "line",
    [
        "Use cases: small claims, quick appeals, old wills, lost deeds",
        "Hand-overs: bailiffs, clerks, ushers, heralds",
        "Strict seals: higher trust in your rolls",
        "Vault key: Scrolls, maps and seals can be locked away",
        "Wax seals: can quickly harden",
        "Rolls: letters, writs (like summons), deeds, wills",
        "Roll sorting: Sorting the docket by year",
    ],
)
def test_what_several_answers_fit_is_not_asked(line):
    made = ask(f"# Court of Appeal\n- {line}\n- Wax: a seal")
    label = line.partition(":")[0].casefold()
    assert not [front for front in made if label in front.casefold() and "[...]" not in front], made


def test_one_or_two_uses_are_asked():
    made = ask("# Court of Appeal\n- Use cases: claims between two cities, appeals of a guild\n- Wax: a seal")
    assert [front for front in made if "use cases" in front] == ["Harbor Queue – Court of Appeal: which two use cases?"]


def test_what_a_thing_does_for_a_field_is_not_the_field_again():
    again = ask("# Court Registry\n- Docket management: Handles dockets for all judges\n- Wax: a seal")
    fresh = ask("# Court Registry\n- Docket management: Assigns a number to each new claim\n- Wax: a seal")
    assert not [front for front in again if "do for" in front]
    assert [front for front in fresh if "do for docket management?" in front.casefold()]


def test_examples_in_brackets_do_not_hide_that_names_are_listed():
    made = ask("# Court of Appeal\n- Checks: Lawful signatures (e.g., in wax), paper inspections\n- Wax: a seal")
    assert [front for front in made if "which two checks?" in front.casefold()]


def test_figures_without_a_unit_make_no_options():
    made = ask("# Court of Appeal\n- Gold (12 x 4), Silver (7 x 2)\n- Wax: a seal")
    assert not [front for front in made if "options" in front]


@pytest.mark.parametrize(
    "line",
    [
        "Reading room: Easily finds old rolls without a clerk",
        "Reading room: allows for quick search of old rolls",
        "Sealed rolls: e.g. wills, deeds",
        "Young clerks: Watch the older ones at work",
    ],
)
def test_what_nearly_anything_does_is_not_asked(line):
    made = ask(f"# Court of Appeal\n- {line}\n- Wax: a seal")
    asked = [front for front in made if front.endswith(("do?", "an example of Sealed rolls?"))]
    assert not asked, made


def test_what_a_third_thing_does_is_not_asked_where_two_are_compared():
    line = "- The notary office: Copies all pleas onto paper\n- Wax: a seal"
    compared, alone = ask(f"# Written vs. Spoken Pleas\n{line}"), ask(f"# Pleas in court\n{line}")
    assert not [front for front in compared if front.endswith("do?")]
    assert "Harbor Queue – Pleas in court: what does the notary office do?" in alone


def test_what_is_only_comparable_is_asked_so():
    made = ask("# Court of Appeal\n- Case Number ~= name of the file\n- Wax: a seal")
    assert [back for front, back in made.items() if front.endswith("comparable to?")] == ["name of the file"]
