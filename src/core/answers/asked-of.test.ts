import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { askedIn } from '#core/answers/asked-of.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { familyType } from '#test/toy-family.ts'
import { say } from '#test/toy-rules.ts'
import { field } from '#test/toy-types.ts'

/** With a question whose last answer is for some alone. */
const asking = (of: readonly string[]): CaseType => ({
  ...familyType,
  blocks: familyType.blocks.map((block) => ({
    ...block,
    fields: [
      ...block.fields,
      field('why', 'choice', {
        options: [
          { code: 'lost', label: say('Lost') },
          { code: 'none', label: say('Nothing'), of },
        ],
      }),
    ],
  })),
})

const [first = '', other = ''] = familyType.roles.map(({ code }) => code)

const offeredTo = (role: string) =>
  askedIn(asking([first]), [role])
    .blocks.flatMap(({ fields }) => fields)
    .find(({ code }) => code === 'why')
    ?.options?.map(({ code }) => code)

test('an answer that is for some is offered to nobody else', () => {
  deepEqual(offeredTo(first), ['lost', 'none'])
  deepEqual(offeredTo(other), ['lost'])
})
