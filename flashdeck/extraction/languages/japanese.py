"""The little of Japanese grammar that cards need: the topic of a sentence, and nouns told by their script."""

import re
from collections.abc import Iterator
from typing import Final

_NOUN_RUN: Final = "[\u3005\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fffA-Za-z0-9・_-]"
_TOPIC: Final = re.compile(
    r"^(?P<topic>(?!これ|それ|あれ|ここ|そこ|この|その|次|以下|上記|例えば|また|しかし|つまり)[^、。はをが]{2,36}?)"
    r"(?<!また)(?<!一般的に)(?P<mark>(?<!こ)とは|は)、?(?P<said>[^、].{3,})$"
)
_PHRASE: Final = re.compile(
    rf"(?P<noun>{_NOUN_RUN}{{3,24}})(?=(?P<particle>を|に|で(?![すあ])|が|から|によ|として|と))"
)
_DEFINES: Final = re.compile(
    rf"(?:{_NOUN_RUN}(?:です|である|だ)?|もの(?:です)?|こと(?:です|を[指い]\w+)?|を(?:指|意味)\w{{0,40}})$"
)
_COMMON: Final = re.compile(
    "[\u30a1-\u30ff]{1,5}|(?:可能|必要|重要)性|必要|場合|影響|問題|結果|方法|状態|情報|機能|対策|以外|最小限|.*的|.*(?:要素|方法)|出発点|環境|.*(?:時|下)"
)
"""A short loan word (`code`, `system`) or a noun of everyday could be another."""
_JOINTS: Final = ("、", "や", "と", "及び", "および", "または", "」", "どの", "その", "この")
_QUALITY: Final = re.compile(
    "(?:可能|必要|重要|困難|十分|同じ|同様|一般的|有効|簡単|容易|危険|不可欠|大切|安全|最適|有用|効果的|憂慮すべきもの|(?:最も)?一般的に見られる問題)(?:です|である|だ)?$"
)
"""A quality is said of many things."""
_BARE_TOPIC: Final = re.compile("データ|アプリケーション|プラットフォーム|システム|サーバ|ツール|.*(?:選択肢|など)")
"""A topic of which every deck says many things."""
_ORDERED: Final = re.compile(r"(?:すること|しないこと|除くこと)。?$")
"""An order to the reader (`…は最小限にすること`), which says what to do rather than what it is."""
_FEWEST_CHARACTERS: Final = 12
"""A shorter end of a sentence is a remark."""
_LONG_NOUN: Final = 8
_CHOICE_BEFORE: Final = re.compile("(?:または|あるいは|もしくは|および)[^、。をにがは]{0,12}$")
_LATIN_BEFORE: Final = re.compile(r"(?<![A-Za-z0-9-])(?:[A-Za-z0-9][A-Za-z0-9-]*+ ){1,8}$")
_QUOTED: Final = re.compile(r"「(?P<noun>[^「」]{2,24})」")
QUANTITY: Final = re.compile(
    r"(?<![\d.])\d[\d,.]{0,20}\s?(?:%|パーセント|件|日間?|年間?|か月|ヶ月|週間?|時間|分間?|秒|回|個|台|倍|種類?|文字|バイト)"
    r"(?:以上|以下|以内|未満)?"
)
_LEANS: Final = re.compile(
    r"^(?:そして|そこで|ただし|さらに|しかし|つまり|なお|各(?![種自国]))|彼ら|これら?|(?<!ほか)この|それら?(?!ぞれ)|その(?!他|もの|まま)|前述|上記|以下の|か[。?？]?$"
)
"""Openers that join or speak of each of what was named before, words that point, and a question to the reader."""
_KANA: Final = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
_SAID_OF: Final = re.compile(r"[はがも]|[A-Za-z]{2}")
"""What a sentence speaks of: a subject or a name."""
_WEIGHTS: Final = {"を": 0.66, "として": 0.64, "から": 0.62, "によ": 0.62, "で": 0.6, "に": 0.6, "が": 0.6, "と": 0.58}


def topic_of(sentence: str) -> tuple[str, str, str] | None:
    """Return what a sentence defines, the particle behind it and what it says, or None when it defines nothing.

    Only a noun or a verb that defines, at the end, tells what the topic is; `…は` before another verb has many answers.
    """
    match = _TOPIC.match(sentence)
    if match is None:
        return None
    if match["mark"] != "とは" and (not _DEFINES.search(match["said"]) or _QUALITY.search(match["said"])):
        return None
    if match["mark"] != "とは" and len(match["said"]) < _FEWEST_CHARACTERS:
        return None
    if match["mark"] != "とは" and (_BARE_TOPIC.fullmatch(match["topic"]) or _ORDERED.search(match["said"])):
        return None
    if match["mark"] != "とは" and match["topic"].endswith(("こと", "の")):
        return None  # that something is so may mean many things
    return match["topic"], match["mark"], match["said"]


def question_of(term: str, description: str) -> str:
    """Return the question what a described term is, empty when its description is in another language."""
    return f"{term}とは?" if _KANA.search(description) else ""


def leans_on_others(sentence: str) -> bool:
    """Whether a sentence takes its sense from those around it."""
    return _LEANS.search(sentence) is not None


def _is_listed(sentence: str, start: int, end: int) -> bool:
    """Whether a noun is one of several in a row, so that none of them alone is the answer."""
    if _CHOICE_BEFORE.search(sentence, 0, start):
        return True
    return sentence[:start].endswith(_JOINTS) or sentence.startswith(("、", "や", "と「", "及び", "および"), end)


def phrases(sentence: str) -> Iterator[tuple[int, int, float]]:
    """Yield half-open ranges of nouns a student could be asked for, each with how sure that is, 0 to 1."""
    for match in QUANTITY.finditer(sentence):
        yield match.start(), match.end(), 0.85
    for match in _QUOTED.finditer(sentence):
        if not _is_listed(sentence, match.start(), match.end()):
            yield match.start("noun"), match.end("noun"), 0.7
    for match in _PHRASE.finditer(sentence):
        common = _COMMON.fullmatch(match["noun"]) is not None
        if not _SAID_OF.search(sentence, 0, match.start()) and not _SAID_OF.search(sentence, match.end() + 1):
            continue  # an order that fits many things
        latin = _LATIN_BEFORE.search(sentence, 0, match.start())
        start = latin.start() if latin else match.start()  # a name in Latin letters is one
        if sentence[:start].endswith(("い", "な")) and len(match["noun"]) < _LONG_NOUN:
            continue  # `疑わしいアクティビティ`: any noun could be so
        if start > 0 and not common and not _is_listed(sentence, match.start(), match.end()):
            yield start, match.end("noun"), _WEIGHTS[match["particle"]]
