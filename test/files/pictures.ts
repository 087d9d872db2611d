import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { zip } from '#test/files/hostile-pdfs.ts'
import { type MadeFile, pdfOf } from '#test/files/made-file.ts'

/** A gradient: blurred noise would hide that a picture lies on its side. */
export function rawPicture(width = 60, height = 40): { readonly data: Buffer; readonly info: Raw } {
  const data = Buffer.alloc(width * height * 3)
  for (let at = 0; at < width * height; at += 1) {
    data[at * 3] = Math.round((255 * (at % width)) / width)
    data[at * 3 + 1] = Math.round((255 * Math.floor(at / width)) / height)
    data[at * 3 + 2] = 90
  }
  return { data, info: { raw: { width, height, channels: 3 } } }
}

type Raw = {
  readonly raw: { readonly width: number; readonly height: number; readonly channels: 3 }
}

const drawn = (width?: number, height?: number) => {
  const { data, info } = rawPicture(width, height)
  return sharp(data, info)
}

export const jpeg = (width?: number, height?: number): Promise<Buffer> =>
  drawn(width, height).jpeg().toBuffer()

const finer = () => drawn().jpeg({ progressive: true }).toBuffer()

const png = () => drawn().png().toBuffer()

/** As a phone writes it: on its side, with the place where it was taken and the phone's name. */
export const photoOfPhone = (): Promise<Buffer> =>
  drawn(600, 400)
    .withExif({
      IFD0: { Make: 'Telefon', Model: 'Model of Ana' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '40/1 24/1 33/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '49/1 52/1 1/1',
      },
    })
    .withIccProfile('p3')
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

const film = Buffer.concat([
  Buffer.from([0, 0, 0, 24]),
  Buffer.from('ftypmp42\0\0\0\0mp42isom'),
  Buffer.alloc(500, 7),
])

const followed = (first: () => Promise<Buffer>, tail: Buffer) => async () =>
  Buffer.concat([await first(), tail])

const chunk = (type: string, body: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type), body])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

const PNG_HEAD = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

const pngOf = (width: number, height: number, ...chunks: readonly Buffer[]) => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([PNG_HEAD, chunk('IHDR', head), ...chunks, chunk('IEND', Buffer.alloc(0))])
}

/** After the head of a PNG comes what a program wrote into it. */
const pngWith = (extra: Buffer) => async () => {
  const bytes = await png()
  return Buffer.concat([bytes.subarray(0, 33), extra, bytes.subarray(33)])
}

const liar = async () => {
  const bytes = Buffer.from(await jpeg())
  const at = bytes.indexOf(Buffer.from([0xff, 0xc0]))
  bytes.writeUInt16BE(60_000, at + 5)
  bytes.writeUInt16BE(60_000, at + 7)
  return bytes
}

const good = (name: string, media: 'jpeg' | 'png', make: MadeFile['make']): MadeFile => ({
  name,
  make,
  expected: [media, 1],
})

export const ODD_PICTURES: readonly MadeFile[] = [
  good('a picture', 'jpeg', jpeg),
  good('a photo of a phone', 'jpeg', photoOfPhone),
  good('a photo that moves', 'jpeg', followed(photoOfPhone, film)),
  good('zeroes behind the end', 'jpeg', followed(jpeg, Buffer.alloc(900))),
  good('comes in finer and finer', 'jpeg', finer),
  good('a second picture behind it', 'jpeg', async () =>
    Buffer.concat([await jpeg(), await jpeg()]),
  ),
  good('the four colours of printers', 'jpeg', () =>
    drawn().toColourspace('cmyk').jpeg().toBuffer(),
  ),
  good('grey', 'jpeg', () => drawn().greyscale().jpeg().toBuffer()),
  good('a panorama', 'jpeg', () => jpeg(6000, 90)),
  good('one dot', 'png', () => drawn(1, 1).png().toBuffer()),
  good('a PNG', 'png', png),
  good('16 bits of each colour', 'png', () => drawn().toColourspace('rgb16').png().toBuffer()),
  good('256 colours', 'png', () => drawn().png({ palette: true }).toBuffer()),
  good('every second line first', 'png', () => drawn().png({ progressive: true }).toBuffer()),
  good('see-through', 'png', () => drawn().ensureAlpha(0.4).png().toBuffer()),
  good('a long text inside', 'png', pngWith(chunk('tEXt', Buffer.alloc(300_000, 'a\0text')))),
  good(
    'pictures that follow each other',
    'png',
    pngWith(chunk('acTL', Buffer.from([0, 0, 0, 1, 0, 0, 0, 0]))),
  ),
  good('a tail behind a PNG', 'png', followed(png, Buffer.from('tail'))),
]

const text = (name: string, expected: MadeFile['expected'], bytes: Buffer | string): MadeFile => ({
  name,
  expected,
  make: () => Buffer.from(bytes),
})

const zipOf = (name: string) =>
  Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(26), Buffer.from(name)])
const boxOf = (brand: string) => Buffer.from(`\0\0\0\u0018ftyp${brand}\0\0\0\0${'x'.repeat(60)}`)

const joined = (name: string, first: () => Promise<Buffer>, tail: Buffer): MadeFile => ({
  name,
  expected: 'glued-picture',
  make: followed(first, tail),
})

/** Pictures that are none, pictures that are too much, and what people send for a picture. */
export const HOSTILE_OTHERS: readonly MadeFile[] = [
  text(
    'a dot that says it is a hall',
    'too-heavy',
    pngOf(60_000, 60_000, chunk('IDAT', deflateSync(Buffer.alloc(99)))),
  ),
  { name: 'a JPEG that lies about its size', expected: 'too-heavy', make: liar },
  {
    name: 'a JPEG cut in half',
    expected: 'picture-cut',
    make: async () => (await jpeg(900, 900)).subarray(0, 6000),
  },
  {
    name: 'a JPEG without its last bytes',
    expected: 'picture-cut',
    make: async () => (await jpeg(900, 900)).subarray(0, -200),
  },
  {
    name: 'a PNG cut in half',
    expected: 'picture-cut',
    make: async () =>
      (await drawn(400, 400).png({ compressionLevel: 0 }).toBuffer()).subarray(0, 200_000),
  },
  joined('an archive behind a JPEG', jpeg, zip),
  joined('an archive behind a remark behind a JPEG', jpeg, Buffer.concat([Buffer.alloc(99), zip])),
  joined('an archive behind a PNG', png, zip),
  joined(
    'an archive of another kind behind a photo',
    photoOfPhone,
    Buffer.from("x7z¼¯'\u001c", 'latin1'),
  ),
  joined('a document behind a JPEG', () => jpeg(900, 900), pdfOf()),
  joined('a program behind a JPEG that came finer and finer', finer, Buffer.from('MZ\u0090\0')),
  joined('commands behind a PNG', png, Buffer.from('\n#!/bin/sh')),
  text('a JPEG that only begins', 'damaged-picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])),
  text('a PNG that only begins', 'damaged-picture', PNG_HEAD),
  text('a PNG without a picture', 'damaged-picture', pngOf(5, 5)),
  { name: 'a GIF', expected: 'other-picture', make: () => drawn().gif().toBuffer() },
  { name: 'a WebP', expected: 'other-picture', make: () => drawn().webp().toBuffer() },
  { name: 'a TIFF', expected: 'other-picture', make: () => drawn().tiff().toBuffer() },
  { name: 'an AVIF', expected: 'heic', make: () => drawn().avif({ effort: 0 }).toBuffer() },
  text('a BMP', 'other-picture', `BM${'\0'.repeat(60)}`),
  text('a HEIC of a phone', 'heic', boxOf('heic')),
  text('a HEIF of another phone', 'heic', boxOf('mif1')),
  text('a film', 'film', boxOf('mp42')),
  text('a film of a phone', 'film', boxOf('qt  ')),
  text(
    'a drawing that can run',
    'unknown',
    '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>',
  ),
  text('a web page', 'unknown', '<!doctype html><script>1</script>'),
  text('a text', 'unknown', 'Hello'),
  text('a program', 'unknown', 'MZ\u0090\0\u0003'),
  text('a letter of Word', 'word', zipOf('word/document.xml')),
  text('a letter of LibreOffice', 'word', zipOf('mimetypeapplication/vnd.oasis.opendocument.text')),
  text(
    'an old letter of Word',
    'word',
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  ),
  text('a letter as RTF', 'word', '{\\rtf1 Hello}'),
  text('an archive', 'archive', zipOf('photos/1.jpg')),
  text('an archive of another kind', 'archive', 'Rar!\u001a\u0007'),
  text('nothing', 'empty', ''),
]
