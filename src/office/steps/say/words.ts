import type { OfficeLanguage } from '#core/language.ts'

const en = {
  to: 'To whom',
  nobody: 'Tick to whom you write',
  text: 'Text',
  hint: 'The person reads it in the portal and gets an e-mail that there is a message. It decides nothing. At most 4,000 characters.',
  noteHint: 'Officials who deal with the case read it; the person does not.',
  missing: 'Write the text',
} as const

export type SayWords = Readonly<Record<keyof typeof en, string>>

export const sayWords: Readonly<Record<OfficeLanguage, SayWords>> = {
  en,
  az: {
    to: 'Kimə',
    nobody: 'Kimə yazdığınızı işarələyin',
    text: 'Mətn',
    hint: 'Şəxs bunu portalda oxuyur; mesaj olduğu ona e-poçtla bildirilir. Bununla heç bir qərar verilmir. Ən çoxu 4000 simvol.',
    noteHint: 'Bunu işlə məşğul olan əməkdaşlar oxuyur, şəxs oxumur.',
    missing: 'Mətni yazın',
  },
}
