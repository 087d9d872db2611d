import type { Life, StateCode, StepRule } from '#core/cases/life.ts'
import { outcome, role, state, taken } from '#test/life-parts.ts'
import { PROVISIONAL } from '#test/toy-rules.ts'

/** Whatever somebody applies for begins, is sent in and can be taken back alike. */
const applied: Pick<Life, 'roles' | 'begins' | 'clock'> = {
  roles: [role('applicant')],
  begins: { by: ['applicant'], basis: PROVISIONAL },
  clock: { term: 'decision', extension: 'extension' },
}

/** Before it is examined, and after that. */
const SENT_IN = [
  state('draft', 'draft', { owner: 'applicant', clock: 'draft-notice' }),
  state('submitted', 'examined', { owner: 'case-officer', clock: 'completeness' }),
]
const SETTLED = [
  state('decision-drafted', 'deciding', { owner: 'signer', clock: 'decision' }),
  state('decided', 'ended'),
  state('discarded', 'ended'),
  state('withdrawn', 'ended'),
]

/** Begun, thrown away, sent in, or taken back while it is open. */
const applying = (
  open: readonly StateCode[],
  discardedBy: readonly string[],
): readonly StepRule[] => [
  { code: 'begin', kind: 'begin', ...taken([], 'applicant'), to: 'draft' },
  { code: 'discard', kind: 'end', ...taken(['draft'], ...discardedBy), to: 'discarded' },
  { code: 'submit', kind: 'file', ...taken(['draft'], 'applicant'), to: 'submitted' },
  { code: 'withdraw', kind: 'end', ...taken(open, 'applicant'), to: 'withdrawn' },
]

/** Whoever it is about opens it, an official hands it over, or time sees to it. */
const telling = (party: string): StepRule => ({
  code: 'tell',
  kind: 'tell',
  ...taken(['decided'], party, 'case-officer', 'system'),
})

/** An officer proposes; a signer decides it, or it goes back. */
const drafting = (...from: readonly StateCode[]): readonly StepRule[] => [
  {
    code: 'draft-decision',
    kind: 'propose',
    ...taken(from, 'case-officer'),
    to: 'decision-drafted',
    outcomes: ['recognised', 'refused'],
  },
  { code: 'send-back', kind: 'send-back', ...taken(['decision-drafted'], 'signer', 'head') },
  {
    code: 'sign',
    kind: 'decide',
    ...taken(['decision-drafted'], 'signer'),
    to: 'decided',
    notBy: 'draft-decision',
  },
]

const OPEN = [
  'submitted',
  'returned',
  'closing-proposed',
  'in-assessment',
  'awaiting-decision',
  'decision-drafted',
]

/** Filed, examined, asked about, decided, or left unexamined: every kind of step there is. */
export const toyLife: Life = {
  ...applied,
  states: [
    ...SENT_IN,
    state('returned', 'with-person', { owner: 'applicant', clock: 'correction' }),
    state('closing-proposed', 'examined', { owner: 'case-officer', clock: 'closing' }),
    state('in-assessment', 'with-others', { owner: 'expert', clock: 'scoring' }),
    state('awaiting-decision', 'deciding', { owner: 'case-officer', clock: 'decision' }),
    ...SETTLED,
  ],
  steps: [
    ...applying(OPEN, ['applicant', 'system']),
    {
      code: 'announce-discard',
      kind: 'lapse',
      does: 'give-notice',
      ...taken(['draft'], 'system'),
      notice: 'draft-notice',
      whole: 'draft-idle',
      of: 'discard',
    },
    {
      code: 'accept',
      kind: 'ask',
      ...taken(['submitted'], 'case-officer'),
      to: 'in-assessment',
      asks: [
        { kind: 'points', step: 'score', clock: 'scoring' },
        { kind: 'opinion', step: 'give-opinion', clock: 'objection' },
      ],
    },
    { code: 'return', kind: 'return', ...taken(['submitted'], 'case-officer'), to: 'returned' },
    {
      code: 'resubmit',
      kind: 'file',
      ...taken(['returned', 'closing-proposed'], 'applicant'),
      to: 'submitted',
    },
    {
      code: 'propose-closing',
      kind: 'lapse',
      does: 'propose',
      ...taken(['returned'], 'system'),
      to: 'closing-proposed',
      outcome: 'left-unexamined',
      after: { term: 'correction' },
    },
    {
      code: 'ask-back',
      kind: 'reopen',
      ...taken(['closing-proposed'], 'case-officer', 'head'),
      of: 'propose-closing',
    },
    {
      code: 'take-back',
      kind: 'reopen',
      ...taken(['closing-proposed'], 'head', 'case-officer'),
      of: 'propose-closing',
      confirms: 'ask-back',
    },
    {
      code: 'close-unexamined',
      kind: 'decide',
      ...taken(['closing-proposed'], 'case-officer'),
      to: 'decided',
      after: { term: 'closing' },
    },
    {
      code: 'score',
      kind: 'answer',
      ...taken(['in-assessment'], 'expert', 'body-supervisor'),
      to: 'awaiting-decision',
      corrects: ['expert', 'body-supervisor'],
    },
    {
      code: 'give-opinion',
      kind: 'answer',
      ...taken(['in-assessment'], 'objection-officer'),
      to: 'awaiting-decision',
    },
    {
      code: 'note-silence',
      kind: 'lapse',
      does: 'note-silence',
      ...taken(['in-assessment'], 'system'),
      to: 'awaiting-decision',
      answers: 'give-opinion',
      after: { term: 'objection' },
      shown: 'office',
    },
    {
      code: 'extend',
      kind: 'extend',
      ...taken(['in-assessment', 'awaiting-decision', 'decision-drafted'], 'case-officer'),
    },
    ...drafting('submitted', 'awaiting-decision'),
    telling('applicant'),
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
  ...applied,
  states: [...SENT_IN, ...SETTLED],
  steps: [
    ...applying(['submitted', 'decision-drafted'], ['applicant']),
    ...drafting('submitted'),
    telling('applicant'),
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
    state('opened', 'examined', { owner: 'case-officer', clock: 'hearing' }),
    state('hearing', 'with-person', { owner: 'holder', clock: 'hearing' }),
    state('proposed', 'deciding', { owner: 'signer', clock: 'hearing' }),
    state('decided', 'ended'),
    state('dropped', 'ended'),
  ],
  steps: [
    { code: 'begin', kind: 'begin', ...taken([], 'case-officer'), to: 'opened' },
    {
      code: 'propose-annulment',
      kind: 'propose',
      ...taken(['opened'], 'case-officer'),
      to: 'hearing',
      outcomes: ['annulled'],
      asks: [
        {
          kind: 'reply',
          step: 'reply',
          of: 'holder',
          clock: 'hearing',
          unless: { test: 'no-hearing-asked' },
        },
      ],
      shown: 'person',
    },
    {
      code: 'reply',
      kind: 'answer',
      ...taken(['hearing'], 'holder', 'case-officer'),
      to: 'proposed',
      shown: 'person',
    },
    {
      code: 'end-hearing',
      kind: 'lapse',
      does: 'note-silence',
      ...taken(['hearing'], 'system'),
      to: 'proposed',
      answers: 'reply',
      after: { term: 'hearing' },
    },
    { code: 'send-back', kind: 'send-back', ...taken(['proposed'], 'signer', 'head') },
    {
      code: 'annul',
      kind: 'decide',
      ...taken(['hearing', 'proposed'], 'signer'),
      to: 'decided',
      notBy: 'propose-annulment',
      after: { term: 'hearing', unless: { test: 'heard' } },
      needs: [{ test: 'status-in-force' }],
    },
    telling('holder'),
    {
      code: 'drop-annulment',
      kind: 'end',
      ...taken(['opened', 'hearing', 'proposed'], 'case-officer', 'signer'),
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
