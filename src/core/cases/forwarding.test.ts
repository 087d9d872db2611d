import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { isAway, liesThere, outOf, type Report } from '#core/cases/away.ts'
import { propose } from '#core/cases/deciding.ts'
import { extend, giveBack, stepOfTime } from '#core/cases/examining.ts'
import { end, resubmit, submit } from '#core/cases/filing.ts'
import { passOn, recall, report } from '#core/cases/forwarding.ts'
import type { StepRule } from '#core/cases/life.ts'
import { openTasks, termOfTask } from '#core/cases/tasks.ts'
import { addDays, isoDate, isoMoment } from '#core/dated.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { problemsOfType } from '#core/policy/check.ts'
import {
  ANA,
  begin,
  contextOf,
  fullAnswers,
  fullDocuments,
  HEAD,
  MONDAY,
  OFFICER,
  PASSPORT,
  recorded,
  recordOf,
  submission,
  take,
  TIME,
  TOY,
  type Case,
} from '#test/toy-case.ts'
import { PROVISIONAL, toyLaws } from '#test/toy-rules.ts'
import { forwardedType } from '#test/toy-forwarding.ts'
import { toyAnnulment, toyType } from '#test/toy-types.ts'

const OPEN = [
  'submitted',
  'returned',
  'closing-proposed',
  'in-assessment',
  'awaiting-decision',
  'decision-drafted',
]

/** The toy type, which another system examines. */
const type = forwardedType(toyType, OPEN)
const law = { ...TOY, type }
const here = (by: typeof ANA, on = MONDAY) => contextOf(by, on, law)

function sentIn(): Case {
  const begun = begin(law)
  const step = submit(begun.now, here(ANA), submission())
  ok(step.ok)
  return recorded(begun, recordOf(step.value, here(ANA)))
}

const said = (as: Report['as'], n: number, more: Partial<Report> = {}): Report => ({
  subject: 'ana',
  as,
  n,
  from: {
    system: 'unified',
    at: isoMoment('2026-04-06T08:00:00.000Z'),
    message: `m-${n}`,
    sha256: 'f'.repeat(64),
  },
  ...more,
})

const hear = (before: Case, ...reports: readonly Report[]): Case =>
  reports.reduce(
    (now, each) =>
      take(now, here(TIME), (standing, context) =>
        report(standing, context, { step: 'hear', service: 'elsewhere', said: each }),
      ),
    before,
  )

const isHeard = ({ now }: Case, each: Report, service = 'elsewhere') => {
  const step = report(now, here(TIME), { step: 'hear', service, said: each })
  return step.ok ? 'heard' : step.refusal.reason
}

const takenBack = (before: Case): Case => {
  const asked = take(before, here(OFFICER), (standing, context) =>
    recall(standing, context, { step: 'ask-for-it', reason: 'Nobody answers.' }),
  )
  return take(asked, here(HEAD), (standing, context) =>
    recall(standing, context, { step: 'take-it', reason: '' }),
  )
}

const consultsIn = ({ history }: Case) => {
  const event = history.at(-1)?.event
  return event && 'consults' in event ? event.consults?.filter(({ does }) => does) : undefined
}

const proposal = { subject: 'ana', outcome: 'refused', grounds: [], reasoning: 'No.' }

test('what is sent in of such a type goes to the system, and of any other stays here', () => {
  const away = sentIn()
  deepEqual(consultsIn(away), [{ subject: 'ana', service: 'elsewhere', does: 'send' }])
  equal(isAway(away.now), true)
  deepEqual(away.now.registers, [], 'it is no register')

  const { examinedBy: _there, ...stays } = type
  const begun = begin({ ...law, type: stays })
  const step = submit(begun.now, contextOf(ANA, MONDAY, { ...law, type: stays }), submission())
  ok(step.ok)
  equal('consults' in step.value.event, false)
})

test('while others examine it nobody proposes, returns or extends here, and time does nothing', () => {
  const { now } = sentIn()
  const refusals = [
    propose(now, here(OFFICER), { step: 'draft-decision', proposals: [proposal] }),
    giveBack(now, here(OFFICER), { step: 'return', marks: [PASSPORT], explanation: 'Look.' }),
  ].map((each) => !each.ok && each.refusal.reason)
  deepEqual(refusals, ['examined-elsewhere', 'examined-elsewhere'])
  equal(extend(now, here(OFFICER), { step: 'extend', reason: 'More.' }).ok, false)
  const returned = wantsMended(sentIn())
  const late = addDays(MONDAY, 200)
  equal(stepOfTime(returned.now, here(TIME, late), MONDAY)?.ok, false)
  equal(openTasks(returned.now, law)[0]?.silence, undefined)
})

test('the case is theirs to decide, ours to show, and over once they have', () => {
  const arrived = hear(sentIn(), said('arrived', 1, { number: 'U-1' }))
  equal(arrived.now.state, 'submitted')
  equal(arrived.now.away[0]?.number, 'U-1')
  deepEqual(consultsIn(arrived), [{ subject: 'ana', service: 'elsewhere', does: 'ask' }])
  equal(arrived.now.moves, sentIn().now.moves, 'no form of before is old')

  const come = hear(arrived, said('come', 2, { note: 'On Monday.' }))
  equal(come.now.state, 'submitted')
  const gives = { number: 'P-1', until: isoDate('2027-04-05') }
  const over = hear(come, said('grants', 3, { on: MONDAY, gives }))
  equal(over.now.state, 'settled-there')
  equal(over.now.decided, undefined, 'nothing was decided here')
  equal(consultsIn(over), undefined)
  deepEqual(
    over.now.away[0]?.reports.map(({ as }) => as),
    ['arrived', 'come', 'grants'],
  )
  deepEqual(openTasks(over.now, law), [])
})

test('while it lies there the officer has no step of theirs, and watches the time of the case', () => {
  const owed = ({ now }: Case, by = law) =>
    openTasks(now, by).map(({ kind, step, ownerRole, counted }) => {
      return [kind, step, ownerRole, counted?.terms.map(({ length }) => length)]
    })
  const statutory = TOY.procedure.terms.find(({ code }) => code === type.clock?.term)
  const watches = ['elsewhere', 'elsewhere', 'case-officer', [statutory?.length]]
  deepEqual(owed(sentIn()), [watches])
  deepEqual(owed(hear(sentIn(), said('arrived', 1))), [watches])
  equal(termOfTask(type, { kind: 'elsewhere', step: 'elsewhere' }), type.clock?.term)

  const { clock: _none, ...untimed } = type
  deepEqual(owed(sentIn(), { ...law, type: untimed }), [
    ['elsewhere', 'elsewhere', 'case-officer', undefined],
  ])
  equal(owed(wantsMended(sentIn()))[0]?.[0], 'next-move', 'the person has to move')
})

test('what is said twice, late, or of what nobody asked there is not heard', () => {
  const arrived = hear(sentIn(), said('arrived', 2, { number: 'U-1' }))
  equal(isHeard(arrived, said('arrived', 2)), 'heard-already')
  equal(isHeard(arrived, said('refuses', 1)), 'heard-already')
  equal(isHeard(arrived, said('refuses', 3), 'another'), 'not-asked')
  equal(isHeard(arrived, said('refuses', 3, { subject: 'ben' })), 'not-asked')
  equal(isHeard(arrived, said('refuses', 3)), 'heard')
  const over = hear(arrived, said('refuses', 3))
  equal(isHeard(over, said('grants', 4)), 'not-in-this-state')
})

const wantsMended = (before: Case): Case => {
  const mend = said('mend', 1, { note: 'Scan it.', marks: [PASSPORT] })
  const heard = hear(before, mend)
  return take(heard, here(TIME), (standing, context) =>
    passOn(standing, context, { step: 'return', said: mend }),
  )
}

test('what they want mended the person mends, and it is sent there again', () => {
  const returned = wantsMended(sentIn())
  equal(returned.now.state, 'returned')
  deepEqual(
    returned.now.marks.map(({ note }) => note),
    [PASSPORT.note],
  )
  const handed = { answers: fullAnswers, documents: fullDocuments }
  const confirmed = ['document.passport']
  const back = take(returned, here(ANA), (standing, context) =>
    resubmit(standing, context, {
      step: 'resubmit',
      corrections: [{ subject: 'ana', before: handed, after: handed, confirmed }],
    }),
  )
  deepEqual(consultsIn(back), [{ subject: 'ana', service: 'elsewhere', does: 'send' }])
  equal(back.now.away[0]?.n, 1, 'what was heard stays heard')
  equal(hear(back, said('grants', 2)).now.state, 'settled-there')
  equal(hear(returned, said('refuses', 2)).now.state, 'settled-there', 'they need not wait for it')
})

test('a mark at what nobody was asked is passed on to nobody', () => {
  const nowhere = {
    kind: 'field',
    block: 'person',
    item: 'gone',
    field: 'surname',
    note: 'X',
  } as const
  for (const marks of [[nowhere], [PASSPORT, nowhere], []]) {
    const mend = said('mend', 1, { note: 'Scan it.', marks })
    const heard = hear(sentIn(), mend)
    equal(passOn(heard.now, here(TIME), { step: 'return', said: mend }).ok, false)
    equal(isAway(heard.now), true)
  }
})

test('whoever takes it back tells the system, and what that still says is of a case that ended', () => {
  const away = hear(sentIn(), said('arrived', 1, { number: 'U-1' }))
  const over = take(away, here(ANA), (standing, context) =>
    end(standing, context, { step: 'withdraw' }),
  )
  deepEqual(consultsIn(over), [{ subject: 'ana', service: 'elsewhere', does: 'withdraw' }])
  equal(isHeard(over, said('grants', 2)), 'not-in-this-state')
})

test('two of the office take it back, and from then on it is examined here', () => {
  const away = sentIn()
  const asks = (by: typeof OFFICER, before: Case, step: string) => {
    const outcome = recall(before.now, here(by), { step, reason: 'Nobody answers.' })
    return outcome.ok ? 'done' : outcome.refusal.reason
  }
  const silent = recall(away.now, here(OFFICER), { step: 'ask-for-it', reason: ' ' })
  equal(!silent.ok && silent.refusal.reason, 'reason-missing')
  equal(asks(HEAD, away, 'take-it'), 'not-elsewhere', 'nobody asked for it')
  equal(asks(ANA, away, 'ask-for-it'), 'not-your-role')
  const asked = take(away, here(OFFICER), (standing, context) =>
    recall(standing, context, { step: 'ask-for-it', reason: 'Nobody answers.' }),
  )
  equal(isAway(asked.now), true)
  equal(asks(OFFICER, asked, 'take-it'), 'another-person-must')
  equal(asks(HEAD, asked, 'ask-for-it'), 'not-elsewhere')

  const back = takenBack(away)
  deepEqual(consultsIn(back), [{ subject: 'ana', service: 'elsewhere', does: 'recall' }])
  deepEqual(outOf(back.now), [])
  equal(back.now.recalling, undefined)
  ok(
    giveBack(back.now, here(OFFICER), {
      step: 'return',
      marks: [PASSPORT],
      explanation: 'Please.',
    }).ok,
  )
  equal(asks(OFFICER, back, 'ask-for-it'), 'not-elsewhere')
})

test('what the system says after that is noted, and changes nothing', () => {
  const back = takenBack(hear(sentIn(), said('arrived', 1)))
  const late = hear(back, said('grants', 2))
  equal(late.now.state, 'submitted')
  equal(consultsIn(late), undefined)
  deepEqual(
    late.now.away[0]?.reports.map(({ as }) => as),
    ['arrived', 'grants'],
  )
  equal(late.now.away[0]?.settledOn, undefined)
})

test('of several, the case is over once all of them were decided', () => {
  const ben = { id: 'ben', role: 'applicant', isSubject: true }
  const { now } = sentIn()
  const [ana] = now.away
  ok(ana)
  const both = { ...now, parties: [...now.parties, ben], away: [ana, { ...ana, subject: 'ben' }] }
  const first = report(both, here(TIME), {
    step: 'hear',
    service: 'elsewhere',
    said: said('grants', 1),
  })
  ok(first.ok)
  equal(first.value.to, 'submitted')
  const half = recorded({ history: [], now: both }, recordOf(first.value, here(TIME)))
  deepEqual(
    outOf(half.now).map(({ subject }) => subject),
    ['ben'],
  )
  equal(liesThere(half.now)?.subject, 'ben', 'it lies there while anybody waits')
  equal(liesThere({ ...half.now, marked: ['ben'] }), undefined, 'who has to mend has it')
  const last = report(half.now, here(TIME), {
    step: 'hear',
    service: 'elsewhere',
    said: said('refuses', 1, { subject: 'ben' }),
  })
  ok(last.ok)
  equal(last.value.to, 'settled-there')
  const over = recorded({ history: [], now: half.now }, recordOf(last.value, here(TIME)))
  equal(liesThere(over.now), undefined)
})

const problemsWith = (changed: Partial<CaseType>) =>
  problemsOfType(
    { ...type, ...changed },
    { ...TOY, laws: toyLaws, statuses: [], types: [toyAnnulment] },
  ).map(({ path, reason }) => `${path.join('.')}: ${reason}`)

/** What the change makes wrong, beside what a toy law alone lacks. */
const wrongWith = (changed: Partial<CaseType>) => {
  const before = problemsWith({})
  return problemsWith(changed).filter((each) => !before.includes(each))
}

const withStep = (code: string, more: object): readonly StepRule[] =>
  type.steps.map((each) => (each.code === code ? { ...each, ...more } : each))
const without = (...codes: readonly string[]) =>
  type.steps.filter(({ code }) => !codes.includes(code))

test('a type that is forwarded has what that needs, and one line less is examined here', () => {
  equal(
    problemsWith({}).some((each) => /examinedBy|settled-there/.test(each)),
    false,
  )
  const { examinedBy: _line, ...stays } = type
  equal('examinedBy' in stays, false)
  const index = (code: string) => type.steps.findIndex((each) => each.code === code)
  deepEqual(wrongWith({ steps: withStep('hear', { from: OPEN.slice(1) }) }), [
    'examinedBy: in submitted nobody would take what the system says',
  ])
  deepEqual(wrongWith({ steps: withStep('return', { by: ['case-officer'] }) }), [
    'examinedBy: from submitted the system could have nothing mended',
  ])
  deepEqual(wrongWith({ steps: without('ask-for-it', 'take-it') }), [
    'examinedBy: where the system never answers, nobody could take it back from submitted',
  ])
  deepEqual(
    wrongWith({ steps: withStep('hear', { to: 'withdrawn' }) }).filter((each) =>
      /words|title/.test(each),
    ),
    [`steps.${index('hear')}.to: withdrawn is no end with a tag and a title that say who decided`],
  )
  deepEqual(wrongWith({ steps: withStep('take-it', { shown: 'office' }) }), [
    `steps.${index('take-it')}.shown: whoever does not know who examines it would read that others still do`,
  ])
  deepEqual(
    wrongWith({
      steps: withStep('ask-for-it', { basis: PROVISIONAL, from: [...OPEN, 'draft'] }),
    }).filter((each) => /nobody does/.test(each)),
    [`steps.${index('ask-for-it')}: what ask-for-it asks for in draft, nobody does`],
  )
})
