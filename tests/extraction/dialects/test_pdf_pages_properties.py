from collections import Counter
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flashdeck.domain.pages import Page, PlacedLine, PlacedShape
from flashdeck.extraction.dialects import pdf_pages
from flashdeck.extraction.model import Bullet, BulletList, Code, Paragraph, Slide, Table
from tests.extraction.dialects.placed_pages import box, bullets, deck, document, line, page, title
from tests.work import growth

NUMBERS = st.floats(-50, 900, allow_nan=False)
WORDS = st.sampled_from(
    [
        *("•", "–", "-", "1", "a", "1.", "2)", "Tea:", "→ so", "leaves are", "vs.", "Water must not boil.", "def x():"),
        *("https://tea.example", "お茶は緑です", "\N{REPLACEMENT CHARACTER}", "x ≤ 3", "Agenda", "tem-", "perature"),
        *(" ", "Quiz", "2012", "(cont.)"),
    ]
)


@st.composite
def placed_lines(draw):
    left, top = draw(NUMBERS), draw(NUMBERS)
    text = " ".join(draw(st.lists(WORDS, min_size=1, max_size=5))) or draw(st.text(max_size=20))
    return PlacedLine(
        text=text,
        left=left,
        top=top,
        right=left + draw(st.floats(0, 400)),
        bottom=top + draw(st.floats(0, 40)),
        font_size=draw(st.sampled_from([0.1, 8.0, 12.0, 18.0, 18.5, 32.0, 400.0])),
        is_bold=draw(st.booleans()),
        is_code=draw(st.booleans()),
        is_rotated=draw(st.integers(0, 9)) == 0,
        color=draw(st.sampled_from([0, 0xFFFFFF])),
        strong=draw(st.sampled_from([(), ((0, 3),), ((2, 90),)])),
    )


@st.composite
def shapes(draw):
    left, top = draw(NUMBERS), draw(NUMBERS)
    return PlacedShape(
        left=left,
        top=top,
        right=left + draw(st.sampled_from([0.0, 1.0, 8.0, 100.0, 500.0])),
        bottom=top + draw(st.sampled_from([0.0, 1.0, 8.0, 60.0, 300.0])),
        is_picture=draw(st.booleans()),
    )


PAGES = st.builds(
    Page,
    number=st.just(0),
    width=st.sampled_from([0.0, 720.0]),
    height=st.sampled_from([0.0, 405.0]),
    lines=st.lists(placed_lines(), max_size=14).map(tuple),
    shapes=st.lists(shapes(), max_size=10).map(tuple),
)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(PAGES, max_size=5))
def test_every_line_stands_in_one_slide_and_nothing_is_lost_in_silence(pages):
    slides = deck(*pages)
    assert [one.number for one in slides] == list(range(1, len(pages) + 1))
    numbers = [one.number for each in slides for one in each.lines]
    assert len(set(numbers)) == len(numbers)
    for each, read in zip(slides, pages, strict=True):
        shown = Counter(sign for one in each.lines for sign in one.text if not sign.isspace())
        placed = Counter(sign for one in read.lines for sign in one.text if not sign.isspace())
        assert shown == placed
        assert all(each.first_line <= one.number <= each.last_line for one in each.lines)
        used = used_lines(each)
        assert used <= {one.number for one in each.lines}
        assert not used & {one.number for one in each.lines if one.noise is not None}


def used_lines(slide: Slide) -> set[int]:
    """Return the numbers at the ends of every text of the groups."""
    found: set[int] = set()
    for group in slide.groups:
        texts = [group.heading] if group.heading else []
        for block in group.blocks:
            match block:
                case BulletList():
                    texts += [text for item in block.items for bullet in item.walk() for text in bullet_texts(bullet)]
                case Paragraph():
                    texts.append(block.text)
                case Table():
                    texts += [cell for row in block.rows for cell in row if cell.plain]
                case Code():
                    found |= {block.first_line, block.last_line}
        found |= {number for text in texts for number in (text.first_line, text.last_line)}
    return found


def bullet_texts(bullet: Bullet):
    return (bullet.text, *bullet.body)


@settings(max_examples=20, deadline=None)
@given(st.lists(PAGES, max_size=4))
def test_the_same_pages_give_the_same_slides(pages):
    assert deck(*pages) == deck(*pages)


def test_marks_drawn_behind_their_words_are_read():
    marked = [line("•", 0, 0, 0.1, is_rotated=True), line("a", 0, 0, 0.1), line("•", 9, 0, 400), line("• 1", 0, 0, 0.1)]
    thin = [replace(placed, right=placed.left, bottom=placed.top) for placed in marked]
    assert [slide.number for slide in deck(page(thin))] == [1]


def crowded(count: int) -> Page:
    lines = [line(f"label {n}", 10 + 37 * (n % 19), 50 + 3.1 * n, 6) for n in range(count)]
    boxes = tuple(box(10 + 37 * (n % 19), 50 + 3 * n, 40 + 37 * (n % 19), 58 + 3 * n) for n in range(count))
    return page(title("Crowded"), lines, bullets("Water is heated"), shapes=boxes)


def test_a_crowded_page_takes_work_in_proportion():
    assert growth(lambda count: pdf_pages.read(document(crowded(count))), 100) < 5
