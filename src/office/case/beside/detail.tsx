import type { CaseEvent, Recorded } from '#core/cases/happenings.ts'
import type { Language } from '#core/language.ts'
import type { View } from '#office/env.ts'
import type { OpenCase } from '#office/open-case.ts'
import { isDeciding } from '#office/sight.ts'
import { whoseIs } from '#office/whose.ts'
import { recordedText } from '#office/said.tsx'
import { serviceOf } from '#core/policy/systems.ts'
import { officeTag } from '#telling/case-words.ts'
import { reportTitle } from '#telling/forwarded.tsx'
import { formatDate } from '#telling/dates.ts'
import { meansName } from '#telling/means.ts'
import { WRITTEN_IN } from '#telling/officials-write.tsx'
import { Written } from '#ui/written.tsx'
import { caseWords } from '../words.ts'

type Props = {
  readonly view: View
  readonly open: OpenCase
  readonly recorded: Recorded
  /** What officials are called, by their id. */
  readonly names: ReadonlyMap<string, string>
}

/** What it was about, and what was written to the person or among those who answer for it. */
export const Detail = ({ view, open, recorded, names }: Props) => {
  if (!isDeciding(open.sight)) return null
  const subject = subjectOf(recorded.event, { view, open, names })
  const written = writtenIn(recorded.event)
  const whose = whoseIs(open, recorded.event, view.language)
  return (
    <>
      {whose !== '' && <p class="kc-timeline__who">{whose}</p>}
      {subject !== undefined && subject !== '' && <p class="kc-timeline__who">{subject}</p>}
      {written !== undefined && written.text !== '' && (
        <p class="kc-timeline__who">
          {caseWords[view.language][written.as]}:{' '}
          <Written language={written.language} page={view.language}>
            {written.text}
          </Written>
        </p>
      )}
    </>
  )
}

/** Whose criterion, whose opinion, which way: what the title of an event leaves open. */
function subjectOf(
  event: CaseEvent,
  { view, open, names }: Omit<Props, 'recorded'>,
): string | undefined {
  const { language, nameOfBody } = view
  const { procedure, scoring, type } = open.description
  const { tasks } = open.found.standing
  const tagOf = (outcome: string) => officeTag({ state: '', outcome }, type, language)
  switch (event.kind) {
    case 'answer': {
      const { criteria: asked = [], step = '' } = tasks.find(({ id }) => id === event.task) ?? {}
      const { recorded, body } = event
      return [
        ...asked.map((code) => titleOf(scoring?.criteria ?? [], code, language)),
        ...(body === undefined ? [] : [nameOfBody(body)]),
        ...(recorded ? [recordedText({ type, step, recorded }, language)] : []),
      ].join(', ')
    }
    case 'lapse': {
      const passed = tasks.filter(({ id }) => event.silent?.includes(id))
      const silent = passed.flatMap(({ body }) => body ?? [])
      const proposed = (event.proposals ?? []).map(({ outcome }) => tagOf(outcome))
      const parts = [...silent.map(nameOfBody), ...proposed]
      return parts.length === 0 ? undefined : parts.join(', ')
    }
    case 'propose':
      return event.proposals
        .map(({ outcome, grounds: chosen }) =>
          [
            tagOf(outcome),
            ...chosen.map((code) => titleOf(procedure.grounds, code, language)),
          ].join('. '),
        )
        .join('; ')
    case 'tell':
      return event.tellings
        .map(
          ({ means, on }) => `${meansName(means, language)}, ${formatDate(on, language, 'plain')}`,
        )
        .join('; ')
    case 'confirm':
      return saidByRegister(event, open, language)
    case 'report':
      return saidElsewhere(event, language)
    case 'consult':
      return event.consults.map(({ service }) => nameOfService(service, open, language)).join(', ')
    case 'assign':
      return event.to === undefined ? caseWords[language].anybody : names.get(event.to)
    case 'decide':
      return event.decisions.map(({ outcome }) => tagOf(outcome)).join('; ')
    case 'begin':
    case 'file':
    case 'return':
    case 'ask':
    case 'extend':
    case 'send-back':
    case 'end':
    case 'recall':
    case 'reopen':
    case 'say':
    case 'move':
      return undefined
  }
}

const nameOfService = (code: string, { description }: OpenCase, language: Language): string =>
  serviceOf(description.systems, code)?.service.title[language] ?? code

/** In a word of the register; an opinion is read where opinions are, once all have answered. */
function saidByRegister(
  { service, body, found }: Extract<CaseEvent, { readonly kind: 'confirm' }>,
  open: OpenCase,
  language: Language,
): string {
  const name = nameOfService(service, open, language)
  if (body !== undefined) return name
  const results = serviceOf(open.description.systems, service)?.service.results ?? []
  const said = found.map(({ result }) => titleOf(results, result, language))
  return said.length === 0 ? name : `${name}: ${said.join(', ')}`
}

const saidElsewhere = (
  { reports }: Extract<CaseEvent, { readonly kind: 'report' }>,
  language: Language,
): string => reports.map((each) => reportTitle(each, language)).join('; ')

type Titled = { readonly code: string; readonly title: Readonly<Record<Language, string>> }

const titleOf = (list: readonly Titled[], wanted: string, language: Language): string =>
  list.find(({ code }) => code === wanted)?.title[language] ?? wanted

type Written = {
  readonly as: 'explanation' | 'reason' | 'said' | 'purpose'
  readonly text: string
  readonly language?: string
}

/** Not the reasons of points, opinions and votes: those have their own rules of who reads them. */
function writtenIn(event: CaseEvent): Written | undefined {
  switch (event.kind) {
    case 'return':
      return { as: 'explanation', text: event.explanation }
    case 'propose': {
      const text = event.proposals.map(({ reasoning }) => reasoning).join('\n\n')
      return { as: 'reason', text, language: WRITTEN_IN }
    }
    case 'extend':
    case 'send-back':
    case 'reopen':
      return { as: 'reason', text: event.reason }
    case 'recall':
      return event.reason === '' ? undefined : { as: 'reason', text: event.reason }
    case 'consult':
      return { as: 'purpose', text: event.purpose }
    case 'end':
      return event.reason === undefined ? undefined : { as: 'reason', text: event.reason }
    case 'answer':
      return event.says === undefined ? undefined : { as: 'said', text: event.says }
    case 'begin':
    case 'file':
    case 'ask':
    case 'decide':
    case 'tell':
    case 'lapse':
    case 'assign':
    case 'say':
    case 'confirm':
    case 'report':
    case 'move':
      return undefined
  }
}
