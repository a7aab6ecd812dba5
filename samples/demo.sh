#!/bin/sh
# `make demo`: one sample with its evidence marked, the tables of a few, and what to try next.
set -eu
cd "$(dirname "$0")/.."
communique="${BIN:+$BIN/}communique"
colour=--no-color
[ -t 1 ] && [ -z "${NO_COLOR:-}" ] && colour=--color
set -- samples/*.txt
if [ ! -e "$1" ]; then
    echo "There are no samples in samples/." >&2
    exit 1
fi
first=$1

echo "== One report, its evidence marked, and its records"
echo
"$communique" read "$first" --marked "$colour"
echo "== Who met whom, what was promised, asked and agreed, where each stands: three more reports"
echo
shift
for more in "${1:-$first}" "${2:-$first}" "${3:-$first}"; do
    "$communique" read "$more" --layer engagement --layer statement --layer position "$colour"
done
echo "== All samples, record by record, as a program would take them"
echo
"$communique" read samples --format jsonl --output build-demo.jsonl
echo "$(wc -l < build-demo.jsonl) lines; the first record:"
sed -n 2p build-demo.jsonl
rm -f build-demo.jsonl
cat <<END

Try next:
  $communique read $first --explain             which words and which codebook entries made each record
  $communique read YOUR-FILE.txt                 a report of your own; folders, .md, .html and - work too
  $communique read samples --format jsonl        one record a line, for other programs
  $communique check-codebook my.yaml             a verb, an issue or a relation label of your own: CONTRIBUTING.md
  $communique --help
END
