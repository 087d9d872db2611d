import { PDF, PdfArray, PdfDict, PdfRef, PdfStream, type PdfObject } from '@libpdf/core'

/** A file taken apart: all that can be reached from its catalog. */
type Opened = {
  readonly raw: string
  readonly isEncrypted: boolean
  readonly catalog: PdfDict
  readonly dicts: readonly PdfDict[]
  readonly at: (ref: PdfRef) => PdfObject | null
}

/**
 * What a file lacks of what it claims: PDF/A-2a (ISO 19005-2), with a title, a language and words
 * for each picture. Only its structure is looked at; what is drawn is read elsewhere.
 */
export async function archivalFaults(bytes: Uint8Array): Promise<readonly string[]> {
  const file = await openedOf(bytes)
  return Object.entries({ ...ofTheWhole(file), ...ofItsParts(file) }).flatMap(([what, holds]) =>
    holds ? [] : [what],
  )
}

/** What each page of a file draws, as it is written. */
export async function contentsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const { dicts, at } = await openedOf(bytes)
  return ofType(dicts, 'Page').map((page) => textOf(page.get('Contents', at)))
}

async function openedOf(bytes: Uint8Array): Promise<Opened> {
  const { context, isEncrypted } = await PDF.load(bytes)
  const catalog = context.catalog.getDict()
  const raw = Buffer.from(bytes).toString('latin1')
  const at = (ref: PdfRef) => context.resolve(ref)
  return { raw, isEncrypted, catalog, dicts: reached(catalog, at), at }
}

function reached(catalog: PdfDict, at: Opened['at']): readonly PdfDict[] {
  const seen = new Set<unknown>()
  const found: PdfDict[] = []
  const waiting: unknown[] = [catalog]
  while (waiting.length > 0) {
    const next = waiting.pop()
    const object = next instanceof PdfRef ? at(next) : next
    if (seen.has(object)) continue
    seen.add(object)
    if (object instanceof PdfArray) waiting.push(...object)
    if (!(object instanceof PdfDict)) continue
    found.push(object)
    waiting.push(...Array.from(object, ([, value]) => value))
  }
  return found
}

const ofType = (dicts: readonly PdfDict[], type: string) =>
  dicts.filter((dict) => dict.getName('Type')?.value === type)

const kindOf = (dict: PdfDict) => dict.getName('S')?.value ?? ''

const textOf = (stream: unknown): string =>
  stream instanceof PdfStream ? Buffer.from(stream.getDecodedData()).toString('latin1') : ''

function ofTheWhole({ raw, isEncrypted, catalog, at }: Opened) {
  const metadata = textOf(catalog.get('Metadata', at))
  const intent = catalog.getArray('OutputIntents', at)?.at(0, at)
  const profile = intent instanceof PdfDict ? intent.get('DestOutputProfile', at) : undefined
  const colours = textOf(profile)
  const shows = catalog.getDict('ViewerPreferences', at)
  return {
    'is written as PDF 1.7': raw.startsWith('%PDF-1.7'),
    'is known by a number': /\/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]/.test(raw),
    'is open': !isEncrypted && !raw.includes('/Encrypt'),
    'says so in its metadata':
      /pdfaid:part>2</.test(metadata) && /pdfaid:conformance>A</.test(metadata),
    'has a title, and shows it':
      /<dc:title>[^]*<rdf:li[^>]*>[^<]+</.test(metadata) &&
      shows?.getBool('DisplayDocTitle')?.value === true,
    'has a language': /^(az|tr|en|ru)$/.test(catalog.getString('Lang', at)?.asString() ?? ''),
    'is tagged':
      catalog.getDict('MarkInfo', at)?.getBool('Marked')?.value === true &&
      catalog.getDict('StructTreeRoot', at)?.has('ParentTree') === true,
    'says what its colours are':
      intent instanceof PdfDict &&
      kindOf(intent) === 'GTS_PDFA1' &&
      colours.slice(36, 40) === 'acsp' &&
      colours.slice(16, 20) === 'RGB ',
  }
}

/** What does something by itself, or leads to another file. */
const ACTS = ['JavaScript', 'JS', 'AA', 'OpenAction', 'AcroForm', 'EmbeddedFiles', 'XFA']

function ofItsParts({ dicts, at }: Opened) {
  const pages = ofType(dicts, 'Page')
  const fonts = ofType(dicts, 'Font')
  const figures = ofType(dicts, 'StructElem').filter((element) => kindOf(element) === 'Figure')
  return {
    'has pages, read in the order of their tags':
      pages.length > 0 &&
      pages.every((page) => page.has('StructParents') && page.getName('Tabs')?.value === 'S'),
    'draws nothing untagged': pages.every((page) => isTagged(textOf(page.get('Contents', at)))),
    'embeds each face, and says its letters':
      fonts.length > 0 && fonts.every((font) => isWhole(font, at)),
    'says what each picture shows': figures.every(
      (figure) => (figure.getString('Alt', at)?.asString() ?? '') !== '',
    ),
    'prints its links, and reads them out': ofType(dicts, 'Annot').every(
      (link) => link.getNumber('F')?.value === 4 && link.has('StructParent'),
    ),
    'lets nothing shine through': dicts.every(
      (dict) =>
        kindOf(dict) !== 'Transparency' &&
        !dict.has('SMask') &&
        ['ca', 'CA'].every((key) => (dict.getNumber(key)?.value ?? 1) === 1),
    ),
    'does nothing by itself': dicts.every((dict) => ACTS.every((key) => !dict.has(key))),
    'needs no other file': dicts.every(
      (dict) =>
        !(dict instanceof PdfStream && dict.has('F')) &&
        !['Launch', 'GoToR', 'SubmitForm', 'ImportData'].includes(kindOf(dict)),
    ),
  }
}

/** One that is composed of another is embedded there. */
function isWhole(font: PdfDict, at: Opened['at']): boolean {
  if (font.getName('Subtype')?.value !== 'Type0') {
    return font.getDict('FontDescriptor', at)?.has('FontFile2') === true
  }
  const [inner] = [font.getArray('DescendantFonts', at)?.at(0, at)]
  return font.has('ToUnicode') && inner instanceof PdfDict && isWhole(inner, at)
}

/** Whether each text and each line of a page stands within a mark (ISO 32000-1, 14.6). */
function isTagged(content: string): boolean {
  let depth = 0
  // Texts are written as hexadecimal letters, so that no operator stands within one.
  for (const operator of content.split(/\s+/)) {
    if (operator === 'BDC' || operator === 'BMC') depth += 1
    if (operator === 'EMC') depth -= 1
    if (depth === 0 && ['TJ', 'Tj', 'f', 'S', 'B', 'Do'].includes(operator)) return false
  }
  return content !== '' && depth === 0
}
