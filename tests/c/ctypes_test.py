"""The C face through ctypes, with nothing but the shared library: what every other language that can
call C does."""

import ctypes
import json
import os
import pathlib
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
HANDLE = ctypes.c_void_p


class Pair(ctypes.Structure):
    _fields_ = [("a", ctypes.c_uint64), ("b", ctypes.c_uint64), ("grade", ctypes.c_int32),
                ("story", ctypes.c_float), ("derived", ctypes.c_float),
                ("jaccard", ctypes.c_float), ("containment_a", ctypes.c_float),
                ("containment_b", ctypes.c_float)]


class Article(ctypes.Structure):
    _fields_ = [("id", ctypes.c_char_p), ("text", ctypes.c_char_p), ("text_bytes", ctypes.c_size_t),
                ("title", ctypes.c_char_p), ("source", ctypes.c_char_p), ("date", ctypes.c_char_p)]


def load():
    library = ctypes.CDLL(os.environ["WIRECOPY_C"])
    for name in ("last_error", "version", "grade_name", "explanation_json", "answer_json"):
        getattr(library, f"wirecopy_{name}").restype = ctypes.c_char_p
    library.wirecopy_answer_json.argtypes = [HANDLE]
    library.wirecopy_index_open.argtypes = [ctypes.c_char_p, ctypes.c_int32, HANDLE,
                                            ctypes.POINTER(HANDLE)]
    library.wirecopy_index_add.argtypes = [HANDLE, ctypes.POINTER(Article), ctypes.POINTER(HANDLE)]
    library.wirecopy_index_checkpoint.argtypes = [HANDLE]
    library.wirecopy_explanation_json.argtypes = [HANDLE]
    library.wirecopy_articles_add.argtypes = [HANDLE, ctypes.c_char_p, ctypes.c_char_p,
                                              ctypes.c_size_t] + [ctypes.c_char_p] * 3
    library.wirecopy_articles_count.argtypes = [HANDLE]
    library.wirecopy_articles_count.restype = ctypes.c_size_t
    library.wirecopy_pairs_find.argtypes = [HANDLE, HANDLE, ctypes.POINTER(HANDLE)]
    library.wirecopy_pairs_count.argtypes = [HANDLE]
    library.wirecopy_pairs_count.restype = ctypes.c_size_t
    library.wirecopy_pairs_data.argtypes = [HANDLE]
    library.wirecopy_pairs_data.restype = ctypes.POINTER(Pair)
    library.wirecopy_options_set.argtypes = [HANDLE, ctypes.c_char_p, ctypes.c_char_p]
    library.wirecopy_explanation_make.argtypes = [HANDLE, HANDLE, ctypes.c_size_t,
                                                  ctypes.c_size_t, ctypes.POINTER(HANDLE)]
    for name in ("articles", "pairs", "options", "explanation", "index", "answer"):
        getattr(library, f"wirecopy_{name}_free").argtypes = [HANDLE]
        getattr(library, f"wirecopy_{name}_free").restype = None
    return library


class Face(unittest.TestCase):
    def setUp(self):
        self.library = load()
        self.articles = HANDLE()
        self.assertEqual(self.library.wirecopy_articles_new(ctypes.byref(self.articles)), 0)
        self.addCleanup(self.library.wirecopy_articles_free, self.articles)

    def add(self, path):
        text = path.read_bytes()
        return self.library.wirecopy_articles_add(self.articles, path.name.encode(), text,
                                                  len(text), None, b"an outlet", None)

    def test_the_seeds_are_ten_rewrites(self):
        for path in sorted((ROOT / "seeds").glob("*.txt")):
            self.assertEqual(self.add(path), 0, self.library.wirecopy_last_error())
        pairs = HANDLE()
        self.assertEqual(self.library.wirecopy_pairs_find(self.articles, None,
                                                          ctypes.byref(pairs)), 0)
        self.addCleanup(self.library.wirecopy_pairs_free, pairs)
        found = self.library.wirecopy_pairs_data(pairs)[:self.library.wirecopy_pairs_count(pairs)]
        self.assertEqual([(pair.a, pair.b) for pair in found],
                         [(a, b) for a in range(5) for b in range(a + 1, 5)])
        self.assertEqual({self.library.wirecopy_grade_name(pair.grade) for pair in found},
                         {b"rewrite"})
        why = HANDLE()
        self.assertEqual(self.library.wirecopy_explanation_make(self.articles, None, 0, 1,
                                                                ctypes.byref(why)), 0)
        self.addCleanup(self.library.wirecopy_explanation_free, why)
        report = json.loads(self.library.wirecopy_explanation_json(why))
        self.assertEqual(report["wirecopy"], "explanation")

    def test_the_seeds_one_after_the_other_are_one_story(self):
        def add_all(folder):
            index = HANDLE()
            self.assertEqual(self.library.wirecopy_index_open(folder, 1, None, ctypes.byref(index)),
                             0, self.library.wirecopy_last_error())
            answers = []
            for path in sorted((ROOT / "seeds").glob("*.txt")):
                text = path.read_bytes()
                article, answer = Article(path.name.encode(), text, len(text)), HANDLE()
                self.assertEqual(self.library.wirecopy_index_add(index, article, answer), 0)
                answers.append(json.loads(self.library.wirecopy_answer_json(answer)))
                self.library.wirecopy_answer_free(answer)
            self.assertEqual(self.library.wirecopy_index_checkpoint(index), 0)
            self.library.wirecopy_index_free(index)
            return answers

        with tempfile.TemporaryDirectory(prefix="wirecopy-ctypes-") as work:
            folder = os.path.join(work, "index").encode()
            came = add_all(folder)
            again = add_all(folder)
        self.assertEqual([len(answer["matches"]) for answer in came], [0, 1, 2, 3, 4])
        self.assertEqual([answer["novel"] for answer in came], [True] + 4 * [False])
        self.assertEqual({answer["story"] for answer in came}, {came[0]["story"]})
        self.assertEqual([answer["unchanged"] for answer in again], 5 * [True])
        self.assertEqual([answer["story"] for answer in again],
                         [answer["story"] for answer in came])

    def test_errors_have_a_sentence(self):
        options = HANDLE()
        self.library.wirecopy_options_new(ctypes.byref(options))
        self.addCleanup(self.library.wirecopy_options_free, options)
        self.assertEqual(self.library.wirecopy_options_set(options, b"window", b"soon"), 1)
        self.assertIn(b"soon", self.library.wirecopy_last_error())

    def test_a_progress_function_of_python_can_stop_a_run(self):
        for path in sorted((ROOT / "seeds").glob("*.txt")):
            self.add(path)
        told = []
        function = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_char_p, ctypes.c_size_t,
                                    ctypes.c_size_t, HANDLE)(
            lambda stage, done, total, _: told.append((stage, done, total)) or 1)
        options, pairs = HANDLE(), HANDLE()
        self.library.wirecopy_options_new(ctypes.byref(options))
        self.addCleanup(self.library.wirecopy_options_free, options)
        self.library.wirecopy_options_set_progress(options, function, None)
        self.assertEqual(self.library.wirecopy_pairs_find(self.articles, options,
                                                          ctypes.byref(pairs)), 6)
        self.assertIsNone(pairs.value)
        self.assertEqual(told, [(b"preparing", 0, 5)])


if __name__ == "__main__":
    unittest.main()
