import { occupations } from '#exchange/services/occupations/contract.ts'
import { register, type AnswerOf } from '#standins/exchange/registers/register.ts'

/** Sub-major groups of ISCO-08; which of them are short of people is invented. */
const OCCUPATIONS = [
  ['11', 'Chief executives, senior officials and legislators', 'no', 'no'],
  ['13', 'Production and specialised services managers', 'no', 'no'],
  ['21', 'Science and engineering professionals', 'yes', 'yes'],
  ['22', 'Health professionals', 'yes', 'yes'],
  ['23', 'Teaching professionals', 'yes', 'no'],
  ['24', 'Business and administration professionals', 'no', 'no'],
  ['25', 'Information and communications technology professionals', 'yes', 'yes'],
  ['26', 'Legal, social and cultural professionals', 'no', 'no'],
  ['31', 'Science and engineering associate professionals', 'yes', 'no'],
  ['35', 'Information and communications technicians', 'no', 'yes'],
  ['51', 'Personal service workers', 'no', 'no'],
  ['72', 'Metal, machinery and related trades workers', 'yes', 'no'],
] as const
/** Nobody kept such a list before the programme began. */
const KEPT_SINCE = '2024-06-06'

export const shortages = register('labour', occupations, ({ on }): AnswerOf<typeof occupations> =>
  on < KEPT_SINCE
    ? { result: 'none' }
    : {
        result: 'found',
        occupation: OCCUPATIONS.map(([code, title, shortage, priority]) => ({
          code,
          title,
          shortage,
          priority,
        })),
      },
)
