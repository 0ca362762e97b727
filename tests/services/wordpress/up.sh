#!/usr/bin/env bash
# A real WordPress on loopback for one test run. Nothing outside its own directory is touched.
#   up.sh          start MariaDB, php-fpm and nginx, fill the site once, set the theme
#   up.sh down     stop what it started, by process id
# Needs WP_DIR (with seed.json in it), WP_PORT and WP_THEME; WP_CACHE=pages keeps pages once rendered.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
export WP_DIR WP_THEME=${WP_THEME:-} WP_URL=http://127.0.0.1:$WP_PORT
run=$WP_DIR/run; log=$WP_DIR/log; socket=$run/mysqld.sock
user=$(id -un); [ "$user" = root ] && user=www-data

alive() { [ -s "$run/$1.pid" ] && kill -0 "$(cat "$run/$1.pid")" 2>/dev/null; }
own() { [ "$(id -u)" -ne 0 ] || chown -R "$user:" "$@"; }

stop() {
  for name in nginx php-fpm mariadbd; do
    alive $name || continue
    pid=$(cat "$run/$name.pid")
    kill "$pid"
    for _ in $(seq 100); do kill -0 "$pid" 2>/dev/null || break; sleep .1; done
  done
}

copy_files() {
  [ ! -e "$WP_DIR/www/wp-load.php" ] || return 0
  mkdir -p "$run" "$log" "$WP_DIR/tmp"
  cp -aL /usr/share/wordpress "$WP_DIR/www"
  mkdir -p "$WP_DIR/www/wp-content/uploads" "$WP_DIR/www/wp-content/mu-plugins"
  cp "$here"/mu-plugins/*.php "$WP_DIR/www/wp-content/mu-plugins/"
  cp -r "$here"/themes/. "$WP_DIR/www/wp-content/themes/"
  sed "s|@URL@|$WP_URL|; s|@SOCKET@|$socket|" "$here/wp-config.php" > "$WP_DIR/www/wp-config.php"
  for conf in nginx.conf php-fpm.conf; do
    sed "s|@DIR@|$WP_DIR|g; s|@PORT@|$WP_PORT|g; s|@USER@|$user|g; s|@CACHE@|${WP_CACHE:-off}|" "$here/$conf" > "$WP_DIR/$conf"
  done
  own "$run" "$log" "$WP_DIR/tmp" "$WP_DIR/www/wp-content/uploads"
}

start_database() {
  alive mariadbd && return
  if [ ! -d "$WP_DIR/mysql/mysql" ]; then
    mkdir -p "$WP_DIR/mysql"; own "$WP_DIR/mysql"
    mariadb-install-db --no-defaults --user="$user" --datadir="$WP_DIR/mysql" --skip-test-db \
      --auth-root-authentication-method=normal >"$log/install-db.log" 2>&1
  fi
  setsid mariadbd --no-defaults --user="$user" --datadir="$WP_DIR/mysql" --socket="$socket" \
    --pid-file="$run/mariadbd.pid" --skip-networking --innodb-flush-log-at-trx-commit=0 \
    --character-set-server=utf8mb4 >"$log/mariadbd.log" 2>&1 </dev/null &
  for _ in $(seq 150); do mariadb-admin --no-defaults -S "$socket" -uroot ping >/dev/null 2>&1 && break; sleep .2; done
  mariadb --no-defaults -S "$socket" -uroot -e 'CREATE DATABASE IF NOT EXISTS wp CHARACTER SET utf8mb4'
}

fill() {
  for step in install fill; do
    php -d date.timezone=UTC -d memory_limit=512M "$here/seed.php" $step >"$log/seed-$step.log" 2>&1
  done
  own "$WP_DIR/www/wp-content/uploads"
}

start_web() {
  fpm=$(compgen -G '/usr/sbin/php-fpm*' | head -n 1)
  alive php-fpm || "$fpm" --daemonize --fpm-config "$WP_DIR/php-fpm.conf" 2>>"$log/php-fpm.log"
  alive nginx || nginx -c "$WP_DIR/nginx.conf" -p "$WP_DIR/" 2>>"$log/nginx.log"
}

if [ "${1:-up}" = down ]; then stop; exit; fi
copy_files
start_database
fill
start_web
