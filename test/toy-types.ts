import type { CaseType, Block, FormField } from '#core/policy/case-type.ts'
import { annulmentLife, comfortLife, toyLife } from '#test/toy-lives.ts'
import { PROVISIONAL, say } from '#test/toy-rules.ts'

/** Recognition with its whole life, a letter with a short one, and a case about what they gave. */
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

/** Recognition with the questions that the toy scoring reads, and every kind of step there is. */
export const toyType: CaseType = {
  code: 'recognition',
  version: 1,
  title: say('Recognition'),
  numberPrefix: 'TOY',
  procedure: 'toy',
  scoring: 'toy-points',
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
  ...toyLife,
  letters: [
    {
      code: 'received',
      on: 'submit',
      subject: say('We have {number}'),
      body: say('You hear from us by {dueOn}: {link}'),
      basis: PROVISIONAL,
    },
  ],
  basis: PROVISIONAL,
}

const { scoring: _scoring, ...unscored } = toyType

/** A letter of comfort: two blocks, no points, and straight to the decision. */
export const comfortType: CaseType = {
  ...unscored,
  code: 'letter-of-comfort',
  title: say('Letter of comfort'),
  numberPrefix: 'LOC',
  procedure: 'comfort',
  blocks: [
    block('person', [
      ...NAMED,
      field('born-on', 'date', { required: false, means: 'birth-date' }),
      field('citizenships', 'countries', { required: false, means: 'citizenships' }),
    ]),
    block('purpose', [field('purpose', 'long-text', { max: 500 })]),
  ],
  checklist: [],
  ...comfortLife,
  letters: [],
}

const { clock: _clock, ...untimed } = unscored

/** About a status: an official begins it and proposes, the holder is heard, another decides. */
export const toyAnnulment: CaseType = {
  ...untimed,
  code: 'annulment',
  title: say('Annulment'),
  numberPrefix: 'ANN',
  blocks: [],
  checklist: [],
  letters: [],
  ...annulmentLife,
}

export const toyTypes = [toyType, comfortType, toyAnnulment] as const
