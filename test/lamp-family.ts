import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { stringify } from 'yaml'
import type { CaseType } from '#core/policy/case-type.ts'
import type { Concessions } from '#core/policy/concessions.ts'
import { isoDate } from '#core/dated.ts'
import { familyPolicy } from '#test/family.ts'
import { PROVISIONAL, say } from '#test/toy-rules.ts'
import { state, taken } from '#test/life-parts.ts'
import { toyConcession, toyConcessions } from '#test/toy-concessions.ts'
import { familyType } from '#test/toy-family.ts'
import { toyStatus } from '#test/toy-status.ts'

/** Families of whoever is recognised, and invented concessions for them. */

const PLAIN = { aliasDuplicateObjects: false }

const NAMED: readonly string[] = ['surname', 'given-names', 'birth-date']

/** Who belongs to whom, in the words of the type that asks people about comfort. */
const { clock: _clock, ...kinBase } = familyType

const kinType: CaseType = {
  ...kinBase,
  code: 'kin',
  numberPrefix: 'KIN',
  family: true,
  blocks: familyType.blocks
    .filter(({ code }) => code === 'person')
    .map((block) => ({
      ...block,
      fields: block.fields.filter(({ means = '' }) => NAMED.includes(means)),
    })),
  roles: familyType.roles
    .filter(({ code }) => code !== 'friend' && code !== 'ward')
    .map((role) => (role.code === 'spouse' ? { ...role, max: 2 } : role)),
  checklist: [],
  begins: {
    ...familyType.begins,
    when: [{ test: 'holds', status: 'recognition' }],
    unless: [{ test: 'same-type-open' }],
  },
  states: [state('draft', 'draft', { owner: 'applicant' }), state('discarded', 'ended')],
  steps: [
    { code: 'begin', kind: 'begin', ...taken([], 'applicant'), to: 'draft' },
    { code: 'join', kind: 'begin', ...taken(['draft'], 'spouse'), to: 'draft' },
    {
      code: 'add-child',
      kind: 'begin',
      ...taken(['draft'], 'applicant'),
      to: 'draft',
      joins: ['child'],
    },
    {
      code: 'leave',
      kind: 'end',
      ...taken(['draft'], 'applicant', 'spouse'),
      to: 'draft',
      leaves: 'subject',
    },
    { code: 'discard', kind: 'end', ...taken(['draft'], 'applicant'), to: 'discarded' },
  ],
  outcomes: [],
  letters: [
    {
      code: 'taken-off',
      on: 'leave',
      to: 'leaver',
      subject: say('You are off'),
      body: say('Nobody sees you.'),
      basis: PROVISIONAL,
    },
    {
      code: 'somebody-left',
      on: 'leave',
      subject: say('Somebody is off'),
      body: say('See who is left: {link}'),
      basis: PROVISIONAL,
    },
  ],
}

const words = (text: string) => ({ az: text, tr: text, en: text, ru: text })

const kinConcessions: Concessions = {
  ...toyConcessions,
  inForceFrom: isoDate('2025-01-01'),
  holds: 'recognition',
  classes: toyConcessions.classes.map((each) =>
    each.code === 'partner' ? { ...each, roles: ['spouse'] } : each,
  ),
  concessions: [
    toyConcession('oil', { by: 'itself', title: words('Oil for the lamp') }),
    toyConcession('room', {
      for: ['keeper', 'partner', 'young'],
      title: words('A room'),
      limits: words('It has no view.'),
      claim: { type: 'family-comfort' },
      again: words('Only for another room.'),
    }),
    toyConcession('school', { for: ['young', 'grown'], by: 'itself', title: words('A school') }),
    toyConcession('work', {
      for: ['partner', 'grown'],
      title: words('Work'),
      open: words('Who knows?'),
    }),
  ],
}

type Large = {
  /** How many belong to a family. */
  readonly people?: number
  /** How often the law says the same again under another name, to be as long as a real one. */
  readonly times?: number
  /** What all of it rests on, where that is another kind than whoever is recognised holds. */
  readonly holds?: string
  /** What one has to apply for again thirty days before it ends. */
  readonly ahead?: string
}

/** The frozen policy with families, their concessions, and what a family can apply for. */
export function kinPolicy(t: TestContext, said: Large = {}): string {
  const { people = 5, times = 1, holds = kinConcessions.holds, ahead } = said
  const policy = familyPolicy(t)
  const type: CaseType = {
    ...kinType,
    subjects: { max: people },
    roles: kinType.roles.map((role) => (role.code === 'child' ? { ...role, max: people } : role)),
  }
  const again = { kinds: [ahead ?? ''], ahead: { length: 30, unit: 'calendar-days' } } as const
  const law: Concessions = {
    ...kinConcessions,
    holds,
    concessions: Array.from({ length: times }, (_, turn) => turn)
      .flatMap((turn) =>
        kinConcessions.concessions.map((each) =>
          turn === 0 ? each : { ...each, code: `${each.code}-${turn}` },
        ),
      )
      .concat(ahead === undefined ? [] : toyConcession('again', again)),
  }
  if (holds !== kinConcessions.holds) {
    const ends = toyStatus.ends.filter(({ byTime }) => byTime === true)
    const kind = { ...toyStatus, code: holds, ends }
    writeFileSync(join(policy, 'statuses', `${holds}.yaml`), stringify(kind, PLAIN))
  }
  mkdirSync(join(policy, 'concessions'), { recursive: true })
  writeFileSync(join(policy, 'types', 'kin.yaml'), stringify(type, PLAIN))
  writeFileSync(join(policy, 'concessions', 'lamp-law.yaml'), stringify(law, PLAIN))
  return policy
}
