import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { end } from '#core/cases/filing.ts'
import { say, unanswered, UNANSWERED_MAX } from '#core/cases/saying.ts'
import { partOf } from '#core/cases/standing.ts'
import { openTasks, versionFor } from '#core/cases/tasks.ts'
import { addDays, type IsoDate } from '#core/dated.ts'
import { besideSubmitted, besideType } from '#test/toy-beside.ts'
import {
  ANA,
  begin,
  contextOf,
  HEAD,
  MONDAY,
  OFFICER,
  official,
  SIGNER,
  take,
  type Case,
} from '#test/toy-case.ts'
import { comfortProcedure } from '#test/toy-rules.ts'

const LAW = { type: besideType, procedure: comfortProcedure }
const BEN = official('ben', [])
const REPLY = { step: 'write-back', clock: 'objection' }

type Writing = { readonly step?: string; readonly on?: IsoDate }

const told = (before: Case, by = ANA, { step = 'write', on = MONDAY }: Writing = {}): Case =>
  take(before, contextOf(by, on, LAW), (now, context) =>
    say(now, context, { step, text: `By ${by.id}, number ${now.said.length + 1}.` }),
  )

const messages = ({ now }: Case) => openTasks(now, LAW).filter(({ kind }) => kind === 'message')

test('what a party writes waits for an official, from the first message until it is answered', () => {
  const written = told(besideSubmitted(LAW))
  deepEqual(messages(written), [
    {
      kind: 'message',
      step: 'write-back',
      ownerRole: 'case-officer',
      counted: { from: MONDAY, terms: [{ length: 7, unit: 'working-days' }], pauses: [] },
    },
  ])
  const again = told(written, ANA, { on: addDays(MONDAY, 3) })
  deepEqual(messages(again), messages(written))
  const answered = told(again, HEAD, { step: 'write-back' })
  deepEqual(messages(answered), [])
  equal(messages(told(answered)).length, 1)
})

test('writing leaves the case where it is, and no other form is old by it', () => {
  const before = besideSubmitted(LAW)
  const after = told(told(before), OFFICER, { step: 'note' })
  const versions = ({ now }: Case) =>
    ['draft-decision', 'write', 'note'].map((step) =>
      versionFor(now, { type: besideType, step, by: OFFICER }),
    )
  deepEqual([after.now.state, after.now.stateSince], [before.now.state, before.now.stateSince])
  const [draft, ...own] = versions(before)
  deepEqual(versions(after), [draft, ...own.map((count) => count + 2)])
})

test('a note is nobody’s message, and answers nothing', () => {
  const noted = told(told(besideSubmitted(LAW)), OFFICER, { step: 'note' })
  deepEqual(
    noted.now.said.map(({ note, messages: sent }) => [note, sent.length]),
    [
      [undefined, 1],
      ['By officer, number 2.', 0],
    ],
  )
  equal(unanswered(noted.now, besideType, REPLY).length, 1)
})

test('each of several reads what is between them and the office alone', () => {
  const parties = [ANA, BEN].map(({ id }) => ({ id, role: 'applicant', isSubject: true }))
  const start = besideSubmitted(LAW)
  const both: Case = { ...start, now: { ...start.now, parties } }
  const all = told(told(told(both), BEN), OFFICER, { step: 'write-back' })
  deepEqual(
    [ANA, BEN].map(({ id }) =>
      partOf(all.now, id).said.flatMap(({ messages: own }) => own.map(({ text }) => text)),
    ),
    [
      ['By ana, number 1.', 'By officer, number 3.'],
      ['By ben, number 2.', 'By officer, number 3.'],
    ],
  )
  const toBen = take(told(told(both), BEN), contextOf(OFFICER, MONDAY, LAW), (now, context) =>
    say(now, context, { step: 'write-back', text: 'To you.', to: [BEN.id] }),
  )
  deepEqual(
    unanswered(toBen.now, besideType, REPLY).map(({ by }) => by),
    [ANA.id],
  )
})

test('a party writes so often and then waits; nobody writes to whoever is not there', () => {
  let now = besideSubmitted(LAW)
  for (let times = 0; times < UNANSWERED_MAX; times += 1) now = told(now)
  const refusal = (by = ANA, step = 'write', to?: readonly string[]) => {
    const said = say(now.now, contextOf(by, MONDAY, LAW), {
      step,
      text: 'More.',
      ...(to ? { to } : {}),
    })
    return said.ok ? undefined : said.refusal
  }
  deepEqual(refusal(), { reason: 'waits-for-reply', times: UNANSWERED_MAX })
  deepEqual(refusal(OFFICER, 'write-back', ['somebody']), { reason: 'nobody-to-write-to' })
  deepEqual(refusal(SIGNER, 'write-back'), { reason: 'not-your-role' })
  deepEqual(refusal(OFFICER, 'write'), { reason: 'not-your-role' })
  equal(refusal(OFFICER, 'write-back'), undefined)
})

test('what was written before it ended is answered after it', () => {
  const written = told(besideSubmitted(LAW))
  const over = take(written, contextOf(ANA, MONDAY, LAW), (now, context) =>
    end(now, context, { step: 'withdraw' }),
  )
  equal(messages(over).length, 1)
  deepEqual(messages(told(over, OFFICER, { step: 'write-back' })), [])
  equal(say(over.now, contextOf(ANA, MONDAY, LAW), { step: 'write', text: 'More.' }).ok, false)
  equal(begin(LAW).now.said.length, 0)
})

test('what is sent twice, word for word, is one message, until somebody else has written', () => {
  const start = besideSubmitted(LAW)
  const write = (before: Case, by = ANA, step = 'write') =>
    say(before.now, contextOf(by, MONDAY, LAW), { step, text: 'The same.' })
  const after = (before: Case, by = ANA, step = 'write') =>
    take(before, contextOf(by, MONDAY, LAW), (now, context) =>
      say(now, context, { step, text: 'The same.' }),
    )
  const refusal = (said: ReturnType<typeof write>) => (said.ok ? undefined : said.refusal.reason)

  const written = after(start)
  equal(refusal(write(written)), 'said-already')
  const answered = after(written, OFFICER, 'write-back')
  equal(refusal(write(answered, OFFICER, 'write-back')), 'said-already')
  equal(refusal(write(answered)), undefined)
  const noted = after(answered, OFFICER, 'note')
  equal(refusal(write(noted, OFFICER, 'note')), 'said-already')
  equal(refusal(write(noted, OFFICER, 'write-back')), undefined)
})
