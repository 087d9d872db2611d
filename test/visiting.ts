import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { stringify } from 'yaml'
import type { Place } from '#core/appointments/places.ts'
import type { Answers } from '#core/answers/answers.ts'
import type { AskRule } from '#core/cases/life.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { house, type TestHouse } from '#test/house.ts'
import { caseIn, decided, proposed, submitted } from '#test/played-case.ts'
import { copyOfPolicy } from '#test/published.ts'
import { permitType, policyWithPermits } from '#test/toy-permit.ts'
import { toyPlace } from '#test/toy-place.ts'
import { PROVISIONAL, say } from '#test/toy-rules.ts'

const visiting = (step: string, more: Partial<AskRule['visit']>): AskRule => ({
  kind: 'appearance',
  step,
  clock: 'hearing',
  of: 'case-officer',
  options: ['done', 'not-done'].map((code) => ({ code, title: say(code) })),
  visit: {
    for: 'prints',
    title: say(`Come for ${step}`),
    bring: say('Bring your passport.'),
    came: 'done',
    moves: 1,
    remindDays: 2,
    ...more,
  },
  unless: { test: 'nothing-given' },
})

const answers = (code: string) => ({
  code,
  kind: 'answer' as const,
  from: ['carried-out'],
  by: ['case-officer' as const],
  to: 'decided',
  shown: 'person' as const,
  basis: PROVISIONAL,
})

/** Somebody who is given it comes twice then: for fingerprints, and for a card. */
export const visited = (type: CaseType): CaseType => ({
  ...type,
  states: [
    ...type.states,
    {
      code: 'carried-out',
      stage: 'carrying-out',
      owner: 'case-officer',
      clock: 'hearing',
      basis: PROVISIONAL,
    },
  ],
  steps: [
    ...type.steps.map((step) => {
      if (step.kind === 'tell') return { ...step, from: [...step.from, 'carried-out'] }
      if (step.kind !== 'decide') return step
      const asks = [
        visiting('take-prints', { ageFrom: 15 }),
        visiting('hand-over', { for: 'cards', once: 'take-prints', afterDays: 3 }),
      ]
      return { ...step, to: 'carried-out', asks }
    }),
    answers('take-prints'),
    answers('hand-over'),
  ],
  letters: [
    ...type.letters,
    ...(
      [
        'visit-chosen',
        'visit-together',
        'visit-cancelled',
        'visit-set',
        'visit-cleared',
        'visit-called-off',
        'visit-soon',
        'visit-needless',
      ] as const
    ).map((on) => ({
      code: on,
      on,
      subject: say(`${on}: {dueOn}`),
      body: say(`{number} {dueOn} {link}`),
      basis: PROVISIONAL,
    })),
  ],
})

export const visitedPermit: CaseType = visited(permitType)

/** The frozen policy with that permit, and with these places. */
export function policyVisited(
  t: TestContext,
  places: readonly Place[] = [toyPlace],
  type: CaseType = visitedPermit,
): string {
  const folder = policyWithPermits(t, copyOfPolicy(t), type)
  mkdirSync(join(folder, 'places'))
  for (const place of places) {
    const text = stringify(place, { aliasDuplicateObjects: false })
    writeFileSync(join(folder, 'places', `${place.code}.yaml`), text)
  }
  return folder
}

export const BORN = '1987-03-27'

const asking = (born: string, more: Values = {}): Answers => ({
  person: [
    { id: 'p', values: { surname: 'Ferreira', 'born-on': born, paper: 'CD123456', ...more } },
  ],
})

type Values = Answers[string][number]['values']
type Asking = { readonly born?: string; readonly more?: Values }

/** Somebody is given a permit, and has to come for it. */
export async function givenTo(
  here: TestHouse,
  email: string,
  { born = BORN, more = {} }: Asking = {},
) {
  const who = await here.signedUpApplicant({ email })
  await caseIn('recognised', here, who)
  const id = await submitted(here, who, { type: 'permit', answers: asking(born, more) })
  await proposed(here.owned, id, {
    step: 'draft-decision',
    outcome: 'recognised',
    grounds: [],
    reasoning: 'They may stay.',
  })
  await decided(here.owned, id, 'sign')
  return { who, id, page: `/en/applications/${id}/visits/take-prints` }
}

export async function visitedHouse(t: TestContext, places?: readonly Place[]) {
  const here = await house(t, { policy: policyVisited(t, places) })
  return { here, ...(await givenTo(here, 'ana@example.org')) }
}
