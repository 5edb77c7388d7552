"""`kg demo`: the whole way, on the sample articles."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from kg.cli import options
from kg.cli.session import Session


def demo(
    context: typer.Context,
    store: Annotated[
        Path, typer.Option("--store", metavar="DIR", help="Folder of the demo's graph; its page lies beside it.")
    ] = options.DEFAULT_STORE,
    open_page: options.Open = False,
    rules: options.Rules = None,
) -> int:
    """Take the sample articles the whole way: read, extract, merge, store, query, draw."""
    from kg.cli import files
    from kg.cli.demo_report import print_demo
    from kg.cli.inputs import Inputs
    from kg.cli.progress import watched
    from kg.demo import demonstrate, page_of, samples

    session: Session = context.obj
    extractor = session.extractor(rules) if session.world or rules else None
    inputs, watch = Inputs(samples()), partial(watched, label="Reading the sample articles")
    print_demo(demonstrate(inputs, store, page_of(store), extractor=extractor, watch=watch))
    if open_page:
        files.open_page(page_of(store))
    return inputs.close()
