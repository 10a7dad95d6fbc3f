"""Where each study day begins in the review log, kept by a trigger so that no answer has to write an index of days."""

from flashdeck.storage.connection import Connection

_FROM_LOG = "SELECT study_day AS day, min(seq) AS first_seq FROM review_log GROUP BY study_day"


def are_sound(connection: Connection) -> bool:
    """Whether no entry of a day stands before the place in the log at which the day is said to begin."""
    missed = connection.value(
        f"SELECT count(*) FROM ({_FROM_LOG}) AS found LEFT JOIN study_days ON study_days.day = found.day"
        " WHERE study_days.first_seq IS NULL OR study_days.first_seq > found.first_seq"
    )
    return int(missed) == 0


def rebuild(connection: Connection) -> None:
    """Find out anew where each day begins. Inside `atomic`."""
    connection.execute("DELETE FROM study_days")
    connection.execute(f"INSERT INTO study_days (day, first_seq) {_FROM_LOG}")
