import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { inTransaction } from '#platform/database.ts'
import { eraseParty } from '#records/erasing.ts'
import { sequenceLeaves } from '#records/ledger.ts'
import { htmlOf } from '#test/ferreiras.ts'
import { MASTER } from '#test/house.ts'
import { portalAddresses } from '#test/streets.ts'
import { linkedByTwo, metTwice, somebodyElse, type Met } from '#test/met-twice.ts'
import { ledgerDump, outsideVerifier } from '#test/outside-verifier.ts'

const pageOf = ({ id, party }: Met): string => `/en/cases/${id}/same-person/${party}`

test('two officials link two entries of one person, who reads it, and both cards show what both hold', async (t) => {
  const { here, once, again } = await metTwice(t)
  const officer = await here.office('officer@kecid.example')
  const signer = await here.office('signer@kecid.example')
  const page = pageOf(once)
  const card = await htmlOf(officer, `/en/holders/${once.status}`)
  match(card, new RegExp(`href="${page}[^"]*"[^>]*>\\s*Entered twice`))
  doesNotMatch(card, new RegExp(again.status))

  match(await htmlOf(officer, `${page}?number=${again.number}`), /Propose to link them/)
  const found = `${page}?number=${again.status}`
  const compared = await htmlOf(officer, found)
  match(compared, /CD123456/)
  const form = { party: again.party, case: again.id }
  const unseen = await officer.post(found, form)
  equal(unseen.status, 400)
  match(await unseen.text(), /Choose how it was seen/)
  const ground = 'document-shown'
  equal((await officer.post(found, { ...form, ground })).status, 303)
  equal((await officer.post(found, { ...form, ground })).status, 303, 'a second press')
  const waiting = await htmlOf(officer, page)
  match(waiting, /The last step was yours/)
  doesNotMatch(waiting, /Confirm that they are one person/)
  match(await htmlOf(signer, '/en/holders'), new RegExp(`${once.number}|${again.number}`))

  const [, link = ''] = /name="link" value="([\w-]+)"/.exec(waiting) ?? []
  const confirm = { link, act: 'confirm' }
  equal((await officer.post(page, confirm)).status, 303, 'what was read is out of date')
  match(await htmlOf(signer, pageOf(again)), /Confirm that they are one person/)
  equal((await signer.post(pageOf(again), confirm)).status, 303)
  equal((await signer.post(pageOf(again), confirm)).status, 303, 'a second press')

  for (const [one, other] of [
    [once, again],
    [again, once],
  ] as const) {
    const linked = await htmlOf(officer, `/en/holders/${one.status}`)
    match(linked, /The same person as in another entry/)
    match(linked, new RegExp(other.status))
    // Whoever it is about finds by either account that somebody looked.
    match(await htmlOf(other.who, '/en/who-looked'), /Looked at what you and your family hold/)
    const looks = await htmlOf(one.who, '/en/who-looked')
    match(looks, /You are here twice/)
    match(looks, /travel document that both entries name was shown/)
    match(looks, /Looked whether two entries are the same person/)
    doesNotMatch(looks, new RegExp(`${other.number}|${other.status}`))
  }

  equal((await signer.post(page, { link, act: 'undo' })).status, 303)
  match(await htmlOf(officer, page), /Undo the link/)
  equal((await officer.post(page, { link, act: 'end' })).status, 303)
  doesNotMatch(await htmlOf(officer, `/en/holders/${once.status}`), new RegExp(again.status))
  match(await htmlOf(once.who, '/en/who-looked'), /That was undone/)

  const { verify } = await outsideVerifier()
  while ((await inTransaction(here.db, sequenceLeaves)) > 0);
  const masterKey = `kecid-master-key ${MASTER.id}\n${MASTER.key.export().toString('base64url')}\n`
  const dump = await ledgerDump(here.db)
  deepEqual(verify(dump, masterKey), [], 'an outsider finds each act in the ledger of both')
  const acts = dump['party_link_act'] ?? []
  equal(acts.length, 4)
  const tampered = acts.map((row) => (row['act'] === 'confirm' ? { ...row, act: 'keep' } : row))
  ok(verify({ ...dump, party_link_act: tampered }, masterKey).length > 0)
  ok(verify({ ...dump, party_link_act: acts.slice(1) }, masterKey).length > 0)
})

test('an outsider finds what was done about one entry, whichever was erased', async (t) => {
  const { verify } = await outsideVerifier()
  const masterKey = `kecid-master-key ${MASTER.id}\n${MASTER.key.export().toString('base64url')}\n`
  for (const erased of ['once', 'again'] as const) {
    const met = await metTwice(t)
    const { here } = met
    await linkedByTwo(met)
    const [gone, left] = erased === 'once' ? [met.once, met.again] : [met.again, met.once]
    await eraseParty(here.faces.jobs, { partyId: gone.party, at: here.clock.now() })
    while ((await inTransaction(here.db, sequenceLeaves)) > 0);
    const dump = await ledgerDump(here.db)
    deepEqual(verify(dump, masterKey), [], erased)
    doesNotMatch(
      JSON.stringify([dump['party_link'], dump['party_link_act']]),
      new RegExp(gone.party),
    )
    const acts = dump['party_link_act'] ?? []
    const changed = acts.map((row) => ({ ...row, act: 'keep' }))
    for (const change of [
      { party_link_act: acts.slice(1) },
      { party_link_act: changed },
      { party_link: [] },
    ]) {
      ok(verify({ ...dump, ...change }, masterKey).length > 0, Object.keys(change).join())
    }
    match(await htmlOf(left.who, '/en/who-looked'), /It was erased since/)
    doesNotMatch(await htmlOf(left.who, '/en/who-looked'), new RegExp(gone.number))
    const officer = await here.office('officer@kecid.example')
    doesNotMatch(await htmlOf(officer, pageOf(left)), /Undo the link|Propose to undo/)

    await eraseParty(here.faces.jobs, { partyId: left.party, at: here.clock.now() })
    while ((await inTransaction(here.db, sequenceLeaves)) > 0);
    const empty = await ledgerDump(here.db)
    deepEqual([verify(empty, masterKey), empty['party_link_act']], [[], []])
  }
})

test('linked or not, neither account reaches a case, a paper or a letter of the other', async (t) => {
  const met = await metTwice(t)
  await linkedByTwo(met)
  const [document, steps, begins] = [randomUUID(), ['begin'], ['family-comfort']]
  const kinds = { type: 'family-comfort', reached: 'recognised', document, steps, begins }
  for (const [one, other] of [
    [met.once, met.again],
    [met.again, met.once],
  ] as const) {
    const { id, party: partyId, status } = other
    const place = { id, partyId, status, ...kinds }
    const theirs = portalAddresses('en', place).filter((path) => path.includes(id))
    ok(theirs.length > 10)
    for (const path of theirs) {
      // What takes a form alone leads back to its page, whosever it is.
      const shown = await one.who.get(path)
      ok([303, 404].includes(shown.status), `${shown.status} at ${path}`)
      // A form that could not be from anywhere is told so before it is looked whose it is.
      const sent = await one.who.post(path, { version: '0' })
      ok([400, 404].includes(sent.status), `${sent.status} at ${path}`)
    }
    const own = portalAddresses('en').filter((path) => !path.includes('sign-'))
    for (const path of own) {
      const page = await one.who.get(path)
      const text = await page.text()
      for (const secret of [id, partyId, other.number, status, other.who.email]) {
        ok(!text.includes(secret), `${path} tells ${secret}`)
      }
    }
  }
})

test('whoever is written down otherwise is not linked, and nobody outside the Service asks', async (t) => {
  const { here, once, again } = await metTwice(t)
  const eve = await somebodyElse(here)
  const officer = await here.office('officer@kecid.example')
  const page = pageOf(once)
  const found = `${page}?number=${eve.status}`
  match(await htmlOf(officer, found), /Too little agrees to link them/)
  const form = { party: eve.party, case: eve.id, ground: 'register-says' }
  equal((await officer.post(found, form)).status, 400)
  equal((await officer.post(page, { ...form, case: again.id })).status, 404, 'she is not in it')
  equal((await officer.post(page, { ...form, party: once.party, case: once.id })).status, 404)
  equal((await officer.post(page, { ...form, party: 'x' })).status, 404)
  equal((await officer.post(page, { link: randomUUID(), act: 'confirm' })).status, 404)
  equal(await here.db.selectFrom('partyLink').select('id').executeTakeFirst(), undefined)
  match(await htmlOf(officer, `${page}?number=`), /Enter a number/)
  match(await htmlOf(officer, `${page}?number=${once.status}`), /Nobody else is found/)
  for (const mailbox of ['expert.etn', 'auditor']) {
    const other = await here.office(`${mailbox}@kecid.example`)
    equal((await other.get(page)).status, 404, mailbox)
    equal((await other.post(page, form)).status, 404, mailbox)
  }
})
