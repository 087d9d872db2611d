import type { Described } from '#exchange/descriptions/described.ts'
import { OFFERED_SERVICES, type OfferedService } from '#exchange/offered/services.ts'

/** The version begins the path. */
export const pathOf = ({ contract }: Pick<OfferedService, 'contract'>): string =>
  `/${contract.version}/${contract.rest.path}`

/** The public keys by which what is told of changes is checked (RFC 7517). */
export const KEYS = '/v1/keys.json'

/** What is offered, as it describes itself. */
export const OURS: Described = {
  name: 'kecid',
  title: 'Keçid',
  description:
    'What other systems of the state may ask about statuses of the Highly Qualified Migrant ' +
    'Program. Nobody is named in an answer; a wrong birth date and a number of nobody are ' +
    'answered alike.',
  services: OFFERED_SERVICES.map((service) => ({ ...service, path: pathOf(service) })),
  documents: [{ path: KEYS, title: 'The keys by which signatures of changes are checked' }],
}
