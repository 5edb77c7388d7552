"""Rules are data: YAML files that an analyst can extend, checked against a schema when they are loaded."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import ValidationError

from kg.errors import RuleError
from kg.model.base import Value


class _Loader(yaml.CSafeLoader):
    """YAML without implicit types: "on", "off", "no" and 2.0 are words of a rule, not truth values and numbers."""


_Loader.yaml_implicit_resolvers = {}

Rules = TypeVar("Rules", bound=Value)


def load_rules(path: Path, schema: type[Rules]) -> Rules:
    """The rules of one file.

    Args:
        path: a YAML file.
        schema: the frozen type that the file's content must fit.

    Raises:
        RuleError: the file is not YAML or does not fit; the message names file and field.
    """
    rules = _checked(path, schema)
    assert isinstance(rules, schema)  # the cache forgets which type it was asked for
    return rules


@cache
def _checked(path: Path, schema: type[Value]) -> Value:
    try:
        return schema.model_validate(yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader))
    except yaml.YAMLError as error:
        raise RuleError(f"{path.name}: not valid YAML: {' '.join(str(error).split())}") from error
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise RuleError(f"{path.name}: field '{field}': {first['msg']}") from error
