import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { basisOf } from '#core/policy/basis.ts'
import type { Concessions } from '#core/policy/concessions.ts'
import { isInForce } from '#core/policy/enacted.ts'
import { unless, type PolicyProblem as Problem } from '#core/policy/problem.ts'
import { termOf } from '#core/policy/procedure.ts'
import { problemsOfAsked, problemsOfPaid } from '#records/policy-check-asked.ts'
import { problemsOfStands } from '#records/policy-check-stands.ts'
import {
  concessionChecks,
  documentChecks,
  dutyChecks,
  termChecks,
  TIMES,
  type TermChecks,
} from '#records/policy-check-shapes.ts'
import type { PolicyFiles } from '#records/policy-files.ts'
import { placed, readDocument, type PolicyProblem } from '#records/policy-reading.ts'

/**
 * Where policy does not come to what somebody worked out by hand from the law (policy/checks). A
 * folder without such checks has none to fail.
 */
export function problemsOfChecks(folder: string, policy: PolicyFiles): readonly PolicyProblem[] {
  const checks = join(folder, 'checks')
  if (!existsSync(checks)) return []
  const held = <Shape extends z.ZodType>(
    file: string,
    shape: Shape,
    problemsOf: (expected: z.output<Shape>, policy: PolicyFiles) => readonly Problem[],
  ): readonly PolicyProblem[] => {
    const problems: PolicyProblem[] = []
    const read = readDocument(join(checks, file), shape, problems)
    return read ? problemsOf(read.value, policy).map(placed(read.lineOf)) : problems
  }
  return [
    ...held('concessions.yaml', concessionChecks, problemsOfStands),
    ...held('terms.yaml', termChecks, problemsOfTerms),
    ...held('duty.yaml', dutyChecks, problemsOfPaid),
    ...held('documents.yaml', documentChecks, problemsOfAsked),
  ]
}

type Time = { readonly length: number; readonly unit: string }

const timeText = ({ length, unit }: Time): string => `${length} ${unit}`

/** Each time is as the law says, in its unit and by its clause; and none is left out. */
function problemsOfTerms({ on, terms }: TermChecks, policy: PolicyFiles): readonly Problem[] {
  const concessions = policy.concessions.filter((each) => isInForce(each, on))
  return [
    ...terms.flatMap(({ is, by, concessions: standing = {}, procedures = {} }, index) => {
      const same = (
        where: string,
        found: { readonly time: Time | undefined; readonly basis: string | undefined },
      ) => {
        const wanted = `${timeText(is)} (${by})`
        const came = found.time ? `${timeText(found.time)} (${found.basis})` : 'nothing'
        return unless(
          wanted === came,
          ['terms', index, 'is'],
          `${where}: ${wanted} was expected, and ${came} came`,
        )
      }
      return [
        ...Object.entries(standing).flatMap(([code, property]) => {
          const concession = concessionOf(concessions, code)
          return same(`${property} of ${code}`, {
            time: concession?.[property],
            basis: concession && basisOf(concession, property),
          })
        }),
        ...Object.entries(procedures).flatMap(([family, codes]) =>
          codes.flatMap((code) => {
            const procedure = policy.procedures.find(
              (each) => each.family === family && isInForce(each, on),
            )
            const time = procedure && termOf(procedure, code)
            return same(`${code} of ${family}`, { time, basis: time && basisOf(time, 'length') })
          }),
        ),
      ]
    }),
    ...concessions.flatMap((document) =>
      document.concessions.flatMap((concession) =>
        TIMES.flatMap((property) =>
          unless(
            concession[property] === undefined ||
              terms.some((each) => each.concessions?.[concession.code] === property),
            ['terms'],
            `nothing says what ${property} of ${concession.code} has to be`,
          ),
        ),
      ),
    ),
  ]
}

const concessionOf = (documents: readonly Concessions[], code: string) =>
  documents.flatMap(({ concessions }) => concessions).find((each) => each.code === code)
