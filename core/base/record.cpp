#include "base/record.hpp"

#include "wirecopy/error.hpp"

namespace wirecopy::base {

void RecordReader::damaged() {
    throw Error(ErrorKind::format, "a record is damaged");
}

}  // namespace wirecopy::base
