"""The check of the house's laws finds what it must, and nothing in a tree that keeps them."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

SCRIPT = pathlib.Path(__file__).parents[2] / "scripts" / "check_layers.py"


class CheckLayers(unittest.TestCase):
    def breaches(self, files):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for name in ("core/include/wirecopy", "tools/cli"):
                (root / name).mkdir(parents=True)
            for name, text in files.items():
                path = root / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            done = subprocess.run([sys.executable, SCRIPT, folder], capture_output=True, text=True,
                                  check=False)
            lines = done.stdout.splitlines()
            self.assertEqual(done.returncode, 1 if lines else 0)
            return lines

    def test_a_tree_that_keeps_the_laws_has_no_breach(self):
        self.assertEqual(self.breaches({
            "core/score/a.cpp": '#include "score/a.hpp"\n#include "tape/b.hpp"\n'
                                '#include "wirecopy/error.hpp"\n#include <Eigen/Dense>\n',
            "core/engine/e.cpp": '#include "base/parallel.hpp"\n',
        }), [])

    def test_a_room_may_not_include_a_later_one(self):
        found = self.breaches({"core/tape/a.cpp": '\n#include "score/b.hpp"\n'})
        self.assertEqual(len(found), 1)
        self.assertTrue(found[0].startswith("core/tape/a.cpp:2:"), found)

    def test_a_dependency_has_one_door(self):
        for header in ("tbb/parallel_for.h", "zstd.h", "utf8proc.h", "thread", "CLI/CLI.hpp"):
            found = self.breaches({"core/score/a.cpp": f"#include <{header}>\n"})
            self.assertEqual(len(found), 1, header)

    def test_only_the_engine_spreads_work(self):
        self.assertEqual(len(self.breaches(
            {"core/score/a.cpp": '#include "base/parallel.hpp"\n'})), 1)

    def test_the_core_does_not_print(self):
        self.assertEqual(len(self.breaches({"core/tape/a.cpp": "void f() { std::cout << 1; }\n"})), 1)

    def test_public_headers_stand_alone_and_are_few(self):
        self.assertEqual(len(self.breaches(
            {"core/include/wirecopy/a.hpp": '#include "tape/b.hpp"\n'})), 1)
        many = {f"core/include/wirecopy/h{i}.hpp": "\n" for i in range(13)}
        self.assertEqual(len(self.breaches(many)), 1)

    def test_a_folder_that_is_no_room_is_named(self):
        self.assertEqual(len(self.breaches({"core/utils/a.cpp": "\n"})), 1)

    def test_tools_use_the_public_face_alone(self):
        self.assertEqual(len(self.breaches({"tools/cli/a.cpp": '#include "tape/b.hpp"\n'})), 1)


if __name__ == "__main__":
    unittest.main()
