import type { Content, Said } from '#exchange/content.ts'

/** One is a list of one. */
export const listOf = (said: Said): readonly (string | Content)[] => (isList(said) ? said : [said])

const isList = (said: Said): said is readonly (string | Content)[] => Array.isArray(said)

/** Believed to be a name, it would say what an object is made from. */
export const PROTOTYPE = '__proto__'
