import { MINUTE } from './stage.js';

const leftFor =
  (time) =>
  async ({ fast }) => {
    await fast('show', false);
    await fast('pass', time);
    await fast('show', true);
  };

/**
 * What patrons and pages do in an hour. `asks`: so many requests for debts follow from it, no more and no fewer.
 * @type {import('./stage.js').Happening[]}
 */
export const PAGE_HAPPENINGS = [
  { what: 'nothing', asks: 0, does: async () => {} },
  { what: 'the tab is left for four minutes', asks: 0, does: leftFor(4 * MINUTE) },
  { what: 'the tab is left for forty minutes', asks: 1, does: leftFor(40 * MINUTE) },
  { what: 'another page, and Back', asks: 1, does: ({ fast }) => fast('comeBack') },
  {
    what: 'the element is moved; language, settings and texts change',
    asks: 1,
    async does({ element, fast }) {
      await element((overview) => overview.refresh());
      const goTo = (place) =>
        element((overview, id) => document.getElementById(id).append(overview), place);
      const change = (lang, oirPaymentName, space) =>
        element(
          (overview, given) => {
            [document.documentElement.lang, overview.config] = given;
            const [json] = overview.children;
            json.textContent = json.textContent.trim() + given[2];
          },
          [lang, { oirPaymentName }, space],
        );
      await goTo('there');
      await change('en', 'C', ' ');
      await fast('settle');
      await change('da', 'D', '');
      await goTo('here');
    },
  },
  {
    what: 'the element is out of the page for six minutes',
    asks: 1,
    async does({ element, fast, tab }) {
      await element((overview) => {
        window.kept = overview;
        overview.remove();
      });
      await fast('pass', 6 * MINUTE);
      await tab.evaluate(() => {
        document.getElementById('here').append(window.kept);
        delete window.kept;
      });
    },
  },
  {
    what: 'another element takes its place',
    asks: 1,
    does: ({ element }) => element((overview) => overview.replaceWith(overview.cloneNode(true))),
  },
  {
    what: 'a second element comes, meets another patron, and goes',
    asks: 1 + 1,
    async does({ element, fast, tab }) {
      await element((overview) => {
        const second = overview.cloneNode(true);
        second.getToken = () => 'of one';
        document.getElementById('there').append(second);
      });
      await fast('settle');
      for (let time = 0; time < 2; time++) {
        await tab.evaluate(() => {
          document.querySelector('#there > *').getToken = () => 'of another';
        });
        await fast('settle');
      }
      await tab.evaluate(() => document.querySelector('#there > *').remove());
    },
  },
];
