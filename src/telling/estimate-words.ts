import type { Language } from '#core/language.ts'

export type EstimatePageWords = Readonly<Record<keyof typeof en, string>>

const en = {
  title: 'Estimate your points',
  description: 'See where you stand before you apply. Nothing you type is kept.',
  lead: 'Answer what you can and see at once where you stand, criterion by criterion, and what could raise your points.',
  hereTitle: 'Nothing you type leaves this device',
  here: 'You do not need an account. Your points are worked out in your browser: your answers are not sent to us and not kept, and no official sees them.',
  thereTitle: 'Sent to us to work out your points, not kept',
  there:
    'You do not need an account. When you ask for the result or change the language, your answers are sent to us in the address of the page, used to work out your points, and forgotten: we do not store them, and no official sees them.',
  openTitle: 'You can leave questions blank',
  open: 'A blank question is not counted as zero. The criterion it belongs to is not in the sum until you answer it.',
  atMost: 'Up to {points}',
  years: 'Years',
  months: 'Months',
  choose: 'Choose',
  show: 'Show my estimate',
  again: 'Change your answers',
  applyText:
    'Your answers are not carried over into an application. There you give them again, with documents.',
  'not-a-number': '“{question}”: enter a whole number, for example 3.',
  'too-large': '“{question}”: at most {max}.',
  'not-an-option': '“{question}”: choose one of the answers.',
} as const

const az: EstimatePageWords = {
  title: 'Balınızı hesablayın',
  description: 'Müraciətdən əvvəl vəziyyətinizi görün. Yazdıqlarınız saxlanılmır.',
  lead: 'Bildiyiniz suallara cavab verin: hər meyar üzrə vəziyyətinizi və balınızı nəyin artıra biləcəyini dərhal görəcəksiniz.',
  hereTitle: 'Yazdıqlarınız bu cihazdan kənara çıxmır',
  here: 'Qeydiyyat lazım deyil. Balınız brauzerinizdə hesablanır: cavablarınız bizə göndərilmir, saxlanılmır və heç bir əməkdaş onları görmür.',
  thereTitle: 'Balınızı hesablamaq üçün bizə göndərilir, saxlanılmır',
  there:
    'Qeydiyyat lazım deyil. Nəticəni istədikdə və ya dili dəyişdikdə cavablarınız səhifənin ünvanında bizə göndərilir, onlarla balınız hesablanır və cavablar unudulur: onları saxlamırıq və heç bir əməkdaş onları görmür.',
  openTitle: 'Sualları cavabsız qoya bilərsiniz',
  open: 'Cavabsız sual sıfır sayılmır. Sadəcə, cavab olmayınca aid olduğu meyar cəmə daxil edilmir.',
  atMost: 'Ən çoxu {points}',
  years: 'İl',
  months: 'Ay',
  choose: 'Seçin',
  show: 'Nəticəni göstərin',
  again: 'Cavablarınızı dəyişin',
  applyText: 'Cavablarınız müraciətə keçmir. Orada onları sənədlərlə birlikdə yenidən verirsiniz.',
  'not-a-number': '«{question}»: tam ədəd yazın, məsələn, 3.',
  'too-large': '«{question}»: ən çoxu {max}.',
  'not-an-option': '«{question}»: cavablardan birini seçin.',
}

const tr: EstimatePageWords = {
  title: 'Puanınızı hesaplayın',
  description: 'Başvurmadan önce durumunuzu görün. Yazdıklarınız saklanmaz.',
  lead: 'Bildiğiniz soruları yanıtlayın: her kriterdeki durumunuzu ve puanınızı neyin artırabileceğini hemen görün.',
  hereTitle: 'Yazdıklarınız bu cihazdan çıkmaz',
  here: 'Hesap açmanız gerekmez. Puanınız tarayıcınızda hesaplanır: yanıtlarınız bize gönderilmez, saklanmaz, hiçbir görevli görmez.',
  thereTitle: 'Puanınızı hesaplamak için bize gönderilir, saklanmaz',
  there:
    'Hesap açmanız gerekmez. Sonucu istediğinizde veya dili değiştirdiğinizde yanıtlarınız sayfanın adresinde bize gönderilir, onlarla puanınız hesaplanır ve yanıtlar unutulur: saklamayız, hiçbir görevli görmez.',
  openTitle: 'Soruları boş bırakabilirsiniz',
  open: 'Boş soru sıfır sayılmaz. Ait olduğu kriter, yanıtlanana kadar toplama girmez.',
  atMost: 'En fazla {points}',
  years: 'Yıl',
  months: 'Ay',
  choose: 'Seçin',
  show: 'Tahmininizi görün',
  again: 'Yanıtlarınızı değiştirin',
  applyText:
    'Yanıtlarınız başvuruya aktarılmaz. Orada onları belgelerle birlikte yeniden verirsiniz.',
  'not-a-number': '“{question}”: tam sayı yazın, örneğin 3.',
  'too-large': '“{question}”: en fazla {max}.',
  'not-an-option': '“{question}”: yanıtlardan birini seçin.',
}

const ru: EstimatePageWords = {
  title: 'Рассчитайте свои баллы',
  description: 'Узнайте примерный результат до подачи обращения. Ответы не сохраняются.',
  lead: 'Ответьте на то, что знаете, и сразу увидите результат по каждому критерию и то, что могло бы повысить баллы.',
  hereTitle: 'Ваши ответы остаются на этом устройстве',
  here: 'Учётная запись не нужна. Баллы подсчитываются в вашем браузере: ответы не отправляются нам и не сохраняются, и никто из сотрудников их не видит.',
  thereTitle: 'Ответы отправляются нам для подсчёта баллов и не сохраняются',
  there:
    'Учётная запись не нужна. Когда вы запрашиваете результат или меняете язык, ответы отправляются нам в адресе страницы и нужны только для подсчёта баллов: мы их не храним, и никто из сотрудников их не видит.',
  openTitle: 'Вопросы можно пропускать',
  open: 'Пропущенный вопрос не считается нулём. Просто без ответа его критерий не входит в сумму.',
  atMost: 'До {points}',
  years: 'Лет',
  months: 'Месяцев',
  choose: 'Выберите',
  show: 'Показать результат',
  again: 'Изменить ответы',
  applyText: 'Ответы не переносятся в обращение. Там вы даёте их снова, вместе с документами.',
  'not-a-number': '«{question}»: введите целое число, например 3.',
  'too-large': '«{question}»: не больше {max}.',
  'not-an-option': '«{question}»: выберите один из ответов.',
}

/** The words around an estimate: its questions, its errors, and where it is counted. */
export const estimatePageWords: Readonly<Record<Language, EstimatePageWords>> = { az, tr, en, ru }
