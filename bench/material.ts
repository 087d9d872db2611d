import { isoDate } from '#core/dated.ts'
import { MATERIAL_KINDS, type MaterialKind } from '#core/promotion/material.ts'
import { materialFile } from '#telling/material/file.ts'
import { statusSheetPdf, type StatusSheet } from '#telling/status-document.ts'
import { materialIn } from '#test/material.ts'
import { interleaved } from './rounds.ts'
import { figure, milliseconds, times, type Figure } from './table.ts'

const ROUNDS = 15
const MADE = new Date('2026-03-02T08:00:00.000Z')
const DAY = isoDate('2026-03-02')

/** How long a mission waits for a file, beside the sheet of a status drawn in the same run. */
export async function measureMaterial(): Promise<readonly Figure[]> {
  const content = materialIn('en')
  const drawn = MATERIAL_KINDS.filter((kind) => kind !== 'text')
  const making = (kind: MaterialKind) => timed(() => materialFile(content, kind, MADE))
  const runners = [timed(() => statusSheetPdf(SHEET)), ...drawn.map(making)]
  for (const run of runners) await run() // faces are read and code is compiled once
  const [peer = Number.NaN, ...ours] = await interleaved(runners, ROUNDS)
  return drawn.map((kind, index) => {
    const own = ours[index] ?? Number.NaN
    return figure({
      name: `material: ${kind}`,
      ours: milliseconds(own),
      peer: milliseconds(peer),
      ratio: times(own, peer),
      note: 'peer: the sheet of a status',
    })
  })
}

const timed = (work: () => Promise<unknown>) => async () => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const words = (text: string) => ({ az: text, tr: text, en: text, ru: text })

const SHEET: StatusSheet = {
  title: words('Status of a highly qualified migrant'),
  number: 'HQM-S-2026-000123',
  code: '7K3Q2-M8XWB-0RT5D-HJ9VA-6NC4E1',
  checkAddress: 'https://portal.example/v/7K3Q2-M8XWB-0RT5D-HJ9VA-6NC4E1',
  surname: 'Example',
  givenNames: 'Ana',
  birthDate: isoDate('1987-03-27'),
  citizenships: ['PRT'],
  passportNumber: 'C01234567',
  rules: words('Decision 99/2025'),
  body: words('State Migration Service'),
  decidedOn: DAY,
  validUntil: isoDate('2031-03-01'),
  issuedAt: MADE,
  language: 'en',
  demonstration: true,
}
