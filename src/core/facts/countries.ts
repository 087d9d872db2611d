/**
 * Where a person can be born, live, study and work, or be a citizen of: one list wherever a country
 * is asked. The 249 countries and territories of ISO 3166-1, alpha-3 with its alpha-2; and Kosovo,
 * by its code in passports, since people have papers of it. Whether it is offered is one decision
 * of the Service, and stands in one line.
 */
export const COUNTRIES = {
  ABW: 'AW',
  AFG: 'AF',
  AGO: 'AO',
  AIA: 'AI',
  ALA: 'AX',
  ALB: 'AL',
  AND: 'AD',
  ARE: 'AE',
  ARG: 'AR',
  ARM: 'AM',
  ASM: 'AS',
  ATA: 'AQ',
  ATF: 'TF',
  ATG: 'AG',
  AUS: 'AU',
  AUT: 'AT',
  AZE: 'AZ',
  BDI: 'BI',
  BEL: 'BE',
  BEN: 'BJ',
  BES: 'BQ',
  BFA: 'BF',
  BGD: 'BD',
  BGR: 'BG',
  BHR: 'BH',
  BHS: 'BS',
  BIH: 'BA',
  BLM: 'BL',
  BLR: 'BY',
  BLZ: 'BZ',
  BMU: 'BM',
  BOL: 'BO',
  BRA: 'BR',
  BRB: 'BB',
  BRN: 'BN',
  BTN: 'BT',
  BVT: 'BV',
  BWA: 'BW',
  CAF: 'CF',
  CAN: 'CA',
  CCK: 'CC',
  CHE: 'CH',
  CHL: 'CL',
  CHN: 'CN',
  CIV: 'CI',
  CMR: 'CM',
  COD: 'CD',
  COG: 'CG',
  COK: 'CK',
  COL: 'CO',
  COM: 'KM',
  CPV: 'CV',
  CRI: 'CR',
  CUB: 'CU',
  CUW: 'CW',
  CXR: 'CX',
  CYM: 'KY',
  CYP: 'CY',
  CZE: 'CZ',
  DEU: 'DE',
  DJI: 'DJ',
  DMA: 'DM',
  DNK: 'DK',
  DOM: 'DO',
  DZA: 'DZ',
  ECU: 'EC',
  EGY: 'EG',
  ERI: 'ER',
  ESH: 'EH',
  ESP: 'ES',
  EST: 'EE',
  ETH: 'ET',
  FIN: 'FI',
  FJI: 'FJ',
  FLK: 'FK',
  FRA: 'FR',
  FRO: 'FO',
  FSM: 'FM',
  GAB: 'GA',
  GBR: 'GB',
  GEO: 'GE',
  GGY: 'GG',
  GHA: 'GH',
  GIB: 'GI',
  GIN: 'GN',
  GLP: 'GP',
  GMB: 'GM',
  GNB: 'GW',
  GNQ: 'GQ',
  GRC: 'GR',
  GRD: 'GD',
  GRL: 'GL',
  GTM: 'GT',
  GUF: 'GF',
  GUM: 'GU',
  GUY: 'GY',
  HKG: 'HK',
  HMD: 'HM',
  HND: 'HN',
  HRV: 'HR',
  HTI: 'HT',
  HUN: 'HU',
  IDN: 'ID',
  IMN: 'IM',
  IND: 'IN',
  IOT: 'IO',
  IRL: 'IE',
  IRN: 'IR',
  IRQ: 'IQ',
  ISL: 'IS',
  ISR: 'IL',
  ITA: 'IT',
  JAM: 'JM',
  JEY: 'JE',
  JOR: 'JO',
  JPN: 'JP',
  KAZ: 'KZ',
  KEN: 'KE',
  KGZ: 'KG',
  KHM: 'KH',
  KIR: 'KI',
  KNA: 'KN',
  KOR: 'KR',
  KWT: 'KW',
  LAO: 'LA',
  LBN: 'LB',
  LBR: 'LR',
  LBY: 'LY',
  LCA: 'LC',
  LIE: 'LI',
  LKA: 'LK',
  LSO: 'LS',
  LTU: 'LT',
  LUX: 'LU',
  LVA: 'LV',
  MAC: 'MO',
  MAF: 'MF',
  MAR: 'MA',
  MCO: 'MC',
  MDA: 'MD',
  MDG: 'MG',
  MDV: 'MV',
  MEX: 'MX',
  MHL: 'MH',
  MKD: 'MK',
  MLI: 'ML',
  MLT: 'MT',
  MMR: 'MM',
  MNE: 'ME',
  MNG: 'MN',
  MNP: 'MP',
  MOZ: 'MZ',
  MRT: 'MR',
  MSR: 'MS',
  MTQ: 'MQ',
  MUS: 'MU',
  MWI: 'MW',
  MYS: 'MY',
  MYT: 'YT',
  NAM: 'NA',
  NCL: 'NC',
  NER: 'NE',
  NFK: 'NF',
  NGA: 'NG',
  NIC: 'NI',
  NIU: 'NU',
  NLD: 'NL',
  NOR: 'NO',
  NPL: 'NP',
  NRU: 'NR',
  NZL: 'NZ',
  OMN: 'OM',
  PAK: 'PK',
  PAN: 'PA',
  PCN: 'PN',
  PER: 'PE',
  PHL: 'PH',
  PLW: 'PW',
  PNG: 'PG',
  POL: 'PL',
  PRI: 'PR',
  PRK: 'KP',
  PRT: 'PT',
  PRY: 'PY',
  PSE: 'PS',
  PYF: 'PF',
  QAT: 'QA',
  REU: 'RE',
  RKS: 'XK',
  ROU: 'RO',
  RUS: 'RU',
  RWA: 'RW',
  SAU: 'SA',
  SDN: 'SD',
  SEN: 'SN',
  SGP: 'SG',
  SGS: 'GS',
  SHN: 'SH',
  SJM: 'SJ',
  SLB: 'SB',
  SLE: 'SL',
  SLV: 'SV',
  SMR: 'SM',
  SOM: 'SO',
  SPM: 'PM',
  SRB: 'RS',
  SSD: 'SS',
  STP: 'ST',
  SUR: 'SR',
  SVK: 'SK',
  SVN: 'SI',
  SWE: 'SE',
  SWZ: 'SZ',
  SXM: 'SX',
  SYC: 'SC',
  SYR: 'SY',
  TCA: 'TC',
  TCD: 'TD',
  TGO: 'TG',
  THA: 'TH',
  TJK: 'TJ',
  TKL: 'TK',
  TKM: 'TM',
  TLS: 'TL',
  TON: 'TO',
  TTO: 'TT',
  TUN: 'TN',
  TUR: 'TR',
  TUV: 'TV',
  TWN: 'TW',
  TZA: 'TZ',
  UGA: 'UG',
  UKR: 'UA',
  UMI: 'UM',
  URY: 'UY',
  USA: 'US',
  UZB: 'UZ',
  VAT: 'VA',
  VCT: 'VC',
  VEN: 'VE',
  VGB: 'VG',
  VIR: 'VI',
  VNM: 'VN',
  VUT: 'VU',
  WLF: 'WF',
  WSM: 'WS',
  YEM: 'YE',
  ZAF: 'ZA',
  ZMB: 'ZM',
  ZWE: 'ZW',
} as const

/** ISO 3166-1 alpha-3, and what stands beside it above. */
export type CountryCode = keyof typeof COUNTRIES

/** True for the three letters of a country or territory. */
export const isCountry = (text: string): text is CountryCode => Object.hasOwn(COUNTRIES, text)

/** The three letters of every country, in their order. */
export const COUNTRY_CODES: readonly CountryCode[] = Object.keys(COUNTRIES).filter(isCountry)

/** The country that two letters stand for. */
export function countryOfTwoLetters(text: string): CountryCode | undefined {
  return COUNTRY_CODES.find((code) => COUNTRIES[code] === text)
}

/**
 * Who a passport can say its holder is, beyond the countries: ICAO Doc 9303 part 3, section 5.
 * British nationals who are not citizens, and persons without a nationality: XXA stateless,
 * XXB and XXC refugees, XXX unspecified.
 */
const OTHER_NATIONALITIES = ['GBD', 'GBN', 'GBO', 'GBP', 'GBS', 'XXA', 'XXB', 'XXC', 'XXX'] as const

/** Organisations that issue travel documents: ICAO Doc 9303 part 3, section 5. */
const ORGANISATIONS = [
  'EUE',
  'UNA',
  'UNK',
  'UNO',
  'XBA',
  'XCC',
  'XCE',
  'XCO',
  'XEC',
  'XIM',
  'XMP',
  'XOM',
  'XPO',
] as const

/** Nationalities of the machine-readable zone that are no country of ISO 3166-1. */
type OtherNationality = (typeof OTHER_NATIONALITIES)[number]
/** Organisations that issue travel documents. */
type Organisation = (typeof ORGANISATIONS)[number]
/** What a person can be a citizen of, statelessness included. */
export type NationalityCode = CountryCode | OtherNationality
/** Who can issue a travel document. */
export type IssuerCode = NationalityCode | Organisation

/** The countries, then the other nationalities. */
export const NATIONALITY_CODES: readonly NationalityCode[] = [
  ...COUNTRY_CODES,
  ...OTHER_NATIONALITIES,
]

/** The nationalities, under whose codes documents are issued too, then the organisations. */
export const ISSUER_CODES: readonly IssuerCode[] = [...NATIONALITY_CODES, ...ORGANISATIONS]

/** True for what a person can be a national of, being stateless included. */
export const isNationality = (text: string): text is NationalityCode =>
  NATIONALITY_CODES.some((code) => code === text)

/** True for a state or an organisation that issues travel documents. */
export const isIssuer = (text: string): text is IssuerCode =>
  ISSUER_CODES.some((code) => code === text)

/** Codes that passports carry and that stand for another: Germany has one letter there. */
const STANDS_FOR: Readonly<Record<string, IssuerCode>> = { D: 'DEU', XKX: 'RKS' }

/** The issuer or nationality in three places of a machine-readable zone: `D<<` is Germany. */
export function codeInZone(field: string): IssuerCode | undefined {
  const code = field.replace(/<+$/, '')
  if (isIssuer(code)) return code
  return Object.hasOwn(STANDS_FOR, code) ? STANDS_FOR[code] : undefined
}

/** True for a person whom no state regards as its national (XXA), or who is a refugee. */
export const isWithoutNationality = (code: NationalityCode): boolean =>
  code === 'XXA' || code === 'XXB' || code === 'XXC'
