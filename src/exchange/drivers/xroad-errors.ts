/** What an error of X-Road means to whoever asked. */
export type XroadFault = {
  /** `unreachable`: the same may be asked again; `refused`: until somebody acts it fails again. */
  readonly outcome: 'refused' | 'unreachable'
  /** The same whichever release speaks: dotted, in small letters. */
  readonly code: string
}

/**
 * What may pass by itself. All else is somebody's to put right: who may ask what, who is known,
 * whose certificate is trusted, what a service is called.
 */
const PASSING: ReadonlySet<string> = new Set([
  'networkerror',
  'ioerror',
  'servicefailed',
  'maintenancemode',
  'globalconfoutdated',
  'timeout',
])

/** X-Road 7.8.0 wrote every code anew; the protocol still shows the former spelling. */
export function xroadFault(code: string): XroadFault {
  const parts = code
    .slice(0, CODE_MAX)
    .replace(/^[^.:]*:/, '') // a code of SOAP may be a name with a prefix
    .split('.')
    .map((part) => part.toLowerCase().replaceAll(/[^a-z0-9]/g, ''))
    .filter((part) => part !== '')
    .map((part) => (part === 'outdatedglobalconf' ? 'globalconfoutdated' : part))
  return {
    outcome: parts[0] !== 'client' && isPassing(parts) ? 'unreachable' : 'refused',
    code: parts.length === 0 ? 'unknown' : parts.join('.'),
  }
}

const CODE_MAX = 200

/** A fault that is `Server` and no more is the register's own (SOAP 1.1, 4.4.1): it may pass. */
const isPassing = (parts: readonly string[]): boolean =>
  parts.some((part) => PASSING.has(part)) || (parts.length === 1 && parts[0] === 'server')
