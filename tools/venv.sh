#!/bin/sh
# Makes the virtual environment $1 with $PYTHON (python3 unless given), or leaves a sound one alone.
# On Debian and Ubuntu, as root, it installs the packages that it misses; elsewhere it says which.
set -eu

venv=$1
python=${PYTHON:-python3}

fail() {
	printf '%s\n' "$@" >&2
	exit 1
}

debian_root() {
	[ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1
}

install() {
	printf 'Installing %s with apt-get …\n' "$*"
	apt-get -qq update >/dev/null
	DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends "$@" >/dev/null
}

recent() {
	"$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))'
}

if [ -x "$venv/bin/python" ] && recent "$venv/bin/python" && "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
	exit 0
fi

if ! command -v "$python" >/dev/null 2>&1; then
	[ "$python" = python3 ] && debian_root || fail \
		"'$python' is not found. Rode Draad needs Python 3.11 or newer." \
		"Install it (on Debian or Ubuntu: apt-get install python3 python3-venv), or name another: make PYTHON=python3.12"
	install python3 python3-venv
fi

recent "$python" || fail \
	"'$python' is $("$python" --version 2>&1); Rode Draad needs Python 3.11 or newer." \
	"Name a newer one: make PYTHON=python3.12"

if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
	package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
	debian_root || fail \
		"'$python' cannot make virtual environments: its modules venv and ensurepip are missing." \
		"Install them (on Debian or Ubuntu: apt-get install $package), then try again."
	install "$package"
fi

printf 'Making a virtual environment in %s …\n' "$venv"
"$python" -m venv --clear "$venv"
