import { address } from '#core/address.ts'
import { OFFICE_LANGUAGES } from '#core/language.ts'

/** Every address of the office, once; routes, links and redirects are made from here. */
const page = <const Pattern extends string>(bare: Pattern) => address(OFFICE_LANGUAGES, bare)

export const paths = {
  work: page(''),
  search: page('/search'),
  signIn: page('/sign-in'),
  signOut: page('/sign-out'),
  keys: page('/keys'),
  case: page('/cases/:id'),
  document: page('/cases/:id/documents/:document'),
  act: page('/cases/:id/decisions/:decision/act'),
  step: page('/cases/:id/steps/:step'),
  /** Where a case about what that case gave is begun. */
  open: page('/cases/:id/open/:type'),
  /** Whoever holds what rests on nothing, and one of them by its number. */
  holders: page('/holders'),
  holder: page('/holders/:number'),
  /** Where somebody who is of age is invited to act for themselves, by a case that they are in. */
  handOver: page('/cases/:id/hand-over/:party'),
  samePerson: page('/cases/:id/same-person/:party'),
  /** Where an official says when somebody of a case comes in person, for them. */
  visit: page('/cases/:id/visits/:step'),
  rules: page('/rules'),
  adopt: page('/rules/:hash/adopt'),
  looks: page('/looks'),
  time: page('/time'),
  systems: page('/registers'),
  offered: page('/registers/answered'),
  payments: page('/payments'),
  coming: page('/coming'),
  campaigns: page('/campaigns'),
  newCampaign: page('/campaigns/new'),
  campaign: page('/campaigns/:id'),
  changeCampaign: page('/campaigns/:id/change'),
  questions: page('/questions'),
  newQuestion: page('/questions/new'),
  question: page('/questions/:id'),
  changeQuestion: page('/questions/:id/change'),
  figures: page('/figures'),
  figuresFile: page('/figures/file'),
  figuresReport: page('/figures/report'),
  campaignCode: page('/campaigns/:id/code/:form'),
  material: page('/campaigns/:id/material'),
  materialShown: page('/campaigns/:id/material/shown'),
  materialMade: page('/campaigns/:id/material/made/:made'),
} as const

/** Addresses without a language. */
export const bare = {
  health: '/health',
} as const

/** In the query of a document: what was sent itself, where a copy is shown. */
export const ORIGINAL = 'original'
