"""Rules are data: YAML files that an analyst can extend, checked against a schema when they are loaded."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from kg.errors import RuleError
from kg.model.base import Value

_UNKNOWN = "extra_forbidden"
_PLAIN = {
    "missing": "is missing",
    _UNKNOWN: "unknown field",
    "tuple_type": "should be a list, [in brackets]",
    "frozen_set_type": "should be a list, [in brackets]",
    "mapping_type": "should be fields and values, {in: braces}",
    "dict_type": "should be fields and values, {in: braces}",
    "model_type": "should be fields and values, {in: braces}",
    "string_type": "should be a word or a text",
}


class _Loader(yaml.CSafeLoader):
    """YAML without implicit types: "on", "off", "no" and 2.0 are words of a rule, not truth values and numbers."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """A mapping, in which no key stands twice."""
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.MarkedYAMLError(problem=f"'{key.value}' stands twice", problem_mark=key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


_Loader.yaml_implicit_resolvers = {}

Rules = TypeVar("Rules", bound=Value)


def load_rules(path: Path, schema: type[Rules]) -> Rules:
    """The rules of one of the shipped files, read once.

    Args:
        path: a YAML file.
        schema: the frozen type that the file's content must fit.

    Raises:
        RuleError: the file is not YAML or does not fit; the message names file, line and field.
    """
    rules = _remembered(path, schema)
    assert isinstance(rules, schema)  # the cache forgets which type it was asked for
    return rules


@cache
def _remembered(path: Path, schema: type[Value]) -> Value:
    return read_rules(path, schema)


def read_rules(path: Path, schema: type[Rules]) -> Rules:
    """The rules of a file as it is now; see `load_rules`.

    Raises:
        RuleError: the file cannot be read, is not YAML or does not fit; the message names file, line and field.
    """
    text = _text(path)
    try:
        content = yaml.load(text, Loader=_Loader)
        return schema.model_validate({} if content is None else content)
    except yaml.MarkedYAMLError as error:
        line = min(error.problem_mark.line, text.count("\n")) + 1 if error.problem_mark else 1
        raise RuleError(f"{path.name}:{line}: not valid YAML: {error.problem or error.context}") from error
    except yaml.YAMLError as error:
        raise RuleError(f"{path.name}: not valid YAML: {' '.join(str(error).split())}") from error
    except ValidationError as error:
        first = min(error.errors(), key=lambda one: one["type"] != _UNKNOWN)  # a misspelt field is missing, too
        raise RuleError(_complaint(path, text, first, schema)) from error


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise RuleError(f"{path}: is not UTF-8 at byte {error.start} (save it as UTF-8)") from error
    except OSError as error:
        raise RuleError(f"{path}: {error.strerror} (give the path of a file of rules)") from error


def _complaint(path: Path, text: str, error: ErrorDetails, schema: type[Value]) -> str:
    """What is wrong, where, and what to write instead, in a line."""
    place = tuple(part for part in error["loc"] if part != "[key]")
    field = ".".join(str(part) for part in place)
    problem = _PLAIN.get(error["type"], error["msg"].removeprefix("Value error, ").removeprefix("Input "))
    given = f", not '{error['input']}'" if isinstance(error["input"], str) and error["type"] not in _PLAIN else ""
    mend = _mend(place, schema) if error["type"] == _UNKNOWN else ""
    where = f"field '{field}': " if field else ""
    return f"{path.name}:{_line(text, place)}: {where}{problem}{given}{mend}"


def line_of(path: Path, place: Sequence[int | str]) -> int:
    """The line of a rule file on which a field stands.

    Args:
        path: a file that has been read without complaint.
        place: names of fields and numbers of list items, from the outermost on.
    """
    return _line(_text(path), place)


def _line(text: str, place: Sequence[int | str]) -> int:
    """The line of the innermost field of a path that the file has."""
    node, line = yaml.compose(text, Loader=_Loader), 1
    for part in place:
        found = _child(node, part)
        if found is None:
            break
        mark, node = found
        line = mark.line + 1
    return line


def _child(node: yaml.Node | None, part: int | str) -> tuple[yaml.Mark, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((key.start_mark, value) for key, value in node.value if key.value == part), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part].start_mark, node.value[part]
    return None


def _mend(place: Sequence[int | str], schema: type[Value]) -> str:
    """The field that a misspelt one was meant to be, or those that there are."""
    known = _fields(schema, place[:-1])
    close = get_close_matches(str(place[-1]), known, 1)
    return f" (did you mean '{close[0]}'?)" if close else f" (known: {', '.join(known)})" if known else ""


def _fields(schema: Any, place: Sequence[int | str]) -> list[str]:
    """The fields of the type at a path within a schema."""
    if isinstance(schema, type) and issubclass(schema, Value):
        if not place:
            return list(schema.model_fields)
        field = schema.model_fields.get(str(place[0]))
        return _fields(field.annotation, place[1:]) if field else []
    inner = [part for part in getattr(schema, "__args__", ()) if part not in (..., type(None))]
    steps = place[1:] if getattr(schema, "__origin__", None) is not None and place else place
    return _fields(inner[-1], steps) if inner else []
