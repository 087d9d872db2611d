import { keyOfMark } from '#core/answers/correction.ts'
import type { Answers, Value } from '#core/answers/answers.ts'
import type { Filing } from '#core/cases/standing.ts'
import type { Mark } from '#core/cases/happenings.ts'
import type { Block, FormField } from '#core/policy/case-type.ts'
import { ClashesBeside, type Clash } from '#office/clashes.tsx'
import { DocumentsList } from '#office/documents-list.tsx'
import type { View } from '#office/env.ts'
import type { OpenCase } from '#office/open-case.ts'
import type { CaseDocument } from '#records/documents.ts'
import { NONE, partTitle, questionName, valueText } from '#telling/answers.tsx'
import { formatDate } from '#telling/dates.ts'
import type { Wording } from '#telling/option-names.ts'
import { Details } from '#ui/details.tsx'
import type { Child } from '#ui/markup.ts'
import { Written } from '#ui/written.tsx'
import { caseWords, type CaseWords } from '../words.ts'

/** What was asked of the person, and what came of it: the old beside the new, round by round. */
type Asked = {
  readonly mark: Mark
  readonly as: 'toCorrect' | 'wasToCorrect' | 'rightAsItIs'
}

/** What is marked now; when it has come back, what was, and whether it was said to be right. */
function askedIn({ found: { standing } }: OpenCase): readonly Asked[] {
  const { marks, filings } = standing
  if (marks.length > 0) return marks.map((mark) => ({ mark, as: 'toCorrect' }))
  const { marks: were = [], confirmed = [] } = filings.at(-1) ?? {}
  return were.map((mark) => ({
    mark,
    as: confirmed.includes(keyOfMark(mark)) ? 'rightAsItIs' : 'wasToCorrect',
  }))
}

type At = { readonly block: Block; readonly item: string; readonly field: FormField }
type Part = { readonly view: View; readonly open: OpenCase }
type BesidesProps = Part & {
  readonly wording: Wording
  readonly at: At
  /** What registers say otherwise, wherever that is. */
  readonly clashes: readonly Clash[]
}

/** Beside an answer: what was wrong with it, and what a register says otherwise. Often nothing. */
export function besideOf({ clashes, ...props }: BesidesProps): Child {
  const { view, open, wording, at } = props
  const mark = markOf(props)
  const here = clashes.filter(
    ({ at: { block, item, field } }) =>
      block === at.block.code && item === at.item && field === at.field.code,
  )
  if (here.length === 0) return mark
  const { language } = view
  const { systems } = open.description
  return (
    <>
      {mark}
      <ClashesBeside {...{ clashes: here, systems, field: at.field, wording, language }} />
    </>
  )
}

/** What was wrong with it, and what it was before. */
function markOf({ view, open, wording, at }: Omit<BesidesProps, 'clashes'>): Child {
  const { block, item, field } = at
  const found = askedIn(open).find(
    ({ mark }) =>
      mark.kind === 'field' &&
      mark.block === block.code &&
      mark.item === item &&
      mark.field === field.code,
  )
  if (!found || !open.sight.whole) return undefined
  const words = caseWords[view.language]
  const before = open.found.standing.filings.at(-2)
  const old = before && valueAt(before.answers, { block: block.code, item, field: field.code })
  return (
    <div class="kc-mark">
      <p class="kc-mark__word">{words[found.as]}</p>
      <Written as="p" class="kc-mark__reason">
        {found.mark.note}
      </Written>
      {found.as === 'wasToCorrect' && (
        <p class="kc-mark__reason">
          {words.before}: <del>{textOf(field, old, wording)}</del>
        </p>
      )}
    </div>
  )
}

const valueAt = (
  answers: Answers,
  { block, item, field }: { readonly block: string; readonly item: string; readonly field: string },
): Value | undefined => answers[block]?.find(({ id }) => id === item)?.values[field]

const textOf = (field: FormField, value: Value | undefined, wording: Wording): string =>
  value === undefined || value.length === 0
    ? NONE[wording.language]
    : valueText(field, value, wording)

/** What was wrong with documents, above their list. */
export const DocumentMarks = ({ view, open }: Part) => {
  const { language } = view
  if (!open.sight.whole) return null
  return (
    <>
      {askedIn(open).flatMap(({ mark, as }) =>
        mark.kind === 'document' ? (
          <div class="kc-mark">
            <p class="kc-mark__word">
              {caseWords[language][as]}: {documentTitle(mark.document, view, open)}
            </p>
            <Written as="p" class="kc-mark__reason">
              {mark.note}
            </Written>
          </div>
        ) : (
          []
        ),
      )}
    </>
  )
}

function documentTitle(document: string, { language }: View, { description }: OpenCase): string {
  const rule = description.type.checklist.find(({ code }) => code === document)
  return rule ? partTitle(rule, { language, reader: 'office' }) : document
}

type RoundsProps = Part & {
  readonly wording: Wording
  readonly replaced: readonly CaseDocument[]
}

/** Round by round: what was asked, what the answer was before and after, and the files replaced. */
export const Rounds = ({ view, open, wording, replaced }: RoundsProps) => {
  const { language } = view
  const words = caseWords[language]
  const { filings } = open.found.standing
  if (filings.length < 2) return null
  return (
    <Details summary={words.rounds}>
      {filings.slice(1).map((filing, index) => {
        const before = filings[index]
        const gone = replaced.filter(
          ({ id }) => before?.documents.includes(id) === true && !filing.documents.includes(id),
        )
        return (
          <section>
            <h3 class="govuk-heading-s">
              {words.round.replace('{day}', formatDate(filing.on, language, 'plain'))}
            </h3>
            <RoundMarks {...{ view, open, wording, filing, before }} />
            {gone.length > 0 && (
              <>
                <p class="govuk-body">{words.replaced}</p>
                <DocumentsList
                  view={view}
                  caseId={open.found.standing.id}
                  type={open.description.type}
                  documents={gone}
                />
              </>
            )}
          </section>
        )
      })}
    </Details>
  )
}

type RoundProps = Omit<RoundsProps, 'replaced'> & {
  readonly filing: Filing
  readonly before: Filing | undefined
}

const RoundMarks = ({ filing, before, view, open, wording }: RoundProps) => {
  const words = caseWords[view.language]
  return (
    <ul class="govuk-list govuk-list--bullet">
      {filing.marks.map((mark) => (
        <li>
          <strong>{placeName(mark, view, open)}</strong>: <Written>{mark.note}</Written>
          <br />
          {filing.confirmed.includes(keyOfMark(mark))
            ? words.rightAsItIs
            : changeText(mark, { filing, before, open, wording }, words)}
        </li>
      ))}
    </ul>
  )
}

function placeName(mark: Mark, view: View, open: OpenCase): string {
  if (mark.kind === 'document') return documentTitle(mark.document, view, open)
  const { language } = view
  const block = blockAt(mark, open)
  const field = fieldAt(mark, open)
  if (!block || !field) return mark.field
  const reading = { language, reader: 'office' } as const
  return `${partTitle(block, reading)} › ${questionName(field, reading)}`
}

type FieldMark = Extract<Mark, { readonly kind: 'field' }>

const blockAt = (mark: FieldMark, { description }: OpenCase) =>
  description.type.blocks.find(({ code }) => code === mark.block)

const fieldAt = (mark: FieldMark, open: OpenCase) =>
  blockAt(mark, open)?.fields.find(({ code }) => code === mark.field)

type Change = Pick<RoundProps, 'filing' | 'before' | 'open' | 'wording'>

function changeText(
  mark: Mark,
  { filing, before, open, wording }: Change,
  words: CaseWords,
): string {
  const field = mark.kind === 'field' ? fieldAt(mark, open) : undefined
  if (mark.kind === 'document' || !field) return words.newFile
  const told = (of: Filing | undefined) => textOf(field, of && valueAt(of.answers, mark), wording)
  return words.fromTo.replace('{before}', told(before)).replace('{after}', told(filing))
}
