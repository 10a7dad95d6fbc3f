"""The arithmetic of the grading table, and the blindness of the sheet."""

import pytest

from tests.grading.sampling import draw, write_sample
from tests.grading.verdicts import Graded, Grading, interval, kappa, read_sample, table

SLIDES = """---
marp: true
---

# Knots

- **Bowline**: a knot that makes a fixed loop at the end of a rope
- **Clove hitch**: a knot that fastens a rope to a post

---

# Anchors

- **Scope**: the ratio of the length of the chain to the depth of the water

---

# Lights

- **Anchor light**: a white light that shows all around the horizon
"""


def _graded(rule, *verdicts):
    grades = {"accept": (10, 10, 7, 10, 10), "edit": (10, 3, 7, 7, 10), "reject": (0, 3, 3, 0, 3)}
    return Graded(file="a.md", rule=rule, gradings=tuple(Grading(grades=grades[v], verdict=v) for v in verdicts))


def test_the_interval_is_that_of_wilson():
    low, high = interval(81, 263)  # a worked example of Newcombe 1998
    assert (round(low, 4), round(high, 4)) == (0.2553, 0.3662)


def test_agreement_beyond_chance():
    pairs = [("accept", "accept")] * 20 + [("accept", "reject")] * 5 + [("reject", "accept")] * 10
    pairs += [("reject", "reject")] * 15
    assert kappa(pairs) == pytest.approx(0.4)
    assert kappa([("accept", "accept")] * 3) == 1


def test_the_table_counts_by_rule_and_file():
    shown = table(
        [_graded("definition", "accept", "accept"), _graded("definition", "edit"), _graded("cloze", "reject")]
    )
    assert "| **all** | 3 | 1 (33 %)" in shown
    assert "| rule *definition* | 2 | 1 (50 %)" in shown
    assert "| rule *cloze* | 1 | 0 (0 %)" in shown
    assert "agree on 1" in shown


def test_a_sheet_tells_no_rule_and_a_sample_no_words(tmp_path):
    (tmp_path / "knots.md").write_text(SLIDES, encoding="utf-8")
    sample = draw([tmp_path / "knots.md"], count=3, seed=4)
    write_sample(tmp_path / "out", sample)
    sheet, rows = (tmp_path / "out" / "sheet.md").read_text(), (tmp_path / "out" / "sample.tsv").read_text()
    for drawn in sample:
        assert f"Front: {drawn.draft.front}\n" in sheet
        assert drawn.fingerprint not in sheet
        assert drawn.draft.back not in rows
    assert "knots.md" not in sheet
    assert draw([tmp_path / "knots.md"], count=3, seed=4) == sample


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("1\t10\t3\t10\t10\t10\taccept\t", "accepted with a grade below 7"),
        ("1\t10\t5\t10\t10\t10\tedit\t", "not graded by the rubric"),
        ("", "not every card"),
    ],
)
def test_verdicts_that_break_the_rubric_are_told(tmp_path, line, message):
    (tmp_path / "sample.tsv").write_text("number\tfile\tslide\trule\tscore\tcard\n1\ta.md\t1\tcloze\t0.9\tabc\n")
    (tmp_path / "verdicts.tsv").write_text(line + "\n")
    with pytest.raises(ValueError, match=message):
        read_sample(tmp_path)
