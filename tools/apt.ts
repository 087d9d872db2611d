import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const MILLISECONDS_MAX = 5 * 60_000

/**
 * Programs that tests need and npm does not bring: as root on Debian they are installed; elsewhere
 * that is for the owner to decide. The first package that brings what is looked for is enough.
 */
export function installed(names: readonly string[], isThere: () => boolean): boolean {
  if (isThere()) return true
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false
  console.log(`Installing ${names[0]} with apt-get.`)
  runApt(['update'])
  return names.some((name) => {
    runApt(['install', '--yes', '--no-install-recommends', name])
    return isThere()
  })
}

function runApt(words: readonly string[]): void {
  // Where nobody answers it is known soon.
  const options = ['DPkg::Lock::Timeout=60', 'Acquire::http::Timeout=20']
  const said = options.flatMap((option) => ['-o', option])
  spawnSync('apt-get', ['--quiet', '--quiet', ...said, ...words], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: MILLISECONDS_MAX,
  })
}

/** One sentence for each program that tests hold our own reading against, and that is not there. */
export const programProblems = (): readonly string[] =>
  Object.entries(PROGRAMS).flatMap(([program, name]) => {
    const isThere = () => spawnSync(program, ['--version']).status === 0
    return installed([name], isThere)
      ? []
      : [`No ${program} was found: install the package ${name}.`]
  })

/** With the package of Debian that brings each. */
const PROGRAMS = { qpdf: 'qpdf', xmllint: 'libxml2-utils' }
