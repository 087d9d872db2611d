/**
 * How the page of a copy looks: it is opened from a disk and printed, years later perhaps, so that
 * it brings all it needs, and nothing of it is asked of a network. The colours are those of
 * src/ui/styles/_tokens.scss.
 */
export const COPY_LOOK = `
:root { color-scheme: light dark; --ink: #14202b; --soft: #4a5661; --paper: #fff; --stone: #f6f3ee;
  --line: #c9c3b8; --caspian: #0b4f6c; --saffron: #714a00; }
@media screen and (prefers-color-scheme: dark) {
  :root { --ink: #ece8e0; --soft: #b3bac1; --paper: #0f181e; --stone: #17232b; --line: #3b4b57;
    --caspian: #8bcbe3; --saffron: #f6cb74; }
}
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: var(--paper); font: 16px/1.5 system-ui, sans-serif;
  overflow-wrap: anywhere; }
main { max-width: 46rem; margin: 0 auto; padding: 32px 16px 64px;
  border-top: 8px solid var(--caspian); }
h1, h2, h3, h4 { font-family: Literata, Georgia, serif; line-height: 1.25; margin: 2em 0 .5em; }
h1 { font-size: 2rem; margin-top: .5em; } h2 { font-size: 1.5rem; border-top: 1px solid var(--line);
  padding-top: 1em; } h3 { font-size: 1.19rem; } h4 { font-size: 1rem; margin-top: 1.25em; }
a { color: var(--caspian); }
a:focus-visible { outline: 3px solid #f2b134; outline-offset: 2px; }
dl { display: grid; grid-template-columns: minmax(8rem, 1fr) 2fr; gap: 4px 16px; margin: 0 0 1em; }
dl > div { display: contents; }
dt { color: var(--soft); } dd { margin: 0; white-space: pre-wrap; }
ol, ul { padding-left: 1.25em; } li { margin-bottom: .5em; }
.written { white-space: pre-wrap; }
.soft, .kc-act__mark, .kc-clause, .govuk-body-s { color: var(--soft); font-size: .875rem; }
.kc-provisional { color: var(--saffron); font-size: .875rem; }
.kc-act, .box { padding: 8px 16px; margin: 0 0 16px; border: 1px solid var(--line);
  border-left: 6px solid var(--caspian); background: var(--stone); }
.kc-value { white-space: pre-wrap; }
main svg { display: none; }
.kc-points { list-style: none; padding: 0; } .kc-points__row { border-top: 1px solid var(--line); }
.kc-points__title { font-weight: 700; margin-right: 1em; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 8px; } }
@media print {
  body { font-size: 11pt; } main { padding: 0; border: 0; max-width: none; } nav { display: none; }
  .kc-act, .box { background: none; } li, dl > div { break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; }
}
`
