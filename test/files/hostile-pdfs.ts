import { deflateSync } from 'node:zlib'
import { type MadeFile, manyZeroes, type PdfParts, pdfOf, streamOf } from '#test/files/made-file.ts'
import { withPassword } from '#test/files/odd-pdfs.ts'
import type { Fault } from '#platform/intake/verdict.ts'

const built = (name: string, expected: Fault, parts: PdfParts): MadeFile => ({
  name,
  expected,
  make: () => pdfOf(parts),
})

const opening = (name: string, action: string): MadeFile =>
  built(name, 'active', { catalog: `/OpenAction<<${action}>>` })

const pinned = (name: string, annotation: string, expected: Fault = 'active'): MadeFile =>
  built(name, expected, { annotation: `/Type/Annot/Rect[0 0 9 9]${annotation}` })

type Around = { readonly before?: string | Buffer; readonly behind?: string | Buffer }

const glued = (name: string, { before = '', behind = '' }: Around): MadeFile => ({
  name,
  expected: 'glued',
  make: () => Buffer.concat([Buffer.from(before), pdfOf(), Buffer.from(behind)]),
})

const RAR = 'Rar!\u001a\u0007'

export const zip = Buffer.concat([
  Buffer.from('PK\u0003\u0004'),
  Buffer.alloc(26),
  Buffer.from('a.exePK\u0005\u0006'),
  Buffer.alloc(18),
])

const kids = (number: number, times: number) => `${number} 0 R `.repeat(times)

/** Ten levels, each ten times the one below. */
const swelling = Array.from(
  { length: 10 },
  (_, level) => `<</Type/Pages/Kids[${kids(level === 9 ? 3 : level + 5, 10)}]/Count 10>>`,
)

const deep = Array.from(
  { length: 400 },
  (_, level) => `<</Type/Pages/Kids[${level === 399 ? 3 : level + 5} 0 R]/Count 1>>`,
)

const bombedTable = (megabytes: number) => {
  const dict = '/Type/XRef/Size 900000000/W[1 2 1]/Root 1 0 R/Filter/FlateDecode'
  const start = '%PDF-1.5\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n'
  const five = Buffer.concat([Buffer.from('5 0 obj\n'), streamOf(dict, manyZeroes(megabytes))])
  return Buffer.concat([
    Buffer.from(start),
    five,
    Buffer.from(`\nendobj\nstartxref\n${start.length}\n%%EOF\n`),
  ])
}

/** What a PDF can do besides being read, and what is made to hurt whoever reads it. */
export const HOSTILE_PDFS: readonly MadeFile[] = [
  opening('a script on opening', '/S/JavaScript/JS(app.alert\\(1\\))'),
  opening('a script whose name is hidden', '/S/J#61vaScript/J#53(1)'),
  opening('a script in a stream', '/S/JavaScript/JS 9 0 R'),
  opening('a script behind a harmless step', '/S/GoTo/D[3 0 R/Fit]/Next<</S/JavaScript/JS(1)>>'),
  opening('starts a program', '/S/Launch/F(calc.exe)'),
  opening('starts a program, as Windows has it', '/S/Launch/Win<</F(cmd.exe)>>'),
  opening('sends a form', '/S/SubmitForm/F(https://example.org)'),
  opening('takes in data', '/S/ImportData/F(a.fdf)'),
  opening('opens another file', '/S/GoToR/F(other.pdf)/D[0/Fit]'),
  opening('opens a file inside', '/S/GoToE/T<</R/C>>'),
  opening('plays a rendition', '/S/Rendition/OP 0'),
  opening('plays a film', '/S/Movie'),
  opening('plays a sound', '/S/Sound'),
  opening('runs rich media', '/S/RichMediaExecute'),
  built('scripts by name', 'active', {
    catalog: '/Names<</JavaScript<</Names[(a)4 0 R]>>>>',
    more: ['<<>>'],
  }),
  built('a script when the page opens', 'active', { page: '/AA<</O<</S/JavaScript/JS(1)>>>>' }),
  built('a script in a field', 'active', {
    catalog: '/AcroForm<</Fields[4 0 R]>>',
    more: ['<</FT/Tx/T(a)/AA<</K<</S/JavaScript/JS(1)>>>>>>'],
  }),
  built('a script in a bookmark', 'active', {
    catalog: '/Outlines<</First<</Title(a)/A<</S/JavaScript/JS(1)>>>>>>',
  }),
  built('a form of the other kind', 'active', { catalog: '/AcroForm<</XFA(x)/Fields[]>>' }),
  built('asks to be drawn by a program', 'active', { catalog: '/NeedsRendering true' }),
  pinned('a link that runs a script', '/Subtype/Link/A<</S/JavaScript/JS(1)>>'),
  pinned('a link that starts a program', '/Subtype/Link/A<</S/Launch/F(a)>>'),
  pinned('rich media', '/Subtype/RichMedia'),
  pinned('a film on a page', '/Subtype/Movie'),
  pinned('a screen on a page', '/Subtype/Screen'),
  pinned('a model on a page', '/Subtype/3D'),
  pinned('a file on a page', '/Subtype/FileAttachment', 'attached'),
  built('files inside', 'attached', { catalog: '/Names<</EmbeddedFiles<</Names[]>>>>' }),
  built('a file beside', 'attached', {
    catalog: '/AF[<</Type/Filespec/F(a.xml)/EF<</F 4 0 R>>>>]',
    more: ['<<>>'],
  }),
  built('a portfolio', 'attached', { catalog: '/Collection<</View/D>>' }),
  built('a picture that lies elsewhere', 'active', {
    page: '/Contents 4 0 R',
    more: [streamOf('/F(file.bin)', '')],
  }),
  built('no page', 'no-page', { pages: '<</Type/Pages/Kids[]/Count 0>>' }),
  { ...built('no tree of pages', 'no-page', { pages: 'null' }), alone: 'damaged-pdf' },
  built('a tree that comes back to itself', 'too-heavy', {
    pages: '<</Type/Pages/Kids[2 0 R]/Count 1>>',
  }),
  built('pages that swell tenfold on each level', 'too-heavy', {
    pages: '<</Type/Pages/Kids[4 0 R]/Count 1>>',
    more: swelling,
  }),
  built('a tree 400 levels deep', 'too-heavy', {
    pages: '<</Type/Pages/Kids[4 0 R]/Count 1>>',
    more: deep,
  }),
  built('more pages than anybody reads', 'too-heavy', {
    pages: `<</Type/Pages/Kids[${kids(3, 10_001)}]/Count 1>>`,
  }),
  built('a page of seven metres', 'page-size', { page: '/CropBox[0 0 20000 20000]' }),
  built('a page whose size is told elsewhere', 'page-size', {
    page: '/CropBox 4 0 R',
    more: ['[0 0 99999 9]'],
  }),
  built('a picture of 400 million dots', 'too-heavy', {
    page: '/Resources<</XObject<</Im0 4 0 R>>>>',
    more: [
      streamOf(
        '/Subtype/Image/Width 20000/Height 20000/BitsPerComponent 1/Filter/FlateDecode',
        deflateSync(Buffer.alloc(9)),
      ),
    ],
  }),
  built('a page packed twice', 'too-heavy', {
    page: '/Contents 4 0 R',
    more: [
      streamOf('/Filter[/FlateDecode/FlateDecode]', deflateSync(deflateSync(Buffer.alloc(1e6)))),
    ],
  }),
  built('a page packed twice, as told elsewhere', 'too-heavy', {
    page: '/Contents 4 0 R',
    more: [streamOf('/Filter 5 0 R', 'x'), '[/LZWDecode 6 0 R]', '/FlateDecode'],
  }),
  { name: 'a user password', expected: 'password', make: withPassword('RC4 128') },
  { name: 'a user password, AES 256', expected: 'password', make: withPassword('AES 256') },
  glued('a program before it', { before: 'MZ\u0090\0' }),
  glued('an archive before it', { before: zip }),
  glued('a picture before it', { before: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0]) }),
  glued('a picture of another kind before it', { before: 'GIF89a\u0001\0' }),
  glued('a film before it', { before: '\0\0\0\u0018ftypmp42' }),
  glued('an archive of another kind behind it', { behind: `remark ${RAR}` }),
  glued('a web page before it', { before: '<html><script>1</script>' }),
  glued('an archive behind it', { behind: zip }),
  glued('an archive that ends like a PDF', { behind: Buffer.concat([zip, Buffer.from('%%EOF')]) }),
  glued('a program behind it', { behind: '\nMZ\u0090\0' }),
  glued('a program of Linux behind it', { behind: '\u007fELF\u0002' }),
  glued('commands behind it', { behind: '#!/bin/sh\n' }),
  { ...glued('its head too far down', { before: 'x'.repeat(1100) }), expected: 'unknown' },
  {
    name: 'cut off behind its objects, without table and trailer',
    expected: 'pdf-cut',
    make: () => Buffer.from(pdfOf({}).toString('latin1').split('xref')[0] ?? '', 'latin1'),
  },
  { name: 'nothing but a head', expected: 'damaged-pdf', make: () => Buffer.from('%PDF-1.7\n') },
  { name: 'a head and noise', expected: 'damaged-pdf', make: () => noise() },
  { name: 'a table of one gigabyte', expected: 'too-heavy', make: () => bombedTable(1024) },
]

function noise(): Buffer {
  const bytes = Buffer.alloc(5000, '%PDF-1.7\n')
  for (let at = 9, seed = 7; at < bytes.length; at += 1) {
    seed = (seed * 16_807) % 2_147_483_647
    bytes[at] = seed % 256
  }
  return bytes
}
