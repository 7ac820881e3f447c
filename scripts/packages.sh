# shellcheck shell=bash
# Sourced by run and test: brings in what Nisje needs from the system, without stopping when that can't be done.

say() { printf '==> %s\n' "$*"; }

# The packages of "$@" that aren't installed, one a line.
missing_packages() {
    local package
    for package in "$@"; do
        dpkg-query -W -f='${db:Status-Status}\n' "$package" 2>/dev/null | grep -q '^installed' || echo "$package"
    done
}

# Runs a command as root. Asks for a password only where somebody can type one.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif ! command -v sudo >/dev/null; then
        return 1
    elif [ -t 0 ] && [ -t 2 ]; then
        sudo "$@"
    else
        sudo -n "$@"
    fi
}

# Installs those of "$@" that are missing; says which it couldn't and goes on.
need_packages() {
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        if [ "$(uname -s)" = Linux ]; then
            say "No apt-get here. If something is missing below, install what your system calls: $*"
        fi
        return 0
    fi
    local missing available=() package
    mapfile -t missing < <(missing_packages "$@")
    [ "${#missing[@]}" -gt 0 ] || return 0

    say "Installing ${missing[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq || say "apt-get update failed; going on with the lists there are"
    for package in "${missing[@]}"; do
        if apt-cache show "$package" >/dev/null 2>&1; then
            available+=("$package")
        fi
    done
    if [ "${#available[@]}" -gt 0 ]; then
        as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y -qq --no-install-recommends "${available[@]}" >/dev/null || true
    fi

    mapfile -t missing < <(missing_packages "$@")
    if [ "${#missing[@]}" -gt 0 ]; then
        say "Could not install: ${missing[*]}"
        say "Going on without. To install them yourself: sudo apt-get install ${missing[*]}"
    fi
}

# Finds cargo, also where the shell hasn't been told of it yet.
need_cargo() {
    if ! command -v cargo >/dev/null && [ -x "${CARGO_HOME:-$HOME/.cargo}/bin/cargo" ]; then
        PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"
    fi
    if ! command -v cargo >/dev/null; then
        say "Rust is missing: install it from https://rustup.rs, then run this again."
        exit 1
    fi
}

# A C compiler serves Rust as its linker; any will do.
need_linker() {
    command -v cc >/dev/null || need_packages gcc libc6-dev
}
