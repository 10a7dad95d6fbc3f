"""What stands on a slide: headings, lists, definitions, paragraphs, tables, code and comparisons."""

import pytest

from flashdeck.extraction.model import BulletList, SlideKind
from tests.extraction.dialects.blank_run_texts import expected, noise, only, read, shape, shaped

CASES = {
    "bullets nest by indentation": (
        """
        Teapot
        ~1
        - Clay
         - porous
           - takes on taste
         - unglazed
        - Glass
        """,
        """
        #
        - Clay
          - porous
            - takes on taste
          - unglazed
        - Glass
        """,
    ),
    "glyphs and numbers are taken off": (
        """
        Teapot
        ~1
        - ✓ Keeps warm
        - o **Lid** = top
        - o'clock is tea time
        - 1) Rinse
        2. Pour
        * Wait
        """,
        """
        #
        - Keeps warm
        - Lid = top
        - o'clock is tea time
        1. Rinse
        2. Pour
        - Wait
        """,
    ),
    "a list that has lost the dots behind its numbers": (
        "Teapot\n~1\n- 1 Rinse it\n- 2 Pour\n- 3 Wait",
        "#\n1. Rinse it\n2. Pour\n3. Wait",
    ),
    "a definition on the next lines": (
        """
        Teapot
        ~1
        - Clay:
        Burnt earth that holds
        the heat for long.
        Needs seasoning.
        - Glass:
        ⇒ shows the colour
        (of the brew)
        """,
        """
        #
        - Clay:
          | Burnt earth that holds the heat for long.
          | Needs seasoning.
        - Glass:
          | ⇒ shows the colour (of the brew)
        """,
    ),
    "a definition after blank lines": (
        """
        Teapot
        ~1
        - **Clay:**
        ~1
        Burnt earth.
        ~1
        - **Glass**
        ~2
        (once called crystal)
        ~1
        Shows the colour of the brew
        ~1
        - Iron
        ~1
        Heavy, and slow to cool down
        """,
        """
        #
        - Clay:
          | Burnt earth.
        - Glass
          | (once called crystal)
          | Shows the colour of the brew
        - Iron
          | Heavy, and slow to cool down
        """,
    ),
    "a list that opens with the name of all that follows": (
        "Kitchen\n~1\n- Samovar\n- Keeps a pot of water hot\n- The tap stands at the foot of it",
        "#\n- Samovar\n  - Keeps a pot of water hot\n  - The tap stands at the foot of it",
    ),
    "a quality names nothing": (
        "Kettles\n~1\n- Portable\n- Keeps a pot of water hot\n- Boils it again at any time",
        "#\n- Portable\n- Keeps a pot of water hot\n- Boils it again at any time",
    ),
    "nested items below one with a colon on their own level": (
        "Teapot\n~1\n- It keeps the heat for an hour\n - Kinds of clay:\n - red clay\n - white clay",
        "#\n- It keeps the heat for an hour\n  - Kinds of clay:\n    - red clay\n    - white clay",
    ),
    "bullets go on with a list that began without them": (
        "Teapot\n~1\nTea is good for you.\n~1\nIt is made of:\n~1\nred clay\n~1\nwhite clay\n- glass",
        "#\nP Tea is good for you.\n# It is made of:\n- red clay\n- white clay\n- glass",
    ),
    "amounts go on behind a label with an amount": (
        "Teapot\n~1\nSize\n~1\nA measure of cups\n1 pot: 2 litres of tea\n4 cups\n8 spoons of leaves",
        "# Size\nP A measure of cups\nP 1 pot: 2 litres of tea, 4 cups, 8 spoons of leaves",
    ),
    "a short definition is taken like those before it": (
        "Teapot\n~1\n- Clay\n~1\nIt takes on the taste of tea.\n~1\n- Glass pot with lid\n~1\nshows the brew",
        "#\n- Clay\n  | It takes on the taste of tea.\n- Glass pot with lid\n  | shows the brew",
    ),
    "a picture parts a list from what follows": (
        "Teapot\n~1\n- Clay:\n~4\nBurnt earth that holds heat.",
        "#\n- Clay:\nP Burnt earth that holds heat.",
    ),
    "headings over lists": (
        "Teapot\n~1\nMaterials\n~1\n- Clay\n~1\nShapes of the\nSpout:\n~1\n- round",
        "# Materials\n- Clay\n# Shapes of the Spout:\n- round",
    ),
    "a short heading after a name with a colon": (
        "Teapot\n~1\n- Materials:\n~1\nClay\n~1\n- porous, and hard to clean\n~1\nGlass\n~1\n- clear",
        "#\n- Materials:\n# Clay\n- porous, and hard to clean\n# Glass\n- clear",
    ),
    "headings over paragraphs": (
        """
        Teapot
        ~1
        Spout
        ~1
        Lets the tea flow in a thin line.
        ~1
        Lid
        ~1
        keeps the steam in
        ~1
        Knob
        ~1
        Handle of the lid
        """,
        """
        # Spout
        P Lets the tea flow in a thin line.
        # Lid
        P keeps the steam in
        # Knob
        P Handle of the lid
        """,
    ),
    "a heading on the first line of its paragraph": (
        "Teapot\n~3\nSpout Form\nLets the tea flow in a line\n~3\nLid",
        "# Spout Form\nP Lets the tea flow in a line",
    ),
    "a sentence over a list is no heading": (
        "Teapot\n~1\na vessel that lets dried leaves steep in hot water\n~1\n- Clay\n~1\nCare\n~1\n- rinse",
        "#\nP a vessel that lets dried leaves steep in hot water\n- Clay\n# Care\n- rinse",
    ),
    "a sentence below a heading is no second heading": (
        "Teapot\n~1\nUses\n~1\nserves many guests at one table\n~1\n- parties\n~1\nCare\n~1\n- rinse",
        "# Uses\nP serves many guests at one table\n- parties\n# Care\n- rinse",
    ),
    "arrows after headings and terms": (
        "Teapot\n~1\n⇒ holds heat\n~1\n- Two modes:\n~1\n- Steep\n~1\n⇒ three minutes\n~1\n- Pour\n~1\n⇒ at once",
        "#\nP ⇒ holds heat\n- Two modes:\n  - Steep\n    | ⇒ three minutes\n  - Pour\n    | ⇒ at once",
    ),
    "an arrow names the list below it": (
        "Teapot\n~1\n- made of\n~1\n⇒ Clay pots:\n~1\n- porous\n~1\n⇒ Glass\n~1\n- clear",
        "#\n- made of\n# Clay pots:\n- porous\n# Glass\n- clear",
    ),
    "an arrow at the end of its line goes on in its list": (
        "Teapot\n~1\n- Seasoning\n~1\n⇒ to season a pot of clay rub it with\n~1\n- oil\n- tea",
        "#\n- Seasoning\n  | ⇒ to season a pot of clay rub it with\n  - oil\n  - tea",
    ),
    "an arrow in a bullet belongs to the term above it": (
        "Teapot\n~1\n- Clay pot\n~1\n- ⇒ holds heat\n~1\n- Glass pot\n~1\n- ⇒ clear\n~1\n- ⇒ all pots need care",
        "#\n- Clay pot\n  - ⇒ holds heat\n- Glass pot\n  - ⇒ clear\n- ⇒ all pots need care",
    ),
    "a name stands on the level of its items": (
        "Pot\n~1\n- Clay:\n~1\n- porous\n- heavy\n~1\n- **Glass:**\n~1\n- clear\n~1\n- Care\n~1\n- rinse it\n- dry it",
        "#\n- Clay:\n  - porous\n  - heavy\n- Glass:\n  - clear\n  - Care\n    - rinse it\n    - dry it",
    ),
    "strong names alternate with their items": (
        "Teapot\n~1\n- **Steep**\n~1\n- leave the leaves in\n~1\n- **Pour**\n~1\n- tilt the pot",
        "#\n- Steep\n  - leave the leaves in\n- Pour\n  - tilt the pot",
    ),
    "a plain name over several items": (
        "Teapot\n~1\n- Lids\n~1\n- keep the steam in\n- must fit\n~1\n- Spouts",
        "#\n- Lids\n  - keep the steam in\n  - must fit\n- Spouts",
    ),
    "a name and its items without any blank line": (
        "Teapot\n~1\n- Benefits\n- keeps warm\n- lasts",
        "#\n- Benefits\n  - keeps warm\n  - lasts",
    ),
    "items that lack their subject": (
        "Teapot\n~1\n- Lid\n- Is the top.\n- It rattles.\n- Spout\n- Lets the tea flow out.\n- Handle:\nstays cool",
        """
        #
        - Lid
          - Is the top.
          - It rattles.
        - Spout
          - Lets the tea flow out.
        - Handle:
          | stays cool
        """,
    ),
    "terms below a name that has been explained": (
        "Pot\n~1\n- **Kinds:**\n~1\nThere is more than one.\n~1\n- Clay\n- Glass\n~1\n- **Care:**\n~1\nDry it at once.",
        "#\n- Kinds:\n  | There is more than one.\n  - Clay\n  - Glass\n- Care:\n  | Dry it at once.",
    ),
    "a bullet that breaks off goes on in short lines": (
        "Teapot\n~1\n- Clay\n- Comes with\n~1\nLid\n~2\nTwo\nSaucers\n~1\nSpoon\n~1\n- is heavy",
        "#\n- Clay\n- Comes with\n  - Lid\n  - Two Saucers\n  - Spoon\n- is heavy",
    ),
    "one short line ends a bullet that breaks off": (
        "Teapot\n~1\n- Clay\n- Comes with\n~1\nLid",
        "#\n- Clay\n- Comes with\n  - Lid",
    ),
    "words between two lists end the clause before them": (
        "Teapot\n~1\n- Eases the work of tea\n~1\nBrewing\n~1\nPouring\n~1\nServing\n~1\n- It holds a litre",
        "#\n- Eases the work of tea Brewing, Pouring, Serving\n- It holds a litre",
    ),
    "labels between two lists head none of them": (
        "Teapot\n~1\n- Is made of clay\n- Lid\n~1\nHot water\n~1\nTea leaves\n~2\nMugs\n~1\n- Can be used for cocoa",
        "#\n- Is made of clay\n- Lid\n- Can be used for cocoa",
    ),
    "a heading of headings": (
        """
        Teapot
        ~1
        Handle
        ~1
        - stays cool
        ~3
        Pot Care
        ~1
        Daily Care
        ~1
        - rinse with water
        ~1
        Rare Stains
        ~1
        - rub with salt
        ~3
        Lid
        ~1
        - keeps the steam in
        """,
        """
        # Handle
        - stays cool
        # Pot Care
        - Daily Care
          - rinse with water
        - Rare Stains
          - rub with salt
        # Lid
        - keeps the steam in
        """,
    ),
    "a sentence behind the list of a heading speaks of the slide again": (
        "Teapot\n~1\nUses\n~1\n- tea\n- cocoa\n~1\nIt is made of clay.\n~1\n- Handle: stays cool",
        "# Uses\n- tea\n- cocoa\n#\nP It is made of clay.\n- Handle: stays cool",
    ),
    "a list behind the plain lines that a heading announces": (
        """
        Teapot
        ~1
        Possible results of a test:
        ~1
        Loose - The lid falls off the pot
        ~1
        Tight - The lid stays on the pot
        ~1
        - Types of pots
        """,
        """
        # Possible results of a test:
        P Loose - The lid falls off the pot
        P Tight - The lid stays on the pot
        #
        - Types of pots
        """,
    ),
    "two headings with their words close below them": (
        """
        Teapot
        ~1
        - holds hot tea for an hour.
        ~1
        Green tea
        Brewed for two minutes
        ~1
        Black tea
        Brewed for long
        ~1
        - Pour it
        """,
        """
        #
        - holds hot tea for an hour.
        # Green tea
        P Brewed for two minutes
        # Black tea
        P Brewed for long
        #
        - Pour it
        """,
    ),
    "the only heading stands again at the end": (
        "Teapot\n~1\nNew\n~3\n- Lid keeps the steam in\n- Handle stays cool all day\n~1\nNew",
        "#\n- Lid keeps the steam in\n- Handle stays cool all day",
    ),
    "a heading that announces short lines": (
        "Teapot\n~1\nA pot of clay can be sold with\n~3\nLid\n~3\nSpoon\n~1\nFeatures\n~1\nLight\n~3\nCheap",
        "# A pot of clay can be sold with\n- Lid\n- Spoon\n- Features\n- Light\n- Cheap",
    ),
    "terms with definitions are no announced list": (
        "Pot\n~1\n- You can choose the following:\n~1\nLid\n~1\nkeeps the steam in\n~1\nSpout\n~1\nlets the tea flow",
        """
        #
        - You can choose the following:
        # Lid
        P keeps the steam in
        # Spout
        P lets the tea flow
        """,
    ),
    "a slide of short lines close together": (
        "Outcome\n~3\nWarm pot\n~1\nLess work for hosts\n~2\nFewer broken lids.",
        "#\n- Warm pot\n- Less work for hosts\n- Fewer broken lids.",
    ),
    "problems keep their solutions": (
        """
        Teapot
        ~1
        1) Problem:
        ~1
        Lid rattles
        ~1
        Solution:
        ~1
        Tie it down
        ~1
        2) Problem: Cold tea.
        ~1
        Nobody has covered the pot for hours.
        ~1
        Solution: Use a cosy.
        """,
        """
        #
        1. Problem:
          | Lid rattles
          | Solution:
          | Tie it down
        2. Problem: Cold tea.
          | Nobody has covered the pot for hours.
          | Solution: Use a cosy.
        """,
    ),
    "a table with and without a header": (
        """
        Teapot
        ~1
        Kind\tUse\tWeight
        <i>Clay</i>\tfor dark and smoky teas\tone kilo or more
        Glass\tfor blooming teas of the south
        ~1
        Lid\tkeeps all the steam in the pot
        Spout\tlets the tea flow in a line
        ~1
        \tA month\tA year
        Clay\t\\$2/cup\t\\$1/cup
        """,
        """
        #
        H Kind ; Use ; Weight
        T Clay ; for dark and smoky teas ; one kilo or more
        T Glass ; for blooming teas of the south ;
        T Lid ; keeps all the steam in the pot
        T Spout ; lets the tea flow in a line
        H  ; A month ; A year
        T Clay ; $2/cup ; $1/cup
        """,
    ),
    "a header over numbers is one without numbers": (
        "Teapot\n~1\nSize\tPrice\tWater\nsmall\t$5/pot\t1 litre at most\nlarge\t$9/pot\t2 litres at most",
        "#\nH Size ; Price ; Water\nT small ; $5/pot ; 1 litre at most\nT large ; $9/pot ; 2 litres at most",
    ),
    "program text with a heading, lines and numbers": (
        """
        Teapot
        ~1
        Script
        ~1
        ```
        1 def pour():
        2     tilt()
        3
        4 pour()
        ```
        ~1
        ```
        boil()

          wait()
        ```
        """,
        r"""
        #
        C def pour():\n    tilt()\n\npour()
        C boil()\n\n  wait()
        """,
    ),
    "a comment alone heads the next program text": (
        """
        Teapot
        ~1
        ```
        /* Fill  the pot */
        ```
        ~1
        ```
        fill()
        ```
        ```
        # pour
        ```
        ~1
        ```
        pour()
        ~1
        ```
        ~1
        ```
        -- end
        ```
        """,
        "# Fill the pot\nC fill()\n# pour\nC pour()\nC -- end",
    ),
    "numbers that do not count stay in program text": (
        "Teapot\n~1\n```\n10 cups\n20 pots\n```\n~1\n```\n```",
        r"""
        #
        C 10 cups\n20 pots
        """,
    ),
    "wrapped lines join, sentences do not": (
        "Teapot\n~1\nThe pot is made of clay and\nGlass. It has a well-\nfitting lid.\n⇒ tea stays\nwarm",
        "#\nP The pot is made of clay and Glass. It has a well-fitting lid.\nP ⇒ tea stays warm",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_groups(name: str) -> None:
    source, shape_expected = CASES[name]
    assert shaped(source) == expected(shape_expected)


def test_labels_of_pictures_are_no_content() -> None:
    slide = only("Teapot\n~1\n- holds tea\n~3\nLid\n~3\nSpout\n~1\nHandle\nof Wood")
    assert shape(slide) == "#\n- holds tea"
    assert noise(slide) == dict.fromkeys(["Lid", "Spout", "Handle", "of Wood"], "DIAGRAM_LABEL")


def test_a_heading_without_content_is_a_label() -> None:
    slide = only("Teapot\n~1\nLid\n~1\nIt keeps the steam in.\n~1\nSpout\n~1\n```\n```")
    assert noise(slide) == {"Spout": "DIAGRAM_LABEL"}


def test_a_slide_of_labels_alone_is_title_only() -> None:
    assert only("Teapot\n~3\nLid\n~3\nSpout").kind is SlideKind.TITLE_ONLY


def test_deep_lists_end_at_a_last_level() -> None:
    rows = "\n".join(" " * level + f"- level {level}" for level in range(2000))
    (group,) = only("Teapot\n~1\n" + rows).groups
    (block,) = group.blocks
    assert isinstance(block, BulletList)
    assert sum(1 for _ in block.items[0].walk()) == 2000


def test_items_that_break_off_again_and_again_do_not_nest_forever() -> None:
    slide = only("Teapot\n~1\n" + "\n~1\n".join(["- pot\nmade of"] * 2000))
    assert len(slide.groups) == 1


COMPARISONS = {
    "between the sides": "Clay\n~1\n- porous\n~1\nVS\n~1\nGlass\n~1\n- clear",
    "at the end": "Clay\n~1\n- porous\n~1\nGlass\n~1\n- clear\n~1\n**vs.**",
    "before the left side": "Clay\n~3\nVS\n~1\n- porous\n~1\nGlass\n~1\n- clear",
    "behind both names": "Clay\n~3\nGlass\n~3\nVS\n~1\n- porous\n~1\n- clear",
}


@pytest.mark.parametrize("name", COMPARISONS)
def test_comparisons(name: str) -> None:
    slide = only(COMPARISONS[name])
    assert (slide.title, slide.is_comparison) == ("Clay VS Glass", True)
    assert shape(slide) == "# Clay\n- porous\n# Glass\n- clear"


def test_a_comparison_may_have_a_title() -> None:
    slide = only("Teapots\n~1\nClay\n~1\n- porous\n~1\nVS\n~1\nGlass\n~1\n- clear")
    assert (slide.title, slide.is_comparison) == ("Teapots", True)
    assert shape(slide) == "# Clay\n- porous\n# Glass\n- clear"


def test_the_name_of_the_right_side_may_be_lost() -> None:
    slide = only("Clay\n~1\n- porous\n~1\nVS\n~1\n- clear")
    assert (slide.title, slide.is_comparison) == ("Clay", True)
    assert shape(slide) == "# Clay\n- porous\n#\n- clear"


@pytest.mark.parametrize("versus", ["\n~1\nVS", ""])
def test_sides_with_the_same_headings(versus: str) -> None:
    side = "Weight\n~1\n- heavy\n~1\nCare\n~1\nRinse it with clear water.\n~1\nDry it."
    slide = only(f"Clay\n~1\n{side}\n~3\nGlass\n~1\n{side}{versus}")
    assert (slide.title, slide.is_comparison) == ("Clay VS Glass", True)
    each = "- Weight\n  - heavy\n- Care\n  | Rinse it with clear water.\n  | Dry it."
    assert shape(slide) == f"# Clay\n{each}\n# Glass\n{each}"


def test_a_lone_side_is_no_comparison() -> None:
    slide = only("Clay\n~1\n- porous\n~1\nVS")
    assert not slide.is_comparison
    assert shape(slide) == "#\n- porous"


def test_a_comparison_inside_another_slide_starts_its_own() -> None:
    slides = [
        slide.title
        for slide in read(
            "Care\n~1\n- rinse\n~3\nClay\n~1\n- porous\n~1\nVS\n~1\nGlass\n~1\n- clear"
            "\n~1\nLid\n~1\n- top\n~1\nVS\n~1\nSpout\n~1\n- side"
        )
    ]
    assert slides == ["Care", "Clay VS Glass", "Lid VS Spout"]


@pytest.mark.parametrize(
    ("below", "is_comparison", "groups"),
    [
        ("- **Clay:**\nporous\n- **Glass:**\n - clear", True, "# Clay\nP porous\n# Glass\n- clear"),
        ("Clay\n~1\n- porous\n~1\nGlass\n~1\n- clear", True, "# Clay\n- porous\n# Glass\n- clear"),
        (
            "\tClay\tGlass\nUse\tfor dark teas\tfor any tea",
            True,
            "#\nH  ; Clay ; Glass\nT Use ; for dark teas ; for any tea",
        ),
        ("- Weight:\nheavy\n- Care:\nrinse", False, "#\n- Weight:\n  | heavy\n- Care:\n  | rinse"),
    ],
)
def test_a_title_sets_things_against_each_other(below: str, is_comparison: bool, groups: str) -> None:
    slide = only(f"Clay vs. Glass\n~1\n{below}")
    assert (slide.is_comparison, shape(slide)) == (is_comparison, groups)
