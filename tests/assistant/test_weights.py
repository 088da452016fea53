"""The embedded model's file, made from parts a few bytes long."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.models import weights
from assistant.models.weights import FILE_NAME, WeightsError, is_sound, prepare

PARTS = [f"part {number} ".encode() for number in range(1, weights.PARTS + 1)]
WHOLE = b"".join(PARTS)


@pytest.fixture
def parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of small parts that stand for the real ones."""
    folder = tmp_path / "parts"
    folder.mkdir()
    for number, content in enumerate(PARTS, 1):
        (folder / str(number)).write_bytes(content)
    monkeypatch.setattr(weights, "_part", lambda number: folder / str(number))
    monkeypatch.setattr(weights, "SIZE", len(WHOLE))
    monkeypatch.setattr(weights, "SHA256", hashlib.sha256(WHOLE).hexdigest())
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "models"


def silent(done: int, total: int) -> None:
    """No progress shown."""


class TestPreparing:
    def test_joins_the_parts_in_order_and_tells_how_far_it_is(self, parts: Path, cache: Path) -> None:
        told: list[tuple[int, int]] = []
        path = prepare(cache, lambda done, total: told.append((done, total)))
        assert path == cache / FILE_NAME
        assert path.read_bytes() == WHOLE
        assert told == sorted(told)
        assert told[-1] == (len(WHOLE), len(WHOLE))

    def test_leaves_a_sound_file_alone(self, parts: Path, cache: Path) -> None:
        before = prepare(cache).stat().st_mtime_ns
        for part in parts.iterdir():
            part.unlink()
        assert prepare(cache).stat().st_mtime_ns == before

    @pytest.mark.parametrize(
        "damage",
        [lambda path: path.write_bytes(WHOLE[:-1]), lambda path: path.write_bytes(b"X" + WHOLE[1:])],
        ids=["too short", "changed"],
    )
    def test_makes_a_damaged_file_again_and_says_so(
        self, parts: Path, cache: Path, damage: Callable[[Path], object]
    ) -> None:
        damage(prepare(cache))
        said: list[str] = []
        assert prepare(cache, silent, said.append).read_bytes() == WHOLE
        assert len(said) == 1
        assert "damaged" in said[0]

    def test_a_killed_run_leaves_nothing_under_the_final_name(self, parts: Path, cache: Path) -> None:
        def killed(done: int, total: int) -> None:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            prepare(cache, killed)
        assert list(cache.iterdir()) == []


class TestWhatCannotBeMade:
    def test_a_wrong_sum_is_a_clear_error_and_leaves_no_file(self, parts: Path, cache: Path) -> None:
        (parts / "7").write_bytes(b"damaged")
        with pytest.raises(WeightsError, match="a part is damaged") as error:
            prepare(cache)
        assert weights.SHA256 in str(error.value)
        assert list(cache.iterdir()) == []

    def test_a_missing_part_is_a_clear_error(self, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def absent(package: str) -> Path:
            raise ModuleNotFoundError(package)

        monkeypatch.setattr("assistant.models.weights.resources.files", absent)
        with pytest.raises(WeightsError, match="Part 1 of the embedded model is not installed"):
            prepare(cache)
        assert list(cache.iterdir()) == []


class TestChecking:
    def test_the_sum_is_computed_once_for_an_unchanged_file(
        self, parts: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = prepare(cache)
        monkeypatch.setattr("assistant.models.weights.hashlib.file_digest", lambda *_: pytest.fail("computed again"))
        assert is_sound(path)

    def test_a_new_release_is_not_the_old_file(self, parts: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = prepare(cache)
        monkeypatch.setattr(weights, "SHA256", "0" * 64)
        assert not is_sound(path)
