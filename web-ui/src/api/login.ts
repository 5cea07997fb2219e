/** Leaves for the login page and comes back to the page that is open now. */
export function goToLogin(): void {
  const here = window.location.pathname + window.location.hash
  window.location.assign(`/login?to=${encodeURIComponent(here)}`)
}

export function goToLogout(): void {
  window.location.assign('/logout')
}
