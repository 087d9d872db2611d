import { deepEqual } from 'node:assert/strict'
import { evaluate, type Facts } from '#core/policy/evaluate.ts'
import type { Scoring } from '#core/policy/scoring.ts'
import { readPolicyFiles } from '#records/policy-files.ts'
import { interleaved, seeded, type Runner } from './rounds.ts'
import { jsonRules, leavesOf, zenRules, type Points } from './rule-peers.ts'
import { atLeast, figure, perSecond, times, type Figure } from './table.ts'

/** A multiple of how many are begun at once. */
const PEOPLE = 504
const ROUNDS = 5
const RUN_MS = 400

/** One case with its whole explanation, beside two rule engines that give the same points. */
export async function measureEvaluation(policyFolder: string): Promise<readonly Figure[]> {
  const read = readPolicyFiles(policyFolder)
  const scoring = read.ok ? read.policy.scorings[0] : undefined
  if (!scoring) throw new Error('the policy cannot be read')
  const people = peopleFor(scoring)
  const byJsonRules = jsonRules(scoring)
  const [plain, traced] = [zenRules(scoring, { trace: false }), zenRules(scoring, { trace: true })]
  for (const facts of people) {
    const wanted = ours(scoring, facts)
    deepEqual(await byJsonRules(facts), wanted)
    for (const zen of [plain, traced]) {
      deepEqual(zen.pointsIn(await zen.run(zen.factsFor(facts))), wanted)
    }
  }
  const renamed = people.map(plain.factsFor)
  const [own = 0, json = 0, zen = 0, zenTraced = 0] = await interleaved(
    [
      () => inASecond(() => people.map((facts) => evaluate(scoring, facts)), people.length),
      together(people, byJsonRules),
      together(renamed, plain.run),
      together(renamed, traced.run),
    ],
    ROUNDS,
  )
  const name = 'evaluation of a case, explained'
  const line = (peer: string, rate: number, note: string) =>
    figure({
      name: `${name} | ${peer}`,
      ours: perSecond(own),
      peer: perSecond(rate),
      ratio: times(own, rate),
      note,
    })
  return [
    line(
      'json-rules-engine',
      json,
      `per second of processor time; ${atLeast(own, 600_000, '600,000')}; ` +
        'sums of the peer taken outside',
    ),
    line('zen-engine, traced', zenTraced, 'peer explains by its trace'),
    line('zen-engine', zen, 'peer gives points only'),
  ]
}

function ours(scoring: Scoring, facts: Facts): Points {
  const { findings, points } = evaluate(scoring, facts)
  const criteria = Object.fromEntries(findings.map((each) => [each.criterion, each.points ?? 0]))
  return { criteria, all: points }
}

/** In a second of processor time, all threads counted: other programs on the machine weigh less. */
async function inASecond(work: (count: number) => unknown, atOnce: number): Promise<number> {
  const began = performance.now()
  const before = process.cpuUsage()
  let done = 0
  while (performance.now() - began < RUN_MS) {
    await work(done)
    done += atOnce
  }
  const { user, system } = process.cpuUsage(before)
  return (done * 1_000_000) / (user + system)
}

const AT_ONCE = 8

/** An engine may work on several at a time, so that none waits for the answer before. */
function together<Input>(
  inputs: readonly Input[],
  work: (input: Input) => Promise<unknown>,
): Runner {
  const turns = Array.from({ length: Math.ceil(inputs.length / AT_ONCE) }, (_, turn) =>
    inputs.slice(turn * AT_ONCE, (turn + 1) * AT_ONCE),
  )
  const turnAt = (done: number) => turns[(done / AT_ONCE) % turns.length] ?? []
  return () => inASecond((done) => Promise.all(turnAt(done).map(work)), AT_ONCE)
}

/** Facts on, below and above every step of the scoring, and codes that no table knows. */
function peopleFor(scoring: Scoring): readonly Facts[] {
  const below = seeded(99)
  const leaves = scoring.criteria.flatMap(({ estimate }) => leavesOf(estimate))
  const valueFor = (leaf: (typeof leaves)[number]): number | string => {
    switch (leaf.kind) {
      case 'bands': {
        const from = leaf.table[below(leaf.table.length)]?.from ?? 0
        return Math.max(0, from - 1 + below(3))
      }
      case 'lookup':
        return [...Object.keys(leaf.table), 'none'][below(Object.keys(leaf.table).length + 1)] ?? ''
      case 'counted':
        return below(leaf.pointsMax / leaf.pointsEach + 3)
    }
  }
  return Array.from({ length: PEOPLE }, () =>
    Object.fromEntries(leaves.map((leaf) => [leaf.fact, valueFor(leaf)])),
  )
}
