import type { Child } from '#ui/markup.ts'

/** Elements that hold nothing. */
const VOID_NAMES = ['br', 'hr', 'img', 'input', 'link', 'meta', 'wbr'] as const
export const VOID: ReadonlySet<string> = new Set(VOID_NAMES)

/** Attributes that are there or not; others that are true or false say so in a word. */
const SWITCH_NAMES = [
  'checked',
  'disabled',
  'hidden',
  'multiple',
  'novalidate',
  'open',
  'readonly',
  'selected',
] as const
export const SWITCHES: ReadonlySet<string> = new Set(SWITCH_NAMES)
type Word = 'draggable' | 'spellcheck'

/** Every element that our pages have, with what is its own; any other does not compile. */
type Own = Record<Plain, never> & {
  a: 'download' | 'href' | 'hreflang' | 'rel' | 'target'
  body: 'style'
  button: 'disabled' | 'form' | 'formaction' | 'name' | 'popovertarget' | 'type' | 'value'
  details: 'open'
  fieldset: 'disabled'
  form: 'action' | 'autocomplete' | 'enctype' | 'method' | 'novalidate'
  img: 'alt' | 'height' | 'src' | 'width'
  input: Box | 'accept' | 'checked' | 'multiple' | 'pattern' | 'type' | 'value'
  label: 'for'
  line: Stroke | 'x1' | 'x2' | 'y1' | 'y2'
  link: 'as' | 'crossorigin' | 'href' | 'hreflang' | 'rel' | 'type'
  meta: 'charset' | 'content' | 'media' | 'name'
  ol: 'start'
  option: 'disabled' | 'selected' | 'value'
  path: Stroke | 'd' | 'fill'
  rect: 'height' | 'width'
  script: 'src' | 'type'
  select: Box
  svg:
    Stroke | 'fill' | 'focusable' | 'height' | 'preserveAspectRatio' | 'viewBox' | 'width' | 'xmlns'
  td: 'colspan'
  textarea: Box | 'rows'
  th: 'scope'
  time: 'datetime'
}

type Headings = 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6'
type Parts = 'article' | 'aside' | 'footer' | 'head' | 'header' | 'html' | 'main' | 'nav'
type Blocks = 'div' | 'dl' | 'dd' | 'dt' | 'hr' | 'li' | 'p' | 'section' | 'ul'
type Words = 'b' | 'bdi' | 'br' | 'code' | 'del' | 'i' | 's' | 'span' | 'strong' | 'wbr'
type Tables = 'caption' | 'table' | 'tbody' | 'thead' | 'tr'
type Plain = Headings | Parts | Blocks | Words | Tables | 'legend' | 'summary' | 'title'
type Box = 'autocapitalize' | 'autocomplete' | 'disabled' | 'inputmode' | 'name' | 'readonly'
type Stroke = 'stroke' | 'stroke-linejoin' | 'stroke-width'

type Everywhere =
  'class' | 'dir' | 'hidden' | 'id' | 'lang' | 'popover' | 'role' | 'tabindex' | 'title' | Word

type Value<Name> = Name extends (typeof SWITCH_NAMES)[number]
  ? boolean
  : Name extends Word
    ? string | boolean
    : string | number

type Attributes<Names extends string> = {
  readonly [Name in Names]?: Value<Name> | undefined
} & {
  readonly [name: `${'aria' | 'data'}-${string}`]: string | number | boolean | undefined
}

export type Elements = {
  readonly [Tag in keyof Own]: Attributes<Everywhere | Own[Tag]> &
    (Tag extends (typeof VOID_NAMES)[number] ? unknown : { readonly children?: Child })
}
