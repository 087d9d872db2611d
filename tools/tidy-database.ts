import { type Finding, lineAt, type Sources } from './sources.ts'

const RIGHTS = 'db/rights.sql'

/** Every table that a migration makes is named by a policy, be it that nobody reads it. */
export function checkPolicies(files: Sources): readonly Finding[] {
  const rights = files.get(RIGHTS)
  if (rights === undefined) return []
  const said = new Set([...rights.matchAll(/^create policy \w+ on ([\w.]+)/gm)].map(nameIn))
  return [...files]
    .filter(([file]) => file.startsWith('db/migrations/'))
    .flatMap(([file, text]) =>
      [...text.matchAll(/^create table (?:if not exists )?([\w.]+)/gm)]
        .filter((made) => !said.has(nameIn(made)))
        .map((made) => ({
          file,
          line: lineAt(text, made.index),
          rule: 'policy',
          message: `no policy in ${RIGHTS} says who sees rows of ${nameIn(made)}`,
        })),
    )
}

const nameIn = ([, name = '']: RegExpMatchArray): string => name.replace(/^public\./, '')
