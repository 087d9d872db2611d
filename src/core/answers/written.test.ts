import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import naughty from 'big-list-of-naughty-strings' with { type: 'json' }
import fc from 'fast-check'
import { problemsOf } from '#core/answers/check.ts'
import { typedFrom, valuesIn } from '#core/answers/read.ts'
import { cleaned, type Typed } from '#core/answers/typed.ts'
import { isoDate } from '#core/dated.ts'
import { FIELD_KINDS, type FieldKind } from '#core/policy/case-type.ts'
import { block, field } from '#test/toy-types.ts'

/** What people write, and what becomes of it: the answer as it is kept, or what is wrong. */
type Row = readonly [typed: string, kept: string | { readonly wrong: string }]

const AROUND = {
  type: { applicants: [] },
  answers: {},
  on: isoDate('2026-11-26'),
  fields: ['bridges'],
}

const became = (kind: FieldKind, typed: Typed): Row[1] => {
  const asked = block('any', [field('it', kind)])
  const clean = Object.fromEntries(
    Object.entries(typed).map(([name, texts]) => [name, texts.map(cleaned)]),
  )
  const values = valuesIn(asked, clean, {})
  const [problem] = problemsOf(asked, { id: 'it', values }, AROUND)
  if (!problem) return typeof values['it'] === 'string' ? values['it'] : ''
  return { wrong: [problem.problem, problem.part ?? problem.character ?? ''].join(' ').trim() }
}

const holds = (kind: FieldKind, rows: readonly Row[]) => {
  for (const [typed, kept] of rows) {
    deepEqual([typed, became(kind, { it: [typed] })], [typed, kept])
  }
}

const wrong = (what: string) => ({ wrong: what })

test('names as people type, paste and dictate them', () => {
  holds('name', [
    ['Ferreira', 'Ferreira'],
    ['Ferreira\u200B', 'Ferreira'],
    ['\uFEFFFerreira', 'Ferreira'],
    ['Fer\u00ADreira', 'Ferreira'],
    ['\u202AFerreira\u202C', 'Ferreira'],
    ['Ana\u200FLuísa', 'AnaLuísa'],
    ['An\u200Cna', 'Anna'],
    ['  Ana   Luísa ', 'Ana Luísa'],
    ['Ana\u00A0Luísa', 'Ana Luísa'],
    ['Ana\u3000Luísa', 'Ana Luísa'],
    ['Ana\tLuísa', 'Ana Luísa'],
    ['Ana\r\nLuísa', 'Ana Luísa'],
    ['Mu\u0308ller', 'Müller'],
    ['Ｆｅｒｒｅｉｒａ', 'Ferreira'],
    ['O´Neill', 'O’Neill'],
    ['O`Neill', 'O’Neill'],
    ["O'Neill", "O'Neill"],
    ['Oʻktam', 'Oʻktam'],
    ['Løfven–Smith', 'Løfven-Smith'],
    ['Ana‑Luísa', 'Ana-Luísa'],
    ['Muthu A/L Rajan', 'Muthu A/L Rajan'],
    ['Tan Mei @ Lim', 'Tan Mei @ Lim'],
    ['King, Jr.', 'King, Jr.'],
    ['Richard 3rd', 'Richard 3rd'],
    ['Nan (Ann)', 'Nan (Ann)'],
    ['שרה־לאה', 'שרה־לאה'],
    ['صرافى', 'صرافى'],
    ['علی\u200Cرضا', 'علی\u200Cرضا'],
    ['علی\u200C', 'علی'],
    ['രാജന\u0D4D\u200D', 'രാജന\u0D4D\u200D'],
    ['\u0936\u094D\u200D\u0930\u0940', '\u0936\u094D\u200D\u0930\u0940'],
    ['辻\u{E0100}', '辻\u{E0100}'],
    ['王', '王'],
    ['山田\u3000太郎', '山田 太郎'],
    ['Əliyev', 'Əliyev'],
    ['İlqar', 'İlqar'],
    ['Щукина-Ёлкина', 'Щукина-Ёлкина'],
    ['\u200B', wrong('missing')],
    ['\u3164', wrong('missing')],
    ['\u2800', wrong('missing')],
    ['-', wrong('no-letter')],
    ['Ana <b>', wrong('not-in-a-name <')],
    ['Ana 🙂', wrong('not-in-a-name 🙂')],
    ['M\uFFFDller', wrong('unreadable \uFFFD')],
    ['Mu\u0092ller', wrong('unreadable \u0092')],
  ])
})

/** Three boxes, as they stand beside each other; a row with one text has it in the first. */
const holdsDates = (
  kind: FieldKind,
  rows: readonly (readonly [string, string, string, Row[1]])[],
) => {
  for (const [day, month, year, kept] of rows) {
    const typed = { 'it-day': [day], 'it-month': [month], 'it-year': [year] }
    deepEqual([day, month, year, became(kind, typed)], [day, month, year, kept])
  }
}

test('days as people write them, in whichever box', () => {
  holdsDates('date', [
    ['27', '3', '1987', '1987-03-27'],
    ['07', '03', '1987', '1987-03-07'],
    ['27.', '3.', '1987', '1987-03-27'],
    [' 27', '3\u200B', '1987 ', '1987-03-27'],
    ['27', 'March', '1987', '1987-03-27'],
    ['27', 'mar', '1987', '1987-03-27'],
    ['27th', 'Mar.', '1987', '1987-03-27'],
    ['27', 'mart', '1987', '1987-03-27'],
    ['27', 'марта', '1987 г.', '1987-03-27'],
    ['27', 'МАРТ', '1987', '1987-03-27'],
    ['27', 'Ağustos', '1987', '1987-08-27'],
    ['27', 'agustos', '1987', '1987-08-27'],
    ['27', 'sentyabr', '1987', '1987-09-27'],
    ['27', 'Kasım', '1987', '1987-11-27'],
    ['27', 'março', '1987', '1987-03-27'],
    ['27', 'Mai', '1987', '1987-05-27'],
    ['27', 'marraskuu', '1987', '1987-11-27'],
    ['27', 'مارس', '1987', '1987-03-27'],
    ['27', 'XI', '1987', '1987-11-27'],
    ['२७', '३', '१९८७', '1987-03-27'],
    ['٢٧', '٣', '١٩٨٧', '1987-03-27'],
    ['۲۷', '۳', '۱۹۸۷', '1987-03-27'],
    ['２７', '３', '１９８７', '1987-03-27'],
    ['27.03.1987', '', '', '1987-03-27'],
    ['27/3/1987', '', '', '1987-03-27'],
    ['27-3-1987', '', '', '1987-03-27'],
    ['27–3–1987', '', '', '1987-03-27'],
    ['1987-03-27', '', '', '1987-03-27'],
    ['03/27/1987', '', '', '1987-03-27'],
    ['27 March 1987', '', '', '1987-03-27'],
    ['March 27, 1987', '', '', '1987-03-27'],
    ['', '', '27 марта 1987 года', '1987-03-27'],
    ['27 mart 1987-ci il', '', '', '1987-03-27'],
    ['1987年3月27日', '', '', '1987-03-27'],
    ['29', '2', '1988', '1988-02-29'],
    ['', '', '', wrong('missing')],
    ['', '3', '1987', wrong('part-missing day')],
    ['27', '', '1987', wrong('part-missing month')],
    ['27', '3', '', wrong('part-missing year')],
    ['29', '2', '1987', wrong('no-such-day day')],
    ['31', '4', '1987', wrong('no-such-day day')],
    ['32', '3', '1987', wrong('not-a-part day')],
    ['0', '3', '1987', wrong('part-missing day')],
    ['27', '13', '1987', wrong('not-a-part month')],
    ['27', 'soon', '1987', wrong('not-a-part month')],
    ['27', 'listopad', '1987', wrong('not-a-part month')],
    ['27', '3', '87', wrong('year-too-short year')],
    ['27', '3', '087', wrong('too-long-ago year')],
    ['27', '3', '0087', wrong('too-long-ago year')],
    ['27', '3', '1800', wrong('too-long-ago year')],
    ['6', '1', '1366', wrong('too-long-ago year')],
    ['27', '3', '19871', wrong('not-a-part year')],
    ['27', '3', 'year', wrong('not-a-part year')],
    ['1 1 2020 5', '', '', wrong('part-missing year')],
  ])
})

test('dates of which a passport or a person knows only a part', () => {
  holdsDates('partial-date', [
    ['27', '3', '1987', '1987-03-27'],
    ['', '', '1985', '1985'],
    ['00', '00', '1985', '1985'],
    ['XX', 'XX', '1985', '1985'],
    ['хх', 'хх', '1985', '1985'],
    ['0', '0', '1985', '1985'],
    ['1985', '', '', '1985'],
    ['00.00.1985', '', '', '1985'],
    ['', '5', '1990', '1990-05'],
    ['00', 'May', '1990', '1990-05'],
    ['5 1990', '', '', '1990-05'],
    ['', 'мая 1990', '', '1990-05'],
    ['1990-05', '', '', '1990-05'],
    ['', '', '05/1990', '1990-05'],
    ['--', '—', '1985', '1985'],
    ['<<', '<<', '1985', '1985'],
    ['5', '', '1990', wrong('part-missing month')],
    ['', '5', '', wrong('part-missing year')],
    ['', '', '85', wrong('year-too-short year')],
    ['', '13', '1985', wrong('not-a-part month')],
  ])
  holdsDates('month', [
    ['', '9', '2016', '2016-09'],
    ['', 'Sept', '2016', '2016-09'],
    ['', 'сентябрь', '2016', '2016-09'],
    ['', '09/2016', '', '2016-09'],
    ['', '2016-09', '', '2016-09'],
    ['', 'eylül 2016', '', '2016-09'],
    ['', '', '2016', wrong('part-missing month')],
    ['', '9', '16', wrong('year-too-short year')],
  ])
})

test('telephone numbers as they stand on cards, in contacts and in heads', () => {
  holds('phone', [
    ['+351 912 345 678', '+351912345678'],
    ['+351-912-345-678', '+351912345678'],
    ['+351–912–345–678', '+351912345678'],
    ['+351.912.345.678', '+351912345678'],
    ['+351/912/345678', '+351912345678'],
    ['(+351) 912 345 678', '+351912345678'],
    ['+351 (912) 345-678', '+351912345678'],
    ['00351 912 345 678', '+351912345678'],
    ['tel:+351912345678', '+351912345678'],
    ['\u202A+351 912 345 678\u202C', '+351912345678'],
    ['\u200E+351 912\u00A0345\u2009678', '+351912345678'],
    ['＋３５１９１２３４５６７８', '+351912345678'],
    ['+٣٥١٩١٢٣٤٥٦٧٨', '+351912345678'],
    ['+۳۵۱ ۹۱۲ ۳۴۵ ۶۷۸', '+351912345678'],
    ['+44 (0)20 7946 0018', '+442079460018'],
    ['+44 020 7946 0018', '+442079460018'],
    ['+49 (0) 30 901820', '+4930901820'],
    ['+39 06 698 12345', '+390669812345'],
    ['+225 01 23 45 67 89', '+2250123456789'],
    ['011 44 20 7946 0018', '+442079460018'],
    ['+994 50 123 45 67', '+994501234567'],
    ['+7 (912) 345-67-89', '+79123456789'],
    ['+90 532 123 45 67', '+905321234567'],
    ['+36 (06) 30 123 4567', '+36301234567'],
    ['+36 06 30 123 4567', '+36301234567'],
    ['+36 30 123 4567', '+36301234567'],
    ['+7 (8) 912 345-67-89', '+79123456789'],
    ['+7 800 345-67-89', '+78003456789'],
    ['8 912 345-67-89', wrong('no-country-code')],
    ['+1 (201) 555-0123', '+12015550123'],
    ['087 1234567', wrong('no-country-code')],
    ['8 912 345 67 89', wrong('no-country-code')],
    ['912345678', wrong('no-country-code')],
    ['+999 123 456', wrong('no-such-country-code')],
    ['+0 123 456 789', wrong('no-such-country-code')],
    ['+351 91', wrong('phone-too-short')],
    ['+351 912 345 678 / +351 913 345 678', wrong('not-in-a-phone +')],
    ['+351 912 345 678 ext. 12', wrong('not-in-a-phone e')],
    ['+351 912 345 678 912 345', wrong('phone-too-long')],
    ['my phone', wrong('not-in-a-phone m')],
    ['+', wrong('no-such-country-code')],
    [' ', wrong('missing')],
  ])
})

test('addresses on the web as they are copied, cut and remembered', () => {
  holds('link', [
    ['https://example.com/page', 'https://example.com/page'],
    ['http://example.org', 'http://example.org'],
    ['HTTPS://Example.COM/Page', 'https://example.com/Page'],
    ['example.com/page', 'https://example.com/page'],
    ['www.example.com', 'https://www.example.com'],
    ['orcid.org/0000-0001-5109-3700', 'https://orcid.org/0000-0001-5109-3700'],
    [' https://example.com ', 'https://example.com'],
    ['https://example.com/a\u200Bb', 'https://example.com/ab'],
    ['<https://example.com>', 'https://example.com'],
    ['(example.com/x).', 'https://example.com/x'],
    ['https://en.wikipedia.org/wiki/A_(b)', 'https://en.wikipedia.org/wiki/A_(b)'],
    ['https://example.com/a–b', 'https://example.com/a–b'],
    [
      'https://scholar.google.com/citations?user=A&hl=en',
      'https://scholar.google.com/citations?user=A&hl=en',
    ],
    ['10.1000/xyz123', 'https://doi.org/10.1000/xyz123'],
    ['doi: 10.1000/xyz123', 'https://doi.org/10.1000/xyz123'],
    ['https://doi.org/10.1000/xyz123', 'https://doi.org/10.1000/xyz123'],
    ['пример.рф/страница', 'https://пример.рф/страница'],
    ['https://例え.jp/パス', 'https://例え.jp/パス'],
    ['https://məsələn.az', 'https://məsələn.az'],
    ['example.com:8080/x', 'https://example.com:8080/x'],
    ['example', wrong('not-a-link')],
    ['localhost', wrong('not-a-link')],
    ['http://127.0.0.1/', wrong('not-a-link')],
    ['javascript:alert(1)', wrong('not-a-link')],
    ['data:text/html,x', wrong('not-a-link')],
    ['ftp://example.com', wrong('not-a-link')],
    ['https://ana:x@example.com', wrong('not-a-link')],
    ['https://example.com/a b', wrong('not-a-link')],
    ['https:\\\\example.com', wrong('not-a-link')],
    ['see my page', wrong('not-a-link')],
  ])
})

test('numbers, codes and addresses for mail', () => {
  holds('whole-number', [
    ['2', '2'],
    ['02', '2'],
    ['0', '0'],
    ['٢', '2'],
    ['२', '2'],
    ['２', '2'],
    ['2\u200B', '2'],
    ['two', wrong('not-a-number')],
    ['-1', wrong('not-a-number')],
    ['1.5', wrong('not-a-number')],
    ['1000000', wrong('not-a-number')],
  ])
  holds('document-number', [
    ['C01234567', 'C01234567'],
    ['c 0123 4567', 'C01234567'],
    ['C-0123-4567', 'C01234567'],
    ['C–01234567', 'C01234567'],
    ['Ｃ０１２３４５６７', 'C01234567'],
    ['C٠١٢٣٤٥٦٧', 'C01234567'],
    ['C0123456<', 'C0123456'],
    ['-1', wrong('not-a-document-number -')],
    ['1-', wrong('not-a-document-number -')],
    ['№ 1', wrong('not-a-document-number №')],
    ['ß12', wrong('not-a-document-number ß')],
    ['С01234567', wrong('not-a-document-number С')],
    ['C0123456789', wrong('too-long')],
  ])
  holds('machine-name', [
    ['FERREIRA<LOPES', 'FERREIRA LOPES'],
    ['ferreira  lopes', 'FERREIRA LOPES'],
    ['FERREIRA<<<<', 'FERREIRA'],
    ['YOLKINA-SHCHUKINA', 'YOLKINA SHCHUKINA'],
    ['YOLKINA–SHCHUKINA', 'YOLKINA SHCHUKINA'],
    ['ＷＡＮＧ', 'WANG'],
    ['WANG\u200B', 'WANG'],
    ['İLQAR', wrong('not-machine-letters İ')],
    ['ИВАНОВ', wrong('not-machine-letters И')],
    ['O’NEILL', wrong('not-machine-letters ’')],
  ])
  holds('email', [
    ['ana@example.org', 'ana@example.org'],
    [' ana@example.org\u200B', 'ana@example.org'],
    ['ana@example', wrong('not-an-email')],
  ])
})

test('texts keep what can be seen, in every script', () => {
  holds('text', [
    ['Universidade do Porto, nº 3 (3.º)', 'Universidade do Porto, nº 3 (3.º)'],
    ['Бакинский университет', 'Бакинский университет'],
    ['دانشگاه\u200Cها', 'دانشگاه\u200Cها'],
    ['東京大学', '東京大学'],
    ['one\ntwo', 'one two'],
    ['a\u0000b', 'ab'],
    ['a\u2028b', 'a b'],
    ['a\u200Bb', 'ab'],
    ['\u2066a\u2069', 'a'],
    ['x\uD800', wrong('unreadable \uFFFD')],
    ['\u00A0\u200B\u2003', wrong('missing')],
  ])
  holds('long-text', [
    ['one\r\n two \r\n', 'one\ntwo'],
    ['one\u2028two', 'one\ntwo'],
  ])
})

test('strings that broke other programs are read by every kind of question', () => {
  ok(naughty.length > 450)
  for (const kind of FIELD_KINDS) {
    const asked = block('any', [field('it', kind)])
    for (const text of naughty) {
      const names = ['it', 'it-day', 'it-month', 'it-year', 'it-none']
      const typed = Object.fromEntries(names.map((name) => [name, [cleaned(text)]]))
      const values = valuesIn(asked, typed, {})
      if (problemsOf(asked, { id: 'it', values }, AROUND).length > 0) continue
      deepEqual(valuesIn(asked, typedFrom(asked, values), {}), values, `${kind}: ${text}`)
    }
  }
})

test('cleaning again changes nothing, and what is kept is read back as it is kept', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      equal(cleaned(cleaned(text)), cleaned(text))
    }),
  )
  fc.assert(
    fc.property(
      fc.constantFrom(...FIELD_KINDS.filter((kind) => kind !== 'countries')),
      fc.string({ unit: 'grapheme' }),
      (kind, text) => {
        const asked = block('any', [field('it', kind)])
        const values = valuesIn(asked, { it: [cleaned(text)] }, {})
        if (problemsOf(asked, { id: 'it', values }, AROUND).length > 0) return
        deepEqual(valuesIn(asked, typedFrom(asked, values), {}), values)
      },
    ),
  )
})
