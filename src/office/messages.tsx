import { isToMission } from '#core/cases/contesting.ts'
import { isOfficeRole } from '#core/cases/roles.ts'
import { repliesIn, unanswered } from '#core/cases/saying.ts'
import type { Said } from '#core/cases/standing.ts'
import type { OfficeLanguage } from '#core/language.ts'
import type { View } from '#office/env.ts'
import { nameInPart, partsOf, type OpenCase } from '#office/open-case.ts'
import { isOneOf } from '#office/own-page.ts'
import { paths } from '#office/paths.ts'
import { questionsWords } from '#office/questions-words.ts'
import { formatMomentInBaku } from '#telling/dates.ts'
import { roleName } from '#telling/roles.ts'
import { Messages as Thread } from '#ui/messages.tsx'

type Props = {
  readonly open: OpenCase
  readonly language: OfficeLanguage
  /** What officials are called, by their id. */
  readonly names: ReadonlyMap<string, string>
}

/** What the person and officials wrote to each other, and notes, the oldest first. */
export const Messages = ({ open, language, names }: Props) => {
  const { standing } = open.found
  if (!open.sight.whole || standing.said.length === 0) return null
  const { type } = open.description
  const words = messageWords[language]
  const people = new Map(
    partsOf(open).map((part) => [part.found.partyId, nameInPart(part, language)]),
  )
  const waiting = repliesIn(type).flatMap((rule) => unanswered(standing, type, rule))
  return (
    <section>
      <h2 class="govuk-heading-m">{words.title}</h2>
      <Thread
        messages={standing.said.map((said) => ({
          who: [whoOf(said, names) ?? roleName(said.role, type, language), toWhom(said, people)]
            .filter(Boolean)
            .join(' → '),
          datetime: said.at,
          when: formatMomentInBaku(said.at, language),
          text: said.note ?? said.messages[0]?.text ?? '',
          side: isOfficeRole(said.role) ? 'ours' : 'theirs',
          ...(said.note === undefined ? {} : { tag: words.note }),
          ...(waiting.includes(said) ? { tag: words.waits } : {}),
        }))}
      />
    </section>
  )
}

/** What a mission answered somebody may be what others ask as well. */
export const ForEverybody = ({ view, open }: { readonly view: View; readonly open: OpenCase }) => {
  const { found, law } = open
  const isAnswered = found.standing.said.some(
    ({ role, messages }) => isOfficeRole(role) && messages.length > 0,
  )
  const isTheirs = isToMission(law.type.begins) && isOneOf(view.who?.roles ?? [], 'mission')
  if (!isAnswered || !isTheirs) return null
  const query = new URLSearchParams({ case: found.standing.id }).toString()
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={`${paths.newQuestion.to(view.language)}?${query}`}>
        {questionsWords[view.language].fromCase}
      </a>
    </p>
  )
}

const whoOf = ({ role, by }: Said, names: ReadonlyMap<string, string>): string | undefined =>
  isOfficeRole(role) ? names.get(by) : undefined

/** Where there can be several, whom of them it is to or by. */
const toWhom = ({ whose }: Said, people: ReadonlyMap<string, string>): string =>
  people.size < 2
    ? ''
    : whose
        .map((id) => people.get(id) ?? '')
        .filter(Boolean)
        .join(', ')

const en = {
  title: 'Messages and notes',
  note: 'Note: officials alone read it',
  waits: 'Not answered yet',
} as const

const messageWords: Readonly<Record<OfficeLanguage, Readonly<Record<keyof typeof en, string>>>> = {
  en,
  az: {
    title: 'Mesajlar və qeydlər',
    note: 'Qeyd: onu yalnız əməkdaşlar oxuyur',
    waits: 'Hələ cavab verilməyib',
  },
}
