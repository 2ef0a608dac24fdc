/** Metadata of the PDF as XMP (ISO 16684-1), saying what the document information dictionary says. */
import type {Conformance} from '../../core/paper.ts'

export interface XmpFacts {
  readonly title: string
  readonly authors: readonly string[]
  readonly description: string | undefined
  readonly language: string
  readonly identifier: string
  /** Seconds since 1970. */
  readonly modified: number
  /** Standards that the file says it keeps. */
  readonly conformance?: readonly Conformance[]
  /** What it offers, in the words of Schema.org's accessibilityFeature. */
  readonly features?: readonly string[]
  /** UUID of the file itself, for one that goes to a printer. */
  readonly document?: string
  /** Absent where another program writes the file anew. */
  readonly producer?: string
}

/** Version identifiers; PDF/A asks that the schema of any other be described (ISO 19005-2, 6.6.2.3). */
const universal = '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>\n'
const archival = '<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>\n'
const universalSchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`

/** PDF/A knows this vocabulary only if it is described, which is not done for it. */
function listFeatures({features = [], conformance = []}: XmpFacts): string {
  if (features.length === 0 || conformance.includes('pdf-a')) return ''
  const rows = features.map((feature) => `<rdf:li>${feature}</rdf:li>`).join('')
  return `<rdf:Description rdf:about="" xmlns:schema="http://schema.org/"><schema:accessibilityFeature><rdf:Bag>${rows}</rdf:Bag></schema:accessibilityFeature></rdf:Description>\n`
}

/** Which document it is, and that nothing is trapped; PDF/X-4 asks for all of it (ISO 15930-7, 6.4 and 6.9). */
function identifyPlates({document, modified, conformance = []}: XmpFacts): string {
  if (document === undefined) return ''
  const version = conformance.includes('pdf-x-4') ? '<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>\n' : ''
  return `<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<pdf:Trapped>False</pdf:Trapped>
<xmp:MetadataDate>${dateOf(modified)}</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:${document}</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
${version}</rdf:Description>
`
}

function identify({conformance = []}: XmpFacts): string {
  const [isUniversal, isArchival] = [conformance.includes('pdf-ua'), conformance.includes('pdf-a')]
  return `${isUniversal ? universal : ''}${isArchival ? archival : ''}${isUniversal && isArchival ? universalSchema : ''}`
}

/** The packet. */
export function makeXmp(facts: XmpFacts): string {
  const date = dateOf(facts.modified)
  const authors = facts.authors.map((name) => `<rdf:li>${escapeXml(name)}</rdf:li>`).join('')
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:identifier>${escapeXml(facts.identifier)}</dc:identifier>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(facts.title)}</rdf:li></rdf:Alt></dc:title>
${authors && `<dc:creator><rdf:Seq>${authors}</rdf:Seq></dc:creator>\n`}${describe(facts)}<dc:language><rdf:Bag><rdf:li>${escapeXml(facts.language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
<xmp:CreatorTool>Hexapla</xmp:CreatorTool>
${facts.producer === undefined ? '' : `<pdf:Producer>${facts.producer}</pdf:Producer>\n`}</rdf:Description>
${identify(facts)}${identifyPlates(facts)}${listFeatures(facts)}</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}

function dateOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(/\.\d+Z$/, 'Z')
}

function describe({description}: XmpFacts): string {
  return description === undefined ? '' : `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(description)}</rdf:li></rdf:Alt></dc:description>\n`
}

function escapeXml(text: string): string {
  return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '').replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`)
}
