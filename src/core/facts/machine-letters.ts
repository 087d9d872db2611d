/**
 * The letters A to Z that stand for a name in the machine-readable zone of a passport, after the
 * tables of ICAO Doc 9303 part 3, section 6. The passport is the authority: where its letters are
 * known they are used, and these are a suggestion to a person who may correct it.
 */

/**
 * Where Doc 9303 leaves a choice, or where a language departs from it. `turkic`: passports of
 * Azerbaijan and Turkey write Ä, Ö and Ü with one letter. `east-slavic`: Ukrainian and Belarusian
 * read Г as H, and Ukrainian reads И as Y.
 */
export type LetterHabit = 'icao' | 'turkic' | 'east-slavic'

/** Latin letters that are more than a letter of the alphabet with a mark on it. */
const LATIN: Readonly<Record<string, string>> = {
  Ä: 'AE',
  Å: 'AA',
  Æ: 'AE',
  Ǽ: 'AE',
  Đ: 'D',
  Ð: 'D',
  // Doc 9303 settles no letter for schwa that we could confirm; passports of Azerbaijan write A
  // (Əliyev, ALIYEV), though other tables write E. Comparison must allow for both.
  Ə: 'A',
  Ǝ: 'A',
  Ħ: 'H',
  Ĳ: 'IJ',
  ĸ: 'K',
  Ł: 'L',
  Ŀ: 'L',
  Ŋ: 'N',
  Œ: 'OE',
  Ö: 'OE',
  Ø: 'OE',
  Ǿ: 'OE',
  ẞ: 'SS',
  Þ: 'TH',
  Ŧ: 'T',
  Ü: 'UE',
}

/** The Cyrillic letters of Russian, Ukrainian, Belarusian, Bulgarian, Serbian and Macedonian. */
const CYRILLIC: Readonly<Record<string, string>> = {
  А: 'A',
  Б: 'B',
  В: 'V',
  Г: 'G',
  Ґ: 'G',
  Ѓ: 'G',
  Д: 'D',
  Ђ: 'D',
  Е: 'E',
  Ё: 'E',
  Є: 'IE',
  Ж: 'ZH',
  З: 'Z',
  Ѕ: 'DZ',
  И: 'I',
  І: 'I',
  Ї: 'I',
  Й: 'I',
  Ј: 'J',
  К: 'K',
  Ќ: 'K',
  Л: 'L',
  Љ: 'LJ',
  М: 'M',
  Н: 'N',
  Њ: 'NJ',
  О: 'O',
  П: 'P',
  Р: 'R',
  С: 'S',
  Т: 'T',
  Ћ: 'C',
  У: 'U',
  Ў: 'U',
  Ф: 'F',
  Х: 'KH',
  Ц: 'TS',
  Ч: 'CH',
  Џ: 'DZ',
  Ш: 'SH',
  Щ: 'SHCH',
  Ъ: 'IE',
  Ы: 'Y',
  Ь: '',
  Э: 'E',
  Ю: 'IU',
  Я: 'IA',
}

const LETTERS: Readonly<Record<LetterHabit, ReadonlyMap<string, string>>> = {
  icao: letters({}),
  turkic: letters({ Ä: 'A', Ö: 'O', Ü: 'U' }),
  'east-slavic': letters({ Г: 'H', И: 'Y' }),
}

/** The habit that the letters of a name give away: ə, ğ, ı, İ and ş, or є, і, ї, ґ and ў. */
export function letterHabitOf(name: string): LetterHabit {
  if (/[əƏğĞıİşŞ]/.test(name.normalize('NFC'))) return 'turkic'
  if (/[єЄіІїЇґҐўЎ]/.test(name.normalize('NFC'))) return 'east-slavic'
  return 'icao'
}

/**
 * The letters A to Z for a name, its parts separated by one filler, or undefined when it is written
 * in a script that these tables do not cover, or with a digit. Marks, apostrophes, dots, commas and
 * brackets fall away; hyphens, slashes and spaces become the filler.
 */
export function toMachineLetters(
  name: string,
  habit: LetterHabit = letterHabitOf(name),
): string | undefined {
  let written = ''
  for (const character of name.normalize('NFC').toUpperCase().normalize('NFC')) {
    const letters = machineLetters(character, habit)
    if (letters === undefined) return undefined
    written += letters
  }
  const parts = written.split('<').filter((part) => part !== '')
  return parts.length > 0 ? parts.join('<') : undefined
}

const SEPARATORS = /^[\s<\-‐‑–/@]$/
const DROPPED = /^['’‘ʻʼ.,·()&\p{Mn}]$/u

function machineLetters(character: string, habit: LetterHabit): string | undefined {
  if (SEPARATORS.test(character)) return '<'
  if (DROPPED.test(character)) return ''
  const base = character.normalize('NFD').replace(/\p{Mn}/gu, '')
  return LETTERS[habit].get(character) ?? LETTERS[habit].get(base)
}

function letters(own: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const plain = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ', (letter) => [letter, letter] as const)
  return new Map([...plain, ...Object.entries({ ...LATIN, ...CYRILLIC, ...own })])
}
