import { randomUUID } from 'node:crypto'
import type { Answers, Item, Values } from '#core/answers/answers.ts'
import { addDays, addYears, dayNumber, type IsoDate } from '#core/dated.ts'
import type { Achievement, Degree, Job, Place, Story } from '#main/demonstration/story.ts'

/** What this person answers to every question, as the form would keep it. */
export function answersOf(story: Story, begunOn: IsoDate): Answers {
  const { person, work, language } = story
  const { home, machine } = person
  const [country, town, address, phone] = home
  const inAzerbaijan = country === 'AZE'
  return {
    person: one({
      surname: person.surname,
      'given-names': person.givenNames,
      'surname-machine': machine?.[0],
      'given-names-machine': machine?.[1],
      sex: person.sex,
      'birth-date': person.born,
      'birth-country': person.country,
      'birth-place': person.birthPlace,
      citizenships: person.citizenships ?? [person.country],
    }),
    document: one(passportOf(story, begunOn)),
    contact: one({ phone, country, address, town, language }),
    stay: one(
      inAzerbaijan
        ? { 'in-azerbaijan': 'yes', basis: 'temporary', number: 'MYI 0000000' }
        : { 'in-azerbaijan': 'no' },
    ),
    field: one({
      field: work.field,
      speciality: work.speciality,
      occupation: work.occupation,
    }),
    education: work.education.map((each) => item(degree(each))),
    experience: work.experience.map((each) => item(job(each))),
    achievements: (work.achievements ?? []).map((each) => item(achievement(each))),
    languages: Object.entries(work.languages).map(([code, level]) =>
      item({ language: code, level }),
    ),
    family: one({ spouse: 'no' }),
    declarations: one({
      truth: 'yes',
      processing: 'yes',
      consequences: 'yes',
      'show-to-employers': dayNumber(begunOn) % 2 === 0 ? 'yes' : 'no',
    }),
  }
}

/** Issued some years before and valid for ten, whenever the demonstration is begun. */
function passportOf({ person }: Story, begunOn: IsoDate): Given {
  const [number, authority] = person.passport
  const isStateless = person.citizenships?.includes('XXA') ?? false
  const issuedOn = addDays(addYears(begunOn, -3), -(dayNumber(begunOn) % 300))
  return {
    type: isStateless ? 'stateless-travel-document' : 'passport',
    number,
    'issuing-country': isStateless ? person.home[0] : (person.citizenships?.[0] ?? person.country),
    'issuing-authority': authority,
    'issued-on': issuedOn,
    'expires-on': addDays(addYears(issuedOn, 10), -1),
  }
}

type Given = Readonly<Record<string, string | readonly string[] | undefined>>

const one = (given: Given): readonly Item[] => [item(given)]

function item(given: Given): Item {
  const values: Values = Object.fromEntries(
    Object.entries(given).flatMap(([field, value]) =>
      value === undefined ? [] : [[field, value]],
    ),
  )
  return { id: randomUUID(), values }
}

const degree = ([level, institution, country, subject, awardedOn, top]: Degree): Given => ({
  level,
  institution,
  'top-ranked': top === undefined ? 'no' : 'yes',
  country,
  subject,
  'in-field': 'yes',
  'awarded-on': awardedOn,
})

const job = ({ at, as, from, to, duties }: Job): Given => ({
  employer: at[0],
  country: at[1],
  position: as[0],
  'position-level': as[1],
  'in-field': 'yes',
  from,
  to,
  duties,
})

const achievement = ([kind, title, date, identifier]: Achievement): Given => ({
  kind,
  title,
  date,
  identifier,
})

/** The answers with one of them changed. */
export function mended(answers: Answers, place: Place, value: string): Answers {
  const items = answers[place.block] ?? []
  return {
    ...answers,
    [place.block]: items.map((each, index) =>
      index === place.item ? { ...each, values: { ...each.values, [place.field]: value } } : each,
    ),
  }
}
