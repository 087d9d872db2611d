import { askedOf } from '#core/answers/asked-of.ts'
import { peopleOf } from '#core/cases/standing.ts'
import type { CaseEvent } from '#core/cases/happenings.ts'
import type { OfficeLanguage } from '#core/language.ts'
import type { OpenCase } from '#office/open-case.ts'
import { nameIn, unnamedTitle } from '#telling/person.ts'

/** What somebody is called in what was sent in of them, also after they left; empty before. */
export function nameSentIn({ found: { standing }, law, sight }: OpenCase, id: string): string {
  const filed = sight.whole ? standing.filings.findLast(({ subject }) => subject === id) : undefined
  return filed === undefined ? '' : nameIn(askedOf(law.type, standing, id), filed.answers)
}

/** Of whom of several an event tells; nobody, where it tells of all of them alike. */
export function whoseIs(open: OpenCase, event: CaseEvent, language: OfficeLanguage): string {
  const { found, law } = open
  if (!found.several || !open.sight.whole) return ''
  const all = peopleOf(found.standing)
  const whose = subjectsIn(event).filter((id) => all.includes(id))
  if (whose.length === 0 || whose.length === all.length) return ''
  return whose
    .map((subject) => {
      const title = unnamedTitle(found.standing, law.type, { subject, language })
      return [title, nameSentIn(open, subject)].filter(Boolean).join(': ')
    })
    .join('; ')
}

function subjectsIn(event: CaseEvent): readonly string[] {
  if (event.kind === 'begin') return event.parties.map(({ id }) => id)
  if (event.kind === 'end') return event.leaves === undefined ? [] : [event.leaves]
  if (event.kind === 'file') return event.filed.map(({ subject }) => subject)
  return event.tells ?? []
}
