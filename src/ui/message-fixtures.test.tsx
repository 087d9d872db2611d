import { test } from 'node:test'
import { type LeftOut, type Text, proveFixtures, words } from '#test/govuk-fixtures.ts'
import { Button, ButtonLink, type ButtonVariant } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import type { HeadingLevel } from '#ui/heading.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import { NotificationBanner } from '#ui/notification-banner.tsx'
import { Panel } from '#ui/panel.tsx'
import { PhaseBanner } from '#ui/phase-banner.tsx'
import { WarningText } from '#ui/warning-text.tsx'

const POINTER_STATE = 'draws a state of the pointer or keyboard, which no page writes'

const leftOut = (reason: string, ...names: readonly string[]): LeftOut =>
  Object.fromEntries(names.map((name) => [name, reason]))

const modifier = (classes: string | undefined) => /--(\S+)/.exec(classes ?? '')?.[1]

test('a button has the markup of govuk-frontend', () => {
  type Options = Text & {
    readonly id?: string
    readonly name?: string
    readonly value?: string
    readonly type?: 'button' | 'submit'
    readonly href?: string
    readonly disabled?: boolean
    readonly preventDoubleClick?: boolean
    readonly isStartButton?: boolean
    readonly classes?: string
  }
  proveFixtures<Options>(
    'button',
    ({ href, isStartButton, classes, ...options }) => {
      const variant = isStartButton ? 'start' : (modifier(classes) as ButtonVariant | undefined)
      return href === undefined ? (
        <Button {...options} variant={variant}>
          {words(options)}
        </Button>
      ) : (
        <ButtonLink href={href} variant={variant}>
          {words(options)}
        </ButtonLink>
      )
    },
    {
      leftOut: leftOut(
        POINTER_STATE,
        ...['default', 'secondary', 'warning', 'inverse'].flatMap((variant) =>
          ['hover', 'active', 'focus'].map((state) => `${variant} ${state} state`),
        ),
      ),
      also: [
        'type',
        'value',
        'id',
        'html',
        'start link with html',
        'prevent double click',
        "don't prevent double click",
      ],
    },
  )
})

test('details have the markup of govuk-frontend', () => {
  type Options = Text & {
    readonly summaryText?: string
    readonly summaryHtml?: string
    readonly id?: string
    readonly open?: true
  }
  proveFixtures<Options>(
    'details',
    ({ summaryText = '', summaryHtml = '', id, open, ...text }) => (
      <Details summary={words({ text: summaryText, html: summaryHtml })} id={id} open={open}>
        {words(text)}
      </Details>
    ),
    { also: ['id', 'html as text', 'summary html', 'summary html as text'] },
  )
})

test('an error summary has the markup of govuk-frontend', () => {
  type Options = {
    readonly titleText: string
    readonly descriptionText?: string
    readonly errorList?: readonly (Text & { href?: string })[]
    readonly disableAutoFocus?: boolean
  }
  proveFixtures<Options>(
    'error-summary',
    ({ titleText, descriptionText, errorList = [], disableAutoFocus }) => (
      <ErrorSummary
        title={titleText}
        description={descriptionText}
        errors={errorList.map((item) => ({ href: item.href, text: words(item) }))}
        autofocus={disableAutoFocus === undefined ? undefined : !disableAutoFocus}
      />
    ),
    {
      also: [
        'autofocus disabled',
        'autofocus explicitly enabled',
        'error list with html',
        'error list with html link',
      ],
    },
  )
})

test('inset text has the markup of govuk-frontend', () => {
  proveFixtures<Text & { id?: string }>(
    'inset-text',
    ({ id, ...text }) => <InsetText id={id}>{words(text)}</InsetText>,
    { also: ['id', 'html as text'] },
  )
})

test('a notification banner has the markup of govuk-frontend', () => {
  type Options = Text & {
    readonly type?: string
    readonly titleText?: string
    readonly titleId?: string
    readonly titleHeadingLevel?: HeadingLevel
    readonly disableAutoFocus?: boolean
  }
  proveFixtures<Options>(
    'notification-banner',
    ({ type, titleText, titleId, titleHeadingLevel, disableAutoFocus, ...text }) => (
      <NotificationBanner
        title={titleText ?? (type === 'success' ? 'Success' : 'Important')}
        titleId={titleId}
        headingLevel={titleHeadingLevel}
        success={type === 'success'}
        autofocus={disableAutoFocus === undefined ? undefined : !disableAutoFocus}
      >
        {words(text)}
      </NotificationBanner>
    ),
    {
      also: [
        'custom title',
        'title html as text',
        'custom title heading level',
        'custom title id with type as success',
        'auto-focus disabled, with type as success',
        'auto-focus explicitly enabled, with type as success',
      ],
    },
  )
})

test('a panel has the markup of govuk-frontend', () => {
  type Action = {
    readonly text: string
    readonly type?: 'button' | 'submit'
    readonly href?: string
    readonly attributes?: { readonly form: string }
  }
  type Options = Text & {
    readonly titleText?: string
    readonly titleHtml?: string
    readonly classes?: string
    readonly headingLevel?: HeadingLevel
    readonly actions?: { readonly items: readonly Action[] }
  }
  proveFixtures<Options>(
    'panel',
    ({ titleText, titleHtml, headingLevel, classes, actions, ...text }) => (
      <Panel
        title={words({ text: titleText ?? '', html: titleHtml ?? '' })}
        headingLevel={headingLevel}
        variant={modifier(classes) === 'interruption' ? 'interruption' : 'confirmation'}
        actions={actions?.items.map((action) =>
          action.href === undefined ? (
            <Button type={action.type} variant="inverse" form={action.attributes?.form}>
              {action.text}
            </Button>
          ) : (
            <a class="govuk-link govuk-link--inverse" href={action.href}>
              {action.text}
            </a>
          ),
        )}
      >
        {words(text)}
      </Panel>
    ),
    {
      also: [
        'custom heading level',
        'title html',
        'title html as text',
        'body html',
        'body html as text',
        'title with no body text',
        'interruption, no actions',
      ],
    },
  )
})

test('a phase banner has the markup of govuk-frontend', () => {
  proveFixtures<Text & { tag: Text }>(
    'phase-banner',
    ({ tag, ...text }) => <PhaseBanner tag={words(tag)}>{words(text)}</PhaseBanner>,
    { also: ['text', 'html as text', 'tag html'] },
  )
})

test('a warning text has the markup of govuk-frontend', () => {
  proveFixtures<Text & { iconFallbackText: string }>(
    'warning-text',
    ({ iconFallbackText, ...text }) => (
      <WarningText label={iconFallbackText}>{words(text)}</WarningText>
    ),
    { also: ['icon fallback text only'] },
  )
})
