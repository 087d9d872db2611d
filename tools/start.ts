import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildAssets } from '#tools/build-assets.ts'
import { bundle } from '#tools/bundle.ts'

/**
 * `npm start`: builds what changed, and runs it in this very process, so that Ctrl-C, a signal to
 * npm and the number that is shown all mean the same process.
 */
const BUILD = resolve(import.meta.dirname, '..', 'build')

const [file] = await Promise.all([
  bundle({ outFolder: join(BUILD, 'main') }),
  buildAssets({ outFolder: join(BUILD, 'assets') }),
])
process.setSourceMapsEnabled(true)
await import(pathToFileURL(file).href)
