import { address } from '#core/address.ts'
import { LANGUAGES, type Language } from '#core/language.ts'

/** Every address of the portal, once; routes, links and redirects are made from here. */
const page = <const Pattern extends string>(bare: Pattern) => address(LANGUAGES, bare)

export const paths = {
  home: page(''),
  criteria: page('/criteria'),
  estimate: page('/estimate'),
  steps: page('/how-it-works'),
  privacy: page('/privacy'),
  accessibility: page('/accessibility'),
  register: page('/register'),
  registerSent: page('/register/sent'),
  confirm: page('/confirm/:token'),
  signIn: page('/sign-in'),
  signOut: page('/sign-out'),
  forgotten: page('/forgotten-password'),
  forgottenSent: page('/forgotten-password/sent'),
  newPassword: page('/new-password/:token'),
  applications: page('/applications'),
  application: page('/applications/:id'),
  block: page('/applications/:id/answers/:block'),
  newItem: page('/applications/:id/answers/:block/new'),
  item: page('/applications/:id/answers/:block/item/:item'),
  removeItem: page('/applications/:id/answers/:block/item/:item/remove'),
  documents: page('/applications/:id/documents'),
  document: page('/applications/:id/documents/:document'),
  removeDocument: page('/applications/:id/documents/:document/remove'),
  restoreDocument: page('/applications/:id/documents/:document/restore'),
  uploads: page('/applications/:id/documents/uploads'),
  upload: page('/applications/:id/documents/uploads/:upload'),
  letUploadGo: page('/applications/:id/documents/uploads/:upload/let-go'),
  lookUp: page('/applications/:id/look-up'),
  check: page('/applications/:id/check'),
  submit: page('/applications/:id/submit'),
  receipt: page('/applications/:id/receipt'),
  correct: page('/applications/:id/correct'),
  forThem: page('/applications/:id/for-them'),
  reply: page('/applications/:id/reply'),
  visit: page('/applications/:id/visits/:step'),
  visitCalendar: page('/applications/:id/visits/:step/calendar'),
  withdraw: page('/applications/:id/withdraw'),
  discard: page('/applications/:id/discard'),
  addPerson: page('/applications/:id/people/add'),
  invite: page('/applications/:id/people/invite'),
  inviteAgain: page('/applications/:id/people/invitations/:invitation/again'),
  withdrawInvitation: page('/applications/:id/people/invitations/:invitation/withdraw'),
  leaveCase: page('/applications/:id/leave'),
  handOver: page('/applications/:id/hand-over'),
  invitation: page('/invitation/:token'),
  takeOver: page('/take-over/:token'),
  messages: page('/applications/:id/messages'),
  letters: page('/applications/:id/letters'),
  decision: page('/applications/:id/decision'),
  contest: page('/applications/:id/decision/:decision/contest'),
  hasten: page('/applications/:id/undecided/contest'),
  act: page('/applications/:id/decision/:decision/act'),
  copy: page('/applications/:id/copy'),
  statusDocument: page('/applications/:id/status-document'),
  aboutHeld: page('/applications/:id/status/about'),
  family: page('/family'),
  familyOf: page('/family/:id'),
  may: page('/may'),
  mayOf: page('/may/:id'),
  looks: page('/who-looked'),
  verify: page('/verify'),
  missions: page('/missions'),
  mission: page('/missions/:mission'),
  missionEvent: page('/missions/:mission/events/:event/calendar'),
  /** Anybody asks a mission something, in a case of that type, and is told that it came. */
  ask: page('/missions/:mission/ask/:type'),
  asked: page('/missions/:mission/asked'),
  /** What is asked often, for everybody. */
  questions: page('/questions'),
  /** Whoever has the link reads the question and its answer. */
  question: page('/questions/:token'),
  forgetQuestion: page('/questions/:token/delete'),
  questionLooks: page('/questions/:token/who-looked'),
  /** Where the link of a campaign leads, and where one that was mistyped can be typed again. */
  welcome: page('/go/:code'),
  link: page('/go'),
} as const

const { home, criteria, estimate, steps, privacy, accessibility, verify, missions } = paths
const { questions, register, signIn, forgotten } = paths

/** One page in every language. */
export const addressesOf = (path: {
  readonly to: (language: Language) => string
}): readonly string[] => LANGUAGES.map((language) => path.to(language))

/** Pages that are the same for everybody who is nobody in particular yet: they are drawn once. */
export const publicAddresses: ReadonlySet<string> = new Set(
  [
    home,
    criteria,
    estimate,
    steps,
    privacy,
    accessibility,
    verify,
    missions,
    questions,
    register,
    signIn,
    forgotten,
  ].flatMap(addressesOf),
)

/** Addresses without a language. */
export const bare = {
  /** What the QR of a status document holds. */
  verifyCode: '/v/:code',
  /** What is printed on what a mission hands out. */
  link: '/go/:code',
  /** The same with its code left out. */
  linkAlone: '/go',
  health: '/health',
} as const
