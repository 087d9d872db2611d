import { test } from 'node:test'
import { type LeftOut, type Text, proveFixtures, words } from '#test/govuk-fixtures.ts'
import type { HeadingLevel } from '#ui/heading.tsx'
import { type SummaryAction, SummaryList } from '#ui/summary-list.tsx'
import { Table } from '#ui/table.tsx'
import { Tag, type TagColour } from '#ui/tag.tsx'
import { TaskList } from '#ui/task-list.tsx'

const POINTER_STATE = 'draws a state of the pointer or keyboard, which no page writes'

const leftOut = (reason: string, ...names: readonly string[]): LeftOut =>
  Object.fromEntries(names.map((name) => [name, reason]))

const modifier = (classes: string | undefined) => /--(\S+)/.exec(classes ?? '')?.[1]

test('a summary list has the markup of govuk-frontend', () => {
  type Actions = {
    readonly items: readonly (SummaryAction & { readonly visuallyHiddenText?: string })[]
  }
  type Options = {
    readonly classes?: string
    readonly card?: {
      readonly title: Text & { readonly headingLevel?: HeadingLevel }
      readonly actions?: Actions
    }
    readonly rows: readonly { key: Text; value: Text; actions?: Actions; classes?: string }[]
  }
  const actions = (given: Actions | undefined) =>
    given?.items.map((item) => ({ ...item, hidden: item.visuallyHiddenText }))
  proveFixtures<Options>(
    'summary-list',
    ({ classes, card, rows }) => (
      <SummaryList
        border={modifier(classes) !== 'no-border'}
        card={
          card && {
            title: words(card.title),
            headingLevel: card.title.headingLevel,
            actions: actions(card.actions),
          }
        }
        rows={rows.map((row) => ({
          key: words(row.key),
          value: words(row.value),
          actions: actions(row.actions),
          border: modifier(row.classes) !== 'no-border',
        }))}
      />
    ),
    {
      also: [
        'key with html',
        'value with html',
        'summary card with only 1 action',
        'as a summary card with a custom header level',
        'with some actions',
        'empty items array',
      ],
    },
  )
})

test('a table has the markup of govuk-frontend', () => {
  type Cell = Text & { readonly format?: 'numeric' }
  type Options = {
    readonly caption?: string
    readonly captionClasses?: string
    readonly firstCellIsHeader?: boolean
    readonly head?: readonly Cell[]
    readonly rows: readonly (readonly Cell[])[]
  }
  proveFixtures<Options>(
    'table',
    ({ caption, captionClasses, firstCellIsHeader, head, rows }) => (
      <Table
        caption={caption}
        captionSize={captionClasses === 'govuk-table__caption--m' ? 'm' : undefined}
        firstCellIsHeader={firstCellIsHeader}
        columns={(rows[0] ?? []).map((cell, index) => ({
          head: words(head?.[index]),
          numeric: cell.format === 'numeric',
        }))}
        rows={rows.map((row) => row.map(words))}
      />
    ),
    {
      also: [
        'html',
        'html as text',
        'with firstCellIsHeader true',
        'firstCellIsHeader with html',
        'firstCellIsHeader with html as text',
      ],
    },
  )
})

test('a tag has the markup of govuk-frontend', () => {
  proveFixtures<Text & { classes?: string }>(
    'tag',
    ({ classes, ...text }) => (
      <Tag colour={modifier(classes) as TagColour | undefined}>{words(text)}</Tag>
    ),
    { also: ['html', 'html as text'] },
  )
})

test('a task list has the markup of govuk-frontend', () => {
  type Task = {
    readonly title: Text
    readonly href?: string
    readonly hint?: Text
    readonly status: Text & {
      readonly classes?: string
      readonly tag?: Text & { readonly classes?: string }
    }
  }
  proveFixtures<{ idPrefix?: string; items: readonly (Task | null | false | '')[] }>(
    'task-list',
    ({ idPrefix, items }) => (
      <TaskList
        idPrefix={idPrefix}
        items={items
          .filter((item) => typeof item === 'object' && item !== null)
          .map(({ title, href, hint, status }) => ({
            title: words(title),
            href,
            hint: words(hint),
            status: {
              text: words(status.tag ?? status),
              tag: status.tag && ((modifier(status.tag.classes) ?? true) as TagColour | true),
              cannotStartYet: modifier(status.classes) === 'cannot-start-yet',
            },
          }))}
      />
    ),
    {
      leftOut: {
        ...leftOut(POINTER_STATE, 'forced hover state'),
        'with empty values': 'a list of tasks has no empty places, so ids have no gaps',
      },
      also: ['custom id prefix', 'html', 'html passed as text'],
    },
  )
})
