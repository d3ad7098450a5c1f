import { archive } from './archive.js';

/** Logs in on the page that is open. */
export async function logIn(page, user) {
  // WordPress focuses the first field some time after the page has loaded.
  await page.waitForFunction(() => document.activeElement?.id === 'user_login');
  await page.fill('#user_login', user);
  await page.fill('#user_pass', 'kodeord');
  await page.click('#wp-submit');
}

/** Goes to an address as a user, who is then logged in. */
export async function goAs(page, origin, user, address) {
  await page.goto(`${origin}/wp-login.php?redirect_to=${encodeURIComponent(origin + address)}`);
  await logIn(page, user);
  await page.waitForURL((url) => !url.pathname.includes('wp-login'));
}

/** Plugins → Add New → Upload Plugin → Install Now → Activate. */
export async function installPlugin(page, origin) {
  await page.goto(`${origin}/wp-admin/plugin-install.php?tab=upload`);
  await page.setInputFiles('#pluginzip', archive('ddb-debt-overview-wordpress'));
  await page.click('#install-plugin-submit');
  await page.click('a.button-primary[href*="action=activate"]');
  await page.waitForURL(/plugins\.php.*activate=true/);
}

export const SETTINGS_PAGE = '/wp-admin/options-general.php?page=ddb-debt-overview';

/** Settings → Debts, by the labels and buttons that an administrator sees. */
export const settingsPage = (page, origin) => ({
  open: (more = '') => page.goto(origin + SETTINGS_PAGE + more),
  field: (label) => page.getByLabel(label, { exact: true }),
  async fill(values) {
    for (const [label, value] of Object.entries(values)) {
      const field = page.getByLabel(label, { exact: true });
      if ((await field.evaluate(({ localName }) => localName)) === 'select')
        await field.selectOption(value);
      else await field.fill(value);
    }
  },
  async press(button) {
    await page.getByRole('button', { name: button, exact: true }).click();
    await page.waitForLoadState();
  },
  notices: async () => (await page.locator('.wrap > .notice').allInnerTexts()).join('\n'),
});
