#!/bin/sh
# SPDX-License-Identifier: MIT
# usage: bare-root.sh [FOLDER]     (root; ./dev bare-root)
# The two commands of the README where nothing is installed: a fresh Debian
# with a shell and git, a clean clone of what is committed here, and in it
# `./dev run` and `./dev test`. FOLDER is made, and removed again unless given.
# Not among the tests: it fetches a whole Debian and takes its time.
set -eu
cd "$(dirname "$0")/.."
[ "$(id -u)" = 0 ] || { echo "skipped: a bare root wants root"; exit 77; }
command -v debootstrap >/dev/null || { echo "skipped: no debootstrap"; exit 77; }

keep=${1:-}
root=${keep:-$(mktemp -d)}
clean() {
  for m in proc dev; do umount -R "$root/$m" 2>/dev/null || true; done
  [ -n "$keep" ] || rm -rf --one-file-system "$root"
}
trap clean EXIT
trap 'exit 1' INT TERM

suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
mirror=$(awk '/^URIs:/ { print $2; exit }' /etc/apt/sources.list.d/*.sources 2>/dev/null |
  grep . || awk '$1 == "deb" { for (i = 2; i <= NF; i++)
    if ($i ~ /:\/\//) { print $i; exit } }' /etc/apt/sources.list)
echo "== a bare $suite, with git"
[ -e "$root/etc/debian_version" ] ||
  debootstrap --variant=minbase --include=git "$suite" "$root" "$mirror" >/dev/null
chmod 755 "$root" # mktemp leaves it closed to the guest below
cp /etc/apt/apt.conf.d/99* "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
cp /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || true
cp /etc/hosts "$root/etc/hosts" 2>/dev/null || true
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev" && mount --make-rslave "$root/dev"

rm -rf "$root/srv/inkling"
git clone -q --no-hardlinks . "$root/srv/inkling"
inside() {
  chroot "$root" /usr/bin/env -i HOME=/root TERM=dumb LANG=C.UTF-8 \
    PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    sh -c "cd /srv/inkling && $1"
}
echo "== without root and sudo: what it would install, and no more"
status=0
inside 'setpriv --reuid=65534 --regid=65534 --clear-groups ./dev run' || status=$?
[ $status = 3 ] || { echo "status $status where 3 was due"; exit 1; }
echo "== ./dev run"
inside './dev run'
echo "== ./dev test"
inside './dev test'
