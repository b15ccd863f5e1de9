/* The pairs of a folder that come from one report. */
#include <stdio.h>
#include <wirecopy.h>

static void print_rejected(const char* sentence, void* context) {
    fprintf((FILE*)context, "%s\n", sentence);
}

int main(int argc, char** argv) {
    wirecopy_articles* articles = NULL;
    wirecopy_options* options = NULL;
    wirecopy_pairs* pairs = NULL;
    int failed =
        wirecopy_articles_new(&articles) || wirecopy_options_new(&options) ||
        wirecopy_options_set(options, "window", "7d") ||
        wirecopy_articles_read(articles, argc > 1 ? argv[1] : "seeds", print_rejected, stderr) ||
        wirecopy_pairs_find(articles, options, &pairs);
    if (failed) {
        fprintf(stderr, "%s\n", wirecopy_last_error());
    }
    for (size_t i = 0; i < wirecopy_pairs_count(pairs); ++i) {
        const wirecopy_pair* pair = wirecopy_pairs_data(pairs) + i;
        printf("%s .%03.0f %s %s\n", wirecopy_grade_name(pair->grade), 1000 * pair->derived,
               wirecopy_articles_id(articles, pair->a), wirecopy_articles_id(articles, pair->b));
    }
    wirecopy_pairs_free(pairs); /* all take NULL */
    wirecopy_options_free(options);
    wirecopy_articles_free(articles);
    return failed;
}
