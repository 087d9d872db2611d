import { enableCompileCache } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { diskFullSentence, isDiskFull } from '#platform/trouble.ts'
import { buildAssets } from '#tools/build-assets.ts'
import { bundle } from '#tools/bundle.ts'
import { reload } from '#tools/reload.ts'

/**
 * `npm start`: builds what changed, and runs it in this very process, so that Ctrl-C, a signal to
 * npm and the number that is shown all mean the same process. `npm run dev` builds and runs it
 * again whenever a file changes.
 */
const BUILD = resolve(import.meta.dirname, '..', 'build')
const DEV = '--dev'

enableCompileCache(join(BUILD, 'compile-cache'))
if (process.argv.includes(DEV)) {
  await reload({ build, words: process.argv.slice(2).filter((word) => word !== DEV) })
} else {
  const file = await built()
  process.setSourceMapsEnabled(true)
  await import(pathToFileURL(file).href)
}

async function build(): Promise<string> {
  const [file] = await Promise.all([
    bundle({ outFolder: join(BUILD, 'main') }),
    buildAssets({ outFolder: join(BUILD, 'assets') }),
  ])
  return file
}

async function built(): Promise<string> {
  try {
    return await build()
  } catch (fault) {
    if (!isDiskFull(fault)) throw fault
    console.error(diskFullSentence(BUILD))
    process.exit(3)
  }
}
