#!/bin/sh
# Makes the roles of the two sides in a new PostgreSQL; the migrations grant each what it may. Run once, by the image's start-up.
set -eu

make_role() {
    psql --set ON_ERROR_STOP=1 --set role="$1" --set password="$2" --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" << 'SQL'
CREATE ROLE :"role" LOGIN PASSWORD :'password';
SQL
}

make_role ketenspiegel_portal "$PORTAL_PASSWORD"
make_role ketenspiegel_workers "$WORKERS_PASSWORD"
