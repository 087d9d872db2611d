const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** True for a UUID in lower case, the form of every id that stands in an address. */
export const isId = (text: string): boolean => ID.test(text)

/** Less than every id, where a page begins or a list of ids may not be empty. */
export const NO_ID = '00000000-0000-0000-0000-000000000000'
