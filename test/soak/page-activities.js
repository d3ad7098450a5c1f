import { MINUTE } from './fixture.js';

const hiddenFor =
  (time) =>
  async ({ controls }) => {
    await controls('setVisible', false);
    await controls('advance', time);
    await controls('setVisible', true);
  };

/**
 * Activities of patrons and pages within an hour.
 * @type {import('./fixture.js').Activity[]}
 */
export const PAGE_ACTIVITIES = [
  { what: 'nothing', expectedRequests: 0, run: async () => {} },
  { what: 'the tab is hidden for four minutes', expectedRequests: 0, run: hiddenFor(4 * MINUTE) },
  { what: 'the tab is hidden for forty minutes', expectedRequests: 1, run: hiddenFor(40 * MINUTE) },
  {
    what: 'another page, and Back',
    expectedRequests: 1,
    run: ({ controls }) => controls('restoreFromCache'),
  },
  {
    what: 'the element is moved; language, settings and texts change',
    expectedRequests: 1,
    async run({ element, controls }) {
      await element((overview) => overview.refresh());
      const goTo = (place) =>
        element((overview, id) => document.getElementById(id).append(overview), place);
      const change = (lang, oirPaymentName, space) =>
        element(
          (overview, args) => {
            [document.documentElement.lang, overview.config] = args;
            const [json] = overview.children;
            json.textContent = json.textContent.trim() + args[2];
          },
          [lang, { oirPaymentName }, space],
        );
      await goTo('there');
      await change('en', 'C', ' ');
      await controls('settle');
      await change('da', 'D', '');
      await goTo('here');
    },
  },
  {
    what: 'the element is removed from the page for six minutes',
    expectedRequests: 1,
    async run({ element, controls, tab }) {
      await element((overview) => {
        window.kept = overview;
        overview.remove();
      });
      await controls('advance', 6 * MINUTE);
      await tab.evaluate(() => {
        document.getElementById('here').append(window.kept);
        delete window.kept;
      });
    },
  },
  {
    what: 'another element replaces it',
    expectedRequests: 1,
    run: ({ element }) => element((overview) => overview.replaceWith(overview.cloneNode(true))),
  },
  {
    what: 'a second element is added, changes its patron, and is removed',
    expectedRequests: 1 + 1,
    async run({ element, controls, tab }) {
      await element((overview) => {
        const second = overview.cloneNode(true);
        second.getToken = () => 'of one';
        document.getElementById('there').append(second);
      });
      await controls('settle');
      for (let time = 0; time < 2; time++) {
        await tab.evaluate(() => {
          document.querySelector('#there > *').getToken = () => 'of another';
        });
        await controls('settle');
      }
      await tab.evaluate(() => document.querySelector('#there > *').remove());
    },
  },
];
