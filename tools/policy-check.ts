import { resolve } from 'node:path'
import { problemsOfChecks } from '#records/policy-checks.ts'
import { readPolicyFiles } from '#records/policy-files.ts'

/**
 * Proves a folder of policy as a start does, and by what the law comes to, where it has checks of
 * that. Nothing is published.
 */
const [folder = 'policy', ...others] = process.argv.slice(2)
const read = others.length === 0 ? readPolicyFiles(resolve(folder)) : undefined
const problems = read?.ok ? problemsOfChecks(resolve(folder), read.policy) : (read?.problems ?? [])
if (!read) console.error('Name one folder: npm run policy:check -- policy')
for (const { file, line, reason } of problems) console.error(`${file}:${line}: ${reason}`)
if (read?.ok && problems.length === 0) console.log(`${folder} can be used.`)
for (const { file, line, reason } of read?.ok ? read.warnings : [])
  console.log(`${file}:${line}: note: ${reason}`)
process.exitCode = read?.ok && problems.length === 0 ? 0 : 2
