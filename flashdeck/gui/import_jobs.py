"""How a file of each kind is imported: read in a child process, compared with the collection, then stored."""

from abc import ABC, abstractmethod
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from flashdeck.gui.transfer_values import ImportedFile
from flashdeck.gui.workspace import Workspace
from flashdeck.services.extraction_process import ExtractedFile, ExtractionProcess
from flashdeck.services.file_process import FileProcess
from flashdeck.services.import_package import PackagePlan, apply_package, plan_package
from flashdeck.services.import_slides import ImportPlan, apply_import, plan_import
from flashdeck.services.package_process import PackageProcess, ReadPackage, is_package


class _Plan(Protocol):
    @property
    def stores(self) -> bool: ...
    @property
    def changes_notes(self) -> bool: ...


ReadT = TypeVar("ReadT")
PlanT = TypeVar("PlanT", bound=_Plan)


class ImportJob(ABC, Generic[ReadT, PlanT]):
    """The import of one file. Poll it until there is a plan, then store that or not, and close it."""

    def __init__(self, path: Path, workspace: Workspace, process: FileProcess[ReadT]) -> None:
        self.path = path
        self._workspace = workspace
        self._process = process
        self._plan: PlanT | None = None

    @property
    def progress(self) -> float:
        """How far the file is read, 0 to 1."""
        return self._process.progress

    @property
    def plan(self) -> PlanT:
        """What would be stored; there once `poll` has returned True."""
        assert self._plan is not None, "the file is not read yet"
        return self._plan

    def poll(self) -> bool:
        """Return whether there is a plan.

        Raises:
            FlashdeckError: the file cannot be read, or not be compared with the collection.
        """
        read = self._process.poll()
        if read is not None:
            self._plan = self._compare(read)
        return read is not None

    def close(self) -> None:
        """Stop reading; what was not stored by now is not."""
        self._process.cancel()

    @abstractmethod
    def _compare(self, read: ReadT) -> PlanT:
        """Return what storing the file would do."""

    @abstractmethod
    def apply(self) -> None:
        """Store the plan."""

    @abstractmethod
    def summary(self) -> ImportedFile:
        """Return what the plan comes to."""


class SlideImport(ImportJob[ExtractedFile, ImportPlan]):
    """Slides: rules make cards of them."""

    def __init__(self, path: Path, workspace: Workspace) -> None:
        super().__init__(path, workspace, ExtractionProcess(path))

    def _compare(self, read: ExtractedFile) -> ImportPlan:
        return plan_import(self._workspace.collection, read)

    def apply(self) -> None:
        apply_import(self._workspace.collection, self._workspace.clock, self.plan)

    def summary(self) -> ImportedFile:
        found = self.plan.comparison
        return ImportedFile(
            name=self.plan.file_name,
            new=len(found.new),
            unchanged=self.plan.same,
            edited=len(found.edited),
            moved=len(found.moved),
            removed=len(found.removed),
            deck=self.plan.deck_name,
        )


class PackageImport(ImportJob[ReadPackage, PackagePlan]):
    """An Anki package: cards, pictures and answers."""

    def __init__(self, path: Path, workspace: Workspace) -> None:
        super().__init__(path, workspace, PackageProcess(path))
        self._read: ReadPackage | None = None

    def _compare(self, read: ReadPackage) -> PackagePlan:
        self._read = read
        return plan_package(self._workspace.collection, self._workspace.clock, read)

    def apply(self) -> None:
        apply_package(self._workspace.collection, self._workspace.clock, self.plan)

    def close(self) -> None:
        super().close()
        if self._read is not None:
            self._read.close()

    def summary(self) -> ImportedFile:
        plan = self.plan
        return ImportedFile(
            name=plan.file_name,
            new=len(plan.new),
            unchanged=plan.same,
            edited=len(plan.edited),
            conflicts=len(plan.conflicts),
            answers=len(plan.answers),
            left_out=tuple((kind.value, count) for kind, count in plan.left_out.items()),
            deck=plan.deck_name,
            is_from_anki=True,
        )


def job_for(path: Path, workspace: Workspace) -> SlideImport | PackageImport:
    """Start the import of a file by the ending of its name.

    Raises:
        AnkiPackageError: there is no room for a package's pictures.
    """
    return PackageImport(path, workspace) if is_package(path) else SlideImport(path, workspace)
