import { bodyOf, json, send } from '../serve.js';

/** Titles by FAUST number. All but one have a cover from the demo. */
const WORKS = {
  48724101: ['Vinterlys over fjorden', 'Karen Holm', '2019', 'bog'],
  52518017: ['Den lange vej til Nordby', 'Anders Lund', '2021', 'bog'],
  38540942: ['Hvem tog ugleæggene?', 'Mette Krag', '2016', 'lydbog (cd)'],
  23790318: ['Køkkenhaven året rundt', 'Signe Bak', '2008', 'bog'],
  45951170: [
    'Tal og tårne. En fortælling om byer, broer og de mennesker, der byggede dem, fra vikingetiden til i dag',
    'Peter Sø',
    '2015',
    'bog',
  ],
};
const WITHOUT_COVER = '45951170';

const manifestationOf = (faust, origin) => {
  if (!WORKS[faust]) return null;
  const [title, creator, year, type] = WORKS[faust];
  // Covers are loaded from other origins only.
  const url = `${origin.replace('127.0.0.1', 'localhost')}/covers/${faust}.svg`;
  return {
    titles: { full: [title] },
    creators: [{ display: creator }],
    materialTypes: [{ materialTypeSpecific: { display: type } }],
    edition: { publicationYear: { display: year } },
    cover: { thumbnail: null, xSmall: faust === WITHOUT_COVER ? null : { url } },
  };
};

/** Responds as a fees endpoint. With an infinite delay it never responds; `hangUp` closes the connection. */
export function sendFees(response, answer) {
  const { status = 200, headers, body, text, delay, hangUp } = answer;
  if (delay === 'infinite') return;
  if (hangUp) return void response.destroy();
  if (text !== undefined)
    send('text/html; charset=utf-8', text, { status, ...headers })(null, response);
  else send('application/json', JSON.stringify(body), { status, ...headers })(null, response);
}

/** Responds to the start of a payment: `ok` redirects to the gateway, a fragment of the same page; `never` does not respond; a number is an error status. */
export async function sendStart(request, response, start, orderId) {
  const { returnUrl } = JSON.parse(await bodyOf(request));
  if (start === 'never') return;
  if (start !== 'ok') {
    const problem = JSON.stringify({ status: start });
    return send('application/problem+json', problem, { status: start })(null, response);
  }
  json({ orderId, redirectUrl: `${returnUrl}#gateway` })(null, response);
}

/** Responds as the FBI API. */
export async function sendTitles(request, response, origin) {
  const { variables } = JSON.parse(await bodyOf(request));
  const manifestations = variables.faust.map((faust) => manifestationOf(faust, origin));
  json({ data: { manifestations } })(null, response);
}
