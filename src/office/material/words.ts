import type { OfficeLanguage } from '#core/language.ts'
import type { MaterialKind, MaterialPart } from '#core/promotion/material.ts'
import { materialKinds } from '#office/material-kinds.ts'

type Texts = {
  readonly title: string
  readonly lead: string
  readonly kind: string
  readonly language: string
  readonly notOfCampaign: string
  readonly keeps: string
  readonly opensIn: string
  readonly addLanguage: string
  readonly show: string
  readonly choose: string
  readonly busy: string
  readonly kinds: Readonly<Record<MaterialKind, string>>
  readonly paper: Readonly<Record<MaterialKind, string>>
  readonly open: string
  readonly download: string
  readonly downloadWhy: string
  readonly says: string
  readonly parts: Readonly<Record<MaterialPart, string>>
  readonly changed: string
  readonly changedWhy: string
  readonly gone: string
  readonly history: string
  readonly none: string
  readonly made: string
  readonly stands: string
  readonly current: string
  readonly outdated: string
  readonly differs: string
  readonly was: string
  readonly is: string
  readonly again: string
  readonly anew: string
  readonly earlier: string
  readonly noProgramme: string
  readonly ended: string
  readonly readOnly: string
}

export const materialPageWords: Readonly<Record<OfficeLanguage, Texts>> = {
  en: {
    title: 'Material',
    lead: 'All of it is made from the law in force today. Choose what you need, look at it, then download it.',
    kind: 'What you need',
    language: 'Language',
    notOfCampaign: 'not a language of this campaign',
    keeps: 'The campaign has no name of the event in this language. It stays as it is:',
    opensIn: 'The link opens in the languages of the campaign:',
    addLanguage: 'Add the language to the campaign',
    show: 'Show it',
    choose: 'Choose one of these',
    busy: 'Many files are being drawn just now. Ask for yours again in half a minute.',
    kinds: materialKinds.en,
    paper: {
      'leaflet-a4':
        'Print both sides, flip on the short edge, and fold once. A printing house finds bleed and crop marks in the file.',
      'leaflet-a5':
        'Print both sides on larger paper and cut at the marks. A printing house finds bleed and crop marks in the file.',
      poster:
        'Print on A3, or larger: it stays sharp. A printing house finds bleed and crop marks in the file.',
      slides: 'Show the file on the whole screen. Nothing in it moves.',
      'wallet-card': 'Print both sides on card and cut at the marks. It is 85 × 55 mm.',
      text: 'Copy the short or the long part. Nothing in it is formatted.',
    },
    open: 'Open the file as it will be',
    download: 'Download',
    downloadWhy: 'We note that you made it, so that your mission sees when it is out of date.',
    says: 'What it says',
    parts: {
      programme: 'Program',
      title: 'Title',
      lead: 'First sentence',
      whatTitle: 'What it is, title',
      what: 'What it is',
      figures: 'Figures',
      criteria: 'Criteria',
      gets: 'What recognition gives',
      steps: 'Steps',
      event: 'Event',
      mission: 'Mission',
      link: 'Link',
      acts: 'Acts',
      notes: 'Notes',
      headings: 'Headings',
    },
    changed: 'What it says has changed since you looked',
    changedWhy: 'Nothing was made. Look at what is new, then download it.',
    gone: 'No longer said',
    history: 'What was made',
    none: 'Nothing was made for this campaign yet.',
    made: 'Made',
    stands: 'State',
    current: 'Current',
    outdated: 'Out of date',
    differs: 'What has changed',
    was: 'Then',
    is: 'Now',
    again: 'download as it was',
    anew: 'Make it anew',
    earlier: 'Earlier',
    noProgramme: 'The Program is not in force today, so that there is nothing to tell.',
    ended: 'This link is retired, or the mission is closed. No new material is made for it.',
    readOnly: 'Only people of the mission make material.',
  },
  az: {
    title: 'Materiallar',
    lead: 'Hamısı bu gün qüvvədə olan qanundan hazırlanır. Lazım olanı seçin, baxın, sonra yükləyin.',
    kind: 'Nə lazımdır',
    language: 'Dil',
    notOfCampaign: 'kampaniyanın dili deyil',
    keeps: 'Kampaniyada tədbirin bu dildə adı yoxdur. Adı olduğu kimi qalır:',
    opensIn: 'Keçid kampaniyanın dillərində açılır:',
    addLanguage: 'Dili kampaniyaya əlavə etmək',
    show: 'Göstərmək',
    choose: 'Bunlardan birini seçin',
    busy: 'Hazırda çox fayl hazırlanır. Öz faylınızı yarım dəqiqədən sonra yenidən istəyin.',
    kinds: materialKinds.az,
    paper: {
      'leaflet-a4':
        'Hər iki üzünü çap edin, qısa kənardan çevirin və bir dəfə qatlayın. Mətbəə kəsim payını və nişanlarını faylda tapır.',
      'leaflet-a5':
        'Hər iki üzünü daha böyük kağıza çap edin və nişanlardan kəsin. Mətbəə kəsim payını və nişanlarını faylda tapır.',
      poster:
        'A3 və ya daha böyük kağıza çap edin: aydın qalır. Mətbəə kəsim payını və nişanlarını faylda tapır.',
      slides: 'Faylı bütün ekranda göstərin. Orada heç nə hərəkət etmir.',
      'wallet-card':
        'Hər iki üzünü qalın kağıza çap edin və nişanlardan kəsin. Ölçüsü 85 × 55 mm-dir.',
      text: 'Qısa və ya uzun hissəni köçürün. Orada bəzək yoxdur.',
    },
    open: 'Faylı olacağı kimi açmaq',
    download: 'Yükləmək',
    downloadWhy:
      'Onu hazırladığınızı qeyd edirik ki, nümayəndəliyiniz nə vaxt köhnəldiyini görsün.',
    says: 'Nə deyir',
    parts: {
      programme: 'Proqram',
      title: 'Başlıq',
      lead: 'İlk cümlə',
      whatTitle: 'Bu nədir, başlıq',
      what: 'Bu nədir',
      figures: 'Rəqəmlər',
      criteria: 'Meyarlar',
      gets: 'Status nə verir',
      steps: 'Addımlar',
      event: 'Tədbir',
      mission: 'Nümayəndəlik',
      link: 'Keçid',
      acts: 'Aktlar',
      notes: 'Qeydlər',
      headings: 'Başlıqlar',
    },
    changed: 'Siz baxandan bəri dedikləri dəyişib',
    changedWhy: 'Heç nə hazırlanmayıb. Yeni olana baxın, sonra yükləyin.',
    gone: 'Artıq deyilmir',
    history: 'Nə hazırlanıb',
    none: 'Bu kampaniya üçün hələ heç nə hazırlanmayıb.',
    made: 'Hazırlanıb',
    stands: 'Vəziyyət',
    current: 'Qüvvədədir',
    outdated: 'Köhnəlib',
    differs: 'Nə dəyişib',
    was: 'Onda',
    is: 'İndi',
    again: 'olduğu kimi yükləmək',
    anew: 'Yenidən hazırlamaq',
    earlier: 'Əvvəlkilər',
    noProgramme: 'Proqram bu gün qüvvədə deyil, ona görə deyiləsi heç nə yoxdur.',
    ended: 'Bu keçid bağlanıb və ya nümayəndəlik bağlıdır. Onun üçün yeni material hazırlanmır.',
    readOnly: 'Materialı yalnız nümayəndəliyin əməkdaşları hazırlayır.',
  },
}
