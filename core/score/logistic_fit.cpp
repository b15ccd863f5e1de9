#include "score/logistic_fit.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <vector>

#include "wirecopy/error.hpp"

namespace wirecopy::score {

namespace {

constexpr Eigen::Index width = 5;  // four weights, then the bias
constexpr Eigen::Index bias = 4;
using Vector = Eigen::Matrix<double, width, 1>;
using Square = Eigen::Matrix<double, width, width>;

constexpr int most_steps = 200;
constexpr int most_halvings = 60;
constexpr double good_gradient = 1e-9;  // of the weight of all examples

// ln(1 + e^z) without overflow.
double softplus(double z) {
    return z > 0 ? z + std::log1p(std::exp(-z)) : std::log1p(std::exp(z));
}

class Problem {
public:
    Problem(std::span<const FitExample> examples, const Logistic& start,
            const std::array<bool, 4>& is_fitted, double ridge)
        : examples_(examples), is_fitted_(is_fitted), ridge_(ridge) {
        for (const auto& example : examples) {
            weight_ += example.weight;
            double offset = 0;
            for (std::size_t i = 0; i < 4; ++i) {
                offset += is_fitted[i] ? 0 : start.weights[i] * example.terms[i];
            }
            offsets_.push_back(offset);
        }
        for (std::size_t i = 0; i < 4; ++i) {
            standardise(i);
        }
    }

    [[nodiscard]] Vector solve() const {
        Vector at = Vector::Zero();
        double loss = loss_at(at);
        for (int step = 0; step < most_steps; ++step) {
            Vector gradient;
            Square curve;
            derive(at, gradient, curve);
            const auto free = free_at(at, gradient);
            hold(free, gradient, curve);
            if (gradient.cwiseAbs().maxCoeff() <= good_gradient * weight_) {
                break;
            }
            const Vector direction = curve.ldlt().solve(gradient);
            bool better = false;
            double length = 1;
            for (int i = 0; i < most_halvings && !better; ++i, length /= 2) {
                const Vector next = projected(at - length * direction);
                const double there = loss_at(next);
                if (there < loss) {
                    at = next;
                    loss = there;
                    better = true;
                }
            }
            if (!better) {
                break;  // nothing is left but rounding
            }
        }
        return at;
    }

    /// From units of spread back to those of the terms.
    [[nodiscard]] Logistic model(const Vector& solution, Logistic start) const {
        start.bias = solution[bias];
        for (std::size_t i = 0; i < 4; ++i) {
            if (is_fitted_[i]) {
                start.weights[i] = solution[static_cast<Eigen::Index>(i)] / spread_[i];
                start.bias -= start.weights[i] * mean_[i];
            }
        }
        return start;
    }

private:
    void standardise(std::size_t i) {
        double sum = 0;
        for (const auto& example : examples_) {
            sum += example.weight * example.terms[i];
        }
        mean_[i] = sum / weight_;
        double squares = 0;
        for (const auto& example : examples_) {
            const double off = example.terms[i] - mean_[i];
            squares += example.weight * off * off;
        }
        spread_[i] = std::max(std::sqrt(squares / weight_), 1e-9);
    }

    [[nodiscard]] Vector row(const FitExample& example) const {
        Vector made;
        for (std::size_t i = 0; i < 4; ++i) {
            made[static_cast<Eigen::Index>(i)] =
                is_fitted_[i] ? (example.terms[i] - mean_[i]) / spread_[i] : 0;
        }
        made[bias] = 1;
        return made;
    }

    [[nodiscard]] double loss_at(const Vector& at) const {
        double loss = ridge_ / 2 * at.head<4>().squaredNorm();
        for (std::size_t i = 0; i < examples_.size(); ++i) {
            const double z = row(examples_[i]).dot(at) + offsets_[i];
            loss += examples_[i].weight * softplus(examples_[i].positive ? -z : z);
        }
        return loss;
    }

    void derive(const Vector& at, Vector& gradient, Square& curve) const {
        gradient = ridge_ * at;
        gradient[bias] = 0;
        curve = Square::Identity() * ridge_;
        curve(bias, bias) = 0;
        for (std::size_t i = 0; i < examples_.size(); ++i) {
            const Vector x = row(examples_[i]);
            const double p = 1 / (1 + std::exp(-(x.dot(at) + offsets_[i])));
            const double weight = examples_[i].weight;
            gradient += weight * (p - (examples_[i].positive ? 1.0 : 0.0)) * x;
            curve += weight * p * (1 - p) * x * x.transpose();
        }
    }

    // A weight at zero that would go below stays there.
    [[nodiscard]] std::array<bool, 5> free_at(const Vector& at, const Vector& gradient) const {
        std::array<bool, 5> free{};
        for (std::size_t i = 0; i < 4; ++i) {
            const auto place = static_cast<Eigen::Index>(i);
            free[i] = is_fitted_[i] && (at[place] > 0 || gradient[place] < 0);
        }
        free[4] = true;
        return free;
    }

    static void hold(const std::array<bool, 5>& free, Vector& gradient, Square& curve) {
        for (Eigen::Index i = 0; i < width; ++i) {
            if (!free[static_cast<std::size_t>(i)]) {
                gradient[i] = 0;
                curve.row(i).setZero();
                curve.col(i).setZero();
            }
            curve(i, i) += free[static_cast<std::size_t>(i)] ? 1e-12 : 1;
        }
    }

    [[nodiscard]] static Vector projected(Vector at) {
        at.head<4>() = at.head<4>().cwiseMax(0.0);
        return at;
    }

    std::span<const FitExample> examples_;
    std::array<bool, 4> is_fitted_;
    double ridge_;
    double weight_ = 0;
    std::vector<double> offsets_;
    std::array<double, 4> mean_{};
    std::array<double, 4> spread_{};
};

}  // namespace

Logistic fit_logistic(std::span<const FitExample> examples, const Logistic& start,
                      const std::array<bool, 4>& is_fitted, double ridge) {
    const auto count = [&](bool positive) {
        return std::ranges::count(examples, positive, &FitExample::positive);
    };
    if (count(true) == 0 || count(false) == 0) {
        throw Error(ErrorKind::option, "learn: it takes positive and negative pairs to learn from");
    }
    const Problem problem(examples, start, is_fitted, ridge);
    return problem.model(problem.solve(), start);
}

}  // namespace wirecopy::score
