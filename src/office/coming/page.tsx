import { placeOf, timeInBaku, type Place } from '#core/appointments/places.ts'
import { addDays, type IsoDate } from '#core/dated.ts'
import { askOf } from '#core/cases/life.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { ComingRow } from '#office/coming/queries.ts'
import { comingWords } from '#office/coming/words.ts'
import type { View } from '#office/env.ts'
import { paths } from '#office/paths.ts'
import { Page } from '#office/shell.tsx'
import { formatDate } from '#telling/dates.ts'
import { Button, ButtonGroup } from '#ui/button.tsx'
import { Select } from '#ui/select.tsx'
import { Table } from '#ui/table.tsx'

export type ComingProps = {
  readonly view: View
  readonly places: readonly Place[]
  readonly place?: Place | undefined
  readonly day: IsoDate
  readonly today: IsoDate
  readonly rows: readonly ComingRow[]
  /** What they are called, by their appointment; of whom nothing is kept it is not known. */
  readonly names: ReadonlyMap<string, string>
  readonly typeOf: (row: ComingRow) => CaseType
  /** Whether whoever reads may record of one of them. */
  readonly mayRecord: (row: ComingRow) => boolean
  /** What was to be recorded was not there any more. */
  readonly isGone?: boolean
}

/** The list of a day at a place, on which is recorded who came. */
export const ComingPage = (props: ComingProps) => {
  const { view, places, place, day, rows, isGone } = props
  const { language } = view
  const words = comingWords[language]
  const errors = isGone === true ? [{ text: words.gone, href: '#list' }] : []
  return (
    <Page view={view} title={words.title} errors={errors}>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.lead}</p>
      {place === undefined ? (
        <p class="govuk-body">{words.noPlaces}</p>
      ) : (
        <>
          {places.length > 1 && <Which {...props} place={place} />}
          <h2 class="govuk-heading-m" id="list" tabindex="-1">
            {formatDate(day, language)}
          </h2>
          <p class="govuk-body kc-value">
            {`${place.title[language]}, ${place.address[language]}`}
          </p>
          <Days {...props} place={place} />
          {rows.length === 0 ? <p class="govuk-body">{words.nobody}</p> : <List {...props} />}
          <p class="govuk-hint govuk-!-display-none-print">{words.print}</p>
        </>
      )}
    </Page>
  )
}

type There = ComingProps & { readonly place: Place }

const Which = ({ view: { language }, places, place, day }: There) => {
  const words = comingWords[language]
  return (
    <form method="get" action={paths.coming.to(language)} class="govuk-!-display-none-print">
      <input type="hidden" name="day" value={day} />
      <Select
        name="place"
        id="place"
        label={words.place}
        value={place.code}
        options={places.map(({ code, title }) => ({ value: code, text: title[language] }))}
      />
      <Button variant="secondary">{words.show}</Button>
    </form>
  )
}

const Days = ({ view: { language }, place, day }: There) => {
  const words = comingWords[language]
  const to = (other: IsoDate) =>
    `${paths.coming.to(language)}?${new URLSearchParams({ place: place.code, day: other }).toString()}`
  return (
    <p class="govuk-body govuk-!-display-none-print">
      <a class="govuk-link" href={to(addDays(day, -1))}>
        {words.before}
      </a>{' '}
      <a class="govuk-link" href={to(addDays(day, 1))}>
        {words.after}
      </a>
    </p>
  )
}

const List = (props: ComingProps) => {
  const { view, rows, names, typeOf, places, today, day } = props
  const { language } = view
  const words = comingWords[language]
  return (
    <Table
      caption={placeOf(places, rows[0]?.place ?? '')?.title[language] ?? words.title}
      captionHidden
      columns={[words.time, words.who, words.case, words.for, words.state].map((head) => ({
        head,
      }))}
      rows={rows.map((row) => [
        timeInBaku(row.startsAt),
        <span class="kc-value">{names.get(row.id) ?? ''}</span>,
        <a class="govuk-link" href={paths.case.to(language, { id: row.caseId })}>
          {row.number}
        </a>,
        askOf(typeOf(row), row.step)?.visit?.title[language] ?? '',
        row.state === 'booked' && day <= today && props.mayRecord(row) ? (
          <Mark {...props} row={row} />
        ) : (
          words[stateWord(row)]
        ),
      ])}
    />
  )
}

const stateWord = ({ state }: ComingRow): 'came' | 'missed' | 'booked' =>
  state === 'came' || state === 'missed' ? state : 'booked'

/** From the day on which they were to come. */
const Mark = ({
  view: { language },
  names,
  row,
  day,
}: ComingProps & { readonly row: ComingRow }) => {
  const words = comingWords[language]
  const about = words.mark
    .replace('{number}', () => [names.get(row.id), row.number].filter(Boolean).join(', '))
    .replace('{time}', () => timeInBaku(row.startsAt))
  return (
    <form method="post" action={paths.coming.to(language)}>
      <fieldset class="govuk-fieldset">
        <legend class="govuk-visually-hidden">{about}</legend>
        <input type="hidden" name="visit" value={row.id} />
        <input type="hidden" name="place" value={row.place} />
        <input type="hidden" name="day" value={day} />
        <ButtonGroup>
          <Button variant="secondary" name="state" value="came" preventDoubleClick>
            {words.came}
          </Button>
          <Button variant="secondary" name="state" value="missed" preventDoubleClick>
            {words.missed}
          </Button>
        </ButtonGroup>
      </fieldset>
    </form>
  )
}
