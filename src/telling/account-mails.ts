import type { Language } from '#core/language.ts'
import type { MailText } from '#telling/mails.ts'

/** A mail with a link by which somebody confirms an address or chooses a new password. */
export type AccountMail = 'confirm' | 'reset' | 'already-registered'

type Place = { readonly portalUrl: string; readonly language: Language; readonly token: string }

/** The page of the portal where the link leads. */
export function accountLink(mail: AccountMail, { portalUrl, language, token }: Place): string {
  const page = mail === 'confirm' ? 'confirm' : 'new-password'
  return `${portalUrl}/${language}/${page}/${encodeURIComponent(token)}`
}

/** The mail as it reads; the link has a paragraph of its own, so that it can be copied whole. */
export function accountMail(mail: AccountMail, place: Place): MailText {
  const words = accountMailWords[place.language]
  const { subject, reason, ask, unasked } = words[mail]
  const link = accountLink(mail, place)
  return { subject, paragraphs: [reason, ask, link, words.once, unasked, words.from] }
}

type Words = Readonly<
  Record<
    AccountMail,
    {
      readonly subject: string
      readonly reason: string
      readonly ask: string
      /** For whoever did not ask for this mail. */
      readonly unasked: string
    }
  >
> & { readonly once: string; readonly from: string }

const accountMailWords: Readonly<Record<Language, Words>> = {
  en: {
    confirm: {
      subject: 'Confirm your email address for Keçid',
      reason: 'You asked for an account with Keçid.',
      ask: 'Open this link and choose a password:',
      unasked:
        'If it was not you, you do not need to do anything: without this link nobody can open an account with your address.',
    },
    reset: {
      subject: 'Choose a new password for Keçid',
      reason: 'You told us that you have forgotten your password for Keçid.',
      ask: 'Open this link and choose a new one:',
      unasked: 'If it was not you, you do not need to do anything: your password stays as it is.',
    },
    'already-registered': {
      subject: 'You already have an account with Keçid',
      reason:
        'Somebody asked for an account with this address. You already have one, so we did not create another: sign in as usual.',
      ask: 'If you do not remember your password, open this link and choose a new one:',
      unasked:
        'If it was not you, you do not need to do anything: your account and your password stay as they are.',
    },
    once: 'The link works once, and only for two days.',
    from: 'Keçid, State Migration Service of the Republic of Azerbaijan',
  },
  az: {
    confirm: {
      subject: 'Keçid portalı üçün e-poçt ünvanınızı təsdiqləyin',
      reason: 'Keçid portalında şəxsi kabinet açmaq istəmisiniz.',
      ask: 'Bu linki açın və parol seçin:',
      unasked:
        'Bunu siz istəməmisinizsə, heç nə etməyin: bu link olmadan heç kim sizin ünvanınızla ' +
        'şəxsi kabinet aça bilməz.',
    },
    reset: {
      subject: 'Keçid portalı üçün yeni parol seçin',
      reason: 'Keçid portalındakı parolunuzu unutduğunuzu bildirmisiniz.',
      ask: 'Bu linki açın və yeni parol seçin:',
      unasked: 'Bunu siz istəməmisinizsə, heç nə etməyin: parolunuz olduğu kimi qalır.',
    },
    'already-registered': {
      subject: 'Keçid portalında artıq şəxsi kabinetiniz var',
      reason:
        'Kimsə bu ünvanla şəxsi kabinet açmaq istəyib. Sizin artıq kabinetiniz var, ona görə ' +
        'ikincisini açmadıq: həmişəki kimi daxil olun.',
      ask: 'Parolunuzu xatırlamırsınızsa, bu linki açın və yenisini seçin:',
      unasked:
        'Bunu siz istəməmisinizsə, heç nə etməyin: şəxsi kabinetiniz və parolunuz olduğu kimi qalır.',
    },
    once: 'Link bir dəfə, iki gün ərzində işləyir.',
    from: 'Keçid, Azərbaycan Respublikasının Dövlət Miqrasiya Xidməti',
  },
  tr: {
    confirm: {
      subject: 'Keçid için e-posta adresinizi doğrulayın',
      reason: 'Keçid’de bir hesap açmak istediniz.',
      ask: 'Bu bağlantıyı açın ve bir parola seçin:',
      unasked:
        'Bunu siz istemediyseniz bir şey yapmayın: bu bağlantı ' +
        'olmadan kimse sizin adresinizle hesap açamaz.',
    },
    reset: {
      subject: 'Keçid için yeni bir parola seçin',
      reason: 'Keçid parolanızı unuttuğunuzu bildirdiniz.',
      ask: 'Bu bağlantıyı açın ve yeni bir parola seçin:',
      unasked: 'Bunu siz istemediyseniz bir şey yapmayın: parolanız olduğu gibi kalır.',
    },
    'already-registered': {
      subject: 'Keçid’de zaten bir hesabınız var',
      reason:
        'Biri bu adresle hesap açmak istedi. Zaten bir hesabınız olduğu için ' +
        'ikincisini açmadık: her zamanki gibi giriş yapın.',
      ask: 'Parolanızı hatırlamıyorsanız bu bağlantıyı açın ve yenisini seçin:',
      unasked:
        'Bunu siz istemediyseniz bir şey yapmayın: hesabınız ve parolanız olduğu gibi kalır.',
    },
    once: 'Bağlantı iki gün geçerlidir ve yalnızca bir kez kullanılabilir.',
    from: 'Keçid, Azerbaycan Cumhuriyeti Devlet Göç Servisi',
  },
  ru: {
    confirm: {
      subject: 'Подтвердите адрес почты для Keçid',
      reason: 'Вы попросили создать учётную запись в Keçid.',
      ask: 'Откройте эту ссылку и придумайте пароль:',
      unasked:
        'Если это были не вы, ничего не делайте: без этой ссылки ' +
        'никто не откроет учётную запись на ваш адрес.',
    },
    reset: {
      subject: 'Придумайте новый пароль для Keçid',
      reason: 'Вы сообщили, что не помните пароль для Keçid.',
      ask: 'Откройте эту ссылку и придумайте новый пароль:',
      unasked: 'Если это были не вы, ничего не делайте: пароль останется прежним.',
    },
    'already-registered': {
      subject: 'У вас уже есть учётная запись в Keçid',
      reason:
        'Кто-то попросил создать учётную запись на этот адрес. Она у вас уже ' +
        'есть, поэтому второй мы не создали: войдите как обычно.',
      ask: 'Если вы не помните пароль, откройте эту ссылку и придумайте новый:',
      unasked:
        'Если это были не вы, ничего не делайте: учётная запись и пароль останутся прежними.',
    },
    once: 'Ссылка действует два дня и срабатывает один раз.',
    from: 'Keçid, Государственная миграционная служба Азербайджанской Республики',
  },
}
