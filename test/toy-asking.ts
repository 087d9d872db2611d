import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { assert } from '#core/assert.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { TestHouse } from '#test/house.ts'
import { taken } from '#test/life-parts.ts'
import { policyWithMissions } from '#test/missions.ts'
import type { Ending } from '#test/published.ts'
import { PROVISIONAL, say } from '#test/toy-rules.ts'
import { block, field } from '#test/toy-types.ts'

const basis = PROVISIONAL

/** A case that anybody begins to a mission: answered there, handed over, closed or taken back. */
export const toyQuestion: CaseType = {
  code: 'toy-question',
  version: 1,
  title: say('Toy question'),
  numberPrefix: 'TQ',
  procedure: 'az-nk-99',
  fileBytesMax: 1000,
  caseBytesMax: 1000,
  filesMax: 1,
  blocks: [block('asked', [field('text', 'long-text', { max: 2000 })])],
  applicants: [],
  checklist: [],
  roles: [{ code: 'asker', title: say('Asker'), basis }],
  begins: { by: ['asker'], about: { mission: 'any' }, basis },
  clock: { term: 'completeness' },
  keep: { term: 'kept-undecided', from: 'ended', notice: 'keep-notice' },
  states: [
    { code: 'draft', stage: 'draft', owner: 'asker', clock: 'draft-notice', basis },
    { code: 'here', stage: 'examined', owner: 'mission-officer', clock: 'completeness', basis },
    { code: 'there', stage: 'examined', owner: 'case-officer', clock: 'completeness', basis },
    { code: 'told', stage: 'ended', title: say('The toy was told'), basis },
    { code: 'told-there', stage: 'ended', basis },
    { code: 'nothing', stage: 'ended', basis },
    { code: 'gone', stage: 'ended', basis },
  ],
  steps: [
    {
      code: 'begin',
      kind: 'begin',
      from: [],
      by: ['asker'],
      to: 'draft',
      name: say('Ask a toy'),
      basis,
    },
    {
      code: 'send',
      kind: 'file',
      to: 'here',
      name: say('Send the toy'),
      ...taken(['draft'], 'asker'),
    },
    { code: 'tell-toy', kind: 'say', to: 'told', ...taken(['here'], 'mission-officer') },
    {
      code: 'pass',
      kind: 'say',
      shown: 'office',
      to: 'there',
      ...taken(['here'], 'mission-officer'),
    },
    { code: 'tell-there', kind: 'say', to: 'told-there', ...taken(['there'], 'case-officer') },
    {
      code: 'more',
      kind: 'say',
      name: say('Ask more'),
      ...taken(['told'], 'asker'),
      reply: { step: 'tell-more', clock: 'message' },
    },
    { code: 'tell-more', kind: 'say', ...taken(['told'], 'mission-officer') },
    {
      code: 'note-toy',
      kind: 'say',
      shown: 'office',
      ...taken(['here', 'there'], 'mission-officer', 'case-officer'),
    },
    {
      code: 'shut',
      kind: 'end',
      to: 'nothing',
      ...taken(['here', 'there'], 'mission-officer', 'case-officer'),
    },
    { code: 'take-away', kind: 'end', to: 'gone', ...taken(['here', 'there'], 'asker') },
  ],
  outcomes: [],
  letters: [
    ...['send', 'tell-toy', 'tell-there', 'tell-more'].map((on) => ({
      code: `on-${on}`,
      on,
      subject: say(`{number}: ${on}`),
      body: say(on === 'send' ? 'By {dueOn}: {link}' : 'Read it: {link}'),
      basis,
    })),
    { code: 'goes', on: 'keep-ends', subject: say('Goes'), body: say('{dueOn} {link}'), basis },
  ],
  basis,
}

/** The frozen policy with the invented missions, and what anybody can ask them. */
export function policyWithQuestions(t: Ending, from?: string): string {
  const folder = policyWithMissions(t, undefined, from)
  const text = stringify(toyQuestion, { aliasDuplicateObjects: false })
  writeFileSync(join(folder, 'types', 'toy-question.yaml'), text)
  return folder
}

export const ASK = '/en/missions/example-ankara/ask/toy-question'
export const ASKER = 'deniz@example.org'

/** A question that came: its number, and the address in the mail that tells so. */
export async function questionAsked(
  home: TestHouse,
  { text = 'May my spouse work?', email = ASKER, at = ASK } = {},
) {
  const asker = home.visitor()
  const answer = await asker.post(at, { text, email })
  assert(answer.status === 303, `the question came: ${answer.status}`)
  const [mail] = await home.mails(email)
  assert(mail !== undefined, 'a mail tells so')
  const link = linkIn(mail.text)
  const number = /TQ-\d{4}-\d{6}/.exec(mail.subject)?.[0] ?? ''
  const { id } = await home.db
    .selectFrom('caseFile')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  return { asker, link, number, id }
}

/** The secret address in a mail. */
export const linkIn = (text: string): string =>
  /http:\/\/portal\.test(\/[a-z]{2}\/questions\/[\w-]{43})/.exec(text)?.[1] ?? ''

/** What an official writes by a step of the case. */
export async function saidBy(
  home: TestHouse,
  who: string,
  { id, step, text }: Readonly<Record<'id' | 'step' | 'text', string>>,
): Promise<Response> {
  const official = await home.office(`${who}@kecid.example`)
  const address = `/en/cases/${id}/steps/${step}`
  const page = await (await official.get(address)).text()
  const version = /name="version" value="([^"]*)"/.exec(page)?.[1] ?? ''
  return official.post(address, { text, version })
}
