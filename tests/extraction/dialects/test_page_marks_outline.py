import pytest

from flashdeck.extraction.model import Slide, SlideKind
from tests.extraction.dialects.page_mark_texts import read

FACT = "\n\n• A fact about it"


def topics(slides: tuple[Slide, ...]) -> list[str]:
    return [slide.topic for slide in slides]


def kinds(slides: tuple[Slide, ...]) -> list[SlideKind]:
    return [slide.kind for slide in slides]


def content(*titles: str) -> list[str]:
    return [title + FACT for title in titles]


COURSE = (
    "Harbour course\n\nMMXXXI",
    "Boats\nWhat swims on the sea",
    "Skiff\nThe smallest boat",
    *content("What is a Skiff?", "Oars", "Skiff – Care", "Barge – Loads", "Barge – Crew", "Ropes of all kinds"),
    "Weather\nWhat the sky brings",
    *content("Wind and waves", "Fog"),
    "Wrapping up\nGoodbye",
    *content("Where to go on"),
)


class TestSections:
    def test_a_page_of_a_title_and_one_line_opens_a_section_or_a_topic(self) -> None:
        slides = read(*COURSE)
        assert [slide.title for slide in slides if slide.kind is SlideKind.SECTION] == [
            "Boats",
            "Weather",
            "Wrapping up",
        ]
        assert [slide.title for slide in slides if slide.kind is SlideKind.DIVIDER] == ["Skiff"]
        assert [slide.section for slide in slides[:2]] == ["", "Boats"]
        assert slides[8].section == "Boats"
        assert slides[11].section == "Weather"

    def test_what_stands_before_the_first_section_and_in_the_closing_one_is_front_matter(self) -> None:
        slides = read(*COURSE)
        assert [slide.number for slide in slides if slide.kind is SlideKind.FRONT_MATTER] == [1, len(slides)]

    def test_a_late_first_section_makes_no_front_matter(self) -> None:
        slides = read(*content("Oars", "Hulls", "Masts"), "Weather\nWhat the sky brings", *content("Fog"))
        assert kinds(slides)[:3] == [SlideKind.CONTENT] * 3

    def test_the_next_title_tells_a_topic_from_a_section(self) -> None:
        slides = read("Cover", "Skiff\nThe smallest boat", *content("What is a Skiff?", "Oars"))
        assert slides[1].kind is SlideKind.SECTION  # the only dividers of a deck are its sections
        slides = read("Cover", "Boats\nThey swim", *content("Ferry"), "Skiff\nA boat", *content("What is a Skiff?"))
        assert kinds(slides)[3] is SlideKind.DIVIDER

    def test_a_page_with_an_aspect_in_its_title_is_no_divider(self) -> None:
        slides = read("Cover", *content("Oars"), "Oars – Examples\nA short oar")
        assert slides[2].kind is SlideKind.TITLE_ONLY

    @pytest.mark.parametrize(
        "title", ["Disclaimer", "About me", "Agenda", "Thank you!", "Section introduction", "Welcome to the harbour"]
    )
    def test_front_matter_by_its_title(self, title: str) -> None:
        assert read("Oars\n\n• Long", title + FACT)[1].kind is SlideKind.FRONT_MATTER

    def test_a_page_of_nothing_but_a_title(self) -> None:
        pages = ["Cover", *content("Ferry")]
        assert read(*pages, "Harbour map", *content("Fog"))[2].kind is SlideKind.TITLE_ONLY
        assert read(*pages, "Knots review", *content("Fog"))[2].kind is SlideKind.DIVIDER
        assert read(*pages, "Loops and Knots", *content("Loop", "Knot"))[2].kind is SlideKind.DIVIDER
        assert read(*pages, "Fog horns", *content("Fog horns"))[2].kind is SlideKind.TITLE_ONLY
        assert read(*pages, "Fog horns – Sound", *content("Sound", "Fog horns"))[2].kind is SlideKind.TITLE_ONLY

    def test_a_title_set_in_large_type_is_a_divider(self) -> None:
        wide = "A very long title that needs more than one¬\nline" + FACT
        slides = read("Cover", wide, "Rare¬\nRigs", *content("Lugger"))
        assert slides[2].kind is SlideKind.DIVIDER

    def test_a_title_only_page_below_a_section_opens_its_first_topic(self) -> None:
        slides = read(
            "Cover", *content("Ferry"), "Rigs\nAll that holds sails", "Rare rigs", *content("Lugger", "Sprit")
        )
        assert kinds(slides)[2:4] == [SlideKind.SECTION, SlideKind.DIVIDER]
        assert topics(slides)[3:] == ["Rare rigs", "Rare rigs", "Rare rigs"]


class TestTopics:
    def test_a_course(self) -> None:
        assert topics(read(*COURSE)) == [
            "Harbour course",
            "Boats",
            *["Skiff"] * 4,
            "Barge",
            "Barge",
            "Ropes of all kinds",
            "Weather",
            "Wind and waves",
            "Fog",
            "Wrapping up",
            "Where to go on",
        ]

    def test_a_maker_before_many_subjects_is_no_subject(self) -> None:
        names = ["Brig", "Ketch", "Yawl", "Sloop", "Cog", "Dhow"]
        titles = [title for name in names for title in (f"Acme {name}", f"{name} – Care", f"{name} – Cost")]
        slides = read(
            *content(*titles, "Safety - Brig", "Safety – Ketch", "Safety - Yawl"),
            *content("Safety - Sloop", "Safety - Cog", "Safety - Dhow"),
        )
        assert topics(slides)[:3] == ["Acme Brig"] * 3
        assert topics(slides)[-6:] == [f"Acme {name}" for name in names]

    def test_an_acronym_stands_for_its_name(self) -> None:
        makers = content(*(f"Acme {name}" for name in ("Brig", "Ketch", "Yawl", "Sloop", "Cog", "Dhow")))
        names = content("Brig", "Ketch", "Yawl", "Sloop", "Cog", "Dhow")
        slides = read(*makers, *names, *content("Acme Global Buoy Network (GBN)", "GBN Care"))
        assert topics(slides)[-2:] == ["Acme Global Buoy Network"] * 2
        slides = read(
            *makers, *names, *content("Acme Global Buoy Network (Acme GBN)", "GBN Care", "GBN Cost", "GBN Use")
        )
        assert topics(slides)[-4:] == ["Acme GBN"] * 4

    def test_pages_with_the_same_title_or_the_same_start_are_one_topic(self) -> None:
        slides = read(*content("Old Harbour Wall Stones", "Old Harbour Wall Repair", "Fog", "Tides", "Tides"))
        assert topics(slides) == ["Old Harbour Wall", "Old Harbour Wall", "Fog", "Tides", "Tides"]

    def test_a_list_of_the_next_titles_is_their_topic(self) -> None:
        listed = "Kinds of wind\n\n• Breeze\n\n• Gale\n\n• Storm"
        slides = read(listed, *content("Breeze", "Gale", "Storm", "Rain"))
        assert topics(slides) == [*["Kinds of wind"] * 4, "Rain"]

    def test_a_loose_divider_holds_as_long_as_titles_share_its_words(self) -> None:
        slides = read(
            "Cover",
            *content("Ferry"),
            "Gusts vs. Squalls",
            *content("Gust", "Squall", "The two compared", "Choosing between gust and squall", "Rain", "Hail"),
        )
        assert topics(slides)[2:] == [*["Gusts vs. Squalls"] * 5, "Rain", "Hail"]

    def test_a_name_of_a_product_opens_its_own_topic(self) -> None:
        slides = read(
            "Cover",
            *content("Ferry"),
            "Boats\nThey swim",
            *content("Ark"),
            "Skiff\nSmall",
            *content("What is a Skiff?", "Oars", "WindVane", "Reef"),
        )
        assert topics(slides)[-3:] == ["Skiff", "WindVane", "Reef"]

    def test_an_aside_in_a_topic_that_comes_back_stays_in_it(self) -> None:
        slides = read(
            "Cover",
            *content("Ferry"),
            "Boats\nThey swim",
            *content("Ark"),
            "Skiff\nSmall",
            *content("What is a Skiff?", "What is a Rowlock?", "Skiff – Oars", "What is a Buoy?", "Buoy – Care"),
        )
        assert topics(slides)[-5:] == ["Skiff", "Skiff", "Skiff", "Buoy", "Buoy"]

    def test_a_subject_inside_a_title_counts_where_its_own_slides_are_near(self) -> None:
        slides = read(
            *content("Locks – Gates", "Locks – Filling", "How to open Locks", "Fog", "Rain", "Hail", "Opening Locks")
        )
        assert topics(slides) == ["Locks", "Locks", "Locks", "Fog", "Rain", "Hail", "Opening Locks"]

    def test_a_longer_divider_means_the_shorter_name_that_is_asked_for(self) -> None:
        slides = read(
            "Cover",
            *content("Ferry"),
            "Boats\nThey swim",
            *content("Ark"),
            "Skiff Service / Tender\nSmall",
            *content("What is Skiff?", "Skiff Service – Cost"),
        )
        assert topics(slides)[-3:] == ["Skiff Service", "Skiff Service", "Skiff Service"]

    def test_a_page_without_a_title_belongs_to_the_topic_before_it(self) -> None:
        slides = read(*content("Locks – Gates", "Locks – Filling"), "• No title here", *content("Fog"))
        assert topics(slides)[2] == "Locks"
