import type { AskRule, Life } from '#core/cases/life.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { outcome, role, state, taken } from '#test/life-parts.ts'
import { PROVISIONAL, say } from '#test/toy-rules.ts'
import { comfortType } from '#test/toy-types.ts'

/**
 * What somebody complains of: a council votes on it, its secretary proposes what most are for,
 * another person decides, and officials record that it was carried out.
 */
const SECRETARY = 'council-secretary'
const OPEN = ['submitted', 'voting', 'voted', 'drafted']

/** Where nothing was granted, nothing has to be carried out. */
const carriedOut = (step: string, ...options: readonly string[]): AskRule => ({
  kind: 'record',
  step,
  of: 'case-officer',
  clock: 'closing',
  options: options.map((code) => ({ code, title: say(code) })),
  unless: { test: 'proposed', outcome: 'rejected' },
})

const councilLife: Life = {
  roles: [role('applicant')],
  begins: { by: ['applicant'], basis: PROVISIONAL },
  clock: { term: 'decision', extension: 'extension' },
  states: [
    state('draft', 'draft', { owner: 'applicant', clock: 'draft-notice' }),
    state('submitted', 'examined', { owner: SECRETARY, clock: 'completeness' }),
    state('voting', 'with-others', { owner: 'council-member', clock: 'objection' }),
    state('voted', 'deciding', { owner: SECRETARY, clock: 'decision' }),
    state('drafted', 'deciding', { owner: 'signer', clock: 'decision' }),
    state('granting', 'carrying-out', { owner: 'case-officer' }),
    state('decided', 'ended'),
    state('discarded', 'ended'),
    state('withdrawn', 'ended'),
  ],
  steps: [
    { code: 'begin', kind: 'begin', ...taken([], 'applicant'), to: 'draft' },
    { code: 'discard', kind: 'end', ...taken(['draft'], 'applicant'), to: 'discarded' },
    { code: 'submit', kind: 'file', ...taken(['draft'], 'applicant'), to: 'submitted' },
    { code: 'withdraw', kind: 'end', ...taken(OPEN, 'applicant'), to: 'withdrawn' },
    {
      code: 'call-vote',
      kind: 'ask',
      ...taken(['submitted', 'voted'], SECRETARY),
      to: 'voting',
      asks: [
        {
          kind: 'vote',
          step: 'vote',
          of: 'council-member',
          clock: 'objection',
          outcomes: ['upheld', 'rejected'],
          notBy: 'about',
        },
      ],
    },
    { code: 'vote', kind: 'answer', ...taken(['voting'], 'council-member'), to: 'voted' },
    {
      code: 'close-vote',
      kind: 'lapse',
      does: 'note-silence',
      ...taken(['voting'], 'system'),
      to: 'voted',
      answers: 'vote',
      after: { term: 'objection' },
      shown: 'office',
    },
    {
      code: 'put-down',
      kind: 'propose',
      ...taken(['voted'], SECRETARY),
      to: 'drafted',
      outcomes: ['upheld', 'rejected'],
    },
    { code: 'send-back', kind: 'send-back', ...taken(['drafted'], 'signer') },
    {
      code: 'sign',
      kind: 'decide',
      ...taken(['drafted'], 'signer'),
      to: 'granting',
      notBy: 'put-down',
      asks: [carriedOut('note-duty', 'paid', 'waived'), carriedOut('note-paper', 'handed-over')],
    },
    { code: 'note-duty', kind: 'answer', ...taken(['granting'], 'case-officer'), to: 'decided' },
    { code: 'note-paper', kind: 'answer', ...taken(['granting'], 'case-officer'), to: 'decided' },
    {
      code: 'tell',
      kind: 'tell',
      ...taken(['granting', 'decided'], 'applicant', 'case-officer', 'system'),
    },
  ],
  outcomes: [
    outcome('upheld', { favourable: true, needs: [{ test: 'voted', for: 'upheld' }] }),
    outcome('rejected', { needs: [{ test: 'voted', for: 'rejected' }] }),
  ],
}

export const councilType: CaseType = {
  ...comfortType,
  code: 'toy-complaint',
  title: say('Complaint'),
  numberPrefix: 'CPL',
  ...councilLife,
}
