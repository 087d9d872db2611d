/**
 * Why a start did not succeed, in one sentence for whoever started it. The exit codes are part of
 * what we promise: 2, a setting or a policy document has to be changed; 3, the machine has to be,
 * or something that runs on it; 1 is a fault of ours.
 */
export type Failure = {
  readonly ok: false
  readonly kind: FailureKind
  readonly sentence: string
}
export type FailureKind = keyof typeof EXIT_CODES

export const EXIT_CODES = { fault: 1, configuration: 2, environment: 3 } as const

export const failed = (kind: FailureKind, sentence: string): Failure => ({
  ok: false,
  kind,
  sentence,
})
