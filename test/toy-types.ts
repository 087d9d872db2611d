import type { ActionRule, Lifecycle, StateRule } from '#core/lifecycle/lifecycle.ts'
import type { ApplicationType, Block, FormField } from '#core/policy/application-type.ts'
import { say } from '#test/toy-rules.ts'

/** Two types of application: recognition with its whole life, and a letter with a short one. */
const PROVISIONAL = { '*': 'provisional' }

type Said<Entry> = Partial<Entry>

export const field = (
  code: string,
  kind: FormField['kind'],
  said: Said<FormField> = {},
): FormField => ({
  code,
  label: say(code),
  kind,
  required: true,
  missing: say(`Answer ${code}`),
  privacy: 'sealed',
  basis: PROVISIONAL,
  ...said,
})

export const block = (code: string, fields: Block['fields'], said: Said<Block> = {}): Block => ({
  code,
  title: say(code),
  repeats: false,
  itemsMin: 1,
  itemsMax: 1,
  fields,
  basis: PROVISIONAL,
  ...said,
})

const NAMED: Block['fields'] = [
  field('surname', 'name', { means: 'surname' }),
  field('given-names', 'name', { required: false, means: 'given-names' }),
  field('paper', 'document-number', { required: false, means: 'document-number' }),
]

const LIST = { repeats: true, itemsMin: 0, itemsMax: 5 }
const OPTIONS = ['patent', 'award'].map((code) => ({ code, label: say(code) }))

const states = (rows: readonly (readonly [string, string?, string?])[]): Lifecycle['states'] =>
  rows.map(([state, owner, term]) => ({
    state: state as StateRule['state'],
    stage: stageOf(state, owner),
    ...(owner === undefined ? {} : { owner: owner as NonNullable<StateRule['owner']> }),
    ...(term === undefined ? {} : { term: term as NonNullable<StateRule['term']> }),
    ends: owner === undefined,
    basis: PROVISIONAL,
  }))

const stageOf = (state: string, owner: string | undefined): StateRule['stage'] => {
  if (owner === undefined) return 'ended'
  if (state === 'draft') return state
  return owner === 'applicant' ? 'with-person' : 'examined'
}

const KINDS: Readonly<Record<string, ActionRule['kind']>> = {
  begin: 'begin',
  submit: 'file',
  resubmit: 'file',
  return: 'return',
  accept: 'ask',
  score: 'answer',
  extend: 'extend',
  'draft-decision': 'propose',
  'send-back': 'send-back',
  sign: 'decide',
  discard: 'end',
  withdraw: 'end',
  expire: 'lapse',
}

/** Each row: the action, where from, by whom, where to, and whose second it is. */
const actions = (
  rows: readonly (readonly [string, string, string, string, string?])[],
): Lifecycle['actions'] =>
  rows.map(([action, from, by, to, notBy]) => ({
    action: action as ActionRule['action'],
    kind: KINDS[action] ?? 'say',
    from: words(from) as ActionRule['from'],
    by: words(by) as ActionRule['by'],
    to: words(to) as ActionRule['to'],
    ...(notBy === undefined ? {} : { notBy: notBy as NonNullable<ActionRule['notBy']> }),
    basis: PROVISIONAL,
  }))

const words = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '')

const recognition: Lifecycle = {
  states: states([
    ['draft', 'applicant', 'draft-notice'],
    ['submitted', 'case-officer', 'completeness'],
    ['returned', 'applicant', 'correction'],
    ['closing-proposed', 'case-officer', 'closing'],
    ['in-assessment', 'expert', 'scoring'],
    ['awaiting-decision', 'case-officer', 'decision'],
    ['decision-drafted', 'signer', 'decision'],
    ['recognised', 'system', 'status-validity'],
    ['annulment-proposed', 'signer', 'hearing'],
    ['death-reported', 'signer', 'death-report'],
    ['discarded'],
    ['withdrawn'],
    ['left-unexamined'],
    ['refused'],
    ['annulled'],
    ['expired'],
    ['holder-deceased'],
  ]),
  actions: actions([
    ['begin', '', 'applicant', 'draft'],
    ['discard', 'draft', 'applicant system', 'discarded'],
    ['submit', 'draft', 'applicant', 'submitted'],
    [
      'withdraw',
      'submitted returned closing-proposed in-assessment awaiting-decision decision-drafted',
      'applicant',
      'withdrawn',
    ],
    ['accept', 'submitted', 'case-officer', 'in-assessment'],
    ['return', 'submitted', 'case-officer', 'returned'],
    ['resubmit', 'returned closing-proposed', 'applicant', 'submitted'],
    ['propose-closing', 'returned', 'system', 'closing-proposed'],
    ['close-unexamined', 'closing-proposed', 'case-officer', 'left-unexamined'],
    ['score', 'in-assessment', 'expert body-supervisor', 'in-assessment awaiting-decision'],
    ['give-opinion', 'in-assessment', 'objection-officer', 'in-assessment awaiting-decision'],
    ['note-silence', 'in-assessment', 'system', 'in-assessment awaiting-decision'],
    [
      'extend',
      'in-assessment awaiting-decision decision-drafted',
      'case-officer',
      'in-assessment awaiting-decision decision-drafted',
    ],
    ['draft-decision', 'submitted awaiting-decision', 'case-officer', 'decision-drafted'],
    ['send-back', 'decision-drafted', 'signer head', 'awaiting-decision submitted'],
    ['sign', 'decision-drafted', 'signer', 'recognised refused', 'draft-decision'],
    ['propose-annulment', 'recognised', 'case-officer', 'annulment-proposed'],
    ['drop-annulment', 'annulment-proposed', 'case-officer signer', 'recognised'],
    ['annul', 'annulment-proposed', 'signer', 'annulled', 'propose-annulment'],
    ['report-death', 'recognised', 'case-officer', 'death-reported'],
    ['dismiss-death-report', 'death-reported', 'case-officer signer', 'recognised'],
    ['confirm-death', 'death-reported', 'signer', 'holder-deceased', 'report-death'],
    ['expire', 'recognised annulment-proposed death-reported', 'system', 'expired'],
    ['announce-discard', 'draft', 'system', 'draft'],
  ]),
}

/** Recognition with the questions that the toy rules read, and every state and action there is. */
export const toyType: ApplicationType = {
  code: 'recognition',
  version: 1,
  title: say('Recognition'),
  numberPrefix: 'TOY',
  ruleFamily: 'toy',
  fileBytesMax: 1000,
  caseBytesMax: 10_000,
  filesMax: 5,
  blocks: [
    block('person', [
      ...NAMED,
      field('born-on', 'date', { when: 'past', means: 'birth-date' }),
      field('stateless', 'yes-no', { privacy: 'readable' }),
      field('citizenships', 'countries', {
        shownWhen: { field: 'stateless', is: ['no'] },
        means: 'citizenships',
      }),
    ]),
    block('field', [field('field', 'field', { privacy: 'readable' })]),
    block('education', [field('level', 'education'), field('school', 'text')], LIST),
    block(
      'experience',
      [
        field('in-field', 'yes-no'),
        field('from', 'month', { when: 'past' }),
        field('to', 'month', { required: false, notBefore: [{ field: 'from' }] }),
      ],
      LIST,
    ),
    block(
      'achievements',
      [field('kind', 'choice', { options: OPTIONS }), field('title', 'text')],
      LIST,
    ),
    block('languages', [field('language', 'language'), field('level', 'cefr')], LIST),
  ],
  applicants: [],
  checklist: [
    {
      code: 'passport',
      title: say('Passport'),
      required: true,
      accepts: ['pdf'],
      filesMax: 1,
      basis: PROVISIONAL,
    },
    {
      code: 'diploma',
      title: say('Diploma'),
      required: true,
      whenAny: 'education',
      accepts: ['pdf'],
      filesMax: 3,
      basis: PROVISIONAL,
    },
    {
      code: 'reference',
      title: say('Reference'),
      required: false,
      accepts: ['pdf', 'jpeg'],
      filesMax: 3,
      basis: PROVISIONAL,
    },
    {
      code: 'stateless-paper',
      title: say('Paper of a stateless person'),
      required: false,
      requiredWhen: { block: 'person', field: 'stateless', is: ['yes'] },
      accepts: ['pdf'],
      filesMax: 1,
      basis: PROVISIONAL,
    },
  ],
  lifecycle: recognition,
  letters: [
    {
      code: 'received',
      on: 'application-submitted',
      subject: say('We have {number}'),
      body: say('You hear from us by {dueOn}: {link}'),
      basis: PROVISIONAL,
    },
  ],
  basis: PROVISIONAL,
}

/** A letter of comfort: two blocks, no criteria, and from acceptance straight to the decision. */
export const comfortType: ApplicationType = {
  ...toyType,
  code: 'letter-of-comfort',
  title: say('Letter of comfort'),
  numberPrefix: 'LOC',
  ruleFamily: 'comfort',
  blocks: [
    block('person', [
      ...NAMED,
      field('born-on', 'date', { required: false, means: 'birth-date' }),
      field('citizenships', 'countries', { required: false, means: 'citizenships' }),
    ]),
    block('purpose', [field('purpose', 'long-text', { max: 500 })]),
  ],
  checklist: [],
  lifecycle: {
    states: states([
      ['draft', 'applicant', 'draft-notice'],
      ['submitted', 'case-officer', 'completeness'],
      ['awaiting-decision', 'case-officer', 'decision'],
      ['decision-drafted', 'signer', 'decision'],
      ['recognised', 'system', 'status-validity'],
      ['discarded'],
      ['withdrawn'],
      ['refused'],
      ['expired'],
    ]),
    actions: actions([
      ['begin', '', 'applicant', 'draft'],
      ['discard', 'draft', 'applicant system', 'discarded'],
      ['submit', 'draft', 'applicant', 'submitted'],
      ['withdraw', 'submitted awaiting-decision decision-drafted', 'applicant', 'withdrawn'],
      ['accept', 'submitted', 'case-officer', 'awaiting-decision'],
      ['draft-decision', 'awaiting-decision', 'case-officer', 'decision-drafted'],
      ['send-back', 'decision-drafted', 'signer head', 'awaiting-decision'],
      ['sign', 'decision-drafted', 'signer', 'recognised refused', 'draft-decision'],
      ['expire', 'recognised', 'system', 'expired'],
    ]),
  },
  letters: [],
}
