import type { Relation } from '#core/cases/life.ts'
import { answered, service } from '#exchange/asked-service.ts'
import { isAbout, named, personAsked, saidOf } from '#exchange/person.ts'
import { familyTies } from '#exchange/services/family-ties/contract.ts'

/** The act that makes somebody what they are; of whoever only depends on another there is none. */
const ACTS: Readonly<Partial<Record<Relation, 'marriage' | 'birth'>>> = {
  spouse: 'marriage',
  child: 'birth',
}

export const askFamilyTies = service(familyTies, {
  call: (question) => {
    const { tie } = question
    const [person, relative] = [personAsked(question), tie && named(tie.to)]
    const act = tie && ACTS[tie.relation]
    return person && relative && act && { person, relative, act }
  },
  read: ({ result, person: said, act }, { person }) => {
    if (!isAbout(said, person)) return { as: 'other-person' }
    return answered(result, [saidOf(said)], act && `${act.number}, ${act.on}`)
  },
})
