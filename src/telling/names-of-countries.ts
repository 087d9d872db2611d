import type { IssuerCode } from '#core/facts/countries.ts'
import type { Words } from '#core/language.ts'

/**
 * Names that the runtime does not give, or gives in a form that a reader would not look for. A
 * language that is missing here is right there.
 */
export const NAMES_OF_COUNTRIES: Readonly<Partial<Record<IssuerCode, Partial<Words>>>> = {
  ARE: { ru: 'Объединённые Арабские Эмираты' },
  CIV: { az: 'Kot-d’İvuar', tr: 'Fildişi Sahili', en: 'Ivory Coast (Côte d’Ivoire)' },
  COD: {
    az: 'Konqo Demokratik Respublikası',
    tr: 'Kongo Demokratik Cumhuriyeti',
    en: 'Congo, Democratic Republic',
    ru: 'Конго, Демократическая Республика',
  },
  COG: {
    az: 'Konqo Respublikası',
    tr: 'Kongo Cumhuriyeti',
    en: 'Congo, Republic',
    ru: 'Конго, Республика',
  },
  HKG: { az: 'Honq Konq (Çin)', tr: 'Hong Kong (Çin)', en: 'Hong Kong (China)', ru: 'Гонконг' },
  KGZ: { ru: 'Кыргызстан' },
  KOR: { ru: 'Южная Корея' },
  MAC: { az: 'Makao (Çin)', tr: 'Makao (Çin)', en: 'Macao (China)', ru: 'Макао' },
  MMR: { tr: 'Myanmar', en: 'Myanmar', ru: 'Мьянма' },
  PRK: { ru: 'Северная Корея' },
  PSE: { az: 'Fələstin', tr: 'Filistin', en: 'Palestine', ru: 'Палестина' },
  SHN: { ru: 'Остров Святой Елены' },
  TLS: { tr: 'Doğu Timor' },
  USA: { ru: 'Соединённые Штаты Америки' },
  ZAF: { az: 'Cənubi Afrika Respublikası', tr: 'Güney Afrika Cumhuriyeti' },

  GBD: {
    az: 'Britaniya dənizaşırı əraziləri (vətəndaş)',
    tr: 'Britanya Denizaşırı Toprakları (vatandaş)',
    en: 'British Overseas Territories (citizen)',
    ru: 'Британские заморские территории (гражданин)',
  },
  GBN: {
    az: 'Britaniya təbəəsi (dənizaşırı)',
    tr: 'Britanya uyruğu (denizaşırı)',
    en: 'British National (Overseas)',
    ru: 'Британский подданный (заморский)',
  },
  GBO: {
    az: 'Britaniyanın dənizaşırı vətəndaşı',
    tr: 'Britanya denizaşırı vatandaşı',
    en: 'British Overseas citizen',
    ru: 'Британский заморский гражданин',
  },
  GBP: {
    az: 'Britaniyanın himayəsində olan şəxs',
    tr: 'Britanya himayesindeki kişi',
    en: 'British Protected person',
    ru: 'Лицо под защитой Великобритании',
  },
  GBS: {
    az: 'Britaniya təbəəsi',
    tr: 'Britanya tebaası',
    en: 'British Subject',
    ru: 'Британский подданный',
  },
  RKS: { az: 'Kosovo', tr: 'Kosova', en: 'Kosovo', ru: 'Косово' },
  XXA: {
    az: 'Vətəndaşlığı olmayan şəxs',
    tr: 'Vatansız kişi',
    en: 'Stateless person',
    ru: 'Лицо без гражданства',
  },
  XXB: {
    az: 'Qaçqın (1951-ci il Konvensiyası)',
    tr: 'Mülteci (1951 Sözleşmesi)',
    en: 'Refugee (1951 Convention)',
    ru: 'Беженец (Конвенция 1951 года)',
  },
  XXC: {
    az: 'Qaçqın (digər)',
    tr: 'Mülteci (diğer)',
    en: 'Refugee (other)',
    ru: 'Беженец (другой)',
  },
  XXX: {
    az: 'Vətəndaşlığı müəyyən edilməmiş şəxs',
    tr: 'Uyruğu belirlenmemiş kişi',
    en: 'Person of unspecified nationality',
    ru: 'Лицо с неустановленным гражданством',
  },

  EUE: {
    az: 'Avropa İttifaqı',
    tr: 'Avrupa Birliği',
    en: 'European Union',
    ru: 'Европейский союз',
  },
  UNA: {
    az: 'BMT-nin ixtisaslaşmış qurumu',
    tr: 'Birleşmiş Milletler uzmanlık kuruluşu',
    en: 'United Nations specialised agency',
    ru: 'Специализированное учреждение ООН',
  },
  UNK: {
    az: 'BMT-nin Kosovodakı Müvəqqəti Administrasiyası',
    tr: 'Birleşmiş Milletler Kosova Geçici Yönetimi',
    en: 'United Nations Interim Administration in Kosovo',
    ru: 'Миссия ООН по делам временной администрации в Косове',
  },
  UNO: {
    az: 'Birləşmiş Millətlər Təşkilatı',
    tr: 'Birleşmiş Milletler',
    en: 'United Nations',
    ru: 'Организация Объединённых Наций',
  },
  XBA: {
    az: 'Afrika İnkişaf Bankı',
    tr: 'Afrika Kalkınma Bankası',
    en: 'African Development Bank',
    ru: 'Африканский банк развития',
  },
  XCC: {
    az: 'Karib Birliyi (KARİKOM)',
    tr: 'Karayip Topluluğu (CARICOM)',
    en: 'Caribbean Community (CARICOM)',
    ru: 'Карибское сообщество (КАРИКОМ)',
  },
  XCE: {
    az: 'Avropa Şurası',
    tr: 'Avrupa Konseyi',
    en: 'Council of Europe',
    ru: 'Совет Европы',
  },
  XCO: {
    az: 'Şərqi və Cənubi Afrika Ümumi Bazarı (COMESA)',
    tr: 'Doğu ve Güney Afrika Ortak Pazarı (COMESA)',
    en: 'Common Market for Eastern and Southern Africa (COMESA)',
    ru: 'Общий рынок Восточной и Южной Африки (КОМЕСА)',
  },
  XEC: {
    az: 'Qərbi Afrika Dövlətlərinin İqtisadi Birliyi (ECOWAS)',
    tr: 'Batı Afrika Devletleri Ekonomik Topluluğu (ECOWAS)',
    en: 'Economic Community of West African States (ECOWAS)',
    ru: 'Экономическое сообщество стран Западной Африки (ЭКОВАС)',
  },
  XIM: {
    az: 'Afrika İxrac-İdxal Bankı',
    tr: 'Afrika İhracat-İthalat Bankası',
    en: 'African Export-Import Bank',
    ru: 'Африканский экспортно-импортный банк',
  },
  XMP: {
    az: 'Aralıq Dənizi Parlament Assambleyası',
    tr: 'Akdeniz Parlamenter Asamblesi',
    en: 'Parliamentary Assembly of the Mediterranean',
    ru: 'Парламентская ассамблея Средиземноморья',
  },
  XOM: {
    az: 'Malta Suveren Ordeni',
    tr: 'Malta Egemen Tarikatı',
    en: 'Sovereign Military Order of Malta',
    ru: 'Суверенный Мальтийский орден',
  },
  XPO: { az: 'İnterpol', tr: 'İnterpol', en: 'Interpol', ru: 'Интерпол' },
}
