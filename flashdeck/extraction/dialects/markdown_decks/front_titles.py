"""Titles of slides that nobody is examined on, in English and German."""

import re
from typing import Final

_ABOUT_THE_DECK: Final = (
    r"(?:\w+ ){0,2}(?:agenda|outline|gliederung|table of contents|inhaltsverzeichnis)|contents|inhalt|toc"
    r"|disclaimer|haftungsausschluss|copyright|licen[cs]e|lizenz|credits|bildnachweise?|acknowledge?ments?|danksagung"
    r"|(?:the )?slides?(?: deck)?|folien|(?:workshop |course )?feedback\b.*|survey|umfrage|organisatorisches|logistics"
    r"|house ?keeping"
)
_ABOUT_PEOPLE: Final = (
    r"introductions|about (?:me|us|the (?:author|speaker|instructor|course|workshop))|who (?:am i|are we|we are)|whoami"
    r"|über (?:mich|uns)|vorstellung(?:srunde)?|contact|kontakt|welcome\b.*|(?:herzlich )?willkommen\b.*"
)
_CLOSING: Final = (
    r"thanks?(?: you)?\b.*|(?:vielen |herzlichen )?dank\b.*|danke\b.*|(?:any |noch )?questions\b.*|(?:noch )?fragen"
    r"|q ?(?:&|and|und) ?a\b.*|the end|ende|fin|congratulations\b.*|good luck\b.*|(?:coffee )?break|(?:kaffee)?pause"
)
_SOURCES: Final = (
    r"references|referenzen|literatur(?:verzeichnis|hinweise|liste)?|bibliograph(?:y|ie)|sources"
    r"|quellen(?:verzeichnis|angaben)?|further (?:reading|resources|information)|weiterführende \w+|zum weiterlesen"
    r"|links?|link-?sammlung|resources|(?:additional|more|useful|other) (?:resources|links|reading)"
    r"|.*\buseful links\b.*"
)
_EXERCISES: Final = (
    r"(?:live |kurze )?demo(?:nstration)?s?(?: time)?|hands[- ]?on\b.*|labs?\b(?!el).*|(?:\w+[ -])?exercises?\b.*"
    r"|übung(?:en|saufgaben?)?\b.*|aufgaben?\b.*|(?:practice|homework|hausaufgabe|your turn)\b.*|.*\bquiz|quiz"
    r"|(?:learning|lesson|course) (?:objectives|outcomes|goals)|lernziele|objectives"
    r"|(?:in this )?(?:chapter|section|module|lesson|kapitel|abschnitt|modul|teil) \d* ?"
    r"(?:review|recap|summary|objectives|rückblick|zusammenfassung)"
)
_FRONT: Final = re.compile(
    rf"(?:{_ABOUT_THE_DECK}|{_ABOUT_PEOPLE}|{_CLOSING}|{_SOURCES}|{_EXERCISES})[.!?:]*", re.IGNORECASE
)


_AGENDA: Final = re.compile(
    r"(?:\w+ ){0,2}(?:agenda|outline|gliederung|table of contents|inhaltsverzeichnis)|contents|inhalt|toc",
    re.IGNORECASE,
)


def is_agenda_title(title: str) -> bool:
    """Whether a slide of this title lists the parts of the deck."""
    return _AGENDA.fullmatch(title) is not None


def is_front_title(title: str) -> bool:
    """Whether a slide of this title is no material: agenda, people, thanks, sources, exercises."""
    return _FRONT.fullmatch(title) is not None
