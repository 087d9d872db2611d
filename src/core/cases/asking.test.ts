import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { answer, taskOf, type Given } from '#core/cases/answering.ts'
import { ask } from '#core/cases/asking.ts'
import { decide } from '#core/cases/deciding.ts'
import { lapse } from '#core/cases/examining.ts'
import { submit } from '#core/cases/filing.ts'
import { openTasks, versionFor } from '#core/cases/tasks.ts'
import { addDays, type IsoDate } from '#core/dated.ts'
import { councilType } from '#test/toy-council.ts'
import {
  ANA,
  ANNULMENT,
  around,
  begin,
  contextOf,
  decided,
  MONDAY,
  OFFICER,
  official,
  proposed,
  SIGNER,
  submission,
  take,
  TIME,
  told,
  type Case,
  type Law,
} from '#test/toy-case.ts'
import { comfortProcedure, say } from '#test/toy-rules.ts'
import { toyAnnulment } from '#test/toy-types.ts'

const SECRETARY = official('secretary', ['council-secretary'])
const MEMBERS = ['m1', 'm2', 'm3', 'm4'].map((id) => official(id, ['council-member']))
const COUNCIL: Law = {
  type: councilType,
  procedure: comfortProcedure,
  people: { 'council-member': MEMBERS.map(({ id }) => ({ id, tookPart: id === 'm4' })) },
}

const annulling = (ground: string): Case =>
  take(
    begin(ANNULMENT),
    contextOf(OFFICER, MONDAY, ANNULMENT),
    proposed({ outcome: 'annulled', grounds: [ground], reasoning: 'x' }, 'propose-annulment'),
  )

const replied = (given: Omit<Given, 'step'>, by = ANA, on = MONDAY) =>
  answer(annulling('A1').now, contextOf(by, on, ANNULMENT), { step: 'reply', ...given })

test('whoever is to be heard is asked as it is proposed, and nobody where no ground asks it', () => {
  const [asked, unasked] = [annulling('A1').now, annulling('A2').now]

  equal(asked.state, 'hearing')
  deepEqual(asked.tasks, [
    { id: 'reply/ana', kind: 'reply', step: 'reply', party: 'ana', version: 0 },
  ])
  equal(unasked.state, 'proposed')
  deepEqual(unasked.tasks, [])
  const law = { type: toyAnnulment, procedure: ANNULMENT.procedure }
  const open = ({ kind, ownerRole, ownerParty, silence }: ReturnType<typeof openTasks>[number]) => [
    kind,
    ownerRole,
    ownerParty,
    silence,
  ]
  deepEqual(openTasks(asked, law).map(open), [['reply', 'holder', 'ana', 'end-hearing']])
  deepEqual(openTasks(unasked, law).map(open), [['next-move', 'signer', undefined, undefined]])
})

test('a reply is a text, or that there is nothing to add, and an empty box is neither', () => {
  const cases = [
    [{ reply: { text: ' No. ' } }, 'proposed'],
    [{ reply: 'nothing' }, 'proposed'],
    [{ reply: { text: ' \n' } }, 'reply-missing'],
    [{}, 'reply-missing'],
    [{ objects: true }, 'reply-missing'],
  ] as const
  for (const [given, said] of cases) equal(told(replied(given)), said)
  const outcome = replied({ reply: { text: ' No. ' } })
  ok(outcome.ok && outcome.value.event.kind === 'answer')
  deepEqual(outcome.value.event, { kind: 'answer', task: 'reply/ana', says: 'No.', reasons: {} })
})

test('an official enters what came on paper for a party, on the day on which it came', () => {
  const on = addDays(MONDAY, 3)
  const reply = { text: 'No.' }
  const [before, first] = around(MONDAY)
  const [, last, after] = around(on)
  equal(told(replied({ reply, cameOn: before }, OFFICER, on)), 'day-impossible')
  equal(told(replied({ reply, cameOn: first }, OFFICER, on)), 'proposed')
  equal(told(replied({ reply, cameOn: last }, OFFICER, on)), 'proposed')
  equal(told(replied({ reply, cameOn: after }, OFFICER, on)), 'day-impossible')

  const entered = replied({ reply, cameOn: first }, OFFICER, on)
  ok(entered.ok)
  deepEqual([entered.value.role, entered.value.on], ['case-officer', first])
  equal(told(replied({ reply }, SIGNER)), 'not-your-role')
  equal(told(replied({ reply }, official('bruno', ['holder']))), 'not-your-role')
})

test('a reply is given once, and silence is no reply', () => {
  const heard = take(annulling('A1'), contextOf(ANA, MONDAY, ANNULMENT), (now, context) =>
    answer(now, context, { step: 'reply', reply: 'nothing' }),
  )
  const again = answer(heard.now, contextOf(ANA, MONDAY, ANNULMENT), {
    step: 'reply',
    reply: 'nothing',
  })
  equal(told(again), 'not-in-this-state')

  const [, last, after] = around('2026-04-20')
  const silent = (on: typeof MONDAY) =>
    lapse(annulling('A1').now, contextOf(TIME, on, ANNULMENT), {
      step: 'end-hearing',
      touchedOn: MONDAY,
    })
  equal(told(silent(last)), 'not-yet-due')
  equal(told(silent(after)), 'proposed')
})

test('before the hearing is over nobody decides, and the refusal names the day', () => {
  const deciding = (on: typeof MONDAY, now = annulling('A1').now) =>
    decided('annul')(now, contextOf(SIGNER, on, ANNULMENT))
  const [, last, after] = around('2026-04-20')
  const early = deciding(last)
  ok(!early.ok && early.refusal.reason === 'not-yet-due')
  equal(early.refusal.dueOn, last)
  equal(told(deciding(after)), 'decided')
  const heard = take(annulling('A1'), contextOf(ANA, MONDAY, ANNULMENT), (now, context) =>
    answer(now, context, { step: 'reply', reply: 'nothing' }),
  )
  equal(told(deciding(MONDAY, heard.now)), 'decided', 'who has answered has been heard')
})

const complained = (): Case =>
  take(begin(COUNCIL), contextOf(ANA, MONDAY, COUNCIL), (standing, context) =>
    submit(
      standing,
      context,
      submission({
        answers: {
          person: [{ id: 'p1', values: { surname: 'Ferreira' } }],
          purpose: [{ id: 'u1', values: { purpose: 'To be heard.' } }],
        },
        documents: [],
      }),
    ),
  )

const called = (law = COUNCIL): ReturnType<typeof ask> =>
  ask(complained().now, contextOf(SECRETARY, MONDAY, law), { step: 'call-vote' })

const voting = (): Case =>
  take(complained(), contextOf(SECRETARY, MONDAY, COUNCIL), (now, context) =>
    ask(now, context, { step: 'call-vote' }),
  )

const votedBy = (before: Case, which: number, vote: string): Case =>
  take(before, contextOf(MEMBERS[which] ?? SECRETARY, MONDAY, COUNCIL), (now, context) =>
    answer(now, context, { step: 'vote', vote, reason: 'So.' }),
  )

test('each of the people is asked, but those who took part, who are its parties, or too few', () => {
  deepEqual(
    voting().now.tasks.map(({ party }) => party),
    ['m1', 'm2', 'm3'],
  )
  const people = (...ids: readonly string[]) => ({
    ...COUNCIL,
    people: { 'council-member': ids.map((id) => ({ id, tookPart: false })) },
  })
  equal(told(called(people('m1', 'm2', 'ana'))), 'too-few-to-vote')
  equal(told(called({ type: councilType, procedure: comfortProcedure })), 'too-few-to-vote')
  equal(told(called(people('m1', 'm2', 'ana', 'm4'))), 'voting')
})

test('a vote is for something that was put to it, with a reason, by whoever was asked', () => {
  const { now } = voting()
  const [first = SECRETARY, , , fourth = SECRETARY] = MEMBERS
  const cases = [
    [first, { vote: 'upheld', reason: 'So.' }, 'voting'],
    [first, { vote: 'upheld', reason: ' ' }, 'reason-missing'],
    [first, { vote: 'withdrawn', reason: 'So.' }, 'outcome-unknown'],
    [first, { reason: 'So.' }, 'outcome-unknown'],
    [fourth, { vote: 'upheld', reason: 'So.' }, 'not-asked'],
    [SECRETARY, { vote: 'upheld', reason: 'So.' }, 'not-your-role'],
  ] as const
  for (const [by, given, said] of cases) {
    equal(told(answer(now, contextOf(by, MONDAY, COUNCIL), { step: 'vote', ...given })), said)
  }
  const once = votedBy(voting(), 0, 'upheld')
  const twice = answer(once.now, contextOf(first, MONDAY, COUNCIL), {
    step: 'vote',
    vote: 'rejected',
    reason: 'So.',
  })
  equal(told(twice), 'already-given')
})

test('votes never collide, and the last of them leads on', () => {
  const before = voting()
  const [first = SECRETARY, second = SECRETARY] = MEMBERS
  const versionOf = ({ now }: Case, by = first) =>
    versionFor(now, { type: councilType, step: 'vote', by })
  const once = votedBy(before, 0, 'upheld')
  equal(versionOf(once, second), versionOf(before, second))
  equal(versionOf(once, first), versionOf(before, first) + 1)
  equal(votedBy(votedBy(once, 1, 'rejected'), 2, 'upheld').now.state, 'voted')
})

/** Upheld by two of three, or rejected, and signed. */
function signed(outcome: 'upheld' | 'rejected'): Case {
  const voted = [0, 1, 2].reduce((now, which) => votedBy(now, which, outcome), voting())
  const put = take(
    voted,
    contextOf(SECRETARY, MONDAY, COUNCIL),
    proposed({ outcome, grounds: [], reasoning: 'All.' }, 'put-down'),
  )
  return take(put, contextOf(SIGNER, MONDAY, COUNCIL), decided('sign'))
}

test('what most are for can be proposed, and nothing else', () => {
  const split = [0, 1, 2].reduce(
    (now, which) => votedBy(now, which, which === 0 ? 'rejected' : 'upheld'),
    voting(),
  )
  const put = (outcome: string) =>
    proposed({ outcome, grounds: [], reasoning: 'Two of three.' }, 'put-down')(
      split.now,
      contextOf(SECRETARY, MONDAY, COUNCIL),
    )
  equal(told(put('upheld')), 'drafted')
  equal(told(put('rejected')), 'does-not-hold')
})

test('a decision asks for its carrying out, and where that is nothing it leads on at once', () => {
  const [granted, rejected] = [signed('upheld'), signed('rejected')]
  equal(granted.now.state, 'granting')
  deepEqual(
    granted.now.tasks.filter(({ kind }) => kind === 'record').map(({ id }) => id),
    ['note-duty', 'note-paper'],
  )
  equal(rejected.now.state, 'decided')
  const context = contextOf(SIGNER, MONDAY, COUNCIL)
  const noRecord = decide(granted.now, context, { step: 'sign', records: {}, adopted: true })
  equal(told(noRecord), 'not-in-this-state')
})

test('that something did not happen is recorded once its time is over, and what needs another after it', () => {
  const granted = signed('upheld')
  const { now } = granted
  const options = [
    { code: 'paid', title: say('Paid') },
    { code: 'not-paid', title: say('Not paid'), late: true as const },
    {
      code: 'other',
      title: say('Other'),
      needs: [{ test: 'recorded', step: 'note-paper', option: 'handed-over' } as const],
    },
  ]
  const type = {
    ...COUNCIL.type,
    steps: COUNCIL.type.steps.map((step) =>
      'asks' in step && step.kind === 'decide'
        ? {
            ...step,
            asks: (step.asks ?? []).map((ask) =>
              ask.step === 'note-duty' ? { ...ask, options } : ask,
            ),
          }
        : step,
    ),
  }
  const recorded = (option: string, on: IsoDate, standing = now) =>
    answer(standing, contextOf(OFFICER, on, { ...COUNCIL, type }), {
      step: 'note-duty',
      recorded: { option, on },
    })
  const early = recorded('not-paid', MONDAY)
  ok(!early.ok && early.refusal.reason === 'not-yet-due')
  const { dueOn } = early.refusal
  equal(told(recorded('not-paid', dueOn)), 'not-yet-due')
  equal(told(recorded('not-paid', addDays(dueOn, 1))), 'granting')
  equal(told(recorded('other', MONDAY)), 'does-not-hold')
  const handed = take(granted, contextOf(OFFICER, MONDAY, COUNCIL), (standing, context) =>
    answer(standing, context, {
      step: 'note-paper',
      recorded: { option: 'handed-over', on: MONDAY },
    }),
  )
  equal(told(recorded('other', MONDAY, handed.now)), 'decided')
})

test('what is recorded is one of the things named, on a day that has been', () => {
  const { now } = signed('upheld')
  const [yesterday, today, tomorrow] = around(MONDAY)
  const record = (option: string, on = today) =>
    answer(now, contextOf(OFFICER, MONDAY, COUNCIL), {
      step: 'note-duty',
      recorded: { option, on },
      reason: ' 7781 ',
    })
  equal(told(record('paid')), 'granting')
  equal(told(record('handed-over')), 'option-unknown')
  equal(told(record('paid', tomorrow)), 'day-impossible')
  equal(
    told(record('paid', yesterday)),
    'day-impossible',
    'nothing is carried out before it is decided',
  )
  const missing = answer(now, contextOf(OFFICER, MONDAY, COUNCIL), { step: 'note-duty' })
  equal(told(missing), 'option-unknown')
  const paid = record('paid')
  ok(paid.ok && paid.value.event.kind === 'answer')
  deepEqual(paid.value.event.reasons, { 'note-duty': '7781' })
  ok(taskOf(now, 'note-duty', official('anybody', ['case-officer'])), 'whoever has the role')
})
