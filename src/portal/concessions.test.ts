import { deepEqual, doesNotMatch, match } from 'node:assert/strict'
import { test } from 'node:test'
import { LANGUAGES, type Language } from '#core/language.ts'
import { decisionPageWords, NEXT_CONCESSIONS } from '#portal/decision/words.ts'
import { homeWords } from '#portal/home/words.ts'
import { CONCESSIONS, programmeWords } from '#telling/programme-words.ts'

/** What the first page and the decision tell of the Code: no more than its articles give. */

test('the three years are the migrant’s own, by 49.2 and never by 49.1, which excludes them', () => {
  const bases = [
    ...CONCESSIONS.flatMap((concession): readonly string[] => concession.bases),
    ...NEXT_CONCESSIONS.map(({ basis }): string => basis),
  ]
  deepEqual(
    bases.filter((basis) => basis.startsWith('migration-code/49')),
    ['migration-code/49.2', 'migration-code/49.2'],
  )
})

const OWN: Readonly<Record<Language, RegExp>> = {
  az: /özünüz/i,
  tr: /size verilen/i,
  en: /your own/i,
  ru: /вам самим/i,
}
const PERMIT_NEEDED: Readonly<Record<Language, RegExp>> = {
  az: /iş icazəsi lazımdır/,
  tr: /çalışma izni alması gerekir/,
  en: /need a work permit/,
  ru: /разрешение на работу нужно/,
}
const UNINTERRUPTED: Readonly<Record<Language, RegExp>> = {
  az: /fasiləsiz 2 il.*180.*90.*3 ay əvvəl/,
  tr: /180.*90.*kesintisiz 2 yıl.*3 ay önce/,
  en: /2 uninterrupted years.*90.*180.*3 months before/,
  ru: /2 лет непрерывного.*90.*180.*за 3 месяца/,
}

test('each concession says whose it is and under what conditions', () => {
  for (const language of LANGUAGES) {
    const [home, decision] = [programmeWords[language], decisionPageWords[language]]
    match(home.stayText, OWN[language])
    match(decision.nextLength, OWN[language])
    match(home.settleText, UNINTERRUPTED[language])
    for (const family of [home.familyText, decision.nextFamily]) {
      match(family, PERMIT_NEEDED[language])
      // A permit of residence for the family is another's rule: 49.1, 45.1.5 and 52.1.8.
      doesNotMatch(family, /\b(3|90|180|20)\b|resid|yaşamaq|ikamet|прожива/i)
    }
  }
})

const NO_OBJECTION: Readonly<Record<Language, RegExp>> = {
  az: /dövlət orqanı etiraz etməməlidir/,
  tr: /devlet kurumu itiraz etmemelidir/,
  en: /no objection of a state body/,
  ru: /государственный орган не должен возражать/,
}
/** Points suffice, the family just works, 3 years for all, no employer: none has a clause. */
const SAYS_TOO_MUCH: Readonly<Record<Language, RegExp>> = {
  az: /kifayət|işəgötürən|zamin|ailəniz də işləyə|ailəniz üçün 3|vətəndaşlıq/i,
  tr: /puan(ınız)? yeter|işveren|kefil|aileniz de çalış|aileniz için 3|vatandaşlık/i,
  en: /enough|employer|sponsor|family can work|for your family for|citizenship/i,
  ru: /достаточно|работодател|поручител|семья тоже|семье на 3|гражданств/i,
}

test('points do not suffice without the silence of the bodies, and nothing more is promised', () => {
  for (const language of LANGUAGES) {
    const [home, decision] = [programmeWords[language], decisionPageWords[language]]
    match(home.what, NO_OBJECTION[language])
    match(home.passMark, /etiraz|itiraz|objection|возражать/)
    for (const text of Object.values({ ...homeWords[language], ...home, ...decision })) {
      doesNotMatch(text, SAYS_TOO_MUCH[language])
    }
  }
})
