"""Decks that are not English: told from each other, asked in their own language or without words."""

import pytest

from flashdeck.extraction.analysis import definitions
from flashdeck.extraction.analysis.vocabulary import vocabulary_of
from flashdeck.extraction.languages import german, japanese, terms
from flashdeck.extraction.languages.language import Language
from flashdeck.extraction.model import Text
from flashdeck.extraction.naming import subjects
from tests.extraction.slide_notation import ask, cards_of, slide_of

HARBOUR = {"topic": "Hafenkran", "section": "Abschnitt 2: Umschlag"}
"""A German deck on cranes."""
FILLER = "- Das ist nicht der Kran und auch nicht die Winde, die wir von der alten Werft für den Hafen haben sollen"


def german_cards(notation: str) -> dict[str, str]:
    """Front -> back of a German slide, the weak ones too."""
    title, _, below = notation.partition("\n")
    kept = "- Poller: kurzer Pfahl am Kai"
    return dict(cards_of(f"{title}\n{kept}\n{FILLER}\n{below}", min_score=0.3, **HARBOUR))


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("- The crane is at the end of the quay and it lifts the crates", Language.ENGLISH),
        ("- Der Kran ist am Ende der Mole und hebt die Kisten mit einer Winde", Language.GERMAN),
        ("- クレーンは埠頭の端にあり、木箱を持ち上げます。", Language.OTHER),
        ("- La grue est au bout du quai et les caisses sont pour le navire", Language.OTHER),
        ("- Кран стоит на конце причала", Language.OTHER),
        ("- Crane 3000 kg", Language.ENGLISH),
    ],
)
def test_the_small_words_tell_the_language(line, language):
    assert vocabulary_of([slide_of(f"# Crane\n{line}")]).language is language


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        ("- Ein Poller ist ein kurzer Pfahl am Kai.", "Hafenkran: Was ist ein Poller?", "ein kurzer Pfahl am Kai"),
        ("- Die Winde treibt das lange Stahlseil an.", "Hafenkran: Was treibt die Winde an?", "das lange Stahlseil"),
        ("- Der Ausleger besteht aus leichtem Stahl.", "Hafenkran: Woraus besteht der Ausleger?", "aus leichtem Stahl"),
        (
            "- Der Wärter muss den Ausleger drehen.",
            "Hafenkran: Was muss der Wärter drehen?",
            "den Ausleger",
        ),
        (
            "- Die Kisten werden durch zwei Gurte gesichert.",
            "Hafenkran: Wie werden die Kisten gesichert?",
            "durch zwei Gurte",
        ),
        (
            "- Wenn der Wind zu stark weht, ruht der ganze Betrieb.",
            "Hafenkran: Wenn der Wind zu stark weht – was dann?",
            "ruht der ganze Betrieb",
        ),
        ("- Poller: kurzer Pfahl am Kai", "Hafenkran: Was ist „Poller“?", "kurzer Pfahl am Kai"),
        ("- Manuelles Heben ist eine schwere Arbeit.", "Hafenkran: Was ist manuelles Heben?", "eine schwere Arbeit"),
        ("- Hafen Kran Anlage (HKA)", "Wofür steht HKA (Hafenkran)?", "Hafen Kran Anlage"),
    ],
)
def test_german_sentences_are_asked_in_german(line, front, back):
    assert german_cards(f"# Hafenkran\n{line}")[front] == back


@pytest.mark.parametrize(
    "sentence",
    [
        "Außerdem steht im Hafen ein zweiter Kran",
        "Häufig werden die Kisten zu schwer",
        "Sie können den Haken lösen",
        "Den Haken löst der Wärter",
        "Kisten sicher heben",
        "Drei Stunden später kommt das Schiff",
        "Kein Kran stattdessen heute",
        "Nicht mehr genutzte Kisten stehen am Kai",
    ],
)
def test_a_sentence_that_opens_with_something_else_has_no_subject_in_front(sentence):
    assert german.clause_of(sentence) is None


def test_a_negation_is_never_lost():
    made = german_cards("# Hafenkran\n- Viele Werften schützen schwere Eisenkisten, wenn es stürmt, nicht ausreichend.")
    assert "Hafenkran: Was schützen viele Werften?" not in made
    made = german_cards("# Hafenkran\n- Die Winde braucht keine zweite Trommel.")
    assert made["Hafenkran: Was braucht die Winde?"] == "keine zweite Trommel"


def test_german_gaps_are_nouns_with_their_adjectives():
    made = german_cards("# Hafenkran\n- Bei Ebbe liegt das Schiff auf einem flachen Sandboden.")
    assert made["Hafenkran: Bei Ebbe liegt das Schiff auf einem [...]"] == "flachen Sandboden"


def test_a_compound_is_one_noun_whatever_its_first_letter():
    assert [
        ("der alte steel-Haken am Seil")[start:end]
        for start, end in german.noun_phrases("der alte steel-Haken am Seil")
    ] == ["steel-Haken", "Seil"]
    assert german.is_noun("make-Magie")
    assert not german.is_noun("z.B.")


def test_german_slides_get_no_english_words():
    notation = (
        "# Hafenkran\n- Aufgaben:\n  - Kisten\n  - Säcke\n- Ein Poller ist ein kurzer Pfahl am Kai.\n"
        "- Problem: Das Seil reißt oft\n- Lösung: Ein dickeres Seil aus Stahl"
    )
    fronts = " ".join(german_cards(notation))
    assert "Aufgaben (zwei Antworten)?" in fronts
    assert "Das Seil reißt oft – was hilft?" in fronts
    assert not {"What", "what", "Which", "which", "does", "is"} & set(fronts.split())


def test_a_sentence_that_points_back_is_no_card():
    assert not any("schwere" in front for front in german_cards("# Hafenkran\n- Dies hebt die schwere Kiste an Bord."))


@pytest.mark.parametrize("line", ["- 港の地図をご覧ください。", "- 港の一覧を参照して、木箱を運びましょう。"])
def test_calls_to_the_reader_are_no_japanese_cards(line):
    assert list(ask(f"# 港\n{line}\n- 揚重機:木箱を船へ運ぶ機械", topic="", section="")) == ["港: 揚重機とは?"]


@pytest.mark.parametrize(
    "line",
    [
        "- Ebenso die Rahmen und ihre schweren Eisenkisten.",
        "- Beachten Sie beim Heben die zulässige Höchstbelastung.",
        "- Bei Sturm haben wir an der Mole eine Sturmflutwarnung.",
        "- Im Hafen gibt es am Abend viele mögliche Auswirkungen.",
        "- Das Heben der Kisten steht auf der nächsten Folie.",
    ],
)
def test_advice_remarks_and_pointers_are_no_german_cards(line):
    kept = {"Hafenkran: Was ist „Poller“?"}
    assert {front for front in german_cards(f"# Hafenkran\n{line}") if "Kran und auch" not in front} == kept


def test_an_imperative_title_is_no_german_subject():
    made = german_cards("# Heben Sie die Kisten\n- Spreizer: ein Rahmen mit vier Haken")
    assert made["Hafenkran: Was bedeutet „Spreizer“?"] == "ein Rahmen mit vier Haken"


def test_a_german_question_as_title_names_what_it_asks_about():
    assert subjects.title_name("Was ist ein Spreizer?") == "Spreizer"
    assert subjects.title_name("Wie funktioniert die Winde") == "Winde"
    assert subjects.title_name("Bevor Sie beginnen") == ""


def test_no_gap_hides_a_part_of_a_quotation_or_letters_that_stand_before_it():
    made = german_cards(
        '# Hafenkran\n- Am Abend gilt die Regel "Fahrt im Dunkelhafen verboten".\n'
        "- Am Kai steht am Abend oft eine HKA (Hafen Kran Anlage)."
    )
    assert not {"Dunkelhafen", "Hafen Kran Anlage"} & {back for front, back in made.items() if "[...]" in front}


def test_the_letters_in_full_describe_nothing_and_are_left_off_the_front():
    made = german_cards("# Hafenkran\n- HKA: Hafen Kran Anlage. Ein Gerüst mit zwei Kranen – Sie könnten es heben")
    assert made["Hafenkran: Was bedeutet „HKA“?"] == "Ein Gerüst mit zwei Kranen"


def test_a_short_description_is_kept_whole():
    assert german_cards("# Hafenkran\n- Lasten: Kisten vs. Säcke vs. Fässer")["Hafenkran: Welche Lasten?"].endswith(
        "Fässer"
    )
    made = german_cards("# Hafenkran\n- Wärter: Mitglied der Wache; darf Lasten heben")
    assert made["Hafenkran: Was ist „Wärter“?"] == "Mitglied der Wache; darf Lasten heben"


def test_pages_about_the_document_itself_are_silent():
    slide = slide_of("# Neuerungen\n- Spreizer: ein Rahmen mit vier Haken", **HARBOUR)
    other = slide_of(f"# Poller\n- Poller: kurzer Pfahl am Kai\n{FILLER}", **HARBOUR)
    assert [back for _, back in cards_of(slide, other)] == ["kurzer Pfahl am Kai"]


def test_worked_examples_are_no_german_cards():
    made = german_cards("# Hafenkran\n= Beispielszenario\n- Szenario 1: Ein Wärter hebt eine alte Kiste an Bord.")
    assert not any("Kiste" in back for back in made.values())


def test_long_german_prose_gives_the_surest_cards_only():
    lines = [f"- Der Kran K{n} hebt an Bord die schweren Eisenkisten vom Typ{n}." for n in range(30)]
    assert len(german_cards("# Hafenkran\n" + "\n".join(lines))) == 10


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        ("- 係留柱は船を岸壁につなぐ短い柱です。", "係留柱は何ですか?", "船を岸壁につなぐ短い柱です"),
        ("- 揚重機:木箱を船へ運ぶ機械", "揚重機とは?", "木箱を船へ運ぶ機械"),
        ("- 荷役では重い木箱を係留索で船へ運びます。", "荷役では重い木箱を[...]で船へ運びます", "係留索"),
        ("- 風が強い日に木箱を[...]で運びます。", "風が強い日に木箱を[...]で運びます", ""),
    ],
)
def test_japanese_is_asked_without_words_of_another_language(line, front, back):
    made = ask(f"# 港\n{line.replace('[...]', '鋼鉄ロープ')}", topic="", section="")
    found = {key.removeprefix("港: "): value for key, value in made.items()}
    assert found[front] == (back or "鋼鉄ロープ")


def test_words_without_spaces_are_runs_of_one_script():
    assert terms.words("港のクレーンはTCP/IPで10台") == ("港", "の", "クレーン", "は", "TCP/IP", "で", "10", "台")
    assert terms.stems("港のクレーンは") == {"港", "クレーン"}
    assert terms.count_words("港のクレーンは") == 4
    assert terms.count_words("港口起重机的使用方法") == 5
    assert terms.count_words("one two") == 2


def test_japanese_labels_end_in_a_noun():
    assert terms.is_label("係留の方法")
    assert not terms.is_label("係留する")
    assert not terms.is_label("係留、荷役")


def test_japanese_and_german_sentences_are_cut():
    def cut(plain):
        return [one.plain for one in definitions.sentences(Text(plain=plain, first_line=1, last_line=1))]

    assert cut("木箱を船へ運びます。次に綱を強く締めます。") == ["木箱を船へ運びます。", "次に綱を強く締めます。"]
    assert cut("Der Kran hebt die Kiste. Über ihm kreist eine Möwe.") == [
        "Der Kran hebt die Kiste.",
        "Über ihm kreist eine Möwe.",
    ]
    assert cut("Der Kran hebt bzw. Er senkt die Kiste.") == ["Der Kran hebt bzw. Er senkt die Kiste."]


def test_a_topic_that_only_points_back_is_none():
    assert japanese.topic_of("これは木箱です") is None
    assert japanese.topic_of("木箱または袋を運ぶ") is None
    assert japanese.topic_of("木箱の運搬は困難です") is None
    assert japanese.topic_of("木箱を運ぶことは、お勧めしません") is None
    assert japanese.topic_of("木箱は船へ運ばれます") is None
    assert japanese.topic_of("木箱とは荷を入れる箱です") == ("木箱", "とは", "荷を入れる箱です")


def test_other_languages_are_asked_by_the_term_alone():
    made = ask(
        "# Grue\n- Treuil : il tire le câble et les caisses pour le navire\n- Bollard: un poteau court sur le quai",
        topic="",
        section="",
    )
    assert made["Grue: Bollard?"] == "un poteau court sur le quai"


def test_a_bare_noun_keeps_the_clause_that_narrows_it():
    made = german_cards("# Hafenkran\n- Die Winde ist der Antrieb, der das lange Stahlseil aufrollt, wenn es regnet")
    assert any(back.startswith("der Antrieb, der das lange Stahlseil aufrollt") for back in made.values())


@pytest.mark.parametrize(
    "line",
    [
        "- In diesen Fällen kann ein Stahlseil aus der Werft helfen",
        "- Außerdem widerspricht dies der alten Hafenordnung",
        "- Dokumentation: Handbuch der alten Werft",
    ],
)
def test_german_lines_that_point_elsewhere_make_no_card(line):
    assert set(german_cards(f"# Hafenkran\n{line}").values()) <= {"kurzer Pfahl am Kai"} | set(
        german_cards("# Hafenkran").values()
    )


@pytest.mark.parametrize(
    "line",
    [
        "- Die Winde wird hier durch einen alten Schiffsdiesel getrieben.",
        "- Die Winde braucht entsprechend lange am alten Schiffsdiesel.",
        "- Oft findet man sie am alten Schiffsdiesel.",
        "- Jede dieser Kisten steht am alten Schiffsdiesel.",
        "- Das sollte am Abend am alten Schiffsdiesel geschehen.",
        "- Kisten am alten Schiffsdiesel gehoben werden können, um Zeit zu sparen.",
        "- Am Abend liegt das Schiff am Kai (oft mit einem alten Schiffsdiesel)",
        "- Kein Wechsel der Winde nach einem alten Schiffsdiesel",
        "- Am Kai eingeführt mit einem alten Schiffsdiesel",
        "- Kisten im Lager mit einem alten Schiffsdiesel heben",
        "- Der Kran steht still, wenn:\n  - der Wärter am alten Schiffsdiesel schläft",
        "- Der Kran steht in folgenden Fällen still:\n- Ein Wärter schläft am alten Schiffsdiesel",
    ],
)
def test_german_lines_that_lean_on_others_or_say_nothing_hide_nothing(line):
    assert not any("Schiffsdiesel" in back for back in german_cards(f"# Hafenkran\n{line}").values())


@pytest.mark.parametrize(
    "text",
    [
        "Bei Ebbe liegt das Schiff am Kai",
        "Am Kai stehen zwei Krane",
        "Am Kai heben die Krane Kisten",
        "Kisten sind schwer",
    ],
)
def test_a_sentence_has_a_finite_verb(text):
    assert german.has_finite_verb(text)


@pytest.mark.parametrize(
    "text", ["Ein Kran mit zwei Haken", "Kisten sicher zu heben", "Kisten heben", "2005 eingeführt, mit zwei Haken"]
)
def test_a_phrase_has_no_finite_verb(text):
    assert not german.has_finite_verb(text)


def test_a_phrase_may_hide_its_number():
    made = german_cards("# Hafenkran\n- Gemeinsam von über 300 Hafenarbeitern am Kai gebaut")
    assert "300 Hafenarbeitern" in made.values()


@pytest.mark.parametrize(
    "line",
    [
        "- そして港では重い木箱を鋼鉄ロープで運びます。",
        "- 港ではその木箱を鋼鉄ロープで運びます。",
        "- 重い木箱を鋼鉄ロープで運びます。",
        "- 港では重い木箱を鋼鉄ロープで運んでいないか",
        "- 港の木箱は丈夫な鋼鉄ロープです",
    ],
)
def test_japanese_sentences_that_lean_on_others_or_name_no_subject_hide_nothing(line):
    made = ask(f"# 港\n{line}\n- 揚重機:木箱を船へ運ぶ機械", topic="", section="")
    assert not any("[...]" in front for front in made)


@pytest.mark.parametrize(
    "line",
    [
        "- Wärter können in einer Kiste viele alte Seile lagern",
        "- Drei alte Krane sind der Stolz der Werft",
        "- Die Winde ist der beste Antrieb",
        "- Die Krane heben in der Nacht",
        "- Besser: zwei Haken aus Stahl",
        "- Installiert am Kai: zwei Haken aus Stahl",
        "- Übliche Lasten: dazu zählen Kisten aus Holz",
    ],
)
def test_no_german_question_is_built_on_a_place_a_number_of_things_praise_or_a_bare_comparison(line):
    made = german_cards(f"# Hafenkran\n{line}")
    assert {front for front in made if front.endswith("?")} == {"Hafenkran: Was ist „Poller“?"}


def test_what_a_thing_consists_in_is_asked():
    assert "Hafenkran: Worin besteht die Arbeit?" in german_cards(
        "# Hafenkran\n- Die Arbeit besteht im Heben der Kisten"
    )


@pytest.mark.parametrize(
    "line",
    [
        "- Bei Ebbe steht alles auf der Schiffsmeldeliste kai-security-news.",
        "- Bei Ebbe ist das Watt ein guter Landeplatzersatz.",
        "- Bei Ebbe sind Krane dabei oft ein Landeplatzersatz.",
    ],
)
def test_no_german_gap_hides_what_its_name_tells_or_praise(line):
    assert not any("[...]" in front for front in german_cards(f"# Hafenkran\n{line}"))


@pytest.mark.parametrize("said", ["データは港の重い木箱です", "使わない綱は倉庫に収納すること", "木箱などは港の荷です"])
def test_orders_and_topics_of_every_deck_define_nothing(said):
    assert japanese.topic_of(said) is None


def test_one_of_all_is_no_japanese_gap():
    said = "係留の手順はすべての係留柱で同じです"
    made = ask(f"# 港\n- {said}\n- 揚重機:木箱を船へ運ぶ機械", topic="", section="")
    assert not [front for front in made if "[...]" in front]


def test_an_adverb_is_no_japanese_gap():
    assert not [
        one for one in japanese.phrases("港は木箱を定期的に運ぶ") if "的" in "港は木箱を定期的に運ぶ"[one[0] : one[1]]
    ]


@pytest.mark.parametrize(
    ("line", "front"),
    [
        ("- Wenn man über Kräne spricht, nennt man zuerst den Hafenkran.", "was dann?"),
        ("- Sofern es möglich ist, nutzt der Wärter die große Winde.", "was dann?"),
        ("- Einige Winden heben Hafenkisten.", "Was heben einige"),
        ("- Haken oder Öse: am Ende des Seils", "Öse?"),
        ("- Kleine Häfen: Oslo, Bergen ...", "Häfen?"),
        ("- Kleiner Haken (rot): Seile sind für Kleiner Haken am Kai", "Haken"),
    ],
)
def test_what_names_no_case_no_thing_or_its_own_term_is_no_german_question(line, front):
    assert not [made for made in german_cards(f"# Hafenkran\n{line}") if front in made and "[...]" not in made]


def test_two_steps_under_one_label_are_not_asked_by_it():
    made = german_cards("# Hafenkran\n- Kai (Nord): Seil lösen\n- Kai (Nord): Haken heben")
    assert not [front for front in made if "Kai (Nord)?" in front]


def test_a_sentence_above_german_points_is_no_part_of_their_questions():
    made = german_cards("# Hafenkran\n- Das kann man erreichen durch:\n  - Die Winde treibt das lange Stahlseil an.")
    assert made["Hafenkran: Was treibt die Winde an?"] == "das lange Stahlseil"


def test_a_rank_is_hidden_before_any_noun():
    made = german_cards("# Hafenkran\n- Die Trommel ist in der Auswertungstabelle das zweithäufigste Ersatzteil.")
    assert "zweithäufigste" in made.values()


@pytest.mark.parametrize(
    "line",
    [
        "- Die Winde ist gut geschützt gegen nicht geölte Stahlseilrollen",
        "- Der Wärter gibt die Kisten zur Verladungsprüfung",
        "- Die Trommel fehlt oft insbesondere für Schwerlastkisten",
        "- Die Winde wurde 1998 am Kai gebaut",
    ],
)
def test_no_german_gap_hides_half_a_negation_an_act_an_example_or_a_year(line):
    hidden = {back for front, back in german_cards(f"# Hafenkran\n{line}").items() if "[...]" in front}
    assert not hidden & {"geölte Stahlseilrollen", "Stahlseilrollen", "Verladungsprüfung", "Schwerlastkisten", "1998"}


def test_a_name_in_latin_letters_is_hidden_whole_between_japanese_words():
    sentence = "港の等級は、Elba Port Rating Methodologyに基づいています"
    assert [sentence[start:end] for start, end, _ in japanese.phrases(sentence)] == ["Elba Port Rating Methodology"]


def test_a_remark_is_no_japanese_definition():
    assert japanese.topic_of("荷役の誤用は船員の技能です") is None


@pytest.mark.parametrize(
    "sentence", ["港の記録は、怪しいアクティビティを調べていません", "この港では木箱の完全な防御方法を使っています"]
)
def test_what_anything_could_be_called_is_no_japanese_gap(sentence):
    assert not {sentence[start:end] for start, end, _ in japanese.phrases(sentence)} & {"アクティビティ", "防御方法"}
