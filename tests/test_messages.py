"""Sentences that remember how they were made."""

import json
import pickle
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from flashdeck.errors import FlashdeckError, SlideFileError
from flashdeck.messages import Message, from_json, to_json


def test_a_message_is_its_text():
    said = Message("{name} has {count:,} pages, {share:.0f} % of them empty", name="a{b}.pdf", count=1200, share=12.4)
    assert said == "a{b}.pdf has 1,200 pages, 12 % of them empty"
    assert said.template == "{name} has {count:,} pages, {share:.0f} % of them empty"
    assert str(SlideFileError(said)) == said
    assert SlideFileError(said).message is said


def test_a_fault_may_say_a_plain_text_or_nothing():
    assert FlashdeckError("as it is").message == "as it is"
    assert FlashdeckError().message == ""


@given(st.text(), st.integers(), st.text())
def test_a_message_reaches_another_process_as_it_was(name, number, inner):
    said = Message(
        "{name}: {number:02x} {what} {path}", name=name, number=number, what=Message("<{inner}>", inner=inner),
        path=Path("a"),
    )  # fmt: skip
    for back in (from_json(json.loads(json.dumps(to_json(said)))), pickle.loads(pickle.dumps(said))):
        assert isinstance(back, Message)
        assert (back, back.template) == (said, said.template)
        assert (back.values["what"], back.values["what"].template) == (f"<{inner}>", "<{inner}>")


def test_a_plain_text_reaches_another_process_as_it_was():
    assert from_json(to_json("{plain}")) == "{plain}"
