import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { troubleSentence } from '#platform/trouble.ts'

/**
 * Makes the folder with those above it; a sentence where that cannot be. Step by step, because
 * `recursive` never comes back where a folder takes no more, as below /proc.
 */
export function makeDataFolder(folder: string): string | undefined {
  try {
    make(folder)
    return undefined
  } catch (error) {
    return troubleSentence(error, folder)
  }
}

function make(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return
  if (dirname(folder) !== folder) make(dirname(folder))
  mkdirSync(folder)
}
