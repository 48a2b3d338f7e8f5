"""What makes a PDF keep for long: it says what it is, brings its colours, and carries its figures as data (PDF/A-3a)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from xml.sax.saxutils import escape

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String
from PIL import ImageCms

from workers.publish.pdf.saving import packed

# The header of a colour profile holds the moment of its making, which is no part of what it says.
MOMENT = slice(24, 36)
NO_MOMENT = bytes.fromhex("07d000010001000000000000")


@dataclass(frozen=True)
class Attachment:
    """A file that a PDF carries; ``relation`` says what it is to the document: Data or Supplement."""

    name: str
    media_type: str
    relation: str
    says: str
    content: bytes


def attach(pdf: Pdf, attachments: Sequence[Attachment]) -> None:
    """Let the document carry these files."""
    if not attachments:
        return
    specs = {one.name: _file_spec(pdf, one) for one in sorted(attachments, key=lambda one: one.name)}
    names = [part for name, spec in specs.items() for part in (String(name), spec)]
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array(names)))
    pdf.Root.AF = Array(list(specs.values()))


def _file_spec(pdf: Pdf, one: Attachment) -> Object:
    says = {
        "Type": Name.EmbeddedFile,
        "Subtype": Name(f"/{one.media_type}"),
        "Params": Dictionary(Size=len(one.content)),
    }
    file = packed(pdf, one.content, **says)
    spec = Dictionary(
        Type=Name.Filespec, F=one.name, UF=one.name, Desc=one.says, AFRelationship=Name(f"/{one.relation}")
    )
    spec.EF = Dictionary(F=file, UF=file)
    return pdf.make_indirect(spec)


def bring_colours(pdf: Pdf) -> None:
    """Say which red, green and blue are meant: those of sRGB."""
    intent = Dictionary(
        Type=Name.OutputIntent, S=Name.GTS_PDFA1, OutputConditionIdentifier="sRGB", Info="sRGB IEC61966-2.1"
    )
    intent.DestOutputProfile = packed(pdf, _srgb(), N=3)
    pdf.Root.OutputIntents = Array([intent])


@cache
def _srgb() -> bytes:
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[MOMENT] = NO_MOMENT
    return bytes(profile)


def say_what_it_is(pdf: Pdf, *, language: str, made: date | None) -> None:
    """The properties once more as XMP, with the two standards that the document keeps to."""
    info = pdf.docinfo
    for key in ("/CreationDate", "/ModDate"):
        if made:
            info[key] = String(f"D:{made:%Y%m%d}")
        else:
            del info[key]
    texts = {key: escape(str(info[f"/{key}"])) for key in ("Title", "Author", "Subject", "Keywords", "Producer")}
    on = f"<xmp:CreateDate>{made}</xmp:CreateDate><xmp:ModifyDate>{made}</xmp:ModifyDate>" if made else ""
    packet = XMP.format(**texts, language=language, dates=on)
    pdf.Root.Metadata = Stream(pdf, packet.encode(), Type=Name.Metadata, Subtype=Name.XML)


# The schema of PDF/UA has to be described, because PDF/A knows only properties of before it.
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{Title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{Author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{Subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Keywords>{Keywords}</pdf:Keywords><pdf:Producer>{Producer}</pdf:Producer>
<xmp:CreatorTool>{Producer}</xmp:CreatorTool>{dates}
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
