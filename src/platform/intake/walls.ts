import { execFile } from 'node:child_process'

/** What stands around the judge on this machine, as words to put before its own. */
export type Walls = {
  readonly before: readonly string[]
  /** For the log. */
  readonly standing: readonly string[]
}

/**
 * What can be written to, not what is addressed: Node reserves far more than it uses. A photo of 50
 * megapixels needs half of this; what needs more is a file that unfolds.
 */
const MEMORY_BYTES_MAX = 1_200_000_000
const FILE_BYTES_MAX = 64 * 1024 * 1024

const LIMITS = [
  'prlimit',
  `--data=${MEMORY_BYTES_MAX}`,
  `--fsize=${FILE_BYTES_MAX}`,
  // Over all its files: what outlives us in an endless loop ends, too.
  '--cpu=900',
  '--core=0',
  '--nofile=64',
]

/** A container often forbids all of them; a user other than root needs a namespace first. */
const NO_NETWORK = [
  ['unshare', '--net', '--ipc', '--uts', '--'],
  ['unshare', '--user', '--map-current-user', '--net', '--ipc', '--uts', '--'],
]

const PRIVILEGES = ['setpriv', '--no-new-privs', '--inh-caps=-all']

/** Each is tried once; what a machine does not have is left out. */
export async function findWalls(): Promise<Walls> {
  const [limits, noNetwork, privileges] = await Promise.all([
    firstThatStands([LIMITS]),
    firstThatStands(NO_NETWORK),
    firstThatStands([PRIVILEGES]),
  ])
  const standing = [
    ...(limits.length > 0 ? ['limits'] : []),
    ...(noNetwork.length > 0 ? ['no network'] : []),
    ...(privileges.length > 0 ? ['no new privileges'] : []),
  ]
  return { before: [...noNetwork, ...privileges, ...limits], standing }
}

async function firstThatStands(
  choices: readonly (readonly string[])[],
): Promise<readonly string[]> {
  for (const choice of choices) if (await stands(choice)) return choice
  return []
}

function stands([program = '', ...words]: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    execFile(program, [...words, 'true'], { timeout: 5000 }, (error) => resolve(error === null))
  })
}
