import { doesNotMatch, match } from 'node:assert/strict'
import { test } from 'node:test'
import { begun, familyHouse } from '#test/family.ts'
import { htmlOf } from '#test/ferreiras.ts'
import { familyType } from '#test/toy-family.ts'
import { PROVISIONAL, say } from '#test/toy-rules.ts'

test('what a register or the house has is named, and not asked for', async (t) => {
  const asked = { required: true, accepts: ['pdf'], filesMax: 1, basis: PROVISIONAL } as const
  const checklist = [
    { ...asked, code: 'passport', title: say('Passport') },
    { ...asked, code: 'dwelling', title: say('Dwelling'), brings: 'register' as const },
    { ...asked, code: 'status', title: say('Status'), brings: 'held' as const },
  ]
  const here = await familyHouse(t, { ...familyType, checklist })
  const ana = await here.signedUpApplicant()
  const id = await begun(ana)
  const page = await htmlOf(ana, `/en/applications/${id}~1/documents`)
  match(page, /Dwelling: a state register has it/)
  match(page, /Status: we have it already/)
  doesNotMatch(page, /value="dwelling"|value="status"/)
})
