import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { addDays, addYears, isoDate, type IsoDate } from '#core/dated.ts'
import type { person } from '#exchange/person.ts'
import { DEGREES, PEOPLE } from '#standins/exchange/registers/known-people.ts'

export type Person = z.infer<typeof person>

/** Somebody whom the registers know, as their travel document says it. */
export type Known = {
  readonly person: Person
  readonly latin?: Pick<Person, 'surname' | 'givenNames'>
  readonly citizenship: string
  readonly sex: 'female' | 'male' | 'x'
}

type Degree = {
  readonly of: string
  readonly born: string
  readonly level: 'bachelor' | 'master' | 'doctorate' | 'other'
  readonly awardedOn: string
  readonly country: string
  readonly subject: string
  readonly school: string
}

const linesOf = (text: string): readonly (readonly string[])[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(', '))

const named = (surname: string, givenNames: string): Pick<Person, 'surname' | 'givenNames'> =>
  givenNames === '' ? { surname } : { surname, givenNames }

const KNOWN: readonly Known[] = linesOf(PEOPLE).map(
  ([number = '', issuer = '', citizenship = '', sex = '', born = '', ...names]) => {
    const [surname = '', givenNames = '', latinSurname, latinGivenNames = ''] = names
    return {
      person: {
        ...named(surname, givenNames.trim()),
        birthDate: born,
        documentNumber: number,
        documentIssuer: issuer,
      },
      ...(latinSurname === undefined ? {} : { latin: named(latinSurname, latinGivenNames) }),
      citizenship,
      sex: sex === 'female' || sex === 'male' ? sex : 'x',
    }
  },
)

const LEVELS = ['bachelor', 'master', 'doctorate'] as const

const KNOWN_DEGREES: readonly Degree[] = linesOf(DEGREES).map(
  ([of = '', born = '', level, awardedOn = '', country = '', subject = '', school = '']) => ({
    of,
    born,
    level: LEVELS.find((each) => each === level) ?? 'other',
    awardedOn,
    country,
    subject,
    school,
  }),
)

const documentOf = ({ documentIssuer, documentNumber }: Person): string =>
  `${documentIssuer} ${documentNumber}`

/** Whom a travel document belongs to; two that were given one number are told apart by birth. */
export function knownBy(asked: Person): Known | undefined {
  const found = KNOWN.filter(({ person }) => documentOf(person) === documentOf(asked))
  return found.find(({ person }) => person.birthDate === asked.birthDate) ?? found[0]
}

export const degreesOf = ({ person }: Known): readonly Degree[] =>
  KNOWN_DEGREES.filter(({ of, born }) => of === documentOf(person) && born === person.birthDate)

/** As the register writes them: in the script of the question, where it has both. */
export function writtenAs(asked: Person): Person {
  const known = knownBy(asked)
  if (known === undefined) return asked
  const { person, latin } = known
  const isLatin = latin !== undefined && asked.surname.toUpperCase() === latin.surname
  if (!isLatin) return person
  const { birthDate, documentNumber, documentIssuer } = person
  return { ...latin, birthDate, documentNumber, documentIssuer }
}

/** A whole number from 0 on, below `below`, and always the same for the same text. */
export const drawn = (text: string, below: number): number =>
  createHash('sha256').update(text).digest().readUInt32BE(0) % below

/**
 * The last day of the travel document with that number, whoever asks and on whichever day: of ten
 * years, and issued a year ago or longer. Where one would run out within a year it is another.
 */
export function lastDayOf(documentNumber: string, on: IsoDate): IsoDate {
  const next = (day: IsoDate): IsoDate => (day > addYears(on, 1) ? day : next(addYears(day, 8)))
  return next(addDays(FIRST_LAST_DAY, drawn(`until ${documentNumber}`, 600)))
}

const FIRST_LAST_DAY = isoDate('2022-09-01')

/** So many days are left of the visa of somebody known who asks for more time. */
export const VISA_LEFT_DAYS = 40

/** Somebody else altogether, for a register that mixes people up. */
export const STRANGER: Person = {
  surname: 'Somebody',
  givenNames: 'Else',
  birthDate: '1970-01-01',
  documentNumber: 'XX0000001',
  documentIssuer: 'UTO',
}
