import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { DEMONSTRATION_OFFICIALS } from '#records/demonstration-officials.ts'
import type { House } from '#records/house.ts'
import type { Official } from '#records/officials.ts'
import type { TestHouse } from '#test/house.ts'
import { countingStatements } from '#test/statements.ts'
import {
  firstOfEach,
  officeAddresses,
  ONE_OF_EACH_ROLE,
  ownerOf,
  type Place,
  PORTAL_LANGUAGES,
  portalAddresses,
  ROOM_LANGUAGES,
  streets,
} from '#test/streets.ts'
import type { Visitor } from '#test/visitor.ts'

/** Walks every path as everybody: a page has a status that makes sense, a language and a title. */
async function look(somebody: Visitor, path: string): Promise<number> {
  const answer = await somebody.get(path)
  const { status } = answer
  ok([200, 303, 401, 403, 404, 409, 410].includes(status), `${status} at ${path}`)
  const type = answer.headers.get('content-type') ?? ''
  if (status === 303 || !type.startsWith('text/html')) {
    await answer.arrayBuffer()
    return status
  }
  const text = await answer.text()
  const language = path.split('/')[1] ?? ''
  ok(text.includes(`<html lang="${language}"`), `${path} says its language`)
  match(text, /<title>[^<]{3,} – [^<]+<\/title>/, `${path} has a title`)
  equal(text.match(/<h1[\s>]/g)?.length, 1, `${path} has one first heading`)
  equal(/undefined|\[object Object\]|NaN/.exec(visible(text))?.[0], undefined, path)
  equal(/ style="|<script>|onclick=/.exec(text)?.[0], undefined, `${path} has nothing inline`)
  return status
}

const visible = (text: string): string =>
  text.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<[^>]+>/g, ' ')

/**
 * Officials read a case with who did what, what was decided, what is about what it gave or about
 * itself, how long it is kept, what is owed for it, the card of its holder, and, where it does not
 * say who somebody is, with another that does.
 * People read one that has ended with what it gave, what contests it and how long it is kept, what
 * is to be paid for it, for what they have to come, and what still names them as before.
 */
const STATEMENTS_MAX = { portal: 9, office: 11 } as const

/** Notes every visit for which the database was asked more than a page may ask. */
function thrift(face: House, most: number) {
  const statements = countingStatements(face)
  let before = statements()
  const spent: string[] = []
  return {
    spent,
    begin: () => {
      before = statements()
    },
    visited: (path: string) => {
      const taken = statements() - before
      before = statements()
      if (taken > most) spent.push(`${path}: ${taken}`)
      return taken
    },
  }
}

test('every path can be walked by everybody, in every language', async (t) => {
  const { home, places } = await streets(t)
  const { spent, begin, visited } = thrift(home.faces.portal, STATEMENTS_MAX.portal)
  const seen = new Set<string>()

  for (const language of PORTAL_LANGUAGES) {
    const stranger = home.visitor()
    for (const path of portalAddresses(language)) {
      const status = await look(stranger, path)
      // Steps of a file are sent by a script; nobody goes there.
      const isForPeople = path.includes('/applications') && !path.includes('/uploads')
      if (isForPeople) equal(status, 303, `${path} asks who it is`)
    }
  }
  for (const [index, place] of places.entries()) {
    const language = PORTAL_LANGUAGES[index % PORTAL_LANGUAGES.length] ?? 'en'
    const owner = await ownerOf(home, place)
    begin()
    for (const path of portalAddresses(language, place)) {
      if ((await look(owner, path)) === 200) seen.add(path.replace(place.id, ':id').slice(3))
      const taken = visited(path)
      ok(taken > 0 || !path.includes('/applications'), 'they are counted')
    }
  }
  deepEqual(spent, [])
  for (const wanted of [
    '/decision',
    '/correct',
    '/check',
    '/documents',
    '/letters',
    '/receipt',
    '/reply',
  ]) {
    ok(seen.has(`/applications/:id${wanted}`), `${wanted} was shown to somebody`)
  }
})

const STEPPING: readonly string[] = ['case-officer', 'signer', 'expert', 'objection-officer']

/** The case itself for everybody, what can be done with it for those who do it. */
const isOfCase = (path: string, { id, status }: Place, role: string): boolean =>
  path.endsWith(id) || path.endsWith(status) || (DOING.test(path) && STEPPING.includes(role))

const DOING = /\/(steps|open)\//

const OFFERED: readonly string[] = [
  'steps/return',
  'steps/accept',
  'steps/score',
  'steps/give-opinion',
  'steps/extend',
  'steps/draft-decision',
  'steps/send-back',
  'steps/sign',
  'open/annulment',
  'steps/propose-annulment',
  'steps/drop-annulment',
  'steps/reply',
  'open/death-report',
  'steps/confirm-death',
  'steps/dismiss-death-report',
]

test('the office answers each role at every address, and who works at cases for every state', async (t) => {
  const { home, places } = await streets(t)
  const { spent, begin, visited } = thrift(home.faces.office, STATEMENTS_MAX.office)
  const shown = new Set<string>()

  for (const [index, { email, role }] of ONE_OF_EACH_ROLE.entries()) {
    const language = ROOM_LANGUAGES[index % ROOM_LANGUAGES.length] ?? 'en'
    const official = await home.office(email)
    begin()
    // Whoever does nothing with cases reads one of each type.
    const read = STEPPING.includes(role) ? places : firstOfEach(places)
    for (const [visit, place] of read.entries()) {
      const addresses = officeAddresses(language, place)
      // What else there is of a case is looked at in turn: it says the same to all of them.
      const isTurn = STEPPING[visit % STEPPING.length] === role
      const isWanted = (path: string) =>
        isOfCase(path, place, role) || (isTurn && path.includes(place.id))
      for (const path of visit === 0 ? addresses : addresses.filter(isWanted)) {
        const status = await look(official, path)
        if (place.reached === 'draft' && path.includes('/cases/')) {
          equal(status, 404, `nobody sees a draft, nor does ${role}`)
        }
        ok(visited(path) > 0, 'they are counted')
        if (status === 200) shown.add(path.replace(place.id, ':id').slice(3))
      }
    }
  }
  deepEqual(spent, [])
  for (const page of OFFERED) ok(shown.has(`/cases/:id/${page}`), `${page} was offered to somebody`)
})

test('no case is reached by somebody else, at any address of either face', async (t) => {
  const { home, places } = await streets(t)
  const stranger = await home.signedUpApplicant()
  const all = firstOfEach(places)
  for (const place of places) {
    // Whose it is, is asked before anything of a page: one address stands for all in another state.
    const isWanted = (path: string) =>
      all.includes(place) ? path.includes(place.id) : path.endsWith(place.id)
    for (const path of portalAddresses('en', place).filter(isWanted)) {
      const status = await look(stranger, path)
      ok(status === 404 || status === 303, `${status} at ${path}, which is another’s`)
    }
  }
  const shown: string[] = []
  for (const { email } of OF_BODIES) {
    const official = await home.office(email)
    for (const place of places) {
      const isTheirs = await isWith(home, place, official.official)
      // Where nothing is theirs one step stands for all: the case is looked for before any.
      const isWanted = (path: string) =>
        isTheirs
          ? path.includes(place.id)
          : path.endsWith(place.id) || path.endsWith(`${place.id}/steps/${place.steps[0]}`)
      for (const path of officeAddresses('en', place).filter(isWanted)) {
        const status = await look(official, path)
        if (!isTheirs) equal(status, 404, `${email} at ${path}`)
        else if (status === 200) shown.push(email)
      }
    }
  }
  ok(new Set(shown).size > 3, 'several bodies are asked')
})

const OF_BODIES = DEMONSTRATION_OFFICIALS.filter(({ body }) => body !== undefined)

/** Whether something in the case is theirs, while it is with those who were asked. */
async function isWith(
  { db }: TestHouse,
  { id }: Place,
  official: Official | undefined,
): Promise<boolean> {
  const found = await db
    .selectFrom('task')
    .innerJoin('caseFile', 'caseFile.id', 'task.caseId')
    .select('ownerRole')
    .where('caseFile.id', '=', id)
    .where('stage', '=', 'with-others')
    .where('ownerBody', '=', official?.body ?? '')
    .execute()
  return found.length > 0
}

/** Back into the days of the demonstration, and on to the birthday of computers. */
const DAYS_BACK = [60, 20_060]

const ABOUT_DAYS = ONE_OF_EACH_ROLE.filter(
  ({ role }) => STEPPING.includes(role) || role === 'administrator',
)

for (const days of DAYS_BACK) {
  test(`a clock that has gone back ${days} days makes no page fail`, async (t) => {
    const { home, places } = await streets(t)
    home.clock.advance(-days * 86_400_000)
    const visited = firstOfEach(places)
    for (const path of portalAddresses('en')) await look(home.visitor(), path)
    for (const place of visited) {
      const owner = await ownerOf(home, place)
      for (const path of portalAddresses('en', place)) await look(owner, path)
    }
    for (const [turn, { email, role }] of ABOUT_DAYS.entries()) {
      const official = await home.office(email)
      // In turn: which role looks decides what may be pressed, and not how days are counted.
      const theirs = visited.filter((_, index) => index % ABOUT_DAYS.length === turn)
      for (const [visit, place] of theirs.entries()) {
        const isWanted = (path: string) =>
          path.includes(place.id) || isOfCase(path, place, role) || visit === 0
        for (const path of officeAddresses('en', place).filter(isWanted)) await look(official, path)
      }
    }
  })
}
