import { classes, type Child } from '#ui/markup.ts'

/** What a person presses to go on: a button, or a link that looks like one. */
export type ButtonVariant = 'primary' | 'secondary' | 'warning' | 'inverse' | 'start'

type Look = {
  readonly id?: string | undefined
  readonly variant?: ButtonVariant | undefined
  readonly children: Child
}

type ButtonProps = Look & {
  readonly type?: 'submit' | 'button' | 'reset' | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly disabled?: boolean | undefined
  readonly preventDoubleClick?: boolean | undefined
  /** The id of the form, where the button stands outside it. */
  readonly form?: string | undefined
  readonly formAction?: string | undefined
}

export function Button({ type = 'submit', variant, disabled, children, ...props }: ButtonProps) {
  return (
    <button
      type={type}
      class={buttonClass(variant)}
      data-module="govuk-button"
      id={props.id}
      name={props.name}
      value={props.value}
      form={props.form}
      formaction={props.formAction}
      disabled={disabled}
      aria-disabled={disabled ? 'true' : undefined}
      data-prevent-double-click={props.preventDoubleClick}
    >
      <Face variant={variant}>{children}</Face>
    </button>
  )
}

/** It looks like a button and stays a link: as a button it would have to answer to Space. */
export function ButtonLink({ id, href, variant, children }: Look & { readonly href: string }) {
  return (
    <a href={href} draggable={false} class={buttonClass(variant)} id={id}>
      <Face variant={variant}>{children}</Face>
    </a>
  )
}

/** Actions that belong together, side by side where there is room. */
export function ButtonGroup({ children }: { readonly children: Child }) {
  return <div class="govuk-button-group">{children}</div>
}

const buttonClass = (variant: ButtonVariant = 'primary') =>
  classes('govuk-button', variant !== 'primary' && `govuk-button--${variant}`)

function Face({ variant, children }: Pick<Look, 'variant' | 'children'>) {
  if (variant !== 'start') return <>{children}</>
  return (
    <>
      {/* The start button is a flex box, which would drop the spaces between inline elements. */}
      {typeof children === 'string' ? children : <span>{children}</span>}
      <svg
        class="govuk-button__start-icon"
        xmlns="http://www.w3.org/2000/svg"
        width="17.5"
        height="19"
        viewBox="0 0 33 40"
        aria-hidden="true"
        focusable="false"
      >
        <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
      </svg>
    </>
  )
}
