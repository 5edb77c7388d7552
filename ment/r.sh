#!/bin/bash
. /work/main/.venv/bin/activate; export PYTHONPATH=/work/main; cd /work/main; exec python "$@"
