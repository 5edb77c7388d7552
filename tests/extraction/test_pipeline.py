"""Finding and checking the language model."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import spacy

from kg.errors import ModelError, RuleError
from kg.extraction.en import pipeline
from kg.extraction.rulebook import load_rules
from kg.model.base import Value


def test_the_installed_model_parses_and_has_a_version() -> None:
    parser = pipeline.load_parser()
    assert {"tagger", "parser"} <= set(parser.pipe_names)
    assert pipeline.model_version(parser).startswith("en_core_web_sm")


def test_a_foreign_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "parser").mkdir()
    (tmp_path / "parser" / "model").write_bytes(b"not the model")
    with pytest.raises(ModelError, match=r"parser/model of .* is not the official file"):
        pipeline.check_files(tmp_path, {"parser/model": pipeline.KNOWN_HASHES["parser/model"]})


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="lacks parser/model"):
        pipeline.check_files(tmp_path, pipeline.KNOWN_HASHES)


def test_no_model_is_one_line_that_says_how_to_get_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "is_package", lambda _: False)
    with pytest.raises(ModelError) as caught:
        pipeline.installed_model()
    assert "pip install" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_unknown_model_is_named() -> None:
    with pytest.raises(ModelError, match="no language model 'xx_none'"):
        pipeline.load_parser("xx_none")


class Words(Value):
    words: tuple[str, ...]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("words: [on, off, no, 2.0]", None),
        ("words: [a", "rules.yaml:1: not valid YAML"),
        ("words: {a: b}", "rules.yaml:1: field 'words': should be a list"),
        ("wrods: [a]", r"rules.yaml:1: field 'wrods': unknown field \(did you mean 'words'\?\)"),
        ("words: [a]\nwords: [b]", "rules.yaml:2: not valid YAML: 'words' stands twice"),
        ("", "rules.yaml:1: field 'words': is missing"),
    ],
)
def test_rule_files_are_checked(tmp_path: Path, content: str, message: str | None) -> None:
    path = tmp_path / "rules.yaml"
    path.write_text(content, encoding="utf-8")
    if message is None:
        assert load_rules(path, Words).words == ("on", "off", "no", "2.0")
        return
    with pytest.raises(RuleError, match=message):
        load_rules(path, Words)


def test_spacy_components() -> None:
    nlp = spacy.blank("en")
    for name in ("kg_gate", "kg_mentions", "kg_contacts"):
        nlp.add_pipe(name)
    doc = nlp.make_doc("On Tuesday French President Emmanuel Macron met German Chancellor Angela Merkel.")
    doc._.published = date(2018, 4, 11)
    doc = nlp(doc)
    assert doc._.gated
    assert [span.kb_id_ for span in doc.spans["mentions"]] == ["Q3052772", "Q567"]
    (claim,) = doc._.claims
    assert claim.window.edtf == "2018-04-10"
