import { isOfficeRole } from '#core/cases/roles.ts'
import type { CaseEvent, Proposal, Recorded } from '#core/cases/happenings.ts'
import type { Language } from '#core/language.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { Procedure } from '#core/policy/procedure.ts'
import { OwnFiles } from '#portal/own-files.tsx'
import type { CaseDocument } from '#records/documents.ts'
import { OfficialsWrite } from '#telling/officials-write.tsx'
import { Timeline } from '#telling/timeline.tsx'
import { Written } from '#ui/written.tsx'

type Props = {
  readonly history: readonly Recorded[]
  readonly type: CaseType
  readonly procedure: Procedure
  readonly language: Language
  /** Whoever reads it. */
  readonly reader: string
  /** What stands for the case in an address, and what was sent in with answers. */
  readonly address: string
  readonly files: readonly CaseDocument[]
}

/** What happened so far, newest first, each with what the applicant was told about it. */
export const History = ({ history, type, procedure, language, reader, ...sent }: Props) => (
  <>
    {history.some(
      ({ event, role }) => isOfficeRole(role) && saidIn(event, language).length > 0,
    ) && <OfficialsWrite language={language} />}
    <Timeline
      events={history.filter(isOfReader)}
      type={type}
      language={language}
      reader={reader}
      detail={({ event }) => (
        <>
          {groundsIn(event, procedure).map(({ title }) => (
            <p class="govuk-body-s">{title[language]}</p>
          ))}
          {saidIn(event, language).map((text) => (
            <Written as="p" class="govuk-body-s kc-value">
              {text}
            </Written>
          ))}
          {event.kind === 'answer' && event.says === '' && event.documents === undefined && (
            <p class="govuk-body-s">{NOTHING[language]}</p>
          )}
          <CameWith event={event} language={language} {...sent} />
        </>
      )}
    />
  </>
)

const CameWith = ({
  event,
  language,
  address,
  files,
}: Pick<Props, 'language' | 'address' | 'files'> & { readonly event: CaseEvent }) => {
  const ids = event.kind === 'answer' ? (event.documents ?? []) : []
  const own = files.filter((file) => ids.includes(file.id))
  return <OwnFiles language={language} address={address} files={own} />
}

/** Of several, when another one read their decision is nothing to tell. */
const isOfReader = ({ event }: Recorded): boolean =>
  event.kind !== 'tell' || event.tellings.length > 0

const proposalsIn = (event: CaseEvent): readonly Proposal[] =>
  event.kind === 'propose' ? event.proposals : []

const groundsIn = (event: CaseEvent, { grounds }: Procedure): Procedure['grounds'] =>
  grounds.filter(({ code }) => proposalsIn(event).some((each) => each.grounds.includes(code)))

/** What an official wrote to the person with it, or the person to them; a translation first. */
function saidIn(event: CaseEvent, language: Language): readonly string[] {
  if (event.kind === 'return') return written(event.explanation)
  if (event.kind === 'extend' || event.kind === 'end') return written(event.reason)
  if (event.kind === 'answer') return written(event.says)
  return proposalsIn(event).flatMap(({ reasoning, translation }) => [
    ...(translation?.language === language ? written(translation.reasoning) : []),
    ...written(reasoning),
  ])
}

const written = (text: string | undefined): readonly string[] =>
  text === undefined || text === '' ? [] : [text]

const NOTHING = {
  az: 'Əlavə söz olmadığı bildirilib.',
  tr: 'Eklenecek bir şey olmadığı bildirildi.',
  en: 'There was nothing to add.',
  ru: 'Сообщили, что добавить нечего.',
} as const satisfies Record<Language, string>
