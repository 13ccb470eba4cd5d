from __future__ import annotations

from pathlib import Path

import pytest

from coach.adapters.folder_owner import FolderOwner, find_owner


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "home" / "index"


def test_a_folder_has_one_owner_at_a_time(folder: Path):
    one, two = FolderOwner(folder), FolderOwner(folder)

    assert one.try_take()
    assert not two.try_take()
    assert one.still_holds()
    assert not two.still_holds()
    two.release()
    assert find_owner(folder) is not None

    one.release()
    assert not one.still_holds()
    assert two.try_take()
    two.release()


def test_nobody_owns_what_nobody_took(folder: Path):
    assert find_owner(folder) is None

    owner = FolderOwner(folder)
    assert owner.try_take()
    owner.release()

    assert find_owner(folder) is None


@pytest.mark.parametrize("content", ["", "not a number", None])
def test_an_owner_who_cannot_be_read_is_still_in_the_way(folder: Path, content: str | None):
    owner = FolderOwner(folder)
    assert owner.try_take()
    path = folder.with_name("index.owner")
    if content is None:
        path.unlink()
    else:
        path.write_text(content, encoding="ascii")

    assert find_owner(folder) is None
    assert not FolderOwner(folder).try_take()
    owner.release()


def test_a_deleted_lock_is_noticed_and_taken_again(folder: Path):
    owner = FolderOwner(folder)
    assert owner.try_take()
    folder.with_name("index.lock").unlink()

    assert not owner.still_holds()
    assert owner.try_take_again()
    assert owner.still_holds()
    assert not FolderOwner(folder).try_take()
    owner.release()
