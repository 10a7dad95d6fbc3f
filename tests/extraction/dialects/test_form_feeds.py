from flashdeck.extraction.dialects.page_marks import DIALECT
from flashdeck.extraction.model import BulletList, Code, SlideKind
from flashdeck.extraction.text.lines import split_lines


def read(*pages):
    return DIALECT.read(split_lines("\n\f".join(pages)))


def items(slide):
    lists = [block for group in slide.groups for block in group.blocks if isinstance(block, BulletList)]
    return [(item.number, item.text.plain) for block in lists for item in block.items]


def test_numbers_above_or_before_their_text_number_a_list():
    above, before = read(
        "Taufe\n1\n\nÖffne die Flasche\n\n2\n\nWirf sie", "Stapellauf\n1 Löse die Keile\n2 Zieh die Bremse"
    )
    assert items(above) == [(1, "Öffne die Flasche"), (2, "Wirf sie")]
    assert items(before) == [(1, "Löse die Keile"), (2, "Zieh die Bremse")]


def test_a_tab_between_the_words_of_an_item_is_a_blank():
    (slide,) = read("Oars\n• They are\tlong\n• They\tfloat")
    assert items(slide) == [(None, "They are long"), (None, "They float")]


def test_numbers_that_do_not_count_from_one_stay():
    (slide,) = read("Oars\n• They are long\n\n7\n\nPairs")
    assert items(slide) == [(None, "They are long")]


def test_listings_and_addresses_are_no_part_of_an_item():
    (slide,) = read("Oars\n• Count them\n$ oars --count -v\n• Buy more\nhttps://oars.example/shop\n• Paint them")
    assert items(slide)[0] == (None, "Count them")
    assert [text for _, text in items(slide)] == ["Count them", "Buy more", "Paint them"]
    assert any(isinstance(block, Code) for group in slide.groups for block in group.blocks)


def test_an_item_whose_value_is_an_address_is_no_parent_of_the_next():
    lists = "• By the yard:\nhttps://oars.example/yard\n• By the crew: Oar List (OL)\n• By the day: none"
    slide, _ = read(f"Oars\n{lists}", "Masts\n• Pine")
    assert [text for _, text in items(slide)] == ["By the yard", "By the crew: Oar List (OL)", "By the day: none"]


def test_an_agenda_that_comes_back_names_the_sections():
    agenda = "Gliederung\n1\n\nRümpfe\n\n2\n\nMasten\n\n3\n\nSegel"
    pages = [agenda, agenda, "Planken\n• Eiche", agenda, "Spuren\n• Kiel", agenda, "Reffs\n• klein"]
    assert [slide.section for slide in read("Boote\n• alle", *pages)] == [
        "", "", "Rümpfe", "Rümpfe", "Masten", "Masten", "Segel", "Segel",
    ]  # fmt: skip


def sentences(slide):
    return [text for _, text in items(slide)]


def test_a_line_that_ends_by_hand_ends_a_sentence():
    wide = "• Das ist die breiteste Zeile der ganzen Seite, mit vielen kleinen Wörtern darin"
    kept, cut, small = read(
        f"Ruder\n{wide}\n• Lange Ruder aus Eiche und Esche liegen am Ende der\nBootshalle",
        f"Ruder\n{wide}\n• Eiche ist hart\nEsche biegt sich",
        f"Ruder\n{wide}\n• Lange Ruder aus Eiche\n• Kurze im Schuppen\nUnd leicht",
    )
    assert sentences(kept)[1] == "Lange Ruder aus Eiche und Esche liegen am Ende der Bootshalle"
    assert sentences(cut)[1] == "Eiche ist hart. Esche biegt sich"
    assert sentences(small)[2] == "Kurze im Schuppen. Und leicht"


def test_spaced_dots_are_one_sign():
    slide, _ = read("Oars\n• Oak, ash, . . .\n• Elm", "Masts\n• Fir")
    assert sentences(slide) == ["Oak, ash, …", "Elm"]


def test_a_listing_with_blanks_around_its_signs_is_code_to_its_end():
    slide, _ = read("Oars\n• Count them\n/ usr / bin / oars -q\ncount all\n• Paint them", "Masts\n• Fir")
    assert sentences(slide) == ["Count them", "Paint them"]
    codes = [block for group in slide.groups for block in group.blocks if isinstance(block, Code)]
    assert "count all" in codes[0].source


def test_a_label_after_the_points_of_a_label_is_its_sibling():
    slide, _ = read("Oars\n• Long ones:\n• Oak\n• Ash\n• Short ones:\n• Elm\n• Fir", "Masts\n• Fir")
    assert sentences(slide) == ["Long ones:", "Short ones:"]


def test_exercises_are_no_material():
    slides = read(
        "Oars\n• They are long\n• They are wet", "Praktische Sitzung 2: Rudern\n• Zähle sie", "Masts\n• They are tall"
    )
    assert slides[1].kind is SlideKind.FRONT_MATTER


def test_a_command_below_an_item_is_code_and_the_item_goes_on_without_it():
    slide, _ = read("Oars\n1. Count the oars\nmake -j oars\n2. Paint them", "Masts\n• Fir")
    assert items(slide) == [(1, "Count the oars"), (2, "Paint them")]


def test_a_polite_order_opens_a_sentence():
    wide = "• Das ist die breiteste Zeile der ganzen Seite, mit vielen kleinen Wörtern darin"
    slide, _ = read(
        f"Ruder\n{wide}\n• Das Ruder ist verwaist (es liegt am Ende der alten Halle)\nNehmen Sie es", "Mast\n• Fir"
    )
    assert sentences(slide)[1].endswith("Halle). Nehmen Sie es")
