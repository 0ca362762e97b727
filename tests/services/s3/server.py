"""A real S3 server for tests: SeaweedFS on free loopback ports; it checks signatures."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import zlib
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import boto3
from botocore.config import Config

if TYPE_CHECKING:
    from collections.abc import Iterator

KEY, SECRET = "minakey", "minasecret"
IDENTITIES = {
    "identities": [
        {
            "name": "crawler",
            "credentials": [{"accessKey": KEY, "secretKey": SECRET}],
            "actions": ["Admin", "Read", "Write", "List", "Tagging"],
        }
    ]
}
PORTS = (
    "master.port", "master.port.grpc", "volume.port", "volume.port.grpc",
    "filer.port", "filer.port.grpc", "s3.port", "s3.port.grpc",
)  # fmt: skip
FIXED = (
    "-ip=127.0.0.1", "-ip.bind=127.0.0.1", "-filer", "-s3", "-master.telemetry=false",
    "-master.electionTimeout=500ms", "-master.heartbeatInterval=100ms",  # it votes for itself
    "-master.volumeSizeLimitMB=64", "-volume.max=400", "-volume.preStopSeconds=1",
    "-metricsPort=0", "-s3.iam=false", "-s3.autoCreateBucket=false",
    "-s3.port.iceberg=0", "-s3.port.lance=0",
)  # fmt: skip
ENCRYPTION = {"WEED_S3_SSE_KEK": "ab" * 32}
"""The key by which it encrypts what it is asked to."""
STARTING = 30.0


@dataclass(slots=True)
class S3:
    """A server that can be stopped and started again with what it holds."""

    directory: Path
    ports: dict[str, int]
    process: subprocess.Popen[bytes] | None = None

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self.ports['s3.port']}"

    @property
    def environment(self) -> dict[str, str]:
        """What a crawler needs to know."""
        return {
            "AWS_ENDPOINT_URL": self.endpoint,
            "AWS_ACCESS_KEY_ID": KEY,
            "AWS_SECRET_ACCESS_KEY": SECRET,
            "AWS_DEFAULT_REGION": "us-east-1",
        }

    def client(self) -> Any:
        return boto3.client(
            "s3",
            endpoint_url=self.endpoint,
            aws_access_key_id=KEY,
            aws_secret_access_key=SECRET,
            region_name="us-east-1",
            config=Config(retries={"max_attempts": 8}),
        )

    def objects(self, bucket: str) -> dict[str, bytes]:
        """Return every object of *bucket*, by key."""
        client = self.client()
        pages = client.get_paginator("list_objects_v2").paginate(Bucket=bucket)
        keys = [entry["Key"] for page in pages for entry in page.get("Contents", [])]
        return {key: client.get_object(Bucket=bucket, Key=key)["Body"].read() for key in keys}

    def feeds(self, bucket: str) -> dict[str, bytes]:
        """Return those that hold lines."""
        return {key: value for key, value in self.objects(bucket).items() if ".jsonl" in key}

    def bucket_for(self, name: str) -> str:
        """Make a bucket for the test called *name*."""
        bucket = f"mina-{zlib.crc32(name.encode()):08x}"
        self.client().create_bucket(Bucket=bucket)
        return bucket

    def start(self) -> None:
        ports = [f"-{name}={port}" for name, port in self.ports.items()]
        command = [_program(), f"-logdir={self.directory}", "server", f"-dir={self.directory}"]
        config = self.directory / "s3.json"
        config.write_text(json.dumps(IDENTITIES))
        with (self.directory / "weed.log").open("ab") as log:
            self.process = subprocess.Popen(
                [*command, *FIXED, *ports, f"-s3.config={config}"],
                cwd=self.directory, env=os.environ | ENCRYPTION,
                stdout=log, stderr=log, stdin=subprocess.DEVNULL,
            )  # fmt: skip
        self._wait()

    def stop(self) -> None:
        """End it at once: a graceful stop takes a quarter of a minute."""
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Let it answer nobody for a while; connections stay."""
        assert self.process is not None
        self.process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.process.send_signal(signal.SIGCONT)

    def is_spoken_to(self) -> bool:
        """Tell whether somebody's words wait to be read."""
        port, established = f":{self.ports['s3.port']:04X}", "01"
        lines = Path("/proc/net/tcp").read_text().splitlines()[1:]
        found = (line.split() for line in lines)
        return any(
            local.endswith(port) and state == established and not queues.endswith(":00000000")
            for _, local, _, state, queues, *_ in found
        )

    def _wait(self) -> None:
        deadline = time.monotonic() + STARTING
        while time.monotonic() < deadline:
            try:
                self.client().list_buckets()
            except Exception:  # noqa: BLE001 - it is starting
                time.sleep(0.1)
            else:
                return
        raise TimeoutError((self.directory / "weed.log").read_text()[-2000:])


@contextmanager
def run_s3(directory: Path) -> Iterator[S3]:
    """Run a server until the block ends."""
    server = S3(directory, dict(zip(PORTS, _free_ports(len(PORTS)), strict=True)))
    try:
        server.start()
        yield server
    finally:
        server.stop()


def _program() -> str:
    beside = Path(sys.executable).with_name("weed")
    return str(beside) if beside.exists() else shutil.which("weed") or "weed"


def _free_ports(count: int) -> list[int]:
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]
