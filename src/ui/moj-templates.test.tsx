import { equal } from 'node:assert/strict'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { printedMarkup } from '#test/markup-tree.ts'
import { Badge } from '#ui/badge.tsx'
import { render, type Child } from '#ui/markup.ts'
import { Timeline } from '#ui/timeline.tsx'

/** The part of nunjucks that is used here; it ships no types. */
type Nunjucks = {
  readonly configure: (folder: string, options: { readonly autoescape: boolean }) => Environment
}

type Environment = {
  readonly addFilter: (name: string, filter: (value: string, format: string) => string) => void
  readonly renderString: (template: string, context: object) => string
}

const nunjucks = createRequire(import.meta.url)('nunjucks') as Nunjucks
const environment = nunjucks.configure('node_modules/@ministryofjustice/frontend', {
  autoescape: true,
})
environment.addFilter('mojDate', written)

/** Pages write days and moments in their own language, so a recognisable text is enough here. */
function written(timestamp: string, format: string): string {
  return `${timestamp} as ${format}`
}

function sameMarkup(macro: string, params: object, ours: Child): void {
  const folder = macro.toLowerCase().replace('moj', '')
  const load = `{% from "moj/components/${folder}/macro.njk" import ${macro} %}`
  const theirs = environment.renderString(`${load}{{ ${macro}(params) }}`, { params })
  equal(printedMarkup(render(ours)), printedMarkup(theirs))
}

const MOMENT = '2026-11-22T08:00:00.000Z'
const when = written(MOMENT, 'datetime')
const label = { text: 'Application submitted' }
const datetime = { timestamp: MOMENT, type: 'datetime' }

test('a time line has the markup of MoJ, with and without who did it', () => {
  const entry = { title: label.text, datetime: MOMENT, when }
  sameMarkup(
    'mojTimeline',
    {
      items: [
        { label, datetime, text: 'By post & by hand', byline: { text: 'Leyla' } },
        { label, datetime, html: '<p>Sent</p>' },
      ],
    },
    <Timeline
      entries={[
        { ...entry, content: 'By post & by hand', byline: 'by Leyla' },
        { ...entry, content: <p>Sent</p> },
      ]}
    />,
  )
})

test('the headings of a time line take the level that their page needs', () => {
  sameMarkup(
    'mojTimeline',
    { headingLevel: 3, items: [{ label, datetime, text: 'Sent' }] },
    <Timeline
      headingLevel={3}
      entries={[{ title: label.text, datetime: MOMENT, when, content: 'Sent' }]}
    />,
  )
})

test('a badge has the markup of MoJ in every colour and in both sizes', () => {
  sameMarkup('mojBadge', { text: 'Urgent' }, <Badge>Urgent</Badge>)
  for (const colour of ['purple', 'bright-purple', 'red', 'green', 'blue', 'black'] as const) {
    sameMarkup(
      'mojBadge',
      { text: 'Urgent', classes: `moj-badge--${colour} moj-badge--large` },
      <Badge colour={colour} large>
        Urgent
      </Badge>,
    )
  }
})
