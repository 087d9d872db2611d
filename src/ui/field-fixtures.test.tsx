import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { type FieldOptions, field, modifier, size, type Titled } from '#test/govuk-fields.ts'
import { proveFixtures, type Text, words } from '#test/govuk-fixtures.ts'
import { CharacterCount } from '#ui/character-count.tsx'
import { ErrorMessage } from '#ui/error-message.tsx'
import { FileUpload } from '#ui/file-upload.tsx'
import { Hint } from '#ui/hint.tsx'
import { Label } from '#ui/label.tsx'
import { render } from '#ui/markup.ts'
import { PasswordInput } from '#ui/password-input.tsx'
import type { PluralWords } from '#ui/script-words.ts'
import { Select } from '#ui/select.tsx'
import { Textarea } from '#ui/textarea.tsx'
import { TextInput, type TextInputProps } from '#ui/text-input.tsx'

test('a label has the markup of govuk-frontend', () => {
  proveFixtures<Titled & { for?: string }>(
    'label',
    (options) => (
      <Label for={options.for} size={size(options)} pageHeading={options.isPageHeading}>
        {words(options)}
      </Label>
    ),
    { also: ['for', 'html', 'html as text'] },
  )
})

test('a hint has the markup of govuk-frontend', () => {
  proveFixtures<Text & { id?: string }>(
    'hint',
    ({ id, ...text }) => <Hint id={id}>{words(text)}</Hint>,
    { also: ['id', 'html as text'] },
  )
})

test('an error message has the markup of govuk-frontend', () => {
  proveFixtures<Text & { id?: string; visuallyHiddenText?: string }>(
    'error-message',
    ({ id, visuallyHiddenText = 'Error', ...text }) => (
      <ErrorMessage id={id} error={{ prefix: visuallyHiddenText, text: words(text) }} />
    ),
    {
      also: [
        'id',
        'html',
        'html as text',
        'with visually hidden text',
        'visually hidden text removed',
      ],
    },
  )
})

test('a text input has the markup of govuk-frontend', () => {
  type Options = FieldOptions &
    Pick<TextInputProps, 'inputmode' | 'autocapitalize' | 'pattern'> & {
      readonly prefix?: Text
      readonly suffix?: Text
    }
  proveFixtures<Options>(
    'input',
    (options) => {
      const width = modifier(options.classes, 'width')
      return (
        <TextInput
          {...options}
          {...field(options)}
          width={width === undefined ? undefined : (Number(width) as TextInputProps['width'])}
          letterSpacing={options.classes?.includes('extra-letter-spacing')}
          prefix={words(options.prefix)}
          suffix={words(options.suffix)}
        />
      )
    },
    {
      also: [
        'id',
        'value',
        'zero value',
        'disabled',
        'inputmode',
        'with describedBy',
        'hint with describedBy',
        'error with describedBy',
        'with error, hint and describedBy',
        'with autocomplete attribute',
        'with autocapitalize turned off',
        'with spellcheck enabled',
        'with spellcheck disabled',
        'with prefix with html',
        'with prefix with html as text',
        'with suffix with html',
        'with suffix with html as text',
      ],
    },
  )
})

test('a password input has the markup of govuk-frontend', () => {
  type Options = FieldOptions & {
    readonly autocomplete?: 'new-password'
    readonly showPasswordText?: string
    readonly hidePasswordText?: string
    readonly showPasswordAriaLabelText?: string
    readonly hidePasswordAriaLabelText?: string
    readonly passwordShownAnnouncementText?: string
    readonly passwordHiddenAnnouncementText?: string
  }
  proveFixtures<Options>(
    'password-input',
    (options) => (
      <PasswordInput
        {...field(options)}
        value={options.value}
        autocomplete={options.autocomplete ?? 'current-password'}
        width={options.classes?.includes('width-10') ? 10 : undefined}
        words={{
          show: options.showPasswordText ?? 'Show',
          hide: options.hidePasswordText ?? 'Hide',
          showLabel: options.showPasswordAriaLabelText ?? 'Show password',
          hideLabel: options.hidePasswordAriaLabelText ?? 'Hide password',
          shown: options.passwordShownAnnouncementText ?? 'Your password is visible',
          hidden: options.passwordHiddenAnnouncementText ?? 'Your password is hidden',
        }}
      />
    ),
    {
      also: [
        'id',
        'value',
        'with describedBy',
        'with new-password autocomplete',
        'with translations',
      ],
    },
  )
})

test('a textarea has the markup of govuk-frontend', () => {
  proveFixtures<FieldOptions & { rows?: number }>(
    'textarea',
    (options) => <Textarea {...options} {...field(options)} />,
    {
      also: [
        'id',
        'with hint and error message',
        'with describedBy',
        'with hint and described by',
        'with error message and described by',
        'with hint, error message and described by',
        'with autocomplete attribute',
        'with spellcheck enabled',
        'with spellcheck disabled',
      ],
    },
  )
})

test('a character count has the markup of govuk-frontend', () => {
  type Options = FieldOptions & {
    readonly rows?: number
    readonly maxlength?: number
    readonly maxwords?: number
    readonly countType?: 'length' | 'characters' | 'words'
    readonly threshold?: number
    readonly textareaDescriptionText?: string
  }
  proveFixtures<Options>(
    'character-count',
    (options) => {
      const max = options.maxlength ?? options.maxwords ?? 0
      const unit = options.countType ?? (options.maxwords ? 'words' : undefined)
      const counted = unit === 'words' ? 'words' : 'characters'
      const limit = options.textareaDescriptionText ?? `You can enter up to %{count} ${counted}`
      return (
        <CharacterCount
          {...field(options)}
          value={options.value}
          rows={options.rows}
          spellcheck={options.spellcheck}
          max={max}
          unit={unit}
          threshold={options.threshold}
          words={{
            limit: limit.replace('%{count}', String(max)),
            under: { one: '%{count} left', other: '%{count} left' },
            at: 'None left',
            over: { other: '%{count} too many' },
          }}
        />
      )
    },
    {
      leftOut: {
        'with maxwords': 'a count of words is a limit and a unit, not a second kind of limit',
      },
      also: [
        'id',
        'with id with special characters',
        'with custom textarea description',
        'spellcheck enabled',
        'spellcheck disabled',
      ],
    },
  )
})

test('a select has the markup of govuk-frontend', () => {
  type Option = { value: number; text: string; selected?: boolean; disabled?: boolean }
  type Options = Omit<FieldOptions, 'value'> & {
    readonly value?: number
    readonly items?: readonly Option[]
  }
  proveFixtures<Options>(
    'select',
    ({ items = [], value, ...options }) => (
      <Select
        {...field(options)}
        options={items.map((item) => ({ ...item, value: String(item.value) }))}
        value={String(value ?? items.find(({ selected }) => selected)?.value)}
        width={options.classes === 'govuk-!-width-full' ? 'full' : undefined}
      />
    ),
    {
      also: [
        'id',
        'hint',
        'error',
        'with describedBy',
        'hint and describedBy',
        'error and describedBy',
        'with selected value',
      ],
    },
  )
})

test('a list that never changes is drawn once and looks like any other, whatever is chosen', () => {
  const options = [
    { value: '', text: '' },
    { value: 'CIV', text: 'Côte d’Ivoire & "others" <b>' },
    { value: `"'<&>`, text: 'Not a code', disabled: true },
    { value: 'AZE', text: 'Azərbaycan' },
  ] as const
  const frozen = Object.freeze([...options])
  const markup = (list: typeof frozen, value: string | undefined) =>
    render(<Select name="country" label="Country" options={list} value={value} />)
  for (const value of [undefined, ...options.map((each) => each.value), 'nowhere', 'AZE']) {
    equal(markup(frozen, value), markup([...options], value), value)
  }
  equal(markup(frozen, 'AZE').match(/ selected=""/g)?.length, 1)
})

test('a file upload has the markup of govuk-frontend', () => {
  type Options = FieldOptions & {
    readonly multiple?: boolean
    readonly javascript?: boolean
    readonly chooseFilesButtonText?: string
    readonly dropInstructionText?: string
    readonly noFileChosenText?: string
    readonly multipleFilesChosenText?: PluralWords
    readonly enteredDropZoneText?: string
    readonly leftDropZoneText?: string
  }
  const dropWords = (options: Options) => ({
    choose: options.chooseFilesButtonText ?? 'Choose file',
    drop: options.dropInstructionText ?? 'or drop file',
    noneChosen: options.noFileChosenText ?? 'No file chosen',
    severalChosen: options.multipleFilesChosenText ?? { other: '%{count} files chosen' },
    enteredDropZone: options.enteredDropZoneText ?? 'Entered drop zone',
    leftDropZone: options.leftDropZoneText ?? 'Left drop zone',
  })
  proveFixtures<Options>(
    'file-upload',
    (options) => (
      <FileUpload
        {...field(options)}
        multiple={options.multiple}
        disabled={options.disabled}
        words={options.javascript ? dropWords(options) : undefined}
      />
    ),
    {
      leftOut: {
        'enhanced, custom wrapper classes and attributes':
          'components take no classes or attributes that they do not name',
      },
      also: [
        'id',
        'error',
        'disabled',
        'allows multiple files',
        'with describedBy',
        'with hint and describedBy',
        'with error and describedBy',
        'with error, describedBy and hint',
        'translated, no javascript enhancement',
      ],
    },
  )
})
