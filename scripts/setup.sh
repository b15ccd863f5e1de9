# Set-up shared by scripts/run, scripts/test and scripts/check; sourced, not run.
# Everything here speaks on standard error alone and reads nothing from standard input.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# What the library and the program are built from, then what the tests and benchmarks add.
run_packages=(cmake g++ ninja-build pkg-config libtbb-dev libxxhash-dev libeigen3-dev libhwy-dev
    libutf8proc-dev libstemmer-dev libsimdjson-dev nlohmann-json3-dev libzstd-dev zlib1g-dev
    liblmdb-dev libcli11-dev)
test_packages=("${run_packages[@]}" libgtest-dev librapidcheck-dev libbenchmark-dev python3
    python3-dev python3-venv valgrind zstd gzip)
# Kafka runs on Java: where there is one, articles go through it, too.
if command -v java >/dev/null; then
    test_packages+=(kcat jq)
    command -v mvn >/dev/null || test_packages+=(maven)
fi
check_packages=("${test_packages[@]}" clang-14 libclang-rt-14-dev util-linux git)

say() { printf 'wirecopy: %s\n' "$*" >&2; }
fail() {
    say "$*"
    exit 2
}

# Installs the Debian packages that are missing; asks apt for nothing when none is.
ensure_packages() {
    local missing=() package
    declare -A installed=()
    while read -r package status; do
        [ "$status" = installed ] && installed[$package]=1
    done < <(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null)
    for package in "$@"; do
        [ -n "${installed[$package]:-}" ] || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    local sudo=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || fail "install these packages as root: ${missing[*]}"
        sudo=(sudo)
    fi
    say "installing ${missing[*]}"
    {
        "${sudo[@]}" apt-get update -qq &&
            "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive \
                apt-get install -y -qq --no-install-recommends "${missing[@]}"
    } </dev/null >&2 || fail "apt could not install ${missing[*]}"
}

configure_options=()
# with_python PRESET: has the preset build the Python module and its tests, where the tools for it can
# be had: they come from PyPI. Without them these tests are skipped.
with_python() {
    local python=$root/build/python-module/bin/python pins
    mapfile -t pins <"$root/tests/python/requirements.txt"
    if ! (PIP_RETRIES=1 ensure_python module "${pins[@]}"); then
        say "the Python module is not tested: its tools cannot be installed"
        return
    fi
    configure_options=(-DWIRECOPY_BUILD_PYTHON=ON -DPython_EXECUTABLE="$python")
    # A build folder that was made without is configured anew.
    if ! grep -qxF 'WIRECOPY_BUILD_PYTHON:BOOL=ON' "$root/build/$1/CMakeCache.txt" 2>/dev/null; then
        rm -f "$root/build/$1/build.ninja"
    fi
}

# build PRESET [TARGET]: configures where needed and builds; silent when nothing has to be done. On a
# terminal ninja shows how far it is, elsewhere only what broke it.
build() {
    local preset=$1 target=${2:-all} folder=$root/build/$1 log
    mkdir -p "$folder"
    exec 9>"$folder/.lock"
    flock 9
    # A checkout that was moved or copied brings a cache of another place.
    if [ -f "$folder/CMakeCache.txt" ] &&
        ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt"; then
        find "$folder" -mindepth 1 ! -name .lock -delete
    fi
    log=$folder/build.log
    if [ ! -f "$folder/build.ninja" ]; then
        say "configuring $preset"
        (cd "$root" && cmake --preset "$preset" "${configure_options[@]}") </dev/null >"$log" 2>&1 || {
            cat "$log" >&2
            fail "could not configure $preset"
        }
    fi
    if ! ninja -C "$folder" -n "$target" </dev/null 2>&1 | grep -q 'no work to do'; then
        local first=
        [ -f "$folder/.ninja_log" ] || first=', which takes some minutes'
        say "building $preset$first"
        if [ -t 2 ]; then
            NINJA_STATUS='[%f/%t, %e s] ' ninja -C "$folder" "$target" </dev/null >&2 ||
                fail "could not build $preset"
        else
            ninja -C "$folder" "$target" </dev/null >"$log" 2>&1 || {
                tail -n 60 "$log" >&2
                fail "could not build $preset"
            }
        fi
    fi
    exec 9>&-
}

# A private environment with pinned Python tools: ensure_python NAME REQUIREMENTS...
ensure_python() {
    local folder=$root/build/python-$1
    shift
    if [ "$(cat "$folder/.requirements" 2>/dev/null)" != "$*" ]; then
        say "installing $*"
        rm -rf "$folder"
        {
            /usr/bin/python3 -m venv "$folder" && "$folder/bin/pip" install --quiet "$@"
        } </dev/null >&2 || fail "could not install $*"
        printf '%s\n' "$*" >"$folder/.requirements"
    fi
}
