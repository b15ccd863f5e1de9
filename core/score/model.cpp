#include "score/model.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/hash.hpp"
#include "wirecopy/error.hpp"

// The assembler lays the file into the read-only data of the program.
asm(".section .rodata\n"
    ".hidden wirecopy_shipped_model\n"
    ".globl wirecopy_shipped_model\n"
    ".hidden wirecopy_shipped_model_end\n"
    ".globl wirecopy_shipped_model_end\n"
    "wirecopy_shipped_model:\n"
    ".incbin \"" WIRECOPY_SHIPPED_MODEL
    "\"\n"
    "wirecopy_shipped_model_end:\n"
    ".byte 0\n"
    ".text\n");

extern "C" {
[[gnu::visibility("hidden")]] extern const char wirecopy_shipped_model[];
[[gnu::visibility("hidden")]] extern const char wirecopy_shipped_model_end[];
}

namespace wirecopy::score {

namespace {

// Keeps the logarithm of nothing finite. .02, .05, .1 and .2 rank alike; this one is calibrated
// best (expected error .018 to .024 cross-validated).
constexpr double log_offset = 0.02;

// So much copied is enough: whether more of it is does the grade say.
constexpr double copied_enough = 0.4;

struct Line {
    std::string_view name;
    double* value;
};

double log_of(double value) {
    return std::log(std::max(value, 0.0) + log_offset);
}

double logit(double p) {
    return std::log(p / (1 - p));
}

double logistic(double z) {
    return 1 / (1 + std::exp(-z));
}

double sum_of(const Logistic& model, const std::array<double, 4>& terms) {
    double sum = model.bias;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        sum += model.weights[i] * terms[i];
    }
    return sum;
}

// Every number of a model with its name in the file.
std::array<Line, 11> lines_of(Model& model) {
    return {{{"story.bias", &model.story.bias},
             {"story.resemblance", &model.story.weights[0]},
             {"story.agreement", &model.story.weights[1]},
             {"story.conflict", &model.story.weights[2]},
             {"story.days", &model.story.weights[3]},
             {"derived.bias", &model.derived.bias},
             {"derived.agreement", &model.derived.weights[0]},
             {"derived.copied", &model.derived.weights[1]},
             {"derived.credit", &model.derived.weights[2]},
             {"derived.days", &model.derived.weights[3]},
             {"base_rate", &model.base_rate}}};
}

[[noreturn]] void refuse(std::size_t line, const std::string& sentence) {
    throw Error(ErrorKind::format, "model: line " + std::to_string(line) + ": " + sentence);
}

std::string_view take_line(std::string_view& text) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

}  // namespace

std::array<double, 4> story_terms(const PairFeatures& features) noexcept {
    return {log_of(std::sqrt(features.resemblance * features.company)), log_of(features.agreement),
            -features.conflict, -std::log1p(features.days_apart)};
}

std::array<double, 4> derived_terms(const PairFeatures& features) noexcept {
    const double late = std::max(0.0, features.days_apart - 1);
    return {features.agreement, std::min(features.copied, copied_enough), features.credit,
            -std::log1p(late)};
}

Probabilities probabilities(const Model& model, const PairFeatures& features, double base_rate) {
    const double shift = base_rate > 0 ? logit(base_rate) - logit(model.base_rate) : 0.0;
    Probabilities made;
    made.story = logistic(sum_of(model.story, story_terms(features)) + shift);
    made.derived = made.story * logistic(sum_of(model.derived, derived_terms(features)));
    return made;
}

Model Model::parse(std::string_view text) {
    constexpr std::string_view first = "wirecopy model 1";
    Model model;
    auto lines = lines_of(model);
    auto rest = text;
    if (take_line(rest) != first) {
        refuse(1, "it must read \"" + std::string(first) + "\"");
    }
    std::size_t read = 0;
    for (std::size_t number = 2; !rest.empty(); ++number) {
        const auto line = take_line(rest);
        if (line.empty() || line.front() == '#') {
            continue;
        }
        const auto tab = std::min(line.find('\t'), line.size());
        const auto known = std::find_if(lines.begin(), lines.end(), [&](const Line& entry) {
            return entry.name == line.substr(0, tab);
        });
        if (known == lines.end()) {
            refuse(number, "there is no \"" + std::string(line.substr(0, tab)) + "\"");
        }
        const auto value = line.substr(std::min(tab + 1, line.size()));
        const auto parsed =
            std::from_chars(value.data(), value.data() + value.size(), *known->value);
        const bool is_number =
            parsed.ec == std::errc() && parsed.ptr == value.data() + value.size();
        const bool may_be_negative = known->name.ends_with(".bias");
        if (!is_number || !std::isfinite(*known->value) ||
            (*known->value < 0 && !may_be_negative)) {
            refuse(number, "\"" + std::string(value) + "\" is no weight");
        }
        ++read;
    }
    if (read != lines.size()) {
        refuse(1,
               "it has " + std::to_string(read) + " numbers, not " + std::to_string(lines.size()));
    }
    if (!(model.base_rate > 0 && model.base_rate < 1)) {
        refuse(1, "base_rate must be between 0 and 1");
    }
    model.digest = base::hash_bytes(text);
    return model;
}

const Model& shipped_model() {
    static const Model model =
        Model::parse({wirecopy_shipped_model, static_cast<std::size_t>(wirecopy_shipped_model_end -
                                                                       wirecopy_shipped_model)});
    return model;
}

std::string model_text(const Model& model, std::string_view made_from) {
    auto copy = model;
    std::string text = "wirecopy model 1\n";
    text.append("# ").append(made_from).append("\n");
    for (const auto& line : lines_of(copy)) {
        std::array<char, 32> number{};
        const auto end = std::to_chars(number.data(), number.data() + number.size(), *line.value,
                                       std::chars_format::general, 6);
        text.append(line.name).append("\t").append(number.data(), end.ptr).append("\n");
    }
    return text;
}

}  // namespace wirecopy::score
