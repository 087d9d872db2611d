import type { Language } from '#core/language.ts'
import type { View } from '#portal/env.ts'

/** Where "write to the Service" leads; one that is invented says so. */
export const Contact = ({
  view: { language, contact, demonstration },
}: {
  readonly view: View
}) => {
  const words = contactWords[language]
  return (
    <>
      {words.write}: <a href={`mailto:${contact}`}>{contact}</a>
      {demonstration && ` (${words.invented})`}
    </>
  )
}

const contactWords = {
  az: { write: 'Xidmətə yazın', invented: 'bu nümayişdə ünvan real deyil' },
  tr: { write: 'Göç Servisine yazın', invented: 'bu tanıtımda adres gerçek değildir' },
  en: { write: 'Write to the Service', invented: 'in this demonstration the address is invented' },
  ru: { write: 'Написать в Службу', invented: 'в этой демонстрации адрес вымышлен' },
} as const satisfies Record<Language, unknown>
