import type { TestContext } from 'node:test'
import { ANA } from '#test/ana.ts'
import { house, type Applicant } from '#test/house.ts'
import { placeOf, type Form } from '#test/visitor.ts'

export const PERSON = ANA['person'] as Form

/** A draft of an applicant who has answered nothing yet. */
export async function begun(t: TestContext) {
  const built = await house(t)
  const ana = await built.signedUpApplicant()
  const begin = await ana.post('/en/applications')
  const base = placeOf(begin)
  const answers = (block: string) => `${base}/answers/${block}`
  const send = (block: string, form: Form, version = '0') =>
    ana.post(answers(block), { ...form, version })
  return { built, db: built.db, ana, base, answers, send, kept: keptBy(ana, base) }
}

/** What the page of a block shows as its answers, which is what was saved. */
const keptBy = (ana: Applicant, base: string) => async (block: string) => {
  const page = await (await ana.get(`${base}/answers/${block}`)).text()
  const value = (name: string) =>
    new RegExp(`<input[^>]*name="${name}"[^>]*value="([^"]*)"`).exec(page)?.[1] ?? ''
  return { page, value, version: value('version') }
}

/** The sentences of the error summary. */
export const errorsIn = (page: string): readonly string[] =>
  [
    ...(/govuk-error-summary__list([\s\S]*?)<\/ul>/
      .exec(page)?.[1]
      ?.matchAll(/<li>(.*?)<\/li>/gs) ?? []),
  ].map(([, item = '']) => item.replace(/<[^>]+>/g, '').trim())
