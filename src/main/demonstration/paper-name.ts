import { machineName } from '#core/facts/name.ts'
import type { Story } from '#main/demonstration/story.ts'

/** The name in letters that the standard fonts have, which are those of Latin-1. */
export function paperName({ person }: Pick<Story, 'person'>): string {
  const { machine, givenNames = '', surname } = person
  const name = `${givenNames} ${surname}`.trim()
  if (/^[\u0020-\u00ff]+$/.test(name)) return name
  const written = machine?.join('<<') ?? machineName({ surname, given: givenNames }) ?? ''
  return written.replace(/<+$/, '').split('<<').toReversed().join(' ').replaceAll('<', ' ')
}
