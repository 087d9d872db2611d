import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Where the browser of the journeys is, or one sentence on how to get it. */
export type Chromium =
  { readonly ok: true; readonly path: string } | { readonly ok: false; readonly problem: string }

type Environment = Readonly<Record<string, string | undefined>>

/** The shell without a window starts twice as fast as the whole browser. */
const PROGRAMS = ['chromium-headless-shell', 'chromium', 'google-chrome'] as const
const PACKAGES = ['chromium-headless-shell', 'chromium'] as const
const APT_MILLISECONDS_MAX = 5 * 60_000

/** Looks and changes nothing. */
export function findChromium(environment: Environment = process.env): Chromium {
  const named = environment['KECID_CHROMIUM']
  if (named) {
    const problem = `KECID_CHROMIUM names ${named}, which is no program that can be run.`
    return isProgram(named) ? { ok: true, path: named } : { ok: false, problem }
  }
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  for (const program of PROGRAMS) {
    const path = folders.map((folder) => join(folder, program)).find(isProgram)
    if (path !== undefined) return { ok: true, path }
  }
  const problem =
    'No Chromium was found: install chromium-headless-shell, chromium or google-chrome, ' +
    'or name one in KECID_CHROMIUM.'
  return { ok: false, problem }
}

/** As root on Debian a missing browser is installed; elsewhere that is for the owner to decide. */
export function ensureChromium(): Chromium {
  const found = findChromium()
  const mayInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version')
  if (found.ok || process.env['KECID_CHROMIUM'] || !mayInstall) return found
  console.log('No Chromium was found; installing it with apt-get.')
  runApt(['update'])
  for (const name of PACKAGES) {
    runApt(['install', '--yes', '--no-install-recommends', name])
    const installed = findChromium()
    if (installed.ok) return installed
  }
  return found
}

function runApt(words: readonly string[]): void {
  spawnSync('apt-get', ['--quiet', '--quiet', '-o', 'DPkg::Lock::Timeout=60', ...words], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: APT_MILLISECONDS_MAX,
  })
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false // the file system's ordinary answer for "not here" is an exception
  }
}
