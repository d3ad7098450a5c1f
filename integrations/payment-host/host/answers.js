import { readFile } from 'node:fs/promises';

/** Responses with data of a patron or a payment must not be cached. */
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

/** Redirects with 303, so that the browser sends a GET request. */
export function seeOther(response, url) {
  response.writeHead(303, { Location: String(url), ...PRIVATE });
  response.end();
}

export function nothing(response) {
  response.writeHead(204, PRIVATE);
  response.end();
}

/** A route that responds with a file. */
export const file =
  (path, type) =>
  async ({ response }) => {
    const content = await readFile(path);
    response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }).end(content);
  };

/** Escapes text for HTML, also in attributes. */
export const escaped = (text) => String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
