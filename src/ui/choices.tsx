import type { FieldError } from '#ui/error-message.tsx'
import { describedBy, groupClass, Guidance, invalid } from '#ui/field.tsx'
import { Fieldset, type LegendProps } from '#ui/fieldset.tsx'
import { Hint } from '#ui/hint.tsx'
import { Label } from '#ui/label.tsx'
import { classes, shows, type Child } from '#ui/markup.ts'

/** Radios, checkboxes and the single checkbox: answers that can all be seen before one is given. */
type ChoiceOption = {
  readonly value: string
  readonly label: Child
  readonly hint?: Child
  readonly checked?: boolean | undefined
  readonly disabled?: boolean | undefined
  /** What is asked further if this is chosen; always there without scripts. */
  readonly conditional?: Child
  /** The group's id with the option's place in the list, if left out; the first has no number. */
  readonly id?: string | undefined
}

export type CheckboxOption = ChoiceOption & {
  readonly name?: string | undefined
  /** Unticks all others, such as "none of these". */
  readonly exclusive?: boolean | undefined
}

/** A word between options, such as "or". */
type Divider = { readonly divider: string }

type GroupProps = LegendProps & {
  readonly name: string
  readonly id?: string | undefined
  readonly hint?: Child
  readonly error?: FieldError | undefined
  readonly describedBy?: string | undefined
  readonly small?: boolean | undefined
}

type RadiosProps = GroupProps & {
  readonly options: readonly (ChoiceOption | Divider)[]
  readonly value?: string | undefined
  readonly inline?: boolean | undefined
}

type CheckboxesProps = GroupProps & {
  readonly options: readonly (CheckboxOption | Divider)[]
  readonly values?: readonly string[] | undefined
}

type CheckboxProps = Omit<CheckboxOption, 'exclusive'> & {
  readonly name: string
  /** Under the box, where `hint` stands above it. */
  readonly optionHint?: Child
  readonly error?: FieldError | undefined
  readonly describedBy?: string | undefined
  readonly small?: boolean | undefined
}

type Kind = 'radio' | 'checkbox'

const block = { radio: 'govuk-radios', checkbox: 'govuk-checkboxes' } as const

export function Radios({ options, value, inline, ...group }: RadiosProps) {
  return (
    <Group {...group}>
      <Options kind="radio" group={group} options={options} chosen={[value]} inline={inline} />
    </Group>
  )
}

export function Checkboxes({ options, values = [], ...group }: CheckboxesProps) {
  return (
    <Group {...group}>
      <Options kind="checkbox" group={group} options={options} chosen={values} />
    </Group>
  )
}

/** One box that stands alone, such as a declaration: it has a label but no question above it. */
export function Checkbox({ hint, optionHint, error, small, ...option }: CheckboxProps) {
  const group = { name: option.name, id: option.id ?? option.name, hint, error, small }
  return (
    <div class={groupClass(error)}>
      <Guidance {...group} />
      <Options
        kind="checkbox"
        group={group}
        options={[{ ...option, hint: optionHint }]}
        chosen={[]}
        describedBy={describedBy({ ...group, describedBy: option.describedBy })}
        wrong={invalid(error)}
      />
    </div>
  )
}

function Group(props: GroupProps & { readonly children: Child }) {
  const { name, id = name, hint, error, legend, legendSize, pageHeading, children } = props
  return (
    <div class={groupClass(error)}>
      <Fieldset
        legend={legend}
        legendSize={legendSize}
        pageHeading={pageHeading}
        describedBy={describedBy({ ...props, id })}
      >
        <Guidance id={id} hint={hint} error={error} />
        {children}
      </Fieldset>
    </div>
  )
}

type OptionsProps = {
  readonly kind: Kind
  readonly group: {
    readonly name: string
    readonly id?: string | undefined
    readonly small?: boolean | undefined
  }
  readonly options: readonly (CheckboxOption | Divider)[]
  readonly chosen: readonly (string | undefined)[]
  readonly inline?: boolean | undefined
  readonly describedBy?: string | undefined
  /** A box that stands alone; of several the group says what is wrong. */
  readonly wrong?: 'true' | undefined
}

function Options({ kind, group, options, chosen, inline, ...rest }: OptionsProps) {
  const name = block[kind]
  const { small, id = group.name } = group
  const modifiers = [small && `${name}--small`, inline && `${name}--inline`] as const
  return (
    <div class={classes(name, ...modifiers)} data-module={name}>
      {options.map((option, index) =>
        'divider' in option ? (
          <div class={`${name}__divider`}>{option.divider}</div>
        ) : (
          <Option
            kind={kind}
            id={option.id ?? (index === 0 ? id : `${id}-${index + 1}`)}
            name={option.name ?? group.name}
            option={option}
            checked={option.checked ?? chosen.includes(option.value)}
            {...rest}
          />
        ),
      )}
    </div>
  )
}

type OptionProps = {
  readonly kind: Kind
  readonly id: string
  readonly name: string
  readonly option: CheckboxOption
  readonly checked: boolean
  readonly describedBy?: string | undefined
  readonly wrong?: 'true' | undefined
}

function Option({ kind, id, name, option, checked, describedBy, wrong }: OptionProps) {
  const { value, label, hint, conditional, disabled, exclusive } = option
  const className = block[kind]
  const conditionalId = `conditional-${id}`
  const hintId = `${id}-item-hint`
  return (
    <>
      <div class={`${className}__item`}>
        <input
          class={`${className}__input`}
          id={id}
          name={name}
          type={kind}
          value={value}
          checked={checked}
          disabled={disabled}
          data-aria-controls={shows(conditional) ? conditionalId : undefined}
          data-behaviour={exclusive ? 'exclusive' : undefined}
          aria-describedby={classes(describedBy, shows(hint) && hintId)}
          aria-invalid={wrong}
        />
        <Label for={id} class={`${className}__label`}>
          {label}
        </Label>
        {shows(hint) && (
          <Hint id={hintId} class={`${className}__hint`}>
            {hint}
          </Hint>
        )}
      </div>
      {shows(conditional) && (
        <div
          class={classes(
            `${className}__conditional`,
            !checked && `${className}__conditional--hidden`,
          )}
          id={conditionalId}
        >
          {conditional}
        </div>
      )}
    </>
  )
}
