"""Users' own rules: a YAML file with rules and words that are laid over the shipped ones; docs/rules.md teaches it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from pydantic import create_model

from kg.errors import RuleError
from kg.extraction.en.lexicon import CLASSED, ContactRule, Lexicon, ReferentRules, StatusRules
from kg.extraction.en.topic_rules import TopicRules, TopicWords
from kg.extraction.rulebook import line_of, read_rules
from kg.model.base import Value

_CLOSED = {*CLASSED, "offices"}  # sections whose classes are given; those of others are words that a user can add
_Value = TypeVar("_Value", bound=Value)


def _partial(schema: type[Value]) -> type[Value]:
    """The same fields, none of them needed."""
    fields: dict[str, Any] = {name: (field.annotation, None) for name, field in schema.model_fields.items()}
    return create_model(f"Some{schema.__name__}", __base__=Value, **fields)


class UserRules(Value):
    """A user's file of rules.

    Attributes:
        verbs: contact rules of verbs; one with the id of a shipped rule replaces it.
        nouns: contact rules of nouns, likewise.
        light_verbs: verbs that only carry a contact noun.
        status: cue words by section of `status.yaml`.
        referents: words by section of `referents.yaml`.
        topics: words by topic.
    """

    verbs: tuple[ContactRule, ...] = ()
    nouns: tuple[ContactRule, ...] = ()
    light_verbs: frozenset[str] = frozenset()
    status: _partial(StatusRules) = Value()  # type: ignore[valid-type]
    referents: _partial(ReferentRules) = Value()  # type: ignore[valid-type]
    topics: Mapping[str, TopicWords] = {}


def load_additions(path: Path | str, lexicon: Lexicon, topics: TopicRules) -> tuple[Lexicon, TopicRules]:
    """Lay a user's rules over others.

    Args:
        path: the user's file.
        lexicon: rules and words so far.
        topics: topics and their words so far.

    Returns:
        The rules with the user's own.

    Raises:
        RuleError: the file does not fit; the message names file, line and field, and what to write instead.
    """
    file = Path(path)
    rules = read_rules(file, UserRules)
    _check(file, rules, lexicon, topics)
    contacts = {
        "verbs": _replaced(lexicon.contacts.verbs, rules.verbs),
        "nouns": _replaced(lexicon.contacts.nouns, rules.nouns),
        "light_verbs": lexicon.contacts.light_verbs | rules.light_verbs,
    }
    extended = Lexicon(
        contacts=_with(lexicon.contacts, contacts),
        status=_added(lexicon.status, _given(rules.status)),
        referents=_added(lexicon.referents, _given(rules.referents)),
    )
    return extended, _with(topics, {"topics": _joined(topics.topics, rules.topics)})


def _check(file: Path, rules: UserRules, lexicon: Lexicon, topics: TopicRules) -> None:
    """Refuse ids that stand twice and names that nothing knows: they would do nothing, silently."""
    for kind, told in (("verbs", rules.verbs), ("nouns", rules.nouns)):
        ids = [rule.id for rule in told]
        for number, name in enumerate(ids):
            if name in ids[:number]:
                raise _error(file, (kind, number, "id"), f"'{name}' stands twice (give each rule an id of its own)")
    for topic in rules.topics:
        _known(file, ("topics", topic), topics.topics)
    for section, base in (("status", lexicon.status), ("referents", lexicon.referents)):
        for name, value in _given(getattr(rules, section)).items():
            for part in value if name in _CLOSED else ():
                _known(file, (section, name, part), getattr(base, name))


def _known(file: Path, place: tuple[str, ...], known: Iterable[str]) -> None:
    name, names = str(place[-1]), [str(one) for one in known]
    if name not in names:
        close = get_close_matches(name, names, 1)
        mend = f"did you mean '{close[0]}'?" if close else f"known: {', '.join(sorted(names))}"
        raise _error(file, place, f"there is no '{name}' ({mend})")


def _error(file: Path, place: tuple[int | str, ...], problem: str) -> RuleError:
    field = ".".join(str(part) for part in place)
    return RuleError(f"{file.name}:{line_of(file, place)}: field '{field}': {problem}")


def _replaced(shipped: tuple[ContactRule, ...], own: tuple[ContactRule, ...]) -> tuple[ContactRule, ...]:
    """The user's rules in the place of those of the same id, new ones at the end."""
    rules = {rule.id: rule for rule in shipped} | {rule.id: rule for rule in own}
    return tuple(rules.values())


def _given(part: Value) -> dict[str, Any]:
    """The fields that the user wrote."""
    return {name: getattr(part, name) for name in part.model_fields_set}


def _with(base: _Value, fields: Mapping[str, Any]) -> _Value:
    """A new value; a copy would keep what the old one has worked out."""
    return type(base)(**{name: getattr(base, name) for name in type(base).model_fields} | dict(fields))


def _added(base: _Value, fields: Mapping[str, Any]) -> _Value:
    return _with(base, {name: _joined(getattr(base, name), value) for name, value in fields.items()})


def _joined(old: Any, new: Any) -> Any:
    """Both, class by class where there are classes."""
    if isinstance(old, Mapping):
        both = {key: _joined(old[key], new[key]) for key in old.keys() & new.keys()}
        return {**old, **new, **both}
    if isinstance(old, Value):
        return _added(old, _given(new))
    return new if isinstance(old, str) else type(old)((*old, *new))
