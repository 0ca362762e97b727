from setuptools import setup  # noqa: D100

setup()  # scrapyd-deploy runs this file; everything else stands in pyproject.toml
