import { WHY_OTHERWISE } from '#core/answers/ahead.ts'
import { randomUUID } from 'node:crypto'
import type { Answers, Item, Value } from '#core/answers/answers.ts'
import { shownFields } from '#core/answers/asked.ts'
import { assert } from '#core/assert.ts'
import { addDays, addYears, type IsoDate } from '#core/dated.ts'
import type { CaseType, Block, FormField } from '#core/policy/case-type.ts'
import { askedFor } from '#core/answers/asked.ts'
import type { Meaning } from '#core/policy/meanings.ts'
import type { Description } from '#core/policy/policy.ts'
import { fieldsOf } from '#core/policy/scoring.ts'
import { someAnswer } from '#main/demonstration/some-answer.ts'
import { lastDayOf } from '#standins/exchange/registers/people.ts'
import type { Achievement, Degree, Job, Place, Story } from '#main/demonstration/story.ts'

/** What a story tells, by what it means. */
type Told = Readonly<Partial<Record<Meaning, Value | undefined>>>

/** Of whom it is told, with what only this application needs. */
type Teller = Pick<Story, 'person' | 'work' | 'language'> & {
  readonly more?: Told
  /** Answers to questions of this type, by their codes. */
  readonly said?: Readonly<Record<string, Value>>
}

/**
 * What this person answers to every question of the type, as the form would keep it. The story
 * tells what it means; a question that no story knows is answered with something of its kind.
 */
export function answersOf(story: Teller, begunOn: IsoDate, description: Description): Answers {
  const [once, lists] = [{ ...toldOnce(story, begunOn), ...story.more }, toldInLists(story)]
  const machine = { surname: story.person.machine?.[0], 'given-names': story.person.machine?.[1] }
  const fields = fieldsOf(description).map(({ code }) => code)
  const answers: Record<string, readonly Item[]> = {}
  for (const block of description.type.blocks) {
    const items = block.repeats ? itemsFor(block, lists) : [once]
    answers[block.code] = items.map((told) =>
      itemOf(block, { told, machine, answers, begunOn, fields, said: story.said ?? {} }),
    )
  }
  return answers
}

type Answering = {
  readonly told: Told
  readonly said: Readonly<Record<string, Value>>
  /** Names in the letters of the passport, by the names that they stand for. */
  readonly machine: Told
  readonly answers: Answers
  readonly begunOn: IsoDate
  readonly fields: readonly string[]
}

/** One answer after the other, since what is asked may follow from those before it. */
function itemOf(block: Block, answering: Answering): Item {
  const values: Record<string, Value> = {}
  for (const field of block.fields) {
    if (!shownFields(block, answering, values).includes(field)) continue
    const value = saidTo(field, answering) ?? answerTo(field, block, answering)
    if (value !== undefined) values[field.code] = value
  }
  return { id: randomUUID(), values }
}

/** As it is said by its code, or by one of its options, whatever the question is called. */
const saidTo = ({ code, options }: FormField, { said }: Answering): Value | undefined =>
  said[code] ?? options?.find((option) => Object.values(said).includes(option.code))?.code

function answerTo(
  field: FormField,
  { fields: questions }: Block,
  { told, machine, begunOn, fields }: Answering,
): Value | undefined {
  const { kind, means, machineNameOf, options, required } = field
  const named = questions.find(({ code }) => code === machineNameOf)?.means
  if (named !== undefined) return machine[named]
  const value = means === undefined ? undefined : told[means]
  const codes = kind === 'field' ? fields : options?.map(({ code }) => code)
  if (value !== undefined && (codes === undefined || codes.includes(String(value)))) return value
  return required || kind === 'consent' ? someAnswer(field, { begunOn, fields }) : undefined
}

/** Of what is told in lists, the list whose parts are asked for here; as many items as must be. */
function itemsFor(block: Block, lists: readonly (readonly Told[])[]): readonly Told[] {
  const meanings = block.fields.flatMap(({ means }) => means ?? [])
  const list = lists.find(([first]) => first && meanings.some((means) => means in first)) ?? []
  return list.length >= block.itemsMin ? list : Array.from({ length: block.itemsMin }, () => ({}))
}

function toldOnce(story: Teller, begunOn: IsoDate): Told {
  const { person, work, language } = story
  const [country, town, address, phone] = person.home
  const isHere = country === 'AZE'
  return {
    surname: person.surname,
    'given-names': person.givenNames,
    sex: person.sex,
    'birth-date': person.born,
    'birth-country': person.country,
    'birth-place': person.birthPlace,
    citizenships: person.citizenships ?? [person.country],
    ...passportOf(story, begunOn),
    phone,
    'home-country': country,
    'home-town': town,
    'home-address': address,
    'letters-language': language,
    'in-azerbaijan': isHere ? 'yes' : 'no',
    'stay-basis': isHere ? 'temporary' : undefined,
    'stay-number': isHere ? 'MYI 0000000' : undefined,
    field: work.field,
    speciality: work.speciality,
    occupation: work.occupation,
    spouse: 'no',
  }
}

/** Valid until the day that registers know; for ten years, where it was not given just now. */
function passportOf({ person }: Pick<Story, 'person'>, begunOn: IsoDate): Told {
  const [number, authority, daysAgo] = person.passport
  const isStateless = person.citizenships?.includes('XXA') ?? false
  const lastDay = lastDayOf(number, begunOn)
  return {
    'document-kind': isStateless ? 'stateless-travel-document' : 'passport',
    'document-number': number,
    'document-issuer': isStateless ? person.home[0] : (person.citizenships?.[0] ?? person.country),
    'document-authority': authority,
    'document-issued-on':
      daysAgo === undefined ? addYears(addDays(lastDay, 1), -10) : addDays(begunOn, -daysAgo),
    'document-expires-on': lastDay,
  }
}

const toldInLists = ({ work }: Pick<Story, 'work'>): readonly (readonly Told[])[] => [
  work.education.map(degree),
  work.experience.map(job),
  (work.achievements ?? []).map(achievement),
  Object.entries(work.languages).map(([language, level]) => ({
    language,
    'language-level': level,
  })),
]

const degree = ([level, school, country, subject, awardedOn, top]: Degree): Told => ({
  'degree-level': level,
  school,
  'school-country': country,
  'school-ranked': top === undefined ? 'no' : 'yes',
  'degree-subject': subject,
  'degree-in-field': 'yes',
  'degree-on': awardedOn,
})

const job = ({ at, as, from, to, duties }: Job): Told => ({
  employer: at[0],
  'employer-country': at[1],
  position: as[0],
  'position-level': as[1],
  'work-in-field': 'yes',
  'work-from': from,
  'work-to': to,
  duties,
})

const achievement = ([kind, title, date, number]: Achievement): Told => ({
  'achievement-kind': kind,
  'achievement-title': title,
  'achievement-on': date,
  'achievement-number': number,
})

/** Where the type asks for what a story speaks of. */
export function placeOf(type: CaseType, answers: Answers, { means, item }: Place) {
  const asked = askedFor(type, means)
  assert(asked !== undefined, `the type asks for ${means}`)
  const { block, field } = asked
  const found = answers[block.code]?.[item]
  assert(found !== undefined, `there is an item ${item} of ${block.code}`)
  return { block: block.code, item: found.id, field: field.code }
}

/** The answers with one of them changed. */
export function mended(
  type: CaseType,
  answers: Answers,
  { value, ...place }: Place & { readonly value: string },
): Answers {
  const { block, item, field } = placeOf(type, answers, place)
  const items = (answers[block] ?? []).map((each) =>
    each.id === item ? { ...each, values: { ...each.values, [field]: value } } : each,
  )
  return { ...answers, [block]: items }
}

type Telling = Pick<Description, 'type'> & { readonly kinds?: readonly FormField['kind'][] }

/** The same with what the story tells in its longer texts, in their order; others are empty. */
export function toldIn(
  { type, kinds = ['long-text'] }: Telling,
  answers: Answers,
  told: readonly string[],
): Answers {
  const texts = [...told]
  return Object.fromEntries(
    type.blocks.map((block) => [
      block.code,
      (answers[block.code] ?? []).map(({ id, values }) => {
        const long = block.fields.filter(
          ({ kind, means, known }) =>
            kinds.includes(kind) && means !== WHY_OTHERWISE && known === undefined,
        )
        const others = Object.entries(values).filter(
          ([code]) => !long.some((field) => field.code === code),
        )
        const said = long.flatMap(({ code }) => {
          const text = texts.shift()
          return text === undefined || text === '' ? [] : [[code, text] as const]
        })
        return { id, values: Object.fromEntries([...others, ...said]) }
      }),
    ]),
  )
}
