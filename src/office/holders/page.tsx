import type { StatusKind } from '#core/cases/statuses.ts'
import { daysBetween, type IsoDate } from '#core/dated.ts'
import type { OfficeLanguage } from '#core/language.ts'
import type { Policy } from '#core/policy/policy.ts'
import { withBack } from '#office/back.ts'
import type { View } from '#office/env.ts'
import { fieldName } from '#office/field-name.ts'
import { NumberSearch, type Sought } from '#office/number-search.tsx'
import { paths } from '#office/paths.ts'
import { KeysForm, Page } from '#office/shell.tsx'
import { StatusTag } from '#office/status-tag.tsx'
import { officeWords } from '#office/words.ts'
import { amount, yearsAndMonths } from '#telling/amounts.ts'
import { formatDate } from '#telling/dates.ts'
import type { Link } from '#records/one-person.ts'
import { Star } from '#ui/ornaments.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { RESTING_MAX, type HolderPlace, type HolderRow, type HoldersAt } from './queries.ts'
import { holdersWords, type HoldersWords } from './words.ts'

export type HoldersProps = {
  readonly view: View
  readonly policy: Policy
  /** Kinds of status that rest on nothing. */
  readonly kinds: readonly StatusKind[]
  readonly kind?: StatusKind | undefined
  readonly today: IsoDate
  readonly page: HoldersAt
  /** In how many days at most they end. */
  readonly within?: number | undefined
  readonly after?: HolderPlace | undefined
  readonly sought?: Sought | undefined
  /** Two entries that are one person, or are not: what waits for another official. */
  readonly waiting?: readonly Link[]
}

/** How soon a status may end to be in a list of its own. */
export const WITHIN_DAYS = [30, 90, 365] as const

export const HoldersPage = (props: HoldersProps) => {
  const { view, sought, page } = props
  const words = holdersWords[view.language]
  const problem = sought?.problem
  const errors = problem === undefined ? [] : [{ text: words[problem], href: '#number' }]
  const back = {
    href: paths.holders.to(view.language),
    text: officeWords[view.language].backToHolders,
  }
  return (
    <Page view={view} title={words.title} errors={errors} back={sought ? [back] : []}>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <NumberSearch
        {...{ view, words, sought }}
        action={paths.holders.to(view.language)}
        label={words.search}
        from={sought ? undefined : view.here}
      />
      {props.waiting !== undefined && props.waiting.length > 0 && (
        <Waiting view={view} waiting={props.waiting} words={words} />
      )}
      {!sought && props.kinds.length > 1 && <Kinds {...props} words={words} />}
      {!sought && <Within {...props} words={words} />}
      {page.rows.length > 0 && <Lines {...props} words={words} />}
      {page.rows.length === 0 && !sought && <Empty words={words} />}
      {sought ? page.next && <p class="govuk-body">{words.moreFound}</p> : <Pages {...props} />}
      <KeysForm view={view} />
    </Page>
  )
}

type WaitingProps = {
  readonly view: View
  readonly waiting: readonly Link[]
  readonly words: HoldersWords
}

const Waiting = ({ view: { language, here }, waiting, words }: WaitingProps) => (
  <>
    <h2 class="govuk-heading-m">{words.waiting}</h2>
    <ul class="govuk-list">
      {waiting.map(({ entries: [{ caseId: id, partyId: party, number }, other] }) => (
        <li>
          <a
            class="govuk-link"
            href={withBack({ cameFrom: here }, paths.samePerson.to(language, { id, party }))}
          >
            {number} – {other.number}
          </a>
        </li>
      ))}
    </ul>
  </>
)

type Wanted = Pick<HoldersProps, 'kind' | 'within' | 'after'>

function listAddress({ language }: View, { kind, within, after }: Wanted): string {
  const query = new URLSearchParams()
  if (kind) query.set('kind', kind.code)
  if (within !== undefined) query.set('within', String(within))
  if (after) query.set('after', `${after.day}_${after.number}`)
  return `${paths.holders.to(language)}?${query.toString()}`
}

type TabsProps = HoldersProps & { readonly words: HoldersWords }

const Kinds = ({ view, kinds, kind, words }: TabsProps) => (
  <Tabs
    label={words.kinds}
    tabs={kinds.map((each) => ({
      text: each.title[view.language],
      href: listAddress(view, { kind: each }),
      isCurrent: each.code === kind?.code,
    }))}
  />
)

const Within = ({ view, kind, within, words }: TabsProps) => (
  <Tabs
    label={words.ends}
    tabs={[undefined, ...WITHIN_DAYS].map((days) => ({
      text: days === undefined ? words.any : words.within.replace('{n}', String(days)),
      href: listAddress(view, { kind, within: days }),
      isCurrent: days === within,
    }))}
  />
)

type Tab = { readonly text: string; readonly href: string; readonly isCurrent: boolean }

const Tabs = ({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) => (
  <nav class="govuk-tabs" aria-label={label}>
    <ul class="govuk-tabs__list">
      {tabs.map(({ text, href, isCurrent }) => (
        <li
          class={
            isCurrent
              ? 'govuk-tabs__list-item govuk-tabs__list-item--selected'
              : 'govuk-tabs__list-item'
          }
        >
          <a class="govuk-tabs__tab" href={href} aria-current={isCurrent ? 'page' : undefined}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

const Lines = (props: TabsProps) => {
  const { view, page, kind, sought, words } = props
  return (
    <table class="kc-list" role="table">
      <caption class="kc-list__caption">
        {sought ? words.found : (kind?.title[view.language] ?? words.title)}
        <span class="kc-list__order">{sought ? words.orderFound : words.order}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.number}</th>
          <th scope="col">{words.field}</th>
          <th scope="col">{words.state}</th>
          <th scope="col">{words.from}</th>
          <th scope="col">{words.until}</th>
          <th scope="col">{words.left}</th>
          <th scope="col">{words.resting}</th>
        </tr>
      </thead>
      <tbody>
        {page.rows.map((row) => (
          <Line {...props} row={row} />
        ))}
      </tbody>
    </table>
  )
}

/** In a table a cell is never empty. */
const NOTHING = '–'

const Line = ({ view, policy, today, row, words }: TabsProps & { readonly row: HolderRow }) => {
  const { language, here: cameFrom } = view
  const left = row.endedAs === undefined ? daysBetween(today, row.until) : -1
  const time = left < 0 ? NOTHING : leftText(left, language)
  const field = fieldName(policy, row.field, language) || NOTHING
  const none = (text: string) => (text === NOTHING ? 'kc-list__cell--none' : undefined)
  return (
    <tr>
      <th scope="row" data-label={words.number}>
        <a class="govuk-link" href={withBack({ cameFrom }, paths.holder.to(language, row))}>
          {row.number}
        </a>
      </th>
      <td data-label={words.field} class={none(field)}>
        {field}
      </td>
      <td data-label={words.state}>
        <StatusTag status={row} kind={policy.statuses.get(row.kind)} language={language} />
      </td>
      <td data-label={words.from}>{formatDate(row.from, language, 'plain')}</td>
      <td data-label={words.until}>{formatDate(row.until, language, 'plain')}</td>
      <td data-label={words.left} class={none(time)}>
        {time}
      </td>
      <td data-label={words.resting}>
        {row.resting > RESTING_MAX ? words.many.replace('{n}', String(RESTING_MAX)) : row.resting}
      </td>
    </tr>
  )
}

/** In days, where they count; of what lasts longer than a year nobody counts them. */
const leftText = (days: number, language: OfficeLanguage): string =>
  days > YEAR_DAYS
    ? yearsAndMonths(Math.floor(days / MONTH_DAYS), language)
    : amount(days, 'calendar-days', language)

const YEAR_DAYS = 365
const MONTH_DAYS = 30.44

const Pages = ({ view, kind, within, after, page }: HoldersProps) => {
  const words = holdersWords[view.language]
  if (after === undefined && !page.next) return null
  return (
    <Pagination
      label={words.pages}
      {...(after === undefined
        ? {}
        : { previous: { href: listAddress(view, { kind, within }), text: words.first } })}
      {...(page.next
        ? {
            next: { href: listAddress(view, { kind, within, after: page.next }), text: words.next },
          }
        : {})}
    />
  )
}

const Empty = ({ words }: { readonly words: HoldersWords }) => (
  <div class="kc-empty">
    <Star />
    <h2 class="kc-empty__title">{words.emptyTitle}</h2>
    <p>{words.empty}</p>
  </div>
)
