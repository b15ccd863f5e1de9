"""Three rows of bars: CPU seconds, peak memory, recall."""

import matplotlib

matplotlib.use("svg")
from matplotlib import pyplot

PANELS = (("cpu_seconds", "CPU seconds", True), ("peak_mb", "peak memory, MB", True),
          ("recall", "recall at Jaccard .7", False))


def draw(rows, path):
    figure, axes = pyplot.subplots(1, len(PANELS), figsize=(11, 3), sharey=True)
    names = [row["tool"] for row in rows]
    for axis, (column, title, logarithmic) in zip(axes, PANELS):
        values = [float(row[column] or 0) for row in rows]
        colours = ["#b03a2e" if name.startswith("wirecopy") else "#7f8c8d" for name in names]
        axis.barh(names, values, color=colours)
        axis.set_title(title)
        if logarithmic:
            axis.set_xscale("log")
        for place, row in enumerate(rows):
            axis.text(values[place], place, f" {row[column] or '-'}", va="center", fontsize=8)
        axis.margins(x=.25)
        axis.spines[["top", "right"]].set_visible(False)
    axes[0].invert_yaxis()
    figure.suptitle(f"{rows[0]['corpus']}: {int(rows[0]['articles']):,} articles")
    figure.tight_layout()
    figure.savefig(path)
    pyplot.close(figure)
