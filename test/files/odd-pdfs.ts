import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import { type MadeFile, packedPdf, type PdfParts, pdfOf, streamOf } from '#test/files/made-file.ts'

/** Odd, and met in real life: whatever a viewer opens without a word is welcome. */
const plain = () => pdfOf()

const latin = (bytes: Buffer) => bytes.toString('latin1')
const changed = (bytes: Buffer, from: string | RegExp, to: string) =>
  Buffer.from(
    latin(bytes).replace(from, () => to),
    'latin1',
  )
const around = (before: string | Buffer, bytes: Buffer, after: string | Buffer = '') =>
  Buffer.concat([Buffer.from(before), bytes, Buffer.from(after)])

const one = (name: string, make: MadeFile['make']): MadeFile => ({
  name,
  make,
  expected: ['pdf', 1],
})
const built = (name: string, parts: PdfParts): MadeFile => one(name, () => pdfOf(parts))

/** As a scanner's settings or a notary's program lock what may be read by all. */
const LOCKS = { 'RC4 40': '1.3', 'RC4 128': '1.4', 'AES 128': '1.6', 'AES 256': '1.7ext3' } as const

const locked =
  (lock: keyof typeof LOCKS, userPassword = '') =>
  () => {
    const asked = { pdfVersion: LOCKS[lock], ownerPassword: 'owner', userPassword }
    const pdf = new PDFDocument({ ...asked, permissions: { printing: 'lowResolution' } })
    pdf.text('A diploma')
    pdf.end()
    return buffer(pdf)
  }

export const withPassword = (lock: keyof typeof LOCKS) => locked(lock, 'secret')

const signature = (number: number) =>
  `/FT/Sig/T(Signature${number})/V<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached` +
  `/ByteRange[0 10 20 10]/Contents<3000>>>`

const twoPages = '<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>'
const secondPage = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>'

/** What a program leaves that wrote ten bytes more without telling the table. */
const shifted = () =>
  Buffer.from(
    latin(plain()).replace(
      /(\d{10}) 00000 n/g,
      (_, at: string) => `${String(Number(at) + 10).padStart(10, '0')} 00000 n`,
    ),
    'latin1',
  )

const incremental = () => {
  const before = plain()
  const object = '3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]>>\nendobj\n'
  const start = before.length + object.length
  const at = String(before.length).padStart(10, '0')
  const old = /startxref\n(\d+)/.exec(latin(before))?.[1] ?? ''
  const table = `xref\n3 1\n${at} 00000 n \ntrailer\n<</Size 4/Root 1 0 R/Prev ${old}>>\n`
  return around('', before, `${object}${table}startxref\n${start}\n%%EOF\n`)
}

export const ODD_PDFS: readonly MadeFile[] = [
  one('as it should be', plain),
  one('a byte order mark before it', () => around('\uFEFF', plain())),
  one('500 bytes of something before it', () => around('x'.repeat(500), plain())),
  one('the answer of a web server before it', () =>
    around('HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n', plain()),
  ),
  one('zeroes behind the end', () => around('', plain(), Buffer.alloc(3000))),
  one('a remark of a web page behind the end', () =>
    around('', plain(), '\n<!-- made by our archive -->\n'),
  ),
  one('a thousand empty lines behind the end', () => around('', plain(), '\n'.repeat(1000))),
  one('without its end mark', () => changed(plain(), '%%EOF\n', '')),
  one('a count of a thousand million pages', () =>
    changed(plain(), '/Count 1', '/Count 1000000000'),
  ),
  one('a length of a stream that is not so', () =>
    changed(
      pdfOf({ page: '/Contents 4 0 R', more: [streamOf('', 'BT ET')] }),
      '/Length 5',
      '/Length 9',
    ),
  ),
  one('a start that leads nowhere', () => changed(plain(), /startxref\n\d+/, 'startxref\n7')),
  { ...one('a table whose every place is off by ten', shifted), alone: 'damaged-pdf' },
  built('lines that end as on old Macs', { newline: '\r' }),
  built('lines that end as on Windows', { newline: '\r\n' }),
  built('version 1.3', { version: '1.3' }),
  built('version 2.0', { version: '2.0' }),
  one('a comment of high bytes under the header', () =>
    changed(plain(), '1.7\n', '1.7\n%\u00e2\u00e3\u00cf\u00d3\n'),
  ),
  one('objects in a compressed stream', packedPdf),
  one('changed once after it was made', incremental),
  one('an owner password, 40 bits', locked('RC4 40')),
  one('an owner password, 128 bits', locked('RC4 128')),
  one('an owner password, AES 128', locked('AES 128')),
  one('an owner password, AES 256', locked('AES 256')),
  built('a form without scripts', {
    catalog: '/AcroForm<</Fields[4 0 R]/NeedAppearances true>>',
    annotation: '/Type/Annot/Subtype/Widget/Rect[0 0 9 9]/FT/Tx/T(name)',
    more: ['<</FT/Tx/T(name)/V(Ana)>>'],
  }),
  built('one signature', {
    catalog: '/AcroForm<</SigFlags 3/Fields[4 0 R]>>',
    more: [`<<${signature(1)}>>`],
  }),
  built('two signatures', {
    catalog: '/AcroForm<</SigFlags 3/Fields[4 0 R 5 0 R]>>',
    more: [`<<${signature(1)}>>`, `<<${signature(2)}>>`],
  }),
  built('a link to the web', {
    annotation: '/Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://example.org)>>',
  }),
  built('goes to its page on opening', { catalog: '/OpenAction<</S/GoTo/D[3 0 R/Fit]>>' }),
  built('opens at a place', { catalog: '/OpenAction[3 0 R/XYZ 0 800 null]' }),
  built('a button to the next page', {
    annotation: '/Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/Named/N/NextPage>>',
  }),
  built('for the archive, without files inside', {
    catalog:
      '/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/Info(sRGB)>>]/MarkInfo<</Marked true>>',
  }),
  built('bookmarks', {
    catalog: '/Outlines 4 0 R',
    more: ['<</First 5 0 R/Last 5 0 R/Count 1>>', '<</Title(One)/Parent 4 0 R/Dest[3 0 R/Fit]>>'],
  }),
  built('numbers of pages', { catalog: '/PageLabels<</Nums[0<</S/r>>]>>' }),
  built('layers', {
    catalog: '/OCProperties<</OCGs[4 0 R]/D<</Order[4 0 R]>>>>',
    more: ['<</Type/OCG/Name(Stamp)>>'],
  }),
  built('headings that a voice can read', {
    catalog: '/StructTreeRoot 4 0 R',
    more: ['<</Type/StructTreeRoot/K 5 0 R>>', '<</Type/StructElem/S/H1/P 4 0 R/Pg 3 0 R/K 0>>'],
  }),
  built('a note and a highlight', {
    annotation: '/Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(seen)/F 4',
  }),
  built('a page on its side', { page: '/Rotate 90' }),
  one('a page that does not say how large it is', () =>
    changed(plain(), '/MediaBox[0 0 595 842]', ''),
  ),
  built('a size that all pages share', {
    pages: '<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>',
  }),
  built('a name with a written sign in it', { catalog: '/Lang(en)/Pi#65ceInfo<</Own#20Key 1>>' }),
  built('a poster of five metres', { page: '/MediaBox[0 0 14400 14400]' }),
  built('a page packed once, and written in letters', {
    page: '/Contents 4 0 R',
    more: [streamOf('/Filter[/ASCII85Decode/FlateDecode]', '~>')],
  }),
  built('a scan of a page', {
    page: '/Resources<</XObject<</Im0 4 0 R>>>>',
    more: [
      streamOf(
        '/Type/XObject/Subtype/Image/Width 2480/Height 3508/ColorSpace/DeviceGray' +
          '/BitsPerComponent 8/Filter/DCTDecode',
        Buffer.from([0xff, 0xd8, 0xff, 0xd9]),
      ),
    ],
  }),
  {
    name: 'two pages',
    make: () => pdfOf({ pages: twoPages, more: [secondPage] }),
    expected: ['pdf', 2],
  },
  {
    name: 'a tree of trees',
    make: () =>
      pdfOf({
        pages: '<</Type/Pages/Kids[4 0 R 3 0 R]/Count 3>>',
        more: [
          '<</Type/Pages/Parent 2 0 R/Kids[5 0 R 6 0 R]/Count 2>>',
          '<</Type/Page/Parent 4 0 R/MediaBox[0 0 9 9]>>',
          '<</Type/Page/Parent 4 0 R/MediaBox[0 0 9 9]>>',
        ],
      }),
    expected: ['pdf', 3],
  },
  {
    name: 'one page shown twenty times',
    make: () => pdfOf({ pages: `<</Type/Pages/Kids[${'3 0 R '.repeat(20)}]/Count 20>>` }),
    expected: ['pdf', 20],
  },
]
