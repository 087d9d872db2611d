import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { JUDGE_PROGRAM } from '#main/house.ts'
import { systemClock } from '#platform/calendar.ts'
import { openJudge, type Judge } from '#platform/intake/judge.ts'
import { openLog } from '#platform/log.ts'
import { pdfOf, streamOf } from '#test/files/made-file.ts'
import { interleaved } from './rounds.ts'
import { figure, milliseconds, notMeasured, times, type Figure } from './table.ts'

const ROUNDS = 15

/** How long a file waits for its verdict, beside hashing it and beside qpdf. */
export async function measureJudge(): Promise<readonly Figure[]> {
  const log = openLog({ level: 'warn', clock: systemClock, write: (line) => console.error(line) })
  const judge = openJudge({ program: JUDGE_PROGRAM, log })
  const folder = mkdtempSync(join(tmpdir(), 'kecid-bench-judge-'))
  try {
    const page = await scannedPage()
    const pdfs = [
      await measured({ judge, folder, name: 'PDF of one scanned page', bytes: scans(page, 1) }),
      await measured({ judge, folder, name: 'PDF of 20 scanned pages', bytes: scans(page, 20) }),
    ]
    const photo = await noise(4000, 3000).jpeg({ quality: 70 }).toBuffer()
    const picture = { judge, folder, name: 'photo of 12 megapixels', bytes: photo }
    return [...pdfs.flat(), ...(await measured(picture)), memory()]
  } finally {
    await judge.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Measuring = {
  readonly judge: Judge
  readonly folder: string
  readonly name: string
  readonly bytes: Buffer
}

async function measured({ judge, folder, name, bytes }: Measuring): Promise<readonly Figure[]> {
  const path = join(folder, 'file')
  writeFileSync(path, bytes)
  const timed = (work: () => unknown) => async () => {
    const began = performance.now()
    await work()
    return performance.now() - began
  }
  const judged = timed(async () => {
    const verdict = await judge.judge({ size: bytes.length, of: '', bytes: async () => [bytes] })
    if (!verdict.ok) throw new Error(`${name} is refused: ${verdict.reason}`)
  })
  const hashed = timed(() => createHash('sha256').update(bytes).digest())
  const isPdf = bytes.includes('%PDF-')
  const hasQpdf = spawnSync('qpdf', ['--version']).status === 0
  const byQpdf = timed(() => qpdf(path))
  await judged() // it starts with the first file
  const runners = isPdf && hasQpdf ? [judged, hashed, byQpdf] : [judged, hashed]
  const [ours = 0, hash = 0, other] = await interleaved(runners, ROUNDS)
  const size = `${(bytes.length / 1_000_000).toFixed(1)} MB`
  const own = { name: `${name} | SHA-256 of its ${size}`, ours: milliseconds(ours) }
  const first = figure({ ...own, peer: milliseconds(hash), ratio: times(ours, hash) })
  if (!isPdf) return [first]
  if (other === undefined) return [first, notMeasured(`${name} | qpdf`, 'qpdf is not installed')]
  const beside = { peer: milliseconds(other), ratio: times(ours, other) }
  return [first, figure({ ...own, name: `${name} | qpdf --json, a process each`, ...beside })]
}

function qpdf(path: string): void {
  const words = ['--json=2', '--json-key=qpdf', '--json-stream-data=none', '--decode-level=none']
  const { status } = spawnSync('qpdf', [...words, path], { stdio: 'ignore' })
  if (status !== 0) throw new Error('qpdf cannot read what it should')
}

/** The most that any judge of this run has held, as Linux has counted it. */
function memory(): Figure {
  const name = 'most memory of a judge'
  try {
    const { pid } = process
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')
    const peaks = children.map((child) => {
      const status = readFileSync(`/proc/${child}/status`, 'utf8')
      return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0)
    })
    return figure({ name, ours: `${Math.round(Math.max(...peaks) / 1000)} MB`, note: 'resident' })
  } catch {
    return notMeasured(name, 'there is no /proc')
  }
}

const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 200, sigma: 25 },
    },
  })

const scannedPage = () => noise(910, 1287).greyscale().jpeg({ quality: 75 }).toBuffer()

/** A4 at 110 dpi, as offices scan. */
function scans(page: Buffer, count: number): Buffer {
  const image =
    '/Type/XObject/Subtype/Image/Width 910/Height 1287/ColorSpace/DeviceGray' +
    '/BitsPerComponent 8/Filter/DCTDecode'
  const pageOf = (index: number) =>
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]' +
    `/Resources<</XObject<</Im0 ${4 + index} 0 R>>>>>>`
  const others = Array.from({ length: count - 1 }, (_, index) => 4 + count + index)
  const kids = [3, ...others].map((number) => `${number} 0 R`).join(' ')
  return pdfOf({
    pages: `<</Type/Pages/Kids[${kids}]/Count ${count}>>`,
    page: '/Resources<</XObject<</Im0 4 0 R>>>>',
    more: [
      ...Array.from({ length: count }, () => streamOf(image, page)),
      ...others.map((_, index) => pageOf(index + 1)),
    ],
  })
}
