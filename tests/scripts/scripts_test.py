"""scripts/run from any place and by any name, with programs of straw for those that build."""

import os
import pathlib
import pty
import shutil
import subprocess
import tempfile
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[2]

# Stand-ins, each writing down that it was called: dpkg-query finds every package, cmake makes the
# cache that the real one makes, ninja the program.
STRAW = {
    "dpkg-query": 'shift 3; for name in "$@"; do echo "$name installed"; done',
    "cmake": """
mkdir -p build/run
echo "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" > build/run/CMakeCache.txt
touch build/run/build.ninja
echo configured >> "$CALLS"
""",
    "ninja": """
program=$2/tools/cli/wirecopy
case " $* " in *" -n "*)
    if [ -e "$program" ]; then echo "ninja: no work to do."; else echo "[1/1] work"; fi
    exit ;;
esac
echo "built" >> "$CALLS"
echo "${NINJA_STATUS}what ninja says"
[ -z "${BROKEN:-}" ] || { echo "what the compiler says"; exit 1; }
mkdir -p "${program%/*}"
printf '#!/bin/sh\\necho "ran $*"\\n' > "$program"
chmod +x "$program"
""",
}


class Run(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        bin_folder = self.folder / "bin"
        bin_folder.mkdir()
        for name, text in STRAW.items():
            (bin_folder / name).write_text("#!/bin/bash\n" + text, encoding="utf-8")
            (bin_folder / name).chmod(0o755)
        self.environment = os.environ | {
            "PATH": f"{bin_folder}:{os.environ['PATH']}", "CALLS": str(self.folder / "calls")}

    def tree(self, name):
        root = self.folder / name
        shutil.copytree(SOURCE / "scripts", root / "scripts")
        return root

    def run_script(self, script, *arguments, **more):
        return subprocess.run([script, *arguments], capture_output=True, text=True, check=False,
                              cwd=self.folder, env=self.environment | more)

    def calls(self):
        calls = self.folder / "calls"
        return calls.read_text(encoding="utf-8").split() if calls.exists() else []

    def test_the_first_run_builds_and_later_ones_do_not(self):
        script = self.tree("here") / "scripts/run"
        for _ in range(2):
            self.assertEqual(self.run_script(script, "a", "b").stdout, "ran a b\n")
        self.assertEqual(self.calls(), ["configured", "built"])

    def test_a_path_that_reads_as_a_pattern_is_taken_as_it_stands(self):
        script = self.tree("a[b]+ .*c") / "scripts/run"
        for _ in range(2):
            self.assertEqual(self.run_script(script).stdout, "ran \n")
        self.assertEqual(self.calls(), ["configured", "built"])

    def test_a_moved_checkout_is_built_anew(self):
        first = self.tree("a.b")
        self.run_script(first / "scripts/run")
        second = first.rename(self.folder / "axb")
        self.assertEqual(self.run_script(second / "scripts/run").returncode, 0)
        third = second.rename(first)
        self.assertEqual(self.run_script(third / "scripts/run").returncode, 0)
        self.assertEqual(self.calls(), ["configured", "built"] * 3)

    def test_a_link_to_a_script_finds_its_place(self):
        script = self.tree("here") / "scripts/run"
        (self.folder / "elsewhere").mkdir()
        link = self.folder / "elsewhere/wirecopy"
        link.symlink_to(script)
        again = self.folder / "again"
        again.symlink_to("elsewhere/wirecopy")
        self.assertEqual(self.run_script(again, "a").stdout, "ran a\n")

    def test_a_link_to_the_checkout_shares_its_build(self):
        root = self.tree("here")
        (self.folder / "link").symlink_to(root)
        for folder in ("here", "link", "here"):
            self.assertEqual(self.run_script(self.folder / folder / "scripts/run").returncode, 0)
        self.assertEqual(self.calls(), ["configured", "built"])

    def on_a_terminal(self, script, **more):
        """What the script says on standard error when that is a terminal; standard output is not."""
        try:
            master, terminal = pty.openpty()
        except OSError:
            self.skipTest("no terminal to be had here")
        done = subprocess.run([script], stdout=subprocess.PIPE, stderr=terminal, text=True,
                              check=False, env=self.environment | more)
        os.close(terminal)
        said = b""
        while True:
            try:
                said += os.read(master, 65536)
            except OSError:
                break
        os.close(master)
        return done, said.decode().replace("\r\n", "\n")

    def test_the_first_build_shows_how_far_it_is_on_a_terminal(self):
        done, said = self.on_a_terminal(self.tree("here") / "scripts/run")
        self.assertEqual(done.stdout, "ran \n")
        self.assertRegex(said, r"building run, which takes some minutes")
        self.assertRegex(said, r"%f/%t.*what ninja says")

    def test_later_runs_say_nothing_on_a_terminal(self):
        script = self.tree("here") / "scripts/run"
        self.run_script(script)
        done, said = self.on_a_terminal(script)
        self.assertEqual((done.stdout, said), ("ran \n", ""))

    def test_elsewhere_the_build_is_named_and_no_more(self):
        done = self.run_script(self.tree("here") / "scripts/run")
        self.assertEqual(len(done.stderr.splitlines()), 2)
        self.assertNotIn("what ninja says", done.stderr)

    def test_what_broke_the_build_is_shown_once(self):
        script = self.tree("here") / "scripts/run"
        done = self.run_script(script, BROKEN="1")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertEqual(done.stderr.count("what the compiler says"), 1)
        done, said = self.on_a_terminal(script, BROKEN="1")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertEqual(said.count("what the compiler says"), 1)


if __name__ == "__main__":
    unittest.main()
