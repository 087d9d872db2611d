import type { KeyObject } from 'node:crypto'
import type { Answers } from '#core/answers/answers.ts'
import { assert } from '#core/assert.ts'
import type { Uploaded } from '#core/cases/filing.ts'
import type { Actor } from '#core/cases/roles.ts'
import type { IsoDate, IsoMoment } from '#core/dated.ts'
import type { Description } from '#core/policy/policy.ts'
import type { Sheet } from '#main/demonstration/papers.ts'
import type { Filing } from '#main/demonstration/steps.ts'
import type { Act, Story } from '#main/demonstration/story.ts'
import { actingOn, type Database, type Tx } from '#platform/database.ts'
import type { Stored } from '#platform/vault.ts'
import { readAnswers, saveBlock } from '#records/answers.ts'
import type { Reader } from '#records/cases.ts'
import { addDocument } from '#records/documents.ts'
import type { House } from '#records/house.ts'
import type { Case } from '#records/read-case.ts'

/** A paper that lies sealed in the vault. */
export type Kept = Sheet & { readonly stored: Stored }

/** Somebody who reads and acts for themselves, in a session of theirs. */
export type Joining = { readonly reader: Reader; readonly token: string }

/** An invented person, and the case that is to be about them with the key to it. */
type Person = {
  readonly reader: Reader
  readonly caseId: string
  readonly key: KeyObject
  /** Of the session in which they act. */
  readonly token: string
}

/** An invented person with an account, papers and the law that the application comes under. */
export type Settled = {
  readonly story: Story
  readonly person: Person
  /** Who joins their cases, with an account of their own. */
  readonly spouse?: Joining
  /** To every question, as they will be once all is filled in. */
  readonly answers: Answers
  readonly papers: readonly Kept[]
  readonly description: Description
}

/** Where a story has come to: its cases, the newest of which goes on, and what is filled in. */
export type Live = Settled & {
  readonly cases: readonly Case[]
  readonly before: Filing
  readonly after: Filing
  /** Those for whom they act, by their passports: the same people in each case. */
  readonly kin?: ReadonlyMap<string, string>
}

/** Somebody at work: an official, in a session of theirs. */
export type AtWork = { readonly actor: Actor; readonly token: string }

/** The house as each face has it, each with its own rights in the database. */
export type Faces = {
  readonly portal: House
  readonly office: House
  readonly jobs: House
  /** Where registers are asked from. */
  readonly exchange: Database
}

export type Stage = {
  readonly faces: Faces
  readonly official: (mailbox: string) => AtWork
}

export type Moment = { readonly at: IsoMoment; readonly on: IsoDate }

export const NOTHING: Filing = { answers: {}, documents: [] }

export const unbegun = (settled: Settled): Live => ({
  ...settled,
  cases: [],
  before: NOTHING,
  after: NOTHING,
})

/** An act at its moment. */
export type Scene = { readonly act: Act; readonly moment: Moment }

/** The house, with whoever has that session acting in it. */
export const actingIn = (house: House, token: string): House => ({
  ...house,
  db: actingOn(house.db, { token, at: house.clock.now() }),
})

/** Answers as the applicant finds them in the account. */
export async function saveAnswers(
  tx: Tx,
  { found, description }: { readonly found: Case; readonly description: Description },
  { answers, at }: { readonly answers: Answers; readonly at: IsoMoment },
): Promise<void> {
  const { partyId, key, standing } = found
  const { id: caseId } = standing
  const { versions } = (await readAnswers(tx, caseId))({ partyId, key })
  const saved = description.type.blocks.map(async (block) => {
    const items = answers[block.code]
    const version = versions[block.code] ?? 0
    if (items) await saveBlock(tx, { caseId, partyId, block, items, version, key, at })
  })
  await Promise.all(saved)
}

export async function filed(
  tx: Tx,
  { found, paper, at }: { found: Case | undefined; paper: Kept; at: IsoMoment },
): Promise<Uploaded> {
  assert(found !== undefined, 'a case that was begun is there')
  const { standing, key, partyId } = found
  const { kind, name, media, stored, bytes } = paper
  const file = { kind, name, media, stored, bytes: bytes.length, pages: 1 }
  const id = await addDocument(tx, { ...file, caseId: standing.id, partyId, key, addedAt: at })
  return { id, kind }
}
