"""The desktop program; the only importer of Qt."""

from flashdeck.gui.binding import bring_in

bring_in()
