import type { KeyObject } from 'node:crypto'
import { askedOf } from '#core/answers/asked-of.ts'
import { namedIn } from '#core/answers/named.ts'
import {
  agreeing,
  linkActs,
  type Agreed,
  type Entered,
  type LinkAct,
} from '#core/cases/one-person.ts'
import { lastFiled, subjectsOf } from '#core/cases/standing.ts'
import type { IsoMoment } from '#core/dated.ts'
import { descriptionOf } from '#core/policy/policy.ts'
import { actorIn, type OfficeContext } from '#office/env.ts'
import type { Tx } from '#platform/database.ts'
import { nowIn } from '#records/cases.ts'
import type { EnteredIn, Link, LinkedEntry } from '#records/one-person.ts'
import { partIn, readCase, unlessErased } from '#records/read-case.ts'
import { nameOf } from '#telling/person.ts'

/** Somebody as one case that was sent in tells of them. */
export type Entry = LinkedEntry & {
  readonly name: string
  readonly entered: Entered
  readonly key: KeyObject
  readonly at: IsoMoment
}

/** Another entry, held against the one that the page is about. */
export type Compared = { readonly entry: Entry; readonly agrees: readonly Agreed[] }

/** Absent where whoever asks does not see it, or nothing of them is kept there. */
export async function entryOf(
  c: OfficeContext,
  tx: Tx,
  { partyId, caseId }: EnteredIn,
): Promise<Entry | undefined> {
  const { keys, policy, clock } = c.var.house
  const held = await readCase(tx, keys, caseId).catch(unlessErased)
  const number = held?.standing.number
  if (!held || number === undefined || !subjectsOf(held.standing).includes(partyId)) {
    return undefined
  }
  const { standing, key } = partIn(held, partyId)
  const { at, on } = nowIn(held, clock.now())
  const { type } = descriptionOf(policy, standing, on)
  const asked = held.several ? askedOf(type, held.standing, partyId) : type
  const named = namedIn(asked, lastFiled(standing)?.answers ?? {})
  const { surname, givenNames, machineName, birthDate, passportNumber: documentNumber } = named
  return {
    partyId,
    caseId,
    number,
    name: nameOf(named),
    entered: {
      surname,
      givenNames,
      birthDate,
      documentNumber,
      ...(machineName === undefined ? {} : { machineName }),
    },
    key,
    at,
  }
}

export const comparedWith = (self: Entry, entry: Entry): Compared => ({
  entry,
  agrees: agreeing(self.entered, entry.entered),
})

/** A link as one of the two shows it. */
export type ShownLink = {
  readonly link: Link
  readonly other: LinkedEntry
  /** The two side by side, for whoever confirms it. */
  readonly compared?: Compared
  readonly acts: readonly LinkAct[]
  /** Whoever reads did what waits. */
  readonly isOwn: boolean
}

export async function shownLink(
  c: OfficeContext,
  tx: Tx,
  { self, link }: { readonly self: Entry; readonly link: Link },
): Promise<ShownLink> {
  const [one, two] = link.entries
  const isFirst = one.partyId === self.partyId
  const [here, other] = isFirst ? [one, two] : [two, one]
  const by = actorIn(c).id
  const shown = { link, other, acts: linkActs(link, by), isOwn: link.actedBy === by }
  if (link.state !== 'waiting') return shown
  // What was proposed names cases of its own: the page may be opened by another of these.
  const [named, entry] = await Promise.all([
    here.caseId === self.caseId ? self : entryOf(c, tx, here),
    entryOf(c, tx, other),
  ])
  return named && entry ? { ...shown, compared: comparedWith(named, entry) } : shown
}
