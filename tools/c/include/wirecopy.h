/* wirecopy.h: which news articles are the same wire story, for C (C99 and later) and for everything
 * that can call C.
 *
 *   in      articles, one by one or from files; options by the names they have on the command line
 *   out     pairs, matrices, stories, what is left without copies, explanations, answers of an
 * index that grows: by handles cost    that of the C++ calls; an article is copied once when it is
 * added error   every call that can fail returns a status; wirecopy_last_error() has the sentence.
 *           No exception leaves the library
 *
 * Handles come from a call and go back to the function of the same name with _free, which takes
 * NULL too. Pointers that a handle gives hold until it is freed; those of articles until one is
 * added. A handle that nobody changes may be used from several threads at once; of an index every
 * call is a change. Strings are UTF-8 and end in NUL. When a call fails, what it should have made
 * is NULL.
 *
 * Binary interface: the soname has the major version, before version 1 the minor one too. Under one
 * soname no function, constant or member of a struct changes or goes; some may be added.
 */

#ifndef WIRECOPY_H
#define WIRECOPY_H

#include <stddef.h>
#include <stdint.h>

#define WIRECOPY_VERSION_MAJOR 0
#define WIRECOPY_VERSION_MINOR 1
#define WIRECOPY_VERSION_PATCH 0

#if defined(__GNUC__)
#define WIRECOPY_API __attribute__((visibility("default")))
#else
#define WIRECOPY_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** "0.1.0": of the library that is running, which may be newer than this header. */
WIRECOPY_API const char* wirecopy_version(void);

/** How a call went. */
typedef int32_t wirecopy_status;
enum {
    WIRECOPY_OK = 0,
    WIRECOPY_ERROR_OPTION = 1,     /**< an option or argument has a value the call cannot use */
    WIRECOPY_ERROR_INPUT = 2,      /**< something that should be read cannot be */
    WIRECOPY_ERROR_FORMAT = 3,     /**< bytes that are not what they claim to be */
    WIRECOPY_ERROR_PARAMETERS = 4, /**< two things were made with different parameters */
    WIRECOPY_ERROR_OUTPUT = 5,     /**< a result cannot be written */
    WIRECOPY_ERROR_STOPPED = 6,    /**< the progress function said so */
    WIRECOPY_ERROR_MEMORY = 7,     /**< there is not enough memory */
    WIRECOPY_ERROR_INTERNAL = 8    /**< a mistake in the library */
};

/** The sentence of the last call that failed in this thread; "" when none did. Holds until the next
 * call that fails in this thread. */
WIRECOPY_API const char* wirecopy_last_error(void);

/* ---- Articles ---------------------------------------------------------------------------------
 */

typedef struct wirecopy_articles wirecopy_articles;

WIRECOPY_API wirecopy_status wirecopy_articles_new(wirecopy_articles** articles);
WIRECOPY_API void wirecopy_articles_free(wirecopy_articles* articles);

/** Adds a copy of an article. `text` need not end in NUL; `title`, `source` (the outlet) and `date`
 * may be NULL: unknown. ERROR_INPUT, and nothing is added, for what the readers would reject: bytes
 * that are not UTF-8, NUL bytes, no text but white space, an id that is empty or came before. */
WIRECOPY_API wirecopy_status wirecopy_articles_add(wirecopy_articles* articles, const char* id,
                                                   const char* text, size_t text_bytes,
                                                   const char* title, const char* source,
                                                   const char* date);

/** Says which article could not be read, and why: "news.jsonl:3: no text". */
typedef void (*wirecopy_reject_function)(const char* sentence, void* context);

/** Adds the articles of a file or folder (text, JSON Lines, CSV, TSV; plain, gzip or zstd), or of
 * standard input, "-". What cannot be read goes to `reject`, which may be NULL, and is no error. */
WIRECOPY_API wirecopy_status wirecopy_articles_read(wirecopy_articles* articles, const char* path,
                                                    wirecopy_reject_function reject, void* context);

WIRECOPY_API size_t wirecopy_articles_count(const wirecopy_articles* articles);

/** NULL behind the last. */
WIRECOPY_API const char* wirecopy_articles_id(const wirecopy_articles* articles, size_t place);

/* ---- Options ----------------------------------------------------------------------------------
 */

typedef struct wirecopy_options wirecopy_options;

WIRECOPY_API wirecopy_status wirecopy_options_new(wirecopy_options** options);
WIRECOPY_API void wirecopy_options_free(wirecopy_options* options);

/** Sets an option by its name on the command line, where `wirecopy pairs --help` and so on say what
 * it does: grade, all, window, prior, no-credit, ngram, threads, measure, unit, grades, keep,
 * frequencies, model, jaccard, recall, across, epoch, most-articles, matches; and expires, which
 * lets an index forget what is older than its window, as `wirecopy stream` does, and memory, a number
 * of bytes: of what the articles of an index in a folder are judged by, some 12 kB each, so much is
 * kept, and made again beyond it; 0, as it is unless set: all. Flags (all, no-credit, expires,
 * grades: those of a matrix) take "true" and "false". Calls do not look at options that mean nothing
 * to them. */
WIRECOPY_API wirecopy_status wirecopy_options_set(wirecopy_options* options, const char* name,
                                                  const char* value);

/** Told now and then how many of the `total` steps of a stage, such as "preparing", are done, by
 * one thread at a time, not always the one that called; it may stop the run by an answer other than
 * 0. */
typedef int (*wirecopy_progress_function)(const char* stage, size_t done, size_t total,
                                          void* context);

WIRECOPY_API wirecopy_status wirecopy_options_set_progress(wirecopy_options* options,
                                                           wirecopy_progress_function progress,
                                                           void* context);

/* ---- Grades -----------------------------------------------------------------------------------
 */

/** From the weakest to the strongest; README.md says what they mean. */
enum {
    WIRECOPY_GRADE_NONE = 0,
    WIRECOPY_GRADE_RELATED = 1,
    WIRECOPY_GRADE_PARTIAL = 2,
    WIRECOPY_GRADE_REWRITE = 3,
    WIRECOPY_GRADE_EDITED = 4,
    WIRECOPY_GRADE_COPY = 5
};

/** "rewrite"; NULL for a number that is none. */
WIRECOPY_API const char* wirecopy_grade_name(int32_t grade);

/* In all calls below `options` may be NULL: as the command line has them. Articles are named by
 * their places, from 0 in the order they were added. */

/* ---- Pairs ------------------------------------------------------------------------------------
 */

typedef struct wirecopy_pairs wirecopy_pairs;

typedef struct wirecopy_pair {
    uint64_t a;
    uint64_t b;          /**< a < b, but for pairs_find_against */
    int32_t grade;       /**< with the option jaccard NONE, and the next two 0 */
    float story;         /**< probability that both tell one event */
    float derived;       /**< probability that both come from one report */
    float jaccard;       /**< of word shingles */
    float containment_a; /**< share of the shingles of a that b has */
    float containment_b;
} wirecopy_pair;

/** The pairs of the option grade (rewrite unless set) and above, in order, as `wirecopy pairs`
 * finds them: among likely pairs, or among all with the option all; with the option jaccard copies.
 */
WIRECOPY_API wirecopy_status wirecopy_pairs_find(const wirecopy_articles* articles,
                                                 const wirecopy_options* options,
                                                 wirecopy_pairs** pairs);
/** The pairs of one article each, as with `--against`: a is a place among `articles`, b among
 * `others`. Copies of both are held meanwhile. */
WIRECOPY_API wirecopy_status wirecopy_pairs_find_against(const wirecopy_articles* articles,
                                                         const wirecopy_articles* others,
                                                         const wirecopy_options* options,
                                                         wirecopy_pairs** pairs);
WIRECOPY_API void wirecopy_pairs_free(wirecopy_pairs* pairs);
WIRECOPY_API size_t wirecopy_pairs_count(const wirecopy_pairs* pairs);
/** So many pairs in a row; NULL for none. */
WIRECOPY_API const wirecopy_pair* wirecopy_pairs_data(const wirecopy_pairs* pairs);

/* ---- Matrix -----------------------------------------------------------------------------------
 */

typedef struct wirecopy_matrix wirecopy_matrix;

/** All articles against each other by the option measure, `derived` unless set. */
WIRECOPY_API wirecopy_status wirecopy_matrix_make(const wirecopy_articles* articles,
                                                  const wirecopy_options* options,
                                                  wirecopy_matrix** matrix);
WIRECOPY_API void wirecopy_matrix_free(wirecopy_matrix* matrix);
/** Rows, and columns. */
WIRECOPY_API size_t wirecopy_matrix_size(const wirecopy_matrix* matrix);
/** Row after row. */
WIRECOPY_API const float* wirecopy_matrix_values(const wirecopy_matrix* matrix);
/** A byte a cell; NULL unless the option grades was set and the measure is story or derived. */
WIRECOPY_API const uint8_t* wirecopy_matrix_grades(const wirecopy_matrix* matrix);

/* ---- Stories ----------------------------------------------------------------------------------
 */

enum {
    WIRECOPY_ROLE_ALONE = 0,          /**< no other article tells its story */
    WIRECOPY_ROLE_INDEPENDENT = 1,    /**< the only one of its origin, beside others */
    WIRECOPY_ROLE_REPRESENTATIVE = 2, /**< stands for an origin of several */
    WIRECOPY_ROLE_REWRITE = 3,        /**< what it is to the representative */
    WIRECOPY_ROLE_EDITED = 4,
    WIRECOPY_ROLE_COPY = 5
};

/** "independent"; NULL for a number that is none. */
WIRECOPY_API const char* wirecopy_role_name(int32_t role);

typedef struct wirecopy_clusters wirecopy_clusters;

typedef struct wirecopy_clustered {
    uint64_t story;  /**< place of the story's first article */
    uint64_t origin; /**< place of the origin's first article */
    int32_t role;
    int32_t reserved; /**< 0 */
} wirecopy_clustered;

/** Which articles tell one story, and which of these come from one report. */
WIRECOPY_API wirecopy_status wirecopy_clusters_find(const wirecopy_articles* articles,
                                                    const wirecopy_options* options,
                                                    wirecopy_clusters** clusters);
WIRECOPY_API void wirecopy_clusters_free(wirecopy_clusters* clusters);
/** As many as articles. */
WIRECOPY_API size_t wirecopy_clusters_count(const wirecopy_clusters* clusters);
WIRECOPY_API const wirecopy_clustered* wirecopy_clusters_data(const wirecopy_clusters* clusters);
/** A JSON object a story and line, as `wirecopy cluster --summary --format jsonl` prints them. */
WIRECOPY_API const char* wirecopy_clusters_stories(const wirecopy_clusters* clusters);

/* ---- Without copies ---------------------------------------------------------------------------
 */

typedef struct wirecopy_dedup wirecopy_dedup;

typedef struct wirecopy_removed {
    uint64_t article;
    uint64_t kept; /**< the one that stays in its place */
    int32_t grade;
    float story;
    float derived;
    float jaccard;
} wirecopy_removed;

/** Which articles stay when those of the option grade (edited unless set) and above leave. */
WIRECOPY_API wirecopy_status wirecopy_dedup_find(const wirecopy_articles* articles,
                                                 const wirecopy_options* options,
                                                 wirecopy_dedup** dedup);
WIRECOPY_API void wirecopy_dedup_free(wirecopy_dedup* dedup);
WIRECOPY_API size_t wirecopy_dedup_kept_count(const wirecopy_dedup* dedup);
/** Places, ascending. */
WIRECOPY_API const uint64_t* wirecopy_dedup_kept(const wirecopy_dedup* dedup);
WIRECOPY_API size_t wirecopy_dedup_removed_count(const wirecopy_dedup* dedup);
/** In the order of the articles. */
WIRECOPY_API const wirecopy_removed* wirecopy_dedup_removed(const wirecopy_dedup* dedup);

/* ---- Why --------------------------------------------------------------------------------------
 */

typedef struct wirecopy_explanation wirecopy_explanation;

/** What a pair of these articles, at two places, is and what that rests on. */
WIRECOPY_API wirecopy_status wirecopy_explanation_make(const wirecopy_articles* articles,
                                                       const wirecopy_options* options, size_t a,
                                                       size_t b,
                                                       wirecopy_explanation** explanation);
WIRECOPY_API void wirecopy_explanation_free(wirecopy_explanation* explanation);
WIRECOPY_API wirecopy_pair wirecopy_explanation_pair(const wirecopy_explanation* explanation);
/** Why, in a sentence or two. */
WIRECOPY_API const char* wirecopy_explanation_reason(const wirecopy_explanation* explanation);
/** Everything, as `wirecopy explain --format json` prints it. */
WIRECOPY_API const char* wirecopy_explanation_json(const wirecopy_explanation* explanation);
/** The same for people. */
WIRECOPY_API const char* wirecopy_explanation_text(const wirecopy_explanation* explanation);

/* ---- A corpus that grows ----------------------------------------------------------------------
 */

/** In memory, or in a folder that lasts. Used by one thread at a time. */
typedef struct wirecopy_index wirecopy_index;

/** What one article was told. Holds by itself, whatever becomes of the index. */
typedef struct wirecopy_answer wirecopy_answer;

enum {
    WIRECOPY_INDEX_READ = 0,  /**< beside others, also one that writes: what was committed before */
    WIRECOPY_INDEX_WRITE = 1, /**< alone; makes the folder where it is not there */
    WIRECOPY_INDEX_CHECK = 2  /**< reads everything and makes all anew from it */
};

/** An article as wirecopy_articles_add takes it; ids may come again. */
typedef struct wirecopy_article {
    const char* id;
    const char* text;
    size_t text_bytes;
    const char* title; /**< this and the next two may be NULL */
    const char* source;
    const char* date;
} wirecopy_article;

typedef struct wirecopy_answered {
    uint64_t story; /**< these ids stay; 0 where the article was only asked about and has none */
    uint64_t origin;
    int32_t grade;     /**< of the best match */
    int32_t novel;     /**< 1: nothing there comes from the same report; else 0 */
    int32_t unchanged; /**< 1: the very same article was there, and nothing was done; else 0 */
    int32_t reserved;  /**< 0 */
} wirecopy_answered;

typedef struct wirecopy_match {
    const char* id;
    int32_t grade;
    float story;
    float derived;
    float jaccard;
    float containment_a; /**< share of the shingles of the article asked about that this one has */
    float containment_b;
} wirecopy_match;

/** Stories that merged, or one that split. */
typedef struct wirecopy_event {
    uint64_t from;    /**< merged: means `into` from now on; split: goes on */
    uint64_t into;    /**< split: what parted from it */
    int32_t is_merge; /**< 1, or 0 for a split */
    int32_t reserved; /**< 0 */
} wirecopy_event;

enum {
    WIRECOPY_CREDIT_MENTION = 0,   /**< the outlet is named, not credited */
    WIRECOPY_CREDIT_SIDE_FACT = 1, /**< for one matter */
    WIRECOPY_CREDIT_SOURCE = 2     /**< for the report */
};

typedef struct wirecopy_credit {
    const char* outlet; /**< as it is called there */
    int32_t role;
    int32_t reserved; /**< 0 */
} wirecopy_credit;

typedef struct wirecopy_index_info {
    uint64_t articles;
    uint64_t stories;
    uint64_t disk_bytes; /**< 0 in memory */
    uint32_t epoch;      /**< how often weights of words were learned anew */
    int32_t latest_day;  /**< of any article so far, from 1970-01-01; INT32_MIN: none had a date */
} wirecopy_index_info;

/** In memory. */
WIRECOPY_API wirecopy_status wirecopy_index_new(const wirecopy_options* options,
                                                wirecopy_index** index);

/** In a folder. `options` may be NULL: those it was made with, and no bound of memory. ERROR_PARAMETERS when they are
 * others, ERROR_FORMAT when it is damaged, ERROR_INPUT when it is not there or another writes it.
 */
WIRECOPY_API wirecopy_status wirecopy_index_open(const char* folder, int32_t access,
                                                 const wirecopy_options* options,
                                                 wirecopy_index** index);

/** Does not commit: what came since the last commit is not kept. */
WIRECOPY_API void wirecopy_index_free(wirecopy_index* index);

/** Learns the first weights of words from an article without taking it in; before any is added. */
WIRECOPY_API wirecopy_status wirecopy_index_learn(wirecopy_index* index,
                                                  const wirecopy_article* article);

/** Takes an article in, in the place of the one with its id if there is one, and says what it is to
 * those before it. `answer` may be NULL. After an error other than ERROR_OPTION and ERROR_INPUT the
 * index must be opened anew. */
WIRECOPY_API wirecopy_status wirecopy_index_add(wirecopy_index* index,
                                                const wirecopy_article* article,
                                                wirecopy_answer** answer);

/** What adding it would answer. */
WIRECOPY_API wirecopy_status wirecopy_index_query(wirecopy_index* index,
                                                  const wirecopy_article* article,
                                                  wirecopy_answer** answer);

/** The same of an article that is there; the answer is NULL where it is not. */
WIRECOPY_API wirecopy_status wirecopy_index_query_id(wirecopy_index* index, const char* id,
                                                     wirecopy_answer** answer);

/** `removed`, which may be NULL: whether it was there, 1 or 0. */
WIRECOPY_API wirecopy_status wirecopy_index_remove(wirecopy_index* index, const char* id,
                                                   int32_t* removed);

/** Takes out the articles of days before this date, "2024-12-31". `expired`, which may be NULL: how
 * many they were. */
WIRECOPY_API wirecopy_status wirecopy_index_expire_before(wirecopy_index* index, const char* date,
                                                          size_t* expired);

/** When it returns, all that was done is on the disk. */
WIRECOPY_API wirecopy_status wirecopy_index_commit(wirecopy_index* index);

/** The same, and makes the next opening quick; before an index is freed that was written. */
WIRECOPY_API wirecopy_status wirecopy_index_checkpoint(wirecopy_index* index);

/** Makes the file of a folder, which nobody else may write meanwhile, as small as it can be. */
WIRECOPY_API wirecopy_status wirecopy_index_compact(const char* folder);

WIRECOPY_API wirecopy_status wirecopy_index_describe(const wirecopy_index* index,
                                                     wirecopy_index_info* info);

/** How many articles are not in the story that their pairs put them in: 0 in a whole index. */
WIRECOPY_API wirecopy_status wirecopy_index_misplaced(const wirecopy_index* index,
                                                      uint64_t* misplaced);

WIRECOPY_API size_t wirecopy_index_count(const wirecopy_index* index);

/** What the id of a story means now, after merges; the id itself when it was none. */
WIRECOPY_API uint64_t wirecopy_index_resolved_story(const wirecopy_index* index, uint64_t story);

WIRECOPY_API void wirecopy_answer_free(wirecopy_answer* answer);
WIRECOPY_API wirecopy_answered wirecopy_answer_summary(const wirecopy_answer* answer);
WIRECOPY_API size_t wirecopy_answer_match_count(const wirecopy_answer* answer);
/** Best first; NULL for none. */
WIRECOPY_API const wirecopy_match* wirecopy_answer_matches(const wirecopy_answer* answer);
WIRECOPY_API size_t wirecopy_answer_event_count(const wirecopy_answer* answer);
/** In the order they happened; NULL for none. */
WIRECOPY_API const wirecopy_event* wirecopy_answer_events(const wirecopy_answer* answer);
WIRECOPY_API size_t wirecopy_answer_credit_count(const wirecopy_answer* answer);
/** In the order of the text; NULL for none. */
WIRECOPY_API const wirecopy_credit* wirecopy_answer_credits(const wirecopy_answer* answer);
/** The line that `wirecopy stream` prints. */
WIRECOPY_API const char* wirecopy_answer_json(const wirecopy_answer* answer);

#ifdef __cplusplus
}
#endif

#endif
