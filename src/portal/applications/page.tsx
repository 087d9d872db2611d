import type { StatusKind } from '#core/cases/statuses.ts'
import { outcomeOf } from '#core/cases/life.ts'
import type { BeginRefusal } from '#core/cases/may.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import { applicationsWords } from '#portal/applications/words.ts'
import type { View } from '#portal/env.ts'
import { heldAs, isInForce } from '#portal/own-status.ts'
import type { Offer } from '#portal/offers.ts'
import type { ListedCase } from '#portal/own-cases.ts'
import { paths } from '#portal/paths.ts'
import { Page } from '#portal/shell.tsx'
import { stateTag, statusTag } from '#telling/case-words.ts'
import { formatDate, formatMomentInBaku } from '#telling/dates.ts'
import { Button, ButtonGroup } from '#ui/button.tsx'
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
      {cases.length > 0 && (
        <ul class="kc-applications">
          {cases.map((each) => (
            <CaseCard language={language} each={each} statuses={statuses} on={on} />
          ))}
        </ul>
      )}
      {offers.map((offer) => (
        <>
          {offers.length > 1 && (
            <h2 class="govuk-heading-m">{offer.description.type.title[language]}</h2>
          )}
          {offer.refusal ? (
            <p class="govuk-body-s">{whyNot(offer.refusal, statuses, language)}</p>
          ) : (
            <BeginForm language={language} offer={offer} isFirst={cases.length === 0} />
          )}
        </>
      ))}
    </Page>
  )
}

function whyNot(refusal: BeginRefusal, statuses: Props['statuses'], language: Language): string {
  const words = applicationsWords[language]
  if (refusal.reason === 'stands-against' && refusal.test.test === 'holds') return words.holds
  if (refusal.reason === 'stands-against' && refusal.test.test === 'same-type-open') {
    return words.oneAtATime
  }
  const { test } = 'test' in refusal ? refusal : {}
  const needed = test?.test === 'holds' ? statuses.get(test.status)?.title[language] : undefined
  return needed === undefined ? words.notNow : words.needs.replace('{status}', needed)
}

type BeginProps = {
  readonly language: Language
  readonly offer: Offer
  readonly isFirst: boolean
}

const BeginForm = ({ language, offer: { description, earlier }, isFirst }: BeginProps) => {
  const words = applicationsWords[language]
  return (
    <form method="post" action={paths.applications.to(language)}>
      <input type="hidden" name="type" value={description.type.code} />
      {earlier && (
        <p class="govuk-body">{words.beginFromHint.replace('{number}', earlier.number)}</p>
      )}
      <ButtonGroup>
        {earlier && (
          <Button name="from" value={earlier.id} preventDoubleClick>
            {words.beginFrom.replace('{number}', earlier.number)}
          </Button>
        )}
        <Button preventDoubleClick variant={isFirst ? 'primary' : 'secondary'}>
          {earlier ? words.beginEmpty : words.begin}
        </Button>
      </ButtonGroup>
    </form>
  )
}

type CardProps = Pick<Props, 'statuses' | 'on'> & {
  readonly language: Language
  readonly each: ListedCase
}

const CaseCard = ({ language, each, statuses, on }: CardProps) => {
  const words = applicationsWords[language]
  const { id, type, number, gave, changedAt, askedUntil } = each
  const kind = gave && statuses.get(gave.kind)
  return (
    <li class="kc-card">
      <h2 class="govuk-heading-m kc-card__title">
        <a class="govuk-link" href={paths.application.to(language, { id })}>
          {[type.title[language], number].filter(Boolean).join(', ')}
        </a>
      </h2>
      <p class="govuk-body">
        <Tag colour={colourOf(each)}>{stateTag(each, type, language)}</Tag>
      </p>
      {askedUntil !== undefined && (
        <p class="govuk-body">
          {words.asked} <strong>{formatDate(askedUntil, language, 'plain')}</strong>
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
