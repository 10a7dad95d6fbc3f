import pytest

from flashdeck.extraction.dialects.agendas import sections_by_agendas

SHOWN = ("Hulls", "Masts")


def test_each_return_opens_the_next_section():
    assert sections_by_agendas([(), SHOWN, SHOWN, (), SHOWN, ()]) == ["", "", "Hulls", "Hulls", "Masts", "Masts"]


@pytest.mark.parametrize("agendas", [[], [()], [SHOWN], [SHOWN, (), SHOWN], [SHOWN] * 4, [("Hulls",)] * 3])
def test_agendas_that_do_not_count_the_sections_tell_nothing(agendas):
    assert sections_by_agendas(agendas) is None
