/**
 * The institutions' systems that are made up here, with the places at which a security server
 * would know them. The numbers belong to nobody.
 */
export const SYSTEMS = [
  'entry-exit',
  'migration',
  'identity',
  'education',
  'labour',
  'security',
  'e-visa',
  'civil-status',
  'real-estate',
  'health',
] as const
export type SystemCode = (typeof SYSTEMS)[number]

export const isSystem = (text: string): text is SystemCode =>
  SYSTEMS.some((system) => system === text)

export const INSTANCE = 'AZ-TEST'
export const MEMBER_CLASS = 'GOV'

type Place = {
  readonly title: string
  readonly memberCode: string
  readonly subsystemCode: string
}

export const PLACES: Readonly<Record<SystemCode, Place>> = {
  'entry-exit': place('Entry-Exit and Registration', '9900001101', 'ENTRY-EXIT'),
  migration: place('Unified Migration Information System', '9900001102', 'MIGRATION'),
  identity: place('Register of Travel Documents', '9900001103', 'IDENTITY'),
  education: place('Register of Diplomas', '9900001104', 'EDUCATION'),
  labour: place('Labour Market', '9900001105', 'LABOUR'),
  security: place('Security Opinions', '9900001106', 'SECURITY'),
  'e-visa': place('Electronic Visas', '9900001107', 'EVISA'),
  'civil-status': place('Acts of Civil Status', '9900001113', 'CIVIL-STATUS'),
  'real-estate': place('Register of Real Estate', '9900001114', 'REAL-ESTATE'),
  health: place('Health Certificates', '9900001115', 'HEALTH'),
}

function place(title: string, memberCode: string, subsystemCode: string): Place {
  return { title, memberCode, subsystemCode }
}

/** Keçid itself, as a client of the security server; it alone may ask the registers. */
export const KECID_CLIENT = `${INSTANCE}/${MEMBER_CLASS}/9900002222/HQM`
/** Known to the security server, and let in nowhere. */
export const CLIENT_WITHOUT_ACCESS = `${INSTANCE}/${MEMBER_CLASS}/9900002222/OTHER`
