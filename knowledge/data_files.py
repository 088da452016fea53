"""Data files in YAML, one per country: read and checked, every complaint with the file's and the field's name."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

Model = TypeVar("Model", bound=BaseModel)


def country_files(folder: Path, what: str, error: type[ValueError]) -> list[Path]:
    """The data files of a folder, by name.

    Args:
        folder: to look into.
        what: the files are about, for the complaint.
        error: the class to complain with.

    Raises:
        error: there is none.
    """
    if files := sorted(folder.glob("*.yaml")):
        return files
    raise error(f"{folder}: no {what} files")


def read_country_file(file: Path, fields: tuple[str, ...], error: type[ValueError]) -> dict[str, Any]:
    """Read one file; it bears the name of its country, so that no country has two.

    Args:
        file: to read.
        fields: its exact top-level fields, ``country`` among them.
        error: the class to complain with.

    Raises:
        error: the file is not YAML, lacks a field, has one too many, or bears another name.
    """
    try:
        data = yaml.safe_load(file.read_text(encoding="utf-8"))
    # YAML with an impossible date, such as 31 February, is a plain ValueError.
    except (yaml.YAMLError, ValueError) as wrong:
        raise error(f"{file.name}: not YAML: {wrong}") from wrong
    if not isinstance(data, dict) or set(data) != set(fields):
        raise error(f"{file.name}: wants exactly the fields {', '.join(fields)}")
    if str(data["country"]).lower() != file.stem:
        raise error(f"{file.name}: country: {data['country']} does not belong into this file")
    return data


def checked(model: type[Model], data: object, file: Path, error: type[ValueError], *, at: str = "") -> Model:
    """Build a model from data of a file.

    Args:
        model: what it must look like.
        data: the file's data, or a part of it.
        file: where it comes from.
        error: the class to complain with.
        at: the path of the part within the file.

    Raises:
        error: a field is wrong; the message names the file and the field.
    """
    try:
        return model.model_validate(data)
    except ValidationError as wrong:
        first = wrong.errors()[0]
        field = ".".join(str(part) for part in (at, *first["loc"]) if part != "")
        raise error(f"{file.name}: {field}: {first['msg']}") from wrong
