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
    """Let the program speak the language of a locale, of the desktop if None; return the locale in force.

    Without a file for that language it is English as it is written there: English names, the country's date formats.
    """
    wanted = locale or QLocale.system()
    _load(application, QLocale(_PLURALS))
    spoken = _load(application, wanted)
    if spoken is None or spoken.language() != wanted.language():
        wanted = QLocale(QLocale.Language.English, wanted.territory())  # no German names of days in English sentences
    elif spoken.language() != QLocale.Language.English:
        own = QTranslator(application)
        if own.load(wanted, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            application.installTranslator(own)
    QLocale.setDefault(wanted)
    return wanted


def _load(application: QCoreApplication, locale: QLocale) -> QLocale | None:
    """Load the best file for a locale and return the language it is in; None when there is none."""
    translator = QTranslator(application)
    if not translator.load(locale, "flashdeck", "_", str(asset_path(_FOLDER))):
        return None
    application.installTranslator(translator)
    return QLocale(translator.language())
