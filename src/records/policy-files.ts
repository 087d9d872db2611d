import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { problemsOfPlace, type Place } from '#core/appointments/places.ts'
import type { StatusKind } from '#core/cases/statuses.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { problemsOfStatus } from '#core/policy/check-statuses.ts'
import { problemsOfProcedure } from '#core/policy/check-procedure.ts'
import { problemsOfScoring } from '#core/policy/check-scoring.ts'
import { warningsOfType } from '#core/policy/check-warn.ts'
import { problemsOfType } from '#core/policy/check.ts'
import { areTogether, covers, overlapsAndGaps } from '#core/policy/enacted.ts'
import type { Around } from '#core/policy/around.ts'
import { problemsOfConcessions, type Concessions } from '#core/policy/concessions.ts'
import type { Laws } from '#core/policy/laws.ts'
import { problemsOfOffered } from '#core/policy/offered.ts'
import type { Policy } from '#core/policy/policy.ts'
import type { PolicyProblem as Problem } from '#core/policy/problem.ts'
import type { Procedure } from '#core/policy/procedure.ts'
import type { Scoring } from '#core/policy/scoring.ts'
import {
  problemsOfAnswering,
  problemsOfConsulted,
  problemsOfSystems,
  problemsOfTold,
  type Systems,
} from '#core/policy/systems.ts'
import { problemsOfMission, type Mission } from '#core/promotion/missions.ts'
import { calendarShape, type CalendarDocument } from '#records/policy-calendars.ts'
import type { Documents, Kind } from '#records/policy-documents.ts'
import { concessionsShape } from '#records/policy-concessions.ts'
import { missionShape } from '#records/policy-missions.ts'
import { placeShape } from '#records/policy-places.ts'
import { statusKindShape } from '#records/policy-life-shapes.ts'
import {
  filesIn,
  placed,
  readDocument,
  readRaw,
  shaped,
  type Path,
  type PolicyProblem,
  type Read,
} from '#records/policy-reading.ts'
import {
  caseTypeShape,
  educationShape,
  lawsShape,
  occupationsShape,
  procedureShape,
  scoringShape,
} from '#records/policy-shapes.ts'
import { systemsShape } from '#records/policy-systems.ts'
import { partShape, withParts, type ReadPart } from '#records/policy-taken.ts'

export type PolicyFiles = {
  readonly laws: Laws
  readonly education: Documents['education']
  readonly occupations: Documents['occupations']
  readonly calendars: readonly CalendarDocument[]
  readonly procedures: readonly Procedure[]
  readonly scorings: readonly Scoring[]
  readonly types: readonly CaseType[]
  readonly statuses: readonly StatusKind[]
  readonly systems: Systems
  readonly concessions: readonly Concessions[]
  readonly places: readonly Place[]
  readonly missions: readonly Mission[]
}

export type PolicyRead =
  | {
      readonly ok: true
      readonly policy: PolicyFiles
      /** What whoever adopts it should know. */
      readonly warnings: readonly PolicyProblem[]
    }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] }

/** Reads and checks every document under a policy folder; one mistake refuses them all. */
export function readPolicyFiles(folder: string): PolicyRead {
  const problems: PolicyProblem[] = []
  const parts = existsSync(join(folder, 'parts')) ? readParts(join(folder, 'parts'), problems) : []
  const taken = <Shape extends z.ZodType>(path: string, shape: Shape) =>
    filesIn(join(folder, path)).flatMap((file) => {
      const raw = readRaw(file, problems)
      return (raw && shaped(withParts(raw, parts, problems), shape, problems)) ?? []
    })
  const one = <Shape extends z.ZodType>(path: string, shape: Shape) =>
    readDocument(join(folder, path), shape, problems)
  const every = <Shape extends z.ZodType>(path: string, shape: Shape) =>
    filesIn(join(folder, path)).flatMap((file) => readDocument(file, shape, problems) ?? [])

  const laws = one('laws.yaml', lawsShape)
  const education = one('education.yaml', educationShape)
  const occupations = one('occupations.yaml', occupationsShape)
  const calendars = every('calendars', calendarShape)
  const procedures = taken('procedures', procedureShape)
  const scorings = every('scorings', scoringShape)
  const types = taken('types', caseTypeShape)
  const statuses = every('statuses', statusKindShape)
  const systems = one('systems.yaml', systemsShape)
  // Not every house has any: the frozen policy of the tests has none.
  const some = <Shape extends z.ZodType>(path: string, shape: Shape) =>
    existsSync(join(folder, path)) ? every(path, shape) : []
  const concessions = some('concessions', concessionsShape)
  const places = some('places', placeShape)
  const missions = some('missions', missionShape)
  if (!laws || !education || !occupations || !systems || problems.length > 0)
    return { ok: false, problems }

  const read = { procedures, scorings, types, statuses, concessions }
  problems.push(...meaningProblems(folder, laws.value, read))
  problems.push(...problemsOfSystems(systems.value, laws.value).map(placed(systems.lineOf)))
  problems.push(
    ...consultedProblems(systems.value, read),
    ...codedProblems(places, laws.value, problemsOfPlace),
  )
  problems.push(...codedProblems(missions, laws.value, problemsOfMission))
  const kinds = { laws: laws.value, statuses: statuses.map(({ value }) => value) }
  const { offered } = systems.value
  problems.push(...problemsOfOffered(offered, kinds).map(placed(systems.lineOf)))
  if (problems.length > 0) return { ok: false, problems }
  const all = types.map(({ value }) => value)
  return {
    ok: true,
    warnings: types.flatMap(({ value, lineOf }) => warningsOfType(value, all).map(placed(lineOf))),
    policy: {
      laws: laws.value,
      education: education.value,
      occupations: occupations.value,
      systems: systems.value,
      calendars: calendars.map(({ value }) => value),
      procedures: procedures.map(({ value }) => value),
      scorings: scorings.map(({ value }) => value),
      types: types.map(({ value }) => value),
      statuses: statuses.map(({ value }) => value),
      concessions: concessions.map(({ value }) => value),
      places: places.map(({ value }) => value),
      missions: missions.map(({ value }) => value),
    },
  }
}

/** What documents can take; one that is no part is told. */
const readParts = (folder: string, problems: PolicyProblem[]): readonly ReadPart[] =>
  filesIn(folder).flatMap((file) => {
    const raw = readRaw(file, problems)
    const part = raw && shaped(raw, partShape, problems)
    return raw && part ? [{ ...raw, ...part }] : []
  })

/**
 * Why documents cannot be in force together that were not all read from one folder, each problem
 * with the place of its document. What is shipped and what was published are proved alone before.
 */
export function problemsTogether({
  laws,
  statuses,
  types,
  procedures,
  scorings,
  systems,
  concessions,
}: Omit<Policy, 'version'>): readonly string[] {
  const each = <Value>(kind: Kind, values: Iterable<Value>, nameOf: (value: Value) => string) =>
    [...values].map((value) => ({
      value,
      lineOf: (path: Path) => ({
        file: [`${kind} ${nameOf(value)}`, ...path.map(String)].join('.'),
        line: 1,
      }),
    }))
  const documents = {
    procedures: each('procedure', procedures.current.values(), ({ id }) => id),
    scorings: each('scoring', scorings.current.values(), ({ id }) => id),
    types: each('case-type', types.current.values(), ({ code }) => code),
    statuses: each('status', statuses.values(), ({ code }) => code),
    concessions: each('concessions', concessions, ({ id }) => id),
  }
  const kinds = { laws, statuses: [...statuses.values()] }
  return [
    ...meaningProblems('', laws, documents),
    ...consultedProblems(systems, documents),
    ...problemsOfOffered(systems.offered, kinds).map(({ path, reason }) => ({
      file: `systems.${path.join('.')}`,
      reason,
    })),
  ].map(({ file, reason }) => `${file}: ${reason}`)
}

/** Documents by their kinds, as they were read. */
type ReadDocuments = {
  readonly procedures: readonly Read<Procedure>[]
  readonly scorings: readonly Read<Scoring>[]
  readonly types: readonly Read<CaseType>[]
  readonly statuses: readonly Read<StatusKind>[]
  readonly concessions: readonly Read<Concessions>[]
}

function meaningProblems(
  folder: string,
  laws: Laws,
  read: ReadDocuments,
): readonly PolicyProblem[] {
  const { procedures, scorings, types, statuses, concessions } = read
  const around = {
    laws,
    statuses: statuses.map(({ value }) => value),
    types: types.map(({ value }) => value),
  }
  const ofDates = ([name, documents]: readonly [
    string,
    readonly Read<Procedure | Scoring | Concessions>[],
  ]) =>
    overlapsAndGaps(documents.map(({ value }) => value)).map((reason) => ({
      file: join(folder, name),
      line: 1,
      reason,
    }))
  return [
    ...procedures.flatMap(({ value, lineOf }) =>
      problemsOfProcedure(value, laws).map(placed(lineOf)),
    ),
    ...scorings.flatMap(({ value, lineOf }) => problemsOfScoring(value, laws).map(placed(lineOf))),
    ...types.flatMap((type) => problemsOfCases(type, read, around)),
    ...statuses.flatMap(({ value, lineOf }) => problemsOfStatus(value, around).map(placed(lineOf))),
    ...concessions.flatMap(({ value, lineOf }) =>
      problemsOfConcessions(value, around).map(placed(lineOf)),
    ),
    ...ofDates(['concessions', concessions]),
    ...ofOneFamily(folder, concessions),
    ...ofDates(['procedures', procedures]),
    ...ofDates(['scorings', scorings]),
  ]
}

/** A place and a mission are written once each, and mean something. */
const codedProblems = <Coded extends { readonly code: string }>(
  documents: readonly Read<Coded>[],
  laws: Laws,
  problemsOf: (document: Coded, laws: Laws) => readonly Problem[],
): readonly PolicyProblem[] =>
  documents.flatMap(({ value, lineOf }, index) => {
    const isTwice = documents.findIndex((each) => each.value.code === value.code) < index
    const twice = { path: ['code'], reason: `${value.code} is another one already` }
    return [...problemsOf(value, laws), ...(isTwice ? [twice] : [])].map(placed(lineOf))
  })

/** All concessions are of one family, so that on each day there is one document to show. */
const ofOneFamily = (
  folder: string,
  concessions: readonly Read<Concessions>[],
): readonly PolicyProblem[] => {
  const families = new Set(concessions.map(({ value }) => value.family))
  const reason = `${[...families].join(' and ')} are families of concessions, and one is shown`
  return families.size > 1 ? [{ file: join(folder, 'concessions'), line: 1, reason }] : []
}

/** What types ask of registers, and kinds of status tell them, is there. */
const consultedProblems = (
  systems: Systems,
  { types, statuses, procedures }: Pick<ReadDocuments, 'types' | 'statuses' | 'procedures'>,
): readonly PolicyProblem[] => [
  ...procedures.flatMap(({ value, lineOf }) =>
    problemsOfAnswering(value, systems).map(placed(lineOf)),
  ),
  ...types.flatMap(({ value, lineOf }) => problemsOfConsulted(value, systems).map(placed(lineOf))),
  ...statuses.flatMap(({ value, lineOf }) => problemsOfTold(value, systems).map(placed(lineOf))),
]

/** A type is held against each pair of a procedure and a scoring that its cases can fall under. */
function problemsOfCases(
  { value: type, lineOf }: Read<CaseType>,
  { procedures, scorings }: ReadDocuments,
  around: Omit<Around, 'procedure' | 'scoring'> & { readonly laws: Laws },
): readonly PolicyProblem[] {
  const [how, by] = [inFamily(procedures, type.procedure), inFamily(scorings, type.scoring)]
  if (how.length === 0) {
    return [{ ...lineOf(['procedure']), reason: `no procedure is of ${type.procedure}` }]
  }
  if (type.scoring === undefined) {
    return how.flatMap((procedure) =>
      problemsOfType(type, { procedure, ...around }).map(placed(lineOf)),
    )
  }
  if (!covers(by, how)) {
    const reason = `no scoring of ${type.scoring} is there on each day of its procedure`
    return [{ ...lineOf(['scoring']), reason }]
  }
  return how.flatMap((procedure) =>
    by
      .filter((scoring) => areTogether(procedure, scoring))
      .flatMap((scoring) =>
        problemsOfType(type, { procedure, scoring, ...around }).map(placed(lineOf)),
      ),
  )
}

const inFamily = <Document extends { readonly family: string }>(
  read: readonly Read<Document>[],
  family: string | undefined,
): readonly Document[] =>
  read.map(({ value }) => value).filter((document) => document.family === family)
