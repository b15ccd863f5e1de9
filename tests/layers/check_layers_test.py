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

    def test_the_core_neither_prints_nor_ends_the_program_nor_looks_around(self):
        calls = ('printf("x")', 'fprintf(stderr, "x")', "std::puts(x)", "fputs(x, file)",
                 "::putchar(1)", "perror(x)", "vfprintf(f, x, y)", "std::fwrite(a, 1, 1, f)",
                 'getenv("HOME")', 'secure_getenv("HOME")', 'setenv("A", "B", 1)',
                 "exit(2)", "_exit(2)", "std::_Exit(2)", "quick_exit (2)", "abort()",
                 "std::terminate()", 'system("ls")', "std::clog << 1", "std::cin >> a",
                 "::signal(2, f)", "atexit(f)")
        headers = ("stdio.h", "cstdio", "iostream", "stdlib.h", "print", "syslog.h", "err.h",
                   "fstream", "csignal", "signal.h")
        lines = [f"void f() {{ {call}; }}" for call in calls]
        lines += [f"#include <{header}>" for header in headers]
        found = self.breaches({"core/tape/a.cpp": "\n".join(lines)})
        self.assertEqual([int(line.split(":")[1]) for line in found],
                         list(range(1, len(lines) + 1)))

    def test_words_that_only_look_like_calls_are_left_alone(self):
        self.assertEqual(self.breaches({"core/tape/a.cpp": """
// exit(2) is what main does, printf() what nobody does.
int on_exit(int system); /* no */  // abort()
auto a = x.exit(1) + y->abort() + snprintf(b, 2, "c") + terminated + last_exit (3);
auto b = "call getenv(HOME), then exit(2)" + std::to_string(1);  // "
char system = 'a';
"""}), [])

    def test_a_breach_behind_a_string_is_found(self):
        self.assertEqual(len(self.breaches({"core/tape/a.cpp": """
auto a = f("a \\" // b", '"', 2); exit(3);
"""})), 1)

    def test_a_file_in_no_room_is_named(self):
        for path in ("core/x.hpp", "core/x.cpp", "core/utils/x.hpp"):
            found = self.breaches({path: '#include "tape/b.hpp"\n'})
            self.assertTrue(any("no room" in line for line in found), found)

    def test_angle_brackets_open_no_room(self):
        self.assertEqual(len(self.breaches({"core/tape/a.cpp": "#include <score/b.hpp>\n"})), 1)

    def test_public_headers_stand_alone_and_are_few(self):
        self.assertEqual(len(self.breaches(
            {"core/include/wirecopy/a.hpp": '#include "tape/b.hpp"\n'})), 1)
        many = {f"core/include/wirecopy/h{i}.hpp": "\n" for i in range(17)}
        self.assertEqual(len(self.breaches(many)), 1)

    def test_a_folder_that_is_no_room_is_named(self):
        self.assertEqual(len(self.breaches({"core/utils/a.cpp": "\n"})), 1)

    def test_tools_use_the_public_face_alone(self):
        self.assertEqual(len(self.breaches({"tools/cli/a.cpp": '#include "tape/b.hpp"\n'})), 1)


if __name__ == "__main__":
    unittest.main()
