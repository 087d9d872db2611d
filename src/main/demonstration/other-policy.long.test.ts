import { deepEqual, ok } from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { parse, stringify } from 'yaml'
import { furnish } from '#main/demonstration/furnish.ts'
import { STORIES } from '#main/demonstration/stories.ts'
import { house } from '#test/house.ts'
import { SHIPPED_POLICY } from '#test/policies.ts'
import { copyOfPolicy } from '#test/published.ts'

type Entry = Record<string, unknown>

/** Properties that name a block, a question or a document of the form. */
const NAMES = [
  'block',
  'blocks',
  'documents',
  'field',
  'start',
  'end',
  'whenAny',
  'differIn',
  'machineNameOf',
  'evidence',
]

/** The same with every name of the form another one, and every number of points another figure. */
function otherwise(value: unknown, name: string, isForm: boolean): unknown {
  if (Array.isArray(value)) return value.map((each) => otherwise(each, name, isForm))
  if (typeof value === 'string') {
    const isName = NAMES.includes(name) || (name === 'code' && isForm)
    return isName ? `${value}-anew` : value
  }
  if (typeof value === 'number')
    return /^(points|passMark|otherwise)/.test(name) ? value * 2 : value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([property, each]) => [
      property,
      property === 'table' && !Array.isArray(each)
        ? doubled(each as Record<string, number>)
        : otherwise(each, property, isForm && property !== 'options'),
    ]),
  )
}

const doubled = (table: Record<string, number>) =>
  Object.fromEntries(Object.entries(table).map(([code, points]) => [code, points * 2]))

/** Blocks, questions and documents have codes of their own; so have letters and the type itself. */
function otherType(type: Entry): Entry {
  const { blocks, checklist, applicants, steps } = type
  return {
    ...type,
    blocks: otherwise(blocks, 'blocks', true),
    checklist: otherwise(checklist, 'checklist', true),
    applicants: otherwise(applicants, 'applicants', false),
    steps: otherwise(steps, 'steps', false),
  }
}

const PLAIN = { aliasDuplicateObjects: false }
const ADDED_POINTS = 20

/** With a criterion more, which the body of the last one scores too. */
function otherScoring(scoring: Entry): Entry {
  const other = otherwise(scoring, '', false) as { criteria: Entry[]; pointsTotal: number }
  const last = other.criteria.at(-1)
  const added = { ...last, code: 'NEW', pointsMax: ADDED_POINTS, estimate: { ...ESTIMATE } }
  return {
    ...other,
    criteria: [...other.criteria, added],
    pointsTotal: other.pointsTotal + ADDED_POINTS,
  }
}

const ESTIMATE = {
  kind: 'bands',
  fact: 'months-in-field',
  table: [{ from: 0, points: ADDED_POINTS }],
}

/** The shipped policy as the Service might have changed it. */
function changedPolicy(t: TestContext): string {
  const folder = copyOfPolicy(t, SHIPPED_POLICY)
  const change = (kind: string, how: (document: Entry) => Entry) => {
    for (const name of readdirSync(join(folder, kind))) {
      const file = join(folder, kind, name)
      writeFileSync(file, stringify(how(parse(readFileSync(file, 'utf8')) as Entry), PLAIN))
    }
  }
  change('types', otherType)
  change('procedures', (procedure) => otherwise(procedure, '', false) as Entry)
  change('scorings', otherScoring)
  return folder
}

test('with other names, other figures and a criterion more the demonstration is whole', async (t) => {
  const here = await house(t, { policy: changedPolicy(t) })

  const { cases } = await furnish(here.faces)

  ok(cases > STORIES.length, 'some stories go on in a case about what was given')
  const decisions = await here.db.selectFrom('decision').select('outcome').execute()
  deepEqual([...new Set(decisions.map(({ outcome }) => outcome))].toSorted(), [
    'annulled',
    'carried-out',
    'changed',
    'deceased',
    'dismissed',
    'erased',
    'extended',
    'given',
    'granted',
    'held',
    'kept',
    'left-unexamined',
    'lifted',
    'no-longer-needed',
    'not-given',
    'not-protected',
    'not-rectified',
    'not-restricted',
    'protected',
    'recognised',
    'rectified',
    'refused',
    'registered',
    'released',
    'replaced',
    'restricted',
    'reversed',
    'set-aside',
    'unchanged',
    'upheld',
  ])
  const statuses = await here.db.selectFrom('status').select('number').execute()
  ok(statuses.length > 5)
})
