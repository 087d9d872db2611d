import type { Json } from '#core/canonical.ts'
import type { OfficeLanguage } from '#core/language.ts'
import { isAction, isRole, isState } from '#core/lifecycle/lifecycle.ts'
import { codeOf, isDocument, isList, type Document } from '#core/policy/provisional.ts'
import { actionName } from '#telling/action-names.ts'
import { yesOrNo } from '#telling/option-names.ts'
import { roleName } from '#telling/roles.ts'
import { stateForOffice } from '#telling/states.ts'

/** The places and values of a document of policy, for those who adopt it. */
export function placeNames(
  document: Document,
  path: string,
  language: OfficeLanguage,
): readonly string[] {
  let at: Json = document
  return path.split('.').map((step, index, steps) => {
    const isEntry = isList(at)
    const here: Json | undefined = isList(at)
      ? (at.find((each) => codeOf(each) === step) ?? at[Number(step)])
      : isDocument(at)
        ? at[step]
        : undefined
    at = here ?? null
    const [first = ''] = index === 0 ? [] : steps
    return isEntry ? (entryName(at, language) ?? step) : propertyName(step, first, language)
  })
}

const NAMES = ['title', 'label', 'name', 'question', 'subject', 'advice', 'words'] as const

/** What a person calls an entry that the document knows by its code. */
function entryName(entry: Json, language: OfficeLanguage): string | undefined {
  if (!isDocument(entry)) return undefined
  const { state, action } = entry
  const code = state ?? action
  if (typeof code === 'string') return nameOfCode(code, language)
  return NAMES.map((name) => inWords(entry[name] ?? null, language)).find(
    (words) => words !== undefined,
  )
}

/** Where the house itself has words for it. */
function nameOfCode(code: string, language: OfficeLanguage): string | undefined {
  if (isState(code)) return stateForOffice(code, language)
  if (isAction(code)) return actionName(code, language)
  return isRole(code) ? roleName(code, language) : undefined
}

const inWords = (value: Json, language: OfficeLanguage): string | undefined => {
  const words = isDocument(value) ? value[language] : undefined
  return typeof words === 'string' ? words : undefined
}

/** Words in the reader's language; codes as the document has them. */
export function valueInWords(value: Json, language: OfficeLanguage): string {
  if (typeof value === 'boolean') return yesOrNo(value ? 'yes' : 'no', language)
  if (typeof value === 'string') return nameOfCode(value, language) ?? value
  if (isList(value)) return value.map((each) => valueInWords(each, language)).join(', ')
  if (!isDocument(value)) return String(value)
  const words = inWords(value, language)
  if (words !== undefined) return words
  return Object.entries(value)
    .map(([name, each]) => `${propertyName(name, '', language)}: ${valueInWords(each, language)}`)
    .join('; ')
}

/** One name may mean something else in one part of a document. */
const propertyName = (name: string, part: string, language: OfficeLanguage): string => {
  const words: Readonly<Record<string, string>> = PLACE_WORDS[language]
  return words[`${part}.${name}`] ?? words[name] ?? name
}

const en = {
  abbreviation: 'Abbreviation',
  accepts: 'File types taken',
  action: 'Step',
  actions: 'Steps',
  advice: 'Advice',
  applicants: 'Who may apply',
  autocomplete: 'Filled in by the browser as',
  beforeScoring: 'Possible before scoring',
  block: 'Part',
  blocks: 'Parts of the form',
  bodies: 'State bodies',
  body: 'State body',
  by: 'By whom',
  caseBytesMax: 'Largest size of all files, in bytes',
  checklist: 'Documents',
  clockStopsWhileReturned: 'The clock stops during a correction',
  code: 'Code',
  considers: 'What is considered',
  criteria: 'Criteria',
  decisionBody: 'Body that decides',
  differIn: 'Entries differ in',
  end: 'End',
  ends: 'Ends the case',
  estimate: 'Estimate',
  evidence: 'Documents that show it',
  extensionTimes: 'Number of extensions',
  fact: 'Fact',
  facts: 'Facts',
  family: 'Family of rules',
  field: 'Question',
  fields: 'Fields',
  fileBytesMax: 'Largest size of a file, in bytes',
  filesMax: 'Most files',
  from: 'From',
  grounds: 'Grounds',
  hearing: 'The person is heard',
  hint: 'Hint',
  holds: 'When it holds',
  id: 'Identifier',
  improvements: 'Ways to more points',
  inForceFrom: 'In force from',
  inForceUntil: 'In force until',
  intro: 'Introduction',
  is: 'Is',
  isNot: 'Is not',
  itemName: 'Name of one entry',
  itemsMax: 'Most entries',
  itemsMin: 'Fewest entries',
  kind: 'Kind',
  label: 'Name',
  length: 'Length',
  letters: 'Letters',
  lifecycle: 'Course of a case',
  list: 'List',
  machineNameOf: 'Passport letters of',
  max: 'Most',
  means: 'Read as',
  missing: 'Said where it is missing',
  monthsEach: 'Months for each',
  monthsLeftLessThan: 'Fewer months left than',
  most: 'At most',
  name: 'Name in sentences',
  named: 'Named in public',
  notBefore: 'Not before',
  notBy: 'Not by whoever took',
  numberPrefix: 'Beginning of the number',
  objectionBodies: 'Bodies asked for an opinion',
  of: 'Of',
  officeLabel: 'Name for officials',
  officeTitle: 'Title for officials',
  on: 'Event',
  options: 'Options',
  order: 'Order',
  otherwise: 'Otherwise',
  owner: 'Who has to act',
  pagesMax: 'Most pages',
  passMark: 'Pass mark',
  points: 'Points',
  pointsEach: 'Points for each',
  pointsMax: 'Most points',
  pointsMin: 'Fewest points',
  pointsTotal: 'Points in all',
  privacy: 'How it is kept',
  question: 'Question',
  recourse: 'Rights of whoever contests',
  remedy: 'What can be done',
  repeats: 'Repeats',
  required: 'Required',
  requiredWhen: 'Required when',
  returnsMax: 'Most returns for correction',
  ruleFamily: 'Family of rules',
  scoredBy: 'Scored by',
  shownWhen: 'Shown when',
  silenceOfObjectionBody: 'Silence of a body means',
  start: 'Beginning',
  state: 'State',
  states: 'States',
  steps: 'Steps',
  stops: 'Stops the application',
  subject: 'Subject',
  table: 'Table',
  term: 'Term',
  terms: 'Terms',
  title: 'Title',
  to: 'To',
  unit: 'Unit',
  version: 'Version',
  warnAtPercent: 'Warnings, in percent of the term',
  when: 'When',
  whenAny: 'Where this part has an entry',
  where: 'Where',
  without: 'What may be ticked instead',
  words: 'Text',
  years: 'Years',
  youngerThan: 'Younger than',
  'blocks.fields': 'Questions',
  'letters.body': 'Text',
} as const

const PLACE_WORDS: Readonly<Record<OfficeLanguage, Readonly<Record<keyof typeof en, string>>>> = {
  en,
  az: {
    abbreviation: 'Qısaltma',
    accepts: 'Qəbul edilən fayl növləri',
    action: 'Addım',
    actions: 'Addımlar',
    advice: 'Məsləhət',
    applicants: 'Kim müraciət edə bilər',
    autocomplete: 'Brauzerin doldurduğu məlumat',
    beforeScoring: 'Bal verilmədən əvvəl mümkündür',
    block: 'Bölmə',
    blocks: 'Formanın bölmələri',
    bodies: 'Dövlət orqanları',
    body: 'Dövlət orqanı',
    by: 'Kim tərəfindən',
    caseBytesMax: 'Bütün faylların ən böyük ölçüsü, bayt',
    checklist: 'Sənədlər',
    clockStopsWhileReturned: 'Düzəliş vaxtı müddət dayanır',
    code: 'Kod',
    considers: 'Nə nəzərə alınır',
    criteria: 'Meyarlar',
    decisionBody: 'Qərar verən orqan',
    differIn: 'Qeydləri fərqləndirən sual',
    end: 'Son',
    ends: 'Müraciəti başa çatdırır',
    estimate: 'İlkin hesablama',
    evidence: 'Təsdiq edən sənədlər',
    extensionTimes: 'Neçə dəfə uzadıla bilər',
    fact: 'Fakt',
    facts: 'Faktlar',
    family: 'Qaydalar qrupu',
    field: 'Sual',
    fields: 'Sahələr',
    fileBytesMax: 'Faylın ən böyük ölçüsü, bayt',
    filesMax: 'Faylların ən çox sayı',
    from: 'Haradan',
    grounds: 'Əsaslar',
    hearing: 'Şəxs dinlənilir',
    hint: 'İzah',
    holds: 'Nə vaxt tətbiq edilir',
    id: 'İdentifikator',
    improvements: 'Balı artırmağın yolları',
    inForceFrom: 'Qüvvəyə minmə tarixi',
    inForceUntil: 'Qüvvədə olduğu son gün',
    intro: 'Giriş mətni',
    is: 'Cavab',
    isNot: 'Cavab deyil',
    itemName: 'Bir qeydin adı',
    itemsMax: 'Qeydlərin ən çox sayı',
    itemsMin: 'Qeydlərin ən az sayı',
    kind: 'Növ',
    label: 'Ad',
    length: 'Uzunluq',
    letters: 'Məktublar',
    lifecycle: 'Müraciətin gedişi',
    list: 'Siyahı',
    machineNameOf: 'Pasport hərfləri ilə yazılışı',
    max: 'Ən çoxu',
    means: 'Nə kimi oxunur',
    missing: 'Cavab olmayanda deyilən',
    monthsEach: 'Hər biri üçün ay',
    monthsLeftLessThan: 'Qalan ay bundan az',
    most: 'Ən çoxu',
    name: 'Cümlədəki ad',
    named: 'Adı açıqlanır',
    notBefore: 'Bundan əvvəl ola bilməz',
    notBy: 'Bu addımı atan edə bilməz',
    numberPrefix: 'Nömrənin başlanğıcı',
    objectionBodies: 'Rəy istənilən orqanlar',
    of: 'Nələrin cəmi',
    officeLabel: 'Əməkdaşlar üçün ad',
    officeTitle: 'Əməkdaşlar üçün başlıq',
    on: 'Hadisə',
    options: 'Seçimlər',
    order: 'Sıra',
    otherwise: 'Qalan hallarda',
    owner: 'Növbə kimdədir',
    pagesMax: 'Səhifələrin ən çox sayı',
    passMark: 'Keçid balı',
    points: 'Bal',
    pointsEach: 'Hər biri üçün bal',
    pointsMax: 'Ən çox bal',
    pointsMin: 'Ən az bal',
    pointsTotal: 'Balların cəmi',
    privacy: 'Necə saxlanılır',
    question: 'Sual',
    recourse: 'Mübahisə edənin hüquqları',
    remedy: 'Nə etmək olar',
    repeats: 'Təkrarlanır',
    required: 'Məcburidir',
    requiredWhen: 'Nə vaxt məcburidir',
    returnsMax: 'Düzəlişə ən çox neçə dəfə qaytarılır',
    ruleFamily: 'Qaydalar qrupu',
    scoredBy: 'Balı verən orqan',
    shownWhen: 'Nə vaxt göstərilir',
    silenceOfObjectionBody: 'Orqanın susması nə deməkdir',
    start: 'Başlanğıc',
    state: 'Vəziyyət',
    states: 'Vəziyyətlər',
    steps: 'Addımlar',
    stops: 'Müraciətə mane olur',
    subject: 'Mövzu',
    table: 'Cədvəl',
    term: 'Müddət',
    terms: 'Müddətlər',
    title: 'Başlıq',
    to: 'Haraya',
    unit: 'Vahid',
    version: 'Versiya',
    warnAtPercent: 'Xəbərdarlıqlar, müddətin faizi ilə',
    when: 'Nə vaxt',
    whenAny: 'Bu bölmədə qeyd varsa',
    where: 'Şərt',
    without: 'Əvəzinə seçilə bilən',
    words: 'Mətn',
    years: 'İl',
    youngerThan: 'Bu yaşdan kiçik',
    'blocks.fields': 'Suallar',
    'letters.body': 'Mətn',
  },
}
