import type { Language } from '#core/language.ts'
import { EmailAddress } from '#portal/email-field.tsx'
import type { View } from '#portal/env.ts'
import type { Asked } from '#portal/link-request.ts'
import { Page } from '#portal/shell.tsx'
import { formatMomentInBaku } from '#telling/dates.ts'
import { Button } from '#ui/button.tsx'
import { Steps } from '#ui/ornaments.tsx'

/** After a link was asked for; the same page whether or not the address has an account. */
type Props = {
  readonly view: View
  /** What this browser asked for; another browser is told nothing of it. */
  readonly kept: Asked | undefined
  /** The page where the address was typed. */
  readonly asked: string
  /** A registration always sends a mail; a forgotten password only where there is an account. */
  readonly certain: boolean
}

export const LinkSentPage = ({ view, kept, asked, certain }: Props) => {
  const words = linkSentWords[view.language]
  const sent = certain ? words.sent : words.sentIfAccount
  const notYet = certain ? words.justSent : words.justSentIfAccount
  const said = kept?.may === 'not-yet' ? notYet : sent
  const [before, after] = kept ? said.split('{email}') : [words.sentSomewhere]
  return (
    <Page view={view} title={words.title} noIndex>
      <section class="kc-answer kc-answer--wait">
        <Steps />
        <h1 class="kc-answer__title">{words.title}</h1>
        <p class="kc-answer__lead">
          {before}
          {kept && <EmailAddress email={kept.email} />}
          {after}
        </p>
      </section>
      <p class="govuk-body">{words.open}</p>
      <h2 class="govuk-heading-m">{words.nothingTitle}</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>{words.wait}</li>
        <li>{words.spam}</li>
        <li>
          {words.wrong}{' '}
          <a class="govuk-link" href={asked}>
            {words.other}
          </a>
        </li>
      </ul>
      {kept && (
        <form method="post" action={asked}>
          <p class="govuk-body">
            {words.onceAMinute.replace('{time}', formatMomentInBaku(kept.again, view.language))}
          </p>
          <input type="hidden" name="email" value={kept.email} />
          <Button variant="secondary" preventDoubleClick>
            {words.again}
          </Button>
        </form>
      )}
    </Page>
  )
}

const en = {
  title: 'Check your email',
  sent: 'We are sending a link to {email}.',
  sentIfAccount: 'If {email} has an account here, we are sending a link to it.',
  justSent: 'A link went to {email} less than a minute ago. No second one has gone.',
  justSentIfAccount:
    'If {email} has an account here, a link went to it less than a minute ago. No second one has gone.',
  sentSomewhere: 'If everything was right, the link is on its way to the address you gave us.',
  open: 'Open the link and choose your password. It works once, and only for two days. You can close this page.',
  nothingTitle: 'Nothing has arrived?',
  wait: 'It can take a few minutes.',
  spam: 'Check your spam or junk folder.',
  wrong: 'Did you mistype the address?',
  other: 'Enter another address',
  onceAMinute: 'We send one link a minute. You can ask for another from this time on: {time}.',
  again: 'Send the link again',
} as const

type LinkSentWords = Readonly<Record<keyof typeof en, string>>

const linkSentWords: Readonly<Record<Language, LinkSentWords>> = {
  en,
  az: {
    title: 'E-poçtunuza baxın',
    sent: '{email} ünvanına link göndəririk.',
    sentIfAccount: '{email} ünvanı ilə şəxsi kabinet varsa, ora link göndəririk.',
    justSent: 'Bir dəqiqə keçməmiş {email} ünvanına link getmişdi. Bu dəfə yenisi getmədi.',
    justSentIfAccount:
      '{email} ünvanı ilə şəxsi kabinet varsa, bir dəqiqə keçməmiş ora link getmişdi. Bu dəfə yenisi getmədi.',
    sentSomewhere: 'Hər şey qaydasındadırsa, link yazdığınız ünvana göndərilir.',
    open:
      'Linki açın və parolunuzu seçin. O, bir dəfə, iki gün ərzində işləyir. Bu səhifəni bağlaya ' +
      'bilərsiniz.',
    nothingTitle: 'Heç nə gəlməyib?',
    wait: 'Bu, bir neçə dəqiqə çəkə bilər.',
    spam: 'Lazımsız məktublar (spam) qovluğuna baxın.',
    wrong: 'Ünvanda səhv hərf var?',
    other: 'Başqa ünvan yazın',
    onceAMinute:
      'Dəqiqədə bir link göndəririk. Yenisini bu vaxtdan sonra istəyə bilərsiniz: {time}.',
    again: 'Linki yenidən göndərin',
  },
  tr: {
    title: 'E-posta kutunuza bakın',
    sent: '{email} adresine bir bağlantı gönderiyoruz.',
    sentIfAccount: '{email} adresiyle bir hesap varsa oraya bağlantı gönderiyoruz.',
    justSent: '{email} adresine bir dakikadan az önce bağlantı gitti. Bu kez yenisi gitmedi.',
    justSentIfAccount:
      '{email} adresiyle bir hesap varsa oraya bir dakikadan az önce bağlantı gitti. Bu kez yenisi gitmedi.',
    sentSomewhere: 'Her şey doğruysa bağlantı, yazdığınız adrese gönderiliyor.',
    open:
      'Bağlantıyı açın ve parolanızı seçin. Bağlantı iki gün geçerlidir ve ' +
      'yalnızca bir kez kullanılabilir. Bu sayfayı kapatabilirsiniz.',
    nothingTitle: 'Bir şey gelmedi mi?',
    wait: 'Birkaç dakika sürebilir.',
    spam: 'İstenmeyen e-posta (spam) klasörüne bakın.',
    wrong: 'Adreste yanlış bir harf mi var?',
    other: 'Başka bir adres yazın',
    onceAMinute:
      'Dakikada bir bağlantı gönderiyoruz. Yenisini şu saatten sonra isteyebilirsiniz: {time}.',
    again: 'Bağlantıyı yeniden gönderin',
  },
  ru: {
    title: 'Проверьте почту',
    sent: 'Мы отправляем ссылку на {email}.',
    sentIfAccount: 'Если для {email} есть учётная запись, мы отправляем туда ссылку.',
    justSent: 'Меньше минуты назад ссылка ушла на {email}. Сейчас новая не ушла.',
    justSentIfAccount:
      'Если для {email} есть учётная запись, меньше минуты назад туда ушла ссылка. Сейчас новая не ушла.',
    sentSomewhere: 'Если всё верно, ссылка придёт на указанный вами адрес.',
    open:
      'Откройте ссылку и придумайте пароль. Она действует два дня и ' +
      'срабатывает один раз. Эту страницу можно закрыть.',
    nothingTitle: 'Ничего не пришло?',
    wait: 'Это может занять несколько минут.',
    spam: 'Посмотрите в папке «Спам» (нежелательная почта).',
    wrong: 'В адресе ошибка?',
    other: 'Введите другой адрес',
    onceAMinute:
      'Мы отправляем одну ссылку в минуту. Новую можно запросить с этого времени: {time}.',
    again: 'Отправить ссылку ещё раз',
  },
}
