"""Documents of an office, as small as they can be."""

import io
import zipfile

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OPEN = "urn:oasis:names:tc:opendocument:xmlns"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
    'relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
LINKS = f'<Relationships xmlns="{PACKAGE}/relationships">{{}}</Relationships>'


def archive(files):
    """Return a zip archive of some files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return out.getvalue()


def word(body, links="", before=""):
    """Return a Word file with the XML of its body; links name what is outside it, and something may come before."""
    main = f'<Relationship Id="r" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    return archive(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": LINKS.format(main),
            "word/document.xml": f'{before}<w:document xmlns:w="{WORD}" xmlns:r="{OFFICE}"><w:body>{body}</w:body></w:document>',
            "word/_rels/document.xml.rels": LINKS.format(links),
        }
    )


def paragraph(words):
    """Return a paragraph of Word."""
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def table(*rows):
    """Return a table of Word."""
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def slides(*bodies):
    """Return slides of PowerPoint."""
    files = {"ppt/presentation.xml": "<p/>"}
    for number, body in enumerate(bodies, 1):
        files[f"ppt/slides/slide{number}.xml"] = f'<s xmlns:a="{DRAWING}">{body}</s>'
    return archive(files)


def opened(body, kind="text", before=""):
    """Return an OpenDocument text or slides."""
    names = f'xmlns:text="{OPEN}:text:1.0" xmlns:table="{OPEN}:table:1.0" xmlns:draw="{OPEN}:drawing:1.0"'
    mime = f"application/vnd.oasis.opendocument.{kind}"
    return archive({"mimetype": mime, "content.xml": f"{before}<body {names}>{body}</body>"})
