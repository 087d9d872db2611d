import { degrees } from '#standins/exchange/registers/diploma.ts'
import { entries } from '#standins/exchange/registers/entry-restrictions.ts'
import { forwardedCases } from '#standins/exchange/registers/forward-case.ts'
import { identityDocuments } from '#standins/exchange/registers/identity-document.ts'
import { matches } from '#standins/exchange/registers/match-person.ts'
import { shortages } from '#standins/exchange/registers/occupations.ts'
import { permits } from '#standins/exchange/registers/read-permits.ts'
import type { Register } from '#standins/exchange/registers/register.ts'
import { securityOpinions } from '#standins/exchange/registers/security-opinion.ts'
import { statusChanges } from '#standins/exchange/registers/status-changed.ts'
import { recognitions } from '#standins/exchange/registers/write-recognition.ts'
import { familyActs } from '#standins/exchange/registers/family-ties.ts'
import { dwellings } from '#standins/exchange/registers/dwelling.ts'
import { healthCertificates } from '#standins/exchange/registers/health-certificate.ts'
import { contractNotices } from '#standins/exchange/registers/employment-contract.ts'
import { visas } from '#standins/exchange/registers/e-visa.ts'
import { permitCards } from '#standins/exchange/registers/permit-card.ts'

export const REGISTERS: readonly Register[] = [
  entries,
  matches,
  permits,
  recognitions,
  statusChanges,
  forwardedCases,
  identityDocuments,
  degrees,
  shortages,
  securityOpinions,
  familyActs,
  dwellings,
  healthCertificates,
  contractNotices,
  visas,
  permitCards,
]
