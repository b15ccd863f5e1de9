/* Everything of wirecopy.h, from a program in C99; run from the root of the source tree, with a
 * folder for an index that is not there yet. */

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

/* Pairs of a side each have places in their own list. */
static void test_sides(const wirecopy_articles* seeds) {
    wirecopy_options* options = one_thread();
    wirecopy_articles* others = NULL;
    wirecopy_pairs* pairs = NULL;
    wirecopy_clusters* clusters = NULL;
    static const char text[] = "A heron stood in the shallows all afternoon, and nobody spoke.";
    size_t i = 0;
    EXPECT_OK(wirecopy_articles_new(&others));
    EXPECT_OK(wirecopy_articles_add(others, "heron", text, strlen(text), NULL, "Post", NULL));
    EXPECT_OK(wirecopy_articles_read(others, "seeds", NULL, NULL));
    EXPECT_OK(wirecopy_pairs_find_against(seeds, others, options, &pairs));
    EXPECT(wirecopy_pairs_count(pairs) == 25);
    for (i = 0; i < wirecopy_pairs_count(pairs); ++i) {
        const wirecopy_pair* pair = wirecopy_pairs_data(pairs) + i;
        EXPECT(pair->a == i / 5 && pair->b == i % 5 + 1);
        EXPECT(pair->grade ==
               (pair->a + 1 == pair->b ? WIRECOPY_GRADE_COPY : WIRECOPY_GRADE_REWRITE));
    }
    wirecopy_pairs_free(pairs);
    EXPECT_OK(wirecopy_options_set(options, "jaccard", ".9"));
    EXPECT_OK(wirecopy_pairs_find_against(seeds, others, options, &pairs));
    EXPECT(wirecopy_pairs_count(pairs) == 5);
    wirecopy_pairs_free(pairs);
    EXPECT_ERROR(wirecopy_pairs_find_against(seeds, NULL, options, &pairs), WIRECOPY_ERROR_OPTION,
                 "others");
    wirecopy_options_free(options);

    options = one_thread();
    EXPECT_OK(wirecopy_articles_add(others, "egret", text, strlen(text), NULL, "Post", NULL));
    EXPECT_OK(wirecopy_articles_add(others, "stork", text, strlen(text), NULL, "Star", NULL));
    EXPECT_OK(wirecopy_options_set(options, "across", "source"));
    EXPECT_OK(wirecopy_pairs_find(others, options, &pairs));
    EXPECT(wirecopy_pairs_count(pairs) == 12); /* ten of the seeds; two birds of two sources */
    for (i = 0; i < wirecopy_pairs_count(pairs); ++i) {
        EXPECT(wirecopy_pairs_data(pairs)[i].a != 0 || wirecopy_pairs_data(pairs)[i].b == 7);
    }
    wirecopy_pairs_free(pairs);
    EXPECT_OK(wirecopy_options_set(options, "all", "true"));
    EXPECT_OK(wirecopy_pairs_find(others, options, &pairs));
    EXPECT(wirecopy_pairs_count(pairs) == 8 * 7 / 2 - 1); /* all but the two of one source */
    wirecopy_pairs_free(pairs);
    EXPECT_OK(wirecopy_clusters_find(others, options, &clusters));
    EXPECT(wirecopy_clusters_data(clusters)[7].story == 0);
    wirecopy_clusters_free(clusters);
    wirecopy_options_free(options);
    wirecopy_articles_free(others);
}

static const char launch[] =
    "The ferry Marigold left Osterhaven on Tuesday with 214 passengers, the harbour master Ilse "
    "Brandvold said, after engineers had replaced both rudders in eleven days. It was the first "
    "crossing since the storm of 9 March, and tickets for the next four days are sold.";
static const char bakery[] =
    "A bakery in Quillmoor has named a loaf after the goalkeeper Tomas Ferring, who saved two "
    "penalties on Sunday. Its owner expects to bake 300 of them before the cup final.";

static wirecopy_article article_of(const char* id, const char* text, const char* date) {
    wirecopy_article article;
    memset(&article, 0, sizeof article);
    article.id = id;
    article.text = text;
    article.text_bytes = strlen(text);
    article.date = date;
    return article;
}

/* What an index tells of three articles, of which the second is a copy; the same in memory and in a
 * folder. */
static void test_adding(wirecopy_index* index) {
    wirecopy_article article = article_of("first", launch, "2024-05-01");
    wirecopy_answer* answer = NULL;
    wirecopy_answered told;
    uint64_t story = 0;
    size_t expired = 9;
    int32_t removed = 9;
    uint64_t misplaced = 9;
    wirecopy_index_info info;
    EXPECT_OK(wirecopy_index_add(index, &article, &answer));
    told = wirecopy_answer_summary(answer);
    story = told.story;
    EXPECT(story != 0 && told.novel == 1 && told.grade == WIRECOPY_GRADE_NONE);
    EXPECT(wirecopy_answer_matches(answer) == NULL && wirecopy_answer_match_count(answer) == 0);
    EXPECT(strncmp(wirecopy_answer_json(answer), "{\"id\":\"first\"", 13) == 0);
    wirecopy_answer_free(answer);

    article.id = "second";
    EXPECT_OK(wirecopy_index_query(index, &article, &answer));
    EXPECT(wirecopy_index_count(index) == 1);
    EXPECT(wirecopy_answer_match_count(answer) == 1);
    wirecopy_answer_free(answer);
    EXPECT_OK(wirecopy_index_add(index, &article, &answer));
    told = wirecopy_answer_summary(answer);
    EXPECT(told.story == story && told.novel == 0 && told.unchanged == 0);
    EXPECT(told.grade == WIRECOPY_GRADE_COPY);
    EXPECT(wirecopy_answer_match_count(answer) == 1);
    EXPECT(strcmp(wirecopy_answer_matches(answer)->id, "first") == 0);
    EXPECT(wirecopy_answer_matches(answer)->jaccard == 1.0F);
    wirecopy_answer_free(answer);
    EXPECT_OK(wirecopy_index_add(index, &article, &answer));
    EXPECT(wirecopy_answer_summary(answer).unchanged == 1);
    wirecopy_answer_free(answer);

    article = article_of("third", bakery, "2024-05-03");
    EXPECT_OK(wirecopy_index_add(index, &article, NULL));
    EXPECT_OK(wirecopy_index_query_id(index, "third", &answer));
    EXPECT(wirecopy_answer_summary(answer).story != story);
    EXPECT(wirecopy_answer_event_count(answer) == 0 && wirecopy_answer_events(answer) == NULL);
    EXPECT(wirecopy_answer_credit_count(answer) == 0 && wirecopy_answer_credits(answer) == NULL);
    wirecopy_answer_free(answer);
    EXPECT_OK(wirecopy_index_query_id(index, "fourth", &answer));
    EXPECT(answer == NULL);

    article.text = "x\xff";
    article.text_bytes = 2;
    EXPECT_ERROR(wirecopy_index_add(index, &article, &answer), WIRECOPY_ERROR_INPUT, "UTF-8");
    EXPECT(answer == NULL);
    EXPECT_ERROR(wirecopy_index_add(index, NULL, &answer), WIRECOPY_ERROR_OPTION, "article");
    article = article_of("late", bakery, NULL);
    EXPECT_ERROR(wirecopy_index_learn(index, &article), WIRECOPY_ERROR_OPTION, "before the first");

    EXPECT_OK(wirecopy_index_describe(index, &info));
    EXPECT(info.articles == 3 && info.stories == 2 && info.epoch == 0);
    EXPECT(info.latest_day == 19846); /* 2024-05-03 */
    EXPECT_OK(wirecopy_index_misplaced(index, &misplaced));
    EXPECT(misplaced == 0);
    EXPECT_OK(wirecopy_index_remove(index, "second", &removed));
    EXPECT(removed == 1);
    EXPECT_OK(wirecopy_index_remove(index, "second", &removed));
    EXPECT(removed == 0);
    EXPECT_ERROR(wirecopy_index_expire_before(index, "soon", &expired), WIRECOPY_ERROR_OPTION,
                 "soon");
    EXPECT_OK(wirecopy_index_expire_before(index, "2024-05-02", &expired));
    EXPECT(expired == 1 && wirecopy_index_count(index) == 1);
    EXPECT(wirecopy_index_resolved_story(index, story) == story);
    EXPECT_OK(wirecopy_index_commit(index));
}

/* What answers say of credits; what leaves by its number and by its age. */
static void test_credits_and_leaving(void) {
    wirecopy_options* options = one_thread();
    wirecopy_index* index = NULL;
    wirecopy_answer* answer = NULL;
    wirecopy_article article;
    static const char credited[] =
        "The port of Osterhaven will sell its two oldest ferries, Reuters reported on Monday. The "
        "Marigold and the Linnet carried 1.2 million passengers a year.";
    EXPECT_OK(wirecopy_options_set(options, "matches", "1"));
    EXPECT_OK(wirecopy_options_set(options, "window", "2"));
    EXPECT_OK(wirecopy_options_set(options, "expires", "true"));
    EXPECT_OK(wirecopy_options_set(options, "most-articles", "2"));
    EXPECT_OK(wirecopy_options_set(options, "epoch", "0"));
    EXPECT_OK(wirecopy_index_new(options, &index));
    article = article_of("bakery", bakery, "2024-05-01");
    EXPECT_OK(wirecopy_index_learn(index, &article));
    EXPECT(wirecopy_index_count(index) == 0);
    article = article_of("a", credited, "2024-05-01");
    EXPECT_OK(wirecopy_index_add(index, &article, &answer));
    EXPECT(wirecopy_answer_credit_count(answer) == 1);
    EXPECT(strcmp(wirecopy_answer_credits(answer)->outlet, "Reuters") == 0);
    EXPECT(wirecopy_answer_credits(answer)->role == WIRECOPY_CREDIT_SOURCE);
    wirecopy_answer_free(answer);
    article.id = "b";
    EXPECT_OK(wirecopy_index_add(index, &article, NULL));
    article.id = "c";
    EXPECT_OK(wirecopy_index_add(index, &article, &answer));
    EXPECT(wirecopy_answer_match_count(answer) == 1); /* of two, as the option has it */
    wirecopy_answer_free(answer);
    EXPECT(wirecopy_index_count(index) == 2);
    article.id = "d";
    article.date = "2024-06-01";
    EXPECT_OK(wirecopy_index_add(index, &article, &answer));
    EXPECT(wirecopy_index_count(index) == 1); /* the others are too old */
    wirecopy_answer_free(answer);
    wirecopy_index_free(index);
    wirecopy_options_free(options);
    options = one_thread();
    EXPECT_OK(wirecopy_options_set(options, "expires", "true"));
    EXPECT_ERROR(wirecopy_index_new(options, &index), WIRECOPY_ERROR_OPTION, "window");
    EXPECT(index == NULL);
    EXPECT_ERROR(wirecopy_options_set(options, "across", "day"), WIRECOPY_ERROR_OPTION, "source");
    wirecopy_options_free(options);
}

static void test_index(const char* folder) {
    wirecopy_options* options = one_thread();
    wirecopy_index* index = NULL;
    wirecopy_index* reader = NULL;
    wirecopy_answer* answer = NULL;
    wirecopy_index_info info;
    EXPECT_OK(wirecopy_index_new(NULL, &index));
    test_adding(index);
    wirecopy_index_free(index);
    test_credits_and_leaving();

    EXPECT_ERROR(wirecopy_index_open(folder, WIRECOPY_INDEX_READ, NULL, &index),
                 WIRECOPY_ERROR_INPUT, folder);
    EXPECT_ERROR(wirecopy_index_open(folder, 7, NULL, &index), WIRECOPY_ERROR_OPTION, "access 7");
    EXPECT_ERROR(wirecopy_index_open(NULL, 0, NULL, &index), WIRECOPY_ERROR_OPTION, "folder");
    EXPECT_ERROR(wirecopy_options_set(options, "memory", "2G"), WIRECOPY_ERROR_OPTION, "bytes");
    EXPECT_OK(wirecopy_options_set(options, "memory", "1"));
    EXPECT_OK(wirecopy_index_open(folder, WIRECOPY_INDEX_WRITE, options, &index));
    test_adding(index);
    EXPECT_OK(wirecopy_index_open(folder, WIRECOPY_INDEX_READ, NULL, &reader));
    EXPECT(wirecopy_index_count(reader) == 1);
    wirecopy_index_free(reader);
    EXPECT_OK(wirecopy_index_checkpoint(index));
    wirecopy_index_free(index);
    EXPECT_OK(wirecopy_index_compact(folder));
    EXPECT_OK(wirecopy_index_open(folder, WIRECOPY_INDEX_CHECK, NULL, &index));
    EXPECT_OK(wirecopy_index_describe(index, &info));
    EXPECT(info.articles == 1 && info.disk_bytes > 0);
    EXPECT_OK(wirecopy_index_query_id(index, "third", &answer));
    EXPECT(wirecopy_answer_summary(answer).story > 0);
    wirecopy_answer_free(answer);
    wirecopy_index_free(index);
    EXPECT_OK(wirecopy_options_set(options, "window", "3"));
    EXPECT_ERROR(wirecopy_index_open(folder, WIRECOPY_INDEX_WRITE, options, &index),
                 WIRECOPY_ERROR_PARAMETERS, "other options");
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
    wirecopy_index_free(NULL);
    wirecopy_answer_free(NULL);
    EXPECT(wirecopy_index_count(NULL) == 0 && wirecopy_index_resolved_story(NULL, 7) == 7);
    EXPECT(wirecopy_answer_summary(NULL).story == 0 && wirecopy_answer_json(NULL) == NULL);
    EXPECT(wirecopy_answer_matches(NULL) == NULL && wirecopy_answer_events(NULL) == NULL);
    EXPECT(wirecopy_answer_credits(NULL) == NULL);
    EXPECT_ERROR(wirecopy_index_commit(NULL), WIRECOPY_ERROR_OPTION, "index");
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

int main(int argc, char** argv) {
    wirecopy_articles* articles = NULL;
    int rejected = 0;
    test_names();
    test_articles();
    test_options();
    EXPECT_OK(wirecopy_articles_new(&articles));
    EXPECT_OK(wirecopy_articles_read(articles, "seeds", count_rejected, &rejected));
    EXPECT(rejected == 0 && wirecopy_articles_count(articles) == 5);
    test_pairs(articles);
    test_sides(articles);
    test_matrix(articles);
    test_clusters(articles);
    test_explanation(articles);
    EXPECT(argc == 2);
    test_index(argv[1]);
    test_handles_of_nothing();
    wirecopy_articles_free(articles);
    return failures == 0 ? 0 : 1;
}
