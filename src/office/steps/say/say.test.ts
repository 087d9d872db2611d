import { doesNotMatch, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { htmlOf } from '#test/ferreiras.ts'
import { house } from '#test/house.ts'
import { caseIn } from '#test/played-case.ts'
import { sent, versionOn } from '#test/signed-case.ts'

test('a person asks, an official is told of it and answers, and a mail says only that they did', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant({ email: 'ana@example.org' })
  const id = await caseIn('submitted', here, ana)
  const at = `/en/applications/${id}/messages`
  match(await htmlOf(ana, `/en/applications/${id}`), /\/messages"/)
  const version = await versionOn(ana, at)
  const asked = await ana.post(at, { version, text: 'May I send a newer diploma?\n\nAna' })
  equal(asked.status, 303)
  match(await htmlOf(ana, at), /May I send a newer diploma\?[^]*The Service answers by/)

  const officer = await here.office('officer@kecid.example')
  match(
    await htmlOf(officer, `/en/cases/${id}`),
    /Not answered yet[^]*May I send a newer diploma\?/,
  )
  const tasks = here.db.selectFrom('task').select(['kind', 'state', 'dueOn'])
  const open = await tasks.where('caseId', '=', id).where('kind', '=', 'message').execute()
  equal(open.length, 1)
  const back = await sent(officer, `/en/cases/${id}/steps/answer-message`, {
    text: 'Yes. Keep it until we ask for it.',
  })
  equal(back.status, 303)
  match(await htmlOf(ana, at), /Case officer[^]*Yes\. Keep it until we ask for it\./)
  doesNotMatch(await htmlOf(ana, at), /The Service answers by/)
  equal(
    (await tasks.where('caseId', '=', id).where('kind', '=', 'message').execute())[0]?.state,
    'done',
  )
  const mails = await here.mails('ana@example.org')
  match(mails.map(({ subject }) => subject).join('\n'), /There is a message for you/)
  doesNotMatch(mails.map(({ text }) => text).join('\n'), /Keep it/)
})

test('a note is read by officials, and by nobody else, nor in the database by the portal', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await caseIn('submitted', here, ana)
  const officer = await here.office('officer@kecid.example')
  const noted = await sent(officer, `/en/cases/${id}/steps/note`, { text: 'Ask Rashid first.' })
  equal(noted.status, 303)
  match(await htmlOf(officer, `/en/cases/${id}`), /officials alone read it[^]*Ask Rashid first\./)
  for (const page of ['', '/messages', '/letters']) {
    doesNotMatch(await htmlOf(ana, `/en/applications/${id}${page}`), /Rashid|note was added/)
  }
  const { rows } = {
    rows: await here.db
      .selectFrom('event')
      .select(['audience', 'readable'])
      .where('kind', '=', 'say')
      .execute(),
  }
  equal(JSON.stringify(rows).includes('Rashid'), false)
  equal(rows[0]?.audience, 'office')
})

test('what cannot be taken stays to be mended: nothing, too much, unreadable, or overtaken', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await caseIn('submitted', here, ana)
  const at = `/en/applications/${id}/messages`
  const version = await versionOn(ana, at)
  for (const [text, said] of [
    ['', /Write your message/],
    ['x'.repeat(4001), /Shorten your message/],
    ['bad \uFFFD text', /Remove the characters/],
  ] as const) {
    const answer = await ana.post(at, { version, text })
    equal(answer.status, 400)
    match(await answer.text(), said)
  }
  const officer = await here.office('officer@kecid.example')
  await sent(officer, `/en/cases/${id}/steps/answer-message`, { text: 'Something first.' })
  const late = await ana.post(at, { version, text: 'What I wrote' })
  equal(late.status, 409)
  match(await late.text(), /A new message has come[^]*Something first\.[^]*What I wrote/)
  const empty = await sent(officer, `/en/cases/${id}/steps/note`, { text: ' ' })
  equal(empty.status, 400)
  equal((await ana.post(`/en/applications/${id}/withdraw`, {})).status, 303)
  const closed = await ana.post(at, { version: '1', text: 'Too late' })
  equal(closed.status, 409)
  match(await closed.text(), /Nothing can be written[^]*Too late/)
  const other = await here.signedUpApplicant()
  equal((await other.get(at)).status, 404)
  equal((await other.post(at, { version, text: 'Me too' })).status, 404)
})
