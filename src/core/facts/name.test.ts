import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { letterHabitOf, toMachineLetters } from '#core/facts/machine-letters.ts'
import { isMachineName, isName, machineName, tidyName } from '#core/facts/name.ts'

test('a name is letters of any script, with the marks that names are written with', () => {
  const names = [
    'O',
    'Ə',
    '李',
    'a'.repeat(200),
    '𠮷'.repeat(200),
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
    'Oʻzbek qizi',
    'J. R. Ewing',
    'Gal·la',
    'María-José Carreño Quiñones',
    '’t Hooft',
    'Ng',
  ]
  deepEqual(
    names.filter((name) => !isName(name)),
    [],
  )
})

test('a name has no digits, signs, controls or characters that cannot be seen', () => {
  const refused = {
    empty: '',
    'a space': ' ',
    'no letter': "-.'",
    '201 letters': 'a'.repeat(201),
    '201 letters beyond the first plane': '𠮷'.repeat(201),
    'a digit': 'Anna2',
    'an Arabic digit': 'محمد٢',
    'a Roman numeral sign': 'Louis Ⅻ',
    'an emoji': 'Anna 🙂',
    'a comma': 'Smith, Jr',
    'an angle bracket': 'Anna<script>',
    'a right-to-left mark': 'Anna\u200F',
    'a right-to-left override': 'Anna\u202EavI',
    'a zero-width space': 'An\u200Bna',
    'a byte order mark': '\uFEFFAnna',
    'a soft hyphen': 'An\u00ADna',
    'an invisible Hangul letter': '\u3164',
    'a joiner among Latin letters': 'An\u200Cna',
    'a joiner at the end': 'علی\u200C',
    'a null': 'Anna\u0000',
    'a bell': 'Anna\u0007',
    'a line break': 'Anna\nMaria',
    'a tab': 'Anna\tMaria',
    'the replacement character': 'M\uFFFDller',
    'half a surrogate pair': 'Anna\uD800',
    'a private character': 'Anna\uE000',
    'a mark without a letter': '\u0301Anna',
    'letters taken apart': 'Mu\u0308ller',
    'a space before': ' Anna',
    'a space after': 'Anna ',
    'two spaces': 'Anna  Maria',
    'a space that does not break': 'Anna\u00A0Maria',
  }
  deepEqual(
    Object.entries(refused).filter(([, name]) => isName(name)),
    [],
  )
})

test('a tidied name is kept in one form, and tidying again changes nothing', () => {
  equal(tidyName('  Mu\u0308ller \t Lüdenscheidt\n'), 'Müller Lüdenscheidt')
  equal(tidyName('Anna\u00A0Maria'), 'Anna Maria')
  equal(isName(tidyName(' Mu\u0308ller')), true)
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      equal(tidyName(tidyName(typed)), tidyName(typed))
    }),
  )
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
