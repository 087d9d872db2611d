import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type DefaultTreeAdapterTypes as Tree, parseFragment } from 'parse5'
import { Accordion } from '#ui/accordion.tsx'
import { BackLink } from '#ui/back-link.tsx'
import { Badge } from '#ui/badge.tsx'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button, ButtonGroup, ButtonLink } from '#ui/button.tsx'
import { CharacterCount } from '#ui/character-count.tsx'
import { Checkbox, Checkboxes, Radios } from '#ui/choices.tsx'
import { DateInput } from '#ui/date-input.tsx'
import { Details } from '#ui/details.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FileUpload } from '#ui/file-upload.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import { LanguageNavigation } from '#ui/language-navigation.tsx'
import { render, type Child } from '#ui/markup.ts'
import { NotificationBanner } from '#ui/notification-banner.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Panel } from '#ui/panel.tsx'
import { PasswordInput } from '#ui/password-input.tsx'
import { PhaseBanner } from '#ui/phase-banner.tsx'
import { Select } from '#ui/select.tsx'
import { SkipLink } from '#ui/skip-link.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Table } from '#ui/table.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { Tag } from '#ui/tag.tsx'
import { TaskList } from '#ui/task-list.tsx'
import { Textarea } from '#ui/textarea.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { Timeline } from '#ui/timeline.tsx'
import { WarningText } from '#ui/warning-text.tsx'

const field = (t: string) => ({
  name: 'field',
  label: t,
  hint: t,
  error: { prefix: t, text: t },
  value: t,
})

const group = (t: string) => ({
  ...field(t),
  legend: t,
  options: [
    { value: t, label: t, hint: t, conditional: t },
    { divider: t },
    { value: 'other', label: t },
  ],
})

const plural = (t: string) => ({ one: t, other: t })
const action = (t: string) => ({ href: t, text: t, hidden: t })

/** Every component, with the text in every place where text can be. */
const COMPONENTS: Readonly<Record<string, (t: string) => Child>> = {
  Accordion: (t) => (
    <Accordion
      id="a"
      words={{ hideAll: t, hide: t, hideLabel: t, showAll: t, show: t, showLabel: t }}
      sections={[{ heading: t, summary: t, content: t }]}
    />
  ),
  BackLink: (t) => <BackLink href={t}>{t}</BackLink>,
  Badge: (t) => <Badge>{t}</Badge>,
  Breadcrumbs: (t) => <Breadcrumbs label={t} items={[{ text: t, href: t }, { text: t }]} />,
  Button: (t) => (
    <ButtonGroup>
      <Button name={t} value={t}>
        {t}
      </Button>
      <Button variant="start">{t}</Button>
    </ButtonGroup>
  ),
  ButtonLink: (t) => <ButtonLink href={t}>{t}</ButtonLink>,
  CharacterCount: (t) => (
    <CharacterCount
      {...field(t)}
      max={9}
      words={{ limit: t, under: plural(t), at: t, over: plural(t) }}
    />
  ),
  Checkbox: (t) => <Checkbox {...field(t)} optionHint={t} conditional={t} />,
  Checkboxes: (t) => <Checkboxes {...group(t)} />,
  DateInput: (t) => (
    <DateInput
      {...group(t)}
      id="date"
      labels={{ day: t, month: t, year: t }}
      value={{ day: t, month: t, year: t }}
    />
  ),
  Details: (t) => <Details summary={t}>{t}</Details>,
  ErrorSummary: (t) => (
    <ErrorSummary title={t} description={t} errors={[{ text: t, href: t }, { text: t }]} />
  ),
  FileUpload: (t) => (
    <FileUpload
      {...field(t)}
      accept={t}
      words={{
        choose: t,
        drop: t,
        noneChosen: t,
        severalChosen: plural(t),
        enteredDropZone: t,
        leftDropZone: t,
      }}
    />
  ),
  InsetText: (t) => <InsetText>{t}</InsetText>,
  LanguageNavigation: (t) => (
    <LanguageNavigation
      label={t}
      languages={[
        { text: t, lang: 'az' },
        { text: t, lang: 'en', href: t, description: t },
      ]}
    />
  ),
  NotificationBanner: (t) => <NotificationBanner title={t}>{t}</NotificationBanner>,
  Pagination: (t) => (
    <>
      <Pagination label={t} previous={{ href: t, text: t, label: t }} />
      <Pagination label={t} pages={[{ number: t, href: t, label: t }, 'gap']} />
    </>
  ),
  Panel: (t) => (
    <Panel title={t} actions={t}>
      {t}
    </Panel>
  ),
  PasswordInput: (t) => (
    <PasswordInput
      {...field(t)}
      autocomplete="new-password"
      words={{ show: t, hide: t, showLabel: t, hideLabel: t, shown: t, hidden: t }}
    />
  ),
  PhaseBanner: (t) => <PhaseBanner tag={t}>{t}</PhaseBanner>,
  Radios: (t) => <Radios {...group(t)} />,
  Select: (t) => <Select {...field(t)} options={[{ value: t, text: t }]} />,
  SkipLink: (t) => <SkipLink href={t}>{t}</SkipLink>,
  SummaryList: (t) => (
    <SummaryList
      rows={[{ key: t, value: t, actions: [action(t), action(t)] }]}
      card={{ title: t, actions: [action(t)] }}
    />
  ),
  Table: (t) => <Table caption={t} columns={[{ head: t }, { head: t }]} rows={[[t, t]]} />,
  Tabs: (t) => <Tabs title={t} tabs={[{ id: 'tab', label: t, content: t }]} />,
  Tag: (t) => <Tag>{t}</Tag>,
  TaskList: (t) => (
    <TaskList
      items={[
        { title: t, href: t, hint: t, status: { text: t, tag: 'blue' } },
        { title: t, status: { text: t } },
      ]}
    />
  ),
  Textarea: (t) => <Textarea {...field(t)} />,
  TextInput: (t) => <TextInput {...field(t)} prefix={t} suffix={t} />,
  Timeline: (t) => (
    <Timeline entries={[{ title: t, byline: t, datetime: t, when: t, content: t }]} />
  ),
  WarningText: (t) => <WarningText label={t}>{t}</WarningText>,
}

/** The elements and the names of their attributes, without any text or value. */
function shape(html: string): string {
  const visit = (node: Tree.ChildNode | Tree.DocumentFragment): string => {
    if (node.nodeName === '#comment') return '!'
    if (!('childNodes' in node)) return ''
    const inside = node.childNodes.map(visit).join('')
    if (!('attrs' in node)) return inside
    const names = node.attrs.map(({ name }) => name).sort()
    return `<${node.tagName} ${names.join(' ')}>${inside}</>`
  }
  return visit(parseFragment(html))
}

const hostileText = fc
  .string({
    unit: fc.constantFrom('<', '>', '"', "'", '&', '=', '/', '!', '-', ';', ' ', '\n', 'ə'),
  })
  .map((text) => `x${text}`)

for (const [name, component] of Object.entries(COMPONENTS)) {
  test(`no text that ${name} is given becomes markup`, () => {
    const harmless = shape(render(component('harmless')))
    ok(harmless.includes('class'))
    const attack = "\"></textarea></title><script>alert(1)</script><img src=x onerror='1'><!--"
    equal(shape(render(component(attack))), harmless)
    fc.assert(
      fc.property(hostileText, (text) => equal(shape(render(component(text))), harmless)),
      { numRuns: 25 },
    )
  })
}

test('what was typed into a text area comes back as it was, line breaks first or last', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('\n', ' ', '<', '&', 'ə', 'a') }), (typed) => {
      const html = render(<Textarea name="story" label="Story" value={typed} />)
      const area = parseFragment(html)
      equal(textOf(area, 'textarea'), typed)
    }),
  )
})

function textOf(node: Tree.ChildNode | Tree.DocumentFragment, tag: string): string | undefined {
  if (!('childNodes' in node)) return undefined
  if (node.nodeName === tag) {
    return node.childNodes.map((child) => ('value' in child ? child.value : '')).join('')
  }
  for (const child of node.childNodes) {
    const text = textOf(child, tag)
    if (text !== undefined) return text
  }
  return undefined
}
