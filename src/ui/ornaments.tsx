/** Drawings that carry no meaning of their own; every one is hidden from assistive technology. */

/** The mark of Keçid: a stepped gate, as carpets draw one, standing open. */
export const Logo = () => (
  <svg
    class="kc-logo"
    viewBox="0 0 40 40"
    fill="none"
    stroke="currentColor"
    aria-hidden="true"
    focusable="false"
  >
    {GATE.map((d) => (
      <path stroke-width="2.5" d={d} />
    ))}
  </svg>
)

/** Its lines, in a square of 40. */
export const GATE = [
  'M4 37V18h5v-5h5V8h4V3h4v5h4v5h5v5h5v19',
  'M12 37V23h4v-5h8v5h4v14',
  'M1 37h38',
] as const

/** One eight-pointed star, in the colour of the text around it. */
export const Star = () => (
  <svg
    class="kc-star"
    viewBox="0 0 40 40"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    <path d={OUTER_STAR} />
    <path d={INNER_STAR} />
  </svg>
)

export const OUTER_STAR =
  'M37 20 32 25 32 32 25 32 20 37 15 32 8 32 8 25 3 20 8 15 8 8 15 8 20 3 25 8 32 8 32 15z'
export const INNER_STAR =
  'M27 20 25 22 25 25 22 25 20 27 18 25 15 25 15 22 13 20 15 18 15 15 18 15 20 13 22 15 25 15 25 18z'

/** A rule of carpet steps, in the colour of the text around it. */
export const Steps = () => <div class="kc-steps" aria-hidden="true"></div>

/** The field of eight-pointed stars at the edge of the home page's first sight. */
export const StarField = () => <div class="kc-hero__stars" aria-hidden="true"></div>

/**
 * Baku from the bay in one line, left to right: the walls of the Old City, the Maiden Tower, a
 * minaret, the Flame Towers, the television tower, the waves of the Heydar Aliyev Centre, a
 * crescent.
 */
export const SKYLINE = [
  'M-200 172H86v-24h9v7h8v-7h9v7h8v-7h9v24h14v-34h9v7h8v-7h9v7h8v-7h9v34h26',
  'l5-92q0-6 5-6h38q5 0 5 6l1 16q15-2 17 10l6 66h34v-30h30v-14h26v14h12v30h12v-22',
  'q0-24 24-28v-8v8q24 4 24 28v22h10l3-84h-4v-6h5l4-22 4 22h5v6h-4l3 84h34v-18h34v18h18',
  'c-12-48 4-104 40-150c2 44 26 78 26 112q0 20-6 38h10',
  'c-10-54 2-88 28-120c10 36 26 62 26 88q0 16-5 32h12',
  'c-8-40 0-72 26-104c6 30 26 54 26 76q0 14-6 28h50v-26h24v-16h30v16h24v26h30',
  'l10-92h-7v-7h8l3-22h-4v-5h5l3-34 3 34h5v5h-4l3 22h8v7h-7l10 92h44',
  'c26 0 34-78 86-78c34 0 36 44 58 44c26 0 30-66 82-66c58 0 54 100 110 100h44',
  'v-40h16v-12h22v12h16v40h30c0-52 34-84 76-84c-34 14-50 44-50 84h60v-18h60v18h240',
].join('')

export const COURSES = [
  'M217 92h48M216 106h66M215 120h69M214 134h71M214 148h72M213 160h75',
  'M600 60q-16 54-8 112M664 82q-12 44-6 90M726 96q-10 36-4 76',
  'M1008 172q18-44 44-52M1150 172q30-70 60-70M1190 172q16-44 40-50',
].join('')

export const SEA =
  'M-200 190h180m24 0h210m30 0h64m60 0h300m28 0h44m70 0h240m30 0h84m40 0h300m40 0h260'
const SEA_BELOW = 'M-120 204h90m80 0h150m80 0h210m110 0h90m60 0h180m90 0h120m110 0h210m80 0h160'

export const Skyline = () => (
  <svg
    class="kc-skyline"
    viewBox="0 0 1440 214"
    preserveAspectRatio="xMidYMax slice"
    aria-hidden="true"
    focusable="false"
  >
    <path class="kc-skyline__sea" d={SEA} />
    <path class="kc-skyline__sea" d={SEA_BELOW} />
    <path class="kc-skyline__detail" d={COURSES} />
    <path class="kc-skyline__line" d={SKYLINE} />
  </svg>
)

/** A bar of points; the number always stands beside it in words, so the bar itself is silent. */
export const PointsBar = ({ points, of, mark }: { points: number; of: number; mark?: number }) => {
  const share = (value: number) => `${String(Math.round((10_000 * value) / of) / 100)}%`
  return (
    <svg class="kc-points__bar" aria-hidden="true" focusable="false">
      <rect class="kc-points__room" width="100%" height="100%" />
      <rect class="kc-points__given" width={share(Math.min(points, of))} height="100%" />
      {mark !== undefined &&
        // The same line twice: a wide one in the colour of the paper, so that it shows on any bar.
        [0, 1].map(() => (
          <line class="kc-points__mark" x1={share(mark)} x2={share(mark)} y1="-30%" y2="130%" />
        ))}
    </svg>
  )
}
