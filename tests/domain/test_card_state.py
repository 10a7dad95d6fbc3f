from datetime import date

from flashdeck.domain.card_state import NewState, ScheduledState


def test_new_states_are_all_alike_and_unlike_any_schedule():
    day = date(2026, 3, 1)
    scheduled = ScheduledState(repetitions=1, ease_factor=2.5, interval_days=1, due_on=day, answered_on=day)
    assert NewState() == NewState()
    assert len({NewState(), NewState(), scheduled}) == 2
    assert NewState() != scheduled
    assert bool(NewState())
    assert repr(NewState()) == "NewState()"
