import type { TestContext } from 'node:test'
import type { Content } from '#exchange/content.ts'
import { systemClock } from '#platform/calendar.ts'
import { openRegisters } from '#standins/exchange/open-registers.ts'
import { providerAt } from '#standins/exchange/provider.ts'

/** What tests ask the made-up registers. */

/** Somebody whom they know. */
export const KNOWN_PERSON = {
  surname: 'Ferreira',
  givenNames: 'Ana Luísa',
  birthDate: '1987-03-27',
  documentNumber: 'CD0000217',
  documentIssuer: 'PRT',
}

/** The security server of their own, over plain http. */
export async function plainRegisters(t: TestContext, kecid?: () => string) {
  const open = await openRegisters({
    host: HOST,
    ports: { plain: 0 },
    certificatesFolder: '/nowhere',
    clock: systemClock,
    ...(kecid ? { kecid } : {}),
  })
  t.after(open.close)
  return { ...open, ask: providerAt(`http://${HOST}:${open.ports.plain}`) }
}

const HOST = '127.0.0.1'

/** What each service is asked about somebody. */
export function questionTo(service: string, person: Content): Content {
  if (service === 'occupations') return { on: '2026-11-27' }
  if (service === 'security-opinion') return { person, case: 'HQM-2026-000123' }
  if (service === 'status-changed') return CHANGE
  if (service === 'forward-case') return { ...FORWARDED, person }
  if (service === 'write-recognition') return { person, recognition: RECOGNITION }
  if (service === 'family-ties') return { person, relative: RELATIVE, act: 'marriage' }
  if (service === 'dwelling') return { person, address: 'Baku, 28 May 5, flat 12' }
  if (service === 'employment-contract') return { person, employerNumber: '1234567891' }
  return { person }
}

/** Somebody to whom others may be tied. */
const RELATIVE = { surname: 'Ferreira', givenNames: 'Ben', birthDate: '1985-06-13' }

/** A case that is sent to the system whose people examine it. */
const FORWARDED = {
  case: 'ADR-2026-000123',
  does: 'send',
  heard: '0',
  filed: {
    type: 'change-of-address',
    title: 'Ünvan dəyişikliyi',
    on: '2026-11-27',
    answer: [
      { block: 'address', item: 'only', field: 'address', question: 'Yeni ünvan', value: ['Bakı'] },
    ],
  },
}

/** What a register is told of a recognition. */
export const RECOGNITION = {
  number: 'HQM-0001',
  from: '2026-11-27',
  until: '2031-11-27',
  state: 'valid',
  changedOn: '2026-11-27',
}

/** What a client is told of a status that it named. */
const CHANGE = {
  cursor: '1',
  subscription: '3f0a4d0e-3f10-4a55-9c65-0d6fb6f7f4a1',
  change: '8a1f6f0a-6c3e-4b29-9a14-7c6f5b1c2d3e',
  kind: 'recognition',
  state: 'ended',
  on: '2026-11-27',
  at: '2026-11-27T08:00:00.000Z',
  signature: 'e30.e30.AA',
}
