"""Where the files that ship with the package lie: ontology and sample articles."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def shipped(kind: str) -> Path:
    """The folder of shipped files of one kind.

    Args:
        kind: "ontology" or "seeds".

    Returns:
        The folder inside the installed package, or beside the package in a checkout.

    Raises:
        FileNotFoundError: neither place has it.
    """
    package = Path(str(files("kg")))
    for folder in (package / "_data" / kind, package.parent / kind):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"the installation lacks its '{kind}' files: install the package again")
