from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

from tests.interop.anki_student import AnkiStudent


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Collection]:
    collection = Collection(str(tmp_path / "anki.anki2"))
    yield collection
    collection.close()


@pytest.fixture
def import_into_anki(anki: Collection) -> Callable[..., object]:
    def run(package: Path, *, with_scheduling: bool = False) -> object:
        options = ImportAnkiPackageOptions(with_scheduling=with_scheduling)
        return anki.import_anki_package(ImportAnkiPackageRequest(package_path=str(package), options=options)).log

    return run


@pytest.fixture
def student(tmp_path: Path) -> Iterator[AnkiStudent]:
    folder = tmp_path / "student"
    folder.mkdir()
    made = AnkiStudent(folder)
    yield made
    made.close()
