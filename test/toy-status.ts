import type { StatusEnd, StatusKind } from '#core/cases/statuses.ts'
import { PROVISIONAL, say } from '#test/toy-rules.ts'

const inOffice = (text: string) => ({ az: text, en: text })

export const toyEnd = (code: string, said: Partial<StatusEnd> = {}): StatusEnd => ({
  code,
  tag: say(code),
  title: say(`It is ${code}`),
  officeTag: inOffice(code),
  basis: PROVISIONAL,
  ...said,
})

/** What the toy recognition gives: it is annulled, or its time passes. */
export const toyStatus: StatusKind = {
  code: 'recognition',
  title: say('Recognition'),
  clock: 'status-validity',
  tag: say('valid'),
  officeTag: inOffice('valid'),
  verifiable: true,
  ends: [toyEnd('annulled'), toyEnd('expired', { byTime: true })],
  basis: PROVISIONAL,
}
