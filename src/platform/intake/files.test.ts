import { deepEqual, ok } from 'node:assert/strict'
import { after, test } from 'node:test'
import { isoMoment } from '#core/dated.ts'
import { fixedClock } from '#platform/calendar.ts'
import { openJudge } from '#platform/intake/judge.ts'
import { judgeByLibpdf } from '#platform/intake/pdf-by-libpdf.ts'
import { judgeByQpdf } from '#platform/intake/pdf-by-qpdf.ts'
import type { Verdict } from '#platform/intake/verdict.ts'
import { openLog } from '#platform/log.ts'
import { HOSTILE_PDFS } from '#test/files/hostile-pdfs.ts'
import type { MadeFile } from '#test/files/made-file.ts'
import { ODD_PDFS } from '#test/files/odd-pdfs.ts'
import { HOSTILE_OTHERS, ODD_PICTURES } from '#test/files/pictures.ts'
import { JUDGE } from '#test/judge.ts'

const clock = fixedClock(isoMoment('2026-03-02T06:00:00.000Z'))
const lines: string[] = []
const log = openLog({ level: 'info', clock, write: (line) => void lines.push(line) })
const judge = openJudge({ program: JUDGE, log })
after(() => judge.close())

async function* once(bytes: Uint8Array) {
  yield bytes
}

const said = (verdict: Verdict | { readonly ok: false; readonly reason: 'busy' }) =>
  verdict.ok ? [verdict.media, verdict.pages] : verdict.reason

const wanted = ({ expected }: MadeFile) => (typeof expected === 'string' ? expected : [...expected])

async function judged(files: readonly MadeFile[]) {
  const found: unknown[] = []
  for (const file of files) {
    const bytes = await file.make()
    const verdict = await judge.judge({
      size: bytes.length,
      of: 'Ana',
      bytes: async () => once(bytes),
    })
    found.push([file.name, said(verdict)])
  }
  return found
}

const expectedOf = (files: readonly MadeFile[]) => files.map((file) => [file.name, wanted(file)])

test('what is odd but real is taken, with its pages counted', async () => {
  const files = [...ODD_PDFS, ...ODD_PICTURES]
  ok(files.length >= 50)
  deepEqual(await judged(files), expectedOf(files))
})

test('what is hostile or of no use is refused, each for its own reason', async () => {
  const files = [...HOSTILE_PDFS, ...HOSTILE_OTHERS]
  ok(files.length >= 50)
  deepEqual(await judged(files), expectedOf(files))
})

test('both readers say the same of every PDF, but where one cannot read it', async () => {
  const files = [...ODD_PDFS, ...HOSTILE_PDFS].filter(
    // What is seen before any reader is asked, and what would take this process along.
    ({ expected }) => !['glued', 'pdf-cut', 'unknown', 'too-heavy'].includes(String(expected)),
  )
  const found: unknown[] = []
  for (const file of files) {
    const bytes = await file.make()
    found.push([file.name, said(await judgeByLibpdf(bytes)), said(judgeByQpdf(bytes))])
  }
  const both = files.map((file) => [
    file.name,
    file.alone ?? wanted(file),
    file.second ?? wanted(file),
  ])
  deepEqual(found, both)
})
