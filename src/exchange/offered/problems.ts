/** What is refused, in words of ours: nobody is to take it for an error of X-Road. */
export type Problem = {
  readonly word: ProblemWord
  readonly where?: string
  /** After how long the same may be asked again. */
  readonly seconds?: number
}

const PROBLEMS = {
  caller: [403, 'This address is not answered here'],
  client: [400, 'X-Road-Client is missing or malformed'],
  'message-id': [400, 'X-Road-Id is missing or malformed'],
  'not-allowed': [403, 'This client may not ask this'],
  'not-understood': [400, 'The question is not as described'],
  absent: [404, 'There is no such address'],
  method: [405, 'This address is asked by another method'],
  'too-large': [413, 'The question is too large'],
  'media-type': [415, 'This is no media type that is understood here'],
  'too-often': [429, 'This was asked too often'],
  fault: [500, 'The question could not be answered'],
  busy: [503, 'The question cannot be answered now'],
} as const satisfies Readonly<Record<string, readonly [status: number, title: string]>>

type ProblemWord = keyof typeof PROBLEMS

export const titleOf = ({ word }: Problem): string => PROBLEMS[word][1]

/** As RFC 9457 has it. */
export function problemReply(problem: Problem): Response {
  const { word, where, seconds } = problem
  const [status, title] = PROBLEMS[word]
  const body = { type: `urn:kecid:problem:${word}`, title, status, ...(where && { where }) }
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      ...(seconds === undefined ? {} : { 'retry-after': String(seconds) }),
    },
  })
}
