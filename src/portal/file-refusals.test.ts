import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { LANGUAGES } from '#core/language.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { FAULTS } from '#platform/intake/verdict.ts'
import { refusalText, refusalTitle } from '#portal/file-refusals.ts'
import { readHouse } from '#test/house.ts'

async function anyType(): Promise<CaseType> {
  const { faces } = await readHouse()
  const [type] = faces.portal.policy.types.current.values()
  if (!type) throw new Error('there is a type')
  return type
}

test('every reason why a file is not taken has words of its own in every language', async () => {
  const type = await anyType()
  for (const language of LANGUAGES) {
    const texts = FAULTS.map((reason) => refusalTitle(reason, language, { type }))
    equal(new Set(texts).size, FAULTS.length, language)
    for (const text of texts) ok(text.length > 20 && !text.includes('{'), text)
  }
})

test('who has to print to a PDF is told how, on both kinds of phone', async () => {
  const type = await anyType()
  for (const language of LANGUAGES) {
    for (const reason of ['active', 'attached', 'password', 'damaged-pdf', 'glued'] as const) {
      const text = refusalText(reason, language, { type })
      ok(text.includes('iPhone') && text.includes('Android'), `${language} ${reason}`)
    }
    ok(refusalText('heic', language, { type }).includes('iPhone'), language)
    equal(refusalText('film', language, { type }).includes('iPhone'), false)
  }
})
