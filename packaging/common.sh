# SPDX-License-Identifier: GPL-3.0-or-later
# Read by packaging/run and packaging/test; sets `root`, the top of the source tree.
set -euo pipefail
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)

# What a second build would compile again to the same result comes from ccache, if it is there. It needs to be told
# that a precompiled header stands for its sources, and that the place of the tree does not matter.
if command -v ccache > /dev/null; then
    export CMAKE_CXX_COMPILER_LAUNCHER=${CMAKE_CXX_COMPILER_LAUNCHER-ccache}
    export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
    export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1
fi

# configure PRESET [NAME OPTION…]: makes build/PRESET, or build/NAME with these options besides, when there is none or
# it is older than what describes the build.
configure() {
    local preset=$1 name=${2:-$1} dir log changed home
    shift $(($# > 1 ? 2 : 1))
    dir=$root/build/$name
    log=$dir.configure.log
    if [[ -e $dir/CMakeCache.txt ]]; then
        home=$(sed -n 's/^CMAKE_HOME_DIRECTORY:INTERNAL=//p' "$dir/CMakeCache.txt")
        [[ $home == "$root" ]] || rm -rf -- "$dir" # the tree was moved or copied with its builds
    fi
    if [[ -e $dir/build.ninja ]]; then
        # Ninja configures again by itself when a known file changed, but optional files may have come.
        changed=$(find "$root/CMakePresets.json" "$root/CMakeLists.txt" "$root/app" "$root/ui" "$root/resources" \
            "$root/tests" "$root/packaging" \( -name CMakeLists.txt -o -name '*.cmake' -o -name CMakePresets.json \) \
            -newer "$dir/build.ninja" -print -quit)
        [[ -n $changed ]] || return 0
    fi
    mkdir -p "$root/build"
    (cd "$root" && cmake --preset "$preset" -B "$dir" "$@") > "$log" 2>&1 < /dev/null || {
        cat "$log" >&2
        echo "Configuring failed; see the lines above." >&2
        return 1
    }
}

# build PRESET [TARGET…]: quiet unless it fails.
build() {
    local preset=$1 dir=$root/build/$1 log
    shift
    log=$dir/build.log
    ninja -C "$dir" "$@" > "$log" 2>&1 < /dev/null || {
        grep -E -A 20 'FAILED:|error:|ninja: error' "$log" | head -n 120 >&2 || true
        echo "The build failed; the whole log is in $log" >&2
        return 1
    }
}
