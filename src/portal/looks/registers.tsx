import type { IsoMoment } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import type { Laws } from '#core/policy/laws.ts'
import type { Systems } from '#core/policy/systems.ts'
import { looksWords } from '#portal/looks-words.ts'
import type { AskedAbout } from '#records/inquiries.ts'
import type { AnsweredAbout } from '#records/offered.ts'
import { BasisMark } from '#telling/basis.tsx'
import { formatMomentInBaku } from '#telling/dates.ts'
import { askedOf, registerWords, whatFor } from '#telling/registers.ts'

type Shared = {
  readonly systems: Systems
  readonly laws: Laws
  readonly language: Language
  readonly older?: string
}

type AskedProps = Shared & { readonly asked: readonly AskedAbout[] }

/** Every time a register was asked about somebody, with what for and by which clause. */
export const RegistersAsked = ({ asked, systems, ...shared }: AskedProps) => {
  const { language } = shared
  const words = looksWords[language]
  const times = asked.map((each): Time => {
    return {
      at: each.at,
      ...askedOf(systems, each, language),
      ...(each.isNamed ? { named: registerWords[language].named } : {}),
      ground: each.ground,
      ...(each.times > 1
        ? {
            tries: words.tries
              .replace('{n}', String(each.times))
              .replace('{moment}', formatMomentInBaku(each.firstAt, language)),
          }
        : {}),
    }
  })
  return (
    <Times {...shared} title={words.registersTitle} intro={words.registersIntro} times={times} />
  )
}

type AnsweredProps = Shared & { readonly answered: readonly AnsweredAbout[] }

/** Every time another system was answered about somebody, with what for and by which clause. */
export const SystemsAnswered = ({ answered, systems, ...shared }: AnsweredProps) => {
  const { language } = shared
  const words = looksWords[language]
  const { clients = [], services = [] } = systems.offered ?? {}
  const times = answered.map(({ at, client: code, service, purpose, ground }): Time => {
    const client = clients.find((each) => each.code === code)
    const use = client?.asks.find((each) => each.purpose === purpose)
    const title = services.find((each) => each.code === service)?.title[language]
    return {
      at,
      system: client?.name[language] ?? code,
      what: whatFor(title ?? service, use?.why[language] ?? purpose),
      ground,
    }
  })
  return <Times {...shared} title={words.answeredTitle} intro={words.answeredIntro} times={times} />
}

/** One time that a system and we spoke of somebody. */
type Time = {
  readonly at: IsoMoment
  readonly system: string
  readonly what: string
  readonly ground: string
  readonly tries?: string
  /** That it was asked about another person. */
  readonly named?: string
}

type TimesProps = Omit<Shared, 'systems'> & {
  readonly title: string
  readonly intro: string
  readonly times: readonly Time[]
}

const Times = ({ title, intro, times, laws, language, older }: TimesProps) => {
  if (times.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      <p class="govuk-body">{intro}</p>
      <ol class="kc-timeline">
        {times.map(({ at, system, what, ground, tries, named }) => (
          <li class="kc-timeline__event">
            <time class="kc-timeline__when" datetime={at}>
              {formatMomentInBaku(at, language)}
            </time>
            <p class="kc-timeline__what">{system}</p>
            <p class="kc-timeline__who">
              {what} <BasisMark laws={laws} basis={ground} language={language} />
            </p>
            {named !== undefined && <p class="kc-timeline__who">{named}</p>}
            {tries !== undefined && <p class="kc-timeline__who">{tries}</p>}
          </li>
        ))}
      </ol>
      {older !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={older}>
            {looksWords[language].older}
          </a>
        </p>
      )}
    </>
  )
}
