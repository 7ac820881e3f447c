"""SMAA-2 as one would vectorise it in numpy: what benches/decide.rs is measured against.

python3 benches/smaa.py CELLS CRITERIA DRAWS
"""

import sys
import time

import numpy as np

RUNS = 15


def smaa(values, draws, generator):
    """Rank acceptabilities (cells × ranks) and central weights (cells × criteria) of values (cells × criteria)."""
    cells, criteria = values.shape
    weights = generator.standard_exponential((draws, criteria), dtype=values.dtype)
    weights /= weights.sum(axis=1, keepdims=True)
    order = np.argsort(-(weights @ values.T), axis=1)
    places = (order * cells + np.arange(cells)).ravel()
    acceptability = np.bincount(places, minlength=cells * cells).reshape(cells, cells) / draws
    firsts = order[:, 0]
    sums = [np.bincount(firsts, weights[:, at], minlength=cells) for at in range(criteria)]
    central = np.stack(sums, axis=1) / np.maximum(np.bincount(firsts, minlength=cells), 1)[:, None]
    return acceptability, central


def main():
    cells, criteria, draws = (int(argument) for argument in sys.argv[1:4])
    generator = np.random.default_rng(2001)
    for dtype in (np.float64, np.float32):
        values = ((generator.integers(1, 6, (cells, criteria)) - 1) / 4).astype(dtype)
        times = []
        for _ in range(RUNS):
            start = time.perf_counter()
            smaa(values, draws, generator)
            times.append((time.perf_counter() - start) * 1e3)
        median = sorted(times)[RUNS // 2]
        print(f"numpy {np.__version__}, {dtype.__name__}: {median:.1f} ms (the least {min(times):.1f})")


main()
