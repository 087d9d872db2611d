/** How far a case has come, alike for every type: what lists and rights go by. */
export const STAGES = [
  'draft',
  'with-person',
  'examined',
  'with-others',
  'deciding',
  'carrying-out',
  'ended',
] as const
export type Stage = (typeof STAGES)[number]
