"""docs/queries.md, written from the headers of the named queries.

python -m kg.graph.queries_doc > docs/queries.md
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator

from kg.graph.parameters import Parameter
from kg.graph.queries import Example, NamedQuery, named_queries

_HEAD = """# Named queries

<!-- Written by `python -m kg.graph.queries_doc`; change the headers under kg/graph/queries/ instead. -->

SPARQL that ships with kg, asked by name: `kg query NAME -p PARAMETER=VALUE`, in Python
`graph.query("name", parameter="value")`. Values are words as people write them: a name in any spelling, a title, a
topic, a day, month or year. The examples are of the sample articles (`kg demo`): a question, and some cells of one row
of its answer.

| query | answers |
| --- | --- |
"""


def queries_markdown(queries: Iterable[NamedQuery]) -> str:
    """The page for some queries: a table of all, then a section each."""
    known = list(queries)
    table = "".join(f"| [`{query.name}`](#{query.name}) | {query.title} |\n" for query in known)
    return _HEAD + table + "".join(_section(query) for query in known)


def _section(query: NamedQuery) -> str:
    columns = ", ".join(f"`{column}`" for column in query.columns)
    body = f"\n## {query.name}\n\n*{query.title}.* {query.description}\n\n"
    if query.parameters:
        body += "| parameter | | meaning |\n| --- | --- | --- |\n" + "".join(map(_parameter, query.parameters)) + "\n"
    body += f"Columns: {columns}.\n"
    return body + (_example(query, query.example) if query.example else "")


def _parameter(parameter: Parameter) -> str:
    need = "required" if parameter.required else f"default {parameter.default}" if parameter.default else ""
    return f"| `{parameter.name}` | {need} | {parameter.description} |\n"


def _example(query: NamedQuery, example: Example) -> str:
    words = "".join(f" -p {shlex.quote(f'{name}={value}')}" for name, value in example.parameters.items())
    return f"\n```console\n$ kg query {query.name}{words}\n{'  '.join(_cells(example))}\n```\n"


def _cells(example: Example) -> Iterator[str]:
    return (f"{column}: {value}" for column, value in example.row.items())


if __name__ == "__main__":
    print(queries_markdown(named_queries().values()), end="")
