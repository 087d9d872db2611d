import { resolve } from 'node:path'
import { readPolicyFiles } from '#records/policy-files.ts'

/** Proves a folder of policy as a start does, and publishes nothing. */
const [folder = 'policy', ...others] = process.argv.slice(2)
const read = others.length === 0 ? readPolicyFiles(resolve(folder)) : undefined
if (!read) console.error('Name one folder: npm run policy:check -- policy')
else if (read.ok) {
  console.log(`${folder} can be used.`)
  for (const { file, line, reason } of read.warnings)
    console.log(`${file}:${line}: note: ${reason}`)
} else
  for (const { file, line, reason } of read.problems) console.error(`${file}:${line}: ${reason}`)
process.exitCode = read?.ok === true ? 0 : 2
