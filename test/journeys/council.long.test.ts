import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Person } from '#test/browser.ts'
import { complaintOf, policyWithCouncil } from '#test/council-house.ts'
import { house } from '#test/house.ts'
import { inspect, officialAt } from '#test/inspector.ts'
import type { Form } from '#test/visitor.ts'

/** A council at work, on a narrow screen and without our scripts: asked, voted, put down, done. */
test('a council votes by hand, and its pages pass axe on 320 pixels', async (t) => {
  const home = await house(t, { policy: policyWithCouncil(t), sessionHours: 12 })
  const seen = { home, places: [], ...(await home.serve()) }
  const id = await complaintOf(await home.signedUpApplicant())
  const at = (mailbox: string) => officialAt(seen, `${mailbox}@kecid.example`)
  const page = (step: string) => `/en/cases/${id}/steps/${step}`
  const wrong: string[] = []
  const looked = async (mailbox: string, ...paths: readonly string[]) =>
    wrong.push(...(await inspect(await at(mailbox), paths)))

  await looked('council-secretary', '/en', `/en/cases/${id}`, page('call-vote'))
  await takes(await at('council-secretary'), page('call-vote'))
  await looked('council1', '/en', page('vote'))
  for (const which of [1, 2, 3, 4, 5]) {
    const member = await at(`council${which}`)
    await member.go('/en')
    await member.click(/CPL-2026-/)
    ok((await member.text()).includes('To be heard by the council.'))
    await takes(member, page('vote'), { vote: 'upheld', reason: `Member ${which} says so.` })
  }
  await looked('council-secretary', `/en/cases/${id}`, page('put-down'))
  await takes(await at('council-secretary'), page('put-down'), { reasoning: 'All five.' })
  const signer = await at('signer')
  await signer.go(page('sign'))
  match(await signer.text(), /Votes given: 5 of 5/)
  await takes(signer, page('sign'))
  await looked('officer', `/en/cases/${id}`, page('note-duty'))
  await takes(await at('officer'), page('note-duty'), { option: 'paid', note: 'Receipt 7781.' })
  await takes(await at('officer'), page('note-paper'), { option: 'handed-over' })
  const row = await home.db.selectFrom('caseFile').select('state').where('id', '=', id).execute()
  deepEqual(row, [{ state: 'decided' }])
  deepEqual(wrong, [])
})

async function takes(somebody: Person, page: string, form: Form = {}): Promise<void> {
  equal(await somebody.go(page), 200, page)
  await somebody.fill(form)
  await somebody.page.locator('main form[method="post"] button').first().click()
  await somebody.page.waitForURL('**done=step**')
  await somebody.context.close()
}
