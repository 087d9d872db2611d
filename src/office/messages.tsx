import { isOfficeRole } from '#core/cases/roles.ts'
import { repliesIn, unanswered } from '#core/cases/saying.ts'
import type { Said } from '#core/cases/standing.ts'
import type { OfficeLanguage } from '#core/language.ts'
import { nameInPart, partsOf, type OpenCase } from '#office/open-case.ts'
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
