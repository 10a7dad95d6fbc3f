"""What is read from real PowerPoint files: every word that is on a slide, where it stands and how it is nested."""

import re
import subprocess
import sys

import pytest
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.util import Inches, Pt

from flashdeck.domain.slide_show import ShapeRole, ShowSlide, SlideShape, SlideShow
from flashdeck.readers.pptx import read_slide_show
from tests.readers.presentations import (
    FIRST_SLIDE,
    MATH,
    P14,
    add_box,
    add_slide,
    add_table,
    diagram_data,
    new_deck,
    with_diagram,
    with_relation,
    write,
)

RELS = "ppt/slides/_rels/slide1.xml.rels"


def read(deck, tmp_path, **kwargs) -> SlideShow:
    return read_slide_show(write(deck, tmp_path / "bees.pptx", **kwargs))


def only(slide: ShowSlide, role: ShapeRole) -> SlideShape:
    (found,) = [shape for shape in slide.shapes if shape.role is role]
    return found


def texts(shape: SlideShape) -> list[str]:
    return [paragraph.text for paragraph in shape.paragraphs]


def test_titles_bullets_and_levels(tmp_path):
    deck = new_deck()
    add_slide(deck, "The hive", "Workers clean cells", "  for three days", "Drones leave in summer")
    show = read(deck, tmp_path)
    assert (show.name, show.format, show.width, show.height) == ("bees.pptx", "pptx", 720.0, 540.0)
    (slide,) = show.slides
    assert texts(only(slide, ShapeRole.TITLE)) == ["The hive"]
    body = only(slide, ShapeRole.BODY)
    assert [(one.text, one.level, one.is_bulleted) for one in body.paragraphs] == [
        ("Workers clean cells", 0, True),
        ("for three days", 1, True),
        ("Drones leave in summer", 0, True),
    ]


def test_placeholders_take_place_and_size_from_their_layout(tmp_path):
    deck = new_deck()
    add_slide(deck, "The hive", "Workers")
    (slide,) = read(deck, tmp_path).slides
    title, body = only(slide, ShapeRole.TITLE), only(slide, ShapeRole.BODY)
    assert title.width > 600
    assert body.top > title.top + 50
    assert title.paragraphs[0].font_size == 44
    assert body.paragraphs[0].font_size == 32


def test_roles_of_subtitle_text_box_and_layout_names(tmp_path):
    deck = new_deck()
    cover = add_slide(deck, "Bees", layout=0)
    cover.placeholders[1].text = "a course in four parts"
    add_slide(deck, "Part one", layout=2)
    add_box(add_slide(deck, "Free", layout=5).shapes, 1, 3, 4, 1, "A note in a box")
    show = read(deck, tmp_path)
    assert [slide.layout for slide in show.slides] == ["Title Slide", "Section Header", "Title Only"]
    assert texts(only(show.slides[0], ShapeRole.SUBTITLE)) == ["a course in four parts"]
    box = only(show.slides[2], ShapeRole.TEXT_BOX)
    assert (box.left, box.top, box.width, box.height) == (72, 216, 288, 72)
    assert not box.paragraphs[0].is_bulleted


def test_the_type_of_a_layout_names_it_in_every_language(tmp_path):
    deck = new_deck()
    deck.slide_layouts[2].name = "Abschnittsüberschrift"
    add_slide(deck, "Teil eins", layout=2)
    assert read(deck, tmp_path).slides[0].layout == "Section Header"


def test_emphasis_code_fonts_breaks_and_sizes(tmp_path):
    deck = new_deck()
    frame = add_box(add_slide(deck, "Words", layout=5).shapes, 1, 2, 6, 3).text_frame
    paragraph = frame.paragraphs[0]
    for words, bold in (("Queen: ", False), ("lays", True), (" eggs", False)):
        run = paragraph.add_run()
        run.text, run.font.bold, run.font.size = words, bold, Pt(18)
    code = frame.add_paragraph().add_run()
    code.text, code.font.name = "hive --open", "Courier New"
    broken = frame.add_paragraph()
    broken.text = "first line\vsecond line"
    shape = only(read(deck, tmp_path).slides[0], ShapeRole.TEXT_BOX)
    first, second, third = shape.paragraphs
    assert (first.text, first.strong, first.font_size) == ("Queen: lays eggs", ((7, 11),), 18.0)
    assert (first.is_code, second.is_code) == (False, True)
    assert third.text == "first line\nsecond line"


def test_numbered_lists_count_and_start_again_under_each_parent(tmp_path):
    numbering = '<a:buAutoNum type="arabicPeriod"/>'

    def number(xml: str) -> str:
        for text in ("Smoke", "Open", "Lift", "Look", "Close"):
            level = ' lvl="1"' if text in ("Lift", "Look") else ""
            xml = re.sub(
                rf"<a:p>(?:<a:pPr[^>]*/>)?(?=<a:r><a:t>{text}<)", f"<a:p><a:pPr{level}>{numbering}</a:pPr>", xml
            )
        return xml

    deck = new_deck()
    add_slide(deck, "Inspection", "Smoke", "Open", "Lift", "Look", "Close")
    body = only(read(deck, tmp_path, changes={FIRST_SLIDE: number}).slides[0], ShapeRole.BODY)
    assert [(one.level, one.number) for one in body.paragraphs] == [(0, 1), (0, 2), (1, 1), (1, 2), (0, 3)]


def test_tables_with_header_and_merged_cells(tmp_path):
    deck = new_deck()
    table = add_table(
        add_slide(deck, "Castes", layout=5).shapes,
        [["Caste", "Sex", "Life"], ["Worker", "female", "6 weeks"], ["Drone", "male", "8 weeks"]],
    )
    table.cell(1, 2).merge(table.cell(2, 2))
    shape = only(read(deck, tmp_path).slides[0], ShapeRole.TABLE)
    assert shape.has_header
    cells = [["".join(one.text for one in cell) for cell in row] for row in shape.rows]
    assert cells == [["Caste", "Sex", "Life"], ["Worker", "female", "6 weeks8 weeks"], ["Drone", "male", ""]]


def test_groups_are_walked_and_their_places_scaled(tmp_path):
    deck = new_deck()
    slide = add_slide(deck, "Parts", layout=5)
    group = slide.shapes.add_group_shape()
    add_box(group.shapes, 1, 1, 2, 1, "Head")
    inner = group.shapes.add_group_shape()
    add_box(inner.shapes, 4, 1, 2, 1, "Thorax")
    group.left, group.top, group.width, group.height = Inches(2), Inches(3), Inches(10), Inches(2)
    shapes = {texts(shape)[0]: shape for shape in read(deck, tmp_path).slides[0].shapes}
    assert (shapes["Head"].left, shapes["Head"].top) == pytest.approx((144, 216))
    assert shapes["Thorax"].left == pytest.approx(144 + 432)
    assert (shapes["Thorax"].width, shapes["Thorax"].height) == pytest.approx((288, 144))
    assert shapes["Parts"].group == 0
    assert shapes["Head"].group > 0
    assert shapes["Thorax"].group not in (0, shapes["Head"].group)


def test_text_of_alternative_content_is_read_from_the_newest_form(tmp_path):
    def wrap(xml: str) -> str:
        start, end = xml.rindex("<p:sp>"), xml.rindex("</p:sp>") + len("</p:sp>")
        picture = "<p:sp><p:nvSpPr/><p:spPr/><p:txBody><a:p><a:r><a:t>picture</a:t></a:r></a:p></p:txBody></p:sp>"
        return (
            f'{xml[:start]}<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            f'<mc:Choice Requires="a14">{xml[start:end]}</mc:Choice><mc:Fallback>{picture}</mc:Fallback>'
            f"</mc:AlternateContent>{xml[end:]}"
        )

    deck = new_deck()
    add_slide(deck, "Flight", "Bees fly at 24 km/h")
    (slide,) = read(deck, tmp_path, changes={FIRST_SLIDE: wrap}).slides
    assert texts(only(slide, ShapeRole.BODY)) == ["Bees fly at 24 km/h"]


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        ("<m:r><m:t>a+b</m:t></m:r>", "a+b"),
        ("<m:f><m:num><m:r><m:t>m</m:t></m:r></m:num><m:den><m:r><m:t>V</m:t></m:r></m:den></m:f>", "m / V"),
        ("<m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>", "(a+b) / 2"),
        ("<m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>", "x²"),
        ("<m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>n+m</m:t></m:r></m:sup></m:sSup>", "x^(n+m)"),
        ("<m:sSub><m:e><m:r><m:t>A</m:t></m:r></m:e><m:sub><m:r><m:t>max</m:t></m:r></m:sub></m:sSub>", "Aₘₐₓ"),
        ("<m:sSub><m:e><m:r><m:t>A</m:t></m:r></m:e><m:sub><m:r><m:t>wing</m:t></m:r></m:sub></m:sSub>", "A_wing"),
        ("<m:d><m:e><m:r><m:t>x</m:t></m:r></m:e><m:e><m:r><m:t>y</m:t></m:r></m:e></m:d>", "(x|y)"),
        ("<m:rad><m:deg/><m:e><m:r><m:t>2</m:t></m:r></m:e></m:rad>", "√2"),
        (
            (
                '<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub><m:r><m:t>i=1</m:t></m:r></m:sub>'
                "<m:sup><m:r><m:t>n</m:t></m:r></m:sup><m:e><m:r><m:t>i</m:t></m:r></m:e></m:nary>"
            ),
            "∑ᵢ₌₁ⁿ i",
        ),
        ('<m:acc><m:accPr><m:chr m:val="\u0302"/></m:accPr><m:e><m:r><m:t>x</m:t></m:r></m:e></m:acc>', "x\u0302"),
        (
            (
                "<m:m><m:mr><m:e><m:r><m:t>1</m:t></m:r></m:e><m:e><m:r><m:t>0</m:t></m:r></m:e></m:mr>"
                "<m:mr><m:e><m:r><m:t>0</m:t></m:r></m:e><m:e><m:r><m:t>1</m:t></m:r></m:e></m:mr></m:m>"
            ),
            "[1 0; 0 1]",
        ),
    ],
)
def test_formulas_become_readable_text(tmp_path, formula, text):
    math = (
        '<a14:m xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main">'
        f'<m:oMath xmlns:m="{MATH}">{formula}</m:oMath></a14:m>'
    )
    deck = new_deck()
    add_slide(deck, "Lift", "It equals FORMULA")
    changes = {FIRST_SLIDE: lambda xml: xml.replace("FORMULA</a:t></a:r>", f"</a:t></a:r>{math}")}
    (paragraph,) = only(read(deck, tmp_path, changes=changes).slides[0], ShapeRole.BODY).paragraphs
    assert paragraph.text == f"It equals {text}"
    assert paragraph.formulas == ((10, 10 + len(text)),)


def test_formulas_stand_apart_from_the_words_beside_them(tmp_path):
    math = f'<m:oMath xmlns:m="{MATH}"><m:r><m:t>P(x)</m:t></m:r></m:oMath>'
    deck = new_deck()
    add_slide(deck, "Odds", "whereFORMULAis small")
    changes = {
        FIRST_SLIDE: lambda xml: xml.replace("FORMULA", f"</a:t></a:r>{math}<a:r><a:t>"),
    }
    (paragraph,) = only(read(deck, tmp_path, changes=changes).slides[0], ShapeRole.BODY).paragraphs
    assert paragraph.text == "where P(x) is small"


def test_subscripts_and_symbol_fonts(tmp_path):
    deck = new_deck()
    add_slide(deck, "Air", "COTWO rises, 5 \uf0a3 6")
    two = '</a:t></a:r><a:r><a:rPr baseline="-25000"/><a:t>2</a:t></a:r><a:r><a:t>'
    changes = {FIRST_SLIDE: lambda xml: xml.replace("TWO", two)}
    body = only(read(deck, tmp_path, changes=changes).slides[0], ShapeRole.BODY)
    assert texts(body) == ["CO₂ rises, 5 ≤ 6"]


def test_smart_art_follows_its_connections(tmp_path):
    nodes = [("1", "doc", "Egg"), ("2", "1", "three days"), ("3", "doc", "Larva"), ("4", "doc", "Pupa")]
    deck = new_deck()
    add_slide(deck, "Stages", layout=5)
    (slide,) = read(
        deck,
        tmp_path,
        changes={FIRST_SLIDE: with_diagram, RELS: with_relation},
        **{"ppt__diagrams__data1.xml": diagram_data(nodes, "process")},
    ).slides
    diagram = only(slide, ShapeRole.DIAGRAM)
    assert [(one.text, one.level, one.number) for one in diagram.paragraphs] == [
        ("Egg", 0, 1),
        ("three days", 1, None),
        ("Larva", 0, 2),
        ("Pupa", 0, 3),
    ]


def test_smart_art_that_goes_in_circles_ends(tmp_path):
    nodes = [("1", "2", "Bee"), ("2", "1", "Flower"), ("3", "doc", "Honey"), ("1", "3", "again")]
    deck = new_deck()
    add_slide(deck, "Circle", layout=5)
    (slide,) = read(
        deck,
        tmp_path,
        changes={FIRST_SLIDE: with_diagram, RELS: with_relation},
        **{"ppt__diagrams__data1.xml": diagram_data(nodes)},
    ).slides
    assert len(only(slide, ShapeRole.DIAGRAM).paragraphs) <= 4


def test_sections_notes_and_hidden_slides(tmp_path):
    deck = new_deck()
    for title in ("Start", "Dance", "Tail"):
        add_slide(deck, title, "Some words")
    deck.slides[0].notes_slide.notes_text_frame.text = "The first note.\nIts second line."
    ids = [slide.slide_id for slide in deck.slides]
    section = "".join(
        f'<p14:section name="{name}" id="{{0}}"><p14:sldIdLst>'
        + "".join(f'<p14:sldId id="{key}"/>' for key in keys)
        + "</p14:sldIdLst></p14:section>"
        for name, keys in (("Before", ids[:1]), ("Behaviour", ids[1:]))
    )
    extension = (
        f'<p:extLst><p:ext uri="x"><p14:sectionLst xmlns:p14="{P14}">{section}</p14:sectionLst></p:ext></p:extLst>'
    )
    show = read(
        deck,
        tmp_path,
        changes={
            "ppt/presentation.xml": lambda xml: xml.replace("</p:presentation>", f"{extension}</p:presentation>"),
            "ppt/slides/slide2.xml": lambda xml: xml.replace("<p:sld ", '<p:sld show="0" ', 1),
        },
    )
    assert [slide.section for slide in show.slides] == ["Before", "Behaviour", "Behaviour"]
    assert [slide.is_hidden for slide in show.slides] == [False, True, False]
    assert [slide.number for slide in show.slides] == [1, 2, 3]
    assert show.slides[0].notes == "The first note.\nIts second line."


def test_slides_come_in_the_order_of_the_show(tmp_path):
    deck = new_deck()
    for title in ("one", "two", "three"):
        add_slide(deck, title)
    listed = deck.slides._sldIdLst
    listed.insert(0, listed[2])
    show = read(deck, tmp_path)
    assert [texts(only(slide, ShapeRole.TITLE)) for slide in show.slides] == [["three"], ["one"], ["two"]]


def test_relations_that_lead_nowhere_are_left_out(tmp_path):
    deck = new_deck()
    add_slide(deck, "Broken", "still read")
    (slide,) = read(
        deck,
        tmp_path,
        changes={FIRST_SLIDE: with_diagram, RELS: lambda xml: with_relation(xml, "../diagrams/NULL")},
    ).slides
    assert texts(only(slide, ShapeRole.BODY)) == ["still read"]


def test_the_strict_form_of_the_format_reads_alike(tmp_path):
    def strict(xml: str) -> str:
        return xml.replace(
            "schemas.openxmlformats.org/presentationml/2006", "purl.oclc.org/ooxml/presentationml"
        ).replace("schemas.openxmlformats.org/drawingml/2006", "purl.oclc.org/ooxml/drawingml")

    deck = new_deck()
    add_slide(deck, "Strict", "Words of it")
    (slide,) = read(deck, tmp_path, changes={FIRST_SLIDE: strict, "ppt/presentation.xml": strict}).slides
    assert texts(only(slide, ShapeRole.BODY)) == ["Words of it"]


def test_the_library_is_loaded_only_to_read(tmp_path):
    code = "import sys, flashdeck.readers.pptx; sys.exit('pptx' in sys.modules or 'lxml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_turned_boxes_cover_what_they_cover_on_the_slide(tmp_path):
    deck = new_deck()
    box = add_box(add_slide(deck, "Turned", layout=5).shapes, 2, 2, 4, 1, "upright")
    box.text_frame.auto_size = MSO_AUTO_SIZE.NONE
    box.rotation = 270
    shape = only(read(deck, tmp_path).slides[0], ShapeRole.TEXT_BOX)
    assert (shape.left, shape.top, shape.width, shape.height) == pytest.approx((252, 36, 72, 288))
