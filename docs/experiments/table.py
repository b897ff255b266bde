"""Mean ± standard deviation over the seeds of a sweep, as a Markdown table.

usage: table.py SWEEP.csv                accuracy after the last round
       table.py SWEEP.csv --target 0.9   and the first round at that accuracy, from each run's curve

Reads the CSV that `federarium sweep --csv` wrote; with a target, `federarium export` must find the
runs, so FEDERARIUM_HOME has to be what it was. A run that never gets there counts as > its last round.
"""

import csv
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

LAUNCHER = Path(__file__).resolve().parents[2] / "federarium"


def spread(values):
    return f"{statistics.mean(values):.3f} ± {statistics.stdev(values) if len(values) > 1 else 0:.3f}"


def first_round(run, target):
    """The first round at the target, and how many rounds there were."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([LAUNCHER, "export", run, "--to", folder], check=True, capture_output=True)
        with open(Path(folder) / "curve.csv") as file:
            curve = [(int(row["round"]), float(row["accuracy"])) for row in csv.DictReader(file)]
    return next((number for number, accuracy in curve if accuracy >= target), None), curve[-1][0]


def rounds(runs, target):
    reached = [first_round(run, target) for run in runs]
    there = [number for number, _ in reached if number is not None]
    missed = [last for number, last in reached if number is None]
    if missed:
        return f"> {max(missed)} in {len(missed)} of {len(runs)}" + (
            f"; else {statistics.mean(there):.0f}" if there else "")
    return f"{statistics.mean(there):.1f} ± {statistics.stdev(there) if len(there) > 1 else 0:.1f}"


def main():
    target = float(sys.argv[3]) if len(sys.argv) > 3 else None
    with open(sys.argv[1]) as file:
        rows = list(csv.DictReader(file))
    keys = list(rows[0])[: list(rows[0]).index("seed")]
    settings = {}
    for row in rows:
        settings.setdefault(tuple(row[key] for key in keys), []).append(row)
    heads = keys + ["accuracy"] + ([f"rounds to {target:g}"] if target else [])
    print("| " + " | ".join(heads) + " |")
    print("| " + " | ".join("---" for _ in heads) + " |")
    for setting, runs in settings.items():
        cells = [*setting, spread([float(row["accuracy"] or "nan") for row in runs])]
        if target:
            cells.append(rounds([row["run"] for row in runs], target))
        print("| " + " | ".join(cells) + " |")


main()
