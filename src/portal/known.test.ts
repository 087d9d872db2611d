import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import type { CaseType } from '#core/policy/case-type.ts'
import { lastFiled } from '#core/cases/standing.ts'
import { inTransaction } from '#platform/database.ts'
import { readCase } from '#records/read-case.ts'
import { errorsIn } from '#test/draft.ts'
import { house, type Applicant, type TestHouse } from '#test/house.ts'
import { caseIn } from '#test/played-case.ts'
import { copyOfPolicy } from '#test/published.ts'
import { permitType, policyWithPermits } from '#test/toy-permit.ts'
import { PROVISIONAL, say } from '#test/toy-rules.ts'
import { block, field } from '#test/toy-types.ts'
import { placeOf } from '#test/visitor.ts'

const ENDED = 'That has ended, and is not extended.'

/** Asked for what is held, first or more of it; with what it is that more is asked of. */
const asksOfHeld: CaseType = {
  ...permitType,
  blocks: [
    ...permitType.blocks.filter(({ code }) => code === 'person'),
    block('asked', [
      field('for', 'choice', {
        privacy: 'readable',
        options: [
          { code: 'first', label: say('A first one'), holdingNone: ['recognition'] },
          { code: 'more', label: say('More of it') },
        ],
      }),
      field('ends-on', 'date', {
        shownWhen: { field: 'for', is: ['more'] },
        known: { kinds: ['recognition'], as: 'last-day' },
      }),
      field('number', 'text', {
        shownWhen: { field: 'for', is: ['more'] },
        known: { kinds: ['recognition'], as: 'number' },
      }),
    ]),
  ],
  applicants: [
    {
      code: 'ended',
      when: { block: 'asked', field: 'ends-on', monthsLeftLessThan: 0 },
      stops: true,
      words: say(ENDED),
      basis: PROVISIONAL,
    },
  ],
}

const housed = (t: TestContext) =>
  house(t, { policy: policyWithPermits(t, copyOfPolicy(t), asksOfHeld) })

async function begins(who: Applicant): Promise<string> {
  const begun = await who.post('/en/applications', { type: 'permit' })
  return (placeOf(begun).split('?')[0] ?? '').split('/').at(-1) ?? ''
}

const WHO = { version: '0', surname: 'Ferreira', 'given-names': 'Ana', paper: 'C0000001' }
const PERSON = { ...WHO, 'born-on-day': '27', 'born-on-month': '3', 'born-on-year': '1987' }

async function filedAnswers({ db, faces }: TestHouse, id: string) {
  const found = await inTransaction(db, (tx) => readCase(tx, faces.office.keys, id))
  return found && lastFiled(found.standing)?.answers['asked']?.[0]?.values
}

test('what somebody holds here is filled in and not asked, and sent in with the rest', async (t) => {
  const here = await housed(t)
  const ana = await here.signedUpApplicant()
  await caseIn('recognised', here, ana)
  const { number } = await here.db.selectFrom('status').select('number').executeTakeFirstOrThrow()
  const base = `/en/applications/${await begins(ana)}`
  const page = await (await ana.get(`${base}/answers/asked`)).text()
  match(page, /We know this, so we do not ask it[\s\S]*More of it[\s\S]*1 March 2031/)
  match(page, new RegExp(number))
  doesNotMatch(page, /A first one|<input[^>]*name="(for|number|ends-on-day)"/)
  match(await (await ana.get(base)).text(), /asked[\s\S]{0,200}Done/)

  equal((await ana.post(`${base}/answers/person`, PERSON)).status, 303)
  const forged = { version: '0', for: 'first', number: 'ANOTHER' }
  equal((await ana.post(`${base}/answers/asked`, forged)).status, 303)
  match(await (await ana.get(`${base}/check`)).text(), new RegExp(`More of it[\\s\\S]*${number}`))
  equal((await ana.post(`${base}/submit`)).status, 303)
  const id = base.split('/').at(-1) ?? ''
  deepEqual(await filedAnswers(here, id), { for: 'more', 'ends-on': '2031-03-01', number })
})

test('nobody has to open the part that is known: it is sent in and kept all the same', async (t) => {
  const here = await housed(t)
  const ana = await here.signedUpApplicant()
  await caseIn('recognised', here, ana)
  const id = await begins(ana)
  equal((await ana.post(`/en/applications/${id}/answers/person`, PERSON)).status, 303)
  equal((await ana.post(`/en/applications/${id}/submit`)).status, 303)
  equal((await filedAnswers(here, id))?.['for'], 'more')
  const kept = await here.db.selectFrom('answer').select('block').where('caseId', '=', id).execute()
  deepEqual(kept.map(({ block: each }) => each).toSorted(), ['asked', 'person'])
})

test('whoever holds nothing here is asked, and told what has ended already', async (t) => {
  const here = await housed(t)
  const ana = await here.signedUpApplicant()
  const answers = `/en/applications/${await begins(ana)}/answers/asked`
  const page = await (await ana.get(answers)).text()
  match(page, /A first one[\s\S]*More of it[\s\S]*name="ends-on-day"[\s\S]*name="number"/)
  const day = (year: string) => ({
    version: '0',
    for: 'more',
    number: 'ON PAPER',
    'ends-on-day': '1',
    'ends-on-month': '2',
    'ends-on-year': year,
  })
  const ended = await ana.post(answers, day('2026'))
  equal(ended.status, 400)
  const text = await ended.text()
  deepEqual(errorsIn(text), [ENDED])
  match(text, /value="ON PAPER"/)
  equal((await ana.post(answers, { version: '0', for: 'more' })).status, 400)
  equal((await ana.post(answers, day('2027'))).status, 303)
})
