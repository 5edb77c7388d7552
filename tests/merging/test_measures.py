"""B-cubed and pairwise figures on clusterings worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.merging.measures import b_cubed, pairwise


def test_b_cubed_of_a_worked_example():
    agreement = b_cubed([{1, 2, 3}, {4}], [{1, 2}, {3, 4}])
    assert agreement.precision == pytest.approx((1 + 1 + 0.5 + 0.5) / 4)
    assert agreement.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)


def test_pairwise_of_a_worked_example():
    agreement = pairwise([{1, 2, 3}, {4}], [{1, 2}, {3, 4}])
    assert (agreement.precision, agreement.recall) == (1 / 2, 1 / 3)
    assert agreement.f1 == pytest.approx(0.4)


def test_nothing_put_together_is_never_wrong():
    agreement = pairwise([{1, 2}], [{1}, {2}])
    assert (agreement.precision, agreement.recall, agreement.f1) == (1.0, 0.0, 0.0)


@given(st.lists(st.integers(0, 4), min_size=1, max_size=12))
def test_a_clustering_agrees_with_itself(labels):
    clusters = [{item for item, label in enumerate(labels) if label == wanted} for wanted in set(labels)]
    assert b_cubed(clusters, clusters).f1 == pytest.approx(1.0)
    assert pairwise(clusters, clusters).f1 == 1.0
