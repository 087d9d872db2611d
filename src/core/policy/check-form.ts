import { WHY_OTHERWISE } from '#core/answers/ahead.ts'
import {
  CEFR_LEVELS,
  EDUCATION_LEVELS,
  OCCUPATIONS,
  SPOKEN_LANGUAGES,
} from '#core/facts/code-lists.ts'
import { COUNTRY_CODES, ISSUER_CODES, NATIONALITY_CODES } from '#core/facts/countries.ts'
import { LANGUAGES } from '#core/language.ts'
import {
  isDated,
  isDeclared,
  type CaseType,
  type Block,
  type Condition,
  type FormField,
} from '#core/policy/case-type.ts'
import { repeatedCodes, unless, type Path, type PolicyProblem } from '#core/policy/problem.ts'
import { fieldsOf, type Fact, type Scoring, type Where } from '#core/policy/scoring.ts'

/** What the questions and documents of a type must mean, and whether the facts can be read. */
export function problemsOfForm(
  type: CaseType,
  scoring: Scoring | undefined,
): readonly PolicyProblem[] {
  const form = { blocks: type.blocks, scoring }
  const isAskedAhead = (type.registers ?? []).some(({ ahead }) => ahead)
  return [
    ...repeatedCodes(
      type.blocks.map(({ code }) => code),
      ['blocks'],
    ),
    ...type.blocks.flatMap(({ fields }, index) => {
      const why = fields.filter(({ means }) => means === WHY_OTHERWISE)
      return unless(
        why.length === 0 || (isAskedAhead && why.length === 1),
        ['blocks', index, 'fields'],
        'why an answer is not what a register says is asked once, where one is asked ahead',
      )
    }),
    ...type.blocks.flatMap((_, index) => problemsOfBlock(form, index)),
    ...problemsOfApplicants(form, type),
    ...problemsOfChecklist(form, type),
    ...(scoring?.facts ?? []).flatMap((fact) => problemsOfSource(form, fact)),
    ...(scoring === undefined ? [] : problemsOfChosenField(form.blocks, scoring)),
  ]
}

type Form = { readonly blocks: readonly Block[]; readonly scoring: Scoring | undefined }

function problemsOfBlock(form: Form, index: number): readonly PolicyProblem[] {
  const block = form.blocks[index]
  if (!block) return []
  const { fields, repeats, itemsMin, itemsMax, differIn } = block
  const path = ['blocks', index]
  return [
    ...unless(itemsMin <= itemsMax, [...path, 'itemsMin'], 'the least is more than the most'),
    ...unless(
      repeats || (itemsMin === 1 && itemsMax === 1),
      [...path, 'repeats'],
      'a block that does not repeat has exactly one item',
    ),
    ...unless(
      differIn === undefined || fields.some(({ code }) => code === differIn),
      [...path, 'differIn'],
      `${differIn} is not asked here`,
    ),
    ...repeatedCodes(
      fields.map(({ code }) => code),
      [...path, 'fields'],
    ),
    ...fields.flatMap((field, at) =>
      problemsOfField(form, { block, field }, [...path, 'fields', at]),
    ),
  ]
}

function problemsOfField(
  form: Form,
  { block, field }: { readonly block: Block; readonly field: FormField },
  path: Path,
): readonly PolicyProblem[] {
  const { kind, options, when, shownWhen, missing, required, without, machineNameOf } = field
  const named = block.fields.find(({ code }) => code === machineNameOf)
  const dated = isDated(field.kind)
  return [
    ...unless(
      (kind === 'choice') === (options !== undefined && options.length > 0),
      [...path, 'options'],
      'a choice has options, and nothing else has',
    ),
    ...repeatedCodes(options?.map(({ code }) => code) ?? [], [...path, 'options']),
    ...unless(
      kind !== 'field' || form.scoring !== undefined,
      [...path, 'kind'],
      `${field.code} asks for a field of activity, and the type names no scoring that has any`,
    ),
    ...unless(
      field.length === undefined || kind === 'document-number',
      [...path, 'length'],
      'only a number of a document always has as many characters',
    ),
    ...unless(
      field.anew === undefined || !isDeclared(kind),
      [...path, 'anew'],
      'what somebody declares or consents to is asked anew of itself',
    ),
    ...unless(when === undefined || dated, [...path, 'when'], 'only a date is past or future'),
    ...unless(without === undefined || dated, [...path, 'without'], 'only a date can be absent'),
    ...unless(
      missing !== undefined || !(required || machineNameOf !== undefined),
      [...path, 'missing'],
      'a question that must be answered says what to do where it is not',
    ),
    ...unless(
      LANGUAGES.every((language) => !(field.name ?? field.label)[language].includes('?')),
      [...path, 'name'],
      'a question has a name for the sentences about its answer',
    ),
    ...unless(
      machineNameOf === undefined || (kind === 'machine-name' && named?.kind === 'name'),
      [...path, 'machineNameOf'],
      `${machineNameOf} is no name here to be written in machine letters`,
    ),
    ...problemsOfNotBefore(form, { block, field }, [...path, 'notBefore']),
    ...(shownWhen ? problemsOfCondition(form, { condition: shownWhen, block }, path) : []),
    ...problemsOfLess(form, { block, field }, path),
  ]
}

/** What is less than the largest number, and where another answer of the item makes it so. */
const problemsOfLess = (
  form: Form,
  { block, field: { kind, max, maxWhen } }: { readonly block: Block; readonly field: FormField },
  path: Path,
): readonly PolicyProblem[] =>
  maxWhen === undefined
    ? []
    : [
        ...unless(
          kind === 'whole-number' && max !== undefined && maxWhen.max < max,
          [...path, 'maxWhen'],
          'it makes no largest number smaller',
        ),
        ...problemsOfCondition(form, { condition: maxWhen, block, as: 'maxWhen' }, path),
      ]

/** Another block is read by its only item, so that it may not repeat. */
function problemsOfNotBefore(
  form: Form,
  { block, field }: { readonly block: Block; readonly field: FormField },
  path: Path,
): readonly PolicyProblem[] {
  return (field.notBefore ?? []).flatMap((place) => {
    const there = place.block === undefined ? block : blockOf(form, place.block)
    const start = there?.fields.find(({ code }) => code === place.field)
    const isOne = place.block === undefined || there?.repeats === false
    return unless(
      isDated(field.kind) && isOne && start !== undefined && isDated(start.kind),
      path,
      `${place.block ?? 'here'}.${place.field} is no date for this date to come after`,
    )
  })
}

/** A condition on another block reads its only item, so that block may not repeat. */
function problemsOfCondition(
  form: Form,
  {
    condition,
    block,
    as = block === undefined ? 'requiredWhen' : 'shownWhen',
  }: { readonly condition: Condition; readonly block: Block | undefined; readonly as?: string },
  path: Path,
): readonly PolicyProblem[] {
  const there = condition.block === undefined ? block : blockOf(form, condition.block)
  const at = [...path, as]
  const field = there?.fields.find(({ code }) => code === condition.field)
  if (!there || !field) {
    return [{ path: at, reason: `${condition.block ?? 'here'}.${condition.field} is not asked` }]
  }
  return [
    ...unless(
      condition.block === undefined || !there.repeats,
      at,
      `${there.code} repeats, and only its first item would be read`,
    ),
    ...neverAnswered(form, { field, codes: condition.is }, at),
  ]
}

/** A rule about who may apply reads the only item of its block, and an answer that can be given. */
function problemsOfApplicants(form: Form, { applicants }: CaseType): readonly PolicyProblem[] {
  const rules = applicants.flatMap(({ when }, index) => {
    const path = ['applicants', index, 'when']
    const condition = { ...when, is: 'is' in when ? when.is : [] }
    const field = blockOf(form, when.block)?.fields.find(({ code }) => code === when.field)
    return [
      ...problemsOfCondition(form, { condition, block: undefined }, path),
      ...unless('is' in when || !field || isDated(field.kind), path, `${when.field} is no date`),
    ]
  })
  return [
    ...repeatedCodes(
      applicants.map(({ code }) => code),
      ['applicants'],
    ),
    ...rules,
  ]
}

function problemsOfChecklist(
  form: Form,
  { checklist, registers = [] }: CaseType,
): readonly PolicyProblem[] {
  const ahead = registers.flatMap((rule) => (rule.ahead ? [rule.service] : []))
  const codes = checklist.map(({ code }) => code)
  const proven = (form.scoring?.criteria ?? []).flatMap(({ code, evidence }) =>
    evidence.flatMap((document) =>
      unless(
        codes.includes(document),
        ['checklist'],
        `${document}, which proves ${code}, is absent`,
      ),
    ),
  )
  const rules = checklist.flatMap(({ whenAny, requiredWhen, confirmedBy }, index) => [
    ...unless(
      whenAny === undefined || blockOf(form, whenAny) !== undefined,
      ['checklist', index, 'whenAny'],
      `there is no block ${whenAny}`,
    ),
    ...unless(
      confirmedBy === undefined || (whenAny !== undefined && ahead.includes(confirmedBy)),
      ['checklist', index, 'confirmedBy'],
      `${confirmedBy} is not asked ahead about the items of a block`,
    ),
    ...(requiredWhen
      ? problemsOfCondition(form, { condition: requiredWhen, block: undefined }, [
          'checklist',
          index,
        ])
      : []),
  ])
  return [...repeatedCodes(codes, ['checklist']), ...proven, ...rules]
}

/** Facts are read from blocks and fields that this type asks for. */
function problemsOfSource(form: Form, { code, from }: Fact): readonly PolicyProblem[] {
  const block = blockOf(form, from.block)
  const path = ['blocks']
  if (!block) return [{ path, reason: `the fact ${code} is read from no block ${from.block}` }]
  const wrong = (names: readonly string[], where: Where | undefined) => [
    ...[...names, ...(where ? [where.field] : [])].flatMap((name) =>
      unless(
        block.fields.some((field) => field.code === name),
        path,
        `the fact ${code} reads ${from.block}.${name}, which is not asked`,
      ),
    ),
    ...answersNobodyGives(form, { block, field: where?.field }, [
      ...(where?.is ?? []),
      ...(where?.isNot ?? []),
    ]),
  ]
  switch (from.kind) {
    case 'answer':
      return [
        ...wrong([from.field], undefined),
        ...unless(
          !block.repeats,
          path,
          `the fact ${code} is one answer, and ${block.code} repeats`,
        ),
      ]
    case 'count':
      return wrong([], from.where)
    case 'months':
      return wrong([from.start, from.end], from.where)
    case 'best':
      return [
        ...wrong([from.field], from.where),
        ...answersNobodyGives(form, { block, field: from.field }, from.order),
      ]
  }
}

function answersNobodyGives(
  form: Form,
  place: { readonly block: Block; readonly field: string | undefined },
  codes: readonly string[],
): readonly PolicyProblem[] {
  const field = place.block.fields.find(({ code }) => code === place.field)
  return field ? neverAnswered(form, { field, codes }, ['blocks']) : []
}

function neverAnswered(
  form: Form,
  { field, codes }: { readonly field: FormField; readonly codes: readonly string[] },
  path: Path,
): readonly PolicyProblem[] {
  const possible = answersTo(form, field)
  return codes.flatMap((code) =>
    unless(possible?.includes(code) ?? true, path, `${field.code} is never answered ${code}`),
  )
}

/** The answers that a question of a closed kind can have. */
function answersTo(form: Form, { kind, options }: FormField): readonly string[] | undefined {
  switch (kind) {
    case 'choice':
      return options?.map(({ code }) => code)
    case 'yes-no':
    case 'consent':
      return ['yes', 'no']
    case 'declaration':
      return ['yes']
    case 'field':
      return fieldsOf(form).map(({ code }) => code)
    case 'occupation':
      return OCCUPATIONS
    case 'education':
      return EDUCATION_LEVELS
    case 'cefr':
      return CEFR_LEVELS
    case 'language':
      return SPOKEN_LANGUAGES
    case 'country':
      return COUNTRY_CODES
    case 'countries':
      return NATIONALITY_CODES
    case 'issuer':
      return ISSUER_CODES
    case 'text':
    case 'long-text':
    case 'name':
    case 'machine-name':
    case 'document-number':
    case 'date':
    case 'partial-date':
    case 'month':
    case 'email':
    case 'phone':
    case 'link':
    case 'whole-number':
      return undefined
  }
}

/** A case goes to the body of its field only where the field is asked, once. */
function problemsOfChosenField(
  blocks: readonly Block[],
  { criteria }: Scoring,
): readonly PolicyProblem[] {
  const asked = blocks.flatMap((block) =>
    block.fields.filter(({ kind }) => kind === 'field').map((field) => ({ block, field })),
  )
  const isNeeded = criteria.some(({ scoredBy }) => scoredBy === 'field-body')
  const sound = asked.every(({ block, field }) => !block.repeats && field.required)
  const count = asked.length === 1 || (asked.length === 0 && !isNeeded)
  return unless(
    count && sound,
    ['blocks'],
    'the field of activity is asked once, and has an answer',
  )
}

const blockOf = ({ blocks }: Form, wanted: string): Block | undefined =>
  blocks.find(({ code }) => code === wanted)
