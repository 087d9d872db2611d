import type { AskRule, Life, StateCode, StepRule } from '#core/cases/life.ts'
import { SYSTEM } from '#core/cases/roles.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { Chance } from '#test/chance.ts'
import { HEARD, outcome, state, taken } from '#test/life-parts.ts'

/** What chance does to a life; what it adds goes by names of its own. */
type Change = (type: CaseType, chance: Chance, name: string) => CaseType | undefined

const withParts = (
  type: CaseType,
  { states = [], steps = [], outcomes = [] }: Partial<Life>,
): CaseType => ({
  ...type,
  states: [...type.states, ...states],
  steps: [...type.steps, ...steps],
  outcomes: [...type.outcomes, ...outcomes],
})

/** Any state, or some of them, whatever their stage; the loader sees to the rest. */
const anyOf = ({ states }: CaseType, chance: Chance): StateCode => chance.of(states)?.code ?? 'open'
const someOf = ({ states }: CaseType, chance: Chance): readonly StateCode[] =>
  chance.some(states).map(({ code }) => code)

const partiesOf = ({ roles }: CaseType): readonly string[] => roles.map(({ code }) => code)

const OFFICIALS = ['case-officer', 'signer', 'head'] as const

/** Given back to be mended, and sent in again to where it came from. */
const returning: Change = (type, chance, name) => {
  const [from, back] = [anyOf(type, chance), `mended-${name}`]
  return withParts(type, {
    states: [state(back, 'with-person', { owner: 'applicant', clock: 'correction' })],
    steps: [
      { code: `return-${name}`, kind: 'return', ...taken([from], 'head'), to: back },
      { code: `mend-${name}`, kind: 'file', ...taken([back], 'applicant'), to: from },
    ],
  })
}

/** Points, an opinion or both, answered into a state of its own from where it is proposed. */
const asking: Change = (type, chance, name) => {
  const [asked, weighed] = [`asked-${name}`, `weighed-${name}`]
  const [score, speak] = [`score-${name}`, `speak-${name}`]
  const asks: readonly AskRule[] = [
    { kind: 'points', step: score, clock: 'scoring' },
    { kind: 'opinion', step: speak, clock: 'objection' },
  ]
  const wanted = chance.of([asks, asks.slice(0, 1), asks.slice(1)]) ?? asks
  const answers: readonly StepRule[] = [
    {
      code: score,
      kind: 'answer',
      ...taken([asked], 'expert'),
      to: weighed,
      corrects: chance.some(['expert']),
    },
    { code: speak, kind: 'answer', ...taken([asked], 'objection-officer'), to: weighed },
  ]
  const isAsked = (step: string) => wanted.some((each) => each.step === step)
  const first = isAsked(score) ? 'expert' : 'objection-officer'
  return withParts(type, {
    states: [
      state(asked, 'with-others', { owner: first }),
      state(weighed, 'deciding', { owner: 'case-officer', clock: 'decision' }),
    ],
    steps: [
      {
        code: `ask-${name}`,
        kind: 'ask',
        ...taken([anyOf(type, chance)], 'case-officer'),
        to: asked,
        asks: wanted,
      },
      ...answers.filter(({ code }) => isAsked(code)),
      ...(isAsked(speak) ? chance.some([silence(name, asked, weighed)]) : []),
      {
        code: `put-${name}`,
        kind: 'propose',
        ...taken([weighed], 'case-officer'),
        to: 'put',
        outcomes: ['yes', 'no'],
      },
    ],
  })
}

const silence = (name: string, from: StateCode, to: StateCode): StepRule => ({
  code: `silent-${name}`,
  kind: 'lapse',
  does: 'note-silence',
  ...taken([from], SYSTEM),
  to,
  answers: `speak-${name}`,
  after: { term: 'objection' },
})

/** Time proposes what gives and takes nothing, and an official decides it after the notice. */
const lapsing: Change = (type, chance, name) => {
  const [warned, unseen] = [`warned-${name}`, `unseen-${name}`]
  return withParts(type, {
    outcomes: [outcome(unseen, { favourable: chance.below(4) === 0 })],
    states: [state(warned, 'examined', { owner: 'case-officer' })],
    steps: [
      {
        code: `warn-${name}`,
        kind: 'lapse',
        does: 'propose',
        ...taken([anyOf(type, chance)], SYSTEM),
        to: warned,
        outcome: unseen,
        after: { term: 'correction' },
      },
      {
        code: `shut-${name}`,
        kind: 'decide',
        ...taken([warned], 'case-officer'),
        to: 'over',
        after: { term: 'closing' },
      },
    ],
  })
}

/** Time moves it on. */
const moving: Change = (type, chance, name) => {
  const step: StepRule = {
    code: `move-${name}`,
    kind: 'lapse',
    does: 'move',
    ...taken(someOf(type, chance), SYSTEM),
    to: anyOf(type, chance),
    after: { term: 'closing' },
  }
  return withParts(type, { steps: [step] })
}

/** One asks that a step of time be taken back, another does it. */
const reopening: Change = (type, chance, name) => {
  const lapse = chance.of(type.steps)
  if (lapse?.kind !== 'lapse' || lapse.does === 'give-notice') return undefined
  if (type.steps.some((rule) => 'of' in rule && rule.of === lapse.code)) return undefined
  const [doubt, undo] = [`doubt-${name}`, `undo-${name}`]
  const from = lapse.does === 'note-silence' ? [...lapse.from, lapse.to] : [lapse.to]
  const common = { ...taken(from, 'case-officer', 'head'), of: lapse.code }
  return withParts(type, {
    steps: [
      { code: doubt, kind: 'reopen', ...common },
      { code: undo, kind: 'reopen', ...common, confirms: doubt },
    ],
  })
}

/** A person, an official, or time after a notice, ends it without a decision. */
const ending: Change = (type, chance, name) => {
  const [gone, drop] = [`gone-${name}`, `drop-${name}`]
  const from = someOf(type, chance)
  const isIdle = chance.below(3) === 0
  const by = isIdle ? [SYSTEM] : chance.some([...partiesOf(type), ...OFFICIALS])
  const notice: StepRule = {
    code: `tell-${name}`,
    kind: 'lapse',
    does: 'give-notice',
    ...taken(from, SYSTEM),
    notice: 'draft-notice',
    whole: 'draft-idle',
    of: drop,
  }
  return withParts(type, {
    states: [state(gone, 'ended')],
    steps: [
      { code: drop, kind: 'end', ...taken(from, ...by), to: gone, reasoned: true },
      ...(isIdle ? [notice] : []),
    ],
  })
}

/** What leads back, or gives more time. */
const aside: Change = (type, chance, name) => {
  const common = taken(someOf(type, chance), 'signer', 'head')
  const step: StepRule =
    chance.below(2) === 0
      ? { ...common, code: `back-${name}`, kind: 'send-back' }
      : { ...common, code: `longer-${name}`, kind: 'extend' }
  return withParts(type, { steps: [step] })
}

/** What is proposed in one place is proposed by others in another. */
const elsewhere: Change = (type, chance, name) => {
  const second = `second-${name}`
  return withParts(type, {
    states: [state(second, 'deciding', { owner: 'head' })],
    steps: [
      {
        code: `again-${name}`,
        kind: 'propose',
        ...taken([anyOf(type, chance)], 'signer'),
        to: second,
        outcomes: ['no', 'yes'],
      },
      {
        code: `seal-${name}`,
        kind: 'decide',
        ...taken([second], 'head'),
        to: 'over',
        after: HEARD,
      },
    ],
  })
}

/** One step comes from elsewhere, leads elsewhere, or is for others or later than it was. */
const bending: Change = (type, chance) => {
  const bent = chance.of(type.steps)
  if (bent === undefined || bent.kind === 'begin') return undefined
  const from = [...new Set([...bent.from, anyOf(type, chance)])]
  const changed = chance.of<StepRule>([
    { ...bent, from },
    'to' in bent ? { ...bent, to: anyOf(type, chance) } : bent,
    { ...bent, by: [...bent.by, ...chance.some([...OFFICIALS, ...partiesOf(type)])] },
    { ...bent, notBy: chance.of(type.steps)?.code ?? '' },
    { ...bent, after: { term: 'closing' } },
  ])
  return { ...type, steps: type.steps.map((rule) => (rule === bent ? (changed ?? rule) : rule)) }
}

/** What one step decides is carried out before it ends. */
const carrying: Change = (type, chance, name) => {
  const decides = chance.of(type.steps.filter(({ kind }) => kind === 'decide'))
  if (decides?.kind !== 'decide') return undefined
  const carried = `carried-${name}`
  const states = [state(carried, 'carrying-out', { owner: 'case-officer' })]
  const step: StepRule = {
    code: `done-${name}`,
    kind: 'end',
    ...taken([carried], 'case-officer'),
    to: decides.to,
  }
  const steps = type.steps.map((rule) => {
    if (rule === decides) return { ...decides, to: carried }
    return rule.kind === 'tell' ? { ...rule, from: [...rule.from, carried] } : rule
  })
  return withParts({ ...type, steps }, { states, steps: [step] })
}

/** An official has it by name; a party writes, and is answered. */
const beside: Change = (type, chance, name) => {
  const [role] = partiesOf(type)
  const open = type.states.filter(({ stage }) => stage !== 'ended').map(({ code }) => code)
  const of = chance.of(OFFICIALS) ?? 'head'
  const steps: readonly StepRule[] = [
    { code: `give-${name}`, kind: 'assign', of, ...taken(open, of, 'head') },
    {
      code: `write-${name}`,
      kind: 'say',
      ...taken(open, role ?? ''),
      reply: { step: `answer-${name}`, clock: 'closing' },
    },
    { code: `answer-${name}`, kind: 'say', ...taken(open, 'case-officer') },
    { code: `note-${name}`, kind: 'say', shown: 'office', ...taken(open, 'head') },
  ]
  return withParts(type, { steps: chance.below(2) === 0 ? steps : steps.slice(1) })
}

const NEEDS = [
  { test: 'scored' },
  { test: 'points-reach-pass-mark' },
  { test: 'nobody-objects' },
] as const

/** What is favourable asks for enough points and no objection. */
const needing: Change = (type) => ({
  ...type,
  outcomes: type.outcomes.map((rule) =>
    rule.favourable && rule.code === 'yes' ? { ...rule, needs: NEEDS } : rule,
  ),
})

const often = (times: number, change: Change): readonly Change[] =>
  Array.from({ length: times }, () => change)

/** As often as each is to be tried. */
export const CHANGED: readonly Change[] = [
  ...often(2, returning),
  ...often(2, asking),
  ...often(2, lapsing),
  moving,
  ending,
  ...often(2, aside),
  elsewhere,
  carrying,
  needing,
  beside,
  ...often(3, reopening),
  ...often(6, bending),
]
