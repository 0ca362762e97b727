#!/usr/bin/env bash
# Install the Debian packages that the servers of these tests need; `packages.sh missing` only names them.
set -euo pipefail

wanted=(
  wordpress wordpress-l10n wordpress-theme-twentytwentyone wordpress-theme-twentytwentytwo
  wordpress-theme-twentytwentythree postgresql
  mariadb-server nginx-light
  php-cli php-fpm php-mysql php-xml php-mbstring php-curl php-gd php-intl
)
missing=()
for package in "${wanted[@]}"; do
  state=$(dpkg-query --show --showformat '${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$state" = installed ] || missing+=("$package")
done

if [ ${#missing[@]} -eq 0 ]; then exit 0; fi
if [ "${1:-}" = missing ]; then echo "${missing[*]}"; exit 0; fi
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
  echo "The tests of what is missing will be skipped. On Debian or Ubuntu, as root: apt-get install ${missing[*]}"
  exit 0
fi

# Debian starts the daemons it installs unless a policy forbids it; ours run on sockets of their own.
policy=/usr/sbin/policy-rc.d
if [ ! -e $policy ]; then
  printf '#!/bin/sh\nexit 101\n' > $policy
  chmod 755 $policy
  trap 'rm -f $policy' EXIT
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
