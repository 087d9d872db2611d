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
  spawnSync('apt-get', ['--quiet', '--quiet', '-o', 'DPkg::Lock::Timeout=60', ...words], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: MILLISECONDS_MAX,
  })
}

/** One sentence where the second reader of PDFs is not there for the tests that compare both. */
export function qpdfProblem(): string | undefined {
  const isThere = () => spawnSync('qpdf', ['--version']).status === 0
  return installed(['qpdf'], isThere) ? undefined : 'No qpdf was found: install the package qpdf.'
}
