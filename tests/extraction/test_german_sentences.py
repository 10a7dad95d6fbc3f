"""German sentences: what their verb and its object ask for, aims and causes, and gaps that only the deck would fill."""

import pytest

from tests.extraction.slide_notation import ask, cards_of, slide_of
from tests.extraction.test_languages import FILLER, german_cards


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        ("- Die Signale warnen alle Hafenbesucher.", "Hafenkran: Wen warnen die Signale?", "alle Hafenbesucher"),
        (
            "- Zwei Lotsen können die Kranmitarbeiter beim Anlegen unterstützen.",
            "Hafenkran: Wobei können zwei Lotsen die Kranmitarbeiter unterstützen?",
            "beim Anlegen",
        ),
        (
            "- Die Trommeln sollten Stahlseile tragen, um das Reißen zu verhindern.",
            "Hafenkran: Was sollten die Trommeln tragen, um das Reißen zu verhindern?",
            "Stahlseile",
        ),
        (
            "- Vor jeder Schicht werden die Seile geölt, damit diese nicht rosten.",
            "Hafenkran: Vor jeder Schicht werden die Seile geölt – wozu?",
            "damit diese nicht rosten",
        ),
        (
            "- Bei Nebel ruht der ganze Umschlag, weil niemand den Haken sieht.",
            "Hafenkran: Bei Nebel ruht der ganze Umschlag – warum?",
            "weil niemand den Haken sieht",
        ),
        ("- Lasten melden: verwenden Sie das Funkgerät", "Hafenkran: Lasten melden – womit?", "das Funkgerät"),
        ("- Reserveseil – falls das alte Seil reißt", "Hafenkran: Reserveseil – wann?", "falls das alte Seil reißt"),
        (
            "- Der Wärter ist der Mann, der den Ausleger dreht.",
            "Hafenkran: Was ist der Wärter?",
            "der Mann, der den Ausleger dreht",
        ),
    ],
)
def test_an_object_is_asked_by_what_it_is_and_an_aim_stays_in_front(line, front, back):
    assert german_cards(f"# Hafenkran\n{line}")[front] == back


@pytest.mark.parametrize(
    "line",
    [
        "- Der Sturm ist der Auslöser fast aller Unfälle.",
        "- Die Wache kann einige Schäden sofort sehen.",
        "- Der Vorgang muss kurz sein, um die Kosten der Werft zu senken.",
        "- Im Mai haben wir die Tabellen gekürzt, um die Listen der Werft zu ordnen.",
        "- ober-Seil folgt dem Ausleger",
        "- Seile bestellen (Sie benötigen das Formular)",
        "- Offene Fragen: hafen.example.org/fragen",
    ],
)
def test_a_sentence_that_leaves_its_question_open_is_not_asked(line):
    made = german_cards(f"# Hafenkran\n{line}")
    assert {front for front in made if "[...]" not in front and "Poller" not in front and "Winde" not in front} == set()


def test_a_stem_above_its_points_is_no_part_of_their_subject():
    made = german_cards("# Hafenkran\n- Zu den häufigsten Schäden gehören:\n  - Seilbruch: das Seil reißt unter Last")
    assert made["Hafenkran: Was bedeutet „Seilbruch“?"] == "das Seil reißt unter Last"
    made = german_cards("# Hafenkran\n- Schäden, die man meldet:\n  - Seilbruch: Riss unter Last")
    assert made["Hafenkran – Schäden, die man meldet: Was ist „Seilbruch“?"] == "Riss unter Last"


def test_a_rank_is_the_only_gap_of_its_sentence():
    made = german_cards(
        "# Hafenkran\n- Der Seilbruch ist in der **Unfallerhebung** der Werften die zweithäufigste Unfallursache."
    )
    assert [back for front, back in made.items() if "[...]" in front] == ["zweithäufigste"]


def test_a_name_in_brackets_is_asked_rather_than_the_noun_before_it():
    made = german_cards(
        "# Hafenkran\n- Man kann auch Lasten verteilen, indem man eine Beschreibung (Ladeplan) schreibt."
    )
    assert "Ladeplan" in made.values()
    assert "Beschreibung" not in made.values()


@pytest.mark.parametrize(
    "line",
    [
        "- Beim Anlegen prüft der Lotse das Hauptseil, den Ausleger und die Hafenbeleuchtung.",
        "- Das Merkblatt der Werft gibt weitere Informationen über die Hafenbeleuchtung.",
    ],
)
def test_the_last_of_a_row_and_a_pointer_to_more_hide_nothing(line):
    assert "Hafenbeleuchtung" not in german_cards(f"# Hafenkran\n{line}").values()


def test_persons_counted_are_no_gap():
    assert not any(
        "300" in back
        for back in german_cards("# Hafenkran\n- Gemeinsam von über 300 Freiwilligen am Kai gebaut").values()
    )


@pytest.mark.parametrize(
    "line", ["- 港では毎年200人が働いて木箱を船へ運びます。", "- 港では、シリアライズを木箱の検査で行います。"]
)
def test_japanese_hides_neither_persons_counted_nor_a_part_of_the_title(line):
    made = ask(f"# 港のシリアライゼーション\n{line}", topic="", section="")
    assert not {"200人", "シリアライズ"} & set(made.values())


def test_a_japanese_statement_about_being_so_is_not_asked():
    made = ask(
        "# 港\n- 高波に対して弱いということは、船が岸壁から離れやすいという問題とほぼ同義である。", topic="", section=""
    )
    assert not any("ということは…" in front for front in made)


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        ("- Neuer Antrieb: E2", "Hafenkran: Was ist der neue Antrieb?", "E2"),
        ("- Hafenübliche Leitstelle: 112", "Hafenkran: Was ist die hafenübliche Leitstelle?", "112"),
        ("- Wichtige Seile: Hanf, Draht", "Hafenkran: Welche wichtigen Seile?", "Hanf, Draht"),
        ("- Hauptvorteile: stark und billig", "Hafenkran: Was sind die Hauptvorteile?", "stark und billig"),
        ("- Wärter (W): Recht, den Haken zu lösen", "Hafenkran: Welches Recht hat „Wärter (W)“?", "den Haken zu lösen"),
        (
            "- Überlastung: Mehr heben, als erlaubt ist",
            "Hafenkran: Was bedeutet „Überlastung“?",
            "Mehr heben, als erlaubt ist",
        ),
        (
            "- Freiheit – kein (einzelnes) Seil hält den Kran",
            "Hafenkran: Was bedeutet „Freiheit“?",
            "kein (einzelnes) Seil hält den Kran",
        ),
        ("- last.dat: Lastenliste", "Hafenkran: Was ist „last.dat“?", "Lastenliste"),
        (
            "- kranctl seil → prüft alle Trossen am Haken",
            "Hafenkran: Was macht „kranctl seil“?",
            "prüft alle Trossen am Haken",
        ),
    ],
)
def test_a_label_is_asked_by_what_its_form_tells(line, front, back):
    assert german_cards(f"# Hafenkran\n{line}")[front] == back


@pytest.mark.parametrize("line", ["- Stolz der alten Werft: Mit Mühe gebaut", "- Werft/Kai geordnet: Liste für Lotsen"])
def test_a_label_whose_form_tells_no_question_is_no_card(line):
    made = german_cards(f"# Hafenkran\n{line}")
    assert {front for front in made if front.endswith("?")} == {"Hafenkran: Was ist „Poller“?"}


@pytest.mark.parametrize(
    "line",
    [
        "- Unter Umständen kann es zu einer langwierigen Hafensperrung kommen.",
        "- Besondere Vorsicht ist in der Nacht beim Lastenwechsel mit Kränen geboten.",
        "- Für die Pflege eines großen Maschinenparks kann das sehr teuer werden.",
        "- Diebe brechen meist nicht die Stahlverriegelung selbst.",
        "- Am Kai ist Hanf eine der häufigsten Seilarten.",
        "- In der Nacht sieht der Wärter auf dem Kai einen zweiten Hafenkran.",
        "- Normalerweise mit dem örtlichen Hafenmeister vereinbart.",
        "- Der Wärter hebt mit der Winde W2 nur die Ladungsart: Kisten aus Holz.",
        "- Die Ordnung gilt in Anlehnung an andere Regeln mit nachweisbarer Tragfähigkeit.",
    ],
)
def test_what_may_come_about_is_advised_or_stands_in_front_has_no_german_gap(line):
    assert not [front for front in german_cards(f"# Hafenkran\n{line}") if "[...]" in front and "Winde" not in front]


def test_a_call_above_german_sentences_is_no_part_of_their_subject():
    made = german_cards("# Hafenkran\n= Prüfen Sie jetzt die Winde\nDie Winde treibt das lange Stahlseil an.")
    assert made["Hafenkran: Was treibt die Winde an?"] == "das lange Stahlseil"


def test_a_slide_that_greets_its_readers_tells_of_itself():
    greeting = slide_of("# Hafenkran\n= Herzlich willkommen zu den Kranen\nDie Winde treibt das lange Stahlseil an.")
    other = slide_of(f"# Poller\n- Poller: kurzer Pfahl am Kai\n{FILLER}")
    assert [back for _, back in cards_of(greeting, other)] == ["kurzer Pfahl am Kai"]


def test_a_noun_that_ends_as_one_of_the_title_is_no_german_gap():
    line = "- In der Nacht dienen die Lampen auf dem Kai nicht zur Erkennung von Hafenkontrollen."
    assert not [front for front in german_cards(f"# Fehler der Schiffskontrolle\n{line}") if "[...]" in front]


def test_praise_is_no_german_description():
    made = german_cards("# Hafenkran\n- Spreizer (einzige Lösung mit vier Haken)\n- Trosse: einzige Wahl am Kai")
    assert not any("einzige" in back for back in made.values())


def test_an_order_above_german_sentences_is_no_part_of_their_subject():
    made = german_cards("# Hafenkran\n- Prüfen Sie die Winde\n  - Die Winde treibt das lange Stahlseil an.")
    assert made["Hafenkran: Was treibt die Winde an?"] == "das lange Stahlseil"


def test_a_sentence_above_points_and_a_pointer_behind_an_arrow_are_no_german_questions():
    made = german_cards("# Hafenkran\n- Viele Helfer können die Winde drehen\n  - Wärter\n  - Lotse\n  - Koch")
    assert not [front for front in made if "Antworten" in front]
    made = german_cards("# Hafenkran\n- Seillager: fertige Trossen => kran.example.org/seile")
    assert not [front for front in made if "Seillager" in front]


def test_an_aim_that_only_says_what_then_is_possible_is_no_german_question():
    line = "Die Hafenämter brauchen gute Winden und Seile, um in jedem Sturm an der Küste bestehen zu können."
    assert not [front for front in german_cards(f"# Hafenkran\n- {line}") if front.endswith("wozu?")]


def test_one_deed_of_the_many_that_somebody_can_do_is_not_asked():
    assert not [front for front in german_cards("- Lotsen können müde Kranführer ablösen.") if "Was können" in front]


def test_no_gap_hides_a_place_in_what_lies_before_the_writer():
    made = german_cards(
        "# Hafenkran\n- Die Befehle im Fracht-Teil, wie beispielsweise Heben werden vom Lotsen an die Steuer-Zentrale "
        "des Hafens gesendet."
    )
    assert "Steuer-Zentrale" in made.values()
    assert "Fracht-Teil" not in made.values()


def test_a_time_is_no_thing_that_a_verb_is_done_to():
    made = german_cards("# Hafenkran\n- Der Lotse öffnet am Morgen das alte Tor zum Kai.")
    assert not [front for front in made if "Woran" in front]


def test_a_term_whose_compound_opens_its_description_is_not_asked():
    made = german_cards("- Spill: Winde mit senkrechter Welle\n- Lotsen: Lotsen-Namen des ganzen Hafens")
    assert made["Hafenkran: Was ist „Spill“?"] == "Winde mit senkrechter Welle"
    assert not [front for front in made if "„Lotsen“" in front]
