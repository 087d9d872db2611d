// Runs before the first paint, as a classic script from our own origin: it tells the styles that
// scripts are on, so that nothing appears and then jumps.
document.body.className +=
  ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '')
