import type { Language } from '#core/language.ts'

const en = {
  title: 'Create an account',
  lead: 'With an account you can fill in your application in your own time, on any device. Enter your email address, and we will send you a link to choose a password.',
  send: 'Send me the link',
  why: 'We use the address for your application only: to tell you what happens to it and what you need to do.',
  known: 'Already have an account?',
} as const

type RegisterWords = Readonly<Record<keyof typeof en, string>>

export const registerWords: Readonly<Record<Language, RegisterWords>> = {
  en,
  az: {
    title: 'Şəxsi kabinet açın',
    lead: 'Şəxsi kabinetiniz olanda müraciətinizi istədiyiniz vaxt, istənilən cihazda doldura bilərsiniz. E-poçt ünvanınızı yazın, parol seçmək üçün sizə link göndərək.',
    send: 'Linki göndərin',
    why: 'Ünvandan yalnız müraciətiniz üçün istifadə edirik: nə baş verdiyini və sizdən nə tələb olunduğunu bildirmək üçün.',
    known: 'Artıq şəxsi kabinetiniz var?',
  },
  tr: {
    title: 'Hesap oluşturun',
    lead: 'Hesabınızla başvurunuzu istediğiniz zaman, istediğiniz cihazda doldurabilirsiniz. E-posta adresinizi yazın, parola seçmeniz için size bir bağlantı gönderelim.',
    send: 'Bağlantıyı gönderin',
    why: 'Adresi yalnızca başvurunuz için kullanırız: gelişmeleri ve sizden ne istendiğini bildirmek için.',
    known: 'Zaten bir hesabınız var mı?',
  },
  ru: {
    title: 'Создайте учётную запись',
    lead: 'С учётной записью вы можете заполнять обращение когда удобно и на любом устройстве. Введите адрес электронной почты, и мы пришлём ссылку, по которой вы придумаете пароль.',
    send: 'Прислать ссылку',
    why: 'Адрес нужен нам только для вашего обращения: чтобы сообщать, что с ним происходит и что требуется от вас.',
    known: 'У вас уже есть учётная запись?',
  },
}
