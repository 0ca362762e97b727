"""A WordPress that holds the corpus for the time of a measurement."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.request import urlopen

from quality.themes import THEMES
from quality.wordpress.export import exported
from tests.services.wordpress.server import WordPress

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quality.corpus.model import Post

HERE = Path(__file__).parent
FIRST_THEME = "twentytwentyone"


class Site:
    """The site: pages in any theme."""

    def __init__(self, server: WordPress) -> None:
        self.server = server

    def use_theme(self, theme: str) -> None:
        """Show everything in *theme* from now on."""
        self.server.use_theme(theme)

    def address(self, post: Post, number: int = 1) -> str:
        """Return where page *number* of *post* is."""
        return f"{self.server.url}/p-{post.id}/" + (f"{number}/" if number > 1 else "")

    def html(self, post: Post, number: int) -> str:
        """Fetch page *number* of *post*."""
        with urlopen(self.address(post, number)) as answer:
            return str(answer.read().decode())


def _install_themes(content: Path) -> None:
    for name, theme in THEMES.items():
        folder = content / "themes" / name
        shutil.copytree(HERE / "theme", folder)
        (folder / "style.css").write_text(f"/* Theme Name: {name} */\n", encoding="utf-8")
        (folder / "page.html").write_text(theme.template(), encoding="utf-8")
        (folder / "caption.html").write_text(theme.caption, encoding="utf-8")
    for plugin in (content / "mu-plugins").iterdir():
        plugin.unlink()
    shutil.copy(HERE / "inserts.php", content / "mu-plugins")


@contextmanager
def run_site(posts: Sequence[Post]) -> Iterator[Site]:
    """Run a WordPress that holds *posts* and all themes."""
    with tempfile.TemporaryDirectory(prefix="wp-", ignore_cleanup_errors=True) as name:
        directory = Path(name)
        directory.chmod(0o755)
        (directory / "seed.json").write_text('{"authors": {}, "posts": []}', encoding="utf-8")
        corpus = json.dumps([exported(post) for post in posts])
        (directory / "corpus.json").write_text(corpus, encoding="utf-8")
        server = WordPress(directory)
        try:
            server.use_theme(FIRST_THEME)
            _install_themes(directory / "www/wp-content")
            environment = os.environ | {"WP_DIR": name, "WP_URL": server.url}
            subprocess.run(["php", str(HERE / "import.php")], env=environment, check=True)
            yield Site(server)
        finally:
            server.stop()
