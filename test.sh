#!/usr/bin/env bash
# Sets up what the tests need and runs them all; ends with the line "N passed, N failed, N skipped".
#   ./test.sh                 everything
#   ./test.sh Generators      only the test projects whose name contains the word
set -uo pipefail
cd "$(dirname "$0")"

command -v dotnet >/dev/null || { echo "The .NET SDK of global.json is needed: https://dotnet.microsoft.com/download" >&2; exit 1; }
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# The tests of databases start servers of their own; what is absent is installed where that is possible (Debian, Ubuntu).
if [[ -z "${INTEGRATIONS_POSTGRES_BIN:-}" ]] && ! compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null; then
    sudo=""
    [[ $EUID -eq 0 ]] || sudo="sudo"
    { command -v apt-get >/dev/null && $sudo apt-get update -q && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -q --no-install-recommends postgresql; } >&2 \
        || { echo "PostgreSQL is needed: install it, or set INTEGRATIONS_POSTGRES_BIN to the folder of initdb and postgres." >&2; exit 1; }
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
dotnet build Integrations.sln -c Release --nologo -v quiet || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }

status=0
for project in tests/*/*.Tests.csproj; do
    [[ "$project" == *"${1:-}"* ]] || continue
    dotnet test "$project" -c Release --no-build --nologo 2>&1 | tee -a "$log"
    [[ ${PIPESTATUS[0]} -eq 0 ]] || status=1
done

# Each run of a test project closes with "Passed!  - Failed: 0, Passed: 12, Skipped: 0, Total: 12, ...".
awk '
    match($0, /Failed: +[0-9]+, Passed: +[0-9]+, Skipped: +[0-9]+/) {
        line = substr($0, RSTART, RLENGTH); gsub(/[^0-9,]/, "", line); split(line, n, ",")
        failed += n[1]; passed += n[2]; skipped += n[3]
    }
    END { printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped }
' "$log"
exit $status
