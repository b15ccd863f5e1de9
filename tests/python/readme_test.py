"""What README.md says of Python runs, and names what is needed."""

import contextlib
import io
import pathlib
import re
import subprocess

import wirecopy

ROOT = pathlib.Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_examples_run(monkeypatch):
    monkeypatch.chdir(ROOT)
    of_calls, of_streams = re.findall(r"^```python\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)

    def lines_of(example):
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            exec(compile(example, "README.md", "exec"), {})
        return said.getvalue().splitlines()

    lines = lines_of(of_streams)
    assert len(lines) == 6 and lines[0].startswith("1 True none seeds/000_")
    assert sum(line.startswith("1 False rewrite") for line in lines) == 4
    assert re.fullmatch(r"seeds/002_\w+\.txt 5", lines[5])
    lines = lines_of(of_calls)
    assert lines[0].startswith("rewrite 0.85 seeds/000") and lines[-1] == "The Wall Street Journal"
    assert sum(line.startswith("rewrite ") for line in lines) == 10


def test_the_packages_that_it_names_are_those_that_set_up_installs():
    listed = subprocess.run(["bash", "-c", "source scripts/setup.sh; echo ${run_packages[@]}"],
                            cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()
    section = README[README.index("## From Python"):README.index("```python")]
    named = set(re.findall(r"[a-z0-9+-]+", section))
    assert set(listed) - {"libcli11-dev"} <= named


def test_the_version_is_that_of_the_library():
    version = re.search(r"VERSION (\d+\.\d+\.\d+)", (ROOT / "CMakeLists.txt").read_text())
    assert wirecopy.__version__ == version.group(1)
