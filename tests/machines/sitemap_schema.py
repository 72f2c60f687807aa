"""The schema of a site map with DiWoo metadata, from the figures of the standard (0.9.8)."""

from lxml import etree

CATEGORIES = (
    "139c6280 aab6bfc7 759721e2 40a05794 89ee6784 8c840238 c76862ab db4862c3 3a248e3a 99a836c7"
    " 8fc2335c c6cd1213 cf268088 3baef532 fdaee95e 46a81018 a870c43d 816e508d"
).split()
ACTIONS = "e1ec050e dfcee535 641ecd76".split()
CONCEPT = "https://identifier.overheid.nl/tooi/def/thes/kern/c_"
AUTHORITY = "http://publications.europa.eu/resource/authority/"
BODY = r"https://identifier\.overheid\.nl/tooi/id/[a-z0-9]+/[a-z0-9]+"


def named(name, pattern):
    return f"""
<xs:complexType name="{name}"><xs:simpleContent><xs:extension base="xs:string">
<xs:attribute name="resource" use="required"><xs:simpleType><xs:restriction base="xs:anyURI">
<xs:pattern value="{pattern}"/></xs:restriction></xs:simpleType></xs:attribute>
</xs:extension></xs:simpleContent></xs:complexType>"""


def one_of(start, ends):
    return start.replace(".", r"\.") + "(" + "|".join(ends) + ")"


METADATA = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified"
 targetNamespace="https://standaarden.overheid.nl/diwoo/metadata/"
 xmlns="https://standaarden.overheid.nl/diwoo/metadata/">
{named("Body", BODY)}
{named("Category", one_of(CONCEPT, CATEGORIES))}
{named("Action", one_of(CONCEPT, ACTIONS))}
{named("Language", one_of(AUTHORITY + "language/", ["[A-Z]+"]))}
{named("Format", one_of(AUTHORITY + "file-type/", ["[A-Z0-9_]+"]))}
<xs:element name="Document"><xs:complexType><xs:sequence>
<xs:element name="DiWoo"><xs:complexType><xs:all>
<xs:element name="publisher" type="Body"/>
<xs:element name="titelcollectie"><xs:complexType><xs:sequence>
<xs:element name="officieleTitel" type="xs:string"/></xs:sequence></xs:complexType></xs:element>
<xs:element name="classificatiecollectie"><xs:complexType><xs:sequence>
<xs:element name="informatiecategorieen"><xs:complexType><xs:sequence>
<xs:element name="informatiecategorie" type="Category" maxOccurs="unbounded"/>
</xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
<xs:element name="creatiedatum" type="xs:date" minOccurs="0"/>
<xs:element name="language" type="Language" minOccurs="0"/>
<xs:element name="format" type="Format" minOccurs="0"/>
<xs:element name="documenthandelingen"><xs:complexType><xs:sequence>
<xs:element name="documenthandeling" maxOccurs="unbounded"><xs:complexType><xs:sequence>
<xs:element name="soortHandeling" type="Action"/><xs:element name="atTime" type="xs:dateTime"/>
</xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
</xs:all></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
</xs:schema>"""

WRAPPER = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified"
 targetNamespace="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<xs:import namespace="https://standaarden.overheid.nl/diwoo/metadata/" schemaLocation="memory:diwoo.xsd"/>
<xs:element name="urlset"><xs:complexType><xs:sequence>
<xs:element name="url" maxOccurs="50000"><xs:complexType><xs:sequence>
<xs:element name="loc"><xs:simpleType><xs:restriction base="xs:anyURI">
<xs:maxLength value="2048"/></xs:restriction></xs:simpleType></xs:element>
<xs:element name="lastmod"><xs:simpleType><xs:union memberTypes="xs:date xs:dateTime"/></xs:simpleType></xs:element>
<xs:any namespace="##other" processContents="strict"/>
</xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
</xs:schema>"""


class InMemory(etree.Resolver):
    def resolve(self, address, _, context):
        if address == "memory:diwoo.xsd":
            return self.resolve_string(METADATA, context)
        return None


def schema():
    parser = etree.XMLParser()
    parser.resolvers.add(InMemory())
    return etree.XMLSchema(etree.fromstring(WRAPPER, parser))


DIWOO = schema()
