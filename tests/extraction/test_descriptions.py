"""The question that a description answers, told by its form: every case a label of a small invented slide."""

import pytest

from flashdeck.extraction import explanation
from flashdeck.extraction.model import SlideFile
from flashdeck.extraction.options import ExtractionOptions
from flashdeck.extraction.pipeline import extract_slides
from tests.extraction.slide_notation import ask, slide_of

_TALK = "- The mode of a winch and the modes of all winches\n- A key, two keys"


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        ("Night lock: $4 per ship", "Night lock: what does it cost?", "$4 per ship"),
        ("Towing: Pay for the hours at sea", "how is Towing charged?", "Pay for the hours at sea"),
        ("Log books: 40", "how many Log books?", "40"),
        ("Deck crane: 12 TB", "Deck crane: how large is it?", "12 TB"),
        ("Low tide: 6 hours", "Low tide: how long does it last?", "6 hours"),
        ("Pilot badge: can be shared with guests", "Pilot badge: what can it be shared with?", "guests"),
        ("Pilot badge: must show a photo", "Pilot badge: what must it do?", "show a photo"),
        ("Ferry deck: can carry eight trucks", "Ferry deck: what can it carry?", "eight trucks"),
        ("Availability: Share of days without fog", "what does Availability mean?", None),
        ("Pier security: Sailors walk along the fence", "how is Pier security ensured?", None),
        ("Unlimited mooring capacity: At most 90 ships per pier", "Unlimited mooring capacity: what limits it?", None),
        ("Easy setup: No crew on the quay", "in what way is the setup easy?", None),
        ("Speed limits: Slows all ships in the fog", "what do Speed limits do?", None),
        ("Berth hours: Charged based on the tide", "on what basis are Berth hours charged?", "the tide"),
        (
            "Tug Units (TU): Charges are based on TU (1 TU has 2 winches)",
            "Tug Units (TU): what does 1 TU have?",
            "2 winches",
        ),
        ("Winch setup: Mount the drum on the quay wall", "winch setup: how?", None),
        ("Lamp rows: list of lamp rows that a guard crosses", "what are lamp rows?", None),
        ("Guest lamp: frequently used records of guests", "Guest lamp: what is it for?", None),
        ("Unmanned: moves at dawn; needs no crew", "what does Unmanned mean?", "moves at dawn; needs no crew"),
        ("Tide gauge: Set at the start of the year", "Tide gauge: when is it set?", "at the start of the year"),
        ("Tide gauge: read by the harbour master", "Tide gauge: what is it read by?", "the harbour master"),
        ("Tide gauge: Based on a float", "Tide gauge: what is it based on?", "a float"),
        ("Tide gauge: Responsible for all warnings", "Tide gauge: what is it responsible for?", "all warnings"),
        ("Signal lamp: for foggy nights", "Signal lamp: what is it for?", "foggy nights"),
        ("Signal lamp: in the old tower", "Signal lamp: where?", "in the old tower"),
        ("Lamp switching: via the radio room", "Lamp switching: how?", "via the radio room"),
        ("Signal lamp: at the request of a pilot", "Signal lamp: when?", "at the request of a pilot"),
        ("Berth plan: which ship lies at which quay", "Berth plan: what does it determine?", None),
        ("Small ropes: Use chains instead", "Small ropes: what to use instead?", "chains"),
        ("Idle tugs: No need to refuel them", "Idle tugs: what is there no need to do?", "refuel them"),
        ("Heavy cargo: such as bricks", "Heavy cargo: what is an example of it?", "bricks"),
        ("Drift mode: Each ship keeps its lane", "what does a Drift mode mean?", "Each ship keeps its lane"),
        ("Drift mode: Slow, without any steering", "what characterizes a Drift mode?", None),
        ("Anchor watch: Wakes the crew in a storm", "Anchor watch: what does it do?", None),
        ("Anchor watch: Requires two sailors", "Anchor watch: what does it require?", "two sailors"),
        ("Paint colours: red, blue and white", "which three paint colours?", "red, blue and white"),
        ("Rudder oil: heavy mineral oil from the coast", "Rudder oil: what is it?", None),
        ("Closing the lock: Turn the two wheels", "Closing the lock: how?", None),
        ("Night crew: for customers without a ship", "Night crew: for whom is it?", "customers without a ship"),
        ("Old charts: can lead to wrong turns", "what can Old charts lead to?", "wrong turns"),
        ("Crew badge: Access to the inner harbour", "Crew badge: what does it give access to?", "the inner harbour"),
        ("Night watch: Walking along the piers", "Night watch: what does it involve?", None),
        ("First call: The pilot quietly signed the log", "First call: what does it mean?", None),
        ("Managed towing service: Moves all ships", "What does Harbor Queue do?", "Moves all ships"),
        ("Improved safety: Ships see each other early", "why improved safety?", None),
        ("Night lock: no pilot needed", "Night lock: what is not needed?", "pilot"),
        ("Night lock: No gates to maintain", "Night lock: what need not be maintained?", "gates"),
        ("Night lock: no management of the gates", "Night lock: what need not be managed?", "the gates"),
        ("Far berths: ships not seen for 30 days", "Far berths: which ships?", "not seen for 30 days"),
        ("Spare anchor: can be used to hold a tug", "Spare anchor: what can it be used to do?", "hold a tug"),
        ("Guest berth: must first choose a quay", "Guest berth: what must you do?", "choose a quay"),
        ("Towing operations: The tug pulls and the pilot steers", "how do Towing operations work?", None),
        ("Ballasting: Use water from the river", "Ballasting: how?", None),
        ("Reliability: Ensures that each ship finds a berth", "in what way reliable?", None),
        ("High throughput per lock: 40 ships", "how high is the throughput per lock?", "40 ships"),
        ("Speed: Up to 3 times faster", "how many times faster?", "Up to 3 times faster"),
        ("Integration: Integrates with other ports (Brest, Calais etc.)", None, "Brest, Calais"),
        ("Berth billing: Charges for each tide", "Berth billing: what is charged?", "each tide"),
        ("Lock pricing: Fees based on the tide", "what is Lock pricing based on?", "the tide"),
        ("Steam billing: Pay after each month", "Steam billing: when?", "after each month"),
        ("Crew integration: Radio sets", "Crew integration: by what means?", None),
        ("Returns: The number of free berths", "what is returned?", None),
        ("Use Tide Tables for all locks: Reduces the wait", "why use Tide Tables for all locks?", None),
        ("Crane Inspection: Pilot Board", "how is Crane Inspection done?", None),
        ("Pilot Installation: Install pilots at the outer quay", "Pilot Installation: where?", "at the outer quay"),
        ("Dry docks: any wooden boats – including wrecks", "Dry docks: which wooden boats?", None),
        ("Traditionally: Steam winches of the old yard", "what is used traditionally?", None),
        ("Tide tables: Details about all berths", "what do Tide tables contain?", None),
        ("Signal desk: Automatic steering for barges", "Signal desk: what is it for?", None),
        ("Night patrol: pier and lock guards", "Night patrol: which guards?", "pier and lock"),
        ("Crate Handling: Sacks automatically weighed on arrival", "how does Crate Handling work?", None),
        ("Harbor access: Swing Bridge, Ferry Line", "Harbor access: by what means?", None),
        ("Guild pin: One pin is used to open two locks", "Guild pin: how does it work?", None),
        ("Tidiness: Reduce all waste on the quay", "what does Tidiness call for?", None),
        ("Dry shed: Suitable only for crates of tea", "Dry shed: what is it suitable for?", "only crates of tea"),
        ("Dry shed: Long-running jobs, real ale", "Dry shed: what is it for?", None),
        ("Lock checks: gates, ropes", "which two lock checks?", None),
        ("FOG_BELL: Not enough sight for any ship", "what does FOG_BELL mean?", None),
        ("Logging the tides: Keep one book for each lock", "Logging the tides: how?", None),
        ("Outer lock: at high tide, provides a short way", "Outer lock: what does it do?", None),
        ("Crew Training: can be shared with the navy", "What can Harbor Queue be shared with?", "the navy"),
        ("Wide mode: fog-prone workloads (tugs, ferries)", "what is a Wide mode for?", None),
        ("General purpose: Provide room for crates and ropes", "General purpose: what does it do?", None),
        ("Acme TB: Acme Tide Book", "what does Acme TB stand for?", None),
    ],
)
def test_a_description_is_asked_by_its_form(line, front, back):
    made = ask(f"# Harbor Queue\n- {line}\n{_TALK}")
    told = {asked.removeprefix("Harbor Queue – ").removeprefix("Harbor Queue: "): said for asked, said in made.items()}
    if front is None:
        assert back in told.values(), made
    else:
        assert told.get(front) == (back or line.partition(": ")[2]), made


@pytest.mark.parametrize(
    "line",
    [
        "Various lamps: oil, gas, wind and sun",
        "Message text: “Send two tugs”",
        "Departure: March 4, 1987",
        "Pay for the tug: tons of cargo",
        "My own way: whistle three times a night",
        "Outer piers: Fully managed",
        "Signal code: B7",
        "Night pilot: Ship lamp, Bell Rope",
        "Patience: Keeps all crews calm",
        "Non-paying: Ship does not pay the fee",
        "Rope colouring: Colours the rope",
        "Ferry deck: you can park trucks there for free",
        "Use case: carry the night mail",
        "Port services: Rope Shop, etc",
        "Toll price: $3 for a boat, $5 for a tug",
        "Harbor clock: Build a harbor clock of brass",
        "Old gauge: Earlier version of the gauge",
        "Fog optimized: B4, B5",
        "Open Signals: Supports flags and lamps",
        "Toll: free by day, $3 at dusk, $5 at night",
        "Winch 7: Level rises with more coal",
        "Tugs instead of sails: many small engines",
        "Customs lanes: assign ships to customs lanes",
        "Cranes: steam, diesel, wind, hand",
        "Fog horns: brass, etc",
        "Harbor fund: Shell & Spray",
        "Tide marks: Each lamp should stand on a mark",
        "Side gate: less common (can be locked)",
        "Route check: Can I check all routes?",
    ],
)
def test_a_label_that_does_not_tell_what_is_asked_makes_no_card(line):
    made = ask(f"# Harbor Queue\n- {line}\n{_TALK}")
    assert not [front for front in made if front.endswith("?")]


def test_several_things_are_defined_in_the_plural():
    made = ask("# Tide Locks\n- Definition: Chambers that lift ships between two waters")
    assert made["Harbor Queue: what are Tide Locks?"] == "Chambers that lift ships between two waters"


def test_a_gap_stands_behind_the_label_that_cues_it():
    made = ask(f"# Harbor Queue\n- Entry by Harbor Bell: Ships wait at least 40 minutes\n{_TALK}")
    assert made == {"Harbor Queue: Entry by Harbor Bell: Ships wait at least [...]": "40 minutes"}


def test_a_card_left_out_says_why():
    slide = slide_of("# Harbor Queue\n- Message text: “Send two tugs”\n- Tug: pulls the ships")
    made = extract_slides(
        SlideFile(name="deck.txt", format="text", dialect="test", slides=(slide,)), options=ExtractionOptions()
    )
    assert "its form does not tell what is asked" in explanation.explain(made)


def test_what_a_sentence_under_a_label_defines_is_asked_by_its_own_name():
    made = ask("# Harbor Queue\n- Night routes: A fairway is a lane that buoys mark")
    assert made["Harbor Queue – Night routes: what is a fairway?"] == "a lane that buoys mark"


def test_a_respect_over_the_sides_of_a_comparison_is_asked_of_each_side():
    made = ask("# Tugs vs. Ferries\n- Fuel\n  - Tugs: heavy diesel oil\n  - Ferries: steam from coal")
    assert made["Harbor Queue – Tugs: fuel?"] == "heavy diesel oil"
    assert made["Harbor Queue – Ferries: fuel?"] == "steam from coal"


@pytest.mark.parametrize(
    ("above", "line", "front"),
    [
        ("Use Cases", "Crew Sync: Copies the lists to all ships", "use case Crew Sync: what does Harbor Queue do?"),
        ("Use Cases", "Lamp Care: Cleaning glass at night", "use case Lamp Care: what does it involve?"),
        ("Use Cases", "Tide Store: Tables for ships without a pilot", "use case Tide Store: for what?"),
        ("Maximum", "Hull length: 90 m", "Harbor Queue: maximum Hull length?"),
        ("Maximum", "Idle tugs: 12", "Harbor Queue: maximum number of idle tugs?"),
        ("Reasons", "Deep hulls: one ship is loaded too much", "how do deep hulls cause Harbor Queue?"),
        ("Mooring issues", "Slack ropes: Wind or lack of crew on the pier", "Slack ropes: what is the cause?"),
        ("Mooring issues", "Slack ropes: normal, just keep calm", "Slack ropes: what does it mean?"),
        ("Lamp rotation", "Night lamps: automatic every 2 years", "how often for night lamps?"),
    ],
)
def test_what_stands_above_a_label_says_what_is_asked(above, line, front):
    made = ask(
        f"# Harbor Queue\n- {above}\n  - {line}\n  - {_TALK[2:]}\n- Hull lengths, night lamps, idle ships, deep seas"
    )
    asked = [said for said in made if said.endswith(front)]
    assert asked, made
    assert made[asked[0]] == line.partition(": ")[2]


def test_one_of_several_sources_is_not_asked_what_it_is():
    made = ask(
        f"# Harbor Queue\n- Sources\n  - Old Quay: crates from the north\n  - Dry Dock: rust from hulls\n{_TALK}"
    )
    assert not [front for front in made if "what is" in front]


def test_a_question_to_the_reader_becomes_the_condition_of_what_to_do():
    made = ask("# Harbor Queue\n- Do you load mostly at night?\n  - If so, keep the lamps on the pier lit")
    assert made["Harbor Queue: what to do if you load mostly at night?"] == "keep the lamps on the pier lit"


def test_a_claim_with_a_bracket_asks_for_the_limit():
    made = ask(
        "# Harbor Queue\n- Unlimited capacity (a safety limit of nine ships per hour)\n"
        "- Near real time (Moved by weight and tide)"
    )
    assert made["Harbor Queue – Unlimited capacity: what limits it?"] == "a safety limit of nine ships per hour"
    assert "Harbor Queue – Near real time: how?" not in made


def test_a_value_that_the_title_tells_is_not_asked():
    assert not ask("# Lock depth demo (9 m)\n- Depth = 9 m\n- Tugs wait")


def test_a_bracket_behind_the_head_of_points_is_asked_only_when_it_says_when_or_how():
    made = ask("# Harbor Queue\n- Lane mode (set at the first passage)\n  - Wide\n  - Narrow")
    assert made["Harbor Queue – Lane mode: when is it set?"] == "at the first passage"


def test_a_name_below_a_name_may_stand_beside_it():
    made = ask("# Harbor Queue\n- Night Watch\n  - Harbor Police")
    assert not [front for front in made if "Night Watch" in front]


def test_a_deck_in_another_language_is_asked_without_english_words():
    notation = "# Hafen\n- Die Schlepper und die Fähren warten nicht auf das Schiff\n- Nachtdienst\n- ⇒ neue Lampen"
    assert not ask(notation)  # nothing tells what is asked
    made = ask(f"{notation}\n- Das Seil reißt oft ⇒ der Hafen bleibt zu")
    assert made["Harbor Queue – Hafen: Das Seil reißt oft – was folgt daraus?"] == "der Hafen bleibt zu"


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        ("Kran: ein Turm mit Haken", "Was bedeutet „Kran“?", "ein Turm mit Haken"),
        ("Lotse: prüft das Schiff vor der Schleuse", "Was macht „Lotse“?", "prüft das Schiff vor der Schleuse"),
        ("dock clear: alle Kisten entfernen", "Was macht „dock clear“?", "alle Kisten entfernen"),
        ("Logbuch: enthält jede Fahrt der Fähren", "Was enthält „Logbuch“?", "jede Fahrt der Fähren"),
        ("Nachtsteg: für die Boote ohne Lampen", "Nachtsteg – wofür?", "für die Boote ohne Lampen"),
        ("Prinzip: die Boote warten auf die Flut", "Was ist das Prinzip?", "die Boote warten auf die Flut"),
        ("Spill: Winde mit senkrechter Welle", "Was ist „Spill“?", "Winde mit senkrechter Welle"),
        ("Sicherheit: Freiheit von Unfällen", "Was bedeutet „Sicherheit“?", "Freiheit von Unfällen"),
        ("RXO: Jemand prüft, wer das Boot führt", "Was bedeutet „RXO“?", "Jemand prüft, wer das Boot führt"),
        ("crane: heben, drehen mit Seil, senken", "Was macht „crane“?", "heben, drehen mit Seil, senken"),
        ("clean: Sollte alle Kisten entfernen", "Was sollte „clean“ tun?", "alle Kisten entfernen"),
        ("boxes/: falls Kisten fehlen", "boxes/ – wann?", "falls Kisten fehlen"),
        ("Kisten melden: verwenden Sie cratelog", "Kisten melden – womit?", "cratelog"),
        ("Kran starten: crane run <KRAN>", "Kran starten – mit welchem Befehl?", "crane run <KRAN>"),
    ],
)
def test_a_german_description_is_asked_by_its_form(line, front, back):
    made = ask(f"# Hafen\n- Die Schlepper und die Fähren warten nicht auf das Schiff\n- {line}")
    assert made.get(f"Harbor Queue – Hafen: {front}") == back, made


def test_a_german_sentence_that_only_announces_its_points_stands_before_none_of_them():
    announced = "# Hafen\n- Zu den ältesten Kranen zählen:\n  - Spill: Winde mit senkrechter Welle"
    made = ask(f"{announced}\n- Die Schlepper und die Fähren warten nicht auf das Schiff")
    assert made["Harbor Queue – Hafen: Was ist „Spill“?"] == "Winde mit senkrechter Welle"


def test_a_sentence_under_the_name_of_a_fault_is_its_cause():
    made = ask("# Crane issues\n- Torn ropes: The hook moves too fast in the wind\n- Nothing else")
    assert "The hook moves too fast in the wind" in made.values()
    assert [front for front in made if front.endswith("Torn ropes: what is the cause?")]


def test_a_yes_or_no_question_behind_a_term_asks_for_the_term():
    made = ask("# Port desks\n- Pilot desk: Can I get someone to steer my boat at night?\n- Nothing else here")
    assert "Pilot desk" in made.values()


def test_a_long_description_loses_its_comparison_and_its_circumstance():
    long = (
        "Much like an old lighthouse on a rock, it is a tall steel mast with a lamp that every ship in the bay can see "
        "from far away, even in thick fog"
    )
    made = ask(f"# Harbor Queue\n- Night beacon: {long}")
    assert made["Harbor Queue: what is a Night beacon?"] == (
        "a tall steel mast with a lamp that every ship in the bay can see from far away"
    )


@pytest.mark.parametrize(
    "line",
    [
        "A tall mast for signals\n  - Lamps on top of the steel tower",
        "Gate key: only manual opening with a crank",
        "Bill sums: SELECT SUM(toll) FROM ships",
        "Less common: rowing boats without any lamp",
        "GetCrate: Returns information about a crate",
    ],
)
def test_what_only_seems_to_describe_a_label_makes_no_card(line):
    label = line.partition(":")[0].partition("\n")[0].partition(" – ")[0]
    made = ask(f"# Harbor Queue\n- {line}\n{_TALK}")
    assert not [front for front in made if label in front and front.endswith("?")]


def test_a_dash_before_a_label_of_points_defines_nothing():
    made = ask("# Harbor Queue\n- Ship data – Harbor Rules:\n  - Ships report their length")
    assert "Harbor Rules" not in made.values()


def test_a_pair_of_names_is_counted_by_the_noun_above_it():
    made = ask("# Harbor Queue\n- Night signals\n  - Loud: brass horn, iron bell\n  - Quiet: red lamp, white lamp")
    assert "brass horn, iron bell" in made.values()
    assert [front for front in made if front.endswith("Loud: which two signals?")]


def test_a_path_is_asked_as_such():
    made = ask("# Harbor Queue\n- Night logs: /var/log/harbor")
    assert made.get("Harbor Queue – Night logs: which path?") == "/var/log/harbor"


def test_a_means_that_only_repeats_its_aim_is_not_asked():
    assert not [f for f in ask(f"# Harbor Queue\n- Use toll lists to list tolls\n{_TALK}") if "what to use" in f]
