import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import type { Service } from '#exchange/asked-service.ts'
import type { Content } from '#exchange/content.ts'
import { askVisa } from '#exchange/services/e-visa/asking.ts'
import { askEmploymentContract } from '#exchange/services/employment-contract/asking.ts'
import { askHealthCertificate } from '#exchange/services/health-certificate/asking.ts'
import { askPermitCard } from '#exchange/services/permit-card/asking.ts'

/** Services that are asked about one person and answer one thing. */
const PERSON = {
  surname: 'Ferreira',
  birthDate: '1987-03-27',
  documentNumber: 'CD123456',
  documentIssuer: 'PRT',
}
const KNOWN = { 'document-number': 'CD123456', 'document-issuer': 'PRT' }
const EMPLOYED = { employer: 'Works', position: 'Engineer', from: '2026-01-01' }
const CARD = { number: 'AZE0000001', personalNumber: 'X00000A', on: '2026-11-20' }
const VISA = { number: 'E-1', from: '2026-11-01', until: '2026-11-30' }

const CASES: readonly (readonly [
  service: Service,
  asked: Content,
  answer: Content & { readonly result: string },
  says: readonly object[],
  note: string | undefined,
])[] = [
  [
    askHealthCertificate,
    {},
    { result: 'valid', until: '2026-12-31' },
    [
      {
        surname: 'Ferreira',
        'birth-date': '1987-03-27',
        ...KNOWN,
        'certificate-ends': '2026-12-31',
      },
    ],
    '2026-12-31',
  ],
  [askHealthCertificate, {}, { result: 'expired', until: '2026-01-31' }, [], '2026-01-31'],
  [askHealthCertificate, {}, { result: 'none' }, [], undefined],
  [
    askEmploymentContract,
    { employerNumber: '1234567891' },
    { result: 'in-force', contract: EMPLOYED },
    [{ ...KNOWN, employer: 'Works', position: 'Engineer', 'employer-number': '1234567891' }],
    '2026-01-01',
  ],
  [
    askVisa,
    {},
    { result: 'in-force', visa: VISA },
    [{ ...KNOWN, 'stay-number': 'E-1', 'stay-ends': '2026-11-30' }],
    'E-1, 2026-11-01 – 2026-11-30',
  ],
  [askVisa, {}, { result: 'ended', visa: VISA }, [], 'E-1, 2026-11-01 – 2026-11-30'],
  [
    askPermitCard,
    {},
    { result: 'ready', card: CARD },
    [{ ...KNOWN, 'card-number': 'AZE0000001', 'personal-number': 'X00000A', 'card-on': CARD.on }],
    'AZE0000001, 2026-11-20',
  ],
  [askPermitCard, {}, { result: 'being-made' }, [], undefined],
]

for (const [{ contract, read }, asked, answer, says, note] of CASES) {
  const { result } = answer
  test(`${contract.code} that answers ${result} says what it means, and of nobody else`, () => {
    const said = { person: PERSON, ...asked }
    const meant = read({ ...answer, person: PERSON }, said, {})
    deepEqual(meant.as === 'answer' && [meant.answered.result, meant.answered.says], [result, says])
    equal(meant.as === 'answer' ? meant.answered.note : '', note)
    const other = { ...PERSON, surname: 'Somebody', documentNumber: 'XX0000001' }
    equal(read({ ...answer, person: other }, said, {}).as, 'other-person')
  })
}
