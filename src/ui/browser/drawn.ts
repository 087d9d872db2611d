/** Said of an element whose content was drawn anew: what is in it is as if it had just come. */
export const DRAWN = 'kc-drawn'
