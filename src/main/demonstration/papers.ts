import { crc32, deflateSync } from 'node:zlib'
import type { DocumentRule, Media } from '#core/policy/case-type.ts'

/**
 * Documents for invented people: a page that says what it stands for, and a silhouette in place of
 * a photo. Each says, or cannot fail to show, that it is no document of anybody.
 */
export type Sheet = {
  readonly kind: string
  readonly name: string
  readonly media: Media
  readonly bytes: Buffer
}

export function sheetFor(
  { code, title, accepts }: Pick<DocumentRule, 'code' | 'title' | 'accepts'>,
  holder: string,
  shade: number,
): Sheet {
  const named = (media: Media, bytes: Buffer) => {
    return { kind: code, name: `${code}.${media}`, media, bytes }
  }
  return accepts.includes('pdf')
    ? named('pdf', page(title.en, holder))
    : named('png', silhouette(shade))
}

/** One page with the standard fonts, whose letters are those of Latin-1. */
function page(title: string, holder: string): Buffer {
  const line = (size: number, y: number, text: string) =>
    `BT /F1 ${size} Tf 60 ${y} Td (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`
  const content = [
    '0.75 0.12 0.18 RG 2 w 40 40 515 762 re S',
    line(22, 740, title),
    line(15, 705, holder),
    line(12, 660, 'Demonstration document \u0096 invented person'),
    line(12, 640, 'This page stands in for the real one. Nobody of this name is meant.'),
  ].join('\n')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R ' +
      '/Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const start = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

const [WIDTH, HEIGHT] = [180, 240] as const
const SHADES = [
  [0x2f, 0x5d, 0x62],
  [0x7a, 0x3b, 0x2e],
  [0x3c, 0x4a, 0x7d],
  [0x5e, 0x54, 0x2e],
  [0x6b, 0x3a, 0x5b],
] as const
const PALE = [0xee, 0xea, 0xe2] as const

const silhouettes = new Map<number, Buffer>()

/** Head and shoulders in one colour; each shade is drawn once. */
function silhouette(shade: number): Buffer {
  const which = shade % SHADES.length
  const drawn = silhouettes.get(which) ?? drawing(SHADES[which] ?? PALE)
  silhouettes.set(which, drawn)
  return drawn
}

function drawing(dark: readonly number[]): Buffer {
  const rows = Buffer.alloc(HEIGHT * (1 + WIDTH * 3))
  let at = 0
  for (let y = 0; y < HEIGHT; y += 1) {
    at += 1 // each row begins with its filter, which is none
    for (let x = 0; x < WIDTH; x += 1) {
      const head = ((x - 90) / 38) ** 2 + ((y - 92) / 48) ** 2 < 1
      const shoulders = ((x - 90) / 76) ** 2 + ((y - 240) / 88) ** 2 < 1
      rows.set(head || shoulders ? dark : PALE, at)
      at += 3
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(WIDTH, 0)
  header.writeUInt32BE(HEIGHT, 4)
  header.set([8, 2], 8) // eight bits of each of three colours
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
