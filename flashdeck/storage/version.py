"""What a collection says of itself: that it is ours, and of which version."""

from typing import Final

APPLICATION_ID: Final = 0x666C6463
"""Marks the file as ours in SQLite's header: "fldc"."""

MIGRATIONS: Final = (
    "m001_first_schema",
    "m002_checksums_and_places",
    "m003_counts_by_topic",
    "m004_fewer_pages_an_answer",
    "m005_answers_of_operations",
    "m006_lighter_log_and_merges",
    "m007_counts_by_topic_and_day",
    "m008_study_days",
    "m009_end_of_log",
    "m010_due_days_by_topic_alone",
)
"""The names under which a file of this version records how it came to its shape, see `storage.migrations`."""

SCHEMA_VERSION: Final = len(MIGRATIONS)
"""The newest version this program knows; a file with a higher `user_version` is refused untouched."""
