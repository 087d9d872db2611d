/** What an address names one of several in a case by: the case, and their place in it, from 1. */
export const placed = (id: string, place: number): string => `${id}${PLACE}${place}`

/** The case in an address, and the place of somebody in it, where one is named. */
export function placeIn(address: string): { readonly id: string; readonly place?: number } {
  const [id = '', place] = address.split(PLACE)
  return place === undefined ? { id } : { id, place: Number(place) }
}

const PLACE = '~'
