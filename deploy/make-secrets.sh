#!/bin/sh
# Makes the secrets that docker-compose.yml reads, each once: what is there is kept. The folder is closed to other
# users of this machine; the files in it are readable, since the containers' users read them by their own numbers.
set -eu
cd "$(dirname "$0")/.."
umask 077
mkdir -p secrets
chmod 700 secrets

make() {
  if [ ! -s "secrets/$1" ]; then
    printf '%s' "$2" > "secrets/$1"
    echo "made secrets/$1"
  fi
  chmod 444 "secrets/$1"
}

make postgres-password "$(openssl rand -hex 24)"
make owner-password "$(openssl rand -hex 24)"
make server-password "$(openssl rand -hex 24)"
make database-url "postgres://rinki_server:$(cat secrets/server-password)@db:5432/rinki"
make migration-database-url "postgres://rinki:$(cat secrets/owner-password)@db:5432/rinki"
make secret-key "$(openssl rand -base64 32)"
make smtp-url "${SMTP_URL:-smtp://localhost:25}"
