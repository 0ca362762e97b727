"""Those who work with the corpus read the bucket as README tells them to."""

from __future__ import annotations

import json
import os
import re
import subprocess
from typing import TYPE_CHECKING, Any

from tests.built import built
from tests.crawls import PROJECT, Crawls, addresses
from tests.services.s3.fixtures import s3, s3_server
from tests.standin import serve

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.services.s3.server import S3

__all__ = ["s3", "s3_server", "serve"]

ARTICLES = 20
BIN = PROJECT / "build/readers/bin"
README = (PROJECT / "README.md").read_text("utf-8")


def ask(line: str, s3: S3, home: Path) -> list[dict[str, Any]]:
    """Return the table that a line of README finds."""
    server = {"ENDPOINT": s3.endpoint.partition("//")[2], "HOME": str(home)}
    done = subprocess.run(
        [BIN / "python", PROJECT / "tests/services/readers/read.py", line],
        env={**os.environ, **s3.environment, **server}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return list(json.loads(done.stdout))


def test_duckdb_and_pandas_read_all_of_it_in_a_line(
    serve: Callable[..., Any], s3: S3, tmp_path: Path
) -> None:
    built("readers")
    bucket, site = s3.bucket_for("readers"), serve(articles=ARTICLES)
    environment = {**s3.environment, "MINA_BUCKET": f"s3://{bucket}/mina"}
    crawls = Crawls(site.site, tmp_path, environment=environment, source="rest")
    assert crawls.run(settings={"MINA_BATCH_SECONDS": "0.1"}).code == 0
    by_duckdb, by_pandas = (
        ask(line.replace("bucket/mina", f"{bucket}/mina"), s3, tmp_path)
        for line in re.findall(r"^(?:duckdb|pd)\..*", README, re.MULTILINE)
    )
    assert sum(row["count(DISTINCT url)"] for row in by_duckdb) == ARTICLES
    assert addresses(by_pandas) == addresses(site.truth())
    assert {row["edition"] for row in by_pandas} == {"id"}
