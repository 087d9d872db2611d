import { deepEqual, equal, match, notDeepEqual, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate } from '#core/dated.ts'
import { LANGUAGES, type Words } from '#core/language.ts'
import { tidyName } from '#core/facts/name.ts'
import { isWritable } from '#telling/sheet-faces.ts'
import { statusSheetPdf, type StatusSheet } from '#telling/status-document.ts'
import { archivalFaults } from '#test/archival.ts'
import { overlaps, readPdf, textOfPdf } from '#test/read-pdf.ts'

const words = (az: string, en: string): Words => ({ az, tr: en, en, ru: en })

const SHEET: StatusSheet = {
  title: words('Yüksəkixtisaslı miqrant statusu', 'Status of a highly qualified migrant'),
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

test('the file is one page of PDF/A in Azerbaijani, whatever is beside it', async () => {
  for (const language of LANGUAGES) {
    const bytes = await statusSheetPdf({ ...SHEET, language })
    deepEqual(await archivalFaults(bytes), [], language)
    const text = Buffer.from(bytes).toString('latin1')
    match(text, /\/Lang \(az\)/)
    equal(text.match(/\/Type \/Page\b/g)?.length, 1)
  }
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

test('every letter of Azerbaijani and both languages can be read out of the sheet', async () => {
  const text = await textOf(SHEET)
  const parts = [
    'Yüksəkixtisaslı miqrant statusu',
    'Status of a highly qualified migrant',
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

test('for a reader of Azerbaijani the sheet has one language', async () => {
  const text = await textOf({ ...SHEET, language: 'az' })

  ok(text.includes('Doğum tarixi'))
  equal(text.includes('Date of birth'), false)
})

test('a sheet of a real person says nothing of a demonstration', async () => {
  const text = await textOf({ ...SHEET, demonstration: false })

  equal(text.includes('Demonstration'), false)
  ok(text.includes('Not yet signed electronically'))
})

test('beside Latin and Cyrillic a name is given in the letters of the passport', async () => {
  for (const [surname, machineName, given] of [
    ['山田', 'YAMADA<<HANAKO', 'YAMADA HANAKO'],
    ['محمد', 'MOHAMMAD', 'MOHAMMAD'],
    ['Χρήστος', 'CHRISTOS', 'CHRISTOS'],
    ['\uA7CB', 'X', 'X'],
  ] as const) {
    const text = await textOf({ ...SHEET, surname, givenNames: '', machineName })
    ok(text.includes(`\n${given}\n`) && text.includes(`\n${machineName}\n`), surname)
  }
})

/** All that Unicode counts among the two scripts, as names are kept. */
const LETTERS = Array.from({ length: 0x20000 }, (_, code) => String.fromCodePoint(code)).filter(
  (letter) => /^[\p{sc=Latin}\p{sc=Cyrillic}]$/u.test(letter) && /\p{L}/u.test(letter),
)
const KEPT = LETTERS.filter((letter) => tidyName(letter) === letter)

test('each letter of Latin and Cyrillic is drawn and read back, or asked for in A to Z', async () => {
  const drawn = KEPT.filter(isWritable)
  ok(drawn.length > 1750, String(drawn.length))
  const lost: string[] = []
  for (let at = 0; at < drawn.length; at += 400) {
    const part = drawn.slice(at, at + 400)
    const text = await textOf({ ...SHEET, surname: part.join(' '), givenNames: '' })
    lost.push(...part.filter((letter) => !text.normalize('NFC').includes(letter)))
  }
  deepEqual(lost, [])
  // What has no picture is not drawn: its letters come from the table, or the form asks for them.
  const unwritten = KEPT.filter((letter) => !isWritable(letter))
  ok(unwritten.length > 0 && unwritten.length < 150, String(unwritten.length))
  const [surname = ''] = unwritten
  const text = await textOf({ ...SHEET, surname, givenNames: '', machineName: 'ASKED' })
  ok(!text.includes(surname) && text.includes('\nASKED\n'))
})

test('letters with marks of their own are read back with them', async () => {
  const names = ['Đặng Thị Hồng', 'Işıl ịṣṭḥẉ', 'ǎḿ', 'm̀ ɓ̄', 'Ңұрсұлтан', 'Њ Ѓ Ї']
  for (const surname of names) {
    ok((await textOf({ ...SHEET, surname, givenNames: '' })).includes(surname), surname)
  }
})

/** Everything as long as the form takes it, in a language that needs much room. */
const FULLEST: StatusSheet = {
  ...SHEET,
  title: words('Müvəqqəti yaşamaq icazəsi olan ailə üzvü', 'Family member with a permit to reside'),
  surname: 'Ə'.repeat(200),
  givenNames: 'Məhəmmədəli '.repeat(17).trim(),
  machineName: `${'A'.repeat(36)}<<B`,
  citizenships: ['SGS', 'COD', 'HMD', 'GBN', 'UMI'],
}

test('the fullest holder is laid out without overlap, and the square code is read', async () => {
  for (const sheet of [SHEET, FULLEST]) {
    for (const language of LANGUAGES) {
      const pdf = await statusSheetPdf({ ...sheet, language })
      const pages = await readPdf(pdf)
      deepEqual(
        pages.flatMap(({ lines }) => overlaps(lines)),
        [],
        language,
      )
      deepEqual(
        pages.flatMap(({ code }) => code ?? []),
        [sheet.checkAddress],
      )
      const text = (await textOfPdf(pdf)).replace(/\s/g, '')
      for (const part of [sheet.surname, sheet.givenNames, sheet.code]) {
        ok(text.includes(part.replace(/\s/g, '')), part)
      }
      equal(pages.length, sheet === FULLEST ? 2 : 1)
    }
  }
})

test('lines that stand on each other are found', () => {
  const box = { x: 0, y: 0, width: 100, height: 10 }
  deepEqual(
    overlaps([
      { text: 'a', box },
      { text: 'b', box: { ...box, y: 5 } },
    ]),
    ['a | b'],
  )
  deepEqual(
    overlaps([
      { text: 'a', box },
      { text: 'b', box: { ...box, y: 8 } },
    ]),
    [],
  )
})

const textOf = async (sheet: StatusSheet): Promise<string> => textOfPdf(await statusSheetPdf(sheet))
