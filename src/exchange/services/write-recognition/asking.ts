import { personAsked } from '#exchange/person.ts'
import { answered, service } from '#exchange/asked-service.ts'
import { writeRecognition } from '#exchange/services/write-recognition/contract.ts'

export const tellRecognition = service(writeRecognition, {
  call: ({ status, ...question }) => {
    const person = personAsked(question)
    if (person === undefined || status === undefined) return undefined
    const { number, from, until, state, endedAs, changedOn } = status
    const recognition = {
      number,
      from,
      until,
      state: state === 'in-force' ? ('valid' as const) : state,
      changedOn,
    }
    return {
      person,
      recognition: endedAs === undefined ? recognition : { ...recognition, endedAs },
    }
  },
  read: ({ result }) => answered(result),
})
