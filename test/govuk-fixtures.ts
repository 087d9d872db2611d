import { equal, notEqual, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { raw, render, type Child } from '#ui/markup.ts'
import { printedMarkup } from '#test/markup-tree.ts'

type Fixture<Options> = {
  readonly name: string
  readonly options: Options
  readonly html: string
  readonly hidden: boolean
}

/** Fixtures that a component does not give on purpose, each with the reason. */
export type LeftOut = Readonly<Record<string, string>>

/** The markup our component gives for the options of a fixture. */
export type Ours<Options> = (options: Options) => Child

/** How the options of govuk-frontend write text. */
export type Text = { readonly text?: string; readonly html?: string }

export const words = (given: Text | undefined): Child =>
  given?.html ? raw(given.html) : given?.text

type Selection = {
  readonly leftOut?: LeftOut
  /** Of the fixtures that govuk-frontend keeps for its own tests, those of options we have too. */
  readonly also?: readonly string[]
  /** These alone, for a component that gives a part of what theirs does. */
  readonly only?: readonly string[]
  /** Where ours says of a control that it is wrong, besides the fields that theirs colours so. */
  readonly wrong?: RegExp
}

/** Every fixture that govuk-frontend shows, less those left out, has the markup we give. */
export function proveFixtures<Options>(
  component: string,
  ours: Ours<Options>,
  { leftOut = {}, also = [], only, wrong = NOTHING }: Selection = {},
): void {
  const selected = fixturesOf<Options>(component).filter(({ name, hidden }) =>
    only ? only.includes(name) : !hidden || also.includes(name),
  )
  const names = new Set(selected.map(({ name }) => name))
  for (const name of only ?? [...Object.keys(leftOut), ...also]) {
    ok(names.has(name), `${component} has no fixture "${name}"`)
  }
  for (const { name, options, html } of selected) {
    const theirs = html.replaceAll(wrong, '$& aria-invalid="true"')
    const [expected, actual] = comparable(theirs, render(ours(options)))
    if (name in leftOut) notEqual(actual, expected, `"${name}" is left out, but matches`)
    else equal(`${name}\n${actual}`, `${name}\n${expected}`)
  }
}

function fixturesOf<Options>(component: string): readonly Fixture<Options>[] {
  const file = new URL(
    `../node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`,
    import.meta.url,
  )
  const { fixtures } = JSON.parse(readFileSync(file, 'utf8')) as { fixtures: Fixture<Options>[] }
  return fixtures
}

/**
 * The words for scripts, always written by ours, count where the fixture writes any. What ours do
 * otherwise on purpose: a link stays a link, and a field says itself that it is wrong.
 */
function comparable(theirs: string, ours: string): readonly [string, string] {
  const drop = (html: string) =>
    theirs.includes('data-i18n.') ? html : html.replaceAll(/ data-i18n\.[\w.-]+="[^"]*"/g, '')
  const expected = theirs
    .replaceAll(LINK_AS_BUTTON, '<a$1 draggable="false"$2$3>')
    .replaceAll(WRONG_FIELD, '$& aria-invalid="true"')
  return [printedMarkup(expected), printedMarkup(drop(ours))]
}

const NOTHING = /(?!)/g
const LINK_AS_BUTTON =
  /<a( [^>]*?) role="button" draggable="false"([^>]*?) data-module="govuk-button"([^>]*)>/g
const WRONG_FIELD = new RegExp(
  '<(?:input|textarea|select) class="[^"]*--error(?:"| [^"]*")' +
    '|<input class="govuk-checkboxes__input"[^>]*aria-describedby="[^"]*-error"',
  'g',
)
