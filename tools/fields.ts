import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { EVENT_PRIVACY } from '#core/cases/privacy.ts'
import { COLUMN_PRIVACY } from '#records/column-privacy.ts'
import { readPolicyFiles } from '#records/policy-files.ts'

/** Writes docs/fields.md, or with --check says whether it is current. */
const ROOT = resolve(import.meta.dirname, '..')
const FILE = join(ROOT, 'docs', 'fields.md')

export function fieldsDocument(): string {
  return [
    '# What is sealed and what is readable',
    '',
    'Generated from `src/records/column-privacy.ts`, `src/core/cases/privacy.ts` and the',
    'descriptions of the types of case by `tools/fields.ts`; a test fails when it is stale.',
    '',
    '*Sealed* is encrypted under a key of the person, as such or in a case (of the installation for',
    'officials), which the master key wraps; *hashed* leads back to nothing without the secret of the',
    'house, which the master key wraps as well; *readable* names nobody. Documents lie outside the',
    'database, sealed, at random addresses (docs/specs/vault.md).',
    '',
    ...columns(),
    ...events(),
    ...answers(),
  ].join('\n')
}

function columns(): readonly string[] {
  const rows = Object.entries(COLUMN_PRIVACY).flatMap(([table, privacies]) =>
    Object.entries(privacies).map(([column, privacy]) => `| ${table} | ${column} | ${privacy} |`),
  )
  return ['## Columns', '', '| Table | Column | |', '|---|---|---|', ...rows, '']
}

function events(): readonly string[] {
  const rows = Object.entries(EVENT_PRIVACY).map(
    ([kind, { audience, sealed }]) =>
      `| ${kind} | ${audience} | ${sealed.length > 0 ? sealed.join(', ') : '–'} |`,
  )
  return [
    '## Events',
    '',
    'By the kind of step; the type of a case may say of a step that it is for the other. The rest of',
    'an event is readable. What only the office may read, the database hides from the login of the',
    'portal.',
    '',
    '| Kind | For | Sealed |',
    '|---|---|---|',
    ...rows,
    '',
  ]
}

function answers(): readonly string[] {
  const read = readPolicyFiles(join(ROOT, 'policy'))
  if (!read.ok) throw new Error('the shipped policy is read whole')
  const asking = read.policy.types.filter(({ blocks }) => blocks.length > 0)
  return asking.flatMap((type) => [
    `## Answers: ${type.title.en}`,
    '',
    '| Block | Question | |',
    '|---|---|---|',
    ...type.blocks.flatMap((block) =>
      block.fields.map((field) => `| ${block.title.en} | ${field.label.en} | ${field.privacy} |`),
    ),
    '',
  ])
}

if (process.argv[1] === import.meta.filename) {
  const text = fieldsDocument()
  if (!process.argv.includes('--check')) writeFileSync(FILE, text)
  else if (readFileSync(FILE, 'utf8') !== text) {
    console.error('docs/fields.md is stale: npm run docs:fields')
    process.exitCode = 1
  }
}
