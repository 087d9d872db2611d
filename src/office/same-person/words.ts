import type { Agreed, LinkAct, LinkState } from '#core/cases/one-person.ts'
import type { OfficeLanguage } from '#core/language.ts'

const en = {
  title: 'One person, entered twice',
  who: '{name}, in case {number}.',
  lead: 'Two entries of one person are linked, and not merged. What both hold then counts together: for years, for what the law allows and for what is applied for. Cases, letters and who may read them stay apart.',
  four: 'One official proposes a link and another confirms it, and it is undone in the same way. The person reads it in their account.',
  links: 'Links',
  with: 'With the entry in case {number}',
  nameless: 'No name is written',
  state: 'State',
  seen: 'How it was seen',
  since: 'Since',
  agreed: 'What agreed when it was proposed',
  own: 'The last step was yours. Another official takes the next one.',
  gone: 'Nothing of one of the two is kept in that case any more, so that nobody can compare them.',
  find: 'Find the other entry',
  search: 'Number of a case or of a status',
  searchHint: 'The whole number, for example HQM-2026-000123',
  nothingTyped: 'Enter a number',
  notFound: 'Nobody else is found by this number. Check it.',
  alike: 'A status that names the same travel document is held by another entry:',
  what: 'What is written',
  here: 'Here',
  there: 'Case {number}',
  names: 'Names',
  birthDate: 'Date of birth',
  document: 'Travel document',
  agrees: 'Agrees',
  same: 'The same',
  different: 'Different',
  differs:
    'Too little agrees to link them. Two of names, date of birth and travel document have to be written the same in both.',
  outdated:
    'This could not be done: what is kept of one of them was erased meanwhile, or somebody else was faster. This is how it stands now.',
  thereAlready: 'They are among the links above.',
  how: 'How was it seen that they are one person?',
  howMissing: 'Choose how it was seen',
  propose: 'Propose to link them',
} as const

export type SamePersonWords = Readonly<Record<keyof typeof en, string>>

export const samePersonWords: Readonly<Record<OfficeLanguage, SamePersonWords>> = {
  en,
  az: {
    title: 'İki dəfə yazılmış bir şəxs',
    who: '{name}, {number} nömrəli işdə.',
    lead: 'Bir şəxs barədə iki qeyd əlaqələndirilir, birləşdirilmir. Bundan sonra illər, qanunun icazə verdikləri və müraciətlər üçün hər ikisində olanlar birlikdə nəzərə alınır. İşlər, məktublar və onları kimin oxuya bilməsi ayrı qalır.',
    four: 'Bir əməkdaş əlaqəni təklif edir, başqası təsdiqləyir və o, eyni qaydada ləğv olunur. Şəxs bunu kabinetində oxuyur.',
    links: 'Əlaqələr',
    with: '{number} nömrəli işdəki qeydlə',
    nameless: 'Ad yazılmayıb',
    state: 'Vəziyyət',
    seen: 'Necə müəyyən olunub',
    since: 'Bu vaxtdan',
    agreed: 'Təklif olunanda üst-üstə düşənlər',
    own: 'Son addımı siz atmısınız. Növbətisini başqa əməkdaş atır.',
    gone: 'Həmin işdə ikisindən biri barədə artıq heç nə saxlanılmır, ona görə onları heç kim müqayisə edə bilməz.',
    find: 'O biri qeydi tapın',
    search: 'İşin və ya statusun nömrəsi',
    searchHint: 'Tam nömrə, məsələn, HQM-2026-000123',
    nothingTyped: 'Nömrəni yazın',
    notFound: 'Bu nömrə ilə başqa heç kim tapılmadı. Onu yoxlayın.',
    alike: 'Eyni səyahət sənədini göstərən status başqa qeyddədir:',
    what: 'Yazılan',
    here: 'Burada',
    there: 'İş: {number}',
    names: 'Ad və soyad',
    birthDate: 'Doğum tarixi',
    document: 'Səyahət sənədi',
    agrees: 'Üst-üstə düşür',
    same: 'Eynidir',
    different: 'Fərqlidir',
    differs:
      'Əlaqələndirmək üçün üst-üstə düşən azdır. Ad və soyad, doğum tarixi və səyahət sənədindən ikisi hər iki qeyddə eyni yazılmalıdır.',
    outdated:
      'Bu alınmadı: bu arada onlardan biri haqqında saxlanılanlar silinib və ya başqa əməkdaş sizdən əvvəl edib. İndiki vəziyyət budur.',
    thereAlready: 'Onlar yuxarıdakı əlaqələrdədir.',
    how: 'Bir şəxs olduqları necə müəyyən olunub?',
    howMissing: 'Necə müəyyən olunduğunu seçin',
    propose: 'Əlaqələndirməyi təklif edin',
  },
}

type ByCode = Readonly<
  Record<
    OfficeLanguage,
    {
      readonly state: Readonly<Record<LinkState, string>>
      readonly act: Readonly<Record<LinkAct, string>>
    }
  >
>

export const linkWords: ByCode = {
  en: {
    state: {
      waiting: 'Proposed, waits for another official',
      linked: 'Linked',
      rejected: 'Refused',
      undoing: 'Linked, and proposed to be undone',
      undone: 'Undone',
    },
    act: {
      confirm: 'Confirm that they are one person',
      refuse: 'Take the proposal back',
      undo: 'Propose to undo the link',
      end: 'Undo the link',
      keep: 'Keep the link',
    },
  },
  az: {
    state: {
      waiting: 'Təklif olunub, başqa əməkdaşı gözləyir',
      linked: 'Əlaqələndirilib',
      rejected: 'Rədd edilib',
      undoing: 'Əlaqələndirilib, ləğvi təklif olunub',
      undone: 'Ləğv edilib',
    },
    act: {
      confirm: 'Bir şəxs olduqlarını təsdiqləyin',
      refuse: 'Təklifi geri götürün',
      undo: 'Əlaqənin ləğvini təklif edin',
      end: 'Əlaqəni ləğv edin',
      keep: 'Əlaqəni saxlayın',
    },
  },
}

/** What each thing that can agree is called. */
export const AGREED: Readonly<Record<Agreed, 'names' | 'birthDate' | 'document'>> = {
  names: 'names',
  'birth-date': 'birthDate',
  document: 'document',
}
