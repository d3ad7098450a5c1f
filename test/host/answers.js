/** What is said of a patron or of money is kept by no cache. */
const PRIVATE = { 'Cache-Control': 'no-store' };

export function json(response, value, status = 200) {
  response.writeHead(status, { 'Content-Type': 'application/json', ...PRIVATE });
  response.end(JSON.stringify(value));
}

/** @param {Record<string, string>} [headers] */
export function html(response, text, status = 200, headers = {}) {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', ...headers });
  response.end(text);
}

/** 303: whatever was asked and how, the browser now reads this page. */
export function seeOther(response, url) {
  response.writeHead(303, { Location: String(url), ...PRIVATE });
  response.end();
}

export function nothing(response) {
  response.writeHead(204, PRIVATE);
  response.end();
}

/** Text inside HTML, in attributes too. */
export const escaped = (text) => String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
