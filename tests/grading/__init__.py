"""Grading cards by hand, blind: drawing a sample, and what the verdicts say.

`python -m tests.grading draw OUT_DIR SEED COUNT FILE...` extracts the files and writes `sheet.md` (what a grader
sees: the slide's words and the card as a student sees it, shuffled, without file, rule or score) and `sample.tsv`
(which card stands behind each number; no words of the slides). A grader writes `verdicts.tsv`, a line a card: number,
five grades of 0, 3, 7 or 10, a verdict and a remark, separated by tabs.

`python -m tests.grading table FOLDER...` prints, for folders with `sample.tsv` and one or two `verdicts*.tsv`, the
share accepted with its 95 % interval and the mean score, in all, by rule and by file, and how far two graders agree.
"""
