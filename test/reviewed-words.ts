import type { Tongue } from '#tools/read-words.ts'

/** What somebody who reads the language has looked at; a change here is a change to look at. */

/** Words by which a text promises, or says that something was done. */
export const PROMISE_WORDS: Readonly<Record<Tongue, RegExp>> = {
  az: /(acaq|əcək|acağ|əcəy)|heç vaxt|həmişə|göndər(dik|ilib)|qəbul (edildi|edilib|olundu)/iu,
  tr: /(acak|ecek|acağ|eceğ)|asla|hiçbir zaman|her zaman|gönder(dik|ildi)|kabul edildi/iu,
  en: /\b(will|never|always|sent|accepted|guarantee\w*)\b/iu,
  ru: /(?<!\p{L})(никогда|всегда|отправлен[оы]?|отправили|принят[оы]?|буд(ет|ут|ем))(?!\p{L})/iu,
}

/** In how many texts of each file they stand. */
export const PROMISES: Readonly<Record<string, Readonly<Partial<Record<Tongue, number>>>>> = {
  'policy/concessions/migration-code-2024.yaml': { tr: 2 },
  'policy/laws.yaml': { az: 1, tr: 1 },
  'policy/parts/assignment.yaml': { az: 1, tr: 1 },
  'policy/parts/messages.yaml': { az: 2, tr: 2, en: 2, ru: 2 },
  'policy/procedures/appeal-council.yaml': { tr: 2, ru: 2 },
  'policy/procedures/az-nk-99-2025.yaml': { az: 2, tr: 4 },
  'policy/procedures/citizenship-2025.yaml': { az: 1, tr: 3 },
  'policy/procedures/migration-2025.yaml': { az: 1, tr: 3, ru: 2 },
  'policy/procedures/mission-questions-2026.yaml': { tr: 2 },
  'policy/procedures/permanent-residence-2025.yaml': { az: 1, tr: 4, ru: 1 },
  'policy/procedures/personal-data-2026.yaml': { az: 1, tr: 3, ru: 3 },
  'policy/procedures/work-permit-2025.yaml': { az: 2, tr: 4 },
  'policy/procedures/replacement-2025.yaml': { az: 1, tr: 3 },
  'policy/procedures/staying-2025.yaml': { az: 1, tr: 3, ru: 2 },
  'policy/scorings/az-nk-99-2025.yaml': { az: 1, tr: 1 },
  'policy/systems.yaml': { tr: 1 },
  'policy/types/annulment.yaml': { az: 6, tr: 5, en: 4, ru: 3 },
  'policy/types/change-of-details.yaml': { az: 19, tr: 28, en: 10, ru: 9 },
  'policy/types/citizenship.yaml': { az: 12, tr: 22, en: 10, ru: 9 },
  'policy/types/complaint.yaml': { az: 3, tr: 5, en: 3, ru: 4 },
  'policy/types/data-access.yaml': { az: 7, tr: 15, en: 7, ru: 6 },
  'policy/types/data-erasure.yaml': { az: 13, tr: 20, en: 8, ru: 9 },
  'policy/types/data-rectification.yaml': { az: 5, tr: 13, en: 7, ru: 6 },
  'policy/types/data-restriction.yaml': { az: 10, tr: 15, en: 8, ru: 9 },
  'policy/types/death-report.yaml': { az: 1, tr: 1, en: 1, ru: 1 },
  'policy/types/delay-complaint.yaml': { az: 3, tr: 5, en: 2, ru: 3 },
  'policy/types/family-list.yaml': { az: 1, tr: 1 },
  'policy/types/holder-check.yaml': { az: 3, tr: 3, en: 3, ru: 3 },
  'policy/types/interim-protection.yaml': { az: 7, tr: 12, en: 5, ru: 5 },
  'policy/types/legal-hold.yaml': { az: 5, tr: 6, en: 3, ru: 3 },
  'policy/types/member-permanent-residence-annulment.yaml': { az: 6, tr: 5, en: 4, ru: 3 },
  'policy/types/member-residence-annulment.yaml': { az: 6, tr: 5, en: 4, ru: 3 },
  'policy/types/mission-question.yaml': { az: 4, tr: 5, en: 4, ru: 3 },
  'policy/types/permanent-residence-annulment.yaml': { az: 6, tr: 5, en: 4, ru: 3 },
  'policy/types/permanent-residence.yaml': { az: 27, tr: 35, en: 13, ru: 9 },
  'policy/types/recognition.yaml': { az: 15, tr: 23, en: 13, ru: 9 },
  'policy/types/residence-annulment.yaml': { az: 6, tr: 5, en: 4, ru: 3 },
  'policy/types/stay-annulment.yaml': { az: 6, tr: 5, en: 4, ru: 3 },
  'policy/types/stay-extension.yaml': { az: 15, tr: 25, en: 12, ru: 9 },
  'policy/types/stay-registration.yaml': { az: 13, tr: 22, en: 10, ru: 8 },
  'policy/types/status-replacement.yaml': { az: 13, tr: 23, en: 10, ru: 8 },
  'policy/types/temporary-residence.yaml': { az: 27, tr: 36, en: 14, ru: 10 },
  'policy/types/work-permit-annulment.yaml': { az: 6, tr: 5, en: 4, ru: 3 },
  'policy/types/work-permit.yaml': { az: 15, tr: 26, en: 12, ru: 10 },
  'policy/types/visa-reference-annulment.yaml': { az: 6, tr: 5, en: 4, ru: 3 },
  'policy/types/visa-reference.yaml': { az: 14, tr: 23, en: 11, ru: 8 },
  'src/office/campaigns-words.ts': { az: 4, en: 3 },
  'src/office/figures/words.ts': { az: 1, en: 1 },
  'src/office/case/words.ts': { az: 2, en: 2 },
  'src/office/documents-list.tsx': { en: 1 },
  'src/office/forwarded.tsx': { az: 1, en: 2 },
  'src/office/material/words.ts': { az: 1, en: 1 },
  'src/office/payments/words.ts': { az: 2 },
  'src/office/proposed.tsx': { az: 1, en: 1 },
  'src/office/questions-words.ts': { en: 2 },
  'src/office/refusal-words.ts': { az: 4, en: 2 },
  'src/office/register-words.ts': { en: 1 },
  'src/office/rules/words.ts': { az: 2, en: 1 },
  'src/office/sign-in-page.tsx': { en: 1 },
  'src/office/steps/answer/points-words.ts': { az: 2 },
  'src/office/steps/ask/words.ts': { az: 1 },
  'src/office/steps/assign/assigning.tsx': { az: 1 },
  'src/office/steps/decide/words.ts': { az: 5, en: 4 },
  'src/office/steps/reasoned/reasoned.tsx': { az: 1 },
  'src/office/steps/return/words.ts': { az: 1 },
  'src/office/systems/words.ts': { en: 1 },
  'src/office/there.tsx': { az: 1 },
  'src/portal/ahead-words.ts': { az: 2, tr: 3, en: 3, ru: 2 },
  'src/portal/application/duty/duty.tsx': { az: 1 },
  'src/portal/application/words.ts': { az: 2, tr: 6, en: 2, ru: 4 },
  'src/portal/applications/words.ts': { az: 1, tr: 1 },
  'src/portal/asking/words.ts': { ru: 1 },
  'src/portal/block/words.ts': { az: 3, tr: 5, en: 2, ru: 3 },
  'src/portal/case-history.tsx': { tr: 1 },
  'src/portal/check/words.ts': { az: 4, tr: 3, en: 3, ru: 10 },
  'src/portal/contests.tsx': { en: 1, ru: 1 },
  'src/portal/correct/words.ts': { tr: 1, en: 2, ru: 2 },
  'src/portal/criteria/words.ts': { az: 1, tr: 4, en: 1, ru: 1 },
  'src/portal/consent-words.ts': { tr: 1, en: 3, ru: 2 },
  'src/portal/contest-day.tsx': { tr: 1, en: 1 },
  'src/portal/decision/words.ts': { az: 2, tr: 2 },
  'src/portal/documents/words.ts': { az: 3, tr: 3, en: 4, ru: 3 },
  'src/portal/family-joining-words.ts': { az: 2, tr: 2 },
  'src/portal/file-refusals.ts': { az: 1, tr: 2, en: 1, ru: 1 },
  'src/portal/home/words.ts': { az: 1, tr: 1 },
  'src/portal/invitation/words.ts': { az: 2, tr: 1, en: 3, ru: 3 },
  'src/portal/leave/words.ts': { az: 1, tr: 3, en: 4, ru: 4 },
  'src/portal/letters/words.ts': { az: 2, tr: 2, en: 1, ru: 2 },
  'src/portal/looks-words.ts': { en: 1 },
  'src/portal/may/words.ts': { az: 1, en: 1, tr: 1 },
  'src/portal/messages/words.ts': { az: 1, tr: 1 },
  'src/portal/new-password/words.ts': { az: 3, tr: 3, en: 1 },
  'src/portal/pages/steps-words.ts': { az: 3, tr: 3, ru: 2 },
  'src/portal/pages/texts.ts': { az: 3, tr: 7, en: 3, ru: 1 },
  'src/portal/people/words.ts': { en: 2, ru: 2 },
  'src/portal/question/words.ts': { az: 1, en: 1, ru: 1 },
  'src/portal/register/words.ts': { en: 1 },
  'src/portal/reply/words.ts': { az: 1, tr: 4, en: 2, ru: 1 },
  'src/portal/sent-beside.ts': { az: 2, tr: 2, en: 2, ru: 2 },
  'src/portal/sign-in-page.tsx': { en: 1, ru: 1 },
  'src/portal/visit-words.ts': { az: 3, tr: 3, ru: 1 },
  'src/office/steps/consult/words.ts': { az: 1, en: 2 },
  'src/portal/still-named.tsx': { az: 1, tr: 1, en: 1, ru: 1 },
  'src/portal/why-not.tsx': { tr: 1 },
  'src/portal/words.ts': { tr: 1, en: 1 },
  'src/portal/writing-words.ts': { en: 1, ru: 1 },
  'src/telling/forwarded.tsx': { tr: 3, en: 2, ru: 3 },
  'src/telling/account-mails.ts': { az: 1, tr: 1 },
  'src/telling/act/words.ts': { az: 1, en: 1, ru: 1 },
  'src/telling/basis.tsx': { az: 1, ru: 1 },
  'src/telling/copy/words.ts': { en: 4, tr: 1 },
  'src/telling/done.tsx': { az: 3, tr: 3, en: 1 },
  'src/telling/due.tsx': { az: 1, tr: 2 },
  'src/telling/duty.tsx': { az: 1, ru: 2 },
  'src/telling/paid.ts': { az: 3, ru: 1, tr: 3 },
  'src/telling/estimate-words.ts': { az: 1, tr: 1, en: 3 },
  'src/telling/explanation-words.ts': { tr: 1, ru: 1 },
  'src/telling/idle.tsx': { az: 1, tr: 1, en: 1 },
  'src/telling/invitation-mail.ts': { az: 2, tr: 1 },
  'src/telling/kind-words.ts': { az: 2, tr: 6, en: 1, ru: 3 },
}

type Term = {
  readonly tongue: Tongue
  readonly never: RegExp
  readonly why: string
  /** Places where the word means something else. */
  readonly except?: readonly string[]
}

/** Days that are rendered without their weekday, so that a word may follow them. */
export const PLAIN_DAYS: readonly string[] = [
  'src/office/annul/words.ts proposed', // "10 dekabr 2026-cı il tarixində"
]

/** Buttons without a verb, or whose verb is looked at. */
export const BUTTONS: readonly string[] = [
  'src/portal/block/words.ts none: Buraya ekleyecek bir şeyim yok', // as its reader says it
  'src/portal/reply/words.ts nothing: Ekleyecek bir şeyim yok',
]

/** Where a term is named, and its name in az, tr, en and ru. */
export const TERMS: readonly (readonly [string, readonly [string, string, string, string]])[] = [
  [
    'policy/statuses/recognition.yaml title',
    ['yüksəkixtisaslı', 'yüksek nitelikli göçmen', 'highly qualified', 'высококвалифицированн'],
  ],
  ['src/portal/applications/words.ts title', ['müraciət', 'başvuru', 'application', 'обращени']],
  ['src/telling/kind-words.ts STAGE_WORDS.draft.tag', ['qaralama', 'taslak', 'draft', 'черновик']],
  ['src/portal/check/words.ts submit', ['təqdim', 'sun', 'submit', 'подать']],
  ['src/portal/criteria/words.ts title', ['meyar', 'kriter', 'criteria', 'критери']],
  ['src/portal/criteria/words.ts points', ['bal', 'puan', 'points', 'балл']],
  [
    'src/portal/criteria/words.ts passMark',
    ['keçid balı', 'geçme puanı', 'pass mark', 'проходной'],
  ],
  ['src/portal/criteria/words.ts objection', ['etiraz', 'itiraz', 'objection', 'возражен']],
  ['src/portal/criteria/words.ts evidence', ['təsdiqedici', 'destekleyici', 'prove', 'подтвержд']],
  ['src/telling/act/words.ts council', ['şikayət', 'şikâyet', 'complaint', 'жалоба']],
  [
    'policy/procedures/az-nk-99-2025.yaml terms.appeal.title',
    ['şikayət', 'şikâyet', 'complaint', 'жалоба'],
  ],
  [
    'policy/procedures/az-nk-99-2025.yaml terms.extension.title',
    ['müddətin uzadılması', 'süre uzatımı', 'extension', 'продление срока'],
  ],
  [
    'policy/procedures/az-nk-99-2025.yaml terms.hearing.title',
    ['dinlənilmə', 'dinlenmesi', 'hearing', 'заслушивание'],
  ],
  ['src/portal/words.ts register', ['şəxsi kabinet', 'hesap', 'account', 'учётную запись']],
  [
    'policy/types/recognition.yaml roles.applicant.title',
    ['müraciətçi', 'başvuru sahibi', 'applicant', 'заявитель'],
  ],
  [
    'src/telling/programme-words.ts stayText',
    ['müvəqqəti yaşamaq', 'geçici ikamet izni', 'temporary residence', 'временное проживание'],
  ],
  [
    'src/telling/programme-words.ts workText',
    ['iş icazəsi', 'çalışma izni', 'work permit', 'разрешение на работу'],
  ],
  ['src/telling/programme-words.ts familyText', ['kvota', 'kota', 'quota', 'квоту']],
]

const NOT_THE_ACCOUNT = [
  'policy/laws.yaml laws.nk-99-2025',
  'policy/procedures/',
  'policy/scorings/',
]

/** What a term is not called in a language. */
export const GLOSSARY: readonly Term[] = [
  {
    tongue: 'az',
    never: /(?<!\p{L})hesab(?!la|at)/iu,
    why: 'şəxsi kabinet',
    except: NOT_THE_ACCOUNT, // "hesab olunmaq" is to be regarded as
  },
  { tongue: 'az', never: /ilkin məlumat/iu, why: 'müvəqqəti' },
  { tongue: 'az', never: /^bu gündən: \{/iu, why: 'həmin gündən: bu gün is today' },
  { tongue: 'az', never: /nömrəli iş(?!\p{L})|(?<!\p{L})işiniz saxla/iu, why: 'müraciət' },
  { tongue: 'az', never: /təkzib|uzantı|dinləmə/iu, why: 'əsassız, genişlənmə, dinlənilmə' },
  { tongue: 'az', never: /müraciət\S* qəbul edildi/iu, why: 'daxil oldu' },
  { tongue: 'az', never: /^tanın(mısınız|ıb|sanız)$/iu, why: 'status verilib' },
  {
    tongue: 'az',
    never: /(?<!\p{L})NK |hər şey qaydasındadır(?!sa)\.?$/u,
    why: 'Nazirlər Kabineti',
  },
  { tongue: 'az', never: /orqanın rəhbəri/iu, why: 'nəzarətçi əməkdaş' },
  {
    tongue: 'tr',
    never: /itiraz (edebilirsiniz|edin(?!\p{L})|edebileceğiniz)|itiraz kurul/iu,
    why: 'şikâyet; itiraz is an objection',
  },
  {
    tongue: 'tr',
    never: /(?<!Göç |Güvenlik |İstihbarat )Servis(?!\p{L}*le)/u,
    why: 'Göç Servisi',
  },
  { tongue: 'tr', never: /kanıtlayıcı belge/iu, why: 'destekleyici belge' },
  {
    tongue: 'tr',
    never: /işletici|(?<!\p{L})BK |(?<!\p{L})bent(?!\p{L})/u,
    why: 'veri işleyen, Bakanlar Kurulu, madde',
  },
  { tongue: 'tr', never: /numaralı dosya|dosyanız saklan/iu, why: 'başvuru' },
  {
    tongue: 'tr',
    never: /^kanunda açık$|(henüz|[ae]cağı|[ae]ceği|tığı) açık(?!\p{L})/iu,
    why: 'belli değil: açık is read as settled',
  },
  { tongue: 'tr', never: /(?<!\p{L})iş gücü/iu, why: 'işgücü' },
  { tongue: 'tr', never: /(?<!\p{L})vize belge/iu, why: 'vize için belge, which is no visa' },
  { tongue: 'tr', never: /(?<!\p{L})(ölüm|vefat)\S* onayla/iu, why: 'teyit etmek' },
  { tongue: 'tr', never: /^tanındı(nız)?$|^tanınırsanız$/iu, why: 'statü verildi' },
  {
    tongue: 'tr',
    never: /bilmiyorum|kiralık|kurumun yöneticisi/iu,
    why: 'others read it',
    except: ['src/telling/language-levels.ts'], // an answer of the reader's own
  },
  {
    tongue: 'ru',
    never: /балл\S* (став|постав)|(став(ят|ит)|постав\S*) (вам )?балл/iu,
    why: 'начислять баллы',
  },
  { tongue: 'ru', never: /(?<!\p{L})(по делу|ваше дело|ведущий дело)/iu, why: 'обращение' },
  {
    tongue: 'ru',
    never: /квадратн\S* код|по времени баку/iu,
    why: 'QR-код, по бакинскому времени',
  },
  {
    tongue: 'ru',
    never: /^(признан|вы признаны)$|руководитель оценивающего/iu,
    why: 'статус присвоен',
  },
  { tongue: 'ru', never: /до эт(ой|ого) (даты|дня)/iu, why: 'не позднее: is the day included?' },
  { tongue: 'en', never: /against you(?!r)/iu, why: 'no rule says so' },
  { tongue: 'en', never: /highly[ -]skilled/iu, why: 'highly qualified' },
]
