import type { SentBeside } from '#core/cases/filing.ts'
import type { Language } from '#core/language.ts'
import { paths } from '#portal/paths.ts'
import type { PageError } from '#portal/shell.tsx'

/** Why a draft waits beside one that was sent in, with the way to that where it is theirs. */
export function sentBeside(theirs: SentBeside['theirs'], language: Language): PageError {
  const { here, elsewhere } = WORDS[language]
  if (theirs === undefined) return { text: elsewhere }
  const text = here.replace('{number}', () => theirs.number)
  return { text, href: paths.application.to(language, { id: theirs.id }) }
}

const WORDS = {
  az: {
    here: 'Həmin şəxs üçün bu növdən müraciət artıq göndərilib: {number}. O başa çatdıqdan sonra bu qaralamanı göndərə və ya qaralamanı silə bilərsiniz.',
    elsewhere:
      'Həmin şəxs üçün bu növdən müraciət başqa şəxsi kabinetdən artıq göndərilib. O başa çatdıqdan sonra bu qaralamanı göndərə və ya qaralamanı silə bilərsiniz.',
  },
  tr: {
    here: 'Aynı kişi için bu türden bir başvuru zaten gönderildi: {number}. O sona erdikten sonra bu taslağı gönderebilir ya da taslağı silebilirsiniz.',
    elsewhere:
      'Aynı kişi için bu türden bir başvuru başka bir hesaptan zaten gönderildi. O sona erdikten sonra bu taslağı gönderebilir ya da taslağı silebilirsiniz.',
  },
  en: {
    here: 'One of this kind is already sent in for the same person: {number}. This draft can be sent in once that one has ended, or you can delete the draft.',
    elsewhere:
      'One of this kind is already sent in for the same person, by another account. This draft can be sent in once that one has ended, or you can delete the draft.',
  },
  ru: {
    here: 'Для этого же человека обращение этого вида уже отправлено: {number}. Черновик можно отправить, когда оно завершится, или удалить.',
    elsewhere:
      'Для этого же человека обращение этого вида уже отправлено из другого кабинета. Черновик можно отправить, когда оно завершится, или удалить.',
  },
} as const satisfies Record<Language, unknown>
