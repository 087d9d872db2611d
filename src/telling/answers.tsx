import type { Answers, Value, Values } from '#core/answers/answers.ts'
import { shownFields } from '#core/answers/asked.ts'
import { WITHOUT } from '#core/answers/read.ts'
import { isPartialDate } from '#core/facts/partial-date.ts'
import { isOfficeLanguage, type Language } from '#core/language.ts'
import type { CaseType, Block, FormField } from '#core/policy/case-type.ts'
import { formatPartialDate } from '#telling/dates.ts'
import { optionName, yesOrNo, type Wording } from '#telling/option-names.ts'
import type { Child } from '#ui/markup.ts'
import { SummaryList } from '#ui/summary-list.tsx'

/** An answer as a reader sees it, never as it is stored. */
export function valueText(
  field: Pick<FormField, 'kind' | 'options' | 'without'>,
  value: Value,
  wording: Wording,
): string {
  if (typeof value !== 'string') {
    return value.map((each) => optionName(field, each, wording)).join(', ')
  }
  switch (field.kind) {
    case 'date':
    case 'partial-date':
    case 'month':
      if (value === WITHOUT) return field.without?.[wording.language] ?? value
      return isPartialDate(value) ? formatPartialDate(value, wording.language) : value
    case 'declaration':
    case 'consent':
      return yesOrNo(value, wording.language)
    case 'text':
    case 'long-text':
    case 'name':
    case 'machine-name':
    case 'document-number':
    case 'phone':
    case 'email':
    case 'link':
    case 'whole-number':
      return value
    case 'country':
    case 'countries':
    case 'issuer':
    case 'language':
    case 'cefr':
    case 'education':
    case 'occupation':
    case 'field':
    case 'choice':
    case 'yes-no':
      return optionName(field, value, wording)
  }
}

type RowsProps = {
  readonly block: Block
  readonly values: Values
  readonly wording: Wording
  readonly answers?: Answers
  /** What stands beside a row: a link, or what is wrong with it. */
  readonly beside?: (field: FormField) => Child
}

/** The answers of one item, question by question; what was left open is left out. */
export const AnswerRows = ({ block, values, wording, answers = {}, beside }: RowsProps) => {
  const rows = shownFields(block, { answers }, values).flatMap((field) => {
    const value = values[field.code]
    const note = beside?.(field)
    if ((value === undefined || value.length === 0) && note === undefined) return []
    const text = value === undefined ? '–' : valueText(field, value, wording)
    return [
      {
        key: questionName(field, wording),
        value: (
          <>
            <span class="kc-value">{text}</span>
            {note}
          </>
        ),
      },
    ]
  })
  if (rows.length === 0) return <p class="govuk-body">{NONE[wording.language]}</p>
  return <SummaryList rows={rows} />
}

type ViewProps = {
  readonly type: CaseType
  readonly answers: Answers
  readonly wording: Wording
  /** Before the ids of its blocks, where a page has the answers of several. */
  readonly idPrefix?: string
  /** Stands beside the heading of a block: the link to change it. */
  readonly aside?: (block: Block) => Child
  readonly beside?: (block: Block, item: string, field: FormField) => Child
}

/** What is said of a list that somebody answered with nothing, or that holds nothing. */
export const NONE: Readonly<Record<Language, string>> = {
  en: 'None',
  az: 'Yoxdur',
  tr: 'Yok',
  ru: 'Нет',
}

/** Everything that was answered, block by block and item by item. */
export const AnswersView = ({
  type,
  answers,
  wording,
  idPrefix = '',
  aside,
  beside,
}: ViewProps) => (
  <>
    {type.blocks.map((block) => (
      <section class="kc-answers" id={`${idPrefix}block-${block.code}`}>
        <h2 class="govuk-heading-m">{partTitle(block, wording)}</h2>
        {aside?.(block)}
        {answers[block.code]?.length === 0 && <p class="govuk-body">{NONE[wording.language]}</p>}
        {(answers[block.code] ?? []).map((item) => (
          <>
            {block.repeats && (
              <h3 class="govuk-heading-s">{itemTitle(block, item.values, wording)}</h3>
            )}
            <AnswerRows
              block={block}
              values={item.values}
              wording={wording}
              answers={answers}
              {...(beside ? { beside: (field: FormField) => beside(block, item.id, field) } : {})}
            />
          </>
        ))}
      </section>
    ))}
  </>
)

type Part = Pick<Block, 'title' | 'officeTitle'>

/** What a part of an application or a kind of document is called before this reader. */
export function partTitle(
  { title, officeTitle }: Part,
  { language, reader }: Pick<Wording, 'language' | 'reader'>,
): string {
  const isOffice = reader === 'office' && officeTitle && isOfficeLanguage(language)
  return isOffice ? officeTitle[language] : title[language]
}

/** What a question is called before this reader: officials are not the ones who are asked. */
export function questionName(
  { label, name = label, officeLabel }: Pick<FormField, 'label' | 'name' | 'officeLabel'>,
  { language, reader }: Pick<Wording, 'language' | 'reader'>,
): string {
  if (reader !== 'office') return label[language]
  return (isOfficeLanguage(language) ? officeLabel?.[language] : undefined) ?? name[language]
}

/** A name before what it names; one that ends a sentence or asks needs no colon. */
export const leading = (name: string): string => (/[.?!]$/.test(name) ? name : `${name}:`)

const TITLE_PARTS = 2

/** What an item is called in a list: its first two answers that have words. */
export function itemTitle(block: Block, values: Values, wording: Wording): string {
  const parts = block.fields.flatMap((field) => {
    const value = values[field.code]
    return value === undefined || value.length === 0 ? [] : [valueText(field, value, wording)]
  })
  return parts.slice(0, TITLE_PARTS).join(', ')
}
