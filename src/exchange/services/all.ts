import type { Service } from '#exchange/asked-service.ts'
import { askDiplomas } from '#exchange/services/diploma/asking.ts'
import { askEntryRestrictions } from '#exchange/services/entry-restrictions/asking.ts'
import { askForwarded } from '#exchange/services/forward-case/asking.ts'
import { askIdentityDocument } from '#exchange/services/identity-document/asking.ts'
import { askOccupations } from '#exchange/services/occupations/asking.ts'
import { askMatchingPerson } from '#exchange/services/match-person/asking.ts'
import { askPermits } from '#exchange/services/read-permits/asking.ts'
import { tellRecognition } from '#exchange/services/write-recognition/asking.ts'
import { askSecurityOpinion } from '#exchange/services/security-opinion/asking.ts'
import { tellChange } from '#exchange/services/status-changed/asking.ts'
import { askFamilyTies } from '#exchange/services/family-ties/asking.ts'
import { askDwelling } from '#exchange/services/dwelling/asking.ts'
import { askHealthCertificate } from '#exchange/services/health-certificate/asking.ts'
import { askEmploymentContract } from '#exchange/services/employment-contract/asking.ts'
import { askVisa } from '#exchange/services/e-visa/asking.ts'
import { askPermitCard } from '#exchange/services/permit-card/asking.ts'

/** Every service that can be asked: a folder here, and an entry of policy/systems.yaml. */
export const SERVICES: readonly Service[] = [
  askIdentityDocument,
  askEntryRestrictions,
  askDiplomas,
  askMatchingPerson,
  askPermits,
  askOccupations,
  askSecurityOpinion,
  askForwarded,
  askFamilyTies,
  askDwelling,
  askHealthCertificate,
  askEmploymentContract,
  askVisa,
  askPermitCard,
  tellRecognition,
  tellChange,
]
