import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deepEqual, equal, match, notDeepEqual, ok } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { isoDate } from '#core/dated.ts'
import { LANGUAGES, type Words } from '#core/language.ts'
import { statusSheetPdf, type StatusSheet } from '#telling/status-document.ts'

const words = (az: string, en: string): Words => ({ az, tr: en, en, ru: en })

const SHEET: StatusSheet = {
  number: 'HQM-S-2026-000123',
  code: '7K3Q2-M8XWB-0RT5D-HJ9VA-6NC4E1',
  checkAddress: 'https://portal.example/v/7K3Q2-M8XWB-0RT5D-HJ9VA-6NC4E1',
  surname: 'Əlişir-Çağrı',
  givenNames: 'İğdır Şölə',
  machineName: 'ALISHIR<CHAGHRI<<IGHDIR<SHOLA',
  birthDate: isoDate('1987-03-27'),
  citizenships: ['PRT', 'BRA'],
  passportNumber: 'C01234567',
  field: words('Energetika', 'Energy'),
  rules: words('NK 99/2025', 'Decision 99/2025'),
  body: words('Dövlət Miqrasiya Xidməti', 'State Migration Service'),
  decidedOn: isoDate('2026-05-04'),
  validUntil: isoDate('2031-05-03'),
  issuedAt: new Date('2026-05-04T08:00:00.000Z'),
  language: 'en',
  demonstration: true,
}

test('the same sheet gives the same bytes, and another sheet others', async () => {
  const [once, twice] = [await statusSheetPdf(SHEET), await statusSheetPdf(SHEET)]
  const other = await statusSheetPdf({ ...SHEET, passportNumber: 'C01234568' })

  deepEqual(once, twice)
  notDeepEqual(once, other)
})

test('the file is one tagged page that claims PDF/A and embeds its faces', async () => {
  const text = Buffer.from(await statusSheetPdf(SHEET)).toString('latin1')

  match(text, /^%PDF-1\.7/)
  match(text, /\/Lang \(az\)/)
  match(text, /\/MarkInfo/)
  match(text, /\/StructTreeRoot/)
  match(text, /pdfaid:part>2</)
  match(text, /\/FontFile2/)
  equal(text.match(/\/Type \/Page\b/g)?.length, 1)
  equal(text.includes('/Helvetica'), false)
})

test('each part says its language, the address is a link, the square is told to its reader', async () => {
  for (const [language, alternative] of [
    ['en', 'A square code'],
    ['tr', 'Belgenin sorguland'],
  ] as const) {
    const text = Buffer.from(await statusSheetPdf({ ...SHEET, language })).toString('latin1')
    const spans = text.match(/\/S \/Span[^>]*>>/g) ?? []
    const of = (lang: string) => spans.filter((span) => span.includes(`/Lang (${lang})`)).length
    deepEqual([of('az') > 3, of('az')], [true, of(language)])
    match(text, /\/S \/URI\s*\/URI \(https:\/\/portal\.example\/v\//)
    match(text, /\/S \/Link/)
    match(text, /\/Type \/OBJR/)
    ok(plain(text).includes(alternative), language)
  }
})

/** Texts outside of ASCII are written as UTF-16. */
const plain = (text: string): string => text.replaceAll('\0', '')

test('every letter of Azerbaijani and both languages can be read out of the sheet', async (t) => {
  const text = textOf(t, await statusSheetPdf(SHEET))
  if (text === undefined) return
  const parts = [
    'Əlişir-Çağrı İğdır Şölə',
    'ALISHIR<CHAGHRI<<IGHDIR<SHOLA',
    'HQM-S-2026-000123',
    '7K3Q2-M8XWB-0RT5D-HJ9VA-6NC4E1',
    'Doğum tarixi',
    'Date of birth',
    '27 mart 1987',
    '27 March 1987',
    'Portuqaliya, Braziliya',
    'Portugal, Brazil',
    'C01234567',
    'Energetika',
    'Energy',
    '3 May 2031',
    'Hələ elektron imza ilə imzalanmayıb',
    'Not yet signed electronically',
    'Nümayiş nüsxəsidir',
    'Demonstration',
  ]

  for (const part of parts) ok(text.includes(part), `${part} in:\n${text}`)
})

test('for a reader of Azerbaijani the sheet has one language', async (t) => {
  const text = textOf(t, await statusSheetPdf({ ...SHEET, language: 'az' }))
  if (text === undefined) return

  ok(text.includes('Doğum tarixi'))
  equal(text.includes('Date of birth'), false)
})

test('a sheet of a real person says nothing of a demonstration', async (t) => {
  const text = textOf(t, await statusSheetPdf({ ...SHEET, demonstration: false }))
  if (text === undefined) return

  equal(text.includes('Demonstration'), false)
  ok(text.includes('Not yet signed electronically'))
})

test('a name that the faces cannot write is given in the passport’s letters', async (t) => {
  const japanese = { surname: '山田', givenNames: '花子', machineName: 'YAMADA<<HANAKO' }
  const text = textOf(t, await statusSheetPdf({ ...SHEET, ...japanese }))
  if (text === undefined) return

  ok(text.includes('YAMADA') && text.includes('HANAKO'))
})

test('the longest names stay on one page in every language', async (t) => {
  const long = {
    surname: 'Ölmezoğlu-'.repeat(6).slice(0, -1),
    givenNames: 'Məhəmmədəli '.repeat(4),
  }
  for (const language of LANGUAGES) {
    const pdf = await statusSheetPdf({ ...SHEET, ...long, language })
    equal(
      Buffer.from(pdf)
        .toString('latin1')
        .match(/\/Type \/Page\b/g)?.length,
      1,
    )
    checkFile(t, pdf)
  }
})

/** What a reader of the file reads; undefined where there is no such program. */
function textOf(t: TestContext, pdf: Uint8Array): string | undefined {
  const program = '/usr/bin/pdftotext'
  if (!existsSync(program)) return undefined
  return execFileSync(program, ['-raw', kept(t, pdf), '-'], { encoding: 'utf8' })
}

function checkFile(t: TestContext, pdf: Uint8Array): void {
  const program = '/usr/bin/qpdf'
  if (existsSync(program)) execFileSync(program, ['--check', kept(t, pdf)])
}

function kept(t: TestContext, pdf: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'kecid-pdf-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'sheet.pdf')
  writeFileSync(file, pdf)
  return file
}
