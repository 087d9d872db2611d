import { applied } from '#core/cases/folding.ts'
import type { CaseId, Recorded } from '#core/cases/happenings.ts'
import type { AskedTask, Standing } from '#core/cases/standing.ts'
import type { IsoDate } from '#core/dated.ts'

/** A vote that counts no more, since the same was asked anew: what each had voted until then. */
export type VoteBefore = { readonly until: IsoDate; readonly votes: readonly AskedTask[] }

/** The first of them first. */
export function votesBefore(id: CaseId, events: readonly Recorded[]): readonly VoteBefore[] {
  const past: VoteBefore[] = []
  let standing: Standing | undefined
  for (const recorded of events) {
    const before = votesIn(standing)
    standing = applied(id, standing, recorded)
    const given = votesIn(standing).filter(({ answer }) => answer !== undefined)
    const stands = (vote: AskedTask) => given.some((each) => each.id === vote.id)
    const isGone = before.some((vote) => vote.answer !== undefined && !stands(vote))
    if (isGone) past.push({ until: recorded.on, votes: before })
  }
  return past
}

const votesIn = (standing: Standing | undefined): readonly AskedTask[] =>
  standing?.tasks.filter(({ kind }) => kind === 'vote') ?? []
