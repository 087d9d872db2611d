import { aboutStatuses, isAboutParty } from '#core/cases/contesting.ts'
import type { StatusKind } from '#core/cases/statuses.ts'
import { outcomeOf, type Begins } from '#core/cases/life.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import { heldText } from '#portal/about-what.ts'
import { applicationsWords } from '#portal/applications/words.ts'
import { BeginButtons } from '#portal/begin-buttons.tsx'
import type { View } from '#portal/env.ts'
import { heldAs, isInForce } from '#portal/own-status.ts'
import { ownRoles, type Offer } from '#portal/offers.ts'
import type { ListedCase } from '#portal/own-cases.ts'
import { paths } from '#portal/paths.ts'
import { Page } from '#portal/shell.tsx'
import { WhyNot } from '#portal/why-not.tsx'
import { stateTag, statusTag } from '#telling/case-words.ts'
import { formatDate, formatMomentInBaku } from '#telling/dates.ts'
import { Details } from '#ui/details.tsx'
import { Tag, type TagColour } from '#ui/tag.tsx'

type Props = {
  readonly view: View
  readonly cases: readonly ListedCase[]
  readonly offers: readonly Offer[]
  readonly statuses: ReadonlyMap<string, StatusKind>
  readonly on: IsoDate
}

/** All that one has applied for, each with where it stands, and what can be begun. */
export const ApplicationsPage = ({ view, cases, offers, statuses, on }: Props) => {
  const { language } = view
  const words = applicationsWords[language]
  return (
    <Page view={view} title={words.title}>
      <h1 class="govuk-heading-l">{words.title}</h1>
      {cases.length === 0 && <p class="kc-empty">{words.empty}</p>}
      {grouped(cases).map(({ group, cases: own }, _, { length }) => (
        <>
          {length > 1 && <h2 class="govuk-heading-m">{words[group]}</h2>}
          <ul class="kc-applications">
            {own.map((each) => (
              <CaseCard
                language={language}
                each={each}
                statuses={statuses}
                on={on}
                isUnder={length > 1}
              />
            ))}
          </ul>
        </>
      ))}
      <Begin offers={offers} statuses={statuses} language={language} isFirst={cases.length === 0} />
    </Page>
  )
}

/** What they are asked for stands first, and then by what it is about. */
const GROUPS = ['waiting', 'applications', 'reviews', 'data'] as const
type Group = (typeof GROUPS)[number]

function groupOf({ type: { begins }, askedUntil }: ListedCase): Group {
  if (askedUntil !== undefined) return 'waiting'
  if (isAboutParty(begins)) return 'data'
  return begins.about === undefined || isAskedAboutHeld(begins) ? 'applications' : 'reviews'
}

/** What its holder asks for is no review of it. */
const isAskedAboutHeld = (begins: Begins): boolean =>
  aboutStatuses(begins).length > 0 && ownRoles(begins).length > 0

const grouped = (cases: readonly ListedCase[]) =>
  GROUPS.map((group) => ({ group, cases: cases.filter((each) => groupOf(each) === group) })).filter(
    ({ cases: own }) => own.length > 0,
  )

type OffersProps = Pick<Props, 'offers' | 'statuses'> & {
  readonly language: Language
  readonly isFirst: boolean
}

/** What can be begun, each with its button; what cannot is folded away, with what it needs. */
const Begin = ({ offers, statuses, language, isFirst }: OffersProps) => {
  const words = applicationsWords[language]
  const open = offers.filter(({ refusal }) => refusal === undefined)
  const shut = offers.flatMap(({ description, refusal, against }) => {
    if (refusal === undefined) return []
    const why = <WhyNot {...{ refusal, against, statuses, language }} />
    return [{ title: description.type.title[language], why }]
  })
  const [only] = open
  const [one, another] = shut
  const isMany = offers.length > 1 && open.length > 0
  return (
    <>
      {isMany && <h2 class="govuk-heading-m">{words.beginTitle}</h2>}
      {open.length > 1 && (
        <p class="govuk-body">
          <a class="govuk-link" href={paths.may.to(language)}>
            {words.toMay}
          </a>
        </p>
      )}
      {isMany ? (
        <ul class="kc-offers">
          {open.map((offer) => (
            <li class="kc-offers__one">
              <h3 class="govuk-heading-s">{offer.description.type.title[language]}</h3>
              <BeginForm language={language} offer={offer} isFirst={isFirst} isOfMany />
            </li>
          ))}
        </ul>
      ) : (
        only && <BeginForm language={language} offer={only} isFirst={isFirst} />
      )}
      {one && open.length === 0 && another === undefined && <p class="govuk-body-s">{one.why}</p>}
      {one && (open.length > 0 || another !== undefined) && (
        <Details summary={words.shut}>
          <ul class="govuk-list govuk-list--bullet">
            {shut.map(({ title, why }) => (
              <li>
                {title}: {why}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}

type BeginProps = {
  readonly language: Language
  readonly offer: Offer
  readonly isFirst: boolean
  readonly isOfMany?: boolean
}

const BeginForm = ({ language, offer, isFirst, isOfMany = false }: BeginProps) => {
  const { description, earlier } = offer
  const about = isOfMany && (
    <span class="govuk-visually-hidden"> ({description.type.title[language]})</span>
  )
  return (
    <form method="post" action={paths.applications.to(language)}>
      <input type="hidden" name="type" value={description.type.code} />
      <BeginButtons
        {...{ language, earlier, about, isOfMany }}
        begin={applicationsWords[language].begin}
        variant={isFirst ? 'primary' : 'secondary'}
      />
    </form>
  )
}

type CardProps = Pick<Props, 'statuses' | 'on'> & {
  readonly language: Language
  readonly each: ListedCase
  /** It stands under a heading of its own. */
  readonly isUnder: boolean
}

const CaseCard = ({ language, each, statuses, on, isUnder }: CardProps) => {
  const Title = isUnder ? 'h3' : 'h2'
  const words = applicationsWords[language]
  const { id, type, number, gave, changedAt, askedUntil, erasedAfter } = each
  const kind = gave && statuses.get(gave.kind)
  return (
    <li class="kc-card">
      <Title class="govuk-heading-m kc-card__title">
        <a class="govuk-link" href={paths.application.to(language, { id })}>
          {[type.title[language], number].filter(Boolean).join(', ')}
        </a>
      </Title>
      <p class="govuk-body">
        <Tag colour={colourOf(each)}>{stateTag(each, type, language)}</Tag>
      </p>
      {each.status && <p class="govuk-body">{heldText(each.status, { statuses, language })}</p>}
      {each.isErased && <p class="govuk-body">{words.erased}</p>}
      {askedUntil !== undefined && (
        <p class="govuk-body">
          {words.asked} <strong>{formatDate(askedUntil, language, 'plain')}</strong>
        </p>
      )}
      {erasedAfter !== undefined && (
        <p class="govuk-body">
          {words.erasedAfter} <strong>{formatDate(erasedAfter, language, 'plain')}</strong>
        </p>
      )}
      {kind && (
        <p class="govuk-body">
          {kind.title[language]}:{' '}
          <Tag colour={isInForce(gave, on) ? 'green' : 'grey'}>
            {statusTag(kind, heldAs(kind, gave, on), language)}
          </Tag>
        </p>
      )}
      <p class="govuk-body-s">
        {words.changed}: {formatMomentInBaku(changedAt, language)}
      </p>
    </li>
  )
}

function colourOf({ type, outcome, stage }: ListedCase): TagColour {
  if (outcome !== undefined && outcomeOf(type, outcome)?.favourable === true) return 'green'
  return outcome !== undefined || stage === 'ended' ? 'grey' : 'blue'
}
