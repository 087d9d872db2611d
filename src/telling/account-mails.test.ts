import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { LANGUAGES } from '#core/language.ts'
import { accountMail } from '#telling/account-mails.ts'

const MAILS = ['confirm', 'reset', 'already-registered'] as const

test('every mail holds its link once, in a paragraph of its own, in every language', () => {
  for (const language of LANGUAGES) {
    for (const mail of MAILS) {
      const place = { portalUrl: 'https://kecid.example', language, token: 'a-token_1' }
      const { subject, paragraphs } = accountMail(mail, place)

      const links = paragraphs.filter((paragraph) => paragraph.includes('a-token_1'))
      equal(links.length, 1)
      match(links[0] ?? '', /^https:\/\/kecid\.example\/(az|tr|en|ru)\/[a-z-]+\/a-token_1$/)
      match(subject, /Keçid/)
    }
  }
})

test('no two mails begin alike, so that nobody takes one for another', () => {
  const place = { portalUrl: 'https://kecid.example', token: 'a' }
  const subjects = LANGUAGES.flatMap((language) =>
    MAILS.map((mail) => accountMail(mail, { ...place, language }).subject),
  )

  deepEqual([...new Set(subjects)], subjects)
})
