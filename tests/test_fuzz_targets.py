"""What the fuzzer calls takes the inputs it begins from, so that a run never ends before it has begun."""

import contextlib

import pytest

from flashdeck.errors import FlashdeckError
from tests.fuzz.targets import TARGETS


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_takes_its_seeds(name):
    target = TARGETS[name]
    assert target.seeds
    for seed in target.seeds:
        with contextlib.suppress(FlashdeckError):  # a refusal is an answer, too
            target.run(seed)
