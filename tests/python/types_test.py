"""The types that editors and checkers are told of are those of the module."""

import os
import pathlib
import subprocess
import sys

import wirecopy
from wirecopy import _core

ROOT = pathlib.Path(__file__).resolve().parents[2]
USE = """
import wirecopy

articles: wirecopy.Articles = wirecopy.read("seeds")
for pair in wirecopy.pairs(articles, window="7d", progress=lambda stage, done, total: None):
    reveal_type(pair.derived)
reveal_type(wirecopy.cluster(["a"]).stories[0].origins)
reveal_type(wirecopy.dedup({"a": "b"}).removed)
wirecopy.pairs(articles, colour=True)
"""


def mypy(*arguments, cwd):
    package = pathlib.Path(wirecopy.__file__).parent
    return subprocess.run([sys.executable, "-m", "mypy", "--no-incremental", "--strict",
                           "--config-file", str(ROOT / "pyproject.toml"), "--cache-dir",
                           os.devnull, *arguments], cwd=cwd, check=False,
                          capture_output=True, text=True,
                          env={**os.environ, "MYPYPATH": str(package.parent)})


def test_the_package_is_typed_and_so_is_its_use(tmp_path):
    (tmp_path / "use.py").write_text(USE, encoding="utf-8")
    done = mypy("-p", "wirecopy", "-m", "use", cwd=tmp_path)
    lines = done.stdout.splitlines()
    errors = [line for line in lines if ": error:" in line]
    assert len(errors) == 1 and 'Unexpected keyword argument "colour"' in errors[0], done.stdout
    revealed = [line.split('"')[1] for line in lines if "Revealed" in line]
    assert revealed[0] in ("float", "builtins.float")
    assert "Origin" in revealed[1] and "Table" in revealed[2] and "RemovedArticle" in revealed[2]


def test_the_stub_has_what_the_extension_has():
    stub = (pathlib.Path(wirecopy.__file__).parent / "_core.pyi").read_text(encoding="utf-8")
    public = [name for name in dir(_core) if not name.startswith("_")]
    assert public
    for name in public:
        assert f"def {name}(" in stub or f"class {name}:" in stub or f"{name}: " in stub, name
        thing = getattr(_core, name)
        if isinstance(thing, type):
            body = stub[stub.index(f"class {name}:"):].split("\n\n")[0]
            for method in vars(thing):
                if not method.startswith("_"):
                    assert f"def {method}(" in body, f"{name}.{method}"


def test_everything_public_is_explained():
    for name in wirecopy.__all__:
        thing = getattr(wirecopy, name)
        if callable(thing) and name not in ("ArticlesLike",):
            assert thing.__doc__, name
