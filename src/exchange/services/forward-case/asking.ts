import type { z } from 'zod'
import type { Place } from '#core/cases/marked.ts'
import { isoDate } from '#core/dated.ts'
import { service } from '#exchange/asked-service.ts'
import { personAsked } from '#exchange/person.ts'
import { forwardCase } from '#exchange/services/forward-case/contract.ts'

export const askForwarded = service(forwardCase, {
  call: ({ forwarded, ...question }, { issue }) => {
    const person = personAsked(question)
    if (person === undefined || forwarded === undefined) return undefined
    const { does, heard, filed } = forwarded
    return {
      case: issue,
      does,
      heard: String(heard),
      person,
      ...(filed === undefined ? {} : { filed }),
    }
  },
  read: (answer, said) => {
    const { case: of, result, place, number, on, note, gives, complaint, mark = [] } = answer
    if (of !== said.case) return { as: 'other-person' }
    const n = Number(place ?? 0)
    // What was heard before is said twice, or late: what comes after it is waited for.
    if (result === 'waits' || n <= Number(said.heard)) return { as: 'waits' }
    const marks = mark.flatMap(markOf)
    const report = {
      as: result,
      n,
      ...(number === undefined ? {} : { number }),
      ...(on === undefined ? {} : { on: isoDate(on) }),
      ...(gives === undefined ? {} : { gives: givenOf(gives) }),
      ...(complaint === undefined ? {} : { complaint }),
      ...(note === undefined ? {} : { note }),
      // One that names neither an answer nor a document is kept as none that can be mended.
      ...(mark.length === 0 ? {} : { marks: marks.length === mark.length ? marks : [] }),
    }
    return { as: 'answer', answered: { result, says: [], report } }
  },
})

type Said = z.output<typeof forwardCase.answer>

const givenOf = ({ number, until }: NonNullable<Said['gives']>) =>
  until === undefined ? { number } : { number, until: isoDate(until) }

function markOf({
  block,
  item,
  field,
  document,
  note,
}: NonNullable<Said['mark']>[number]): readonly Place[] {
  if (document !== undefined) return [{ kind: 'document', document, note }]
  if (block === undefined || item === undefined || field === undefined) return []
  return [{ kind: 'field', block, item, field, note }]
}
