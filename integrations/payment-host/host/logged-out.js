/** For Safari before 17, which does not know `Clear-Site-Data`. Runs in the page after the logout. */
for (const name of Object.keys(sessionStorage)) {
  if (name.startsWith('ddb-debt-')) sessionStorage.removeItem(name);
}
