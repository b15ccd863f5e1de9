// Articles: what C callers collect before they ask.

#pragma once

#include <vector>

#include "wirecopy.h"
#include "wirecopy/article.hpp"
#include "wirecopy/read.hpp"

struct wirecopy_articles {
    std::vector<wirecopy::Article> all;
    wirecopy::ArticleCheck check;
};
