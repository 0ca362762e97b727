"""Prints, as JSON, the table that a line of Python finds in a bucket; the line is the argument."""

from __future__ import annotations

import os
import sys

import duckdb
import pandas as pd
import s3fs
from duckdb_extensions import import_extension

import_extension("httpfs")
duckdb.sql(
    "CREATE SECRET (TYPE s3, KEY_ID '{AWS_ACCESS_KEY_ID}', SECRET '{AWS_SECRET_ACCESS_KEY}',"
    " ENDPOINT '{ENDPOINT}', URL_STYLE 'path', USE_SSL false)".format_map(os.environ)
)
found = eval(sys.argv[1], {"duckdb": duckdb, "pd": pd, "s3fs": s3fs})
table = found if isinstance(found, pd.DataFrame) else found.df()
table.to_json(sys.stdout, orient="records", date_format="iso")
