import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import type { Mailer } from '#jobs/mailer.ts'
import { releaseLetters } from '#jobs/release-letters.ts'
import { htmlOf } from '#test/ferreiras.ts'
import { metTwice, type Met } from '#test/met-twice.ts'

test('each of the two is written to as it is proposed and as that is decided, in their language', async (t) => {
  const met = await metTwice(t)
  const { here, once, again } = met
  await here.db
    .updateTable('account')
    .set({ language: 'ru' })
    .where('party', '=', again.party)
    .execute()
  const officer = await here.office('officer@kecid.example')
  const signer = await here.office('signer@kecid.example')
  const page = `/en/cases/${once.id}/same-person/${once.party}`
  const form = { party: again.party, case: again.id, ground: 'document-shown' }
  const idOf = async (state: string) => {
    const link = here.db.selectFrom('partyLink').select('id').where('state', '=', state)
    return (await link.executeTakeFirstOrThrow()).id
  }
  const received = async (of: Met) => {
    await releaseLetters.work({ house: here.faces.jobs, mailer: NOBODY }, {})
    const mails = await here.mails(of.who.email)
    return mails.map(({ text }) => text).filter((text) => text.includes('who-looked'))
  }
  equal((await officer.post(page, form)).status, 303)
  match(await htmlOf(once.who, '/en/who-looked'), /Nothing changes until another official/)
  equal((await officer.post(page, { link: await idOf('waiting'), act: 'refuse' })).status, 303)
  match(await htmlOf(once.who, '/en/who-looked'), /Whether you are here twice[^]*was rejected/)
  equal((await officer.post(page, form)).status, 303)
  const link = await idOf('waiting')
  for (const [who, act] of [
    [signer, 'confirm'],
    [signer, 'undo'],
    [officer, 'keep'],
    [signer, 'undo'],
    [officer, 'end'],
  ] as const) {
    equal((await who.post(page, { link, act })).status, 303, act)
  }
  here.clock.advance(7 * 86_400_000)
  const [own, other] = [await received(once), await received(again)]
  equal(own.length, 5, 'what changes nothing for them is not written about')
  equal(other.length, 5)
  match(own.join(), /To protect your data[^]*\/en\/who-looked/)
  match(other.join(), /Чтобы защитить ваши данные[^]*\/ru\/who-looked/)
  doesNotMatch([...own, ...other].join(), /twice|link|entry|запис/i)
  const codes = await here.db
    .selectFrom('letter')
    .select('code')
    .where('party', '=', once.party)
    .where('caseId', 'is', null)
    .orderBy('writtenAt')
    .execute()
  const written = ['waiting', 'rejected', 'waiting', 'linked', 'undone']
  deepEqual(codes.map(({ code }) => code).toSorted(), written.map((as) => `link-${as}`).toSorted())
})

const NOBODY: Mailer = { send: async () => 'sent' }
