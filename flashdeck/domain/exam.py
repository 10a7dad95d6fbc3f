"""The exam that the learning is for."""

from datetime import date


def days_to_exam(exam_on: date | None, today: date) -> int | None:
    """Return how many study days are left until the exam: 0 on its day, None when there is none or it is over."""
    if exam_on is None or exam_on < today:
        return None
    return (exam_on - today).days
