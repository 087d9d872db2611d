import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { letterHabitOf, toMachineLetters } from '#core/facts/machine-letters.ts'
import { hasLetter, isMachineName, machineName, notInNames, tidyName } from '#core/facts/name.ts'

test('a name is taken as passports print it, in any script', () => {
  const names = [
    'O',
    'Ə',
    '李',
    '𠮷',
    'O’Brien',
    "O'Brien",
    'Đặng Thị Hương',
    'Müller-Lüdenscheidt',
    'Əliyev',
    'Иванов',
    'Щукина',
    '李小龍',
    '山田 太郎',
    'محمد',
    'عَبْدُ ٱللَّٰه',
    'علی\u200Cرضا',
    'विद्या',
    'ശ്രീ',
    'രാജന\u0D4D\u200D',
    '辻\u{E0100}',
    'Oʻzbek qizi',
    'J. R. Ewing',
    'Gal·la',
    'ジャン・ポール',
    'María-José Carreño Quiñones',
    '’t Hooft',
    'Muthu A/L Rajan',
    'Tan Mei @ Lim',
    'King, Jr.',
    'Richard 3rd',
    'Nan (Ann)',
    'שרה־לאה',
    'צ׳רלי',
    'Smith & Sons',
  ]
  for (const name of names) {
    deepEqual([tidyName(name), notInNames(name), hasLetter(name)], [name, undefined, true])
  }
})

test('what is drawn alike is kept alike, and tidying again changes nothing', () => {
  const cases = [
    ['O´Neill', 'O’Neill'],
    ['O`Neill', 'O’Neill'],
    ['O′Neill', 'O’Neill'],
    ['O\u0374Neill', 'O’Neill'],
    ['O\u1FEFNeill', 'O’Neill'],
    ['O\u1FFDNeill', 'O’Neill'],
    ['Løfven–Smith', 'Løfven-Smith'],
    ['Løfven — Smith', 'Løfven - Smith'],
    ['Ana\u2010Luísa', 'Ana-Luísa'],
    ['Ｆｅｒｒｅｉｒａ', 'Ferreira'],
    ['  Mu\u0308ller \t Lüdenscheidt\n', 'Müller Lüdenscheidt'],
    ['Anna\u00A0Maria', 'Anna Maria'],
    ['שרה־לאה', 'שרה־לאה'],
  ] as const
  for (const [typed, kept] of cases) equal(tidyName(typed), kept)
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      equal(tidyName(tidyName(typed)), tidyName(typed))
    }),
  )
})

test('what no passport prints in a name is named', () => {
  const cases = [
    ['Anna<script>', '<'],
    ['Anna 🙂', '🙂'],
    ['Louis Ⅻ', 'Ⅻ'],
    ['ana_lopes', '_'],
    ['"Ana"', '"'],
    ['Ana; Lopes', ';'],
    ['M\uFFFDller', '\uFFFD'],
    ['Anna\uE000', '\uE000'],
    ['Anna\u0000', '\u0000'],
  ] as const
  for (const [name, character] of cases) equal(notInNames(name), character)
  for (const name of ['', '-', '42', '...', '\u0301', '@']) equal(hasLetter(name), false, name)
})

test('names of a script with a table have letters for the machine-readable zone', () => {
  const cases = [
    ['O', 'O'],
    ["O'Brien", 'OBRIEN'],
    ['O’Brien', 'OBRIEN'],
    ['Oʻktam', 'OKTAM'],
    ['Đặng', 'DANG'],
    ['Müller-Lüdenscheidt', 'MUELLER<LUEDENSCHEIDT'],
    ['Mu\u0308ller', 'MUELLER'],
    ['Weiß', 'WEISS'],
    ['Ångström', 'AANGSTROEM'],
    ['Þórsdóttir', 'THORSDOTTIR'],
    ['Łukasz', 'LUKASZ'],
    ['Núñez', 'NUNEZ'],
    ['J. R.', 'J<R'],
    ['da  Silva', 'DA<SILVA'],
    ['Muthu A/L Rajan', 'MUTHU<A<L<RAJAN'],
    ['Tan Mei @ Lim', 'TAN<MEI<LIM'],
    ['King, Jr.', 'KING<JR'],
    ['Nan (Ann)', 'NAN<ANN'],
    ['-Anna-', 'ANNA'],
    ['Əliyev', 'ALIYEV'],
    ['Məmmədov', 'MAMMADOV'],
    ['Gülağa', 'GULAGA'],
    ['Çağrı Öztürk', 'CAGRI<OZTURK'],
    ['İlqar', 'ILQAR'],
    ['Işıl', 'ISIL'],
    ['Иванов', 'IVANOV'],
    ['Щукина', 'SHCHUKINA'],
    ['Хрущёв', 'KHRUSHCHEV'],
    ['Подъячий', 'PODIEIACHII'],
    ['Ольга Юрьевна', 'OLGA<IUREVNA'],
    ['Гриценко', 'GRITSENKO'],
    ['Григорій', 'HRYHORII'],
    ['Їжакевич', 'IZHAKEVYCH'],
    ['Євгенія', 'IEVHENIIA'],
    ['Ґалаґан', 'GALAGAN'],
  ] as const
  deepEqual(
    cases.map(([name]) => [name, toMachineLetters(name)]),
    cases,
  )
})

test('where no table answers, the applicant types the letters of the passport', () => {
  const unanswered = [
    '李小龍',
    'محمد',
    'Χρήστος',
    'გიორგი',
    'חיים',
    'Нұрсұлтан',
    'Anna 李',
    'Richard 3rd',
    '',
    "'",
    '-',
  ]
  deepEqual(
    unanswered.filter((name) => toMachineLetters(name) !== undefined),
    [],
  )
  equal(machineName({ surname: '李', given: 'Bruce' }), undefined)
  equal(machineName({ surname: 'Lee', given: '小龍' }), undefined)
  equal(machineName({ surname: '', given: ' ' }), undefined)
})

test('the habit of the letters is read from the name unless it is known', () => {
  equal(letterHabitOf('Öztürk'), 'icao')
  equal(letterHabitOf('Öztürk Işıl'), 'turkic')
  equal(letterHabitOf('Гончар'), 'icao')
  equal(letterHabitOf('Сергій'), 'east-slavic')
  equal(toMachineLetters('Öztürk'), 'OEZTUERK')
  equal(toMachineLetters('Öztürk', 'turkic'), 'OZTURK')
  match(machineName({ surname: 'Öztürk', given: 'Işıl' }) ?? '', /^OZTURK<<ISIL<+$/)
  match(machineName({ surname: 'Гончар', given: 'Сергій' }) ?? '', /^HONCHAR<<SERHII<+$/)
  match(machineName({ surname: 'Öz', given: 'Can', habit: 'turkic' }) ?? '', /^OZ<<CAN<+$/)
})

test('the name field has the surname, two fillers and the given names, and is filled up', () => {
  const cases = [
    ['Eriksson', 'Anna Maria', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<'],
    ['Müller-Lüdenscheidt', 'Bo', 'MUELLER<LUEDENSCHEIDT<<BO<<<<<<<<<<<<<<'],
    ['Suparman', '', 'SUPARMAN<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<'],
    ['', 'Suparman', 'SUPARMAN<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<'],
    // Filled exactly, one letter too many, and a filler where the last letter has to be.
    ['A'.repeat(20), 'B'.repeat(17), `${'A'.repeat(20)}<<${'B'.repeat(17)}`],
    ['A'.repeat(20), 'B'.repeat(18), `${'A'.repeat(20)}<<${'B'.repeat(17)}`],
    ['A'.repeat(20), `${'B'.repeat(16)} CD`, `${'A'.repeat(20)}<<${'B'.repeat(15)}<C`],
    ['A'.repeat(36), 'Bo', `${'A'.repeat(36)}<<B`],
    ['A'.repeat(37), 'Bo', `${'A'.repeat(36)}<<B`],
    [`${'A'.repeat(35)} Xu`, 'Bo', `${'A'.repeat(34)}<X<<B`],
    ['A'.repeat(39), '', 'A'.repeat(39)],
    ['A'.repeat(40), '', 'A'.repeat(39)],
  ] as const
  deepEqual(
    cases.map(([surname, given]) => [surname, given, machineName({ surname, given })]),
    cases,
  )
  equal(machineName({ surname: 'Eriksson', given: 'Anna' }, 30), 'ERIKSSON<<ANNA<<<<<<<<<<<<<<<<')
})

test('the letters of the passport go before those of the tables, name by name', () => {
  const cases = [
    ['王', '', ['WANG', ''], 'WANG'],
    ['Lee', '小龍', ['', 'XIAOLONG'], 'LEE<<XIAOLONG'],
    ['de Sousa', 'Ana', ['DE SOUSA', ''], 'DE<SOUSA<<ANA'],
    ['Əliyev', 'Elçin', ['', ''], 'ALIYEV<<ELCIN'],
  ] as const
  for (const [surname, given, inPassport, written] of cases) {
    equal(machineName({ surname, given, inPassport })?.replace(/<+$/, ''), written)
  }
  equal(machineName({ surname: '王', given: '小明', inPassport: ['WANG', ''] }), undefined)
})

test('the name field has its length, and shows by a last letter that it was too short', () => {
  const words = fc
    .array(fc.stringMatching(/^[A-Za-zƏəŞşЖжЩщ]{2,30}$/), { minLength: 1, maxLength: 6 })
    .map((words) => words.join(' '))
  fc.assert(
    fc.property(words, words, fc.constantFrom(30, 31, 39), (surname, given, length) => {
      const field = machineName({ surname, given }, length) ?? ''
      equal(field.length, length)
      match(field, /^[A-Z]+(?:<[A-Z]+)*<<[A-Z]+(?:<[A-Z]+)*<*$/)
      const whole = machineName({ surname, given }, 1000)?.replace(/<+$/, '') ?? ''
      if (whole.length > length) match(field, /[A-Z]$/)
      else equal(field, whole.padEnd(length, '<'))
    }),
  )
})

test('what a person reads off the passport is words of capital letters', () => {
  const cases = [
    ['ANNA', true],
    ['ANNA<MARIA', true],
    ['ANNA MARIA', true],
    ['A', true],
    ['A'.repeat(39), true],
    ['A'.repeat(40), false],
    ['', false],
    ['ANNA<<MARIA', false],
    ['ANNA  MARIA', false],
    ['ANNA<', false],
    ['<ANNA', false],
    [' ANNA', false],
    ['ANNA\n', false],
    ['Anna', false],
    ['ANNA2', false],
    ['ƏLİ', false],
    ['O’BRIEN', false],
    ['АННА', false],
  ] as const
  deepEqual(
    cases.map(([text]) => [text, isMachineName(text)]),
    cases,
  )
})
