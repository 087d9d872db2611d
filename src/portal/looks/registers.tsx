import type { Language } from '#core/language.ts'
import type { Laws } from '#core/policy/laws.ts'
import { serviceOf, type Systems } from '#core/policy/systems.ts'
import { looksWords } from '#portal/looks/words.ts'
import type { AskedAbout } from '#records/inquiries.ts'
import type { AnsweredAbout } from '#records/offered.ts'
import { BasisMark } from '#telling/basis.tsx'
import { formatMomentInBaku } from '#telling/dates.ts'

type Props = {
  readonly asked: readonly AskedAbout[]
  readonly systems: Systems
  readonly laws: Laws
  readonly language: Language
  readonly older?: string
}

/** Every time a register was asked about somebody, with what for and by which clause. */
export const RegistersAsked = ({ asked, systems, laws, language, older }: Props) => {
  const words = looksWords[language]
  if (asked.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{words.registersTitle}</h2>
      <p class="govuk-body">{words.registersIntro}</p>
      <ol class="kc-timeline">
        {asked.map(({ at, times, firstAt, system: code, service: name, ground }) => {
          const found = serviceOf(systems, name)
          return (
            <li class="kc-timeline__event">
              <time class="kc-timeline__when" datetime={at}>
                {formatMomentInBaku(at, language)}
              </time>
              <p class="kc-timeline__what">{found?.system.name[language] ?? code}</p>
              <p class="kc-timeline__who">
                {found?.service.title[language] ?? name}. {found?.service.purpose[language]}{' '}
                <BasisMark laws={laws} basis={ground} language={language} />
              </p>
              {times > 1 && (
                <p class="kc-timeline__who">
                  {words.tries
                    .replace('{n}', String(times))
                    .replace('{moment}', formatMomentInBaku(firstAt, language))}
                </p>
              )}
            </li>
          )
        })}
      </ol>
      {older !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={older}>
            {words.older}
          </a>
        </p>
      )}
    </>
  )
}

type AnsweredProps = Omit<Props, 'asked'> & { readonly answered: readonly AnsweredAbout[] }

/** Every time another system was answered about somebody, with what for and by which clause. */
export const SystemsAnswered = ({ answered, systems, laws, language, older }: AnsweredProps) => {
  const words = looksWords[language]
  const { clients = [], services = [] } = systems.offered ?? {}
  if (answered.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{words.answeredTitle}</h2>
      <p class="govuk-body">{words.answeredIntro}</p>
      <ol class="kc-timeline">
        {answered.map(({ at, client: code, service, purpose, ground }) => {
          const client = clients.find((each) => each.code === code)
          const use = client?.asks.find((each) => each.purpose === purpose)
          const title = services.find((each) => each.code === service)?.title[language]
          return (
            <li class="kc-timeline__event">
              <time class="kc-timeline__when" datetime={at}>
                {formatMomentInBaku(at, language)}
              </time>
              <p class="kc-timeline__what">{client?.name[language] ?? code}</p>
              <p class="kc-timeline__who">
                {title ?? service}. {use?.why[language] ?? purpose}{' '}
                <BasisMark laws={laws} basis={ground} language={language} />
              </p>
            </li>
          )
        })}
      </ol>
      {older !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={older}>
            {words.older}
          </a>
        </p>
      )}
    </>
  )
}
