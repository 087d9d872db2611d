import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Act, Line } from '#telling/act/lines.ts'
import { actSheetPdf, type ActSheet } from '#telling/act/sheet.ts'
import { archivalFaults } from '#test/archival.ts'
import { overlaps, readPdf, textOfPdf } from '#test/read-pdf.ts'

const act = (language: Act['language'], lines: readonly Line[] = []): Act => ({
  language,
  mark: `mark in ${language}`,
  authority: 'Dövlət Miqrasiya Xidməti',
  title: `Qərar ${language}`,
  facts: [
    { label: 'Nömrə', value: 'HQM-2026-000123' },
    { label: 'Kim haqqında', value: 'שרה' },
    { label: 'Pasportda', value: 'LEVI<<SARA' },
  ],
  outcome: { word: 'İmtina', sentence: 'İmtina qərarı verilib', meaning: ['64 bal.'] },
  parts: [
    {
      title: 'Əsaslandırma',
      lines: [
        { is: 'heading', text: 'Meyar' },
        { is: 'text', text: 'Mətn', rests: [{ text: 'maddə 1', isProvisional: false }] },
        { is: 'small', text: 'Kiçik' },
        { is: 'rest', rest: { what: 'Keçid balı', text: 'Müvəqqəti', isProvisional: true } },
        { is: 'fact', fact: { label: 'Son gün', value: '7 may' } },
        { is: 'sum', sum: { points: 64, total: 100, passMark: 70, verdict: 'fails' } },
        {
          is: 'scores',
          scores: [
            {
              title: 'Təhsil',
              points: 13,
              pointsMax: 25,
              lines: [{ is: 'written', text: 'Əla\n\nÇox yaxşı', language: 'az' }],
            },
          ],
        },
        ...lines,
      ],
    },
  ],
})

const SHEET: ActSheet = {
  acts: [act('az'), act('ru')],
  number: 'HQM-2026-000123',
  madeAt: new Date('2026-05-04T08:00:00.000Z'),
  demonstration: true,
}

test('the sheet is the act, and its translation on a page of its own', async () => {
  const bytes = await actSheetPdf(SHEET)

  deepEqual(bytes, await actSheetPdf(SHEET), 'the same bytes for the same act')
  const pages = await readPdf(bytes)
  equal(pages.length, 2)
  const [first = '', second = ''] = pages.map(({ lines }) =>
    lines.map(({ text }) => text).join('\n'),
  )
  for (const part of [
    'İmtina qərarı verilib',
    'Mətn (§ maddə 1)',
    'Keçid balı: Müvəqqəti',
    'Təhsil: 13 bal (ən çoxu 25)',
    'Çox yaxşı',
    'LEVI<<SARA',
    'HQM-2026-000123 · 1 / 2',
  ]) {
    ok(first.includes(part), part)
  }
  match(second, /mark in ru[\s\S]*Qərar ru[\s\S]*2 \/ 2/)
  equal((first + second).includes('שרה'), false, 'the faces cannot write it')
  deepEqual(
    pages.flatMap(({ lines }) => overlaps(lines)),
    [],
  )
})

test('a long act goes on from page to page, and loses nothing', async () => {
  const texts = Array.from({ length: 90 }, (_, index) => `Abzas ${index}: ${'söz '.repeat(60)}son`)
  const long = act('az', [{ is: 'written', text: texts.join('\n\n'), language: 'az' }])

  const bytes = await actSheetPdf({ ...SHEET, acts: [long] })

  const text = await textOfPdf(bytes)
  for (const index of texts.keys()) ok(text.includes(`Abzas ${index}:`), String(index))
  equal(text.match(/son/g)?.length, texts.length)
  const pages = await readPdf(bytes)
  ok(pages.length > 5)
  deepEqual(
    pages.flatMap(({ lines }) => overlaps(lines)),
    [],
  )
})

test('the file is PDF/A and says the language of each text', async () => {
  const bytes = await actSheetPdf(SHEET)
  deepEqual(await archivalFaults(bytes), [])
  const text = Buffer.from(bytes).toString('latin1')
  match(text, /\/S \/H1[\s\S]*?\/Lang \(az\)/)
  match(text, /\/Lang \(ru\)/)
})
