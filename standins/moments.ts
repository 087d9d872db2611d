const FORMAT = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'Asia/Baku',
})

/** A moment as people in Baku read it. */
export const momentInBaku = (moment: string): string => FORMAT.format(new Date(moment))
