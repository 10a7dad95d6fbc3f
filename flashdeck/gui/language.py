"""The language of the window: the best of the desktop's languages for which there is a file in `assets/translations`.

A language is added by its file alone: `python -m tests.translations CODE` writes `flashdeck_CODE.ts` with every text of
the program, Qt Linguist fills it, and the same command compiles it to the `flashdeck_CODE.qm` that is read here.
"""

from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from flashdeck.resources import asset_path

_FOLDER: Final = "translations"
_PLURALS: Final = "en"
"""English needs a file, too: it holds the forms for one and for several."""


def install(application: QCoreApplication, locale: QLocale | None = None) -> QLocale:
    """Let the program speak the language of a locale, of the desktop if None; return the locale in force."""
    wanted = locale or QLocale.system()
    if wanted.language() == QLocale.Language.C:
        wanted = QLocale(QLocale.Language.English)
    QLocale.setDefault(wanted)
    _load(application, QLocale(_PLURALS))
    if _load(application, wanted):
        own = QTranslator(application)
        if own.load(wanted, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            application.installTranslator(own)
    return wanted


def _load(application: QCoreApplication, locale: QLocale) -> bool:
    translator = QTranslator(application)
    is_there = translator.load(locale, "flashdeck", "_", str(asset_path(_FOLDER)))
    if is_there:
        application.installTranslator(translator)
    return is_there
