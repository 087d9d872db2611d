import { test } from 'node:test'
import { error, type FieldOptions, size, type Titled } from '#test/govuk-fields.ts'
import { proveFixtures, type Text, words } from '#test/govuk-fixtures.ts'
import { Checkbox, Checkboxes, Radios } from '#ui/choices.tsx'
import { DateInput, type DatePart } from '#ui/date-input.tsx'
import { Fieldset } from '#ui/fieldset.tsx'
import { raw } from '#ui/markup.ts'

type Item = Text & {
  readonly value: string
  readonly id?: string
  readonly name?: string
  readonly hint?: Text
  readonly checked?: boolean
  readonly disabled?: boolean
  readonly divider?: string
  readonly behaviour?: string
  readonly conditional?: { readonly html: string }
}

type GroupFieldset = { readonly legend: Titled; readonly describedBy?: string }

type GroupOptions = Omit<FieldOptions, 'id' | 'label'> & {
  readonly idPrefix?: string
  readonly fieldset?: GroupFieldset
  readonly items: readonly Item[]
  readonly values?: readonly string[]
}

const group = ({ fieldset, ...options }: GroupOptions) => ({
  name: options.name,
  id: options.idPrefix,
  legend: words(fieldset?.legend),
  legendSize: size(fieldset?.legend),
  pageHeading: fieldset?.legend.isPageHeading,
  hint: words(options.hint),
  error: error(options.errorMessage),
  describedBy: fieldset?.describedBy ?? options.describedBy,
  small: options.classes?.includes('--small'),
})

const option = (item: Item) => ({
  value: item.value,
  label: words(item),
  hint: words(item.hint),
  checked: item.checked,
  disabled: item.disabled,
  conditional: item.conditional && raw(item.conditional.html),
  id: item.id,
  name: item.name,
  exclusive: item.behaviour === 'exclusive',
})

const choice = (item: Item) =>
  item.divider === undefined ? option(item) : { divider: item.divider }

const ERROR_ALONE = 'a group is marked as wrong only together with what is wrong'
const SMALL_GROUP = 'sets the size on the form group, where no style reads it'

test('a fieldset has the markup of govuk-frontend', () => {
  proveFixtures<GroupFieldset & { role?: 'group'; html?: string }>(
    'fieldset',
    ({ legend, role, describedBy, html }) => (
      <Fieldset
        legend={words(legend)}
        legendSize={size(legend)}
        pageHeading={legend.isPageHeading}
        role={role}
        describedBy={describedBy}
      >
        {html && raw(html)}
      </Fieldset>
    ),
    {
      also: ['html', 'html as text', 'html fieldset content', 'with describedBy', 'role'],
    },
  )
})

test('radios have the markup of govuk-frontend', () => {
  proveFixtures<GroupOptions>(
    'radios',
    (options) => (
      <Radios
        {...group(options)}
        options={options.items.map(choice)}
        value={options.value}
        inline={options.classes?.includes('--inline')}
      />
    ),
    {
      leftOut: {
        'without fieldset': 'a group without a legend has no name when read out',
        'with optional form-group classes showing group error': ERROR_ALONE,
        small: SMALL_GROUP,
        'small with error': SMALL_GROUP,
        'small with hint': SMALL_GROUP,
        'small with conditional reveal': SMALL_GROUP,
      },
      also: [
        'with disabled',
        'with hints on parent and items',
        'with hint and error message',
        'fieldset with describedBy',
        'with describedBy and hint',
        'with hint, error message and describedBy',
        'with fieldset, error message and describedBy',
        'fieldset with html',
        'textarea in conditional',
        'with conditional items with special characters',
      ],
    },
  )
})

test('checkboxes have the markup of govuk-frontend', () => {
  proveFixtures<GroupOptions>(
    'checkboxes',
    (options) => (
      <Checkboxes {...group(options)} options={options.items.map(choice)} values={options.values} />
    ),
    {
      leftOut: { 'with optional form-group classes showing group error': ERROR_ALONE },
      also: [
        'with id and name',
        'with disabled item',
        'with error message and hint',
        'with error, hint and fieldset describedBy',
        'with error message and fieldset describedBy',
        'with conditional item checked',
        'with conditional items with special characters',
        'textarea in conditional',
      ],
    },
  )
})

test('a checkbox that stands alone is described by its own hint and error', () => {
  proveFixtures<GroupOptions>(
    'checkboxes',
    ({ items, ...options }) => {
      const { id, name, hint, error, describedBy } = group({ items, ...options })
      return items
        .slice(0, 1)
        .map((item) => (
          <Checkbox
            {...option(item)}
            id={id}
            name={name}
            hint={hint}
            optionHint={words(item.hint)}
            error={error}
            describedBy={describedBy}
          />
        ))
    },
    {
      only: [
        "with single option set 'aria-describedby' on input, and describedBy",
        "with single option (and hint) set 'aria-describedby' on input, and describedBy",
        'with error and idPrefix',
      ],
      wrong: /<input class="govuk-checkboxes__input"(?=[^>]*-error")/g,
    },
  )
})

type Box = {
  readonly name?: string
  readonly label?: string
  readonly error?: boolean
  readonly classes?: string
  readonly autocomplete?: string
}

type DateOptions = FieldOptions & {
  readonly id: string
  readonly namePrefix?: string
  readonly fieldset: GroupFieldset
  readonly values?: Readonly<Record<string, number>>
  readonly items?: readonly Box[]
} & { readonly [part in DatePart]?: Box | false }

const PARTS = ['day', 'month', 'year'] as const
const PART_NAMES = { day: 'Day', month: 'Month', year: 'Year' } as const

const box = (options: DateOptions, part: DatePart) =>
  options.items ? (options.items.find(({ name }) => name === part) ?? false) : options[part]

const perPart = (value: (part: DatePart) => string | undefined) =>
  Object.fromEntries(
    PARTS.flatMap((part) => {
      const given = value(part)
      return given === undefined ? [] : [[part, given]]
    }),
  ) as Partial<Record<DatePart, string>>

test('a date input has the markup of govuk-frontend', () => {
  proveFixtures<DateOptions>(
    'date-input',
    (options) => (
      <DateInput
        id={options.id}
        name={options.namePrefix}
        legend={words(options.fieldset.legend)}
        hint={words(options.hint)}
        error={error(options.errorMessage)}
        describedBy={options.fieldset.describedBy}
        labels={perPart((part) => {
          const given = box(options, part)
          return given === false ? undefined : (given?.label ?? PART_NAMES[part])
        })}
        value={perPart((part) => {
          const name = options.namePrefix ? `${options.namePrefix}-${part}` : part
          return options.values?.[name]?.toString()
        })}
        wrong={PARTS.filter((part) => {
          const given = box(options, part)
          return given && (given.error || given.classes?.includes('--error'))
        })}
        birthDate={options.items?.some(({ autocomplete }) => autocomplete?.startsWith('bday'))}
      />
    ),
    {
      leftOut: {
        'with values, name prefix and custom names': 'the parts of a date keep their names',
      },
      also: [
        'fieldset html',
        'with hint and described by',
        'with error message and described by',
        'with error on single field',
        'with error on single item',
        'with autocomplete values',
      ],
    },
  )
})
