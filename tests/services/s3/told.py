"""What a bucket tells of its runs, held against what it holds."""

from __future__ import annotations

import hashlib
import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import fastjsonschema

from tests.crawls import read_lines
from tests.made_receipts import validate_receipt

if TYPE_CHECKING:
    from tests.services.s3.server import S3

validate_manifest = fastjsonschema.compile(
    json.loads(files("mina_crawler.schemas").joinpath("manifest.json").read_text("utf-8"))
)


def receipts(s3: S3, bucket: str) -> dict[str, dict[str, Any]]:
    """Return the receipts beside the feeds, by run."""
    found = _documents(s3, bucket, "/runs/")
    for receipt in found.values():
        validate_receipt(receipt)
    return found


def manifests(s3: S3, bucket: str) -> dict[str, dict[str, Any]]:
    """Return the manifests, by run, after holding each against the objects it lists.

    Each object with lines is in one manifest; no manifest lists anything else.
    """
    found = _documents(s3, bucket, "/manifests/")
    objects = {f"s3://{bucket}/{key}": content for key, content in s3.feeds(bucket).items()}
    for manifest in found.values():
        validate_manifest(manifest)
        listed = [_describe(entry["uri"], objects[entry["uri"]]) for entry in manifest["files"]]
        assert manifest["files"] == listed
        assert manifest["lines"] == sum(entry["lines"] for entry in listed)
        assert manifest["bytes"] == sum(entry["bytes"] for entry in listed)
    listed_in_all = [entry["uri"] for manifest in found.values() for entry in manifest["files"]]
    assert sorted(listed_in_all) == sorted(objects)
    return found


def _describe(uri: str, content: bytes) -> dict[str, Any]:
    lines = read_lines([content])
    moments = sorted(line["published_at"] for line in lines if "published_at" in line)
    return {
        "uri": uri,
        "lines": len(lines),
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "first_published_at": moments[0] if moments else None,
        "last_published_at": moments[-1] if moments else None,
    }


def _documents(s3: S3, bucket: str, folder: str) -> dict[str, dict[str, Any]]:
    found = {k: json.loads(v) for k, v in s3.objects(bucket).items() if folder in f"/{k}"}
    assert all(key.endswith(f"{document['run']}.json") for key, document in found.items())
    return {document["run"]: document for document in found.values()}
