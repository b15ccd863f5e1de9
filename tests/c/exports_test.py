"""The shared library exports what its header declares, and nothing else."""

import os
import pathlib
import re
import subprocess
import unittest

HEADER = pathlib.Path(__file__).resolve().parents[2] / "tools/c/include/wirecopy.h"


class Exports(unittest.TestCase):
    def test_what_is_declared_is_exported_and_nothing_else(self):
        declared = set(re.findall(r"WIRECOPY_API[^;(]*?(wirecopy_\w+)\(", HEADER.read_text("utf-8")))
        listed = subprocess.run([os.environ["NM"], "-D", "--defined-only", os.environ["WIRECOPY_C"]],
                                check=True, capture_output=True, text=True).stdout
        self.assertGreater(len(declared), 30)
        self.assertEqual({line.split()[-1] for line in listed.splitlines()}, declared)

    def test_its_name_has_the_version_that_it_fits(self):
        dynamic = subprocess.run(["readelf", "-d", os.environ["WIRECOPY_C"]], check=True,
                                 capture_output=True, text=True).stdout
        major, minor = (re.search(rf"VERSION_{part} (\d+)", HEADER.read_text("utf-8")).group(1)
                        for part in ("MAJOR", "MINOR"))
        fits = f"{major}.{minor}" if major == "0" else major
        self.assertIn(f"[libwirecopy_c.so.{fits}]", dynamic)


if __name__ == "__main__":
    unittest.main()
