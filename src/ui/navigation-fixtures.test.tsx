import { test } from 'node:test'
import { type LeftOut, type Text, proveFixtures, words } from '#test/govuk-fixtures.ts'
import { Accordion } from '#ui/accordion.tsx'
import { BackLink } from '#ui/back-link.tsx'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import type { HeadingLevel } from '#ui/heading.tsx'
import { type LanguageLink, LanguageNavigation } from '#ui/language-navigation.tsx'
import { raw } from '#ui/markup.ts'
import { type PageNumber, Pagination } from '#ui/pagination.tsx'
import { SkipLink } from '#ui/skip-link.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'

const POINTER_STATE = 'draws a state of the pointer or keyboard, which no page writes'

const leftOut = (reason: string, ...names: readonly string[]): LeftOut =>
  Object.fromEntries(names.map((name) => [name, reason]))

const modifier = (classes: string | undefined) => /--(\S+)/.exec(classes ?? '')?.[1]

test('a back link has the markup of govuk-frontend', () => {
  proveFixtures<Text & { href?: string; classes?: string }>(
    'back-link',
    ({ href = '#', classes, ...text }) => (
      <BackLink href={href} inverse={modifier(classes) === 'inverse'}>
        {words(text) ?? 'Back'}
      </BackLink>
    ),
    { also: ['html', 'html as text', 'with custom text and link'] },
  )
})

test('breadcrumbs have the markup of govuk-frontend', () => {
  type Options = {
    readonly items: readonly (Text & { href?: string })[]
    readonly labelText?: string
    readonly collapseOnMobile?: boolean
    readonly classes?: string
  }
  proveFixtures<Options>(
    'breadcrumbs',
    ({ items, labelText = 'Breadcrumb', collapseOnMobile, classes }) => (
      <Breadcrumbs
        label={labelText}
        items={items.map((item) => ({ href: item.href, text: words(item) }))}
        collapseOnMobile={collapseOnMobile}
        inverse={modifier(classes) === 'inverse'}
      />
    ),
    { also: ['custom label', 'html', 'html as text'] },
  )
})

test('a skip link has the markup of govuk-frontend', () => {
  proveFixtures<Text & { href?: string }>(
    'skip-link',
    ({ href = '#content', ...text }) => <SkipLink href={href}>{words(text)}</SkipLink>,
    { leftOut: leftOut(POINTER_STATE, 'with focus'), also: ['html', 'html as text'] },
  )
})

test('language navigation has the markup of govuk-frontend', () => {
  type Options = {
    readonly ariaLabel?: string
    readonly attributes?: { readonly lang: string }
    readonly classes?: string
    readonly items: readonly (LanguageLink & { languageDescriptionText?: string })[]
  }
  proveFixtures<Options>('language-navigation', ({ ariaLabel, attributes, classes, items }) => (
    <LanguageNavigation
      label={ariaLabel ?? 'Language'}
      lang={attributes?.lang}
      inverse={modifier(classes) === 'inverse'}
      languages={items.map((item) => ({ ...item, description: item.languageDescriptionText }))}
    />
  ))
})

test('pagination has the markup of govuk-frontend', () => {
  type Step = { readonly href: string; readonly text?: string; readonly labelText?: string }
  type Options = {
    readonly previous?: Step
    readonly next?: Step
    readonly landmarkLabel?: string
    readonly items?: readonly (PageNumber & {
      readonly ellipsis?: boolean
      readonly visuallyHiddenText?: string
    })[]
  }
  const step = (word: string, given: Step | undefined) =>
    given && {
      href: given.href,
      label: given.labelText,
      text: given.text ?? (
        <>
          {word}
          <VisuallyHidden> page</VisuallyHidden>
        </>
      ),
    }
  proveFixtures<Options>(
    'pagination',
    ({ previous, next, landmarkLabel = 'Pagination', items }) => (
      <Pagination
        label={landmarkLabel}
        previous={step('Previous', previous)}
        next={step('Next', next)}
        pages={items?.map((item) =>
          item.ellipsis
            ? 'gap'
            : { ...item, label: item.visuallyHiddenText ?? `Page ${item.number}` },
        )}
      />
    ),
    { also: ['with custom navigation landmark', 'with custom accessible labels on item links'] },
  )
})

test('tabs have the markup of govuk-frontend', () => {
  type Options = {
    readonly id?: string
    readonly title?: string
    readonly items: readonly { id: string; label: string; panel: Text }[]
  }
  proveFixtures<Options>(
    'tabs',
    ({ id, title = 'Contents', items }) => (
      <Tabs
        id={id}
        title={title}
        tabs={items.map(({ id, label, panel }) => ({
          id,
          label,
          content: panel.html ? raw(panel.html) : <p class="govuk-body">{panel.text}</p>,
        }))}
      />
    ),
    { also: ['id', 'title', 'html', 'html as text'] },
  )
})

test('an accordion has the markup of govuk-frontend', () => {
  type Section = {
    readonly heading: Text
    readonly summary?: Text
    readonly content: Text
    readonly expanded?: boolean
  }
  type Options = {
    readonly id: string
    readonly headingLevel?: HeadingLevel
    readonly rememberExpanded?: boolean
    readonly hideAllSectionsText?: string
    readonly hideSectionText?: string
    readonly hideSectionAriaLabelText?: string
    readonly showAllSectionsText?: string
    readonly showSectionText?: string
    readonly showSectionAriaLabelText?: string
    readonly items: readonly Section[]
  }
  proveFixtures<Options>(
    'accordion',
    (options) => (
      <Accordion
        id={options.id}
        headingLevel={options.headingLevel}
        remember={options.rememberExpanded}
        words={{
          hideAll: options.hideAllSectionsText ?? 'Hide all sections',
          hide: options.hideSectionText ?? 'Hide',
          hideLabel: options.hideSectionAriaLabelText ?? 'Hide this section',
          showAll: options.showAllSectionsText ?? 'Show all sections',
          show: options.showSectionText ?? 'Show',
          showLabel: options.showSectionAriaLabelText ?? 'Show this section',
        }}
        sections={options.items.map(({ heading, summary, content, expanded }) => ({
          heading: words(heading),
          summary: words(summary),
          content: content.html ? raw(content.html) : <p class="govuk-body">{content.text}</p>,
          expanded,
        }))}
      />
    ),
    {
      also: [
        'custom heading level',
        'heading html',
        'with one section open',
        'with remember expanded off',
        'with translations',
      ],
    },
  )
})
