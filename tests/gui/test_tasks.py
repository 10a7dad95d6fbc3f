"""Slow work off the window's thread."""

import threading
from functools import partial

import pytest
from PySide6.QtCore import QObject

from flashdeck.errors import ExportError
from flashdeck.gui.tasks import Task, wait_for_all
from flashdeck.services.check import faults_of
from tests.conftest import basic


@pytest.fixture
def parent(qapp) -> QObject:
    return QObject()


def test_works_on_another_thread_and_tells_in_this_one(parent, qtbot):
    told_in = []
    task = Task(threading.get_ident, parent)
    task.done.connect(lambda _result: told_in.append(threading.get_ident()))
    with qtbot.waitSignal(task.done) as done:
        task.start()
    assert done.args[0] != threading.get_ident()
    assert told_in == [threading.get_ident()]


def test_a_fault_of_the_world_is_a_sentence(parent, qtbot):
    def fail():
        raise ExportError("The disk is full.")

    task = Task(fail, parent)
    with qtbot.waitSignal(task.failed) as failed:
        task.start()
    assert failed.args == ["The disk is full."]


def test_a_mistake_of_ours_is_raised_where_all_are_told(parent, qtbot):
    def fail():
        raise ValueError("a mistake")

    task = Task(fail, parent)
    with qtbot.captureExceptions() as caught:
        task.start()
        qtbot.waitUntil(lambda: bool(caught))
    assert [str(error) for _, error, _ in caught] == ["a mistake"]


def test_what_runs_can_be_waited_for(parent, qtbot):
    done = threading.Event()
    Task(done.set, parent).start()
    wait_for_all()
    assert done.is_set()


def test_what_a_thousand_tasks_bring_is_stored_in_the_windows_thread_alone(parent, qtbot, collection, clock):
    writers = set()

    def store(uid: str) -> None:
        writers.add(threading.get_ident())
        with collection.atomic():
            collection.notes.add(basic(uid), now=clock.now())

    for number in range(1000):
        task = Task(partial(str, number), parent)
        task.done.connect(store)
        task.start()
    qtbot.waitUntil(lambda: collection.cards.count() == 1000, timeout=120_000)
    assert writers == {threading.get_ident()}
    assert faults_of(collection) == ()
