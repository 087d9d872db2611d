import type { OfficeLanguage } from '#core/language.ts'
import type { RuleSet } from '#core/policy/rule-set.ts'
import type { View } from '#office/env.ts'
import { paths } from '#office/paths.ts'
import { KeysForm, Page } from '#office/shell.tsx'
import { StateTag } from '#office/state-tag.tsx'
import { stoppedText, timeLeft, type Reading, type TimeLeft } from '#office/time-left.ts'
import { officeWords } from '#office/words.ts'
import { formatCountedDay, formatDate } from '#telling/dates.ts'
import { Star } from '#ui/ornaments.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { LIST_CODES, LISTS, placeText, type ListCode, type Place } from '#office/work-lists.ts'
import { COUNTED_MAX, type WorkPage, type WorkRow } from './queries.ts'
import { workWords, type WorkWords } from './words.ts'

/** One list of cases under its own heading. */
export type Listed = {
  readonly kind: ListCode | 'points' | 'opinion'
  readonly page: WorkPage
  /** This page does not begin at the beginning. */
  readonly goesOn: boolean
}

type Sought = {
  readonly text: string
  readonly problem: 'nothingTyped' | 'notWhole' | 'notFound'
}

export type WorkProps = {
  readonly view: View
  readonly reading: Reading
  readonly lists: readonly Listed[]
  /** The lists of the Service, with how many cases are in each. */
  readonly tabs?: ReadonlyMap<ListCode, number>
  /** What was looked for in vain. */
  readonly sought?: Sought
}

export const WorkListPage = ({ view, reading, lists, tabs, sought }: WorkProps) => {
  const words = workWords[view.language]
  const current = lists.find(({ kind }) => kind !== 'points' && kind !== 'opinion')?.kind
  const errors = sought === undefined ? [] : [{ text: words[sought.problem], href: '#number' }]
  return (
    <Page view={view} title={words.title} errors={errors}>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <SearchForm view={view} words={words} sought={sought} />
      {tabs && <ListTabs view={view} words={words} tabs={tabs} current={current} />}
      {lists.length === 0 && <Empty title={words.noListTitle} text={words.noList} />}
      {lists.map((listed) => (
        <WorkTable view={view} reading={reading} listed={listed} words={words} />
      ))}
      <KeysForm view={view} />
    </Page>
  )
}

type Part = { readonly view: View; readonly words: WorkWords }

const SearchForm = ({ view, words, sought }: Part & { readonly sought: Sought | undefined }) => {
  const { search, searchButton } = officeWords[view.language]
  return (
    <form method="get" action={paths.search.to(view.language)} role="search">
      <div class={sought ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
        <label class="govuk-label" for="number">
          {search}
        </label>
        <div class="govuk-hint" id="number-hint">
          {words.searchHint}
        </div>
        {sought && (
          <p class="govuk-error-message" id="number-error">
            {words[sought.problem]}
          </p>
        )}
        <input
          class="govuk-input govuk-input--width-20"
          id="number"
          name="number"
          value={sought?.text}
          autocomplete="off"
          spellcheck={false}
          data-kc-key="/"
          aria-describedby={sought ? 'number-hint number-error' : 'number-hint'}
        />{' '}
        <button class="govuk-button govuk-button--secondary" data-module="govuk-button">
          {searchButton}
        </button>
      </div>
    </form>
  )
}

type TabsProps = Part & {
  readonly tabs: ReadonlyMap<ListCode, number>
  readonly current: string | undefined
}

const ListTabs = ({ view, words, tabs, current }: TabsProps) => (
  <nav class="govuk-tabs" aria-label={words.lists}>
    <ul class="govuk-tabs__list">
      {LIST_CODES.map((code) => (
        <li
          class={
            code === current
              ? 'govuk-tabs__list-item govuk-tabs__list-item--selected'
              : 'govuk-tabs__list-item'
          }
        >
          <a
            class="govuk-tabs__tab"
            href={listAddress(view.language, code)}
            aria-current={code === current ? 'page' : undefined}
          >
            {words[code]}
            {tabs.has(code) && ` (${countText(tabs.get(code) ?? 0)})`}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

const countText = (count: number): string =>
  count > COUNTED_MAX ? `${COUNTED_MAX}+` : String(count)

type TableProps = Part & { readonly reading: Reading; readonly listed: Listed }

const WorkTable = ({ view, reading, listed, words }: TableProps) => {
  const { kind, page, goesOn } = listed
  const isTask = kind === 'points' || kind === 'opinion'
  if (page.rows.length === 0 && !goesOn) {
    return isTask ? (
      <Empty title={words.noTasksTitle} text={words.noTasks} />
    ) : (
      <Empty title={words.emptyTitle} text={words.empty} />
    )
  }
  const hasStopped = !isTask && LISTS[kind].some((state) => reading.stopsIn.includes(state))
  return (
    <>
      <table class="kc-list" role="table">
        <caption class="kc-list__caption">
          {words[kind]}
          <span class="kc-list__order">{hasStopped ? words.orderStopped : words.order}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.number}</th>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.submitted}</th>
            <th scope="col">{words.due}</th>
            <th scope="col">{words.left}</th>
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row) => (
            <WorkLine row={row} reading={reading} words={words} />
          ))}
        </tbody>
      </table>
      <Pages view={view} words={words} listed={listed} />
    </>
  )
}

type LineProps = {
  readonly row: WorkRow
  readonly reading: Reading
  readonly words: WorkWords
}

const WorkLine = ({ row, reading, words }: LineProps) => {
  const { language, rules } = reading
  const left = leftOf(row, reading)
  const tone = left && left.urgency !== 'none' ? `kc-list__row--${left.urgency}` : undefined
  return (
    <tr class={tone}>
      <th scope="row" data-label={words.number}>
        <a class="govuk-link" href={paths.case.to(language, { id: row.id })}>
          {row.number}
        </a>
      </th>
      <td data-label={words.field}>{fieldName(rules, row.field, language)}</td>
      <td data-label={words.state}>
        <StateTag state={row.state} language={language} />
      </td>
      <td data-label={words.submitted}>{formatDate(row.submittedOn, language, 'plain')}</td>
      <td data-label={words.due}>
        {row.dueOn === undefined || reading.stopsIn.includes(row.state)
          ? '–' // while the clock stands still, the day moves on with every day
          : formatCountedDay(row.dueOn, {
              language,
              calendars: reading.calendars,
              style: 'plain',
              remark: 'word',
            })}
      </td>
      <td data-label={words.left}>
        <span class="kc-list__time">{left?.text ?? '–'}</span>
      </td>
    </tr>
  )
}

/** States in which nobody is awaited by that day. */
const SETTLED: readonly WorkRow['state'][] = ['recognised', 'annulment-proposed', 'death-reported']

function leftOf({ dueOn, state }: WorkRow, reading: Reading): TimeLeft | undefined {
  if (reading.stopsIn.includes(state)) {
    return { text: stoppedText(reading.language), urgency: 'none' }
  }
  if (dueOn === undefined || SETTLED.includes(state)) return undefined
  return timeLeft(dueOn, reading)
}

/** Fields keep their codes; the words are those in force today. */
const fieldName = (rules: RuleSet, code: string, language: OfficeLanguage): string =>
  rules.fields.find((field) => field.code === code)?.title[language] ?? code

const Pages = ({ view, words, listed }: Part & { readonly listed: Listed }) => {
  const { kind, page, goesOn } = listed
  if (!goesOn && !page.next) return null
  const { language } = view
  return (
    <Pagination
      label={words.pages}
      {...(goesOn ? { previous: { href: listAddress(language, kind), text: words.first } } : {})}
      {...(page.next
        ? { next: { href: listAddress(language, kind, page.next), text: words.next } }
        : {})}
    />
  )
}

function listAddress(language: OfficeLanguage, kind: Listed['kind'], after?: Place): string {
  const query = new URLSearchParams({ list: kind })
  if (after) query.set('after', placeText(after))
  return `${paths.work.to(language)}?${query.toString()}`
}

const Empty = ({ title, text }: { readonly title: string; readonly text: string }) => (
  <div class="kc-empty">
    <Star />
    <h2 class="kc-empty__title">{title}</h2>
    <p>{text}</p>
  </div>
)
