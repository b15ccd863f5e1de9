/* Everything of wirecopy.h, from a program in C99; run from the root of the source tree. */

#include "wirecopy.h"

#include <stdio.h>
#include <string.h>

static int failures = 0;

static void expect(int is_so, const char* what, int line) {
    if (!is_so) {
        fprintf(stderr, "face.c:%d: %s (last error: \"%s\")\n", line, what, wirecopy_last_error());
        ++failures;
    }
}
#define EXPECT(is_so) expect((is_so), #is_so, __LINE__)
#define EXPECT_OK(call) expect((call) == WIRECOPY_OK, #call, __LINE__)

static void expect_error(wirecopy_status status, wirecopy_status wanted, const char* part,
                         int line) {
    if (status != wanted || strstr(wirecopy_last_error(), part) == NULL) {
        fprintf(stderr, "face.c:%d: status %d, \"%s\", not %d with \"%s\"\n", line, (int)status,
                wirecopy_last_error(), (int)wanted, part);
        ++failures;
    }
}
#define EXPECT_ERROR(call, wanted, part) expect_error((call), (wanted), (part), __LINE__)

static void count_rejected(const char* sentence, void* context) {
    EXPECT(strlen(sentence) > 0);
    ++*(int*)context;
}

static int count_steps(const char* stage, size_t done, size_t total, void* context) {
    EXPECT(done <= total && strlen(stage) > 0);
    ++*(int*)context;
    return 0;
}

static int stop(const char* stage, size_t done, size_t total, void* context) {
    (void)stage;
    (void)done;
    (void)total;
    (void)context;
    return 1;
}

static wirecopy_options* one_thread(void) {
    wirecopy_options* options = NULL;
    EXPECT_OK(wirecopy_options_new(&options));
    EXPECT_OK(wirecopy_options_set(options, "threads", "1"));
    return options;
}

static void test_articles(void) {
    wirecopy_articles* articles = NULL;
    int rejected = 0;
    EXPECT_OK(wirecopy_articles_new(&articles));
    EXPECT_OK(wirecopy_articles_add(articles, "a", "A text.###", 7, NULL, NULL, NULL));
    EXPECT_OK(wirecopy_articles_add(articles, "b", "Another.", 8, "Title", "Outlet", "2023-01-02"));
    EXPECT(wirecopy_articles_count(articles) == 2);
    EXPECT(strcmp(wirecopy_articles_id(articles, 1), "b") == 0);
    EXPECT(wirecopy_articles_id(articles, 2) == NULL);
    EXPECT_ERROR(wirecopy_articles_add(articles, "a", "x", 1, NULL, NULL, NULL),
                 WIRECOPY_ERROR_INPUT, "duplicate id, first that of article 0");
    EXPECT_ERROR(wirecopy_articles_add(articles, "c", "x\xff", 2, NULL, NULL, NULL),
                 WIRECOPY_ERROR_INPUT, "invalid UTF-8 at byte 1 of text");
    EXPECT_ERROR(wirecopy_articles_add(articles, "c", " ", 1, NULL, NULL, NULL),
                 WIRECOPY_ERROR_INPUT, "empty article");
    EXPECT_ERROR(wirecopy_articles_add(articles, NULL, "x", 1, NULL, NULL, NULL),
                 WIRECOPY_ERROR_OPTION, "id must not be NULL");
    EXPECT_ERROR(wirecopy_articles_add(NULL, "c", "x", 1, NULL, NULL, NULL), WIRECOPY_ERROR_OPTION,
                 "articles must not be NULL");
    EXPECT(wirecopy_articles_count(articles) == 2);
    EXPECT_OK(wirecopy_articles_read(articles, "no/such/file", count_rejected, &rejected));
    EXPECT_OK(wirecopy_articles_read(articles, "no/such/file", NULL, NULL));
    EXPECT(rejected == 1);
    wirecopy_articles_free(articles);
    wirecopy_articles_free(NULL);
    EXPECT(wirecopy_articles_count(NULL) == 0);
    EXPECT_ERROR(wirecopy_articles_new(NULL), WIRECOPY_ERROR_OPTION, "must not be NULL");
}

static void test_options(void) {
    static const char* const good[][2] = {
        {"grade", "related"},   {"all", "true"},     {"all", "false"},
        {"window", "7d"},       {"window", "30"},    {"prior", ".05"},
        {"no-credit", "false"}, {"ngram", "3"},      {"threads", "2"},
        {"measure", "blend"},   {"unit", "char"},    {"unit", "word"},
        {"grades", "true"},     {"keep", "longest"}, {"keep", "source:Reuters"},
        {"keep", "earliest"},   {"jaccard", "0.7"},  {"recall", "0.9"},
    };
    static const char* const bad[][3] = {
        {"grade", "best", "best"},      {"all", "yes", "true or false"},
        {"window", "a week", "days"},   {"window", "-1", "days"},
        {"prior", "1", "below 1"},      {"prior", "nan", "below 1"},
        {"ngram", "three", "a number"}, {"measure", "magic", "magic"},
        {"unit", "byte", "word"},       {"keep", "source:", "source:NAME"},
        {"colour", "red", "window"},    {"", "", "window"},
    };
    wirecopy_options* options = NULL;
    size_t i = 0;
    EXPECT_OK(wirecopy_options_new(&options));
    for (i = 0; i < sizeof good / sizeof good[0]; ++i) {
        EXPECT_OK(wirecopy_options_set(options, good[i][0], good[i][1]));
    }
    for (i = 0; i < sizeof bad / sizeof bad[0]; ++i) {
        EXPECT_ERROR(wirecopy_options_set(options, bad[i][0], bad[i][1]), WIRECOPY_ERROR_OPTION,
                     bad[i][2]);
    }
    EXPECT_ERROR(wirecopy_options_set(options, "model", "no/such/file"), WIRECOPY_ERROR_INPUT,
                 "no/such/file");
    EXPECT_ERROR(wirecopy_options_set(options, "model", "LICENSE"), WIRECOPY_ERROR_FORMAT,
                 "LICENSE");
    EXPECT_ERROR(wirecopy_options_set(options, NULL, "1"), WIRECOPY_ERROR_OPTION, "name");
    EXPECT_ERROR(wirecopy_options_set(NULL, "all", "true"), WIRECOPY_ERROR_OPTION, "options");
    wirecopy_options_free(options);
    wirecopy_options_free(NULL);
}

static void test_pairs(const wirecopy_articles* articles) {
    wirecopy_options* options = one_thread();
    wirecopy_pairs* pairs = NULL;
    const wirecopy_pair* found = NULL;
    int steps = 0;
    size_t i = 0;
    EXPECT_OK(wirecopy_options_set_progress(options, count_steps, &steps));
    EXPECT_OK(wirecopy_pairs_find(articles, options, &pairs));
    EXPECT(steps > 0);
    EXPECT(wirecopy_pairs_count(pairs) == 10);
    found = wirecopy_pairs_data(pairs);
    for (i = 0; i < wirecopy_pairs_count(pairs); ++i) {
        EXPECT(found[i].a < found[i].b && found[i].b < 5);
        EXPECT(found[i].grade == WIRECOPY_GRADE_REWRITE);
        EXPECT(found[i].story >= found[i].derived && found[i].derived > .7F);
    }
    wirecopy_pairs_free(pairs);

    EXPECT_OK(wirecopy_options_set(options, "grade", "copy"));
    EXPECT_OK(wirecopy_pairs_find(articles, options, &pairs));
    EXPECT(wirecopy_pairs_count(pairs) == 0 && wirecopy_pairs_data(pairs) == NULL);
    wirecopy_pairs_free(pairs);

    EXPECT_OK(wirecopy_options_set_progress(options, stop, NULL));
    EXPECT_ERROR(wirecopy_pairs_find(articles, options, &pairs), WIRECOPY_ERROR_STOPPED, "stopped");
    EXPECT(pairs == NULL);
    EXPECT_OK(wirecopy_options_set_progress(options, NULL, NULL));

    EXPECT_OK(wirecopy_options_set(options, "ngram", "0"));
    EXPECT_ERROR(wirecopy_pairs_find(articles, options, &pairs), WIRECOPY_ERROR_OPTION, "ngram");
    wirecopy_options_free(options);
    EXPECT_ERROR(wirecopy_pairs_find(NULL, NULL, &pairs), WIRECOPY_ERROR_OPTION, "articles");
    EXPECT_ERROR(wirecopy_pairs_find(articles, NULL, NULL), WIRECOPY_ERROR_OPTION, "NULL");

    options = one_thread();
    EXPECT_OK(wirecopy_options_set(options, "all", "true"));
    EXPECT_OK(wirecopy_pairs_find(articles, options, &pairs));
    EXPECT(wirecopy_pairs_count(pairs) == 10);
    wirecopy_pairs_free(pairs);
    EXPECT_OK(wirecopy_options_set(options, "jaccard", ".5"));
    EXPECT_OK(wirecopy_pairs_find(articles, options, &pairs));
    EXPECT(wirecopy_pairs_count(pairs) == 0);
    wirecopy_pairs_free(pairs);
    EXPECT_OK(wirecopy_options_set(options, "jaccard", "2"));
    EXPECT_ERROR(wirecopy_pairs_find(articles, options, &pairs), WIRECOPY_ERROR_OPTION,
                 "threshold");
    wirecopy_options_free(options);
}

static void test_matrix(const wirecopy_articles* articles) {
    wirecopy_options* options = one_thread();
    wirecopy_matrix* matrix = NULL;
    const float* values = NULL;
    EXPECT_OK(wirecopy_options_set(options, "grades", "true"));
    EXPECT_OK(wirecopy_matrix_make(articles, options, &matrix));
    EXPECT(wirecopy_matrix_size(matrix) == 5);
    values = wirecopy_matrix_values(matrix);
    EXPECT(values[0] == 1.0F && values[1] == values[5] && values[1] > .8F);
    EXPECT(wirecopy_matrix_grades(matrix)[1] == WIRECOPY_GRADE_REWRITE);
    wirecopy_matrix_free(matrix);
    EXPECT_OK(wirecopy_options_set(options, "measure", "jaccard"));
    EXPECT_OK(wirecopy_matrix_make(articles, options, &matrix));
    EXPECT(wirecopy_matrix_grades(matrix) == NULL);
    EXPECT(wirecopy_matrix_values(matrix)[1] < .02F);
    wirecopy_matrix_free(matrix);
    wirecopy_options_free(options);
}

static void test_clusters(const wirecopy_articles* articles) {
    wirecopy_options* options = one_thread();
    wirecopy_clusters* clusters = NULL;
    wirecopy_dedup* dedup = NULL;
    size_t i = 0;
    EXPECT_OK(wirecopy_clusters_find(articles, options, &clusters));
    EXPECT(wirecopy_clusters_count(clusters) == 5);
    for (i = 0; i < wirecopy_clusters_count(clusters); ++i) {
        EXPECT(wirecopy_clusters_data(clusters)[i].story == 0);
        EXPECT(wirecopy_clusters_data(clusters)[i].role ==
               (i == 0 ? WIRECOPY_ROLE_REPRESENTATIVE : WIRECOPY_ROLE_REWRITE));
    }
    EXPECT(strstr(wirecopy_clusters_stories(clusters), "\"The Wall Street Journal\"") != NULL);
    wirecopy_clusters_free(clusters);

    EXPECT_OK(wirecopy_dedup_find(articles, options, &dedup));
    EXPECT(wirecopy_dedup_kept_count(dedup) == 5 && wirecopy_dedup_kept(dedup)[4] == 4);
    EXPECT(wirecopy_dedup_removed_count(dedup) == 0 && wirecopy_dedup_removed(dedup) == NULL);
    wirecopy_dedup_free(dedup);
    EXPECT_OK(wirecopy_options_set(options, "grade", "rewrite"));
    EXPECT_OK(wirecopy_dedup_find(articles, options, &dedup));
    EXPECT(wirecopy_dedup_kept_count(dedup) == 1 && wirecopy_dedup_removed_count(dedup) == 4);
    EXPECT(wirecopy_dedup_removed(dedup)[0].article == 1);
    EXPECT(wirecopy_dedup_removed(dedup)[0].grade == WIRECOPY_GRADE_REWRITE);
    wirecopy_dedup_free(dedup);
    EXPECT_OK(wirecopy_options_set(options, "grade", "none"));
    EXPECT_ERROR(wirecopy_dedup_find(articles, options, &dedup), WIRECOPY_ERROR_OPTION, "related");
    wirecopy_options_free(options);
}

static void test_explanation(const wirecopy_articles* articles) {
    wirecopy_options* options = one_thread();
    wirecopy_explanation* why = NULL;
    EXPECT_OK(wirecopy_explanation_make(articles, options, 0, 3, &why));
    EXPECT(wirecopy_explanation_pair(why).grade == WIRECOPY_GRADE_REWRITE);
    EXPECT(wirecopy_explanation_pair(why).b == 3);
    EXPECT(strstr(wirecopy_explanation_reason(why), "same details") != NULL);
    EXPECT(strstr(wirecopy_explanation_text(why), "written anew") != NULL);
    EXPECT(strncmp(wirecopy_explanation_json(why), "{\"wirecopy\":\"explanation\"", 25) == 0);
    wirecopy_explanation_free(why);
    EXPECT_ERROR(wirecopy_explanation_make(articles, options, 0, 5, &why), WIRECOPY_ERROR_OPTION,
                 "no article 5 among 5");
    EXPECT(why == NULL);
    wirecopy_options_free(options);
}

static void test_handles_of_nothing(void) {
    wirecopy_pairs_free(NULL);
    wirecopy_matrix_free(NULL);
    wirecopy_clusters_free(NULL);
    wirecopy_dedup_free(NULL);
    wirecopy_explanation_free(NULL);
    EXPECT(wirecopy_pairs_count(NULL) == 0 && wirecopy_pairs_data(NULL) == NULL);
    EXPECT(wirecopy_matrix_size(NULL) == 0 && wirecopy_matrix_values(NULL) == NULL);
    EXPECT(wirecopy_matrix_grades(NULL) == NULL);
    EXPECT(wirecopy_clusters_count(NULL) == 0 && wirecopy_clusters_data(NULL) == NULL);
    EXPECT(wirecopy_clusters_stories(NULL) == NULL);
    EXPECT(wirecopy_dedup_kept_count(NULL) == 0 && wirecopy_dedup_kept(NULL) == NULL);
    EXPECT(wirecopy_dedup_removed_count(NULL) == 0 && wirecopy_dedup_removed(NULL) == NULL);
    EXPECT(wirecopy_explanation_json(NULL) == NULL && wirecopy_explanation_text(NULL) == NULL);
    EXPECT(wirecopy_explanation_reason(NULL) == NULL);
}

static void test_names(void) {
    char version[32];
    snprintf(version, sizeof version, "%d.%d.%d", WIRECOPY_VERSION_MAJOR, WIRECOPY_VERSION_MINOR,
             WIRECOPY_VERSION_PATCH);
    EXPECT(strcmp(wirecopy_version(), version) == 0);
    EXPECT(strcmp(wirecopy_last_error(), "") == 0);
    EXPECT(strcmp(wirecopy_grade_name(WIRECOPY_GRADE_REWRITE), "rewrite") == 0);
    EXPECT(wirecopy_grade_name(-1) == NULL && wirecopy_grade_name(6) == NULL);
    EXPECT(strcmp(wirecopy_role_name(WIRECOPY_ROLE_INDEPENDENT), "independent") == 0);
    EXPECT(wirecopy_role_name(-1) == NULL && wirecopy_role_name(6) == NULL);
}

int main(void) {
    wirecopy_articles* articles = NULL;
    int rejected = 0;
    test_names();
    test_articles();
    test_options();
    EXPECT_OK(wirecopy_articles_new(&articles));
    EXPECT_OK(wirecopy_articles_read(articles, "seeds", count_rejected, &rejected));
    EXPECT(rejected == 0 && wirecopy_articles_count(articles) == 5);
    test_pairs(articles);
    test_matrix(articles);
    test_clusters(articles);
    test_explanation(articles);
    test_handles_of_nothing();
    wirecopy_articles_free(articles);
    return failures == 0 ? 0 : 1;
}
