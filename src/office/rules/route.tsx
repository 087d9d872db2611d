import { Hono } from 'hono'
import { isoMoment, type IsoDate } from '#core/dated.ts'
import type { OfficeLanguage } from '#core/language.ts'
import type { Role } from '#core/cases/roles.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { warningsOfType } from '#core/policy/check-warn.ts'
import { descriptionsInForce, isScored, type Policy } from '#core/policy/policy.ts'
import type { Procedure } from '#core/policy/procedure.ts'
import { provisionalValues } from '#core/policy/provisional.ts'
import type { Scoring } from '#core/policy/scoring.ts'
import { inTransaction } from '#platform/database.ts'
import { viewOf, type OfficeContext, type OfficeEnv } from '#office/env.ts'
import { paths } from '#office/paths.ts'
import { AdoptPage } from '#office/rules/adopt/page.tsx'
import { RulesPage, type ShownDocument } from '#office/rules/page.tsx'
import { publishedDocuments, type PublishedDocument } from '#office/rules/queries.ts'
import { signedInOnly } from '#office/session.tsx'
import { namesOfOfficials } from '#records/officials.ts'
import { adopt } from '#records/policy.ts'
import { wouldMove, type WouldMove } from '#records/policy-moves.ts'
import { officeTag } from '#telling/case-words.ts'
import { done } from '#telling/done.tsx'
import { placeNames, valueInWords } from '#telling/policy-in-words.ts'

/** Rules are drafted by one role and approved by the other; either may take one over. */
const ADOPTING_ROLES: readonly Role[] = ['policy-officer', 'policy-approver']

export const rulesRoute = new Hono<OfficeEnv>()

rulesRoute.use(paths.rules.pattern, signedInOnly)
rulesRoute.use(paths.adopt.pattern, signedInOnly)

rulesRoute.get(paths.rules.pattern, (c) => show(c, { refused: false }))

/** What is adopted, and with what: it is asked before it is done. */
rulesRoute.get(paths.adopt.pattern, async (c) => {
  if (adoptingRole(c) === undefined) return c.notFound()
  const hash = c.req.param('hash') ?? ''
  const [document] = await documentsIn(c, (one) => one.hash === hash)
  if (!document) return c.notFound()
  return c.render(<AdoptPage view={viewOf(c)} document={document} adopter={c.var.official.id} />)
})

rulesRoute.post(paths.adopt.pattern, async (c) => {
  const { house, official, language } = c.var
  const hash = c.req.param('hash') ?? ''
  const { procedures, scorings, types } = house.policy
  if (![procedures, scorings, types].some((each) => each.get(hash) !== undefined))
    return c.notFound()
  const role = adoptingRole(c)
  if (!role) return show(c, { refused: true })
  await inTransaction(house.db, (tx) =>
    adopt(tx, house.secret, { hash, by: official.id, role, at: house.clock.now() }),
  )
  return done(c, paths.rules.to(language), 'adopted')
})

const adoptingRole = (c: OfficeContext): Role | undefined =>
  c.var.official.roles.find((role) => ADOPTING_ROLES.includes(role))

async function show(c: OfficeContext, { refused }: { readonly refused: boolean }) {
  const documents = await documentsIn(c, () => true)
  const mayAdopt = adoptingRole(c) !== undefined
  return c.render(
    <RulesPage
      view={viewOf(c)}
      documents={documents}
      needed={c.var.house.adoptionNeeded}
      refused={refused}
      {...(mayAdopt ? { adopter: c.var.official.id } : {})}
    />,
    refused ? 409 : 200,
  )
}

/** Those of the documents in force that are wanted, with who took them over. */
async function documentsIn(
  c: OfficeContext,
  wanted: (one: Named) => boolean,
): Promise<readonly ShownDocument[]> {
  const { house, language } = c.var
  const { db, secret, policy, clock } = house
  const named = documentsInForce(policy, clock.today(), language).filter(wanted)
  const [published, names, moving] = await inTransaction(db, async (tx) => {
    const found = await publishedDocuments(
      tx,
      named.map(({ hash }) => hash),
    )
    const people = found.flatMap(({ adoptions }) => adoptions.map(({ party }) => party))
    const moving = new Map<string, readonly WouldMove[]>()
    for (const { hash } of named) {
      if (policy.types.get(hash)?.for) moving.set(hash, await wouldMove(tx, policy, hash))
    }
    return [found, await namesOfOfficials(tx, secret, people), moving] as const
  })
  return named.flatMap((one) => {
    const found = published.find(({ hash }) => hash === one.hash)
    if (!found) return []
    const moves = shownMoves(policy.types.get(one.hash), moving.get(one.hash), language)
    const warnings = warningsIn(policy, one.hash)
    return [{ ...shownDocument(one, found, { names, language }), ...moves, warnings }]
  })
}

/** What whoever adopts a type should know, beside the others of today. */
function warningsIn({ types }: Policy, hash: string): ShownDocument['warnings'] {
  const type = types.get(hash)
  return type ? warningsOfType(type, [...types.current.values()]).map((each) => each.warning) : []
}

type Named = Pick<ShownDocument, 'kind' | 'hash' | 'title' | 'inForceFrom'>

/** Of every type its description, and the procedure and the scoring that it has today. */
function documentsInForce(policy: Policy, on: IsoDate, language: OfficeLanguage): readonly Named[] {
  const named = descriptionsInForce(policy, on).flatMap((description): readonly Named[] => {
    const { procedure, procedureHash, type, typeHash } = description
    const enacted = ({ title, inForceFrom }: Procedure | Scoring) => ({
      title: title[language],
      inForceFrom,
    })
    return [
      { kind: 'procedure', hash: procedureHash, ...enacted(procedure) },
      ...(isScored(description)
        ? [
            {
              kind: 'scoring',
              hash: description.scoringHash,
              ...enacted(description.scoring),
            } as const,
          ]
        : []),
      { kind: 'application-type', hash: typeHash, title: type.title[language] },
    ]
  })
  return [...new Map(named.map((each) => [each.hash, each])).values()]
}

/** In the words for states of either version. */
function shownMoves(
  type: CaseType | undefined,
  moving: readonly WouldMove[] | undefined,
  language: OfficeLanguage,
): Pick<ShownDocument, 'moves'> {
  if (type === undefined || moving === undefined) return {}
  const tag = (state: string, of: CaseType) => officeTag({ state }, of, language)
  return {
    moves: moving.map(({ was, from, to, cases }) => ({
      from: tag(from, was),
      to: tag(to, type),
      cases,
    })),
  }
}

type Reading = {
  readonly names: ReadonlyMap<string, string>
  readonly language: OfficeLanguage
}

function shownDocument(
  named: Named,
  { adoptions, document }: PublishedDocument,
  { names, language }: Reading,
): Omit<ShownDocument, 'warnings'> {
  return {
    ...named,
    adopters: adoptions.map(({ party: id, adoptedAt }) => ({
      id,
      name: names.get(id) ?? id,
      at: isoMoment(adoptedAt),
    })),
    provisional: provisionalValues(document).map(({ path, value }) => ({
      place: placeNames(document, path, language),
      value: valueInWords(value, language),
    })),
  }
}
