"""Work off the window's thread: who runs it, in which order, and who is told."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable, Iterator
from types import TracebackType

import pytest
import shiboken6
from PySide6.QtCore import QEventLoop, QObject, QTimer
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from trustjournal.ui.kit.tasks import InlineTasks, Tasks, ThreadTasks


class Asker:
    """Someone who asks for work and keeps what they are told."""

    def __init__(self) -> None:
        self.told: list[object] = []

    def hear(self, answer: object) -> None:
        self.told.append(answer)


def drain(tasks: ThreadTasks) -> None:
    """Wait until everything that is queued has run and been delivered; the tasks are shut down after it."""
    loop = QEventLoop()
    tasks.shut_down(loop.quit)
    QTimer.singleShot(5000, loop.quit)
    loop.exec()


def boom() -> int:
    raise ValueError("boom")


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[ThreadTasks]:
    tasks = ThreadTasks()
    yield tasks
    if shiboken6.isValid(tasks):
        drain(tasks)


@pytest.fixture
def hooked(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    caught: list[BaseException] = []

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        caught.append(error)

    monkeypatch.setattr(sys, "excepthook", hook)
    return caught


def test_the_answer_arrives_on_the_thread_of_the_window(tasks: ThreadTasks) -> None:
    asker = Asker()
    threads: list[threading.Thread] = []

    def done(answer: int) -> None:
        threads.append(threading.current_thread())
        asker.hear(answer)

    tasks.run(lambda: 6 * 7, owner=asker, done=done)
    assert asker.told == []
    drain(tasks)
    assert asker.told == [42]
    assert threads == [threading.main_thread()]


def test_all_work_runs_on_one_and_the_same_other_thread(tasks: ThreadTasks) -> None:
    asker = Asker()
    for _ in range(20):
        tasks.run(threading.get_ident, owner=asker, done=asker.hear)
    drain(tasks)
    assert len(asker.told) == 20
    assert len(set(asker.told)) == 1
    assert asker.told[0] != threading.get_ident()


def test_work_runs_and_answers_in_the_order_it_was_asked_for(tasks: ThreadTasks) -> None:
    asker = Asker()
    ran: list[int] = []

    def work(number: int) -> Callable[[], int]:
        def do() -> int:
            ran.append(number)
            return number

        return do

    for number in range(50):
        tasks.run(work(number), owner=asker, done=asker.hear)
    drain(tasks)
    assert ran == asker.told == list(range(50))


def test_work_that_fails_tells_only_failed(tasks: ThreadTasks) -> None:
    asker = Asker()
    errors: list[Exception] = []
    tasks.run(boom, owner=asker, done=asker.hear, failed=errors.append)
    drain(tasks)
    assert asker.told == []
    assert [str(error) for error in errors] == ["boom"]


def test_work_after_a_failure_still_runs(tasks: ThreadTasks) -> None:
    asker = Asker()
    tasks.run(boom, owner=asker, failed=lambda _error: None)
    tasks.run(lambda: "later", owner=asker, done=asker.hear)
    drain(tasks)
    assert asker.told == ["later"]


def test_a_failure_nobody_takes_is_not_swallowed(tasks: ThreadTasks, hooked: list[BaseException]) -> None:
    asker = Asker()
    tasks.run(boom, owner=asker, done=asker.hear)
    drain(tasks)
    assert [str(error) for error in hooked] == ["boom"]


def test_even_an_exit_from_within_the_work_does_not_stop_the_tasks(
    tasks: ThreadTasks, hooked: list[BaseException]
) -> None:
    asker = Asker()
    tasks.run(lambda: sys.exit(3), owner=asker, failed=asker.hear)
    tasks.run(lambda: "on", owner=asker, done=asker.hear)
    drain(tasks)
    assert asker.told == ["on"]
    assert [type(error) for error in hooked] == [SystemExit]


def test_an_exception_in_done_reaches_the_hook_and_the_next_answer_still_comes(qtbot: QtBot) -> None:
    tasks = ThreadTasks()
    asker = Asker()

    def done(_answer: int) -> None:
        raise RuntimeError("in done")

    tasks.run(lambda: 1, owner=asker, done=done, failed=asker.hear)
    tasks.run(lambda: 2, owner=asker, done=asker.hear)
    with capture_exceptions() as caught:
        drain(tasks)
    assert [str(error) for _kind, error, _trace in caught] == ["in done"]
    assert asker.told == [2]


def test_an_owner_that_is_gone_is_told_nothing_but_its_work_is_done(tasks: ThreadTasks) -> None:
    asker = Asker()
    told = asker.told
    ran: list[str] = []
    gate = threading.Event()
    tasks.run(gate.wait, owner=tasks)
    tasks.run(lambda: ran.append("saved"), owner=asker, done=asker.hear)
    del asker
    gc.collect()
    gate.set()
    drain(tasks)
    assert ran == ["saved"]
    assert told == []


def test_a_function_as_done_is_dropped_with_its_owner_too(tasks: ThreadTasks) -> None:
    asker = Asker()
    told: list[int] = []
    gate = threading.Event()
    tasks.run(gate.wait, owner=tasks)
    tasks.run(lambda: 1, owner=asker, done=told.append)
    tasks.run(boom, owner=asker, failed=lambda _error: told.append(2))
    del asker
    gc.collect()
    gate.set()
    drain(tasks)
    assert told == []


def test_an_owner_whose_widget_qt_has_deleted_is_told_nothing(tasks: ThreadTasks) -> None:
    owner = QObject()
    told: list[int] = []
    gate = threading.Event()
    tasks.run(gate.wait, owner=tasks)
    tasks.run(lambda: 1, owner=owner, done=told.append)
    shiboken6.delete(owner)
    gate.set()
    drain(tasks)
    assert told == []


def test_cancelled_work_that_has_not_begun_never_begins(tasks: ThreadTasks) -> None:
    asker = Asker()
    ran: list[int] = []
    gate = threading.Event()
    tasks.run(gate.wait, owner=asker)
    handle = tasks.run(lambda: ran.append(1), owner=asker, done=asker.hear)
    handle.cancel()
    gate.set()
    drain(tasks)
    assert ran == []
    assert asker.told == []


def test_cancelling_work_that_is_running_silences_its_answer(tasks: ThreadTasks, hooked: list[BaseException]) -> None:
    asker = Asker()
    begun, gate = threading.Event(), threading.Event()

    def work() -> None:
        begun.set()
        gate.wait()
        raise ValueError("late")

    handle = tasks.run(work, owner=asker, done=asker.hear, failed=asker.hear)
    assert begun.wait(5)
    handle.cancel()
    gate.set()
    drain(tasks)
    assert asker.told == []
    assert hooked == []


def test_shutting_down_runs_what_is_queued_and_what_its_answers_queue(tasks: ThreadTasks) -> None:
    asker = Asker()

    def save_again(answer: object) -> None:
        asker.hear(answer)
        if len(asker.told) < 3:
            tasks.run(lambda: "saved", owner=asker, done=save_again)

    tasks.run(lambda: "saved", owner=asker, done=save_again)
    ended: list[int] = []
    loop = QEventLoop()

    def then() -> None:
        ended.append(len(asker.told))
        loop.quit()

    tasks.shut_down(then)
    assert ended == []
    loop.exec()
    assert ended == [3]


def test_after_the_shut_down_no_thread_is_left_and_asking_is_an_error(qtbot: QtBot) -> None:
    tasks = ThreadTasks(name="to_be_ended")
    tasks.run(lambda: 1, owner=tasks)
    drain(tasks)
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("to_be_ended")]
    with pytest.raises(RuntimeError):
        tasks.run(lambda: 1, owner=tasks)


def test_shutting_down_before_anything_was_asked_calls_then_later(qtbot: QtBot) -> None:
    tasks = ThreadTasks()
    ended: list[bool] = []
    loop = QEventLoop()

    def then() -> None:
        ended.append(True)
        loop.quit()

    for times in (1, 2):  # shut down once more is the same again
        tasks.shut_down(then)
        assert len(ended) == times - 1
        loop.exec()
        assert len(ended) == times


def test_the_thread_keeps_no_answer_alive_after_it_was_delivered(tasks: ThreadTasks) -> None:
    class Words:
        """Something private."""

    alive: list[object] = []

    def done(answer: Words) -> None:
        alive.append(sys.getrefcount(answer))

    asker = Asker()
    tasks.run(Words, owner=asker, done=done)
    drain(tasks)
    gc.collect()
    assert not [thing for thing in gc.get_objects() if isinstance(thing, Words)]
    assert alive


def test_inline_tasks_answer_before_run_returns() -> None:
    tasks: Tasks = InlineTasks()
    asker = Asker()
    tasks.run(lambda: 5, owner=asker, done=asker.hear)
    assert asker.told == [5]
    errors: list[Exception] = []
    tasks.run(boom, owner=asker, done=asker.hear, failed=errors.append)
    assert asker.told == [5]
    assert [str(error) for error in errors] == ["boom"]


def test_inline_tasks_do_not_swallow_a_failure_either(hooked: list[BaseException]) -> None:
    InlineTasks().run(boom, owner=Asker())
    assert [str(error) for error in hooked] == ["boom"]


def test_an_exception_in_done_of_inline_tasks_is_not_taken_for_a_failure_of_the_work() -> None:
    asker = Asker()

    def done(_answer: int) -> None:
        raise RuntimeError("in done")

    with pytest.raises(RuntimeError, match="in done"):
        InlineTasks().run(lambda: 1, owner=asker, done=done, failed=asker.hear)
    assert asker.told == []
