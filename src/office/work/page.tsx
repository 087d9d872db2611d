import { isRecorded } from '#core/cases/asked.ts'
import { termOfTask } from '#core/cases/tasks.ts'
import type { IsoDate } from '#core/dated.ts'
import { dayToTell, wasLate, type Counted } from '#core/deadlines/counted.ts'
import type { Description, Policy } from '#core/policy/policy.ts'
import { fieldsOf } from '#core/policy/scoring.ts'
import type { OfficeLanguage } from '#core/language.ts'
import { caseAddress, wayBack } from '#office/back.ts'
import type { View } from '#office/env.ts'
import { NumberSearch, type Sought } from '#office/number-search.tsx'
import { paths } from '#office/paths.ts'
import { KeysForm, Page } from '#office/shell.tsx'
import { StateTag } from '#office/state-tag.tsx'
import { stoppedText, timeLeft, type TimeLeft, type Today } from '#office/time-left.ts'
import { placeText, type ListCode, type OfBodies, type Place } from '#office/work-lists.ts'
import { thereSince } from '#office/there.tsx'
import { officeWords } from '#office/words.ts'
import type { Mission } from '#core/promotion/missions.ts'
import { askedOf } from '#office/asked-of.ts'
import { stepName } from '#telling/case-words.ts'
import { formatCountedDay, formatDate } from '#telling/dates.ts'
import type { Child } from '#ui/markup.ts'
import { Star } from '#ui/ornaments.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Tag } from '#ui/tag.tsx'
import { COUNTED_MAX, type WorkPage } from './queries.ts'
import type { WorkRow } from '#office/work-rows.ts'
import { workWords, type WorkWords } from './words.ts'

/** By what the lines of a list are worded and measured. */
export type Reading = Omit<Today, 'procedure'> & {
  readonly missions: readonly Mission[]
  readonly systems: Policy['systems']
  /** The type that a case goes by, and what its cases are dealt with by today, where it is here. */
  readonly descriptionOf: (
    row: Pick<WorkRow, 'type' | 'typeHash' | 'state'>,
  ) => Described | undefined
}

type Described = Pick<Description, 'type' | 'procedure' | 'scoring'>

/** One list of cases under its own heading. */
export type Listed = {
  readonly kind: ListCode | OfBodies | 'council' | 'found'
  readonly page: WorkPage
  /** After which line this page begins, where it does not begin at the beginning. */
  readonly from?: Place | undefined
}

export type WorkProps = {
  readonly view: View
  readonly reading: Reading
  readonly lists: readonly Listed[]
  /** The lists of the Service, with how many cases are in each. */
  readonly tabs?: ReadonlyMap<ListCode, number | undefined>
  /** What was looked for. */
  readonly sought?: Sought
}

export const WorkListPage = ({ view, reading, lists, tabs, sought }: WorkProps) => {
  const words = workWords[view.language]
  const current = lists.findLast(({ kind }) => kind !== 'found')?.kind
  const problem = sought?.problem
  const errors = problem === undefined ? [] : [{ text: words[problem], href: '#number' }]
  return (
    <Page view={view} title={words.title} errors={errors} back={sought ? [wayBack(view)] : []}>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <NumberSearch
        {...{ view, words, sought }}
        action={paths.search.to(view.language)}
        label={officeWords[view.language].search}
        from={sought ? view.cameFrom : view.here}
      />
      {tabs && <ListTabs view={view} words={words} tabs={tabs} current={current} />}
      {lists.map((listed) => (
        <WorkTable view={view} reading={reading} listed={listed} words={words} />
      ))}
      <KeysForm view={view} />
    </Page>
  )
}

type Part = { readonly view: View; readonly words: WorkWords }

type TabsProps = Part & {
  readonly tabs: ReadonlyMap<ListCode, number | undefined>
  readonly current: string | undefined
}

const ListTabs = ({ view, words, tabs, current }: TabsProps) => (
  <nav class="govuk-tabs" aria-label={words.lists}>
    <ul class="govuk-tabs__list">
      {Array.from(tabs, ([code, count]) => (
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
            {count !== undefined && ` (${countText(count)})`}
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
  const { kind, page, from } = listed
  if (page.rows.length === 0 && from === undefined) {
    return <Empty title={words[EMPTY[kind] ?? 'emptyTitle']} text={words.empty} />
  }
  const columns = columnsOf(kind, reading, words)
  return (
    <>
      <table class="kc-list" role="table">
        <caption class="kc-list__caption">
          {words[kind]}
          <span class="kc-list__order">{words[ORDERS[kind] ?? 'order']}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.number}</th>
            {columns.map(({ head }) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {page.rows.map((row) => (
            <WorkLine view={view} row={row} columns={columns} reading={reading} words={words} />
          ))}
        </tbody>
      </table>
      {kind !== 'ended' && <p class="kc-small kc-soft">{words.legend}</p>}
      {kind === 'found' ? (
        page.next && <p class="govuk-body">{words.moreFound}</p>
      ) : (
        <Pages view={view} words={words} kind={kind} page={page} from={from} />
      )}
    </>
  )
}

/** What a list is in the order of; those that are not named, of the day of the answer. */
const ORDERS: Readonly<
  Partial<Record<Listed['kind'], 'orderStep' | 'orderEnded' | 'orderNewest'>>
> = {
  mine: 'orderStep',
  council: 'orderStep',
  points: 'orderStep',
  opinion: 'orderStep',
  ended: 'orderEnded',
  all: 'orderNewest',
  found: 'orderNewest',
}

const EMPTY: Readonly<Partial<Record<Listed['kind'], 'noTasksTitle'>>> = {
  mine: 'noTasksTitle',
  points: 'noTasksTitle',
  opinion: 'noTasksTitle',
}

/** In a table a cell is never empty. */
const NOTHING = '–'

type Column = { readonly head: string; readonly cell: (row: WorkRow) => Child }

/** Whoever has to move keeps the day of the step, so that it stands before that of the answer. */
function columnsOf(kind: Listed['kind'], reading: Reading, words: WorkWords): readonly Column[] {
  const { language } = reading
  const plain = (day: IsoDate | undefined) =>
    day === undefined ? NOTHING : formatDate(day, language, 'plain')
  const what = [
    { head: words.about, cell: (row: WorkRow) => aboutOf(row, reading) },
    { head: words.state, cell: (row: WorkRow) => <Stands row={row} {...{ reading, words }} /> },
    { head: words.opened, cell: ({ openedOn }: WorkRow) => plain(openedOn) },
  ]
  if (kind === 'ended') {
    return [...what, { head: words.endedOn, cell: ({ endedOn }) => plain(endedOn) }]
  }
  return [
    ...what,
    { head: words.stepDue, cell: (row) => stepDue(row, reading, words) },
    {
      head: words.left,
      cell: (row) => timeOf(leftOf(row, reading)),
    },
    { head: words.due, cell: ({ counted }) => dayText(counted, reading) },
  ]
}

type LineProps = Pick<TableProps, 'view' | 'reading' | 'words'> & {
  readonly row: WorkRow
  readonly columns: readonly Column[]
}

const WorkLine = ({ view, row, columns, reading, words }: LineProps) => {
  const { urgency = 'none' } = leftOf(row, reading) ?? {}
  const { language, here: cameFrom } = view
  return (
    <tr class={urgency === 'none' ? undefined : `kc-list__row--${urgency}`}>
      <th scope="row" data-label={words.number}>
        <a class="govuk-link" href={caseAddress({ language, cameFrom }, row.id)}>
          {row.number}
        </a>
      </th>
      {columns.map(({ head, cell }) => {
        const said = cell(row)
        return (
          <td data-label={head} class={said === NOTHING ? 'kc-list__cell--none' : undefined}>
            {said}
          </td>
        )
      })}
    </tr>
  )
}

type Waiting = NonNullable<WorkRow['next']>

/** What waits beside the next move, and is told apart from it; a notice asks by a day, or tells. */
function besideOf({ kind, counted }: Pick<Waiting, 'kind' | 'counted'>): readonly Beside[] {
  if (kind === 'message') return ['message']
  if (kind !== 'notice') return []
  return [counted?.terms.length === 0 ? 'notice' : 'told']
}

type Beside = 'message' | 'notice' | 'told'

type StandsProps = Pick<LineProps, 'row' | 'reading' | 'words'>

const Stands = ({ row, reading, words }: StandsProps) => {
  const type = reading.descriptionOf(row)?.type
  const told = new Set(waitingIn(row).flatMap(besideOf))
  const day = row.counted && dayToTell(row.counted, reading.calendars)
  const isLateNow = day !== undefined && day < reading.today
  const isLate = !isLateNow && row.counted !== undefined && wasLate(row.counted, reading.calendars)
  const tags: readonly Child[] = [
    ...Array.from(told, (kind) => <Tag colour="yellow">{words[kind]}</Tag>),
    ...(row.isAnew ? [<Tag colour="yellow">{words.anew}</Tag>] : []),
    ...(row.isByName ? [<Tag colour="grey">{words.yours}</Tag>] : []),
    ...(isLate ? [<Tag colour="grey">{words.late}</Tag>] : []),
    ...(row.erased ? [<Tag colour="grey">{words.erased}</Tag>] : []),
  ]
  return (
    <div>
      {type && <StateTag stood={row} there={row.there} type={type} language={reading.language} />}
      {row.there && (
        <span class="kc-list__step">{thereSince({ ...reading, there: row.there })}</span>
      )}
      {type && row.next && isRecorded(row.next.kind) && (
        <span class="kc-list__step">{stepName(type, row.next.step, reading.language)}</span>
      )}
      {tags.map((tag) => (
        <> {tag}</>
      ))}
    </div>
  )
}

/** All that a line is about, the first due first. */
const waitingIn = ({ next, beside = [] }: WorkRow) => [...(next ? [next] : []), ...beside]

/** The day of the step; where something else waits too, what is due on which. */
function stepDue(row: WorkRow, reading: Reading, words: WorkWords): Child {
  const waiting = waitingIn(row)
  if (waiting.length < 2) return dayText(row.next?.counted, reading)
  const lines = waiting.map((each) =>
    words.dueOf
      .replace('{what}', words[besideOf(each)[0] ?? 'step'])
      .replace('{day}', dayText(each.counted, reading)),
  )
  return (
    <div>
      {[...new Set(lines)].map((line) => (
        <div>{line}</div>
      ))}
    </div>
  )
}

/** While a clock stands still, its day moves on with every day. */
function dayText(counted: Counted | undefined, { language, calendars }: Reading): string {
  const day = counted && dayToTell(counted, calendars)
  if (day !== undefined) {
    return formatCountedDay(day, { language, calendars, style: 'plain', remark: 'word' })
  }
  return counted === undefined ? NOTHING : stoppedText(language)
}

const timeOf = (left: TimeLeft | undefined): Child =>
  left === undefined ? NOTHING : <span class="kc-list__time">{left.text}</span>

function leftOf(row: WorkRow, reading: Reading): TimeLeft | undefined {
  const { next } = row
  const described = reading.descriptionOf(row)
  const day = next?.counted && dayToTell(next.counted, reading.calendars)
  if (day === undefined || next === undefined || described === undefined) return undefined
  const { type, procedure } = described
  return timeLeft(day, termOfTask(type, next), { ...reading, procedure })
}

/** The field of activity, where a case has one; else what kind of case it is. */
function aboutOf({ field, ...row }: WorkRow, reading: Reading): string {
  const { language } = reading
  const described = reading.descriptionOf(row)
  const asked = askedOf(row, reading.missions, language)
  if (asked !== undefined) return `${described?.type.title[language] ?? row.type}: ${asked}`
  if (field === undefined || field === '') return described?.type.title[language] ?? row.type
  return (described && fieldName(described, field, language)) ?? field
}

/** Fields keep their codes; the words are those in force today. */
const fieldName = (
  described: Described,
  code: string,
  language: OfficeLanguage,
): string | undefined => fieldsOf(described).find((field) => field.code === code)?.title[language]

type PagesProps = Part & Listed

const Pages = ({ view: { language }, words, kind, page, from }: PagesProps) => {
  if (from === undefined && !page.next) return null
  return (
    <Pagination
      label={words.pages}
      {...(from === undefined
        ? {}
        : { previous: { href: listAddress(language, kind), text: words.first } })}
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
