import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { installed } from './apt.ts'

/** Where the browser of the journeys is, or one sentence on how to get it. */
export type Chromium =
  { readonly ok: true; readonly path: string } | { readonly ok: false; readonly problem: string }

type Environment = Readonly<Record<string, string | undefined>>

/** The shell without a window starts twice as fast as the whole browser, and takes a third less. */
const PROGRAMS = ['chromium-headless-shell', 'chromium', 'google-chrome'] as const

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

/** As root on Debian the shell is installed where it is missing; any other is enough elsewhere. */
export function ensureChromium(): Chromium {
  const isShell = () => {
    const found = findChromium()
    return found.ok && found.path.endsWith(PROGRAMS[0])
  }
  if (!process.env['KECID_CHROMIUM'] && !installed([PROGRAMS[0]], isShell)) {
    installed(['chromium'], () => findChromium().ok)
  }
  return findChromium()
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false // the file system's ordinary answer for "not here" is an exception
  }
}
