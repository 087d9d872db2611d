import type { Life, OutcomeRule, Stage, StateRule } from '#core/cases/life.ts'
import { say } from '#test/toy-rules.ts'

const PROVISIONAL = { '*': 'provisional' }

const state = (
  code: string,
  stage: Stage,
  ...[owner, clock]: readonly [owner?: string, clock?: string]
): StateRule => ({
  code,
  stage,
  ...(owner === undefined ? {} : { owner }),
  ...(clock === undefined ? {} : { clock }),
  basis: PROVISIONAL,
})

/** Where a step is taken, and by whom. */
const taken = (from: string, by: string) => ({
  from: words(from),
  by: words(by),
  basis: PROVISIONAL,
})

const words = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '')

const outcome = (code: string, said: Partial<OutcomeRule> = {}): OutcomeRule => ({
  code,
  favourable: false,
  effects: [],
  basis: PROVISIONAL,
  ...said,
})

const role = (code: string) => ({ code, title: say(code), basis: PROVISIONAL })

const OPEN = 'submitted returned closing-proposed in-assessment awaiting-decision decision-drafted'

/** Filed, examined, asked about, decided, or left unexamined: every kind of step there is. */
export const toyLife: Life = {
  roles: [role('applicant')],
  begins: { by: ['applicant'], basis: PROVISIONAL },
  clock: { term: 'decision', extension: 'extension' },
  states: [
    state('draft', 'draft', 'applicant', 'draft-notice'),
    state('submitted', 'examined', 'case-officer', 'completeness'),
    state('returned', 'with-person', 'applicant', 'correction'),
    state('closing-proposed', 'examined', 'case-officer', 'closing'),
    state('in-assessment', 'with-others', 'expert', 'scoring'),
    state('awaiting-decision', 'deciding', 'case-officer', 'decision'),
    state('decision-drafted', 'deciding', 'signer', 'decision'),
    state('decided', 'ended'),
    state('discarded', 'ended'),
    state('withdrawn', 'ended'),
  ],
  steps: [
    { code: 'begin', kind: 'begin', ...taken('', 'applicant'), to: 'draft' },
    {
      code: 'announce-discard',
      kind: 'lapse',
      does: 'give-notice',
      ...taken('draft', 'system'),
      notice: 'draft-notice',
      whole: 'draft-idle',
      of: 'discard',
    },
    { code: 'discard', kind: 'end', ...taken('draft', 'applicant system'), to: 'discarded' },
    { code: 'submit', kind: 'file', ...taken('draft', 'applicant'), to: 'submitted' },
    { code: 'withdraw', kind: 'end', ...taken(OPEN, 'applicant'), to: 'withdrawn' },
    {
      code: 'accept',
      kind: 'ask',
      ...taken('submitted', 'case-officer'),
      to: 'in-assessment',
      asks: [
        { kind: 'points', step: 'score', clock: 'scoring' },
        { kind: 'opinion', step: 'give-opinion', clock: 'objection' },
      ],
    },
    { code: 'return', kind: 'return', ...taken('submitted', 'case-officer'), to: 'returned' },
    {
      code: 'resubmit',
      kind: 'file',
      ...taken('returned closing-proposed', 'applicant'),
      to: 'submitted',
    },
    {
      code: 'propose-closing',
      kind: 'lapse',
      does: 'propose',
      ...taken('returned', 'system'),
      to: 'closing-proposed',
      outcome: 'left-unexamined',
      after: { term: 'correction' },
    },
    {
      code: 'ask-back',
      kind: 'reopen',
      ...taken('closing-proposed', 'case-officer head'),
      of: 'propose-closing',
    },
    {
      code: 'take-back',
      kind: 'reopen',
      ...taken('closing-proposed', 'head case-officer'),
      of: 'propose-closing',
      confirms: 'ask-back',
    },
    {
      code: 'close-unexamined',
      kind: 'decide',
      ...taken('closing-proposed', 'case-officer'),
      to: 'decided',
      after: { term: 'closing' },
    },
    {
      code: 'score',
      kind: 'answer',
      ...taken('in-assessment', 'expert body-supervisor'),
      to: 'awaiting-decision',
      corrects: ['expert', 'body-supervisor'],
    },
    {
      code: 'give-opinion',
      kind: 'answer',
      ...taken('in-assessment', 'objection-officer'),
      to: 'awaiting-decision',
    },
    {
      code: 'note-silence',
      kind: 'lapse',
      does: 'note-silence',
      ...taken('in-assessment', 'system'),
      to: 'awaiting-decision',
      answers: 'give-opinion',
      after: { term: 'objection' },
      shown: 'office',
    },
    {
      code: 'extend',
      kind: 'extend',
      ...taken('in-assessment awaiting-decision decision-drafted', 'case-officer'),
    },
    {
      code: 'draft-decision',
      kind: 'propose',
      ...taken('submitted awaiting-decision', 'case-officer'),
      to: 'decision-drafted',
      outcomes: ['recognised', 'refused'],
    },
    { code: 'send-back', kind: 'send-back', ...taken('decision-drafted', 'signer head') },
    {
      code: 'sign',
      kind: 'decide',
      ...taken('decision-drafted', 'signer'),
      to: 'decided',
      notBy: 'draft-decision',
    },
  ],
  outcomes: [
    outcome('recognised', {
      favourable: true,
      needs: [{ test: 'scored' }, { test: 'points-reach-pass-mark' }, { test: 'nobody-objects' }],
      effects: [{ effect: 'issue', status: 'recognition' }],
    }),
    outcome('refused', { grounds: 'refusal' }),
    outcome('left-unexamined'),
  ],
}

/** Straight from what was filed to the decision. */
export const comfortLife: Life = {
  roles: [role('applicant')],
  begins: { by: ['applicant'], basis: PROVISIONAL },
  clock: { term: 'decision', extension: 'extension' },
  states: [
    state('draft', 'draft', 'applicant', 'draft-notice'),
    state('submitted', 'examined', 'case-officer', 'completeness'),
    state('decision-drafted', 'deciding', 'signer', 'decision'),
    state('decided', 'ended'),
    state('discarded', 'ended'),
    state('withdrawn', 'ended'),
  ],
  steps: [
    { code: 'begin', kind: 'begin', ...taken('', 'applicant'), to: 'draft' },
    { code: 'discard', kind: 'end', ...taken('draft', 'applicant'), to: 'discarded' },
    { code: 'submit', kind: 'file', ...taken('draft', 'applicant'), to: 'submitted' },
    {
      code: 'withdraw',
      kind: 'end',
      ...taken('submitted decision-drafted', 'applicant'),
      to: 'withdrawn',
    },
    {
      code: 'draft-decision',
      kind: 'propose',
      ...taken('submitted', 'case-officer'),
      to: 'decision-drafted',
      outcomes: ['recognised', 'refused'],
    },
    { code: 'send-back', kind: 'send-back', ...taken('decision-drafted', 'signer head') },
    {
      code: 'sign',
      kind: 'decide',
      ...taken('decision-drafted', 'signer'),
      to: 'decided',
      notBy: 'draft-decision',
    },
  ],
  outcomes: [
    outcome('recognised', {
      favourable: true,
      effects: [{ effect: 'issue', status: 'recognition' }],
    }),
    outcome('refused', { grounds: 'refusal' }),
  ],
}

/** About a status: an official begins it and proposes, the holder is heard, another decides. */
export const annulmentLife: Life = {
  roles: [role('holder')],
  begins: {
    by: ['case-officer'],
    about: { status: 'recognition' },
    when: [{ test: 'status-in-force' }],
    unless: [{ test: 'same-type-open' }],
    basis: PROVISIONAL,
  },
  states: [
    state('opened', 'examined', 'case-officer', 'hearing'),
    state('proposed', 'deciding', 'signer', 'hearing'),
    state('decided', 'ended'),
    state('dropped', 'ended'),
  ],
  steps: [
    { code: 'begin', kind: 'begin', ...taken('', 'case-officer'), to: 'opened' },
    {
      code: 'propose-annulment',
      kind: 'propose',
      ...taken('opened', 'case-officer'),
      to: 'proposed',
      outcomes: ['annulled'],
      shown: 'person',
    },
    { code: 'send-back', kind: 'send-back', ...taken('proposed', 'signer head') },
    {
      code: 'annul',
      kind: 'decide',
      ...taken('proposed', 'signer'),
      to: 'decided',
      notBy: 'propose-annulment',
      after: { term: 'hearing', unless: { test: 'no-hearing-asked' } },
      needs: [{ test: 'status-in-force' }],
    },
    {
      code: 'drop-annulment',
      kind: 'end',
      ...taken('opened proposed', 'case-officer signer'),
      to: 'dropped',
      reasoned: true,
    },
  ],
  outcomes: [
    outcome('annulled', {
      grounds: 'annulment',
      effects: [{ effect: 'end', as: 'annulled' }],
    }),
  ],
}
