"""What a whole deck tells about its words: common nouns, vendors' names, words too frequent to ask for."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Final

from flashdeck.extraction.analysis.scope import Vocabulary
from flashdeck.extraction.languages import terms
from flashdeck.extraction.languages.language import FOREIGN_LETTER, language_of
from flashdeck.extraction.model import Bullet, BulletList, Paragraph, Slide, SlideKind, Text
from flashdeck.extraction.naming import wording

_LINK_TARGET: Final = re.compile(r"\](?:\([^()\s]*\)|\[[^\[\]]*\])")
_MARKS: Final = "•◦▪‣●○■□▶►▸➢➤❖✓✔∙· "
"""What opens an item and is no part of a word: without it most lines are ASCII, whose words are found at once."""
_words: Final = terms.words.__wrapped__
_key: Final = terms.key.__wrapped__
"""Past what is remembered: every line of a deck is asked for once, and would push out another."""
_BRAND_TOPICS: Final = 3
_FREQUENT_SHARE: Final = 0.06
_FREQUENT_SLIDES: Final = 5
_FAMILIAR_SLIDES: Final = 3
_USUAL_SLIDES: Final = 3
_REPEATED_SLIDES: Final = 5
_FEWEST_REPEATED_WORDS: Final = 5
_LONG_DECK: Final = 200
"""Slides of a course, which comes back to the letters that matter."""
_LETTERS: Final = re.compile(r"[A-Z](?<![\w-].)[A-Za-z0-9&]{0,7}[A-Z0-9](?=s?(?![\w]))")
"""Short forms; the capital comes first, for it is what the search can leap to."""
_BEHIND_SUBJECT: Final = re.compile(r":|(?<!\s)\s+[–—-] ")
_MAX_NAME_WORDS: Final = 10
_MAIN_SHARE: Final = 0.2
_FEWEST_MAIN: Final = 4
"""Slides whose titles open with what the deck is about."""
_INTRODUCES: Final = re.compile(r"(?:introduction to|einführung in) ", re.IGNORECASE)
_SAYING: Final = re.compile(r"(?:how|why|what|an?|your|let[’']s) ", re.IGNORECASE)
"""How the title of a talk opens that names no subject."""


class _Repeated:
    """Finds what stands under at least so many titles; of the rest, which is nearly all of a text, it keeps a hash."""

    def __init__(self, fewest: int) -> None:
        self._fewest = fewest
        self._titles: dict[int, int | set[int]] = {}
        self.found: set[str] = set()

    def note(self, texts: Iterable[str], title: str) -> None:
        under = hash(title)
        for text in texts:
            seen = self._titles.setdefault(hash(text), under)
            if seen == under:
                continue
            titles = seen if isinstance(seen, set) else {seen}
            titles.add(under)
            self._titles[hash(text)] = titles
            if len(titles) >= self._fewest:
                self.found.add(text)


def vocabulary_of(slides: Iterable[Slide]) -> Vocabulary:
    """Return the vocabulary of a deck; repeated slides count as often as they stand there."""
    counts = _Counts()
    for slide in slides:
        counts.add(slide)
    return counts.vocabulary()


class _Counts:
    """What is counted of the slides of a deck."""

    def __init__(self) -> None:
        self._slides = 0
        self._deck = ""
        self._printed: Counter[str] = Counter()
        self._opening: Counter[str] = Counter()
        self._spread: Counter[str] = Counter()
        self._code: Counter[str] = Counter()
        self._letters: Counter[str] = Counter()
        self._heads: Counter[str] = Counter()
        self._headings = _Repeated(_USUAL_SLIDES)
        self._sentences = _Repeated(_REPEATED_SLIDES)
        self._topics: set[str] = set()
        self._openers: dict[str, set[str]] = {}
        self._characters = self._foreign = 0

    def add(self, slide: Slide) -> None:
        """Count a slide."""
        if not self._slides:
            self._deck = _deck_name(slide)
        self._slides += 1
        topic = terms.key(wording.section_name(slide.topic))
        if topic:
            self._topics.add(topic)
            self._openers.setdefault(topic.split()[0], set()).add(topic)
        self._code.update(_code_names(slide))
        self._heads.update(_heads(slide.title))
        title = terms.key(slide.title)
        self._headings.note(_headings(slide), title)
        self._add_lines(_without_targets([line.text for line in slide.lines if line.noise is None]), title)

    def _add_lines(self, said: list[str], title: str) -> None:
        bare = [text.lstrip(_MARKS) for text in said]
        found = list(map(_words, bare))
        every = list(chain.from_iterable(found))
        self._printed.update(every)
        self._opening.update([line[0] for line in found if line])
        self._spread.update(terms.stems_of(terms.content_of(every)))
        self._letters.update(_LETTERS.findall("\n".join(bare)))
        self._sentences.note(_sentences(said, bare), title)
        self._characters += sum(map(len, said))
        self._foreign += sum([len(FOREIGN_LETTER.findall(text)) for text in bare if not text.isascii()])

    def vocabulary(self) -> Vocabulary:
        """Return what the slides so far tell."""
        small, capital = _cases(self._printed, self._opening)
        is_long = self._slides >= _LONG_DECK
        most = max(_FREQUENT_SLIDES, self._slides * _FREQUENT_SHARE)
        fewest = max(_FEWEST_MAIN, self._slides * _MAIN_SHARE)
        return Vocabulary(
            common=frozenset([word for word, count in small.items() if count >= capital[word]]),
            frequent=frozenset([word for word, count in self._spread.items() if count > most]),
            brands=frozenset(word for word, named in self._openers.items() if len(named) >= _BRAND_TOPICS),
            topics=frozenset(self._topics),
            recurring=frozenset(self._headings.found),
            repeated=frozenset(self._sentences.found),
            familiar_code=frozenset(name for name, count in self._code.items() if count >= _FAMILIAR_SLIDES),
            lone_letters=frozenset([short for short, count in self._letters.items() if count == 1 and is_long]),
            language=language_of(small, characters=self._characters, foreign=self._foreign),
            deck=self._deck,
            mains=frozenset(name for name, count in self._heads.items() if count >= fewest),
        )


def _cases(printed: Counter[str], opening: Counter[str]) -> tuple[Counter[str], Counter[str]]:
    """Return how often each word stands there in small letters, and with capitals that are not those of a line's start.

    Args:
        printed: how often each word stands there as it is printed.
        opening: how often it opens a line.
    """
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for word, count in printed.items():
        if not word.isalpha():
            continue
        if word.islower():
            small[word] = count
        else:
            capital[word.casefold()] += count - opening[word]
    return small, capital


def _heads(title: str) -> frozenset[str]:
    """Return the keys of what may be the subject that a title opens with: its first word, what stands before a mark."""
    found = title.split()
    return frozenset(map(terms.key, (*found[:1], _BEHIND_SUBJECT.split(title, maxsplit=1)[0]))) - {""}


def _without_targets(texts: list[str]) -> list[str]:
    """Return lines without the addresses of their links."""
    whole = "\n".join(texts)
    return [_LINK_TARGET.sub("]", text) for text in texts] if "](" in whole or "][" in whole else texts


def _sentences(said: Sequence[str], bare: Sequence[str]) -> frozenset[str]:
    words = [line.split(None, _FEWEST_REPEATED_WORDS) for line in said]
    long = [text for found, text in zip(words, bare, strict=True) if len(found) >= _FEWEST_REPEATED_WORDS]
    return frozenset(map(_key, long))


def _headings(slide: Slide) -> frozenset[str]:
    """Return the keys of the headings on a slide that name no aspect of its subject (`Pricing`)."""
    plain = (group.heading.plain for group in slide.groups if group.heading is not None)
    return frozenset(terms.key(heading) for heading in plain if not terms.is_generic(heading))


def _deck_name(cover: Slide) -> str:
    """Return what the first slide calls the deck, when it is a cover with a short title or says it introduces it."""
    name = terms.clean_label(cover.title)
    is_cover = cover.kind is SlideKind.FRONT_MATTER or _INTRODUCES.match(name) is not None
    is_name = is_cover and len(name.split()) <= _MAX_NAME_WORDS and not _SAYING.match(name)
    return name if is_name and not terms.is_generic(name) else ""


def _code_names(slide: Slide) -> frozenset[str]:
    """Return the keys of what the slide's paragraphs and points set as code, without a plural's letter."""
    texts: list[Text] = []
    for group in slide.groups:
        for block in group.blocks:
            if isinstance(block, Paragraph):
                texts.append(block.text)
            elif isinstance(block, BulletList):
                texts.extend(_texts_of(block.items))
    return frozenset(
        [terms.key(text.plain[start:end]).removesuffix("s") for text in texts if text.code for start, end in text.code]
    )


def _texts_of(bullets: Sequence[Bullet]) -> list[Text]:
    """Return what the points and all below them say."""
    return [bullet.text for bullet in bullets] + [
        text for bullet in bullets if bullet.children for text in _texts_of(bullet.children)
    ]
