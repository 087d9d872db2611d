import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { CaseType, Block, DocumentRule, FormField } from '#core/policy/case-type.ts'
import { problemsOfType } from '#core/policy/check.ts'
import type { Procedure } from '#core/policy/procedure.ts'
import type { Fact, Scoring } from '#core/policy/scoring.ts'
import { comfortProcedure, say, toyLaws, toyProcedure, toyScoring } from '#test/toy-rules.ts'
import { toyStatus } from '#test/toy-status.ts'
import { block, comfortType, field, toyAnnulment, toyType, toyTypes } from '#test/toy-types.ts'

type Law = { readonly procedure: Procedure; readonly scoring?: Scoring }
const problems = (type: CaseType, law: Law) =>
  problemsOfType(type, { ...beside, ...law }).map(
    ({ path, reason }) => `${path.join('.')}: ${reason}`,
  )

const found = (said: Partial<CaseType>, law: Partial<Law> = {}) =>
  problems({ ...toyType, ...said }, { procedure: toyProcedure, scoring: toyScoring, ...law })

const beside = { laws: toyLaws, statuses: [toyStatus], types: toyTypes }

const withField = (code: string, said: Partial<FormField>) =>
  found({
    blocks: toyType.blocks.map((each) => ({
      ...each,
      fields: each.fields.map((one) => (one.code === code ? { ...one, ...said } : one)),
    })),
  })

const withBlock = (added: Block) => found({ blocks: [...toyType.blocks, added] })

const withDocument = (index: number, said: Partial<DocumentRule>) =>
  found({
    checklist: toyType.checklist.map((rule, at) => (at === index ? { ...rule, ...said } : rule)),
  })

const withFact = (index: number, from: Fact['from']) =>
  found(
    {},
    {
      scoring: {
        ...toyScoring,
        facts: toyScoring.facts.map((each, at) => (at === index ? { ...each, from } : each)),
      },
    },
  )

test('types are data: what is applied for and what is about a status mean what they say', () => {
  const laws = new Map<CaseType, Law>([
    [toyType, { procedure: toyProcedure, scoring: toyScoring }],
    [comfortType, { procedure: comfortProcedure }],
    [toyAnnulment, { procedure: toyProcedure }],
  ])
  for (const [type, law] of laws) deepEqual(problems(type, law), [], type.code)
})

test('a type has the procedure and the scoring of the families that it names', () => {
  deepEqual(found({ procedure: 'comfort' }), ['procedure: toy-2026 is of the family toy'])
  deepEqual(found({ scoring: 'other' }), ['scoring: toy-points-2026 is not of the family other'])
})

test('whoever scores is a body of the procedure', () => {
  const scoring = {
    ...toyScoring,
    criteria: toyScoring.criteria.map((each) => ({ ...each, scoredBy: 'gone' })),
    fields: toyScoring.fields.map((each) => ({ ...each, body: 'lost' })),
  }
  const absent = (body: string) =>
    `scoring: toy-points-2026 names the body ${body}, which toy-2026 does not have`
  deepEqual(found({}, { scoring }), [absent('lost'), absent('gone')])
})

test('points refuse by one ground of the procedure', () => {
  const grounds = toyProcedure.grounds.filter(({ code }) => code !== 'R1')
  deepEqual(found({}, { procedure: { ...toyProcedure, grounds } }), [
    'scoring: 0 grounds of toy-2026 hold by points-below-pass-mark, not exactly one',
  ])
})

test('a type that is scored asks for points, and one that asks for points is scored', () => {
  const { scoring: _scoring, ...unscored } = toyType
  const law = { procedure: toyProcedure }
  deepEqual(
    [...new Set(problems(unscored, law).map((each) => each.replace(/^.*?: /, '')))],
    [
      'field asks for a field of activity, and the type names no scoring that has any',
      'recognition asks for points, and names no scoring',
      'R1 follows from points, and recognition names no scoring',
    ],
  )
  const scored = { ...toyAnnulment, scoring: 'toy-points' }
  deepEqual(problems(scored, { ...law, scoring: { ...toyScoring, facts: [], criteria: [] } }), [
    'scoring: annulment is scored by toy-points-2026, and asks nobody for points',
  ])
})

test('whoever is asked for an opinion is a body of the procedure, and its silence means something', () => {
  const { objectionBodies: _bodies, silenceOfObjectionBody: _silence, ...alone } = toyProcedure
  const steps = toyType.steps.map(({ code }) => code)
  const place = (code: string) => `steps.${steps.indexOf(code)}`
  deepEqual(found({}, { procedure: { ...alone, bodies: toyProcedure.bodies } }), [
    `${place('accept')}.asks.1: toy-2026 names nobody to be asked for opinion`,
    `${place('note-silence')}: note-silence notes silence, and toy-2026 does not say what it means`,
  ])
})

test('who gives a status is named by the procedure', () => {
  const { decisionBody: _body, ...procedure } = toyProcedure
  const [problem, ...others] = found({}, { procedure })
  ok(problem?.endsWith('papers say who gives a recognition, and toy-2026 names no decisionBody'))
  deepEqual(others, [])
})

test('a block that does not repeat has exactly one item', () => {
  const one = [field('surname', 'name')]
  const wrong = 'blocks.6.repeats: a block that does not repeat has exactly one item'
  deepEqual(withBlock(block('more', one)), [])
  deepEqual(withBlock(block('more', one, { itemsMin: 0 })), [wrong])
  deepEqual(withBlock(block('more', one, { itemsMax: 2 })), [wrong])
  const turned = { repeats: true, itemsMin: 3, itemsMax: 2 }
  deepEqual(withBlock(block('more', one, turned)), [
    'blocks.6.itemsMin: the least is more than the most',
  ])
  deepEqual(withBlock(block('person', one)), ['blocks.6: person is there already'])
  deepEqual(withBlock(block('more', [...one, ...one])), [
    'blocks.6.fields.1: surname is there already',
  ])
})

test('a choice has options, and only dates are past or follow another date', () => {
  const options = 'a choice has options, and nothing else has'
  deepEqual(withField('kind', { options: [] })[0], `blocks.4.fields.0.options: ${options}`)
  deepEqual(withField('school', { options: [{ code: 'a', label: say('a') }] }), [
    `blocks.2.fields.1.options: ${options}`,
  ])
  deepEqual(withField('school', { when: 'past' }), [
    'blocks.2.fields.1.when: only a date is past or future',
  ])
  for (const [block, name] of [
    [undefined, 'gone'],
    [undefined, 'in-field'],
    ['person', 'surname'],
    ['languages', 'level'],
  ] as const) {
    const place = { ...(block === undefined ? {} : { block }), field: name }
    deepEqual(withField('to', { notBefore: [place] }), [
      `blocks.3.fields.2.notBefore: ${block ?? 'here'}.${name} is no date for this date to come after`,
    ])
  }
  deepEqual(withField('to', { notBefore: [{ block: 'person', field: 'born-on' }] }), [])
  deepEqual(withField('school', { length: 7 }), [
    'blocks.2.fields.1.length: only a number of a document always has as many characters',
  ])
  deepEqual(withField('school', { without: say('None') }), [
    'blocks.2.fields.1.without: only a date can be absent',
  ])
})

test('a question that must be answered says what to do, and a name what it is written from', () => {
  const { missing: _none, ...silent } = field('more', 'cefr')
  deepEqual(withBlock(block('more', [silent])), [
    'blocks.6.fields.0.missing: a question that must be answered says what to do where it is not',
  ])
  deepEqual(withBlock(block('more', [field('more', 'text', { label: say('When?') })])), [
    'blocks.6.fields.0.name: a question has a name for the sentences about its answer',
  ])
  const named = { label: say('When?'), name: say('The day') }
  deepEqual(withBlock(block('more', [field('more', 'text', named)])), [])
  const letters = field('letters', 'machine-name', { machineNameOf: 'more' })
  deepEqual(withBlock(block('more', [field('more', 'text'), letters])), [
    'blocks.6.fields.1.machineNameOf: more is no name here to be written in machine letters',
  ])
  deepEqual(withBlock(block('more', [field('more', 'name'), letters])), [])
  deepEqual(withBlock(block('more', [field('more', 'cefr')], { differIn: 'gone' })), [
    'blocks.6.differIn: gone is not asked here',
  ])
})

test('who may apply is asked of an answer that somebody gives once', () => {
  const rule = (when: CaseType['applicants'][number]['when']) =>
    found({
      applicants: [
        { code: 'rule', when, stops: true, words: say('No'), basis: { '*': 'provisional' } },
      ],
    })
  const person = { block: 'person', field: 'citizenships' }
  deepEqual(rule({ ...person, is: ['AZE'] }), [])
  deepEqual(rule({ ...person, is: ['ATL'] }), [
    'applicants.0.when.requiredWhen: citizenships is never answered ATL',
  ])
  deepEqual(rule({ block: 'languages', field: 'language', is: ['az'] }), [
    'applicants.0.when.requiredWhen: languages repeats, and only its first item would be read',
  ])
  deepEqual(rule({ ...person, youngerThan: 18 }), ['applicants.0.when: citizenships is no date'])
  deepEqual(rule({ block: 'person', field: 'born-on', youngerThan: 18 }), [])
})

test('a condition asks for an answer that somebody can give', () => {
  const shown = (shownWhen: NonNullable<FormField['shownWhen']>) =>
    withField('citizenships', { shownWhen })
  const at = 'blocks.0.fields.5.shownWhen'
  deepEqual(shown({ field: 'gone', is: ['no'] }), [`${at}: here.gone is not asked`])
  deepEqual(shown({ block: 'gone', field: 'x', is: ['no'] }), [`${at}: gone.x is not asked`])
  deepEqual(shown({ field: 'stateless', is: ['perhaps'] }), [
    `${at}: stateless is never answered perhaps`,
  ])
  deepEqual(shown({ block: 'field', field: 'field', is: ['bridges'] }), [])
  deepEqual(shown({ block: 'languages', field: 'level', is: ['c2'] }), [
    `${at}: languages repeats, and only its first item would be read`,
  ])
})

test('documents are asked for by blocks and answers there are, and prove every criterion', () => {
  deepEqual(withDocument(1, { whenAny: 'gone' }), ['checklist.1.whenAny: there is no block gone'])
  deepEqual(withDocument(3, { requiredWhen: { field: 'stateless', is: ['yes'] } }), [
    'checklist.3.requiredWhen: here.stateless is not asked',
  ])
  deepEqual(withDocument(0, { code: 'diploma' }), ['checklist.1: diploma is there already'])
  deepEqual(found({ checklist: toyType.checklist.slice(0, 2) }), [
    'checklist: reference, which proves EXP, is absent',
  ])
})

test('facts are read from what is asked, and look for answers that can be given', () => {
  const [months, level] = toyScoring.facts
  ok(months?.from.kind === 'months' && level?.from.kind === 'best')
  const cases = [
    [withFact(0, { ...months.from, block: 'gone' }), 'is read from no block gone'],
    [withFact(0, { ...months.from, start: 'gone' }), 'reads experience.gone, which is not asked'],
    [withFact(0, { ...months.from, end: 'gone' }), 'reads experience.gone, which is not asked'],
    [
      withFact(0, { ...months.from, where: { field: 'gone', is: ['yes'] } }),
      'reads experience.gone, which is not asked',
    ],
  ] as const
  for (const [problems, reason] of cases) deepEqual(problems, [`blocks: the fact months ${reason}`])
  deepEqual(withFact(0, { ...months.from, where: { field: 'in-field', is: ['perhaps'] } }), [
    'blocks: in-field is never answered perhaps',
  ])
  deepEqual(withFact(1, { ...level.from, order: ['6', '9'] }), [
    'blocks: level is never answered 9',
  ])
  deepEqual(withFact(1, { kind: 'answer', block: 'education', field: 'level' }), [
    'blocks: the fact level is one answer, and education repeats',
  ])
})

test('where a body is chosen by field, the field is asked once and must be answered', () => {
  const once = 'blocks: the field of activity is asked once, and has an answer'
  deepEqual(withField('field', { kind: 'text' }), [once])
  deepEqual(withField('field', { required: false }), [once])
  deepEqual(withBlock(block('again', [field('field', 'field')])), [once])
})

test('a letter has the same places in every language, and all of them are filled', () => {
  const [letter] = toyType.letters
  ok(letter)
  deepEqual(found({ letters: [{ ...letter, subject: say('About {case}') }] }), [
    'letters.0.subject.az: nothing fills {case}',
    'letters.0.subject.tr: nothing fills {case}',
    'letters.0.subject.en: nothing fills {case}',
    'letters.0.subject.ru: nothing fills {case}',
  ])
  deepEqual(found({ letters: [{ ...letter, subject: { ...say('{number}'), tr: 'Konu' } }] }), [
    'letters.0.subject.tr: other places for values than in az',
  ])
})

test('the letter to whoever sends something in tells a day only where a clock counts one', () => {
  const [letter] = toyType.letters
  ok(letter)
  const { clock: _clock, ...unclocked } = toyType
  const told = [{ ...letter, body: say('By {dueOn}.') }]
  const alone = { procedure: toyProcedure, scoring: toyScoring }
  const reasons = problems({ ...unclocked, letters: told }, alone)
  ok(
    reasons.includes(
      'letters.0.body: the letter on submit tells {dueOn}, which nothing counts: name the term of the whole case under clock, or take {dueOn} out',
    ),
    reasons.join('\n'),
  )
  deepEqual(found({ letters: told }), [])
})

test('a letter goes out once on a step that there is, to whoever reads of it', () => {
  const [letter] = toyType.letters
  ok(letter)
  const again = { ...letter, code: 'again' }
  const cases = [
    [
      [letter, letter],
      ['letters.1: received is there already', 'letters.1.on: another letter'],
    ],
    [[letter, again], ['letters.1.on: another letter goes out on submit']],
    [[{ ...letter, on: 'gone' }], ['letters.0.on: gone is no step of this type']],
    [[{ ...letter, on: 'taken-over' }], ['letters.0.on: nobody takes over here']],
    [[{ ...letter, on: 'score' }], ['letters.0.on: the person does not read that score was taken']],
    [
      [{ ...letter, when: { outcome: 'gone' } }],
      ['letters.0.when: gone is no outcome of this type'],
    ],
    [
      [
        { ...letter, on: 'sign', when: { outcome: 'refused' } },
        { ...again, on: 'sign' },
      ],
      [],
    ],
  ] as const
  for (const [letters, reasons] of cases) {
    const problems = found({ letters })
    equal(problems.length, reasons.length, problems.join('\n'))
    reasons.forEach((reason, index) => ok(problems[index]?.startsWith(reason), problems[index]))
  }
})

test('no two questions mean the same, and a holder can be named', () => {
  const means = withField('school', { means: 'surname' })
  deepEqual(means, ['blocks.2.fields.1.means: surname is what person.surname means'])
  const { blocks } = toyType
  deepEqual(
    found({ blocks: blocks.map((each) => ({ ...each, repeats: true, itemsMax: 2 })) }).at(-1),
    NAMELESS,
  )
  const gives = toyType.outcomes.map((each) => ({ ...each, effects: [] }))
  const nameless = blocks.map((each) => ({
    ...each,
    fields: each.fields.filter(({ means }) => means !== 'document-number'),
  }))
  deepEqual(found({ blocks: nameless }), [NAMELESS])
  deepEqual(found({ blocks: nameless, outcomes: gives }), [])
})

test('how long is asked once in whole numbers, and from when by a date', () => {
  const [first] = toyType.outcomes
  ok(first)
  const wanted = { answer: 'requested-days', unit: 'calendar-days', after: 'stay-ends' } as const
  const effects = [{ effect: 'issue', status: 'recognition', for: wanted }] as const
  const outcomes = toyType.outcomes.map((each) => (each === first ? { ...each, effects } : each))
  const asked = (...kinds: readonly ('date' | 'text' | 'whole-number')[]) => {
    const [days = 'whole-number', ends = 'date'] = kinds
    const fields = [
      field('days', days, { means: 'requested-days' }),
      field('ends', ends, { means: 'stay-ends' }),
    ]
    return found({ blocks: [...toyType.blocks, block('stay', fields)], outcomes })
  }
  const by = 'asked once of everybody who is given recognition, means'
  deepEqual(asked(), [])
  deepEqual(asked('text'), [
    `blocks: no question, ${by} requested-days and is answered in whole numbers`,
  ])
  deepEqual(asked('whole-number', 'text'), [`blocks: no date, ${by} stay-ends`])
  const onward = toyType.outcomes.map((each) => ({
    ...each,
    effects: each.effects.map((effect) =>
      effect.effect === 'issue' ? { ...effect, for: { after: 'stay-ends' as const } } : effect,
    ),
  }))
  const going = (kind: 'date' | 'text') =>
    found({
      blocks: [...toyType.blocks, block('stay', [field('ends', kind, { means: 'stay-ends' })])],
      outcomes: onward,
    })
  deepEqual(going('date'), [], 'as long as its kind, from there')
  deepEqual(going('text'), [`blocks: no date, ${by} stay-ends`])
})

const NAMELESS =
  'blocks: no question, asked once, means document-number, and a status names its holder by it'

test('a tariff of the procedure has a price for how long each thing is asked for', () => {
  const upTo = { length: 3, unit: 'months' } as const
  const duty = {
    code: 'duty',
    title: say('Duty'),
    currency: 'AZN',
    tiers: [{ code: 'normal', term: 'decision' }],
    rows: [{ upTo, adult: { normal: 30 }, minor: { normal: 15 } }],
    basis: { '*': 'provisional' },
  }
  const procedure = { ...toyProcedure, tariffs: [duty] }
  const asking = (unit: 'months' | 'years') =>
    toyType.outcomes.map((each) => ({
      ...each,
      effects: each.effects.map((effect) =>
        effect.effect === 'issue'
          ? { ...effect, for: { answer: 'requested-term' as const, unit } }
          : effect,
      ),
    }))
  const priced = (unit: 'months' | 'years', tariff = 'duty') =>
    found({ tariff, outcomes: asking(unit) }, { procedure }).filter((text) =>
      text.startsWith('tariff'),
    )
  deepEqual(priced('months'), [])
  deepEqual(priced('months', 'gone'), [`tariff: ${toyProcedure.id} has no tariff gone`])
  const [unpriced = ''] = priced('years')
  ok(/duty has no price for how long a .+ is asked for/.test(unpriced), unpriced)
})
