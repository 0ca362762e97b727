from setuptools import setup  # noqa: D100, INP001

setup()  # scrapyd-deploy runs this file; everything else stands in pyproject.toml
