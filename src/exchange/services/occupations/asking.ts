import { answered, service } from '#exchange/asked-service.ts'
import { occupations } from '#exchange/services/occupations/contract.ts'

/** The whole list is asked for, and read for one occupation: the register learns of nobody. */
export const askOccupations = service(occupations, {
  call: (_question, { on }) => ({ on }),
  read: ({ occupation: list }, _said, { occupation: theirs }) => {
    if (list === undefined) return answered('none')
    const groups = list.filter(({ code }) => typeof theirs === 'string' && theirs.startsWith(code))
    const [nearest] = groups.toSorted((one, other) => other.code.length - one.code.length)
    if (nearest === undefined) return answered('not-listed')
    const { title, shortage, priority } = nearest
    if (shortage === 'yes' && priority === 'yes') return answered('both', [], title)
    if (shortage === 'yes') return answered('shortage', [], title)
    return answered(priority === 'yes' ? 'priority' : 'neither', [], title)
  },
})
