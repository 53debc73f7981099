#!/bin/sh
# Runs once, when the database is created: the owner of the tables and the server's login, as npm start makes them too.
set -eu
owner_password=$(cat /run/secrets/owner-password)
server_password=$(cat /run/secrets/server-password)
psql --set=ON_ERROR_STOP=1 --username=postgres --dbname=postgres \
  --set=owner_password="$owner_password" --set=server_password="$server_password" <<'SQL'
create role rinki login createrole password :'owner_password';
alter role rinki set createrole_self_grant = 'set, inherit';
create role rinki_server login password :'server_password';
create database rinki owner rinki;
SQL
