import type { Language } from '#core/language.ts'
import type { TermCode } from '#core/policy/procedure.ts'

export type StepsWords = Readonly<Record<keyof typeof en, string>>

type Step = {
  readonly title: keyof StepsWords
  readonly text: keyof StepsWords
  /** The times that the rules in force give to what happens in this step. */
  readonly terms: readonly TermCode[]
}

export const STEPS: readonly Step[] = [
  { title: 'lookTitle', text: 'look', terms: [] },
  { title: 'accountTitle', text: 'account', terms: [] },
  { title: 'answersTitle', text: 'answers', terms: ['draft-notice', 'draft-idle'] },
  { title: 'submitTitle', text: 'submit', terms: ['decision', 'extension'] },
  { title: 'checkTitle', text: 'check', terms: ['completeness', 'correction', 'closing'] },
  { title: 'scoreTitle', text: 'score', terms: ['scoring', 'objection'] },
  { title: 'decisionTitle', text: 'decision', terms: ['delivery'] },
  { title: 'afterTitle', text: 'after', terms: ['status-validity'] },
  { title: 'unfavourableTitle', text: 'unfavourable', terms: ['appeal', 'court'] },
]

const en = {
  title: 'How it works',
  lead: 'From the first question to the answer, step by step. At every step you see what you need to do, what comes next and by when.',
  lookTitle: 'See where you stand',
  look: 'Read the criteria and estimate your points. You do not need an account for that, and nothing you type is kept.',
  accountTitle: 'Create an account',
  account:
    'An email address and a password are enough. You do not need Azerbaijani documents or an invitation.',
  answersTitle: 'Answer and add documents',
  answers:
    'Fill in the parts in any order and on any device. What you save is there when you come back. The list of documents depends on your answers, and you add each document as a PDF or a picture. A draft left untouched for months is deleted; we write to you well before that.',
  submitTitle: 'Check and submit',
  submit:
    'You see all your answers on one page before you submit. You then get a number and the date by which the decision is due. If further inquiry is needed, we may extend the time limit; we then tell you and give the reason.',
  checkTitle: 'We check that nothing is missing',
  check:
    'If something is missing or cannot be read, the application comes back to you with exactly those places marked. You correct only these and send it back.',
  scoreTitle: 'State bodies give points',
  score:
    'For each criterion, one state body gives points with a reason. No body sees the points of another until all have given theirs. At the same time, other bodies may object.',
  decisionTitle: 'The decision',
  decision:
    'The system adds up the points. One officer drafts the decision and another signs it. We email you when it is ready, and you read it in your account: the points, the reasons and the documents they rest on.',
  afterTitle: 'If you are recognised',
  after:
    'You download your status document. Anyone you show it to can check on this site that it is valid.',
  unfavourableTitle: 'If you are refused',
  unfavourable:
    'The decision says what was missing and what could raise your points, how you can appeal and until when, and when you can apply again.',
} as const

const az: StepsWords = {
  title: 'Proses necə gedir',
  lead: 'İlk sualdan cavaba qədər, addım-addım. Hər addımda nəyin istəndiyini, sonra nə olacağını və son günü görürsünüz.',
  lookTitle: 'Balınızı öyrənin',
  look: 'Meyarları oxuyun və balınızı hesablayın. Bunun üçün qeydiyyat lazım deyil və yazdıqlarınız saxlanılmır.',
  accountTitle: 'Şəxsi kabinet açın',
  account: 'E-poçt ünvanı və parol kifayətdir. Azərbaycan sənədi və ya dəvət lazım deyil.',
  answersTitle: 'Cavab verin və sənədləri əlavə edin',
  answers:
    'Bölmələrə istənilən ardıcıllıqla və istənilən cihazda cavab verin. Yadda saxladıqlarınız qayıdanda yerində olur. Sənədlərin siyahısı cavablarınıza uyğun qurulur, hər birini PDF və ya şəkil kimi əlavə edirsiniz. Aylarla toxunulmayan qaralama silinir; əvvəlcədən sizə yazacağıq.',
  submitTitle: 'Yoxlayın və təqdim edin',
  submit:
    'Təqdim etməzdən əvvəl bütün cavablarınızı bir səhifədə görürsünüz. Sonra müraciətin nömrəsini və qərar üçün son günü öyrənirsiniz. Əlavə araşdırma lazım olsa, müddəti uzada bilərik; onda səbəbini göstərib sizə xəbər veririk.',
  checkTitle: 'Müraciətin tamlığını yoxlayırıq',
  check:
    'Nəsə çatışmırsa və ya oxunmursa, müraciət məhz həmin yerlər işarələnmiş halda sizə qayıdır. Yalnız onları düzəldib yenidən göndərirsiniz.',
  scoreTitle: 'Dövlət orqanları bal verir',
  score:
    'Hər meyar üzrə bir dövlət orqanı səbəbini göstərərək bal verir. Hamı balını verməyincə heç bir orqan başqasının balını görmür. Eyni vaxtda digər orqanlar etiraz edə bilər.',
  decisionTitle: 'Qərar',
  decision:
    'Balları sistem toplayır. Qərarı bir əməkdaş hazırlayır, başqası imzalayır. Qərarın hazır olduğunu sizə e-poçtla bildiririk, onu şəxsi kabinetinizdə oxuyursunuz: ballar, səbəblər və əsaslandıqları sənədlər.',
  afterTitle: 'Status verilsə',
  after:
    'Status sənədinizi endirirsiniz. Onu göstərdiyiniz hər kəs bu saytda statusun etibarlı olub-olmadığını yoxlaya bilər.',
  unfavourableTitle: 'İmtina qərarı verilsə',
  unfavourable:
    'Qərarda nəyin çatışmadığı, balınızı nəyin artıra biləcəyi, necə və nə vaxta qədər şikayət verə biləcəyiniz və nə vaxt yenidən müraciət edə biləcəyiniz yazılır.',
}

const tr: StepsWords = {
  title: 'Nasıl işliyor',
  lead: 'İlk sorudan yanıta kadar, adım adım. Her adımda neyin istendiğini, sonra ne olacağını ve son tarihini görürsünüz.',
  lookTitle: 'Puanınızı öğrenin',
  look: 'Kriterleri okuyun ve puanınızı hesaplayın. Bunun için hesap açmanız gerekmez, yazdıklarınız saklanmaz.',
  accountTitle: 'Hesap oluşturun',
  account: 'Bir e-posta adresi ve bir parola yeter. Azerbaycan belgesi ya da davet gerekmez.',
  answersTitle: 'Yanıtlayın ve belgeleri ekleyin',
  answers:
    'Bölümleri istediğiniz sırada ve istediğiniz cihazda yanıtlayın. Kaydettikleriniz döndüğünüzde yerindedir. Belge listesi yanıtlarınıza göre belirlenir, her birini PDF ya da resim olarak eklersiniz. Aylarca dokunulmayan taslak silinir; çok önceden size yazarız.',
  submitTitle: 'Kontrol edin ve sunun',
  submit:
    'Sunmadan önce bütün yanıtlarınızı tek sayfada görürsünüz. Sonra başvuru numaranızı ve karar için son tarihi öğrenirsiniz. Ek araştırma gerekirse süreyi uzatabiliriz; o zaman gerekçesiyle birlikte size bildiririz.',
  checkTitle: 'Eksik var mı diye bakarız',
  check:
    'Bir şey eksikse ya da okunmuyorsa başvuru, tam o yerler işaretlenmiş olarak size iade edilir. Yalnızca onları düzeltip yeniden gönderirsiniz.',
  scoreTitle: 'Devlet kurumları puan verir',
  score:
    'Her kriter için bir devlet kurumu gerekçesiyle puan verir. Hepsi puanını vermeden hiçbir kurum bir başkasının puanını görmez. Aynı sırada başka kurumlar itiraz edebilir.',
  decisionTitle: 'Karar',
  decision:
    'Puanları sistem toplar. Kararı bir görevli hazırlar, bir başkası imzalar. Kararın hazır olduğunu e-postayla öğrenir ve hesabınızda okursunuz: puanlar, gerekçeler, dayandıkları belgeler.',
  afterTitle: 'Statü verilirse',
  after:
    'Statü belgenizi indirirsiniz. Belgeyi gösterdiğiniz herkes geçerli olup olmadığını bu sitede sorgulayabilir.',
  unfavourableTitle: 'Reddedilirseniz',
  unfavourable:
    'Kararda neyin eksik olduğu, puanınızı neyin artırabileceği, nasıl ve ne zamana kadar şikâyette bulunabileceğiniz ve ne zaman yeniden başvurabileceğiniz yazar.',
}

const ru: StepsWords = {
  title: 'Как это работает',
  lead: 'От первого вопроса до ответа, шаг за шагом. На каждом шаге видно, что нужно, что будет дальше и к какому сроку.',
  lookTitle: 'Узнайте свой результат',
  look: 'Прочитайте критерии и рассчитайте баллы. Для этого не нужна учётная запись, и ответы не сохраняются.',
  accountTitle: 'Создайте учётную запись',
  account:
    'Достаточно адреса электронной почты и пароля. Азербайджанские документы и приглашение не нужны.',
  answersTitle: 'Ответьте и приложите документы',
  answers:
    'Отвечайте по разделам, в любом порядке и на любом устройстве. Сохранённое будет на месте, когда вы вернётесь. Список документов зависит от ваших ответов, каждый прикладывается как PDF или изображение. Черновик, который месяцами не меняют, удаляется; мы заранее вам напишем.',
  submitTitle: 'Проверьте и подайте',
  submit:
    'Перед подачей вы видите все ответы на одной странице. Затем вы получаете номер и последний день для решения. Если нужна дополнительная проверка, мы можем продлить срок; тогда мы сообщаем вам и объясняем почему.',
  checkTitle: 'Мы проверяем, всё ли на месте',
  check:
    'Если чего-то не хватает или что-то не читается, обращение возвращается к вам с отметками именно в этих местах. Вы исправляете только их и отправляете снова.',
  scoreTitle: 'Государственные органы начисляют баллы',
  score:
    'По каждому критерию один государственный орган начисляет баллы и объясняет их. Ни один орган не видит чужих баллов, пока не начислены все. В это же время другие органы могут возразить.',
  decisionTitle: 'Решение',
  decision:
    'Баллы складывает система. Один сотрудник готовит решение, другой подписывает. Вы получаете письмо о том, что решение готово, и читаете его в личном кабинете: баллы, обоснование и документы, на которых они основаны.',
  afterTitle: 'Если статус присвоен',
  after:
    'Вы скачиваете документ о статусе. Любой, кому вы его покажете, может проверить на этом сайте, что он действителен.',
  unfavourableTitle: 'Если вам отказали',
  unfavourable:
    'В решении сказано, чего не хватило и что может повысить баллы, как и до какого дня можно подать жалобу и когда можно обратиться снова.',
}

export const stepsWords: Readonly<Record<Language, StepsWords>> = { az, tr, en, ru }
