import { Field, fieldId } from '#ui/field.tsx'
import { Hint } from '#ui/hint.tsx'
import { type PluralWords, scriptWords } from '#ui/script-words.ts'
import { TextareaBox, type TextareaProps } from '#ui/textarea.tsx'

/** Text of several lines with a limit, which is said at once and counted down where scripts run. */
type CountWords = {
  /** The limit in words, for instance "You can enter up to 200 characters". */
  readonly limit: string
  /** `%{count}` stands for the number. */
  readonly under: PluralWords
  readonly at: string
  readonly over: PluralWords
}

type Props = TextareaProps & {
  readonly max: number
  /** `length` counts UTF-16 units, as a maxlength does; `characters` what a person would count. */
  readonly unit?: 'length' | 'characters' | 'words' | undefined
  /** The share of the limit, in percent, from which on the count is shown. */
  readonly threshold?: number | undefined
  readonly words: CountWords
}

export function CharacterCount(props: Props) {
  const { max, unit, threshold, words, describedBy } = props
  const id = fieldId(props)
  const infoId = `${id}-info`
  const counted = unit === 'words' ? 'words' : 'characters'
  const data = {
    'data-module': 'govuk-character-count',
    'data-maxlength': max,
    'data-threshold': threshold,
    'data-count-type': unit,
    ...scriptWords({
      [`${counted}-under-limit`]: words.under,
      [`${counted}-at-limit`]: words.at,
      [`${counted}-over-limit`]: words.over,
    }),
  }
  return (
    <Field of={props} class="govuk-character-count" data={data}>
      <TextareaBox
        {...props}
        class="govuk-js-character-count"
        describedBy={describedBy ? `${describedBy} ${infoId}` : infoId}
      />
      <Hint id={infoId} class="govuk-character-count__message">
        {words.limit}
      </Hint>
    </Field>
  )
}
