import sys

import pytest

from tests.work import counted_work, growth


def _pairs(size):
    return sum(one < other for one in range(size) for other in range(size))


def test_a_loop_over_all_pairs_stands_out():
    assert growth(lambda size: [one for one in range(size) if one], 200) == pytest.approx(4, rel=0.1)
    assert growth(_pairs, 20) > 10


def test_the_count_is_the_same_each_time():
    assert counted_work(lambda: _pairs(20)) == counted_work(lambda: _pairs(20))


def test_whoever_traced_before_traces_on():
    before = sys.gettrace()
    with pytest.raises(ZeroDivisionError):
        counted_work(lambda: 1 / 0)
    assert sys.gettrace() is before
