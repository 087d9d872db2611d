import { addDays, type IsoDate } from '#core/dated.ts'
import type { Telling } from '#main/demonstration/settling.ts'
import type { Story } from '#main/demonstration/story.ts'
import type { Chance } from '#test/chance.ts'

const LATELY_DAYS = 35
/** One round in so many is of late: it has many more stories than an earlier one. */
const LATE_SHARE = 3
const YEARS_DAYS = 3 * 365

export type Drawing = {
  readonly today: IsoDate
  readonly rounds: number
  readonly chance: Chance
}

/** The stories once more, of other people: lately all, so that much is due soon or late. */
export function lateRounds(
  stories: readonly Story[],
  { today, rounds, chance }: Drawing,
): readonly Telling[] {
  return Array.from({ length: Math.ceil(rounds / LATE_SHARE) }, (_, index) => ({
    from: addDays(today, -chance.below(LATELY_DAYS)),
    stories: stories.map((story) => retold(story, `lately-${index}`, chance)),
  }))
}

/** Over some years those that come to an end, evenly: nobody's application is open so long. */
export function earlierRounds(
  stories: readonly Story[],
  { today, rounds, chance }: Drawing,
): readonly Telling[] {
  return Array.from({ length: rounds }, (_, index) => {
    const earliest = LATELY_DAYS + Math.floor((index * YEARS_DAYS) / rounds)
    return {
      from: addDays(today, -earliest - chance.below(Math.ceil(YEARS_DAYS / rounds))),
      stories: stories.map((story) => retold(story, `earlier-${index}`, chance)),
    }
  })
}

/** By another name, unless it is written in letters that only its own passport has for it. */
function retold(story: Story, round: string, chance: Chance): Story {
  const { person } = story
  const email = `${round}.${story.email}`
  if (person.machine || person.givenNames === undefined) return { ...story, email }
  const surname = chance.of(SURNAMES) ?? person.surname
  const givenNames = chance.of(GIVEN_NAMES[person.sex]) ?? person.givenNames
  return { ...story, email, person: { ...person, surname, givenNames } }
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

const SURNAMES = words(`
  Almeida Andersson Aydın Bakker Bianchi Costa Demir Dubois Fischer Fontaine Georgiou Hansen
  Hoffmann Ionescu Jansen Kaya Keller Kowalska Larsen Lopez Marino Moreau Müller Nagy Novák Olsen
  Özdemir Pereira Petrov Popescu Ribeiro Rossi Santos Schmidt Silva Söderberg Şahin Tamm Varga
  Virtanen Weber Yılmaz Zieliński Žukauskas`)

const FEMALE = words(`
  Aino Alice Ayşe Beatriz Clara Elena Elif Emma Hanna Ingrid Jana Julia Katalin Lucia Maria Marta
  Nina Sofia Zeynep Zofia`)
const MALE = words(`
  Adam André Can Daniel Emil Erik Felix Jan João Lars Luca Marco Mehmet Mikael Oskar Paul Pedro
  Tomáš Viktor Yusuf`)
const GIVEN_NAMES = { female: FEMALE, male: MALE, x: [...FEMALE, ...MALE] }
